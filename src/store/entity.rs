//! Everything that is kept as evidence. There is one way to write any of it: [`Writer::put`] appends
//! the revision and renews the row in the current table, so that the two cannot part.

use rusqlite::params;

use crate::domain::attestation::Attestation;
use crate::domain::audited::AuditedKind;
use crate::domain::checked_finding::CheckedFinding;
use crate::domain::clue::Clue;
use crate::domain::codes::coded;
use crate::domain::contact::Contact;
use crate::domain::fall_reason::FallReasons;
use crate::domain::group_mark::GroupMark;
use crate::domain::household::{Household, Member};
use crate::domain::id::{EntityId, HouseholdId, RevisionId};
use crate::domain::income::MonthIncome;
use crate::domain::measure::Measure;
use crate::domain::population::VillagePopulation;
use crate::domain::problem::Problem;
use crate::domain::procedure::Procedure;
use crate::domain::status::StatusChange;
use crate::domain::visit::Visit;
use crate::domain::water_report::WaterReport;

use super::chain::{self, Link};
use super::columns::{self, id, json_of};
use super::error::StoreError;
use super::record::Record;
use super::{Stamp, Writer};

/// Declares what is kept, with the names that it has in the revisions; what hangs on another comes after it.
macro_rules! entities {
    ($($kind:ident ($held:ty) = $code:literal),+ $(,)?) => {
        coded! {
            /// What can have revisions, by the name that it has there.
            EntityKind { $($kind = $code),+ }
        }

        /// One thing with a history of revisions.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Entity { $($kind($held)),+ }

        $(impl From<$kind> for Entity {
            fn from(value: $kind) -> Self {
                Self::$kind(value.into())
            }
        })+

        impl EntityKind {
            /// The current table that it stands in.
            pub(super) const fn table(self) -> &'static str {
                match self { $(Self::$kind => <$kind as Record>::TABLE),+ }
            }

            /// The columns of that table that follow from the revisions alone.
            pub(super) fn columns(self) -> Vec<&'static str> {
                let mut columns = match self { $(Self::$kind => <$kind as Record>::columns()),+ };
                columns.push("seq");
                columns
            }

            /// It is a part of what is known of one household.
            pub(super) fn is_of_household(self) -> bool {
                match self { $(Self::$kind => <$kind as Record>::columns().contains(&"household_id")),+ }
            }

            fn read(self, body: &str) -> Result<Entity, StoreError> {
                Ok(match self { $(Self::$kind => serde_json::from_str::<$kind>(body)?.into()),+ })
            }
        }

        impl Entity {
            pub const fn kind(&self) -> EntityKind {
                match self { $(Self::$kind(_) => EntityKind::$kind),+ }
            }

            pub fn id(&self) -> EntityId {
                match self { $(Self::$kind(it) => it.entity_id()),+ }
            }

            /// The household whose case it belongs to; none of what no rule about its risk looks at.
            fn of_case(&self) -> Option<HouseholdId> {
                match self { $(Self::$kind(it) => it.of_case()),+ }
            }

            fn body(&self) -> Result<String, StoreError> {
                match self { $(Self::$kind(it) => json_of(it)),+ }
            }

            fn put_row(&self, writer: &Writer<'_>, seq: i64) -> Result<(), StoreError> {
                match self { $(Self::$kind(it) => writer.put_row::<$kind>(it, seq)),+ }
            }
        }
    };
}

entities! {
    Contact(Contact) = "contact",
    Household(Household) = "household",
    Member(Member) = "member",
    StatusChange(StatusChange) = "status_change",
    Visit(Box<Visit>) = "visit",
    MonthIncome(MonthIncome) = "month_income",
    Problem(Problem) = "problem",
    WaterReport(WaterReport) = "water_report",
    Measure(Measure) = "measure",
    Attestation(Attestation) = "attestation",
    FallReasons(FallReasons) = "fall_reasons",
    VillagePopulation(VillagePopulation) = "village_population",
    CheckedFinding(CheckedFinding) = "checked_finding",
    Clue(Clue) = "clue",
    Procedure(Box<Procedure>) = "procedure",
    GroupMark(GroupMark) = "group_mark",
}

