//! Putting a backup in the place of a database. What was there is kept beside, whole, with its log and its key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::backup::{Counted, Opened, count};
use super::connect::connect;
use super::encrypt::{close_log, faults_of_file};
use super::error::StoreError;
use super::schema;
use super::window::Window;
use crate::files::{IfThere, Part, is_taken, sidecar, write_whole};
use crate::vault::{FileKey, KeyFile};

/// What lies beside a database and belongs to it.
const BESIDE: [&str; 4] = ["-wal", "-shm", "-journal", KEY];
const KEY: &str = ".key";

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
    if backup.counted().is_none() {
        settle(part.path(), key)?;
    }
    let counted = refuse_what_is_not_as_counted(part.path(), key, backup.counted())?;
    if Window::is_any_open(path) {
        return Err(StoreError::InUse);
    }
    // Held until the new one is there: nobody begins a log meanwhile that would be read into it.
    let held = if is_taken(path) { fold_log(path, key)? } else { None };
    let kept = set_aside(path, key_file.filter(|_| held.is_some()))?;
    match key_file {
        // The key first: a database without its key is lost.
        Some(file) => file.keep(path, IfThere::Replace).map_err(not_made)?,
        None => remove(&KeyFile::place(path)).map_err(not_made)?,
    }
    part.put_in_place(IfThere::Replace).map_err(not_made)?;
    drop(held);
    Ok(Restored { counted, kept })
}

/// Makes of a copy by hand a file that needs none beside it.
fn settle(file: &Path, key: Option<&FileKey>) -> Result<(), StoreError> {
    let conn = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    let id: Result<i32, _> = conn.pragma_query_value(None, "application_id", |row| row.get(0));
    if id.ok() != Some(schema::APPLICATION_ID) {
        return Err(StoreError::Foreign(file.to_owned()));
    }
    close_log(&conn)
}

fn refuse_what_is_not_as_counted(
    file: &Path,
    key: Option<&FileKey>,
    wanted: Option<&Counted>,
) -> Result<Counted, StoreError> {
    let conn = connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    if schema::version(&conn)? > schema::newest() {
        return Err(StoreError::Newer(file.to_owned()));
    }
    let counted = count(&conn)?;
    if faults_of_file(&conn)?.is_empty() && wanted.is_none_or(|wanted| counted == *wanted) {
        Ok(counted)
    } else {
        Err(StoreError::Damaged)
    }
}

/// Keeps the database that is there under another name, with what lies beside it; of one that is not there, what is
/// left of it. Until the new one takes its place there is a database at the place, and no log that would be read into
/// the new one. `opens` is a key file that is known to open it.
fn set_aside(path: &Path, opens: Option<&KeyFile>) -> Result<Option<PathBuf>, StoreError> {
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    let beside = BESIDE.map(|ending| (ending, sidecar(path, ending)));
    if !is_taken(path) && beside.iter().all(|(_, file)| !is_taken(file)) {
        return Ok(None);
    }
    let free = |name: &PathBuf| !is_taken(name) && BESIDE.iter().all(|ending| !is_taken(&sidecar(name, ending)));
    let mut names = (1..).map(|number| sidecar(path, format!(".replaced-{number}")));
    let kept = names.find(free).ok_or(StoreError::Io)?;
    for (ending, file) in beside.iter().filter(|(_, file)| is_taken(file)) {
        if *ending == KEY {
            let bytes = fs::read(file).map_err(not_made)?;
            write_whole(&sidecar(&kept, ending), &bytes, IfThere::Keep).map_err(not_made)?;
        } else {
            fs::rename(file, sidecar(&kept, ending)).map_err(not_made)?;
        }
    }
    if let Some(opens) = opens.filter(|_| !is_taken(&KeyFile::place(&kept))) {
        opens.keep(&kept, IfThere::Keep).map_err(not_made)?;
    }
    if is_taken(path) {
        // A second name, so that the first is never without a file; where there are none, the file itself goes.
        fs::hard_link(path, &kept).or_else(|_| fs::rename(path, &kept)).map_err(not_made)?;
    }
    Ok(Some(kept))
}

/// Folds the log in and keeps everybody else out, as long as what it gives is held; none where no key of ours opens the
/// file, which is then kept as it lies there, log and all.
fn fold_log(path: &Path, key: Option<&FileKey>) -> Result<Option<Connection>, StoreError> {
    let open = FileKey::open();
    let keys = if crate::vault::is_plain(path).unwrap_or(false) { [None, None] } else { [key, Some(&open)] };
    for key in keys {
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        match close_log(&conn) {
            Ok(()) => return Ok(Some(conn)),
            Err(StoreError::InUse) => return Err(StoreError::InUse),
            Err(_) => {}
        }
    }
    Ok(None)
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
