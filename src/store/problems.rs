//! The table of problems found on visits.

use std::collections::HashMap;

use crate::domain::id::{HouseholdId, ProblemId, VisitId};
use crate::domain::problem::Problem;

use super::Reader;
use super::columns::id;
use super::error::StoreError;
use super::record::record;

record!(Problem in "problems" of |it| Some(it.household_id), {
    id, household_id, visit_id, what, check as "subject", unit, deadline, state, found_on, told_back_on, closing, voided,
});

impl Reader<'_> {
    /// A household's problems that are not void, in order of recording.
    pub fn list_problems(&self, household_id: HouseholdId) -> Result<Vec<Problem>, StoreError> {
        self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY seq", [household_id.to_string()])
    }

    /// Every problem that is not void, in order of recording.
    pub fn list_all_problems(&self) -> Result<Vec<Problem>, StoreError> {
        self.list("WHERE voided = 0 ORDER BY seq", [])
    }

    /// One problem, void or not.
    pub fn find_problem(&self, problem_id: ProblemId) -> Result<Option<Problem>, StoreError> {
        self.find("WHERE id = ?1", [problem_id.to_string()])
    }

    /// Who made the visits that found problems.
    pub fn list_finders(&self) -> Result<HashMap<VisitId, Vec<String>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, visitors FROM visits WHERE id IN (SELECT visit_id FROM problems WHERE voided = 0)",
        )?;
        let rows = statement.query_map([], |row| Ok((id(row, "id")?, row.get::<_, String>("visitors")?)))?;
        let mut finders = HashMap::new();
        for row in rows {
            let (visit_id, visitors) = row?;
            finders.insert(visit_id, serde_json::from_str(&visitors)?);
        }
        Ok(finders)
    }

    /// The open problems of every household, in order of recording.
    pub fn list_open_problems(&self) -> Result<Vec<Problem>, StoreError> {
        self.list("WHERE state = 'open' AND voided = 0 ORDER BY seq", [])
    }
}
