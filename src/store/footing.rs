//! Whether the file at the database's place is still the one that was opened, and still holds what this
//! program wrote: not moved away, deleted, replaced, emptied, or overwritten with a copy.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::Read;
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
pub(super) struct Footing {
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
    file: FileSeen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileSeen {
    size: u64,
    modified_at: Option<SystemTime>,
}

impl FileSeen {
    fn of(path: &Path) -> Option<Self> {
        let file = fs::metadata(path).ok()?;
        Some(Self { size: file.len(), modified_at: file.modified().ok() })
    }
}

/// Which log it is, and its frames: in it, and back in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Log {
    /// How often others were seen to write, counted by this connection alone.
    version: i64,
    /// Drawn anew each time it is begun. How often that was is no help: each program counts from nothing.
    salt: u64,
    frames: i64,
    checkpointed: i64,
}

impl Log {
    /// Frames went from the log into the file since it stood as before. What anybody commits lies in the log
    /// until then, and changes no file.
    fn was_checkpointed_since(self, before: Self) -> bool {
        if self.frames == 0 {
            // Folded in since; or, as nothing was in it, by others who wrote as well.
            return before.frames > 0 || self.version != before.version;
        }
        // It is begun anew once all of it is in the file, what was added meanwhile too. Frames without a log: it was put
        // away, as by another connection that saw the file overwritten.
        let is_begun_anew = self.salt != before.salt && self.salt != 0;
        is_begun_anew || if before.frames > 0 { self.checkpointed > before.checkpointed } else { self.checkpointed > 0 }
    }
}

impl Footing {
    /// Of a file that was this one right before it was connected to.
    pub(super) fn of(path: &Path, opened: Option<Identity>, conn: &Connection) -> Self {
        let place = Self { path: path.to_owned(), opened, seen: Cell::new(None), is_lost: Cell::new(false) };
        place.note(conn);
        place
    }

    /// The same file through another connection, as it is seen now through this one.
    pub(super) fn through(&self, own: &Connection, conn: &Connection) -> Self {
        // What others wrote since is told by what this one counted; the other has counted nothing yet.
        self.is_overwritten(own);
        let place = self.clone();
        match (place.seen.get(), place.look(conn)) {
            // What was counted through this one the other counts for itself.
            (Some(seen), Ok(Some(now))) => {
                place.seen.set(Some(Seen { log: Log { version: now.log.version, ..seen.log }, ..seen }));
            }
            _ => place.note(conn),
        }
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
        if self.is_another() || self.is_overwritten(conn) {
            return Err(StoreError::Moved(self.path.clone()));
        }
        Ok(())
    }

    fn is_another(&self) -> bool {
        self.opened.is_none() || identity(&self.path) != self.opened || is_emptied(&self.path)
    }

    /// Something wrote to the file that `SQLite` does not know of: it changed since it was last seen, and the log
    /// does not say how.
    fn is_overwritten(&self, conn: &Connection) -> bool {
        if self.is_lost.get() {
            return true;
        }
        for attempt in 0..CHECKPOINT_TRIES {
            let Some(before) = self.seen.get() else {
                self.note(conn);
                return false;
            };
            let looked = self.look(conn);
            let is_explained = |now: &Seen| now.file == before.file || now.log.was_checkpointed_since(before.log);
            match looked {
                Ok(now) if now.as_ref().is_none_or(is_explained) => {
                    self.seen.set(now);
                    return false;
                }
                // What cannot be looked at, as while somebody copies over it, is looked at once more.
                Ok(_) | Err(_) if attempt + 1 < CHECKPOINT_TRIES => std::thread::sleep(BETWEEN_TRIES),
                // What it says may come of what was copied over it.
                Err(_) if FileSeen::of(&self.path) == Some(before.file) => return false,
                Ok(_) | Err(_) => {}
            }
        }
        self.is_lost.set(true);
        true
    }

    /// As it is now, it is this program's work.
    pub(super) fn note(&self, conn: &Connection) {
        self.seen.set(self.look(conn).ok().flatten());
    }

    /// None where there is no log, so that `SQLite` itself sees what others did to the file.
    fn look(&self, conn: &Connection) -> rusqlite::Result<Option<Seen>> {
        // The log first: what is written between the two looks is explained by the next.
        let log = self.log(conn)?;
        let file = FileSeen::of(&self.path).filter(|_| log.frames >= 0);
        Ok(file.map(|file| Seen { log, file }))
    }

