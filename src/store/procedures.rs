//! The table of procedures.

use crate::domain::id::{HouseholdId, ProcedureId};
use crate::domain::procedure::Procedure;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(Procedure in "procedures" of |it| Some(it.household_id), {
    id, kind, household_id, clues, day_zero, policy, course, term, grounds, meeting, category, risks, assigned_to, green,
    steps, sent_back_on, ended, voided,
});

impl Reader<'_> {
    /// Every procedure, void or not, in order of recording: each is named by its place.
    pub fn list_procedures(&self) -> Result<Vec<Procedure>, StoreError> {
        self.list("ORDER BY seq", [])
    }

    /// Those of a household that are not void, in order of recording.
    pub fn procedures_of(&self, household_id: HouseholdId) -> Result<Vec<Procedure>, StoreError> {
        self.list("WHERE household_id = ?1 AND NOT voided ORDER BY seq", [household_id.to_string()])
    }

    /// The place of a procedure among all that were ever begun.
    pub fn procedure_number(&self, id: ProcedureId) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM procedures WHERE seq <= (SELECT seq FROM procedures WHERE id = ?1)";
        let count: i64 = self.conn.prepare_cached(sql)?.query_row([id.to_string()], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// One procedure, void or not.
    pub fn find_procedure(&self, id: ProcedureId) -> Result<Option<Procedure>, StoreError> {
        self.find("WHERE id = ?1", [id.to_string()])
    }
}
