//! The log of who opened the database, exported, looked at whole numbers, corrected, changed the policy. Append-only,
//! and no evidence about households.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::columns::{coded, text_of};
use super::error::StoreError;
use super::{Reader, Stamp, Writer};
use crate::domain::audited::AuditedKind;

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    pub number: i64,
    pub at: DateTime<Utc>,
    pub author: String,
    pub device: String,
    pub what: AuditedKind,
    /// Codes, names of files: no number of a person.
    pub about: String,
    pub reason: Option<String>,
}

impl Reader<'_> {
    /// The whole log, the newest first.
    pub fn list_audit_log(&self) -> Result<Vec<AuditRow>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM audit_log ORDER BY number DESC")?;
        let rows = statement.query_map([], |row| {
            Ok(AuditRow {
                number: row.get("number")?,
                at: coded(row, "at")?,
                author: row.get("author")?,
                device: row.get("device")?,
                what: coded(row, "what")?,
                about: row.get("about")?,
                reason: row.get("reason")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub fn log(&self, what: AuditedKind, about: &str, reason: Option<&str>) -> Result<(), StoreError> {
        self.log_at(self.stamp.recorded_at, what, about, reason)
    }

    /// The same of what happened before.
    pub fn log_at(
        &self,
        at: DateTime<Utc>,
        what: AuditedKind,
        about: &str,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        let Stamp { author, device, .. } = self.stamp;
        let sql = "INSERT INTO audit_log (at, author, device, what, about, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.tx.prepare_cached(sql)?.execute(params![text_of(&at)?, author, device, what.code(), about, reason])?;
        Ok(())
    }
}
