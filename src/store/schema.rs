//! Bringing a database to the present form: one SQL file a step, each with its reason, never edited
//! once released. Old or new whatever happens, and the next start goes on from there.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::connect::connect;
use crate::files::{IfThere, Part, is_taken};

use super::error::StoreError;

/// Marks a file as ours: "HUIF" in ASCII.
pub(super) const APPLICATION_ID: i32 = 0x4855_4946;

const STEPS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_visits_in_full.sql"),
    include_str!("migrations/0003_income_policies_and_risk.sql"),
    include_str!("migrations/0004_drafts_of_windows_and_imports.sql"),
    include_str!("migrations/0005_statements_that_are_void.sql"),
    include_str!("migrations/0006_alerts_of_households.sql"),
    include_str!("migrations/0007_ledger_of_problems.sql"),
    include_str!("migrations/0008_contacts_and_checked_findings.sql"),
];

/// Where a database file names the program that it belongs to.
const APPLICATION_ID_AT: usize = 68;
const HEADER_BYTES: u64 = 72;

/// Another start may be bringing a large database up.
const PATIENCE: Duration = Duration::from_mins(1);

/// The `user_version` that this program writes.
pub(super) fn newest() -> i32 {
    i32::try_from(STEPS.len()).unwrap_or(i32::MAX)
}

/// The form that a database has.
pub(super) fn version(conn: &Connection) -> Result<i32, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Runs the steps that the database has not seen, in one transaction. A database with content is copied
/// beside itself first. Several starts at once wait for each other, and one of them does it.
pub(super) fn migrate(conn: &mut Connection, path: Option<&Path>) -> Result<(), StoreError> {
    if version(conn)? == newest() {
        return Ok(());
    }
    conn.busy_timeout(PATIENCE)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&tx)?;
    if version > newest() {
        return Err(StoreError::Newer(path.map(Path::to_owned).unwrap_or_default()));
    }
    if version == newest() {
        return Ok(());
    }
    if let (Some(path), 1..) = (path, version) {
        keep_copy(path, version)?;
    }
    for step in STEPS.iter().skip(usize::try_from(version).unwrap_or(0)) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", newest())?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(tx.commit()?)
}

/// Copies the database beside itself, as `name.v3.bak`: whole, looked over and durable, or not at all. A
/// whole copy of another state keeps its name; what an interrupted try left gives way.
fn keep_copy(path: &Path, version: i32) -> Result<(), StoreError> {
    let named = |ending: &str| path.with_extension(format!("v{version}{ending}.bak"));
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    let part = Part::beside(&named("")).map_err(not_made)?;
    let source = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // As bytes: a file's name may be no UTF-8.
    source.execute("VACUUM INTO CAST(?1 AS TEXT)", [part.path().as_os_str().as_encoded_bytes()])?;
    drop(source);
    if !is_whole(part.path(), version) {
        return Err(StoreError::Io);
    }
    let mut place = named("");
    for number in 2.. {
        if !is_taken(&place) {
            return part.put_at(&place, IfThere::Keep).map_err(not_made);
        }
        // What cannot be read is another state.
        if is_same_content(&place, part.path()).unwrap_or(false) {
            return Ok(());
        }
        if is_torn(&place, version) {
            return part.put_at(&place, IfThere::Replace).map_err(not_made);
        }
        place = named(&format!("-{number}"));
    }
    Ok(())
}

/// The copy can be opened, is of this form, and every page of it can be read.
fn is_whole(copy: &Path, version: i32) -> bool {
    let looked_over = || -> Result<bool, StoreError> {
        let conn = connect(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let said: String = conn.pragma_query_value(None, "quick_check", |row| row.get(0))?;
        Ok(id == APPLICATION_ID && self::version(&conn)? == version && said == "ok")
    };
    looked_over().unwrap_or(false)
}

/// What an interrupted try of ours left: nothing, or a beginning. Whatever else somebody keeps under that
/// name is not ours to replace.
fn is_torn(copy: &Path, version: i32) -> bool {
    let mut begun = Vec::new();
    let read = File::open(copy).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut begun));
    if read.is_err() || !copy.is_file() {
        return false;
    }
    let magic = b"SQLite format 3\0";
    let is_begun = magic.starts_with(&begun[..begun.len().min(magic.len())]) || begun.iter().all(|byte| *byte == 0);
    let is_named = begun.get(APPLICATION_ID_AT..).is_none_or(|id| id == APPLICATION_ID.to_be_bytes() || id == [0; 4]);
    is_begun && is_named && !is_whole(copy, version)
}

fn is_same_content(a: &Path, b: &Path) -> io::Result<bool> {
    if !a.is_file() || fs::metadata(a)?.len() != fs::metadata(b)?.len() {
        return Ok(false);
    }
    let (a, b) = (BufReader::new(File::open(a)?), BufReader::new(File::open(b)?));
    for (a, b) in a.bytes().zip(b.bytes()) {
        if a? != b? {
            return Ok(false);
        }
    }
    Ok(true)
}
