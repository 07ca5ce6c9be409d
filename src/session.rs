//! What holds for one run: the words, the folders, the choices, the database and the day.

use std::path::PathBuf;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::contact::ContactName;
use crate::files::{is_taken, make_private_folder};
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::paths::Folders;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    pub words: Words,
    pub folders: Folders,
    pub config: Config,
    pub clock: Clock,
    pub database: PathBuf,
    /// Who `--as` says is writing, else who was chosen before.
    pub author: Option<ContactName>,
    /// Draw with ASCII characters only.
    pub ascii: bool,
}

impl Session {
    /// Opens the session's database.
    pub fn open(&self, if_missing: IfMissing) -> Result<Ledger, StoreError> {
        if if_missing == IfMissing::Refuse && !is_taken(&self.database) {
            return Err(StoreError::Missing(self.database.clone()));
        }
        if if_missing == IfMissing::Create && self.database == self.folders.database() {
            make_private_folder(&self.folders.data).map_err(|_| StoreError::Folder(self.folders.data.clone()))?;
        }
        let mut ledger = Ledger::open(&self.database, if_missing, self.clock, &self.folders.device_id())?;
        ledger.set_author(self.author.clone());
        Ok(ledger)
    }
}
