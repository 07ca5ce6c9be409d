//! Encrypting a database by another key: a copy beside it, compared row by row, takes its place.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use super::connect::connect;
use super::error::StoreError;
use super::progress::{Progress, watched};
use super::{Access, Store, schema};
use crate::files::{IfThere, Part, is_taken, sidecar};
use crate::vault::{FileKey, KeyFile};

impl Store {
    /// Encrypts the file by a key of its own, which the key file seals. The old file goes when the new one was found
    /// to hold the same; until then nothing is changed.
    pub fn encrypt(
        &mut self,
        path: &Path,
        key: &FileKey,
        key_file: &KeyFile,
        progress: Progress<'_>,
    ) -> Result<(), StoreError> {
        if let Access::LookOnly { why, .. } = &self.access {
            return Err(why.clone());
        }
        // Nobody has it open meanwhile, this connection neither.
        self.let_go()?;
        let encrypted = encrypt_in_place(path, self.key.as_ref(), (key, key_file), progress);
        let key = if encrypted.is_ok() { Some(key.clone()) } else { self.key.clone() };
        self.take_up(path, key.as_ref())?;
        encrypted
    }

    /// Lets go of the file, so that another connection has it alone. Until it is taken up again nothing can be read.
    pub fn let_go(&mut self) -> Result<(), StoreError> {
        self.conn = Connection::open_in_memory()?;
        Ok(())
    }

    /// Opens the file again that was let go of.
    pub fn take_up(&mut self, path: &Path, key: Option<&FileKey>) -> Result<(), StoreError> {
        let known = self.known.take();
        *self = Self::open_to_write(path, key)?;
        self.known = known;
        Ok(())
    }
}

fn encrypt_in_place(
    path: &Path,
    old: Option<&FileKey>,
    (new, key_file): (&FileKey, &KeyFile),
    progress: Progress<'_>,
) -> Result<(), StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, old)?;
    close_log(&conn)?;
    refuse_foreign_key_file(path)?;
    let part = Part::beside(path).map_err(|error| StoreError::of_file(&error, path))?;
    let whole = std::fs::metadata(path).map_or(0, |it| it.len());
    watched(&conn, (&[part.path()], whole), progress, || write_encrypted(&conn, part.path(), new))?;
    let not_made = |error: std::io::Error| StoreError::of_file(&error, path);
    // The key first: a database without its key is lost, a key without its database is not.
    key_file.keep(path, IfThere::Replace).map_err(not_made)?;
    part.put_in_place(IfThere::Replace).map_err(not_made)?;
    // The old file is gone from its place; nothing of it is written any more.
    drop(conn);
    Ok(())
}

/// Writes all of a database into a file of another key, and looks that over.
fn write_encrypted(conn: &Connection, to: &Path, key: &FileKey) -> Result<(), StoreError> {
    conn.execute(
        "ATTACH CAST(?1 AS TEXT) AS fresh KEY ?2",
        rusqlite::params![to.as_os_str().as_encoded_bytes(), key.literal().as_str()],
    )?;
    conn.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
    conn.pragma_update(Some("fresh"), "user_version", schema::version(conn)?)?;
    conn.pragma_update(Some("fresh"), "application_id", schema::APPLICATION_ID)?;
    refuse_what_differs(conn)?;
    conn.execute("DETACH fresh", [])?;
    refuse_what_is_damaged(to, Some(key))
}

/// The key file of another database is not written over.
fn refuse_foreign_key_file(path: &Path) -> Result<(), StoreError> {
    let place = KeyFile::place(path);
    if !is_taken(&place) {
        return Ok(());
    }
    let mut names = (1..).map(|number| sidecar(&place, format!(".replaced-{number}")));
    let kept = names.find(|name| !is_taken(name)).ok_or(StoreError::Io)?;
    std::fs::rename(&place, kept).map_err(|error| StoreError::of_file(&error, path))
}

/// Folds the log into the file and goes on without one; refused while somebody else has the file open.
pub(super) fn close_log(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(std::time::Duration::from_secs(1))?;
    let mode: Result<String, _> = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0));
    match mode.map_err(StoreError::from) {
        Ok(mode) if mode == "delete" => {
            Ok(conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;")?)
        }
        Ok(_) | Err(StoreError::Busy) => Err(StoreError::InUse),
        Err(error) => Err(error),
    }
}

/// Every table of the copy holds the rows that the original does.
fn refuse_what_differs(conn: &Connection) -> Result<(), StoreError> {
    let tables = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let tables: Vec<String> = conn.prepare(tables)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for table in tables {
        for (here, there) in [("main", "fresh"), ("fresh", "main")] {
            let missing = format!(
                "SELECT count(*) FROM (SELECT * FROM {here}.\"{table}\" EXCEPT SELECT * FROM {there}.\"{table}\")"
            );
            if conn.query_row(&missing, [], |row| row.get::<_, i64>(0))? != 0 {
                return Err(StoreError::Io);
            }
        }
    }
    Ok(())
}

/// Every page of a database can be read and is what was written.
pub(super) fn refuse_what_is_damaged(path: &Path, key: Option<&FileKey>) -> Result<(), StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    if faults_of_file(&conn)?.is_empty() { Ok(()) } else { Err(StoreError::Damaged) }
}

/// What the cipher and `SQLite` say is wrong with a file, by the name of the check; empty where it is sound.
pub(super) fn faults_of_file(conn: &Connection) -> Result<Vec<&'static str>, StoreError> {
    let mut faults = Vec::new();
    for check in ["cipher_integrity_check", "integrity_check"] {
        if says_more_than_ok(conn, check)? {
            faults.push(check);
        }
    }
    Ok(faults)
}

/// A check of the database gives a row for each thing that is wrong, or none but *ok*.
pub(super) fn says_more_than_ok(conn: &Connection, check: &str) -> Result<bool, StoreError> {
    let mut statement = conn.prepare(&format!("PRAGMA {check}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if row.get::<_, Value>(0)? != Value::Text("ok".to_owned()) {
            return Ok(true);
        }
    }
    Ok(false)
}
