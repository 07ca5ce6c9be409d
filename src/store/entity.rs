//! Everything that is kept as evidence. There is one way to write any of it: [`Writer::put`] appends
//! the revision and renews the row in the current table, so that the two cannot part.

use rusqlite::params;
use serde::de::DeserializeOwned;

use crate::domain::attestation::Attestation;
use crate::domain::contact::Contact;
use crate::domain::fall_reason::FallReasons;
use crate::domain::household::{Household, Member};
use crate::domain::id::{EntityId, HouseholdId, RevisionId};
use crate::domain::income::MonthIncome;
use crate::domain::measure::Measure;
use crate::domain::population::VillagePopulation;
use crate::domain::problem::Problem;
use crate::domain::status::StatusChange;
use crate::domain::visit::Visit;
use crate::domain::water_report::WaterReport;

use super::Writer;
use super::columns::{coded, id, json_of};
use super::entity_kind::EntityKind;
use super::error::StoreError;

/// One thing with a history of revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entity {
    Contact(Contact),
    Household(Household),
    Member(Member),
    StatusChange(StatusChange),
    Visit(Box<Visit>),
    MonthIncome(MonthIncome),
    Problem(Problem),
    WaterReport(WaterReport),
    Measure(Measure),
    Attestation(Attestation),
    FallReasons(FallReasons),
    VillagePopulation(VillagePopulation),
}

macro_rules! entity_from {
    ($($kind:ident),+) => { $(impl From<$kind> for Entity {
        fn from(value: $kind) -> Self { Self::$kind(value) }
    })+ };
}
entity_from!(Contact, Household, Member, StatusChange, MonthIncome, Problem, WaterReport);
entity_from!(Measure, Attestation, FallReasons, VillagePopulation);

impl From<Visit> for Entity {
    fn from(visit: Visit) -> Self {
        Self::Visit(Box::new(visit))
    }
}

/// The body of a revision that withdraws what was recorded: it holds no more.
pub(super) const WITHDRAWN: &str = "null";

impl Entity {
    pub const fn kind(&self) -> EntityKind {
        match self {
            Self::Contact(_) => EntityKind::Contact,
            Self::Household(_) => EntityKind::Household,
            Self::Member(_) => EntityKind::Member,
            Self::StatusChange(_) => EntityKind::StatusChange,
            Self::Visit(_) => EntityKind::Visit,
            Self::MonthIncome(_) => EntityKind::MonthIncome,
            Self::Problem(_) => EntityKind::Problem,
            Self::WaterReport(_) => EntityKind::WaterReport,
            Self::Measure(_) => EntityKind::Measure,
            Self::Attestation(_) => EntityKind::Attestation,
            Self::FallReasons(_) => EntityKind::FallReasons,
            Self::VillagePopulation(_) => EntityKind::VillagePopulation,
        }
    }

    pub fn id(&self) -> EntityId {
        match self {
            Self::Contact(it) => it.id.into(),
            Self::Household(it) => it.id.into(),
            Self::Member(it) => it.id.into(),
            Self::StatusChange(it) => it.id.into(),
            Self::Visit(it) => it.id.into(),
            Self::MonthIncome(it) => it.id.into(),
            Self::Problem(it) => it.id.into(),
            Self::WaterReport(it) => it.id.into(),
            Self::Measure(it) => it.id.into(),
            Self::Attestation(it) => it.id.into(),
            Self::FallReasons(it) => it.id.into(),
            Self::VillagePopulation(it) => it.id.into(),
        }
    }

    /// The household whose case it belongs to; none of what no rule about its risk looks at.
    const fn of_case(&self) -> Option<HouseholdId> {
        match self {
            Self::Household(it) => Some(it.id),
            Self::Member(it) => Some(it.household_id),
            Self::StatusChange(it) => Some(it.household_id),
            Self::Visit(it) => Some(it.household_id),
            Self::MonthIncome(it) => Some(it.household_id),
            Self::Problem(it) => Some(it.household_id),
            Self::Measure(it) => Some(it.household_id),
            Self::Attestation(it) => Some(it.household_id),
            Self::Contact(_) | Self::WaterReport(_) | Self::FallReasons(_) | Self::VillagePopulation(_) => None,
        }
    }

    fn body(&self) -> Result<String, StoreError> {
        match self {
            Self::Contact(it) => json_of(it),
            Self::Household(it) => json_of(it),
            Self::Member(it) => json_of(it),
            Self::StatusChange(it) => json_of(it),
            Self::Visit(it) => json_of(it),
            Self::MonthIncome(it) => json_of(it),
            Self::Problem(it) => json_of(it),
            Self::WaterReport(it) => json_of(it),
            Self::Measure(it) => json_of(it),
            Self::Attestation(it) => json_of(it),
            Self::FallReasons(it) => json_of(it),
            Self::VillagePopulation(it) => json_of(it),
        }
    }

