//! Connecting to a file: never without the cipher, never logging what it does.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::files::sidecar;
use crate::vault::FileKey;

use super::error::StoreError;

/// How long another program's write is waited for, unless somebody is less patient.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Connects with the key that the file is encrypted with; none: it is not. Whether the key fits is seen by the
/// first that is read.
pub(super) fn connect(path: &Path, access: OpenFlags, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let cipher: Option<String> = conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(StoreError::NoCipher);
    }
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    if let Some(key) = key {
        // The words around it are ours as well, so that what holds the key is wiped.
        let literal = key.literal();
        let mut statement = Zeroizing::new(String::with_capacity(128));
        for part in ["PRAGMA key = \"", literal.as_str(), "\";"] {
            statement.push_str(part);
        }
        conn.execute_batch(&statement)?;
    }
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// The versions of `SQLite` and of the cipher that are built in.
pub fn library_versions() -> (&'static str, Option<String>) {
    let cipher = Connection::open_in_memory().ok();
    let cipher = cipher.and_then(|conn| conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok());
    (rusqlite::version(), cipher)
}

/// The size of a file that lies beside the database; 0 where there is none.
pub(super) fn size_beside(path: &Path, ending: &str) -> u64 {
    fs::metadata(sidecar(path, ending)).map_or(0, |file| file.len())
}
