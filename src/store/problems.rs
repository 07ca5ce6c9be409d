//! The table of problems found on visits.

use rusqlite::{Row, params};

use crate::domain::id::HouseholdId;
use crate::domain::problem::Problem;

use super::columns::{coded, id, json, json_of, text_of};
use super::error::StoreError;
use super::{Reader, Writer};

fn problem(row: &Row<'_>) -> rusqlite::Result<Problem> {
    Ok(Problem {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        visit_id: id(row, "visit_id")?,
        what: row.get("what")?,
        check: coded(row, "subject")?,
        unit: row.get("unit")?,
        deadline: coded(row, "deadline")?,
        state: coded(row, "state")?,
        found_on: coded(row, "found_on")?,
        closing: json(row, "closing")?,
        voided: row.get("voided")?,
    })
}

impl Reader<'_> {
    /// A household's problems that are not void, in order of recording.
    pub fn list_problems(&self, household_id: HouseholdId) -> Result<Vec<Problem>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM problems WHERE household_id = ?1 AND voided = 0 ORDER BY seq")?;
        let rows = statement.query_map([household_id.to_string()], problem)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_problem(&self, problem: &Problem, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO problems (id, household_id, visit_id, what, subject, unit, deadline, state, found_on,
                   closing, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                 ON CONFLICT (id) DO UPDATE SET what = excluded.what, subject = excluded.subject,
                   unit = excluded.unit, deadline = excluded.deadline, state = excluded.state,
                   found_on = excluded.found_on, closing = excluded.closing, voided = excluded.voided",
            )?
            .execute(params![
                problem.id.to_string(),
                problem.household_id.to_string(),
                problem.visit_id.to_string(),
                problem.what,
                text_of(&problem.check)?,
                problem.unit,
                text_of(&problem.deadline)?,
                problem.state.code(),
                text_of(&problem.found_on)?,
                problem.closing.as_ref().map(json_of).transpose()?,
                problem.voided,
                seq,
            ])?;
        Ok(())
    }
}
