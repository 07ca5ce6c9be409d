//! Taking an import back: every household that it touched is as it was before, those that it brought are
//! gone, as if the file had never been taken. The revisions of both stay.
//!
//! A household keeps what the import said where something was recorded since that rests on it: anything, of one
//! that the import brought; of one that was here, its facts, members and status. Its own visits, incomes and
//! measures stay either way.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::id::{EntityId, HouseholdId};
use crate::domain::personal::Personal;
use crate::store::{Entity, EntityKind, Reader, Recorded, StoreError, Writer, Wrote};

use super::imports::Imported;
use super::standing::renew_standing;
use super::{Ledger, Progress};

coded! {
    /// Why a household keeps what an import said: this was recorded of it since, as `EntityKind` names it,
    /// or one of two more.
    KeptFor {
        Household = "household",
        Member = "member",
        StatusChange = "status_change",
        Visit = "visit",
        MonthIncome = "month_income",
        Problem = "problem",
        Measure = "measure",
        Attestation = "attestation",
        FallReasons = "fall_reasons",
        CheckedFinding = "checked_finding",
        Clue = "clue",
        Procedure = "procedure",
        GroupMark = "group_mark",
        /// Something was typed and not saved.
        Draft = "draft",
        /// A later import changed it, which is to be taken back first.
        LaterImport = "later_import",
        /// Its code before is another household's now.
        CodeTaken = "code_taken",
    }
}

/// What was recorded of a household is a reason to keep it; none of what is of no household.
const fn kept_for(kind: EntityKind) -> Option<KeptFor> {
    Some(match kind {
        EntityKind::Household => KeptFor::Household,
        EntityKind::Member => KeptFor::Member,
        EntityKind::StatusChange => KeptFor::StatusChange,
        EntityKind::Visit => KeptFor::Visit,
        EntityKind::MonthIncome => KeptFor::MonthIncome,
        EntityKind::Problem => KeptFor::Problem,
        EntityKind::Measure => KeptFor::Measure,
        EntityKind::Attestation => KeptFor::Attestation,
        EntityKind::FallReasons => KeptFor::FallReasons,
        EntityKind::CheckedFinding => KeptFor::CheckedFinding,
        EntityKind::Clue => KeptFor::Clue,
        EntityKind::GroupMark => KeptFor::GroupMark,
        EntityKind::Procedure => KeptFor::Procedure,
        EntityKind::Contact | EntityKind::WaterReport | EntityKind::VillagePopulation => return None,
    })
}

/// The reason in the revisions that take an import back.
const UNDONE: &str = "import_undone";

/// A household that keeps what the import said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: HouseholdId,
    pub code: String,
    pub name: Personal,
    pub village: String,
    pub because: BTreeSet<KeptFor>,
    /// The later imports that changed it.
    pub later_imports: BTreeSet<i64>,
}

/// What taking an import back will do, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoOutcome {
    pub number: i64,
    /// Households that are gone, since the import brought them.
    pub withdrawn: usize,
    /// Households that are as they were before.
    pub restored: usize,
    /// By code.
    pub kept: Vec<Kept>,
    pub applied: bool,
}

/// Why an import was not taken back. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum UndoRefused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("no_such_import")]
    NoSuchImport,
    #[error("already_undone")]
    AlreadyUndone,
    /// Households with something recorded since, and nobody said to leave them.
    #[error("recorded_since")]
    RecordedSince(Box<UndoOutcome>),
    #[error("cancelled")]
    Cancelled,
}

impl Ledger {
    /// Says what taking an import back would do.
    pub fn plan_undo(&self, number: i64) -> Result<UndoOutcome, UndoRefused> {
        let reader = self.store.reader();
        Ok(Undo::of(reader, number)?.outcome)
    }

    /// Takes an import back in one transaction. Where something was recorded since, all of it is refused
    /// unless `the_others`: then those households are left, and listed.
    pub fn undo_import(
        &mut self,
        number: i64,
        the_others: bool,
        progress: Progress<'_>,
    ) -> Result<UndoOutcome, UndoRefused> {
        let author = self.author.clone();
        self.write(|writer, policy| {
            let undo = Undo::of(writer.reader(), number)?;
            if !undo.outcome.kept.is_empty() && !the_others {
                return Err(UndoRefused::RecordedSince(Box::new(undo.outcome)));
            }
            let first_seq = writer.reader().newest_seq()? + 1;
            // The last first: a code that one gave up and another took is free again in time.
            for (done, (household_id, wrote)) in undo.households.iter().rev().enumerate() {
                take_back(writer, undo.began(), wrote)?;
                if writer.reader().find_household(*household_id)?.is_some() {
                    renew_standing(writer, policy, *household_id)?;
                }
                if !progress(done + 1, undo.households.len()) {
                    return Err(UndoRefused::Cancelled);
                }
            }
            withdraw_contacts(writer, &undo.contacts, author.as_ref())?;
            let kept = undo.outcome.kept.iter().map(|kept| kept.id).collect();
            writer.keep_import_undone(number, first_seq, kept)?;
            Ok(UndoOutcome { applied: true, ..undo.outcome })
        })
    }
}