    fn log(&self, conn: &Connection) -> rusqlite::Result<Log> {
        // This makes the connection look at the log as it is now.
        let version: i64 = conn.pragma_query_value(None, "data_version", |row| row.get(0))?;
        let salt = salt_of(&sidecar(&self.path, "-wal")).unwrap_or(0);
        conn.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| {
            Ok(Log { version, salt, frames: row.get(1)?, checkpointed: row.get(2)? })
        })
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

/// The two salts: bytes 16 to 23 of a log's header, by the format of `SQLite` logs.
fn salt_of(log: &Path) -> Option<u64> {
    let mut header = [0; 24];
    File::open(log).ok()?.read_exact(&mut header).ok()?;
    Some(u64::from_be_bytes(header.last_chunk().copied()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with a log beside it, and a copy of the file from before the log.
    fn opened(folder: &Path) -> (Connection, PathBuf, PathBuf) {
        let (path, backup) = (folder.join("x.db"), folder.join("backup.db"));
        let made = Connection::open(&path).unwrap();
        made.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x);").unwrap();
        // Closed, it has no log beside it.
        drop(made);
        fs::copy(&path, &backup).unwrap();
        let conn = Connection::open(&path).unwrap();
        conn.execute("INSERT INTO t VALUES (-1)", []).unwrap();
        (conn, path, backup)
    }

    /// As `cp` does. Windows' own copying keeps the time of what is copied: the same file of the same time lost nothing.
    fn copy_over(from: &Path, to: &Path) {
        fs::write(to, fs::read(from).unwrap()).unwrap();
    }

    #[test]
    fn a_file_overwritten_while_something_is_written_is_noticed_before_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, path, backup) = opened(folder.path());
        let place = Footing::of(&path, identity(&path), &conn);
        place.refuse_what_would_be_lost(&conn).unwrap();
        conn.execute("INSERT INTO t VALUES (1)", []).unwrap();
        std::thread::sleep(Duration::from_millis(20));
        copy_over(&backup, &path);
        assert!(matches!(place.is_written_here(&conn), Err(StoreError::Moved(_))));
        assert!(matches!(place.refuse_what_would_be_lost(&conn), Err(StoreError::Moved(_))), "and stays so");
    }

    /// As the alerts are renewed beside the screen.
    #[test]
    fn what_others_commit_explains_no_change_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, path, backup) = opened(folder.path());
        let place = Footing::of(&path, identity(&path), &conn);
        let other = Connection::open(&path).unwrap();
        for row in 0..3 {
            other.execute("INSERT INTO t VALUES (?1)", [row]).unwrap();
        }
        std::thread::sleep(Duration::from_millis(20));
        copy_over(&backup, &path);
        assert!(matches!(place.refuse_what_would_be_lost(&conn), Err(StoreError::Moved(_))));
    }

    /// Nothing is in the log, and nobody wrote: what changed the file is no checkpoint. Seen to fail: an empty log explained
    /// everything, and the next save was written into what was copied over.
    #[test]
    fn an_empty_log_explains_no_change_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, path, backup) = opened(folder.path());
        let place = Footing::of(&path, identity(&path), &conn);
        let folds = Connection::open(&path).unwrap();
        folds.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        place.note(&conn);
        place.refuse_what_would_be_lost(&conn).unwrap();
        std::thread::sleep(Duration::from_millis(20));
        copy_over(&backup, &path);
        assert!(matches!(place.refuse_what_would_be_lost(&conn), Err(StoreError::Moved(_))));
    }

    /// As an import beside the screen writes more than the log keeps.
    #[test]
    fn what_others_write_and_checkpoint_between_two_looks_is_explained() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, path, _) = opened(folder.path());
        let place = Footing::of(&path, identity(&path), &conn);
        let other = Connection::open(&path).unwrap();
        for rows in [1, 5000, 1, 20_000, 3, 3] {
            let many = format!(
                "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) INSERT INTO t SELECT printf('%0500d', i) FROM n"
            );
            other.execute(&many, []).unwrap();
            place.refuse_what_would_be_lost(&conn).unwrap();
            other.execute("INSERT INTO t VALUES (0)", []).unwrap();
            other.execute(&many, []).unwrap();
            conn.execute("INSERT INTO t VALUES (1)", []).unwrap();
            place.is_written_here(&conn).unwrap();
        }
    }

    /// As a command run while the interface is open: it counts the beginnings of the log from nothing. Seen to fail: by
    /// that count the file was called overwritten, and the log in use was put away.
    #[test]
    fn a_log_that_another_program_begins_anew_is_explained() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, path, _) = opened(folder.path());
        for row in 0..3 {
            conn.execute("INSERT INTO t VALUES (?1)", [row]).unwrap();
        }
        let place = Footing::of(&path, identity(&path), &conn);
        for _ in 0..3 {
            let folds = Connection::open(&path).unwrap();
            folds.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
            let command = Connection::open(&path).unwrap();
            command.execute("INSERT INTO t VALUES (9)", []).unwrap();
            place.refuse_what_would_be_lost(&conn).unwrap();
            conn.execute("INSERT INTO t VALUES (1)", []).unwrap();
            place.is_written_here(&conn).unwrap();
        }
    }

    #[test]
    fn what_a_checkpoint_moves_into_the_file_is_explained() {
        let folder = tempfile::tempdir().unwrap();
        let (conn, path, _) = opened(folder.path());
        let place = Footing::of(&path, identity(&path), &conn);
        for checkpoint in ["PASSIVE", "FULL", "RESTART", "TRUNCATE"] {
            for row in 0..3 {
                place.refuse_what_would_be_lost(&conn).unwrap();
                conn.execute("INSERT INTO t VALUES (?1)", [row]).unwrap();
                conn.query_row(&format!("PRAGMA wal_checkpoint({checkpoint})"), [], |_| Ok(())).unwrap();
                if checkpoint == "TRUNCATE" {
                    // As whoever folds the log in does.
                    place.note(&conn);
                }
                place.is_written_here(&conn).unwrap();
            }
        }
    }
}
