//! A database that cannot be written is looked at all the same: as it lies there where that is safe, else
//! in a copy that goes with the program.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rusqlite::{Connection, OpenFlags};

use super::connect::{connect, size_beside};
use crate::files::{Part, Throwaway, sidecar};
use crate::vault::FileKey;

use super::error::StoreError;
use super::{Access, Store, schema};

/// How often a copy is begun while others write.
const COPY_TRIES: usize = 5;

/// Opens for looking; where not even that can be done, says why it could not be opened at all.
pub(super) fn open(path: &Path, key: Option<&FileKey>, why: StoreError) -> Result<Store, StoreError> {
    let direct = || if is_settled(path) { unchanging(path, key).ok() } else { None };
    let copied = || of_copy(path, key).ok().map(|(conn, folder)| (conn, Some(Arc::new(folder))));
    // Where others may be writing, the file is only looked at as it lies there if no copy can be made.
    let opened = if nobody_can_write_beside(path) {
        direct().map(|conn| (conn, None)).or_else(copied)
    } else {
        copied().or_else(|| direct().map(|conn| (conn, None)))
    };
    let Some((conn, copy)) = opened else { return Err(why) };
    conn.pragma_update(None, "query_only", true)?;
    Ok(Store::looking(conn, key, why, copy))
}

fn is_settled(path: &Path) -> bool {
    size_beside(path, "-wal") == 0 && size_beside(path, "-journal") == 0
}

fn nobody_can_write_beside(path: &Path) -> bool {
    Part::beside(path).is_err_and(|error| error.kind() == io::ErrorKind::ReadOnlyFilesystem)
}

impl Store {
    fn looking(conn: Connection, key: Option<&FileKey>, why: StoreError, copy: Option<Arc<Throwaway>>) -> Self {
        let access = Access::LookOnly { why, copy };
        Self { conn, key: key.cloned(), access, known: None, lacking: None, newer_elsewhere: None }
    }
}

/// A second connection to what `store` looks at.
pub(super) fn open_again(store: &Store, path: &Path) -> Result<Store, StoreError> {
    let Access::LookOnly { why, copy } = &store.access else { return Err(StoreError::ReadOnly) };
    let key = store.key.as_ref();
    let conn = match copy {
        Some(folder) => connect(&place_in(folder.path()), OpenFlags::SQLITE_OPEN_READ_WRITE, key)?,
        None => living(path, key).or_else(|_| unchanging(path, key))?,
    };
    conn.pragma_update(None, "query_only", true)?;
    Ok(Store::looking(conn, key, why.clone(), copy.clone()))
}

/// The file as others may still be writing to it.
fn living(path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    schema::version(&conn)?;
    Ok(conn)
}

/// The file as it lies there; only where nobody can be writing to it and its form is the present one.
fn unchanging(path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let conn = as_it_lies(path, key)?;
    if schema::version(&conn)? == schema::newest() { Ok(conn) } else { Err(StoreError::ReadOnly) }
}

/// A file that nobody writes to meanwhile, of whatever form: nothing appears beside it.
pub(super) fn as_it_lies(path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    connect(&uri(path), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI, key)
}

fn uri(path: &Path) -> PathBuf {
    let mut uri = OsString::from("file:");
    for byte in std::path::absolute(path).unwrap_or(path.to_owned()).as_os_str().as_encoded_bytes() {
        uri.push(if byte.is_ascii_alphanumeric() || b"/._-".contains(byte) {
            char::from(*byte).to_string()
        } else {
            format!("%{byte:02x}")
        });
    }
    uri.push("?immutable=1");
    uri.into()
}

/// A copy for this person alone, with what lies beside the file: there an interrupted write is rolled
/// back and an older form brought up.
fn of_copy(path: &Path, key: Option<&FileKey>) -> Result<(Connection, Throwaway), StoreError> {
    let folder = Throwaway::new().map_err(|_| StoreError::Full)?;
    let place = place_in(folder.path());
    for _ in 0..COPY_TRIES {
        let before = state_of(path);
        copy_with_what_lies_beside(path, &place).map_err(|_| StoreError::Full)?;
        if state_of(path) == before {
            break;
        }
    }
    drop(Store::open_to_write(&place, key)?);
    Ok((connect(&place, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?, folder))
}

fn copy_with_what_lies_beside(path: &Path, place: &Path) -> io::Result<()> {
    fs::copy(path, place)?;
    for ending in ["-wal", "-journal"] {
        match fs::copy(sidecar(path, ending), sidecar(place, ending)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::remove_file(sidecar(place, ending)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            },
            copied => drop(copied?),
        }
    }
    Ok(())
}

/// By which it is seen that somebody wrote while the files were copied.
fn state_of(path: &Path) -> [Option<(u64, SystemTime)>; 3] {
    [path.to_owned(), sidecar(path, "-wal"), sidecar(path, "-journal")]
        .map(|file| fs::metadata(file).ok().and_then(|file| Some((file.len(), file.modified().ok()?))))
}

fn place_in(folder: &Path) -> PathBuf {
    folder.join("looked-at.db")
}
