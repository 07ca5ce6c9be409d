//! Opening the file: what is not ours, too new, empty or damaged is refused and left as it is; what was
//! interrupted is made whole; what cannot be written is at least looked at.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::connect::{PATIENCE, connect, size_beside};
use crate::files::{Ground, IfThere, Part, identity, is_taken};
use crate::vault::{FileKey, KeyFile};

use super::error::StoreError;
use super::footing::Footing;
use super::{Access, Store, look_only, schema};

/// What opening needs beside a database: the log with its index.
const ROOM_BYTES: usize = 64 << 10;
/// Of an encrypted database, which is whole pages.
pub(super) const PAGE_BYTES: u64 = 4096;

/// What to do where there is no file yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfMissing {
    Create,
    Refuse,
}

impl Store {
    /// Opens a database file, and creates it only when told to. Where it cannot be written it is opened
    /// for looking.
    ///
    /// The key is the one that its key file gives; none where it has no passphrase.
    pub fn open(path: &Path, if_missing: IfMissing, key: Option<&FileKey>) -> Result<Self, StoreError> {
        let open = FileKey::open();
        let key = key.unwrap_or(&open);
        match (is_taken(path), if_missing) {
            (true, _) => {}
            (false, IfMissing::Refuse) => return Err(StoreError::Missing(path.to_owned())),
            (false, IfMissing::Create) => create(path, key)?,
        }
        let key = match refuse_what_is_not_ours(path, key) {
            // The key file comes first: an encryption that was interrupted left the database as it was.
            Err(StoreError::OtherKey(_)) => {
                refuse_what_is_not_ours(path, &open).map_err(|_| StoreError::OtherKey(path.to_owned()))?
            }
            looked_at => looked_at?,
        };
        match Self::open_to_write(path, key) {
            Err(why) if why.leaves_looking() => look_only::open(path, key, cause(path, why)),
            opened => opened,
        }
    }

    /// Another connection to a database that this process has open: it was looked at then, and reading
    /// its file by other means now would drop the locks on it.
    pub fn open_again(&self, path: &Path) -> Result<Self, StoreError> {
        let Access::Full(footing) = &self.access else { return look_only::open_again(self, path) };
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, self.key.as_ref())?;
        prepare(&conn, path)?;
        let access = Access::Full(footing.through(&self.conn, &conn));
        Ok(Self {
            conn,
            key: self.key.clone(),
            access,
            known: self.known.clone(),
            lacking: None,
            newer_elsewhere: None,
        })
    }

    pub(super) fn open_to_write(path: &Path, key: Option<&FileKey>) -> Result<Self, StoreError> {
        let opened = identity(path);
        let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        refuse_what_is_cut_off(&conn, path)?;
        if conn.is_readonly(MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        prepare(&conn, path)?;
        schema::migrate(&mut conn, Some((path, key)))?;
        conn.busy_timeout(PATIENCE)?;
        conn.query_row("SELECT count(*) FROM settings", [], |_| Ok(()))?;
        let access = Access::Full(Footing::of(path, opened, &conn));
        Ok(Self { conn, key: key.cloned(), access, known: None, lacking: None, newer_elsewhere: None })
    }

    /// A number that changes when another process has written.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Folds the log into the file, so that the one file is whole; as far as nobody else is reading or writing.
    pub fn fold_log(&self) {
        // The log of a file that somebody copied over is not written into what lies there now.
        let is_ours = self.footing().is_ok_and(|footing| footing.refuse_what_would_be_lost(&self.conn).is_ok());
        if is_ours {
            // First what keeps no writer waiting, so that little is left for what does. What cannot be folded in now
            // is at the next quiet moment.
            for checkpoint in ["PASSIVE", "TRUNCATE"] {
                let _ = self.conn.query_row(&format!("PRAGMA wal_checkpoint({checkpoint})"), [], |_| Ok(()));
            }
        }
    }

    /// The log was folded in through another connection: as the file is now, it is this program's work.
    pub fn note_folded(&self) {
        if let Ok(footing) = self.footing() {
            footing.note(&self.conn);
        }
    }

    /// How long another program's write is waited for from now on.
    pub fn set_patience(&self, patience: Duration) -> Result<(), StoreError> {
        Ok(self.conn.busy_timeout(patience)?)
    }
}

/// What keeps anything from being written beside the database, where the database itself could not say.
fn cause(path: &Path, said: StoreError) -> StoreError {
    let written = Part::beside(path).and_then(|mut part| part.write(&vec![0; ROOM_BYTES]));
    match written {
        Err(error) => StoreError::of_file(&error, path),
        Ok(()) => said,
    }
}

/// What the first page of a database file says of itself.
#[derive(Debug, Clone, Copy)]
struct Header {
    application_id: i64,
    user_version: i64,
}

/// Reads the first bytes of the file alone, so that nothing appears beside a file that is not ours. Every
/// database that is not encrypted names itself there; none: it is no such database.
fn read_header(path: &Path) -> Result<Option<Header>, StoreError> {
    let mut bytes = [0; 72];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut bytes));
    match read.map_err(|error| error.kind()) {
        Err(io::ErrorKind::PermissionDenied) => return Err(StoreError::NoPermission(path.to_owned())),
        Err(io::ErrorKind::UnexpectedEof) => return Err(StoreError::Foreign(path.to_owned())),
        Err(_) => return Err(StoreError::Io),
        Ok(()) => {}
    }
    if !bytes.starts_with(b"SQLite format 3\0") {
        return Ok(None);
    }
    let number = |at: usize| i64::from(i32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]));
    Ok(Some(Header { application_id: number(68), user_version: number(60) }))
}

