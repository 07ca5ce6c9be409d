//! Taking out of a damaged database whatever can still be read, into a new one. The damaged one is only read.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Row, params_from_iter};

use super::connect::connect;
use super::entity::{Entity, EntityKind};
use super::error::StoreError;
use super::{Stamp, Writer, encrypt, schema};
use crate::files::{IfThere, Part};
use crate::vault::{FileKey, KeyFile};

/// So far beyond the last row that could be read another one is looked for.
const FARTHEST: i64 = 1 << 22;

/// What could be taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    pub households: i64,
    pub visits: i64,
    pub revisions: i64,
    /// Revisions that are missing between those that were read.
    pub missing_revisions: i64,
    /// Rows that were made anew from their revisions.
    pub made_anew: i64,
    /// Rows that refer to what is lost, and were left out; their revisions were not.
    pub left_out: i64,
}

/// Writes a new database at `to` with what can be read of the one at `path`.
pub fn salvage(path: &Path, key: Option<&FileKey>, to: &Path, stamp: &Stamp) -> Result<Salvaged, StoreError> {
    let not_made = |error: std::io::Error| StoreError::of_file(&error, to);
    let open = FileKey::open();
    let key = if crate::vault::is_plain(path).unwrap_or(false) { None } else { Some(key.unwrap_or(&open)) };
    let fits = |key: &FileKey| {
        connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(key)).is_ok_and(|conn| schema::version(&conn).is_ok())
    };
    // An encryption that was interrupted left the database as it was.
    let key = key.map(|key| if !fits(key) && fits(&open) { &open } else { key });
    let mut from = Source { path, key, conn: connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)? };
    from.begin_anew()?;
    let version = schema::version(&from.conn)?;
    let part = Part::beside(to).map_err(not_made)?;
    let mut conn = connect(part.path(), OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    conn.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
    conn.pragma_update(None, "foreign_keys", false)?;
    schema::begin(&mut conn, version)?;
    let tx = conn.transaction()?;
    for table in tables(&tx)? {
        copy_rows(&mut from, &tx, &table)?;
    }
    let mut writer = Writer::of(tx, stamp);
    let mut salvaged = Salvaged { made_anew: writer.make_missing_rows()?, ..Salvaged::default() };
    salvaged.left_out = leave_out_orphans(writer.conn())?;
    let number = |sql: &str| writer.conn().query_row(sql, [], |row| row.get::<_, i64>(0));
    salvaged.households = number("SELECT count(*) FROM households")?;
    salvaged.visits = number("SELECT count(*) FROM visits")?;
    salvaged.revisions = number("SELECT count(*) FROM revisions")?;
    salvaged.missing_revisions = number("SELECT ifnull(max(seq), 0) - count(*) FROM revisions")?;
    writer.commit()?;
    conn.close().map_err(|(_, error)| StoreError::from(error))?;
    encrypt::refuse_what_is_damaged(part.path(), key)?;
    if let Ok(Some(file)) = KeyFile::load(path) {
        file.keep(to, IfThere::Keep).map_err(not_made)?;
    }
    part.put_in_place(IfThere::Keep).map_err(not_made)?;
    Ok(salvaged)
}

/// The damaged database. A connection that met a damaged page reads nothing any more: another one goes on.
struct Source<'a> {
    path: &'a Path,
    key: Option<&'a FileKey>,
    conn: Connection,
}

impl Source<'_> {
    fn begin_anew(&mut self) -> Result<(), StoreError> {
        self.conn = connect(self.path, OpenFlags::SQLITE_OPEN_READ_ONLY, self.key)?;
        // With it a file that was cut off is read as far as it goes.
        Ok(self.conn.execute_batch("PRAGMA writable_schema = ON;")?)
    }
}

/// The tables with rows that have numbers; the others are reckoned anew.
fn tables(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0
               AND name NOT LIKE 'sqlite_%'";
    Ok(conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Copies every row that can be read; where one cannot, goes on behind it.
fn copy_rows(from: &mut Source<'_>, to: &Connection, table: &str) -> Result<(), StoreError> {
    to.execute(&format!("DELETE FROM \"{table}\""), [])?;
    let names: Vec<String> = to
        .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let (columns, places) = (names.join(", "), vec!["?"; names.len() + 1].join(", "));
    let insert = format!("INSERT OR IGNORE INTO \"{table}\" (rowid, {columns}) VALUES ({places})");
    let select = format!("SELECT rowid, {columns} FROM \"{table}\" WHERE rowid > ?1 ORDER BY rowid");
    let (mut after, mut step) = (0, 1);
    while after <= FARTHEST {
        let (read, is_all) = copy_from(&from.conn, to, (&select, &insert), after);
        if is_all {
            return Ok(());
        }
        from.begin_anew()?;
        (after, step) = match read {
            Some(read) => (read + 1, 1),
            // Behind what cannot be read, farther each time.
            None => (after + step, step * 2),
        };
    }
    Ok(())
}

/// Copies until a row cannot be read: the number of the last that could, and whether all were.
fn copy_from(from: &Connection, to: &Connection, (select, insert): (&str, &str), after: i64) -> (Option<i64>, bool) {
    let mut last = None;
    let Ok(mut statement) = from.prepare_cached(select) else { return (None, false) };
    let Ok(mut rows) = statement.query([after]) else { return (None, false) };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let Ok(cells) = cells(row) else { return (last, false) };
                last = row.get(0).ok().or(last);
                // A row that the new table refuses is damaged in what it says.
                let _ = to.prepare_cached(insert).and_then(|mut it| it.execute(params_from_iter(cells)));
            }
            Ok(None) => return (last, true),
            Err(_) => return (last, false),
        }
    }
}

fn cells(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count()).map(|at| row.get(at)).collect()
}

/// Rows that refer to what is lost would make the database unsound.
fn leave_out_orphans(conn: &Connection) -> Result<i64, StoreError> {
    let mut left_out = 0;
    loop {
        let found: Vec<(String, i64)> = conn
            .prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        // A revision stays, whatever it follows.
        let mut is_any = false;
        for (table, rowid) in found.iter().filter(|(table, _)| table != "revisions") {
            left_out += i64::try_from(conn.execute(&format!("DELETE FROM \"{table}\" WHERE rowid = ?1"), [rowid])?)
                .unwrap_or_default();
            is_any = true;
        }
        if !is_any {
            return Ok(left_out);
        }
    }
}

impl Writer<'_> {
    /// Puts the rows that the last revision of a thing says and that are not there.
    fn make_missing_rows(&mut self) -> Result<i64, StoreError> {
        let sql = "SELECT seq, entity, entity_id, body FROM revisions AS r
                   WHERE seq = (SELECT max(seq) FROM revisions WHERE entity_id = r.entity_id) ORDER BY seq";
        let last: Vec<(i64, String, String, String)> = self
            .conn()
            .prepare(sql)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
            .collect::<Result<_, _>>()?;
        let mut made = 0;
        for (seq, kind, id, body) in last {
            let Some(kind) = EntityKind::from_code(&kind) else { continue };
            let Ok(Some(entity)) = Entity::from_body(kind, &body) else { continue };
            let sql = format!("SELECT count(*) FROM {} WHERE id = ?1", kind.table());
            if self.conn().query_row(&sql, [&id], |row| row.get::<_, i64>(0))? == 0 {
                self.project(&entity, seq)?;
                made += 1;
            }
        }
        Ok(made)
    }
}
