//! Whether the database is what was written, and taking out of a damaged one what can still be read.

use std::path::Path;

use crate::clock::Clock;
use crate::files::Ground;
use crate::store::{Counted, DatabaseFault, Lacking, Salvaged, Stamp, StoreError, salvage};
use crate::vault::FileKey;

use super::Ledger;

impl Ledger {
    /// Everything that is wrong with the database, and what it holds; none where that cannot be read any more.
    pub fn check(&self) -> Result<(Vec<DatabaseFault>, Option<Counted>), StoreError> {
        let faults = self.store.check(&self.path, &self.stamp())?;
        let counted = self.store.count();
        let counted = if faults.is_empty() { Some(counted?) } else { counted.ok() };
        Ok((faults, counted))
    }

    /// The form that the database has.
    pub fn form(&self) -> Result<i32, StoreError> {
        self.store.form()
    }

    /// How many of each it holds.
    pub fn count(&self) -> Result<Counted, StoreError> {
        self.store.count()
    }

    /// The disk that the database lies on.
    pub fn ground(&self) -> Ground {
        Ground::of(&self.path)
    }

    /// What this computer knows of a newer copy of this database elsewhere.
    pub fn newer_elsewhere(&self) -> Option<&Lacking> {
        self.store.newer_elsewhere()
    }

    /// What this computer acknowledged here and that is not there any more.
    pub fn lacking(&self) -> Option<&Lacking> {
        self.store.lacking()
    }
}

/// Writes whatever can be read of a database into a new one.
pub fn salvage_into(path: &Path, key: Option<&FileKey>, to: &Path, clock: Clock) -> Result<Salvaged, StoreError> {
    let (author, device, window_id) = (String::new(), String::new(), String::new());
    let stamp = Stamp { author, device, window_id, recorded_at: clock.now(), today: clock.today() };
    salvage(path, key, to, &stamp)
}
