//! What the audit goes over: everything of all households at once, and nothing that it does not look at.

use std::collections::HashMap;

use rusqlite::types::ValueRef;

use crate::domain::audit::{AuditedVisit, MonthWage};
use crate::domain::checked_finding::CheckedFinding;
use crate::domain::household::{Household, Member};
use crate::domain::id::HouseholdId;
use crate::domain::money::Money;
use crate::domain::month::Month;

use super::Reader;
use super::columns::{coded, id};
use super::error::StoreError;
use super::record::{Record, record};

record!(CheckedFinding in "checked_findings" of |_| None, {
    id, household_id, kind, subject, fingerprint, why, checked_on, voided,
});

impl Reader<'_> {
    /// What was checked of the findings of the audit and stands, in order of recording.
    pub fn list_checked_findings(&self) -> Result<Vec<CheckedFinding>, StoreError> {
        self.list("WHERE voided = 0 ORDER BY seq", [])
    }

    /// The members of every household, without those taken off, each household's in the order of its list.
    pub fn list_all_members(&self) -> Result<HashMap<HouseholdId, Vec<Member>>, StoreError> {
        let mut members: HashMap<HouseholdId, Vec<Member>> = HashMap::new();
        // What a roster brought is not looked at, and is half of what there is to read.
        let mut statement = self.conn.prepare_cached(
            "SELECT id, household_id, code, place, facts, NULL, removed FROM members WHERE removed = 0
             ORDER BY place, seq",
        )?;
        for member in statement.query_map([], Member::read)? {
            let member = member?;
            members.entry(member.household_id).or_default().push(member);
        }
        Ok(members)
    }

    /// Every household, without what a roster brought.
    pub fn list_households_as_they_are(&self) -> Result<HashMap<HouseholdId, Household>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT id, code, facts, NULL, on_file_since, counted_on FROM households")?;
        let households = statement.query_map([], Household::read)?;
        households.map(|household| household.map(|it| (it.id, it)).map_err(StoreError::from)).collect()
    }

    /// The visits that people entered and that are not void, in order of their days.
    pub fn list_audited_visits(&self) -> Result<HashMap<HouseholdId, Vec<AuditedVisit>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, visited_on, purpose, visitors, note FROM visits
             WHERE voided = 0 AND origin = 'entered' ORDER BY visited_on, seq",
        )?;
        let mut rows = statement.query([])?;
        let mut visits: HashMap<HouseholdId, Vec<AuditedVisit>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let has_purpose = row.get_ref("purpose")? != ValueRef::Null;
            let purpose = if has_purpose { Some(coded(row, "purpose")?) } else { None };
            let visitors: String = row.get("visitors")?;
            let visit = AuditedVisit {
                visited_on: coded(row, "visited_on")?,
                purpose,
                visitors: serde_json::from_str(&visitors)?,
                note: row.get("note")?,
            };
            visits.entry(id(row, "household_id")?).or_default().push(visit);
        }
        Ok(visits)
    }

    /// The wages of the months' records that hold and are above nothing and below an amount, or of a month after
    /// another.
    pub fn list_odd_wages(
        &self,
        below: Money,
        after: Month,
    ) -> Result<HashMap<HouseholdId, Vec<MonthWage>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, month, wage_fen FROM incomes AS i
             WHERE voided = 0 AND (month > ?1 OR wage_fen > 0 AND wage_fen < ?2) AND seq =
               (SELECT max(seq) FROM incomes WHERE household_id = i.household_id AND month = i.month AND voided = 0)
             ORDER BY month",
        )?;
        let mut rows = statement.query((after.to_string(), below.fen()))?;
        let mut wages: HashMap<HouseholdId, Vec<MonthWage>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let wage = row.get::<_, Option<i64>>("wage_fen")?.map(Money::from_fen);
            wages.entry(id(row, "household_id")?).or_default().push((coded(row, "month")?, wage));
        }
        Ok(wages)
    }
}
