//! The table of months' incomes.

use crate::domain::id::{HouseholdId, VisitId};
use crate::domain::income::MonthIncome;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(MonthIncome in "incomes" of |it| Some(it.household_id), {
    id, household_id, visit_id, month, amounts, sources, voided,
});

impl Reader<'_> {
    /// The record that holds for each month of a household: the latest one that is not void. In order
    /// of the months.
    pub fn list_incomes(&self, household_id: HouseholdId) -> Result<Vec<MonthIncome>, StoreError> {
        self.list(
            "AS i WHERE household_id = ?1 AND voided = 0 AND seq =
               (SELECT max(seq) FROM incomes WHERE household_id = ?1 AND month = i.month AND voided = 0)
             ORDER BY month",
            [household_id.to_string()],
        )
    }

    /// The record that would hold for each month if the one that holds were taken back, in order of the months.
    pub fn list_incomes_under(&self, household_id: HouseholdId) -> Result<Vec<MonthIncome>, StoreError> {
        self.list(
            "AS i WHERE household_id = ?1 AND voided = 0 AND 1 =
               (SELECT count(*) FROM incomes WHERE household_id = ?1 AND month = i.month AND voided = 0 AND seq > i.seq)
             ORDER BY month",
            [household_id.to_string()],
        )
    }

    /// The income that a visit brought, void or not, whether or not it holds for its month.
    pub fn find_income_of_visit(&self, visit_id: VisitId) -> Result<Option<MonthIncome>, StoreError> {
        self.find("WHERE visit_id = ?1 ORDER BY seq LIMIT 1", [visit_id.to_string()])
    }
}
