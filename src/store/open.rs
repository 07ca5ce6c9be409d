//! Opening the file: what is not ours, too new, empty or damaged is refused and left as it is; what was
//! interrupted is made whole; what cannot be written is at least looked at.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::connect::{PATIENCE, connect, size_beside};
use crate::files::{IfThere, Part, is_taken};

use super::error::StoreError;
use super::footing::Footing;
use super::{Access, Store, look_only, schema};

/// What to do where there is no file yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfMissing {
    Create,
    Refuse,
}

impl Store {
    /// Opens a database file, and creates it only when told to. Where it cannot be written it is opened
    /// for looking.
    pub fn open(path: &Path, if_missing: IfMissing) -> Result<Self, StoreError> {
        match (is_taken(path), if_missing) {
            (true, _) => {}
            (false, IfMissing::Refuse) => return Err(StoreError::Missing(path.to_owned())),
            (false, IfMissing::Create) => create(path)?,
        }
        refuse_what_is_not_ours(path)?;
        match Self::open_to_write(path) {
            Err(why) if why.leaves_looking() => look_only::open(path, cause(path, why)),
            opened => opened,
        }
    }

    /// Another connection to a database that this process has open: it was looked at then, and reading
    /// its file by other means now would drop the locks on it.
    pub fn open_again(&self, path: &Path) -> Result<Self, StoreError> {
        let Access::Full(footing) = &self.access else { return look_only::open_again(self, path) };
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        prepare(&conn)?;
        let access = Access::Full(footing.through(&conn));
        Ok(Self { conn, access })
    }

    pub(super) fn open_to_write(path: &Path) -> Result<Self, StoreError> {
        let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        refuse_what_is_cut_off(&conn, path)?;
        if conn.is_readonly(MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        prepare(&conn)?;
        schema::migrate(&mut conn, Some(path))?;
        conn.busy_timeout(PATIENCE)?;
        conn.query_row("SELECT count(*) FROM settings", [], |_| Ok(()))?;
        Ok(Self::over(conn, path))
    }

    fn over(conn: Connection, path: &Path) -> Self {
        let access = Access::Full(Footing::of(path, &conn));
        Self { conn, access }
    }

    /// A number that changes when another process has written.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// How long another program's write is waited for from now on.
    pub fn set_patience(&self, patience: Duration) -> Result<(), StoreError> {
        Ok(self.conn.busy_timeout(patience)?)
    }
}

/// What keeps anything from being written beside the database, where the database itself could not say.
fn cause(path: &Path, said: StoreError) -> StoreError {
    let written = Part::beside(path).and_then(|mut part| part.write(&[0; 4096]));
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
/// database of ours names itself there from its first moment.
fn read_header(path: &Path) -> Result<Header, StoreError> {
    let mut bytes = [0; 72];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut bytes));
    match read.map_err(|error| error.kind()) {
        Err(io::ErrorKind::PermissionDenied) => return Err(StoreError::NoPermission(path.to_owned())),
        Err(io::ErrorKind::UnexpectedEof) => return Err(StoreError::Foreign(path.to_owned())),
        Err(_) => return Err(StoreError::Io),
        Ok(()) => {}
    }
    if !bytes.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let number = |at: usize| i64::from(i32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]));
    Ok(Header { application_id: number(68), user_version: number(60) })
}

/// The form that the log beside the file brings it to; none where that cannot be read without writing.
fn version_in_log(path: &Path) -> Option<i64> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).ok()
}

/// Looks at a file before anything could be written to it, or beside it.
fn refuse_what_is_not_ours(path: &Path) -> Result<(), StoreError> {
    let file = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => StoreError::NoPermission(path.to_owned()),
        io::ErrorKind::NotFound => StoreError::Dangling(path.to_owned()),
        _ => StoreError::Io,
    })?;
    if !file.is_file() {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let has_log = size_beside(path, "-wal") > 0;
    if file.len() == 0 {
        return Err(StoreError::Empty(path.to_owned()));
    }
    let header = read_header(path)?;
    if header.application_id != i64::from(schema::APPLICATION_ID) {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let version = if has_log { version_in_log(path) } else { None };
    if version.unwrap_or(header.user_version) > i64::from(schema::newest()) {
        return Err(StoreError::Newer(path.to_owned()));
    }
    Ok(())
}

/// The first look by a connection: it rolls an interrupted write back, so the size is looked at after.
fn refuse_what_is_cut_off(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let needed = match (number("page_count"), number("page_size")) {
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
fn create(path: &Path) -> Result<(), StoreError> {
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    let part = Part::beside(path).map_err(not_made)?;
    let mut conn = connect(part.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Nothing else may appear beside a file that is only a part.
    conn.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
    schema::migrate(&mut conn, None)?;
    conn.close().map_err(|(_, error)| StoreError::from(error))?;
    match part.put_in_place(IfThere::Keep) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        done => done.map_err(not_made),
    }
}

/// Durability before speed; a file system that cannot do WAL falls back by itself.
fn prepare(conn: &Connection) -> Result<(), StoreError> {
    switch_to_log(conn)?;
    Ok(conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;")?)
}

/// The switch needs the file for itself and does not wait by itself. While another program keeps it
/// busy, the old way of writing serves.
fn switch_to_log(conn: &Connection) -> Result<(), StoreError> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).map_err(StoreError::from) {
            Err(StoreError::Busy) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(20)),
            Err(StoreError::Busy) | Ok(()) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}
