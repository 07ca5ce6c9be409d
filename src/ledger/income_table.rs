//! The incomes of all households: their months, and what a window comes to for each.

use crate::domain::due_row::DueRow;
use crate::domain::held_income::{HeldIncome, purpose_of};
use crate::domain::income::MonthIncome;
use crate::domain::window::Window;
use crate::domain::window_income::WindowIncome;
use crate::store::StoreError;

use super::{Ledger, Progress};

/// One household's incomes.
#[derive(Debug, Clone)]
pub struct HouseholdIncome {
    pub row: DueRow,
    /// One a month, in order, whatever the window.
    pub months: Vec<MonthIncome>,
    pub held: HeldIncome,
}

/// The incomes of all households, also of those that left the list, by township, village and code.
#[derive(Debug, Clone)]
pub struct IncomeTable {
    pub window: Window,
    pub households: Vec<HouseholdIncome>,
}

impl Ledger {
    /// The incomes of the policy's last complete window, and every month on file beside them.
    pub fn income_table(
        &self,
        is_wanted: impl Fn(&DueRow) -> bool,
        progress: Progress<'_>,
    ) -> Result<IncomeTable, StoreError> {
        let reader = self.store.reader();
        let window = self.policy.window().complete(self.today());
        let mut rows = self.rows_ever_by_place()?;
        rows.retain(|row| is_wanted(row));
        let total = rows.len();
        let mut households = Vec::with_capacity(rows.len());
        for row in rows {
            let months = reader.list_incomes(row.id)?;
            let people = reader.people_history(row.id)?;
            let income = WindowIncome::of(window, &months, people.on(window.last.last_day()));
            let held = HeldIncome::of(&self.policy, purpose_of(Some(row.class)), income);
            households.push(HouseholdIncome { row, months, held });
            progress(households.len(), total);
        }
        Ok(IncomeTable { window, households })
    }
}
