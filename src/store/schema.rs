//! Bringing a database to the present form: one SQL file a step, each with its reason, never edited
//! once released. Old or new whatever happens, and the next start goes on from there.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::files::{IfThere, Part, is_taken};

use super::error::StoreError;
use super::open::connect;

/// Marks a file as ours: "HUIF" in ASCII.
pub(super) const APPLICATION_ID: i32 = 0x4855_4946;

const STEPS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_visits_in_full.sql"),
    include_str!("migrations/0003_income_policies_and_risk.sql"),
    include_str!("migrations/0004_drafts_of_each_window.sql"),
];

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
    if version >= newest() {
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
        if is_same_content(&place, part.path()).map_err(not_made)? {
            return Ok(());
        }
        if place.is_file() && !is_whole(&place, version) {
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
