//! The table of dated changes of status.

use rusqlite::{Row, params};

use crate::domain::id::HouseholdId;
use crate::domain::label::HouseholdLabel;
use crate::domain::status::{EliminationWay, LeavingReason, StatusChange};

use super::columns::{coded, id, text_of};
use super::error::StoreError;
use super::{Reader, Writer};

fn status_change(row: &Row<'_>) -> rusqlite::Result<StatusChange> {
    Ok(StatusChange {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        kind: coded(row, "kind")?,
        on: coded(row, "changed_on")?,
        defaulted: row.get("defaulted")?,
        way: coded(row, "way")?,
        leaving: coded(row, "leaving")?,
        category: coded(row, "category")?,
        note: row.get("note")?,
        voided: row.get("voided")?,
    })
}

impl Reader<'_> {
    /// A household's history, in order of the days and of recording within a day, without what is void.
    pub fn list_status_changes(&self, household_id: HouseholdId) -> Result<Vec<StatusChange>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM status_changes WHERE household_id = ?1 AND voided = 0 ORDER BY seq")?;
        let rows = statement.query_map([household_id.to_string()], status_change)?;
        let mut history = rows.collect::<Result<Vec<_>, _>>()?;
        history.sort_by_key(|change| change.on.on);
        Ok(history)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_status_change(&self, change: &StatusChange, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO status_changes (id, household_id, kind, changed_on, defaulted, way, leaving, category, note, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                 ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, changed_on = excluded.changed_on,
                   defaulted = excluded.defaulted, way = excluded.way, leaving = excluded.leaving,
                   category = excluded.category, note = excluded.note, voided = excluded.voided",
            )?
            .execute(params![
                change.id.to_string(),
                change.household_id.to_string(),
                change.kind.code(),
                text_of(&change.on)?,
                change.defaulted,
                change.way.map(EliminationWay::code),
                change.leaving.map(LeavingReason::code),
                change.category.map(HouseholdLabel::code),
                change.note,
                change.voided,
                seq,
            ])?;
        Ok(())
    }
}
