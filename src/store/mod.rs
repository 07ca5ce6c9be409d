//! The database: one `SQLite` file, opened with care, read through [`Reader`], written through
//! [`Writer`] in one IMMEDIATE transaction each. Knows tables, not rules.

mod attestations;
mod columns;
mod contacts;
mod drafts;
mod entity;
mod error;
mod households;
mod incomes;
mod measures;
mod members;
mod open;
mod populations;
mod problems;
mod revisions;
mod schema;
mod settings;
mod status_changes;
mod visits;
mod water_reports;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use drafts::{Draft, DraftKey, VISIT_FORM};
pub use entity::Entity;
pub use error::StoreError;
pub use households::DueCounts;
pub use open::IfMissing;
pub use populations::COUNTED_ON_A_VISIT;
pub use revisions::Revision;

/// Who writes, on which device, and when: stands in every revision.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub author: String,
    pub device: String,
    pub recorded_at: DateTime<Utc>,
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
}

impl Store {
    pub fn reader(&self) -> Reader<'_> {
        Reader { conn: &self.conn }
    }

    /// Runs `work` in one transaction. Only when this returns `Ok` is anything kept, and then for good.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut writer = Writer { tx, stamp };
        let value = work(&mut writer)?;
        writer.tx.commit().map_err(StoreError::from)?;
        Ok(value)
    }
}

/// Reads, inside a transaction or outside.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'c> {
    conn: &'c Connection,
}

/// An open write transaction.
#[derive(Debug)]
pub struct Writer<'c> {
    tx: Transaction<'c>,
    stamp: &'c Stamp,
}

impl Writer<'_> {
    pub fn reader(&self) -> Reader<'_> {
        Reader { conn: &self.tx }
    }
}
