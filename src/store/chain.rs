//! The chain of revisions: each carries its hash, which covers the hash of the one before it on its device. What was
//! changed, taken out or put in between shows as a link that does not fit.
//!
//! The hash is SHA-256 of a JSON array without blanks: the hash before (null for the first), id, entity, entity id,
//! parent, author, device, time of recording, reason, body; null where there is none.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use super::error::StoreError;

/// What a revision's hash covers.
#[derive(Debug)]
pub(super) struct Link<'a> {
    pub previous: Option<&'a str>,
    pub id: &'a str,
    pub entity: &'a str,
    pub entity_id: &'a str,
    pub parent: Option<&'a str>,
    pub author: &'a str,
    pub device: &'a str,
    pub recorded_at: &'a str,
    pub reason: Option<&'a str>,
    pub body: &'a str,
}

impl Link<'_> {
    pub(super) fn hash(&self) -> Result<String, StoreError> {
        let Self { previous, id, entity, entity_id, parent, author, device, recorded_at, reason, body } = self;
        let bytes =
            serde_json::to_vec(&(previous, id, entity, entity_id, parent, author, device, recorded_at, reason, body))?;
        Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// The hash of the last revision of a device; none before its first.
pub(super) fn head(conn: &Connection, device: &str) -> Result<Option<String>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT hash FROM revisions WHERE device = ?1 ORDER BY seq DESC LIMIT 1")?;
    Ok(statement.query_row([device], |row| row.get(0)).optional()?)
}

/// A revision as the chain looks at it.
struct Chained {
    seq: i64,
    texts: [String; 7],
    parent: Option<String>,
    reason: Option<String>,
    previous: Option<String>,
    hash: String,
}

impl Chained {
    const SELECT: &'static str =
        "SELECT seq, id, entity, entity_id, author, device, recorded_at, body, parent, reason, previous, hash
         FROM revisions WHERE seq > ?1 ORDER BY seq LIMIT 500";

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let text = |at: usize| row.get::<_, String>(at);
        Ok(Self {
            seq: row.get(0)?,
            texts: [text(1)?, text(2)?, text(3)?, text(4)?, text(5)?, text(6)?, text(7)?],
            parent: row.get(8)?,
            reason: row.get(9)?,
            previous: row.get(10)?,
            hash: row.get(11)?,
        })
    }

    fn device(&self) -> &str {
        &self.texts[4]
    }

    fn hash_after(&self, previous: Option<&str>) -> Result<String, StoreError> {
        let [id, entity, entity_id, author, device, recorded_at, body] = &self.texts;
        let (parent, reason) = (self.parent.as_deref(), self.reason.as_deref());
        Link { previous, id, entity, entity_id, parent, author, device, recorded_at, reason, body }.hash()
    }
}

/// Goes over all revisions in their order, some hundred at a time.
fn each(conn: &Connection, mut with: impl FnMut(&Chained) -> Result<(), StoreError>) -> Result<(), StoreError> {
    let mut after = i64::MIN;
    loop {
        let mut statement = conn.prepare_cached(Chained::SELECT)?;
        let some: Vec<Chained> = statement.query_map([after], Chained::read)?.collect::<Result<_, _>>()?;
        let Some(last) = some.last() else { return Ok(()) };
        after = last.seq;
        some.iter().try_for_each(&mut with)?;
    }
}

/// Gives the revisions of a form that knew no chain their links.
pub(super) fn fill(conn: &Connection) -> Result<(), StoreError> {
    let mut heads: BTreeMap<String, String> = BTreeMap::new();
    each(conn, |revision| {
        let previous = heads.get(revision.device()).cloned();
        let hash = revision.hash_after(previous.as_deref())?;
        conn.prepare_cached("UPDATE revisions SET previous = ?1, hash = ?2 WHERE seq = ?3")?.execute(params![
            previous,
            hash,
            revision.seq
        ])?;
        heads.insert(revision.device().to_owned(), hash);
        Ok(())
    })?;
    Ok(conn.execute_batch(
        "CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
         BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;",
    )?)
}

/// The numbers of the revisions that do not follow from the one before them; empty where the chain is whole.
pub(super) fn broken_links(conn: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut heads: BTreeMap<String, String> = BTreeMap::new();
    let mut broken = Vec::new();
    each(conn, |revision| {
        let previous = heads.get(revision.device()).map(String::as_str);
        let follows = revision.previous.as_deref() == previous;
        if !follows || revision.hash_after(revision.previous.as_deref())? != revision.hash {
            broken.push(revision.seq);
        }
        heads.insert(revision.device().to_owned(), revision.hash.clone());
        Ok(())
    })?;
    Ok(broken)
}

/// The last revision of all: its number, its hash and when it was recorded; none where there is none.
pub(super) fn newest(conn: &Connection) -> Result<Option<(i64, String, String)>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT seq, hash, recorded_at FROM revisions ORDER BY seq DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?)
}

/// The hash of a revision by its number.
pub(super) fn hash_at(conn: &Connection, seq: i64) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT hash FROM revisions WHERE seq = ?1")?;
    Ok(statement.query_row([seq], |row| row.get(0)).optional()?)
}
