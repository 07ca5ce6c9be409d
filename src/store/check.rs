//! Looking a database over: the cipher's pages, the structure, the references, the current tables against the
//! revisions, the chain of revisions, and what this computer knows of it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::connect::connect;
use super::encrypt::{faults_of_file, says_more_than_ok};
use super::entity::EntityKind;
use super::error::StoreError;
use super::lacking::Lacking;
use super::{Stamp, Store, Writer, backup, chain};
use crate::files::Throwaway;
use crate::vault::FileKey;

/// What is wrong with a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseFault {
    /// Pages are not what was written: their numbers, and the tables that lie on them.
    Pages { pages: Vec<i64>, tables: Vec<String> },
    /// The structure of the file is broken, in these tables.
    Structure { tables: Vec<String> },
    /// Something refers to what is not there.
    References,
    /// Rows of a current table are not what the revisions say.
    Rows { table: &'static str, count: i64 },
    /// A revision does not follow from the one before it, by its number.
    Link(i64),
    /// Revisions that this computer acknowledged are not there.
    Lacking(Lacking),
}

impl DatabaseFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Pages { .. } => "pages",
            Self::Structure { .. } => "structure",
            Self::References => "references",
            Self::Rows { .. } => "rows",
            Self::Link(_) => "link",
            Self::Lacking(_) => "lacking",
        }
    }
}

impl Store {
    /// Everything that is wrong; empty where the database is sound. What is found in the pages ends the search: nothing
    /// that is read beyond it can be relied on.
    pub fn check(&self, path: &Path, stamp: &Stamp) -> Result<Vec<DatabaseFault>, StoreError> {
        let mut faults: Vec<DatabaseFault> = self.lacking().into_iter().cloned().map(DatabaseFault::Lacking).collect();
        let of_file = faults_of_file(&self.conn)?;
        if !of_file.is_empty() {
            let tables = damaged_tables(path, self.key.as_ref());
            let pages = damaged_pages(path, self.key.as_ref())?;
            let fault = if pages.is_empty() {
                DatabaseFault::Structure { tables }
            } else {
                DatabaseFault::Pages { pages, tables }
            };
            faults.push(fault);
            return Ok(faults);
        }
        if says_more_than_ok(&self.conn, "foreign_key_check")? {
            faults.push(DatabaseFault::References);
        }
        faults.extend(chain::broken_links(&self.conn)?.into_iter().map(DatabaseFault::Link));
        faults.extend(self.rows_that_differ(stamp)?);
        Ok(faults)
    }

    /// In a copy the current tables are made anew from the revisions, and compared.
    fn rows_that_differ(&self, stamp: &Stamp) -> Result<Vec<DatabaseFault>, StoreError> {
        let folder = Throwaway::new().map_err(|_| StoreError::Full)?;
        let place = folder.path().join("checked.db");
        backup::copy_whole(&self.conn, self.key.as_ref(), &place)?;
        let mut copy = connect(&place, OpenFlags::SQLITE_OPEN_READ_WRITE, self.key.as_ref())?;
        let compared: Vec<(&'static str, String)> = EntityKind::ALL
            .iter()
            .map(|kind| (kind.table(), kind.columns().join(", ")))
            .chain([("visit_checks", "*".to_owned())])
            .collect();
        let tx = copy.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (table, columns) in &compared {
            tx.execute_batch(&format!("CREATE TEMP TABLE was_{table} AS SELECT {columns} FROM main.{table};"))?;
        }
        let mut writer = Writer::of(tx, stamp);
        writer.rebuild()?;
        let mut faults = Vec::new();
        for (table, columns) in compared {
            let count = rows_apart(writer.conn(), table, &columns)?;
            if count > 0 {
                faults.push(DatabaseFault::Rows { table, count });
            }
        }
        Ok(faults)
    }
}

/// The numbers of the pages that are not what was written.
fn damaged_pages(path: &Path, key: Option<&FileKey>) -> Result<Vec<i64>, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    let said = statement.query_map([], |row| row.get::<_, String>(0))?;
    let numbers = said.map(|line| Ok(line?.rsplit(' ').next().and_then(|number| number.parse().ok())));
    numbers.filter_map(Result::transpose).collect()
}

/// The tables that cannot be read whole. Each is tried by a connection of its own: one that met a damaged page reads
/// nothing more.
fn damaged_tables(path: &Path, key: Option<&FileKey>) -> Vec<String> {
    let open = || connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key);
    let names = || -> Result<Vec<String>, StoreError> {
        let conn = open()?;
        let mut statement = conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(names)
    };
    let is_damaged = |name: &String| {
        let sound = open().and_then(|conn| says_more_than_ok(&conn, &format!("integrity_check(\"{name}\")")));
        !matches!(sound, Ok(false))
    };
    // Where not even their names can be read, none is named.
    names().unwrap_or_default().into_iter().filter(is_damaged).collect()
}

fn rows_apart(conn: &Connection, table: &str, columns: &str) -> Result<i64, StoreError> {
    let sql = format!(
        "SELECT max((SELECT count(*) FROM (SELECT {columns} FROM main.{table} EXCEPT SELECT * FROM temp.was_{table})),
                    (SELECT count(*) FROM (SELECT * FROM temp.was_{table} EXCEPT SELECT {columns} FROM main.{table})))"
    );
    Ok(conn.query_row(&sql, [], |row| row.get(0))?)
}
