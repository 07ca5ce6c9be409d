//! What holds for one run: the words, the folders, the choices, the database, its passphrase and the day.

use std::path::PathBuf;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::contact::ContactName;
use crate::files::{is_taken, make_private_folder};
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, Opened, StoreError, backups_of, half_replaced, newest_good_backup};
use crate::paths::Folders;
use crate::vault::{self, Door, FileKey, KeyFile, Lock, Proof, Secret};

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
    /// What `--passphrase-file` holds.
    pub passphrase: Option<Secret>,
    /// Draw with ASCII characters only.
    pub ascii: bool,
}

impl Session {
    /// Opens the session's database by the key of its passphrase; none where it has no passphrase.
    pub fn open(&self, if_missing: IfMissing, key: Option<&FileKey>) -> Result<Ledger, StoreError> {
        if if_missing == IfMissing::Refuse && self.is_missing() {
            self.refuse_what_is_gone()?;
            return Err(StoreError::Missing(self.database.clone()));
        }
        if if_missing == IfMissing::Create {
            self.refuse_what_is_gone()?;
            self.make_folder()?;
        }
        let mut ledger = Ledger::unlock(&self.database, if_missing, self.clock, &self.folders.device_id(), key)?;
        ledger.set_author(self.author.clone());
        ledger.compare_with_known(&self.folders.known())?;
        Ok(ledger)
    }

    /// A database that was here once is not made anew in silence.
    pub fn refuse_what_is_gone(&self) -> Result<(), StoreError> {
        let is_gone = self.is_missing() && !backups_of(&self.database).is_empty();
        if is_gone { Err(StoreError::Gone(self.database.clone())) } else { Ok(()) }
    }

    /// There is no database yet.
    pub fn is_missing(&self) -> bool {
        !is_taken(&self.database)
    }

    /// What stands between the person and the database.
    pub fn lock(&self) -> Result<Lock, StoreError> {
        Lock::of(&self.database).map_err(|_| StoreError::KeyFile(self.database.clone()))
    }

    /// The key, for whoever knows the passphrase or has the recovery code.
    pub fn unlock(&self, file: &KeyFile, proof: &Proof) -> Result<FileKey, StoreError> {
        let opened = vault::unlock(file, &self.door(), proof, self.clock.now());
        opened.map_err(|why| StoreError::of_refusal(why, &self.database))
    }

    /// What somebody knocks at who has a passphrase.
    pub fn door(&self) -> Door {
        Door { database: self.database.clone(), known: self.folders.known() }
    }

    /// A key for a database that is still to be made, sealed by a passphrase; and the recovery code, which is seen
    /// this once.
    pub fn seal_new(&self, passphrase: &Secret) -> Result<(FileKey, Secret), StoreError> {
        self.make_folder()?;
        KeyFile::make(&self.database, passphrase).map_err(|fault| StoreError::of_key_file(fault, &self.database))
    }

    /// What can be done about a database that cannot be opened: the newest good backup, and the rest of it.
    pub fn way_out(&self, error: &StoreError) -> Option<String> {
        if !matches!(
            error,
            StoreError::Damaged
                | StoreError::NoKey(_)
                | StoreError::KeyFile(_)
                | StoreError::OtherKey(_)
                | StoreError::Gone(_)
        ) {
            return None;
        }
        if let (StoreError::OtherKey(_), Some(replaced)) = (error, half_replaced(&self.database)) {
            return Some(self.words.with("way-out-half", &[("file", &replaced.display().to_string())]));
        }
        let backup = newest_good_backup(&self.database);
        let is_of_key = match error {
            // Where the backup has the key file that lies there, or none, it is the database that is damaged.
            StoreError::NoKey(_) | StoreError::OtherKey(_) => {
                let of_backup = backup.as_ref().and_then(|it| Opened::of(it).ok()?.key_file);
                of_backup.is_some_and(|of_backup| match self.lock() {
                    Ok(Lock::Sealed(here)) => !here.is_of_same_key(&of_backup),
                    _ => true,
                })
            }
            StoreError::KeyFile(_) => true,
            _ => false,
        };
        Some(match backup {
            Some(backup) if is_of_key => self.words.with("way-out-key", &[("file", &backup.display().to_string())]),
            Some(backup) => self.words.with("way-out-backup", &[("file", &backup.display().to_string())]),
            None => self.words.t("way-out-salvage"),
        })
    }

    /// Makes the folder of the program's own database.
    pub fn make_folder(&self) -> Result<(), StoreError> {
        if self.database != self.folders.database() {
            return Ok(());
        }
        make_private_folder(&self.folders.data).map_err(|_| StoreError::Folder(self.folders.data.clone()))
    }
}
