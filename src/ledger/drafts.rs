//! Keeping what is typed before it is saved.

use crate::store::{Draft, DraftKey, StoreError};

use super::Ledger;

impl Ledger {
    pub fn find_draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        self.store.reader().find_draft(key)
    }

    /// Durable when it returns. Gives the instant that was kept with it.
    pub fn save_draft(&self, key: &DraftKey, body: &str) -> Result<chrono::DateTime<chrono::Utc>, StoreError> {
        let now = self.clock.now();
        self.store.save_draft(key, now, body)?;
        Ok(now)
    }

    /// Makes room for another draft; this one stays on file.
    pub fn set_draft_aside(&mut self, key: &DraftKey) -> Result<(), StoreError> {
        let stamp = self.stamp();
        self.store.write(&stamp, |writer| writer.set_draft_aside(key))
    }

    pub fn discard_draft(&mut self, key: &DraftKey) -> Result<(), StoreError> {
        let stamp = self.stamp();
        self.store.write(&stamp, |writer| writer.delete_draft(key))
    }
}