/// The body of a revision that withdraws what was recorded: it holds no more.
pub(super) const WITHDRAWN: &str = "null";

impl Entity {
    /// The entity that a revision holds; none where it withdraws it.
    pub(super) fn from_body(kind: EntityKind, body: &str) -> Result<Option<Self>, StoreError> {
        if body == WITHDRAWN { Ok(None) } else { kind.read(body).map(Some) }
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

    /// Records what somebody corrects or takes back, and logs that.
    pub fn correct(&mut self, entity: impl Into<Entity>, reason: &str) -> Result<(), StoreError> {
        let entity = entity.into();
        self.log(AuditedKind::Corrected, &format!("{} {}", entity.kind().code(), entity.id()), Some(reason))?;
        self.put(entity, Some(reason))
    }

    /// Records that a thing holds no more, as if it had never been recorded: its row goes, its revisions stay.
    pub fn withdraw(&mut self, kind: EntityKind, id: EntityId, reason: Option<&str>) -> Result<(), StoreError> {
        self.append(kind, id, reason, WITHDRAWN)?;
        self.remove_row(kind, id)
    }

    fn append(&self, kind: EntityKind, id: EntityId, reason: Option<&str>, body: &str) -> Result<i64, StoreError> {
        let parent = self.reader().head_revision(id)?.map(|id| id.to_string());
        let (revision, entity_id) = (RevisionId::fresh().to_string(), id.to_string());
        let Stamp { author, device, recorded_at, .. } = self.stamp;
        let recorded_at = recorded_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        let (previous, parent) = (chain::head(&self.tx, device)?, parent.as_deref());
        let link = Link {
            previous: previous.as_deref(),
            id: &revision,
            entity: kind.code(),
            entity_id: &entity_id,
            parent,
            author,
            device,
            recorded_at: &recorded_at,
            reason,
            body,
        };
        self.tx
            .prepare_cached(
                "INSERT INTO revisions
                     (id, entity, entity_id, parent, author, device, recorded_at, reason, body, previous, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                revision,
                link.entity,
                entity_id,
                parent,
                author,
                device,
                recorded_at,
                reason,
                body,
                previous,
                link.hash()?
            ])?;
        Ok(self.tx.last_insert_rowid())
    }

    fn remove_row(&self, kind: EntityKind, id: EntityId) -> Result<(), StoreError> {
        self.tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", kind.table()))?.execute([id.to_string()])?;
        Ok(())
    }

    pub(super) fn project(&self, entity: &Entity, seq: i64) -> Result<(), StoreError> {
        entity.put_row(self, seq)?;
        if let Entity::Visit(visit) = entity { self.replace_checks(visit) } else { Ok(()) }
    }

    /// Empties the current tables and fills them again from the revisions alone. What depends on the
    /// policy is not among it and must be renewed after.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.tx.execute_batch("CREATE TEMP TABLE kept_drafts AS SELECT * FROM drafts;")?;
        for kind in EntityKind::ALL.iter().rev() {
            self.tx.execute(&format!("DELETE FROM {}", kind.table()), [])?;
        }
        let mut statement = self.tx.prepare("SELECT seq, entity, entity_id, body FROM revisions ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let kind = columns::coded(row, "entity")?;
            match Entity::from_body(kind, &row.get::<_, String>("body")?)? {
                Some(entity) => self.project(&entity, row.get("seq")?)?,
                None => self.remove_row(kind, id(row, "entity_id")?)?,
            }
        }
        self.tx.execute_batch("INSERT OR IGNORE INTO drafts SELECT * FROM kept_drafts; DROP TABLE kept_drafts;")?;
        Ok(())
    }
}
