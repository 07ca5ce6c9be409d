//! The imports that were made here, kept for as long as the database lives: which file, when, by whom,
//! and everything that each said.

use serde::{Deserialize, Serialize};

use crate::exchange::roster::{RosterFile, Severity};
use crate::store::{ImportRow, Reader, StoreError, Writer};

use super::{ImportOutcome, Ledger};

/// How much an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCounts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub absent: usize,
    pub conflicts: usize,
    pub errors: usize,
    pub warnings: usize,
    pub skipped: usize,
}

impl ImportCounts {
    pub fn of(outcome: &ImportOutcome) -> Self {
        Self {
            new: outcome.new,
            changed: outcome.changed.len(),
            unchanged: outcome.unchanged,
            absent: outcome.absent.len(),
            conflicts: outcome.conflicts.len(),
            errors: outcome.count(Severity::Error),
            warnings: outcome.count(Severity::Warning),
            skipped: outcome.skipped.len(),
        }
    }
}

/// One import, as the list has it.
pub type Imported = ImportRow<ImportCounts>;

/// An import that was taken back, and for which households it was not.
impl Imported {
    pub fn is_undone(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Nothing of it is left to be taken back.
    pub fn is_wholly_undone(&self) -> bool {
        self.undone.last().is_some_and(|last| last.kept.is_empty())
    }
}

impl Ledger {
    /// Every import, the newest first.
    pub fn imports(&self) -> Result<Vec<Imported>, StoreError> {
        self.store.reader().list_imports()
    }

    pub fn find_import(&self, number: i64) -> Result<Option<Imported>, StoreError> {
        self.store.reader().find_import(number)
    }

    /// Everything that an import said.
    pub fn import_outcome(&self, number: i64) -> Result<Option<ImportOutcome>, StoreError> {
        self.store.reader().find_import_outcome(number)
    }
}

/// The last import of this content that was not taken back.
pub(super) fn imported_before(reader: Reader<'_>, fingerprint: &str) -> Result<Option<i64>, StoreError> {
    let imports: Vec<Imported> = reader.list_imports()?;
    let same = imports.into_iter().find(|import| import.fingerprint == fingerprint && import.undone.is_empty());
    Ok(same.map(|import| import.number))
}

/// Remembers an import in the transaction that made it; what it wrote begins with this revision.
pub(super) fn keep_import(
    writer: &Writer<'_>,
    file: &RosterFile,
    first_seq: i64,
    outcome: &ImportOutcome,
) -> Result<(), StoreError> {
    let wrote = first_seq..=writer.reader().newest_seq()?;
    writer.keep_import((&file.name, &file.fingerprint), &wrote, &ImportCounts::of(outcome), outcome)?;
    Ok(())
}
