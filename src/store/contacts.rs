//! The table of help contacts.

use crate::domain::contact::{Contact, ContactName};
use crate::domain::id::ContactId;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(Contact in "contacts" of |_| None, {
    id, name, unit, post, phone,
});

impl Reader<'_> {
    /// Every contact's name, in the order in which they came on file.
    pub fn list_contacts(&self) -> Result<Vec<ContactName>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM contacts ORDER BY seq")?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(names.iter().filter_map(|name| ContactName::parse(name)).collect())
    }

    /// Every contact, in the order in which they came on file.
    pub fn list_contacts_in_full(&self) -> Result<Vec<Contact>, StoreError> {
        self.list("ORDER BY seq", [])
    }

    pub fn find_contact(&self, id: ContactId) -> Result<Option<Contact>, StoreError> {
        self.find("WHERE id = ?1", [id.to_string()])
    }

    pub fn is_contact(&self, name: &ContactName) -> Result<bool, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT 1 FROM contacts WHERE name = ?1")?;
        Ok(statement.exists([name.as_str()])?)
    }

    /// The contacts whom no household and no visit names, and of whom nothing is known but the name.
    pub fn list_unnamed_contacts(&self) -> Result<Vec<Contact>, StoreError> {
        self.list(
            "WHERE name NOT IN (SELECT contact FROM households WHERE contact IS NOT NULL)
               AND name NOT IN (SELECT value FROM visits, json_each(visits.visitors))
               AND unit = '' AND post = '' AND phone = '' ORDER BY seq",
            [],
        )
    }
}
