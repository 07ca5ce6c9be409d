//! Everything that is kept as evidence. There is one way to write any of it: [`Writer::put`] appends
//! the revision and renews the row in the current table, so that the two cannot part.

use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::domain::attestation::Attestation;
use crate::domain::contact::Contact;
use crate::domain::fall_reason::FallReasons;
use crate::domain::household::{Household, Member};
use crate::domain::income::MonthIncome;
use crate::domain::measure::Measure;
use crate::domain::population::VillagePopulation;
use crate::domain::problem::Problem;
use crate::domain::status::StatusChange;
use crate::domain::visit::Visit;
use crate::domain::water_report::WaterReport;

use super::Writer;
use super::columns::json_of;
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

impl Entity {
    /// The name of its kind in the revisions.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Contact(_) => "contact",
            Self::Household(_) => "household",
            Self::Member(_) => "member",
            Self::StatusChange(_) => "status_change",
            Self::Visit(_) => "visit",
            Self::MonthIncome(_) => "month_income",
            Self::Problem(_) => "problem",
            Self::WaterReport(_) => "water_report",
            Self::Measure(_) => "measure",
            Self::Attestation(_) => "attestation",
            Self::FallReasons(_) => "fall_reasons",
            Self::VillagePopulation(_) => "village_population",
        }
    }

    pub const fn id(&self) -> Uuid {
        match self {
            Self::Contact(it) => it.id,
            Self::Household(it) => it.id,
            Self::Member(it) => it.id,
            Self::StatusChange(it) => it.id,
            Self::Visit(it) => it.id,
            Self::MonthIncome(it) => it.id,
            Self::Problem(it) => it.id,
            Self::WaterReport(it) => it.id,
            Self::Measure(it) => it.id,
            Self::Attestation(it) => it.id,
            Self::FallReasons(it) => it.id,
            Self::VillagePopulation(it) => it.id,
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

    /// The entity that a revision holds.
    pub fn from_body(kind: &str, body: &str) -> Result<Self, StoreError> {
        fn read<T: DeserializeOwned + Serialize + Into<Entity>>(body: &str) -> Result<Entity, StoreError> {
            Ok(serde_json::from_str::<T>(body)?.into())
        }
        match kind {
            "contact" => read::<Contact>(body),
            "household" => read::<Household>(body),
            "member" => read::<Member>(body),
            "status_change" => read::<StatusChange>(body),
            "visit" => read::<Visit>(body),
            "month_income" => read::<MonthIncome>(body),
            "problem" => read::<Problem>(body),
            "water_report" => read::<WaterReport>(body),
            "measure" => read::<Measure>(body),
            "attestation" => read::<Attestation>(body),
            "fall_reasons" => read::<FallReasons>(body),
            "village_population" => read::<VillagePopulation>(body),
            _ => Err(StoreError::Damaged),
        }
    }
}

impl Writer<'_> {
    /// Records a new thing, or the new state of one: a revision, and the row that follows from it.
    pub fn put(&mut self, entity: impl Into<Entity>, reason: Option<&str>) -> Result<(), StoreError> {
        let entity = entity.into();
        let parent = self.reader().head_revision(entity.id())?;
        let revision_id = Uuid::now_v7().to_string();
        self.tx
            .prepare_cached(
                "INSERT INTO revisions (id, entity, entity_id, parent, author, device, recorded_at, reason, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                revision_id,
                entity.kind(),
                entity.id().to_string(),
                parent.map(|id| id.to_string()),
                self.stamp.author,
                self.stamp.device,
                self.stamp.recorded_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
                reason,
                entity.body()?,
            ])?;
        let seq = self.tx.last_insert_rowid();
        self.project(&entity, seq)
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
        let mut statement = self.tx.prepare("SELECT seq, entity, body FROM revisions ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let entity = Entity::from_body(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?)?;
            self.project(&entity, row.get(0)?)?;
        }
        self.tx.execute_batch("INSERT OR IGNORE INTO drafts SELECT * FROM kept_drafts; DROP TABLE kept_drafts;")?;
        Ok(())
    }
}
