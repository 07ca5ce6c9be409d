//! Reading the revisions: what happened, in the order in which it was recorded.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};

use crate::domain::id::{EntityId, HouseholdId, RevisionId, VisitId};
use crate::domain::village::Village;

use super::Reader;
use super::columns::{coded, id, unreadable};
use super::entity::{Entity, EntityKind};
use super::error::StoreError;

/// One recorded state of one thing.
#[derive(Debug, Clone)]
pub struct Revision {
    pub seq: i64,
    pub id: RevisionId,
    pub author: String,
    pub recorded_at: DateTime<Utc>,
    pub reason: Option<String>,
    /// None: it withdraws what was recorded before.
    pub entity: Option<Entity>,
}

fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
    let kind = coded(row, "entity")?;
    let body: String = row.get("body")?;
    Ok(Revision {
        seq: row.get("seq")?,
        id: id(row, "id")?,
        author: row.get("author")?,
        recorded_at: coded(row, "recorded_at")?,
        reason: row.get("reason")?,
        entity: Entity::from_body(kind, &body).map_err(|_| unreadable())?,
    })
}

impl Reader<'_> {
    /// The revisions of one thing, in order.
    pub fn list_revisions(&self, entity_id: impl Into<EntityId>) -> Result<Vec<Revision>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM revisions WHERE entity_id = ?1 ORDER BY seq")?;
        let rows = statement.query_map([entity_id.into().to_string()], revision)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The number of the revision that first recorded a thing.
    pub fn first_revision_seq(&self, entity_id: impl Into<EntityId>) -> Result<i64, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT ifnull(min(seq), 0) FROM revisions WHERE entity_id = ?1")?;
        Ok(statement.query_row([entity_id.into().to_string()], |row| row.get(0))?)
    }

    /// The number of the revision that was recorded last; 0 where there is none.
    pub fn newest_seq(&self) -> Result<i64, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT ifnull(max(seq), 0) FROM revisions")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// What a thing was before a revision; none where it was not on file.
    pub fn find_state_before(&self, entity_id: impl Into<EntityId>, seq: i64) -> Result<Option<Entity>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM revisions WHERE entity_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1")?;
        let found = statement.query_row(params![entity_id.into().to_string(), seq], revision).optional()?;
        Ok(found.and_then(|revision| revision.entity))
    }

    /// When the revision that was recorded last was made, by the clock of then.
    pub fn newest_revision_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT recorded_at FROM revisions ORDER BY seq DESC LIMIT 1")?;
        Ok(statement.query_row([], |row| coded(row, "recorded_at")).optional()?)
    }

    /// The revisions of a visit, of the income that it brought and of its household's problems, which it
    /// may have found or closed; in order.
    pub fn list_visit_revisions(&self, visit_id: VisitId) -> Result<Vec<Revision>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT * FROM revisions WHERE entity_id = ?1
               OR entity_id IN (SELECT id FROM incomes WHERE visit_id = ?1)
               OR entity_id IN (SELECT id FROM problems
                                WHERE household_id = (SELECT household_id FROM visits WHERE id = ?1)) ORDER BY seq",
        )?;
        let rows = statement.query_map([visit_id.to_string()], revision)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The revisions of a household's own facts and of everything that is kept of it, in order; those of its
    /// visits and their problems are told with each visit.
    pub fn list_household_history(&self, household_id: HouseholdId) -> Result<Vec<Revision>, StoreError> {
        let kept = EntityKind::ALL.iter().filter(|kind| kind.is_of_household());
        let kept = kept.filter(|kind| !matches!(kind, EntityKind::Visit | EntityKind::Problem));
        let ids: Vec<String> =
            kept.map(|kind| format!("SELECT id FROM {} WHERE household_id = ?1", kind.table())).collect();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT * FROM revisions WHERE entity_id = ?1 OR entity_id IN ({}) ORDER BY seq",
            ids.join(" UNION ALL ")
        ))?;
        let rows = statement.query_map([household_id.to_string()], revision)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The revisions of a village's registered populations and water reports, in order.
    pub fn list_village_history(&self, village: &Village) -> Result<Vec<Revision>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT * FROM revisions
             WHERE entity_id IN (SELECT id FROM village_populations WHERE township = ?1 AND village = ?2
               UNION ALL SELECT id FROM water_reports WHERE township = ?1 AND village = ?2) ORDER BY seq",
        )?;
        let rows = statement.query_map([&village.township, &village.name], revision)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last revision of each visit, month's income and measure of a household.
    pub fn head_revisions(&self, household_id: HouseholdId) -> Result<BTreeMap<EntityId, RevisionId>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT entity_id, id FROM revisions
             WHERE entity_id IN (SELECT id FROM visits WHERE household_id = ?1
               UNION ALL SELECT id FROM incomes WHERE household_id = ?1
               UNION ALL SELECT id FROM measures WHERE household_id = ?1) ORDER BY seq",
        )?;
        let rows =
            statement.query_map([household_id.to_string()], |row| Ok((id(row, "entity_id")?, id(row, "id")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last revision of a household or of any of its members.
    pub fn head_revision_of_household(&self, household_id: HouseholdId) -> Result<Option<RevisionId>, StoreError> {
        self.head(
            "SELECT id FROM revisions WHERE entity_id = ?1
               OR entity_id IN (SELECT id FROM members WHERE household_id = ?1) ORDER BY seq DESC LIMIT 1",
            household_id,
        )
    }

    /// The last revision of an entity.
    pub fn head_revision(&self, entity_id: impl Into<EntityId>) -> Result<Option<RevisionId>, StoreError> {
        self.head("SELECT id FROM revisions WHERE entity_id = ?1 ORDER BY seq DESC LIMIT 1", entity_id)
    }

    fn head(self, sql: &str, entity_id: impl Into<EntityId>) -> Result<Option<RevisionId>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([entity_id.into().to_string()])?;
        Ok(rows.next()?.map(|row| id(row, "id")).transpose()?)
    }
}