/// What there is to take back.
struct Undo {
    import: Imported,
    outcome: UndoOutcome,
    /// In the order in which the import wrote them.
    households: Vec<(HouseholdId, Vec<Wrote>)>,
    contacts: Vec<EntityId>,
}

impl Undo {
    fn of(reader: Reader<'_>, number: i64) -> Result<Self, UndoRefused> {
        let import: Imported = reader.find_import(number)?.ok_or(UndoRefused::NoSuchImport)?;
        if import.is_wholly_undone() {
            return Err(UndoRefused::AlreadyUndone);
        }
        // Taken back before in part, it can be for those that were left.
        let left: Option<BTreeSet<HouseholdId>> = import.undone.last().map(|last| last.kept.iter().copied().collect());
        let outcome = UndoOutcome { number, withdrawn: 0, restored: 0, kept: Vec::new(), applied: false };
        let mut undo = Self { outcome, households: Vec::new(), contacts: Vec::new(), import };
        let mut place_of: BTreeMap<HouseholdId, usize> = BTreeMap::new();
        for wrote in reader.list_written(&undo.import.wrote)? {
            let Some(household_id) = wrote.household_id else {
                undo.contacts.push(wrote.id);
                continue;
            };
            if left.as_ref().is_some_and(|left| !left.contains(&household_id)) {
                continue;
            }
            let place = *place_of.entry(household_id).or_insert(undo.households.len());
            if place == undo.households.len() {
                undo.households.push((household_id, Vec::new()));
            }
            undo.households[place].1.push(wrote);
        }
        undo.keep_what_was_recorded_on(reader)?;
        Ok(undo)
    }

    /// The first revision of the import.
    fn began(&self) -> i64 {
        *self.import.wrote.start()
    }

    /// Takes those out that cannot go back, and counts the others.
    fn keep_what_was_recorded_on(&mut self, reader: Reader<'_>) -> Result<(), StoreError> {
        let later = later_imports(reader, self.outcome.number)?;
        let mut since: BTreeMap<HouseholdId, Vec<Recorded>> = BTreeMap::new();
        for recorded in reader.list_recorded_after(*self.import.wrote.end())? {
            since.entry(recorded.household_id).or_default().push(recorded);
        }
        let mut kept: BTreeMap<HouseholdId, Because> = BTreeMap::new();
        for (household_id, wrote) in &self.households {
            let is_new = state_before(reader, *household_id, self.began())?.is_none();
            let mut because = Because::default();
            for recorded in since.remove(household_id).unwrap_or_default() {
                if is_new || self.rests_on(reader, wrote, &recorded)? {
                    because.add(&recorded, &later);
                }
            }
            if is_new && !reader.list_drafts(*household_id)?.is_empty() {
                because.for_what.insert(KeptFor::Draft);
            }
            if !because.for_what.is_empty() {
                kept.insert(*household_id, because);
            }
        }
        self.keep_whose_code_is_taken(reader, &mut kept)?;
        self.households.retain(|(id, _)| !kept.contains_key(id));
        for (household_id, because) in kept {
            self.outcome.kept.push(Kept::of(&reader.get_household(household_id)?, because));
        }
        self.outcome.kept.sort_by(|a, b| a.code.cmp(&b.code));
        for (household_id, _) in &self.households {
            match state_before(reader, *household_id, self.began())? {
                Some(_) => self.outcome.restored += 1,
                None => self.outcome.withdrawn += 1,
            }
        }
        Ok(())
    }

