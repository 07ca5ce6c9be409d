//! The database: one `SQLite` file, opened with care, read through [`Reader`], written through
//! [`Writer`] in one IMMEDIATE transaction each. Knows tables, not rules.

mod alerts;
mod attestations;
mod audit;
mod audit_log;
mod backup;
mod chain;
mod check;
mod clues;
mod columns;
mod connect;
mod contacts;
mod drafts;
mod encrypt;
mod entity;
mod error;
mod footing;
mod households;
mod imports;
mod incomes;
mod known;
mod lacking;
mod look_only;
mod measures;
mod members;
mod open;
mod populations;
mod problems;
mod procedures;
mod progress;
mod record;
mod restore;
mod revisions;
mod rounds;
mod salvage;
mod schema;
mod settings;
mod status_changes;
mod visits;
mod water_reports;
mod window;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use audit_log::AuditRow;
pub use backup::{BackupTo, Counted, Opened};
pub use check::DatabaseFault;
pub use connect::library_versions;
pub use drafts::{Draft, DraftKey, VISIT_FORM};
pub use entity::{Entity, EntityKind};
pub use error::StoreError;
pub use imports::{ImportRow, Recorded, Undone, Wrote};
pub use lacking::Lacking;
pub use open::IfMissing;
pub use populations::COUNTED_ON_A_VISIT;
pub use progress::Progress;
pub use restore::{Restored, restore};
pub use revisions::Revision;
pub use salvage::{Salvaged, salvage};
pub use window::Window;

use crate::files::Throwaway;
use crate::vault::FileKey;

use footing::Footing;
use known::Known;

use crate::domain::id::HouseholdId;

/// Who writes, on which device, and when: stands in every revision.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub author: String,
    pub device: String,
    /// The window whose drafts end with what is written; empty where no form is open.
    pub window_id: String,
    pub recorded_at: DateTime<Utc>,
    /// The day that it is for the one who writes.
    pub today: NaiveDate,
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    /// What the file is encrypted with; none: it is not.
    key: Option<FileKey>,
    access: Access,
    /// What this computer knows of it, where it keeps that.
    known: Option<Known>,
    lacking: Option<Lacking>,
    newer_elsewhere: Option<Lacking>,
}

/// What may be done with an open database.
#[derive(Debug)]
enum Access {
    /// Everything, as long as the file that was opened is the one at its place.
    Full(Footing),
    LookOnly {
        why: StoreError,
        /// The folder of a copy that is looked at instead; it goes with the last connection to it.
        copy: Option<Arc<Throwaway>>,
    },
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Access::Full(footing) = &self.access {
            footing.leave(&self.conn);
        }
    }
}

impl Store {
    pub fn reader(&self) -> Reader<'_> {
        Reader { conn: &self.conn }
    }

    /// As long as it is held, every read sees the same state, whoever writes meanwhile.
    pub fn view(&self) -> Result<Transaction<'_>, StoreError> {
        Ok(self.conn.unchecked_transaction()?)
    }

    /// The key that its passphrase gave; none where it has no passphrase.
    pub fn passphrase_key(&self) -> Option<&FileKey> {
        self.key.as_ref().filter(|key| !key.is_open())
    }

    /// The key of the file, if only the one that everybody has; none where it is not encrypted.
    pub fn key(&self) -> Option<FileKey> {
        self.key.clone()
    }

    /// It is encrypted, if only by the key that everybody has.
    pub const fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    /// What this computer acknowledged here and that is not there any more.
    pub fn lacking(&self) -> Option<&Lacking> {
        self.lacking.as_ref()
    }

    /// What this computer knows of a newer copy of this database elsewhere.
    pub fn newer_elsewhere(&self) -> Option<&Lacking> {
        self.newer_elsewhere.as_ref()
    }

    /// Compares with what this computer knows. What lacks what was acknowledged is only looked at.
    pub fn compare_with_known(&mut self, folder: &Path, path: &Path) -> Result<(), StoreError> {
        let Some(known) = Known::of(folder, &self.conn, path) else { return Ok(()) };
        self.lacking = known.lacking(&self.conn)?;
        self.newer_elsewhere = known.newer_elsewhere(&self.conn)?;
        match &self.lacking {
            Some(lacking) => self.only_look(StoreError::Lacking(Box::new(lacking.clone()))),
            None if self.look_only().is_none() => known.note(&self.conn)?,
            None => {}
        }
        self.known = Some(known);
        Ok(())
    }

    /// What is there is what holds from now on. The database is to be opened anew.
    pub fn take_as_it_is(&self) -> Result<(), StoreError> {
        self.known.as_ref().map_or(Ok(()), |known| known.note(&self.conn))
    }

    /// Why nothing can be written; none where it can.
    pub fn look_only(&self) -> Option<&StoreError> {
        match &self.access {
            Access::Full(_) => None,
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
        self.footing()?.refuse_what_would_be_lost(&self.conn)?;
        let written = self.transact(stamp, work);
        if written.is_err() {
            // Whatever else is wrong, somebody copied over the file.
            self.footing()?.refuse_what_would_be_lost(&self.conn)?;
        }
        let value = written?;
        self.footing()?.is_written_here(&self.conn)?;
        if let Some(known) = &self.known {
            known.note(&self.conn)?;
        }
        Ok(value)
    }

    fn transact<T, E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        // Another program may have brought it to a newer form under this one.
        if let (Access::Full(footing), true) = (&self.access, schema::version(&tx)? > schema::newest()) {
            return Err(StoreError::Newer(footing.path.clone()).into());
        }
        let mut writer = Writer::of(tx, stamp);
        let value = work(&mut writer)?;
        writer.commit()?;
        Ok(value)
    }

    /// Where what is written goes; where nothing can be written, why.
    fn footing(&self) -> Result<&Footing, StoreError> {
        match &self.access {
            Access::Full(footing) => Ok(footing),
            Access::LookOnly { why, .. } => Err(why.clone()),
        }
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
    /// The households whose case was changed.
    touched: BTreeSet<HouseholdId>,
}

impl<'c> Writer<'c> {
    fn of(tx: Transaction<'c>, stamp: &'c Stamp) -> Self {
        Self { tx, stamp, touched: BTreeSet::new() }
    }

    fn conn(&self) -> &Connection {
        &self.tx
    }

    fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit()?)
    }
}

impl Writer<'_> {
    /// The day that it is for the one who writes.
    pub fn today(&self) -> NaiveDate {
        self.stamp.today
    }

    /// The instant that stands in every revision of this write.
    pub fn now(&self) -> DateTime<Utc> {
        self.stamp.recorded_at
    }

    /// Something was written that the rules look at when they judge a household.
    pub fn touch(&mut self, household_id: HouseholdId) {
        self.touched.insert(household_id);
    }

    /// The households that were touched since this was last asked.
    pub fn take_touched(&mut self) -> BTreeSet<HouseholdId> {
        std::mem::take(&mut self.touched)
    }

    pub fn reader(&self) -> Reader<'_> {
        Reader { conn: &self.tx }
    }
}
