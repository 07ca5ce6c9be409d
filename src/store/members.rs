//! The table of household members.

use rusqlite::{Row, params};

use crate::domain::household::{HEAD, Member};
use crate::domain::id::HouseholdId;

use super::columns::{id, json, json_of};
use super::error::StoreError;
use super::{Reader, Writer};

fn member(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        code: row.get("code")?,
        place: row.get("place")?,
        facts: json(row, "facts")?,
        roster: json(row, "roster")?,
        removed: row.get("removed")?,
    })
}

impl Reader<'_> {
    /// A household's members in the order of its list, without those taken off.
    pub fn list_members(&self, household_id: HouseholdId) -> Result<Vec<Member>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM members WHERE household_id = ?1 AND removed = 0 ORDER BY place, seq")?;
        let rows = statement.query_map([household_id.to_string()], member)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Reader<'_> {
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
}

impl Reader<'_> {
    /// A household's members with those taken off, as a roster is compared with.
    pub fn list_members_ever(&self, household_id: HouseholdId) -> Result<Vec<Member>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM members WHERE household_id = ?1 ORDER BY removed, place, seq")?;
        let rows = statement.query_map([household_id.to_string()], member)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_member(&self, member: &Member, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO members (id, household_id, code, place, facts, roster, removed, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET code = excluded.code, place = excluded.place,
                   facts = excluded.facts, roster = excluded.roster, removed = excluded.removed",
            )?
            .execute(params![
                member.id.to_string(),
                member.household_id.to_string(),
                member.code,
                member.place,
                json_of(&member.facts)?,
                member.roster.as_ref().map(json_of).transpose()?,
                member.removed,
                seq,
            ])?;
        Ok(())
    }
}
