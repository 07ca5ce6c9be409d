//! Bringing a database to the present form: one SQL file a step, each with its reason, never edited
//! once released.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;

/// Marks a file as ours: "HUIF" in ASCII.
pub(super) const APPLICATION_ID: i32 = 0x4855_4946;

const STEPS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_visits_in_full.sql"),
    include_str!("migrations/0003_income_policies_and_risk.sql"),
];

/// The `user_version` that this program writes.
pub(super) fn newest() -> i32 {
    i32::try_from(STEPS.len()).unwrap_or(i32::MAX)
}

/// Runs the steps that the database has not seen. A database with content is copied beside itself
/// first.
pub(super) fn migrate(conn: &mut Connection, path: Option<&Path>) -> Result<(), StoreError> {
    let version: i32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version == newest() {
        return Ok(());
    }
    if let (Some(path), 1..) = (path, version) {
        let copy = path.with_extension(format!("v{version}.bak"));
        let copy = copy.to_str().ok_or(StoreError::Io)?;
        conn.execute("VACUUM INTO ?1", [copy])?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in STEPS.iter().skip(usize::try_from(version).unwrap_or(0)) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", newest())?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(tx.commit()?)
}
