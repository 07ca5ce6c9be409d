//! The tables of visits and of the answers to their checks.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::params;
use rusqlite::types::ValueRef;

use crate::domain::checks::{Check, CheckAnswer, Finding};
use crate::domain::id::{HouseholdId, VisitId};
use crate::domain::visit::{DatedVisit, Visit, earliest_visit_day};

use super::columns::{coded, id, unreadable};
use super::error::StoreError;
use super::record::record;
use super::{Reader, Writer};

record!(Visit in "visits" of |it| Some(it.household_id), {
    id, household_id, visited_on, entered_at, origin, purpose, mode, outcome, visitors, met, findings, note, voided,
});

impl Reader<'_> {
    /// A household's visits, voided ones too, in order of their days and of recording within a day.
    pub fn list_visits(&self, household_id: HouseholdId) -> Result<Vec<Visit>, StoreError> {
        let mut visits: Vec<Visit> =
            self.list("WHERE household_id = ?1 ORDER BY visited_on, seq", [household_id.to_string()])?;
        let mut checks = self.checks_of_household(household_id)?;
        for visit in &mut visits {
            visit.findings.checks = checks.remove(&visit.id).unwrap_or_default();
        }
        Ok(visits)
    }

    fn checks_of_household(
        self,
        household_id: HouseholdId,
    ) -> Result<BTreeMap<VisitId, BTreeMap<Check, Finding>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.visit_id, c.subject, c.answer, c.note FROM visit_checks c
             JOIN visits v ON v.id = c.visit_id WHERE v.household_id = ?1",
        )?;
        let mut rows = statement.query([household_id.to_string()])?;
        let mut checks: BTreeMap<VisitId, BTreeMap<Check, Finding>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (subject, answer): (String, String) = (row.get(1)?, row.get(2)?);
            let (subject, answer) = (Check::from_code(&subject), CheckAnswer::from_code(&answer));
            let finding = Finding { answer: answer.ok_or_else(unreadable)?, note: row.get(3)? };
            checks.entry(id(row, "visit_id")?).or_default().insert(subject.ok_or_else(unreadable)?, finding);
        }
        Ok(checks)
    }

    /// Every visit that is not void, in order of its day, and nothing of what it found.
    pub fn list_dated_visits(&self) -> Result<HashMap<HouseholdId, Vec<DatedVisit>>, StoreError> {
        self.list_visits_since(NaiveDate::MIN)
    }

    /// The same of the visits from a day on.
    pub fn list_visits_since(&self, first: NaiveDate) -> Result<HashMap<HouseholdId, Vec<DatedVisit>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, visited_on, origin, mode, outcome FROM visits WHERE voided = 0 AND visited_on >= ?1
             ORDER BY household_id, visited_on",
        )?;
        let rows = statement.query_map([first.max(earliest_visit_day()).to_string()], |row| {
            let mode = row.get_ref("mode")? != ValueRef::Null;
            let mode = if mode { Some(coded(row, "mode")?) } else { None };
            let (visited_on, origin) = (coded(row, "visited_on")?, coded(row, "origin")?);
            Ok((id(row, "household_id")?, DatedVisit { visited_on, origin, mode, outcome: coded(row, "outcome")? }))
        })?;
        let mut visits: HashMap<HouseholdId, Vec<DatedVisit>> = HashMap::new();
        for row in rows {
            let (household_id, visit) = row?;
            visits.entry(household_id).or_default().push(visit);
        }
        Ok(visits)
    }

    /// The latest day of any visit that stands; by its index.
    pub fn newest_visit_on(&self) -> Result<Option<NaiveDate>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT max(visited_on) AS day FROM visits WHERE voided = 0")?;
        Ok(statement.query_row([], |row| coded(row, "day"))?)
    }

    /// One visit, voided or not.
    pub fn find_visit(&self, visit_id: VisitId) -> Result<Option<Visit>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT household_id FROM visits WHERE id = ?1")?;
        let mut rows = statement.query([visit_id.to_string()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let visits = self.list_visits(id(row, "household_id")?)?;
        Ok(visits.into_iter().find(|visit| visit.id == visit_id))
    }
}

impl Writer<'_> {
    pub(super) fn replace_checks(&self, visit: &Visit) -> Result<(), StoreError> {
        let visit_id = visit.id.to_string();
        self.tx.prepare_cached("DELETE FROM visit_checks WHERE visit_id = ?1")?.execute([&visit_id])?;
        let mut insert = self
            .tx
            .prepare_cached("INSERT INTO visit_checks (visit_id, subject, answer, note) VALUES (?1, ?2, ?3, ?4)")?;
        for (check, finding) in &visit.findings.checks {
            insert.execute(params![visit_id, check.code(), finding.answer.code(), finding.note])?;
        }
        Ok(())
    }
}
