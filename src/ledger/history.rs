//! What happened to the facts of a household, or to what is stated of a village: who, when, why, from what
//! to what. And voiding a statement that was a mistake: it holds no more, as if it had never been written,
//! and stays readable.

use chrono::{DateTime, Utc};

use crate::domain::class::derive_class;
use crate::domain::codes::coded;
use crate::domain::entry::{Basis, Reason};
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::household::Household;
use crate::domain::id::{EntityId, HouseholdId, RevisionId};
use crate::domain::policy::Policy;
use crate::domain::settle_class::STATUS_FACTS;
use crate::domain::standing::stretches_of;
use crate::domain::status::{StatusChange, StatusKind};
use crate::domain::village::Village;
use crate::store::{Entity, Revision, StoreError, Writer};

use super::standing::renew_standing;
use super::{Ledger, Refused};

/// Whose history it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HistoryOf {
    Household(HouseholdId),
    Village(Village),
}

/// One thing that was recorded.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    pub revision: RevisionId,
    pub entity_id: EntityId,
    pub author: String,
    pub recorded_at: DateTime<Utc>,
    pub reason: Option<String>,
    /// None: it was not on file before.
    pub before: Option<Entity>,
    pub after: Entity,
    /// Nothing was recorded of it since.
    pub is_latest: bool,
    /// The household's only class rests on it.
    pub is_only_status: bool,
}

impl HistoryEntry {
    /// What a void of it starts from.
    pub const fn basis(&self) -> Basis<EntityId> {
        Basis { id: self.entity_id, revision: Some(self.revision) }
    }

    /// It can be voided: a statement that stands. A month, a measure and a visit are voided where they are
    /// shown, and facts are edited.
    pub fn can_be_voided(&self) -> bool {
        self.is_latest && !self.is_only_status && voided(&self.after).is_some_and(|entity| entity != self.after)
    }
}

/// A statement as it is once it is void; none of what is no statement.
fn voided(entity: &Entity) -> Option<Entity> {
    let mut entity = entity.clone();
    match &mut entity {
        Entity::StatusChange(it) => it.voided = true,
        Entity::Attestation(it) => it.voided = true,
        Entity::FallReasons(it) => it.voided = true,
        Entity::VillagePopulation(it) => it.voided = true,
        Entity::WaterReport(it) => it.voided = true,
        Entity::CheckedFinding(it) => it.voided = true,
        Entity::Clue(it) => it.voided = true,
        Entity::GroupMark(it) => it.voided = true,
        Entity::Contact(_)
        | Entity::Procedure(_)
        | Entity::Household(_)
        | Entity::Member(_)
        | Entity::Visit(_)
        | Entity::MonthIncome(_)
        | Entity::Problem(_)
        | Entity::Measure(_) => return None,
    }
    Some(entity)
}

coded! {
    /// Why a statement cannot be voided.
    VoidFault {
        /// Without it the household would have no status at all.
        FirstStatus = "first_status",
        /// What was recorded later builds on it: that must be voided first.
        BuiltUpon = "built_upon",
        /// What the facts say by themselves is another class than the one that would stand again.
        FactsDiffer = "facts_differ",
    }
}

impl Ledger {
    /// What was recorded, the newest first.
    pub fn history(&self, of: &HistoryOf) -> Result<Vec<HistoryEntry>, StoreError> {
        let reader = self.store.reader();
        Ok(recorded(match of {
            HistoryOf::Household(id) => reader.list_household_history(*id)?,
            HistoryOf::Village(village) => reader.list_village_history(village)?,
        }))
    }

    /// Voids a statement, which must stand as the revision says; a correction of one puts back what stood
    /// before it. A change of status takes the facts back that were recorded with it, as far as they still
    /// stand.
    pub fn void_statement(&mut self, basis: Basis<EntityId>, reason: &Reason) -> Result<(), Refused<VoidFault>> {
        self.write(|writer, policy| write_void(writer, policy, basis, reason.as_str()))
    }
}

/// Voids a statement as [`Ledger::void_statement`] says.
pub(super) fn write_void(
    writer: &mut Writer<'_>,
    policy: &Policy,
    basis: Basis<EntityId>,
    reason: &str,
) -> Result<(), Refused<VoidFault>> {
    let revisions = writer.reader().list_revisions(basis.id)?;
    let latest = revisions.last().filter(|latest| Some(latest.id) == basis.revision);
    let standing = latest.and_then(|latest| latest.entity.as_ref()).ok_or(StoreError::ChangedMeanwhile)?;
    let void = voided(standing).filter(|void| void != standing).ok_or(StoreError::ChangedMeanwhile)?;
    let is_status = matches!(standing, Entity::StatusChange(_));
    let before = corrected_from(&revisions).filter(|_| !is_status);
    writer.correct(before.unwrap_or(void), reason)?;
    if let Entity::StatusChange(change) = standing {
        take_status_back(writer, policy, change, &revisions, reason)?;
    }
    Ok(())
}

