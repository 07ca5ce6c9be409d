//! The table of problems found on visits.

use crate::domain::id::HouseholdId;
use crate::domain::problem::Problem;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(Problem in "problems" of |it| Some(it.household_id), {
    id, household_id, visit_id, what, check as "subject", unit, deadline, state, found_on, closing, voided,
});

impl Reader<'_> {
    /// A household's problems that are not void, in order of recording.
    pub fn list_problems(&self, household_id: HouseholdId) -> Result<Vec<Problem>, StoreError> {
        self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY seq", [household_id.to_string()])
    }

    /// The open problems of every household, in order of recording.
    pub fn list_open_problems(&self) -> Result<Vec<Problem>, StoreError> {
        self.list("WHERE state = 'open' AND voided = 0 ORDER BY seq", [])
    }
}
