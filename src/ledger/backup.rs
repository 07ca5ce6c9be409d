//! Backups: by hand, and by themselves before each import and once a day, of which the last are kept.

use std::fs;
use std::path::{Path, PathBuf};

use crate::clock::local_stamp;
use crate::domain::audited::AuditedKind;
use crate::files::{IfThere, is_same_file, is_taken, make_private_folder, sidecar};
use crate::store::{BackupTo, Counted, Opened, Progress, StoreError};
use crate::vault::Secret;

use super::Ledger;

/// So many that were made by themselves are kept.
const KEPT: usize = 14;
const ENDING: &str = ".backup.zip";

/// Why one is made by itself; stands in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupBefore {
    Nothing,
    Import,
    /// What follows a passphrase: those before it can be read by everybody, and go.
    Passphrase,
}

impl BackupBefore {
    const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "daily",
            Self::Import => "before-import",
            Self::Passphrase => "with-passphrase",
        }
    }
}

impl Ledger {
    /// Writes a backup, opened again and counted before it is called one. With a passphrase it is sealed as well.
    pub fn back_up(
        &mut self,
        to: &Path,
        if_there: IfThere,
        seal: Option<&Secret>,
        progress: Progress<'_>,
    ) -> Result<Counted, StoreError> {
        let made_at = self.clock.now().to_rfc3339();
        let to_place = BackupTo { place: to, if_there, seal, made_at: &made_at };
        let counted = self.store.back_up(&self.path, to_place, progress)?;
        self.log_if_possible(AuditedKind::BackedUp, &to.display().to_string(), None);
        Ok(counted)
    }

    /// Writes a backup into the folder beside the database; none of a database that nothing was recorded in.
    pub fn back_up_by_itself(
        &self,
        before: BackupBefore,
        progress: Progress<'_>,
    ) -> Result<Option<PathBuf>, StoreError> {
        if self.store.reader().newest_seq()? == 0 {
            return Ok(None);
        }
        let folder = folder_of(&self.path);
        make_private_folder(&folder).map_err(|_| StoreError::Folder(folder.clone()))?;
        // Two programs may make one in the same second.
        let begun = format!("{}-{}-{}", local_stamp(self.clock.now()), before.name(), std::process::id());
        let mut names = (1..).map(|number| match number {
            1 => folder.join(format!("{begun}{ENDING}")),
            _ => folder.join(format!("{begun}-{number}{ENDING}")),
        });
        let place = names.find(|name| !is_taken(name)).unwrap_or_default();
        let made_at = self.clock.now().to_rfc3339();
        let to = BackupTo { place: &place, if_there: IfThere::Keep, seal: None, made_at: &made_at };
        self.store.back_up(&self.path, to, progress)?;
        let others = backups_of(&self.path).into_iter().filter(|backup| *backup != place);
        for old in others.skip(KEPT - 1) {
            // What cannot be removed now is tried again after the next.
            let _ = fs::remove_file(old);
        }
        Ok(Some(place))
    }

    /// Makes one behind the passphrase, and removes those that were made without. Gives how many went.
    pub(super) fn replace_readable_backups(&self, progress: Progress<'_>) -> Result<usize, StoreError> {
        self.back_up_by_itself(BackupBefore::Passphrase, progress)?;
        let readable = backups_of(&self.path).into_iter();
        let readable = readable.filter(|backup| Opened::of(backup).is_ok_and(|it| it.key_file.is_none()));
        Ok(readable.filter(|backup| fs::remove_file(backup).is_ok()).count())
    }

    /// The same once a day.
    pub fn back_up_daily(&self) -> Result<Option<PathBuf>, StoreError> {
        let today = local_stamp(self.clock.now()).chars().take(10).collect::<String>();
        let is_of_today = |it: &PathBuf| it.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&today));
        if self.look_only().is_some() || backups_of(&self.path).iter().any(is_of_today) {
            return Ok(None);
        }
        self.back_up_by_itself(BackupBefore::Nothing, &mut |_, _| true)
    }
}

fn folder_of(database: &Path) -> PathBuf {
    sidecar(database, ".backups")
}

/// The backups that were made by themselves of a database, the newest first.
pub fn backups_of(database: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder_of(database)).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut backups: Vec<PathBuf> = entries.filter(|path| path.to_string_lossy().ends_with(ENDING)).collect();
    backups.sort_unstable_by(|a, b| b.cmp(a));
    backups
}

/// The newest of them that holds what was put into it.
pub fn newest_good_backup(database: &Path) -> Option<PathBuf> {
    backups_of(database).into_iter().find(|backup| Opened::of(backup).is_ok_and(|mut it| it.is_whole()))
}

/// The other name of a database that a restore was putting aside when it was interrupted: its key file lies beside it
/// there, and that of the backup beside the database already.
pub fn half_replaced(database: &Path) -> Option<PathBuf> {
    let names = (1..).map(|number| sidecar(database, format!(".replaced-{number}")));
    names.take_while(|name| is_taken(name)).find(|name| is_same_file(name, database))
}
