//! One running program at a database, so that what is being typed in another is left to it. A mark beside
//! the database, held as long as the program lives, says that it does; one that nobody holds is of a
//! program that ended, whatever way.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::files::{clear_unheld, is_taken, sidecar};

const MARK: &str = ".window-";

/// A window of this program.
#[derive(Debug)]
pub struct Window {
    id: String,
    /// None where no mark can be made: then this window's drafts look like those of one that ended.
    mark: Option<(PathBuf, File)>,
}

impl Window {
    /// Marks a new window, and clears away the marks of those that ended.
    pub fn open(database: &Path) -> Self {
        clear_unheld(&sidecar(database, MARK));
        let id = Uuid::now_v7().to_string();
        let place = mark_of(database, &id);
        let mark = hold(&place).map(|file| (place, file));
        Self { id, mark }
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// Other windows that still run on the same database.
    pub fn others(&self, database: &Path) -> usize {
        let beginning = sidecar(database, MARK);
        let Some((folder, name)) = beginning.parent().zip(beginning.file_name()) else { return 0 };
        let own = self.mark.as_ref().map(|(place, _)| place.as_path());
        let marks = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_mark = |path: &PathBuf| {
            let begun = path.file_name().map(OsStr::as_encoded_bytes).unwrap_or_default();
            begun.starts_with(name.as_encoded_bytes()) && Some(path.as_path()) != own
        };
        marks.filter(is_mark).filter(|path| is_held(path)).count()
    }

    /// Some window has the database open.
    pub fn is_any_open(database: &Path) -> bool {
        Self { id: String::new(), mark: None }.others(database) > 0
    }

    /// The window with this id still runs.
    pub fn is_open(database: &Path, id: &str) -> bool {
        !id.is_empty() && is_held(&mark_of(database, id))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if let Some((place, _)) = &self.mark {
            // A mark that stays is cleared by the next window.
            let _ = fs::remove_file(place);
        }
    }
}

fn mark_of(database: &Path, id: &str) -> PathBuf {
    sidecar(database, format!("{MARK}{id}"))
}

fn hold(place: &Path) -> Option<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Another window may take it for a leftover until it is held.
    (0..3).find_map(|_| {
        let file = options.open(place).ok()?;
        file.lock().ok()?;
        is_taken(place).then_some(file)
    })
}

fn is_held(place: &Path) -> bool {
    let Ok(file) = OpenOptions::new().write(true).open(place) else { return false };
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}