/// What the file says of itself together with the log beside it, by a connection that cannot write; none where it
/// cannot be read without writing. A file that the key does not fit is none of ours.
fn header_by(path: &Path, key: Option<&FileKey>) -> Result<Option<Header>, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    match (number("application_id"), number("user_version")) {
        (Ok(application_id), Ok(user_version)) => Ok(Some(Header { application_id, user_version })),
        (Err(error), _) | (_, Err(error)) => match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Err(not_opened(path, key)),
            Some(ErrorCode::DatabaseCorrupt) => Err(StoreError::Damaged),
            _ => Ok(None),
        },
    }
}

/// Why a file that is no plain database cannot be opened by a key.
fn not_opened(path: &Path, key: Option<&FileKey>) -> StoreError {
    let could_be_ours = size_beside(path, "").is_multiple_of(PAGE_BYTES);
    match key {
        Some(key) if !key.is_open() => StoreError::OtherKey(path.to_owned()),
        _ if is_taken(&KeyFile::place(path)) => StoreError::Locked(path.to_owned()),
        _ if could_be_ours => StoreError::NoKey(path.to_owned()),
        _ => StoreError::Foreign(path.to_owned()),
    }
}

/// Looks at a file before anything could be written to it, or beside it. Gives the key that it is opened with,
/// none where it is not encrypted.
fn refuse_what_is_not_ours<'k>(path: &Path, key: &'k FileKey) -> Result<Option<&'k FileKey>, StoreError> {
    let file = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => StoreError::NoPermission(path.to_owned()),
        io::ErrorKind::NotFound => StoreError::Dangling(path.to_owned()),
        _ => StoreError::Io,
    })?;
    if !file.is_file() {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if file.len() == 0 {
        return Err(StoreError::Empty(path.to_owned()));
    }
    let plain = read_header(path)?;
    let key = plain.is_none().then_some(key);
    if plain.is_some_and(|header| header.application_id != i64::from(schema::APPLICATION_ID)) {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let has_log = size_beside(path, "-wal") > 0;
    let header = if has_log || plain.is_none() { header_by(path, key)?.or(plain) } else { plain };
    match header {
        Some(header) if header.application_id != i64::from(schema::APPLICATION_ID) => {
            Err(StoreError::Foreign(path.to_owned()))
        }
        Some(header) if header.user_version > i64::from(schema::newest()) => Err(StoreError::Newer(path.to_owned())),
        _ => Ok(key),
    }
}

/// The first look by a connection: it rolls an interrupted write back, so the size is looked at after.
fn refuse_what_is_cut_off(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    // The cipher gives the size of a page as text.
    let size = conn.pragma_query_value(None, "page_size", |row| match row.get_ref(0)? {
        ValueRef::Text(digits) => Ok(std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok()).unwrap_or(0)),
        number => Ok(number.as_i64()?),
    });
    let pages = conn.pragma_query_value(None, "page_count", |row| row.get::<_, i64>(0));
    let needed = match (pages, size) {
        (Err(error), _) | (_, Err(error)) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(StoreError::Damaged);
        }
        (pages, size) => u64::try_from(pages? * size?).unwrap_or(0),
    };
    let is_cut_off = fs::metadata(path).map_or(0, |file| file.len()) < needed;
    if is_cut_off && size_beside(path, "-wal") == 0 {
        return Err(StoreError::Damaged);
    }
    Ok(conn.query_row("SELECT count(*) FROM households", [], |_| Ok(()))?)
}

/// Makes a new database beside its place and moves it there whole: what is interrupted leaves no file
/// that would be refused for ever. Where another start was faster, its database is the one.
fn create(path: &Path, key: &FileKey) -> Result<(), StoreError> {
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    let part = Part::beside(path).map_err(not_made)?;
    let mut conn = connect(part.path(), OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
    // Nothing else may appear beside a file that is only a part.
    conn.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
    schema::migrate(&mut conn, None)?;
    conn.close().map_err(|(_, error)| StoreError::from(error))?;
    match part.put_in_place(IfThere::Keep) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        done => done.map_err(not_made),
    }
}

/// Durability before speed. What is deleted leaves nothing
/// readable behind, and nothing is sorted in a file. Of the pages that were decrypted 64 MiB are kept.
fn prepare(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    switch_to_log(conn, path)?;
    Ok(conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536;",
    )?)
}

/// The switch needs the file for itself and does not wait by itself. While another program keeps it
/// busy, the old way of writing serves; so it does on a disk of another computer, where a log cannot be shared, and on a
/// stick, which may not be able to share memory.
fn switch_to_log(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let mode = if Ground::of(path) == Ground::Own { "WAL" } else { "DELETE" };
    let deadline = Instant::now() + PATIENCE;
    loop {
        match conn.pragma_update_and_check(None, "journal_mode", mode, |_| Ok(())).map_err(StoreError::from) {
            Err(StoreError::Busy) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(20)),
            Err(StoreError::Busy) | Ok(()) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}
