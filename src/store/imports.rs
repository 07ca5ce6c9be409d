//! The table of imports: what each brought and said, and which revisions it wrote.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::columns::{coded, id, json, json_of, optional_id, text_of};
use super::entity::EntityKind;
use super::error::StoreError;
use super::{Reader, Writer};

use crate::domain::id::{EntityId, HouseholdId};

/// One import. `Counts` and `Outcome` are the ledger's own.
#[derive(Debug, Clone)]
pub struct ImportRow<Counts> {
    /// 1, 2, 3 … in the order of the imports.
    pub number: i64,
    pub file_name: String,
    pub fingerprint: String,
    pub imported_at: DateTime<Utc>,
    pub author: String,
    /// The revisions that it wrote.
    pub wrote: RangeInclusive<i64>,
    pub counts: Counts,
    /// Each time that it was taken back, wholly or in part.
    pub undone: Vec<Undone>,
}

/// That an import was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    pub at: DateTime<Utc>,
    pub by: String,
    /// The revisions that took it back.
    pub first_seq: i64,
    pub last_seq: i64,
    /// The households that it left as they were.
    pub kept: Vec<HouseholdId>,
}

/// A thing that an import wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrote {
    pub kind: EntityKind,
    pub id: EntityId,
    /// None: a contact.
    pub household_id: Option<HouseholdId>,
}

/// One revision of a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    pub seq: i64,
    pub kind: EntityKind,
    pub id: EntityId,
    pub household_id: HouseholdId,
}

fn import_row<C: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<ImportRow<C>> {
    Ok(ImportRow {
        number: row.get("number")?,
        file_name: row.get("file_name")?,
        fingerprint: row.get("fingerprint")?,
        imported_at: coded(row, "imported_at")?,
        author: row.get("author")?,
        wrote: row.get("first_seq")?..=row.get("last_seq")?,
        counts: json(row, "counts")?,
        undone: json(row, "undone")?,
    })
}

/// Whose a revision is.
const HOUSEHOLD_OF: &str =
    "CASE entity WHEN 'household' THEN entity_id ELSE body ->> '$.household_id' END AS household_id";

const WITHOUT_OUTCOME: &str =
    "SELECT number, file_name, fingerprint, imported_at, author, first_seq, last_seq, counts, undone FROM imports";

impl Reader<'_> {
    /// Every import, the newest first.
    pub fn list_imports<C: DeserializeOwned>(&self) -> Result<Vec<ImportRow<C>>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{WITHOUT_OUTCOME} ORDER BY number DESC"))?;
        let rows = statement.query_map([], import_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn find_import<C: DeserializeOwned>(&self, number: i64) -> Result<Option<ImportRow<C>>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{WITHOUT_OUTCOME} WHERE number = ?1"))?;
        Ok(statement.query_row([number], import_row).optional()?)
    }

    /// Everything that an import said.
    pub fn find_import_outcome<O: DeserializeOwned>(&self, number: i64) -> Result<Option<O>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT outcome FROM imports WHERE number = ?1")?;
        Ok(statement.query_row([number], |row| json(row, "outcome")).optional()?)
    }

    /// What an import wrote, each thing once, in the order in which it wrote them.
    pub fn list_written(&self, wrote: &RangeInclusive<i64>) -> Result<Vec<Wrote>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT entity, entity_id, {HOUSEHOLD_OF}, min(seq) FROM revisions WHERE seq BETWEEN ?1 AND ?2
             GROUP BY entity_id ORDER BY min(seq)"
        ))?;
        let rows = statement.query_map([wrote.start(), wrote.end()], |row| {
            Ok(Wrote {
                kind: coded(row, "entity")?,
                id: id(row, "entity_id")?,
                household_id: optional_id(row, "household_id")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What was recorded of households after a revision; but for imports that were taken back, which is as if
    /// neither had been.
    pub fn list_recorded_after(&self, seq: i64) -> Result<Vec<Recorded>, StoreError> {
        let undone = self.list_undone()?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT seq, entity, entity_id, {HOUSEHOLD_OF} FROM revisions WHERE seq > ?1 ORDER BY seq"
        ))?;
        let mut rows = statement.query([seq])?;
        let mut recorded = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(household_id) = optional_id(row, "household_id")? else { continue };
            let seq = row.get("seq")?;
            if !undone.iter().any(|import| import.covers(seq, household_id)) {
                recorded.push(Recorded { seq, kind: coded(row, "entity")?, id: id(row, "entity_id")?, household_id });
            }
        }
        Ok(recorded)
    }

    fn list_undone(self) -> Result<Vec<UndoneImport>, StoreError> {
        let sql = "SELECT first_seq, last_seq, undone FROM imports WHERE undone <> '[]'";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            let undone: Vec<Undone> = json(row, "undone")?;
            let kept = undone.last().map(|last| last.kept.iter().copied().collect()).unwrap_or_default();
            let wrote = row.get("first_seq")?..=row.get("last_seq")?;
            Ok(UndoneImport { wrote, undone, kept })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// An import that was taken back.
struct UndoneImport {
    wrote: RangeInclusive<i64>,
    undone: Vec<Undone>,
    kept: HashSet<HouseholdId>,
}

impl UndoneImport {
    /// A revision is of the import, or of taking it back, and of a household that went back.
    fn covers(&self, seq: i64, household_id: HouseholdId) -> bool {
        let is_undoing = || self.undone.iter().any(|undone| (undone.first_seq..=undone.last_seq).contains(&seq));
        (self.wrote.contains(&seq) || is_undoing()) && !self.kept.contains(&household_id)
    }
}

impl Writer<'_> {
    /// Remembers an import that was just applied; gives its number.
    pub fn keep_import(
        &self,
        (file_name, fingerprint): (&str, &str),
        wrote: &RangeInclusive<i64>,
        counts: &impl Serialize,
        outcome: &impl Serialize,
    ) -> Result<i64, StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO imports (file_name, fingerprint, imported_at, author, first_seq, last_seq, counts, outcome)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                file_name,
                fingerprint,
                text_of(&self.stamp.recorded_at)?,
                self.stamp.author,
                wrote.start(),
                wrote.end(),
                json_of(counts)?,
                json_of(outcome)?,
            ])?;
        Ok(self.tx.last_insert_rowid())
    }

    /// Remembers that an import was taken back, by the revisions from this one on, but for these households.
    pub fn keep_import_undone(&self, number: i64, first_seq: i64, kept: Vec<HouseholdId>) -> Result<(), StoreError> {
        let (at, by) = (self.stamp.recorded_at, self.stamp.author.clone());
        let undone = Undone { at, by, first_seq, last_seq: self.reader().newest_seq()?, kept };
        self.tx
            .prepare_cached("UPDATE imports SET undone = json_insert(undone, '$[#]', json(?2)) WHERE number = ?1")?
            .execute(params![number, json_of(&undone)?])?;
        Ok(())
    }
}
