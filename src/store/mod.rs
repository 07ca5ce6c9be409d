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
mod look_only;
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
mod window;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::files::{Identity, identity};

pub use drafts::{Draft, DraftKey, VISIT_FORM};
pub use entity::Entity;
pub use error::StoreError;
pub use households::DueCounts;
pub use open::IfMissing;
pub use populations::COUNTED_ON_A_VISIT;
pub use revisions::Revision;
pub use window::Window;

/// Who writes, on which device, and when: stands in every revision.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub author: String,
    pub device: String,
    /// The window whose drafts end with what is written; empty where no form is open.
    pub window_id: String,
    pub recorded_at: DateTime<Utc>,
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    access: Access,
}

/// What may be done with an open database.
#[derive(Debug)]
enum Access {
    /// Everything, as long as the file that was opened is the one at its place.
    Full { path: PathBuf, opened: Option<Identity> },
    LookOnly {
        why: StoreError,
        /// The folder of a copy that is looked at instead; it goes with the last connection to it.
        copy: Option<Arc<tempfile::TempDir>>,
    },
}

fn is_emptied(path: &std::path::Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.len() == 0)
}

impl Access {
    /// What is written must be found again under the database's name: not in a file that was moved away
    /// or deleted meanwhile.
    fn refuse_what_would_be_lost(&self) -> Result<(), StoreError> {
        match self {
            Self::Full { path, opened } if identity(path) == *opened && !is_emptied(path) => Ok(()),
            Self::Full { path, .. } => Err(StoreError::Moved(path.clone())),
            Self::LookOnly { why, .. } => Err(why.clone()),
        }
    }
}

impl Store {
    pub fn reader(&self) -> Reader<'_> {
        Reader { conn: &self.conn }
    }

    /// Why nothing can be written; none where it can.
    pub fn look_only(&self) -> Option<&StoreError> {
        match &self.access {
            Access::Full { .. } => None,
            Access::LookOnly { why, .. } => Some(why),
        }
    }

    /// From now on nothing is written any more, for this reason.
    pub fn only_look(&mut self, why: StoreError) {
        self.access = Access::LookOnly { why, copy: None };
    }

    /// Runs `work` in one transaction. Only when this returns `Ok` is anything kept, and then for good.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.access.refuse_what_would_be_lost()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut writer = Writer { tx, stamp };
        let value = work(&mut writer)?;
        writer.tx.commit().map_err(StoreError::from)?;
        self.access.refuse_what_would_be_lost()?;
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
