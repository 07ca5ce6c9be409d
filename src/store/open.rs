//! Opening the file: what is not ours, too new, empty or damaged is refused and left as it is.

use std::fs;
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
        let exists = path.exists();
        if !exists && if_missing == IfMissing::Refuse {
            return Err(StoreError::Missing(path.to_owned()));
        }
        if exists {
            refuse_what_is_not_ours(path)?;
        } else {
            make_private_file(path)?;
        }
        let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        prepare(&conn)?;
        schema::migrate(&mut conn, Some(path))?;
        Ok(Self { conn })
    }

    /// A second connection for reading beside the one that writes.
    pub fn open_for_reading(path: &Path) -> Result<Self, StoreError> {
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
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

/// Looks at a file before anything could be written to it.
fn refuse_what_is_not_ours(path: &Path) -> Result<(), StoreError> {
    let size = fs::metadata(path).map_err(|_| StoreError::Io)?.len();
    if size == 0 {
        return Err(StoreError::Empty(path.to_owned()));
    }
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |pragma: &str| conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0));
    let application_id = match number("application_id") {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(StoreError::Foreign(path.to_owned()));
        }
        other => other?,
    };
    if application_id != i64::from(schema::APPLICATION_ID) {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if number("user_version")? > i64::from(schema::newest()) {
        return Err(StoreError::Newer(path.to_owned()));
    }
    let cut_off = size < u64::try_from(number("page_count")? * number("page_size")?).unwrap_or(0);
    let no_journal = !path.with_file_name(sidecar(path, "-wal")).exists();
    if cut_off && no_journal {
        return Err(StoreError::Damaged);
    }
    conn.query_row("SELECT count(*) FROM households", [], |_| Ok(()))?;
    Ok(())
}

fn sidecar(path: &Path, ending: &str) -> std::ffi::OsString {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    name
}

/// Makes the folder and the file so that only this person can read them.
fn make_private_file(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        let failed = |_| StoreError::Folder(folder.to_owned());
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder).map_err(failed)?;
    }
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
