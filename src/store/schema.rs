//! Bringing a database to the present form: one SQL file a step, each with its reason, never edited
//! once released. Old or new whatever happens, and the next start goes on from there.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::chain;
use super::connect::connect;
use crate::files::{IfThere, Part, is_taken};
use crate::vault::FileKey;

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
    include_str!("migrations/0009_chain_of_revisions_and_audit_log.sql"),
    include_str!("migrations/0010_clues.sql"),
    include_str!("migrations/0011_procedures.sql"),
    include_str!("migrations/0012_key_groups.sql"),
];

/// The form from which on revisions carry hashes.
pub(super) const WITH_CHAIN: i32 = 9;

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
pub(super) fn migrate(conn: &mut Connection, at: Option<(&Path, Option<&FileKey>)>) -> Result<(), StoreError> {
    if version(conn)? == newest() {
        return Ok(());
    }
    conn.busy_timeout(PATIENCE)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&tx)?;
    if version > newest() {
        return Err(StoreError::Newer(at.map(|(path, _)| path.to_owned()).unwrap_or_default()));
    }
    if version == newest() {
        return Ok(());
    }
    if let (Some((path, key)), 1..) = (at, version) {
        keep_copy(path, key, version)?;
    }
    run_steps(&tx, version, newest())?;
    Ok(tx.commit()?)
}

/// Gives an empty database the form of another one.
pub(super) fn begin(conn: &mut Connection, version: i32) -> Result<(), StoreError> {
    let tx = conn.transaction()?;
    run_steps(&tx, 0, version)?;
    Ok(tx.commit()?)
}

fn run_steps(tx: &Connection, from: i32, to: i32) -> Result<(), StoreError> {
    for form in from + 1..=to {
        let step = usize::try_from(form - 1).ok().and_then(|at| STEPS.get(at)).ok_or(StoreError::Damaged)?;
        tx.execute_batch(step)?;
        if form == WITH_CHAIN {
            chain::fill(tx)?;
        }
    }
    tx.pragma_update(None, "user_version", to)?;
    Ok(tx.pragma_update(None, "application_id", APPLICATION_ID)?)
}

/// Copies the database beside itself, as `name.v3.bak`: whole, looked over and durable, or not at all. A
/// whole copy of another state keeps its name; what an interrupted try left gives way.
fn keep_copy(path: &Path, key: Option<&FileKey>, version: i32) -> Result<(), StoreError> {
    let named = |ending: &str| path.with_extension(format!("v{version}{ending}.bak"));
    let not_made = |error: io::Error| StoreError::of_file(&error, path);
    let part = Part::beside(&named("")).map_err(not_made)?;
    let source = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    // As bytes: a file's name may be no UTF-8.
    source.execute("VACUUM INTO CAST(?1 AS TEXT)", [part.path().as_os_str().as_encoded_bytes()])?;
    drop(source);
    if !is_whole(part.path(), key, version) {
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
        if is_torn(&place, key, version) {
            return part.put_at(&place, IfThere::Replace).map_err(not_made);
        }
        place = named(&format!("-{number}"));
    }
    Ok(())
}

/// The copy can be opened, is of this form, and every page of it can be read.
fn is_whole(copy: &Path, key: Option<&FileKey>, version: i32) -> bool {
    let looked_over = || -> Result<bool, StoreError> {
        let conn = connect(copy, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let said: String = conn.pragma_query_value(None, "quick_check", |row| row.get(0))?;
        Ok(id == APPLICATION_ID && self::version(&conn)? == version && said == "ok")
    };
    looked_over().unwrap_or(false)
}

/// What an interrupted try of ours left: nothing, or a beginning. Whatever else somebody keeps under that
/// name is not ours to replace.
fn is_torn(copy: &Path, key: Option<&FileKey>, version: i32) -> bool {
    let mut begun = Vec::new();
    let read = File::open(copy).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut begun));
    if read.is_err() || !copy.is_file() {
        return false;
    }
    let magic = b"SQLite format 3\0";
    let is_begun = magic.starts_with(&begun[..begun.len().min(magic.len())]) || begun.iter().all(|byte| *byte == 0);
    let is_named = begun.get(APPLICATION_ID_AT..).is_none_or(|id| id == APPLICATION_ID.to_be_bytes() || id == [0; 4]);
    is_begun && is_named && !is_whole(copy, key, version)
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
