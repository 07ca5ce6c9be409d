//! Entering and correcting the income of a month in the household's table, without a visit.

use crate::domain::entry::{Basis, Reason};
use crate::domain::id::{HouseholdId, IncomeId};
use crate::domain::income::MonthIncome;
use crate::domain::month_entry::{MonthEntry, MonthFault};
use crate::store::{DraftKey, StoreError};

use super::{Ledger, Refused};

impl Ledger {
    /// Keeps the income of a month. What a visit recorded is not touched: the new record holds in its
    /// place. One that was entered here before is corrected.
    pub fn keep_month_income(
        &mut self,
        entry: &MonthEntry,
        draft: Option<&DraftKey>,
    ) -> Result<(), Refused<MonthFault>> {
        Refused::if_any(entry.faults(self.today()))?;
        self.keep(draft, |writer, _| {
            let incomes = writer.reader().list_incomes(entry.household_id)?;
            let held = incomes.into_iter().find(|income| income.month == entry.month);
            let holds = held.as_ref().map(|held| {
                let revision = writer.reader().head_revision(held.id)?;
                Ok::<_, StoreError>(Basis { id: held.id, revision })
            });
            if holds.transpose()? != entry.replaces.as_ref().map(|(basis, _)| *basis) {
                return Err(Refused::Changed);
            }
            let own = held.as_ref().filter(|held| held.visit_id.is_none());
            let income = entry.income(own.map_or_else(IncomeId::fresh, |own| own.id));
            if held.as_ref() != Some(&income) {
                writer.put(income, entry.replaces.as_ref().map(|(_, reason)| reason.as_str()))?;
            }
            Ok(())
        })
    }

    /// Takes back a month that was entered in the table: the record before it holds again, or the month
    /// is missing. What was typed to correct it goes with it.
    pub fn void_month_income(
        &mut self,
        household_id: HouseholdId,
        income_id: IncomeId,
        reason: &Reason,
        draft: &DraftKey,
    ) -> Result<(), Refused<MonthFault>> {
        self.write(|writer, _| {
            let incomes = writer.reader().list_incomes(household_id)?;
            let held = incomes.into_iter().find(|income| income.id == income_id && income.visit_id.is_none());
            let held = held.ok_or(StoreError::ChangedMeanwhile)?;
            writer.set_drafts_aside(draft)?;
            Ok(writer.correct(MonthIncome { voided: true, ..held }, reason.as_str())?)
        })
    }
}
