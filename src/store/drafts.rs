//! The table of drafts: what was typed into a form and not saved.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::columns::{coded, id, text_of};
use super::error::StoreError;
use super::{Reader, Store, Writer};

/// The name under which drafts of a visit are kept; a household with one is marked in the lists.
pub const VISIT_FORM: &str = "visit";

/// What a draft belongs to. Two drafts of one household, for a new visit and for a correction, are
/// two keys and never meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftKey {
    /// The form's stable name.
    pub form: String,
    /// None: a household that is not on file yet.
    pub household_id: Option<Uuid>,
    /// The visit that is being corrected.
    pub visit_id: Option<Uuid>,
}

/// A form's content as it was last shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub id: Uuid,
    pub key: DraftKey,
    pub saved_at: DateTime<Utc>,
    /// The form's own JSON.
    pub body: String,
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let optional_id = |column| match row.get::<_, Option<String>>(column)? {
        Some(_) => id(row, column).map(Some),
        None => Ok(None),
    };
    let key = DraftKey {
        form: row.get("form")?,
        household_id: optional_id("household_id")?,
        visit_id: optional_id("visit_id")?,
    };
    Ok(Draft { id: id(row, "id")?, key, saved_at: coded(row, "saved_at")?, body: row.get("body")? })
}

const SAME_KEY: &str = "form = ?1 AND ifnull(household_id, '') = ?2 AND ifnull(visit_id, '') = ?3";

fn key_params(key: &DraftKey) -> [String; 3] {
    let text = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    [key.form.clone(), text(key.household_id), text(key.visit_id)]
}

impl Reader<'_> {
    pub fn find_draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT * FROM drafts WHERE {SAME_KEY}"))?;
        Ok(statement.query_row(key_params(key), draft).optional()?)
    }

    /// The drafts of one household.
    pub fn list_drafts(&self, household_id: Uuid) -> Result<Vec<Draft>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM drafts WHERE household_id = ?1 ORDER BY saved_at, id")?;
        let rows = statement.query_map([household_id.to_string()], draft)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Store {
    /// Keeps a draft, in place of the one with the same key. Durable when it returns.
    pub fn save_draft(&self, key: &DraftKey, saved_at: DateTime<Utc>, body: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO drafts (id, form, household_id, visit_id, saved_at, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (form, ifnull(household_id, ''), ifnull(visit_id, ''))
                 DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
            )?
            .execute(params![
                Uuid::now_v7().to_string(),
                key.form,
                key.household_id.map(|id| id.to_string()),
                key.visit_id.map(|id| id.to_string()),
                text_of(&saved_at)?,
                body,
            ])?;
        Ok(())
    }
}

impl Writer<'_> {
    /// Renames a draft that no form can read, so that it blocks none and is not lost.
    pub fn set_draft_aside(&self, key: &DraftKey) -> Result<(), StoreError> {
        let sql = format!("UPDATE drafts SET form = form || '.aside.' || id WHERE {SAME_KEY}");
        self.tx.prepare_cached(&sql)?.execute(key_params(key))?;
        Ok(())
    }

    pub fn delete_draft(&self, key: &DraftKey) -> Result<(), StoreError> {
        self.tx.prepare_cached(&format!("DELETE FROM drafts WHERE {SAME_KEY}"))?.execute(key_params(key))?;
        Ok(())
    }
}
