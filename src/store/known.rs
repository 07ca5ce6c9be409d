//! What this computer knows of a database beside it: the last revision that it acknowledged there. A log that is
//! lost or damaged takes revisions with it, and nothing in the file says so; this does.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::chain;
use super::error::StoreError;
use super::lacking::Lacking;
use crate::files::{make_private_folder, read_small, write_without_sync};

const MOST_BYTES: u64 = 64 << 10;

/// A revision that was acknowledged, and where its database lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    /// As it is shown: a name may be no UTF-8.
    place: String,
    seq: i64,
    hash: String,
    recorded_at: String,
}

/// The marks of one database at one place.
#[derive(Debug, Clone)]
pub(super) struct Known {
    folder: PathBuf,
    database_id: String,
    place: PathBuf,
}

impl Known {
    /// None where the database has no name of its own.
    pub(super) fn of(folder: &Path, conn: &Connection, path: &Path) -> Option<Self> {
        let id: Result<String, _> =
            conn.query_row("SELECT value FROM settings WHERE key = 'database_id'", [], |row| row.get(0));
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        id.ok().map(|database_id| Self { folder: folder.to_owned(), database_id, place })
    }

    fn file(&self, place: &Path) -> PathBuf {
        let digest = Sha256::digest(place.as_os_str().as_encoded_bytes());
        let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(format!("{}-{short}.json", self.database_id))
    }

    /// Remembers the last revision that is there now. What cannot be kept is not known, and nothing else.
    pub(super) fn note(&self, conn: &Connection) -> Result<(), StoreError> {
        let Some((seq, hash, recorded_at)) = chain::newest(conn)? else { return Ok(()) };
        let mark = Mark { place: self.place.display().to_string(), seq, hash, recorded_at };
        let bytes = serde_json::to_vec(&mark)?;
        let _ = make_private_folder(&self.folder).and_then(|()| write_without_sync(&self.file(&self.place), &bytes));
        Ok(())
    }

    /// What was acknowledged at this place and is not there any more.
    pub(super) fn lacking(&self, conn: &Connection) -> Result<Option<Lacking>, StoreError> {
        let Some(mark) = read(&self.file(&self.place)) else { return Ok(None) };
        if chain::hash_at(conn, mark.seq)?.as_deref() == Some(&mark.hash) {
            return Ok(None);
        }
        Self::what_lacks(conn, mark)
    }

    /// What this computer knows of a copy of this database elsewhere that is newer; the one that lacks least.
    pub(super) fn newer_elsewhere(&self, conn: &Connection) -> Result<Option<Lacking>, StoreError> {
        let newest = chain::newest(conn)?.map_or(0, |(seq, ..)| seq);
        let here = self.place.display().to_string();
        let others = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let of_this = others.filter(|it| it.file_name().to_string_lossy().starts_with(&self.database_id));
        let marks = of_this.filter_map(|it| read(&it.path())).filter(|it| it.place != here && it.seq > newest);
        marks.max_by_key(|mark| mark.seq).map_or(Ok(None), |mark| Self::what_lacks(conn, mark))
    }

    fn what_lacks(conn: &Connection, mark: Mark) -> Result<Option<Lacking>, StoreError> {
        let newest = chain::newest(conn)?;
        let here = newest.as_ref().map_or(0, |(seq, ..)| *seq);
        let since = newest.and_then(|(_, _, at)| at.parse().ok());
        Ok(Some(Lacking { records: (mark.seq - here).max(1), since, place: mark.place }))
    }
}

fn read(file: &Path) -> Option<Mark> {
    serde_json::from_str(&read_small(file, MOST_BYTES).ok()?).ok()
}
