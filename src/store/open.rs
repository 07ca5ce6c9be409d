//! Opening the file: what is not ours, too new, empty or damaged is refused and left as it is.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::StoreError;
use super::{Store, schema};

/// What to do where there is no file yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfMissing {
    Create,
    Refuse,
}

impl Store {
    /// Opens a database file, and creates it only when told to.
    pub fn open(path: &Path, if_missing: IfMissing) -> Result<Self, StoreError> {
        match (path.exists(), if_missing) {
            (true, _) => refuse_what_is_not_ours(path)?,
            (false, IfMissing::Refuse) => return Err(StoreError::Missing(path.to_owned())),
            (false, IfMissing::Create) => create(path)?,
        }
        let mut store = Self::open_again(path)?;
        schema::migrate(&mut store.conn, Some(path))?;
        Ok(store)
    }

    /// Another connection to a database that this process has open: it was looked at then, and reading
    /// its file by other means now would drop the locks on it.
    pub fn open_again(path: &Path) -> Result<Self, StoreError> {
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        prepare(&conn)?;
        Ok(Self { conn })
    }

    /// A number that changes when another process has written.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }
}

fn connect(path: &Path, access: OpenFlags) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let cipher: Option<String> = conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(StoreError::NoCipher);
    }
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// What the first page of a database file says of itself.
struct Header {
    application_id: i64,
    user_version: i64,
}

/// Reads the first bytes of the file alone, so that nothing appears beside a file that is not ours.
fn read_header(path: &Path) -> Result<Header, StoreError> {
    let mut bytes = [0; 72];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut bytes));
    if read.is_err() || !bytes.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let number = |at: usize| i64::from(i32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]));
    Ok(Header { application_id: number(68), user_version: number(60) })
}

/// The same through a connection: needed while the newest pages lie in the log beside the file.
fn ask_header(path: &Path) -> Result<Header, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |pragma: &str| conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0));
    match (number("application_id"), number("user_version")) {
        (Err(error), _) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            Err(StoreError::Foreign(path.to_owned()))
        }
        (application_id, user_version) => Ok(Header { application_id: application_id?, user_version: user_version? }),
    }
}

/// Looks at a file before anything could be written to it.
fn refuse_what_is_not_ours(path: &Path) -> Result<(), StoreError> {
    let size = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
    let has_log = size(&path.with_file_name(sidecar(path, "-wal"))) > 0;
    if path.is_dir() {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if size(path) == 0 && !has_log {
        return Err(StoreError::Empty(path.to_owned()));
    }
    let header = if has_log { ask_header(path)? } else { read_header(path)? };
    if header.application_id != i64::from(schema::APPLICATION_ID) {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if header.user_version > i64::from(schema::newest()) {
        return Err(StoreError::Newer(path.to_owned()));
    }
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |pragma: &str| conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0));
    let cut_off = size(path) < u64::try_from(number("page_count")? * number("page_size")?).unwrap_or(0);
    if cut_off && !has_log {
        return Err(StoreError::Damaged);
    }
    conn.query_row("SELECT count(*) FROM households", [], |_| Ok(()))?;
    Ok(())
}

/// Makes a new database beside its place and moves it there whole: what is interrupted leaves no file
/// that would be refused for ever.
fn create(path: &Path) -> Result<(), StoreError> {
    let part = path.with_file_name(sidecar(path, &format!(".part-{}", std::process::id())));
    make_private_file(&part)?;
    let mut conn = connect(&part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    schema::migrate(&mut conn, None)?;
    conn.close().map_err(|(_, error)| StoreError::from(error))?;
    let moved = if path.exists() { fs::remove_file(&part) } else { fs::rename(&part, path) };
    moved.map_err(|_| StoreError::Folder(path.to_owned()))
}

fn sidecar(path: &Path, ending: &str) -> std::ffi::OsString {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    name
}

/// Makes the file so that only this person can read it. Its folder must be there: a mistyped path
/// makes none.
fn make_private_file(path: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|_| StoreError::Folder(path.to_owned()))?;
    Ok(())
}

/// Durability before speed; a file system that cannot do WAL falls back by itself.
fn prepare(conn: &Connection) -> Result<(), StoreError> {
    let _mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;")?;
    Ok(())
}
