//! The table of drafts: what was typed into a form and not saved. Each window has its own.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::columns::{coded, id, optional_id, text_of};
use super::error::StoreError;
use super::{Reader, Stamp, Store, Writer};

use crate::domain::id::{DraftId, HouseholdId, VisitId};

/// The name under which drafts of a visit are kept; a household with one is marked in the lists.
pub const VISIT_FORM: &str = "visit";

/// What a draft belongs to. Two drafts of one household, for a new visit and for a correction, are
/// two keys and never meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftKey {
    /// The form's stable name.
    pub form: String,
    /// None: a household that is not on file yet.
    pub household_id: Option<HouseholdId>,
    /// The visit that is being corrected.
    pub visit_id: Option<VisitId>,
}

/// A form's content as it was last shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub id: DraftId,
    pub key: DraftKey,
    /// Who typed it; empty where nobody had said.
    pub author: String,
    /// The window in which it was typed; empty where it is of a program that knew none.
    pub window_id: String,
    pub saved_at: DateTime<Utc>,
    /// The form's own JSON.
    pub body: String,
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: id(row, "id")?,
        key: DraftKey {
            form: row.get("form")?,
            household_id: optional_id(row, "household_id")?,
            visit_id: optional_id(row, "visit_id")?,
        },
        author: row.get("author")?,
        window_id: row.get("window_id")?,
        saved_at: coded(row, "saved_at")?,
        body: row.get("body")?,
    })
}

const SAME_KEY: &str = "form = ?1 AND ifnull(household_id, '') = ?2 AND ifnull(visit_id, '') = ?3";

fn key_params(key: &DraftKey) -> [String; 3] {
    let household = key.household_id.map(|id| id.to_string());
    let visit = key.visit_id.map(|id| id.to_string());
    [key.form.clone(), household.unwrap_or_default(), visit.unwrap_or_default()]
}

impl Reader<'_> {
    /// Every window's draft of one form, newest first.
    pub fn list_drafts_of_form(&self, key: &DraftKey) -> Result<Vec<Draft>, StoreError> {
        let sql = format!("SELECT * FROM drafts WHERE {SAME_KEY} ORDER BY saved_at DESC, id DESC");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(key_params(key), draft)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The drafts of one household.
    pub fn list_drafts(&self, household_id: HouseholdId) -> Result<Vec<Draft>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM drafts WHERE household_id = ?1 ORDER BY saved_at, id")?;
        let rows = statement.query_map([household_id.to_string()], draft)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Store {
    /// Keeps a draft, in place of the one of this person in this window with the same key. Durable when it returns.
    pub fn save_draft(&self, key: &DraftKey, stamp: &Stamp, body: &str) -> Result<(), StoreError> {
        self.footing()?.refuse_what_would_be_lost(&self.conn)?;
        self.conn
            .prepare_cached(
                "INSERT INTO drafts (id, form, household_id, visit_id, saved_at, body, author, window_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (form, ifnull(household_id, ''), ifnull(visit_id, ''), window_id, author)
                 DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
            )?
            .execute(params![
                DraftId::fresh().to_string(),
                key.form,
                key.household_id.map(|id| id.to_string()),
                key.visit_id.map(|id| id.to_string()),
                text_of(&stamp.recorded_at)?,
                body,
                stamp.author,
                stamp.window_id,
            ])?;
        self.footing()?.is_written_here(&self.conn)
    }

    /// Takes a draft over from the window that left it. False: another window was faster.
    pub fn take_draft_over(&self, draft: &Draft, stamp: &Stamp) -> Result<bool, StoreError> {
        self.footing()?.refuse_what_would_be_lost(&self.conn)?;
        let sql = "UPDATE drafts SET window_id = ?1, author = ?2 WHERE id = ?3 AND window_id = ?4";
        let taken = self.conn.prepare_cached(sql)?.execute(params![
            stamp.window_id,
            stamp.author,
            draft.id.to_string(),
            draft.window_id
        ])?;
        Ok(taken == 1)
    }
}

impl Writer<'_> {
    /// Renames the drafts of a form, whosever, so that they block none and are not lost.
    pub fn set_drafts_aside(&self, key: &DraftKey) -> Result<(), StoreError> {
        let sql = format!("UPDATE drafts SET form = form || '.aside.' || id WHERE {SAME_KEY}");
        self.tx.prepare_cached(&sql)?.execute(key_params(key))?;
        Ok(())
    }

    /// The same for this person's draft in this window, which no form can read.
    pub fn set_own_draft_aside(&self, key: &DraftKey) -> Result<(), StoreError> {
        self.on_own_draft("UPDATE drafts SET form = form || '.aside.' || id", key)
    }

    /// Ends this person's draft in this window.
    pub fn delete_draft(&self, key: &DraftKey) -> Result<(), StoreError> {
        self.on_own_draft("DELETE FROM drafts", key)
    }

    /// What was typed before the person said who it is goes with what was typed after.
    fn on_own_draft(&self, what: &str, key: &DraftKey) -> Result<(), StoreError> {
        let sql = format!("{what} WHERE {SAME_KEY} AND window_id = ?4 AND author IN (?5, '')");
        let [form, household, visit] = key_params(key);
        let Stamp { window_id, author, .. } = self.stamp;
        self.tx.prepare_cached(&sql)?.execute([&form, &household, &visit, window_id, author])?;
        Ok(())
    }
}
