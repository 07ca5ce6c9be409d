//! Reading the evidence: who recorded what, when and why.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Reader;
use super::columns::{coded, id};
use super::error::StoreError;

/// One revision, without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub id: Uuid,
    pub seq: i64,
    pub author: String,
    pub recorded_at: DateTime<Utc>,
    pub reason: Option<String>,
}

impl Reader<'_> {
    /// The revisions of one entity, oldest first.
    pub fn list_revisions(&self, entity_id: Uuid) -> Result<Vec<Revision>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, seq, author, recorded_at, reason FROM revisions WHERE entity_id = ?1 ORDER BY seq",
        )?;
        let rows = statement.query_map([entity_id.to_string()], |row| {
            Ok(Revision {
                id: id(row, "id")?,
                seq: row.get("seq")?,
                author: row.get("author")?,
                recorded_at: coded(row, "recorded_at")?,
                reason: row.get("reason")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