    /// The entity that a revision holds; none where it withdraws it.
    pub(super) fn from_body(kind: EntityKind, body: &str) -> Result<Option<Self>, StoreError> {
        fn read<T: DeserializeOwned + Into<Entity>>(body: &str) -> Result<Entity, StoreError> {
            Ok(serde_json::from_str::<T>(body)?.into())
        }
        if body == WITHDRAWN {
            return Ok(None);
        }
        let entity = match kind {
            EntityKind::Contact => read::<Contact>(body),
            EntityKind::Household => read::<Household>(body),
            EntityKind::Member => read::<Member>(body),
            EntityKind::StatusChange => read::<StatusChange>(body),
            EntityKind::Visit => read::<Visit>(body),
            EntityKind::MonthIncome => read::<MonthIncome>(body),
            EntityKind::Problem => read::<Problem>(body),
            EntityKind::WaterReport => read::<WaterReport>(body),
            EntityKind::Measure => read::<Measure>(body),
            EntityKind::Attestation => read::<Attestation>(body),
            EntityKind::FallReasons => read::<FallReasons>(body),
            EntityKind::VillagePopulation => read::<VillagePopulation>(body),
        };
        entity.map(Some)
    }
}

impl Writer<'_> {
    /// Records a new thing, or the new state of one: a revision, and the row that follows from it.
    pub fn put(&mut self, entity: impl Into<Entity>, reason: Option<&str>) -> Result<(), StoreError> {
        let entity = entity.into();
        let seq = self.append(entity.kind(), entity.id(), reason, &entity.body()?)?;
        if let Some(household_id) = entity.of_case() {
            self.touch(household_id);
        }
        self.project(&entity, seq)
    }

    /// Records that a thing holds no more, as if it had never been recorded: its row goes, its revisions stay.
    pub fn withdraw(&mut self, kind: EntityKind, id: EntityId, reason: Option<&str>) -> Result<(), StoreError> {
        self.append(kind, id, reason, WITHDRAWN)?;
        self.remove_row(kind, id)
    }

    fn append(&self, kind: EntityKind, id: EntityId, reason: Option<&str>, body: &str) -> Result<i64, StoreError> {
        let parent = self.reader().head_revision(id)?;
        self.tx
            .prepare_cached(
                "INSERT INTO revisions (id, entity, entity_id, parent, author, device, recorded_at, reason, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                RevisionId::fresh().to_string(),
                kind.code(),
                id.to_string(),
                parent.map(|id| id.to_string()),
                self.stamp.author,
                self.stamp.device,
                self.stamp.recorded_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
                reason,
                body,
            ])?;
        Ok(self.tx.last_insert_rowid())
    }

    fn remove_row(&self, kind: EntityKind, id: EntityId) -> Result<(), StoreError> {
        self.tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", kind.table()))?.execute([id.to_string()])?;
        Ok(())
    }

    fn project(&self, entity: &Entity, seq: i64) -> Result<(), StoreError> {
        match entity {
            Entity::Contact(it) => self.upsert_contact(it, seq),
            Entity::Household(it) => self.upsert_household(it, seq),
            Entity::Member(it) => self.upsert_member(it, seq),
            Entity::StatusChange(it) => self.upsert_status_change(it, seq),
            Entity::Visit(it) => self.upsert_visit(it, seq),
            Entity::MonthIncome(it) => self.upsert_income(it, seq),
            Entity::Problem(it) => self.upsert_problem(it, seq),
            Entity::WaterReport(it) => self.upsert_water_report(it, seq),
            Entity::Measure(it) => self.upsert_measure(it, seq),
            Entity::Attestation(it) => self.upsert_attestation(it, seq),
            Entity::FallReasons(it) => self.upsert_fall_reasons(it, seq),
            Entity::VillagePopulation(it) => self.upsert_village_population(it, seq),
        }
    }

    /// Empties the current tables and fills them again from the revisions alone. What depends on the
    /// policy is not among it and must be renewed after.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.tx.execute_batch(
            "CREATE TEMP TABLE kept_drafts AS SELECT * FROM drafts;
             DELETE FROM village_populations; DELETE FROM fall_reasons; DELETE FROM attestations;
             DELETE FROM measures; DELETE FROM water_reports; DELETE FROM problems; DELETE FROM incomes; DELETE FROM visits; DELETE FROM status_changes;
             DELETE FROM members; DELETE FROM households; DELETE FROM contacts;",
        )?;
        let mut statement = self.tx.prepare("SELECT seq, entity, entity_id, body FROM revisions ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let kind = coded(row, "entity")?;
            match Entity::from_body(kind, &row.get::<_, String>("body")?)? {
                Some(entity) => self.project(&entity, row.get("seq")?)?,
                None => self.remove_row(kind, id(row, "entity_id")?)?,
            }
        }
        self.tx.execute_batch("INSERT OR IGNORE INTO drafts SELECT * FROM kept_drafts; DROP TABLE kept_drafts;")?;
        Ok(())
    }
}
