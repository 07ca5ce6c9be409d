//! The views of the list that people saved, kept in the database: they name its villages and contacts. What a view is,
//! the interface says.

use crate::store::StoreError;

use super::Ledger;

const VIEWS: &str = "views";

impl Ledger {
    pub fn views(&self) -> Result<Option<String>, StoreError> {
        self.store.reader().find_setting(VIEWS)
    }

    pub fn keep_views(&mut self, views: &str) -> Result<(), StoreError> {
        self.write(|writer, _| writer.set_setting(VIEWS, views))
    }
}
