//! The table of help contacts.

use rusqlite::params;

use crate::domain::contact::{Contact, ContactName};

use super::columns::id;
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

impl Reader<'_> {
    /// The contacts whom no household and no visit names.
    pub fn list_unnamed_contacts(&self) -> Result<Vec<Contact>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name FROM contacts WHERE name NOT IN (SELECT contact FROM households WHERE contact IS NOT NULL)
               AND name NOT IN (SELECT value FROM visits, json_each(visits.visitors)) ORDER BY seq",
        )?;
        let rows = statement.query_map([], |row| Ok((id(row, "id")?, row.get::<_, String>("name")?)))?;
        let all: Vec<_> = rows.collect::<Result<_, _>>()?;
        Ok(all.into_iter().filter_map(|(id, name)| Some(Contact { id, name: ContactName::parse(&name)? })).collect())
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
