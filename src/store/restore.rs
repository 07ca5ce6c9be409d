//! Putting a backup in the place of a database. What was there is kept beside, whole, with its log and its key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::backup::{Counted, Opened, count};
use super::connect::connect;
use super::encrypt::{close_log, faults_of_file};
use super::error::StoreError;
use super::schema;
use crate::files::{IfThere, Part, is_taken, sidecar};
use crate::vault::{FileKey, KeyFile};

/// What lies beside a database and belongs to it.
const BESIDE: [&str; 4] = ["-wal", "-shm", "-journal", ".key"];

/// What was restored, and where that lies which was there before.
#[derive(Debug)]
pub struct Restored {
    pub counted: Counted,
    pub kept: Option<PathBuf>,
}

/// Puts a backup in the place of the database at `path`, once it was opened by its key, looked over and counted.
/// `key_file` is the one that lies beside it from then on.
pub fn restore(
    backup: &mut Opened,
    path: &Path,
    key: Option<&FileKey>,
    key_file: Option<&KeyFile>,
) -> Result<Restored, StoreError> {
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    let part = Part::beside(path).map_err(not_made)?;
    backup.take_out(part.path())?;
    let open = FileKey::open();
    let is_plain = crate::vault::is_plain(part.path()).map_err(not_made)?;
    let key = (!is_plain).then(|| key.unwrap_or(&open));
    let counted = refuse_what_is_not_as_counted(part.path(), key, backup.counted())?;
    let kept = if is_taken(path) { Some(set_aside(path, key)?) } else { None };
    match key_file {
        // The key first: a database without its key is lost.
        Some(file) => file.keep(path, IfThere::Replace).map_err(not_made)?,
        None => remove(&KeyFile::place(path)).map_err(not_made)?,
    }
    part.put_in_place(IfThere::Replace).map_err(not_made)?;
    Ok(Restored { counted, kept })
}

fn refuse_what_is_not_as_counted(file: &Path, key: Option<&FileKey>, wanted: &Counted) -> Result<Counted, StoreError> {
    let conn = connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    if schema::version(&conn)? > schema::newest() {
        return Err(StoreError::Newer(file.to_owned()));
    }
    let counted = count(&conn)?;
    if faults_of_file(&conn)?.is_empty() && counted == *wanted { Ok(counted) } else { Err(StoreError::Damaged) }
}

/// Keeps the database that is there under another name, with what lies beside it. Until the new one takes its place
/// there is a database at the place, and no log that would be read into the new one.
fn set_aside(path: &Path, key: Option<&FileKey>) -> Result<PathBuf, StoreError> {
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    // What cannot be opened is kept as it lies there, log and all.
    if let Err(StoreError::InUse) = fold_log(path, key) {
        return Err(StoreError::InUse);
    }
    let mut names = (1..).map(|number| sidecar(path, format!(".replaced-{number}")));
    let kept = names.find(|name| !is_taken(name)).ok_or(StoreError::Io)?;
    for ending in BESIDE {
        let beside = sidecar(path, ending);
        if ending == ".key" && beside.exists() {
            fs::copy(&beside, sidecar(&kept, ending)).map_err(not_made)?;
        } else if beside.exists() {
            fs::rename(&beside, sidecar(&kept, ending)).map_err(not_made)?;
        }
    }
    // A second name, so that the first is never without a file; where there are none, the file itself goes.
    fs::hard_link(path, &kept).or_else(|_| fs::rename(path, &kept)).map_err(not_made)?;
    Ok(kept)
}

/// Refused while somebody has it open.
fn fold_log(path: &Path, key: Option<&FileKey>) -> Result<(), StoreError> {
    let open = FileKey::open();
    let keys = if crate::vault::is_plain(path).unwrap_or(false) { [None, None] } else { [key, Some(&open)] };
    let mut last = StoreError::Damaged;
    for key in keys {
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        match close_log(&conn) {
            Ok(()) => return Ok(()),
            Err(StoreError::InUse) => return Err(StoreError::InUse),
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
