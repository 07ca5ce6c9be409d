//! Whether the file at the database's place is still the one that was opened, and still holds what this
//! program wrote: not moved away, deleted, replaced, emptied, or overwritten with a copy.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::files::{Identity, identity, is_taken, sidecar};

use super::error::StoreError;

/// A checkpoint of another program writes the file before it says so: it gets this long.
const CHECKPOINT_TRIES: usize = 40;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// The file, and how it was last seen.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub path: PathBuf,
    opened: Option<Identity>,
    seen: Cell<Option<Seen>>,
    /// It was overwritten, and stays so.
    is_lost: Cell<bool>,
}

/// With a log, nothing changes the file but a checkpoint, and `SQLite` knows of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    log: Log,
    size: u64,
    modified_at: Option<SystemTime>,
}

/// What others committed, and the frames in the log and back in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Log {
    version: i64,
    frames: i64,
    checkpointed: i64,
}

impl Place {
    pub(super) fn of(path: &Path, conn: &Connection) -> Self {
        let place =
            Self { path: path.to_owned(), opened: identity(path), seen: Cell::new(None), is_lost: Cell::new(false) };
        place.note(conn);
        place
    }

    /// The same file through another connection, which counts the others' commits for itself.
    pub(super) fn through(&self, conn: &Connection) -> Self {
        let place = Self { seen: Cell::new(None), ..self.clone() };
        place.note(conn);
        place
    }

    /// Before something is written.
    pub(super) fn refuse_what_would_be_lost(&self, conn: &Connection) -> Result<(), StoreError> {
        if self.is_another() || self.is_overwritten(conn) {
            return Err(StoreError::Moved(self.path.clone()));
        }
        Ok(())
    }

    /// After something was written, and before that is said.
    pub(super) fn is_written_here(&self, conn: &Connection) -> Result<(), StoreError> {
        if self.is_another() {
            return Err(StoreError::Moved(self.path.clone()));
        }
        self.note(conn);
        Ok(())
    }

    fn is_another(&self) -> bool {
        self.opened.is_none() || identity(&self.path) != self.opened || is_emptied(&self.path)
    }

    /// Something wrote to the file that `SQLite` does not know of.
    fn is_overwritten(&self, conn: &Connection) -> bool {
        if self.is_lost.get() {
            return true;
        }
        for attempt in 0..CHECKPOINT_TRIES {
            let Some((before, now)) = self.seen.get().zip(self.look(conn)) else { return false };
            let is_same_file = (now.size, now.modified_at) == (before.size, before.modified_at);
            if is_same_file || now.log != before.log {
                self.seen.set(Some(now));
                return false;
            }
            if attempt + 1 < CHECKPOINT_TRIES {
                std::thread::sleep(BETWEEN_TRIES);
            }
        }
        self.is_lost.set(true);
        true
    }

    fn note(&self, conn: &Connection) {
        self.seen.set(self.look(conn));
    }

    /// None where there is no log, so that `SQLite` itself sees what others did to the file.
    fn look(&self, conn: &Connection) -> Option<Seen> {
        // The log first: what is written between the two looks is explained by the next.
        let log = log_of(conn).ok().filter(|log| log.frames >= 0)?;
        let file = fs::metadata(&self.path).ok()?;
        Some(Seen { log, size: file.len(), modified_at: file.modified().ok() })
    }

    /// Keeps the log of a file that is not there any more from being written into the one that is: it lies
    /// beside under another name.
    pub(super) fn leave(&self, conn: &Connection) {
        if self.is_another() || !self.is_overwritten(conn) {
            return;
        }
        // Where it cannot be told so, the log is still away.
        let _ = conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        let mut names = (1..).map(|number| sidecar(&self.path, format!("-wal.replaced-{number}")));
        if let Some(place) = names.find(|name| !is_taken(name)) {
            // What cannot be put away stays where `SQLite` left it.
            let _ = fs::rename(sidecar(&self.path, "-wal"), place);
        }
    }
}

fn is_emptied(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.len() == 0)
}

fn log_of(conn: &Connection) -> rusqlite::Result<Log> {
    let version = conn.pragma_query_value(None, "data_version", |row| row.get(0))?;
    conn.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| {
        Ok(Log { version, frames: row.get(1)?, checkpointed: row.get(2)? })
    })
}