    /// What was recorded since may rest on what the import wrote: on the household's facts, its members, its
    /// status, on a visit that the roster brought. A visit of its own, an income, a measure do not.
    fn rests_on(&self, reader: Reader<'_>, wrote: &[Wrote], recorded: &Recorded) -> Result<bool, StoreError> {
        Ok(match recorded.kind {
            EntityKind::Household | EntityKind::Member | EntityKind::StatusChange => true,
            EntityKind::Visit => {
                let mut members = wrote.iter().filter(|wrote| wrote.kind == EntityKind::Member);
                let brought = |wrote: &Wrote| reader.find_state_before(wrote.id, self.began()).map(|it| it.is_none());
                let names_a_new_member =
                    members.try_fold(false, |any, wrote| Ok::<_, StoreError>(any || brought(wrote)?))?;
                names_a_new_member || wrote.iter().any(|wrote| wrote.id == recorded.id)
            }
            EntityKind::Contact
            | EntityKind::MonthIncome
            | EntityKind::Problem
            | EntityKind::WaterReport
            | EntityKind::Measure
            | EntityKind::Attestation
            | EntityKind::FallReasons
            | EntityKind::VillagePopulation
            | EntityKind::CheckedFinding
            | EntityKind::Clue
            | EntityKind::Procedure
            | EntityKind::GroupMark => false,
        })
    }

    /// One that stays may have the code that another would have again, which then stays too.
    fn keep_whose_code_is_taken(
        &self,
        reader: Reader<'_>,
        kept: &mut BTreeMap<HouseholdId, Because>,
    ) -> Result<(), StoreError> {
        let goes_back = |id: &HouseholdId, kept: &BTreeMap<_, _>| {
            !kept.contains_key(id) && self.households.iter().any(|(other, _)| other == id)
        };
        loop {
            let before = kept.len();
            for (household_id, _) in &self.households {
                let Some(state) = state_before(reader, *household_id, self.began())? else { continue };
                let holder = reader.find_household_by_code(state.code.as_str())?.map(|holder| holder.id);
                if holder.is_some_and(|holder| holder != *household_id && !goes_back(&holder, kept)) {
                    kept.entry(*household_id).or_default().for_what.insert(KeptFor::CodeTaken);
                }
            }
            if kept.len() == before {
                return Ok(());
            }
        }
    }
}

/// Why a household stays as it is.
#[derive(Debug, Default)]
struct Because {
    for_what: BTreeSet<KeptFor>,
    later_imports: BTreeSet<i64>,
}

impl Because {
    fn add(&mut self, recorded: &Recorded, later: &[Imported]) {
        match later.iter().find(|import| import.wrote.contains(&recorded.seq)) {
            Some(import) => {
                self.for_what.insert(KeptFor::LaterImport);
                self.later_imports.insert(import.number);
            }
            None => self.for_what.extend(kept_for(recorded.kind)),
        }
    }
}

/// The imports after this one.
fn later_imports(reader: Reader<'_>, number: i64) -> Result<Vec<Imported>, StoreError> {
    Ok(reader.list_imports()?.into_iter().filter(|import: &Imported| import.number > number).collect())
}

impl Kept {
    fn of(household: &Household, because: Because) -> Self {
        let fact = |fact| household.fact(fact).to_owned();
        let (name, village) = (fact(HouseholdFact::Name), fact(HouseholdFact::Village));
        let code = household.code.as_str().to_owned();
        let Because { for_what, later_imports } = because;
        Self { id: household.id, code, name: name.into(), village, because: for_what, later_imports }
    }
}

fn state_before(reader: Reader<'_>, household_id: HouseholdId, seq: i64) -> Result<Option<Household>, StoreError> {
    match reader.find_state_before(household_id, seq)? {
        Some(Entity::Household(household)) => Ok(Some(household)),
        _ => Ok(None),
    }
}

/// Each thing as it was before, or gone; the last written first, since what hangs on it was written after.
fn take_back(writer: &mut Writer<'_>, began: i64, wrote: &[Wrote]) -> Result<(), StoreError> {
    for Wrote { kind, id, .. } in wrote.iter().rev() {
        match writer.reader().find_state_before(*id, began)? {
            Some(before) => writer.put(before, Some(UNDONE))?,
            None => writer.withdraw(*kind, *id, Some(UNDONE))?,
        }
    }
    Ok(())
}

/// Contacts that only the import named are gone too.
fn withdraw_contacts(
    writer: &mut Writer<'_>,
    brought: &[EntityId],
    author: Option<&ContactName>,
) -> Result<(), StoreError> {
    let unnamed = writer.reader().list_unnamed_contacts()?;
    for contact in
        unnamed.iter().filter(|contact| brought.contains(&contact.id.into()) && Some(&contact.name) != author)
    {
        writer.withdraw(EntityKind::Contact, contact.id.into(), Some(UNDONE))?;
    }
    Ok(())
}
