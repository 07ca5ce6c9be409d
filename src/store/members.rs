//! The table of household members.

use rusqlite::Row;

use crate::domain::household::{HEAD, Member};
use crate::domain::id::HouseholdId;

use super::Reader;
use super::columns::id;
use super::error::StoreError;
use super::record::record;

record!(Member in "members" of |it| Some(it.household_id), {
    id, household_id, code, place, facts, roster, removed,
});

impl Reader<'_> {
    /// A household's members in the order of its list, without those taken off.
    pub fn list_members(&self, household_id: HouseholdId) -> Result<Vec<Member>, StoreError> {
        self.list("WHERE household_id = ?1 AND removed = 0 ORDER BY place, seq", [household_id.to_string()])
    }

    /// The name and the ID number of every member who is not the head, by household: what a search looks
    /// through.
    pub fn list_member_names(&self) -> Result<Vec<(HouseholdId, String, String)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, ifnull(facts ->> '$.name', '') AS name, ifnull(facts ->> '$.id_number', '') AS number
             FROM members WHERE removed = 0 AND ifnull(facts ->> '$.relation', '') <> ?1",
        )?;
        let named = |row: &Row<'_>| Ok((id(row, "household_id")?, row.get("name")?, row.get("number")?));
        let rows = statement.query_map([HEAD], named)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A household's members with those taken off, as a roster is compared with.
    pub fn list_members_ever(&self, household_id: HouseholdId) -> Result<Vec<Member>, StoreError> {
        self.list("WHERE household_id = ?1 ORDER BY removed, place, seq", [household_id.to_string()])
    }
}
