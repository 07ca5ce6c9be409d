//! The table of help contacts.

use rusqlite::params;

use crate::domain::contact::{Contact, ContactName};

use super::error::StoreError;
use super::{Reader, Writer};

impl Reader<'_> {
    /// Every contact's name, in the order in which they came on file.
    pub fn list_contacts(&self) -> Result<Vec<ContactName>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM contacts ORDER BY seq")?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(names.iter().filter_map(|name| ContactName::parse(name)).collect())
    }
}

impl Writer<'_> {
    pub(super) fn upsert_contact(&self, contact: &Contact, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO contacts (id, name, seq) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            )?
            .execute(params![contact.id.to_string(), contact.name.as_str(), seq])?;
        Ok(())
    }
}