/// Each revision with what the thing was before.
fn recorded(revisions: Vec<Revision>) -> Vec<HistoryEntry> {
    let mut list: Vec<HistoryEntry> = Vec::new();
    for revision in revisions {
        let Some(after) = revision.entity else { continue };
        let entity_id = after.id();
        let before = list.iter_mut().rev().find(|known| known.entity_id == entity_id);
        let before = before.map(|before| {
            before.is_latest = false;
            before.after.clone()
        });
        let Revision { id, author, recorded_at, reason, .. } = revision;
        list.push(HistoryEntry {
            revision: id,
            entity_id,
            author,
            recorded_at,
            reason,
            before,
            after,
            is_latest: true,
            is_only_status: false,
        });
    }
    let gives_class = |entry: &&mut HistoryEntry| {
        let Entity::StatusChange(change) = &entry.after else { return false };
        entry.is_latest && !change.voided && change.kind.class().is_some()
    };
    if let [only] = list.iter_mut().filter(gives_class).collect::<Vec<_>>().as_mut_slice() {
        only.is_only_status = true;
    }
    list.reverse();
    list
}

/// What a statement said before it was corrected to what it says: a void that put an earlier one back is
/// not itself a correction.
fn corrected_from(revisions: &[Revision]) -> Option<Entity> {
    let mut said: Vec<&Entity> = Vec::new();
    for entity in revisions.iter().filter_map(|revision| revision.entity.as_ref()) {
        if said.len() > 1 && said.get(said.len() - 2) == Some(&entity) {
            said.pop();
        } else {
            said.push(entity);
        }
    }
    let before = said.len().checked_sub(2).and_then(|at| said.get(at))?;
    // What is void was taken back for good.
    voided(before).filter(|void| void != *before).map(|_| (*before).clone())
}

/// The household as if the change had never been written: the facts that came with it go back, and so does
/// the day of a change before it that was moved for it.
fn take_status_back(
    writer: &mut Writer<'_>,
    policy: &Policy,
    change: &StatusChange,
    revisions: &[Revision],
    reason: &str,
) -> Result<(), Refused<VoidFault>> {
    let history = writer.reader().list_status_changes(change.household_id)?;
    if !history.iter().any(|other| other.kind.class().is_some()) {
        return Err(Refused::of(VoidFault::FirstStatus));
    }
    let Some(first) = revisions.first() else { return Err(Refused::Changed) };
    for other in history {
        let with_it = writer.reader().list_revisions(other.id)?;
        let is_later = with_it.first().is_some_and(|its| its.recorded_at > first.recorded_at);
        if is_later && other.kind != StatusKind::Category && change.kind != StatusKind::Category {
            return Err(Refused::of(VoidFault::BuiltUpon));
        }
        let moved = with_it.windows(2).rfind(|pair| is_of_one_write(&pair[1], first));
        if let Some([Revision { entity: Some(Entity::StatusChange(before)), .. }, moved]) = moved
            && moved.entity == Some(Entity::StatusChange(other.clone()))
        {
            writer.put(before.clone(), Some(reason))?;
        }
    }
    let now = writer.reader().get_household(change.household_id)?;
    let of_household = writer.reader().list_revisions(now.id)?;
    let with_it = of_household.windows(2).rfind(|pair| is_of_one_write(&pair[1], first));
    if let Some(
        [
            Revision { entity: Some(Entity::Household(before)), .. },
            Revision { entity: Some(Entity::Household(set)), .. },
        ],
    ) = with_it
    {
        let mut facts = facts_without(&now, &before.facts, &set.facts);
        if derive_class(&facts).ok() != derive_class(&before.facts).ok() {
            // The day of the change may have been moved since: it goes back with the change that it dates.
            let day = HouseholdFact::EliminatedOn;
            let _ = facts.set(day, before.facts.get(day).unwrap_or_default());
        }
        if facts != now.facts {
            writer.put(Household { facts, ..now.clone() }, Some(reason))?;
        }
    }
    let after = writer.reader().get_household(now.id)?;
    let history = writer.reader().list_status_changes(now.id)?;
    let stands = stretches_of(policy, &after, &history).last().map(|stretch| stretch.class);
    if stands.is_none() || derive_class(&after.facts).ok() != stands {
        return Err(Refused::of(VoidFault::FactsDiffer));
    }
    Ok(renew_standing(writer, policy, now.id)?)
}

/// Written in one transaction: by one person at one moment, to the millisecond.
fn is_of_one_write(a: &Revision, b: &Revision) -> bool {
    a.recorded_at == b.recorded_at && a.author == b.author && a.reason == b.reason
}

/// The facts with those of the status that a write set put back, where they still stand as it set them.
fn facts_without(now: &Household, before: &Facts<HouseholdFact>, set: &Facts<HouseholdFact>) -> Facts<HouseholdFact> {
    let mut facts = now.facts.clone();
    for fact in STATUS_FACTS.iter().copied() {
        if before.get(fact) != set.get(fact) && now.facts.get(fact) == set.get(fact) {
            // What stood there is canonical.
            let _ = facts.set(fact, before.get(fact).unwrap_or_default());
        }
    }
    facts
}
