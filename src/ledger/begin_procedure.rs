//! Beginning a procedure: the household comes on file where it is not, every open clue of it is in the procedure from then
//! on, and the earliest of them is day 0. All of it, or nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::clue::{Clue, ClueOutcome, ClueResult, ClueSource};
use crate::domain::contact::ContactName;
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::household::HouseholdCode;
use crate::domain::household_entry::HouseholdEntry;
use crate::domain::id::{ClueId, HouseholdId, ProcedureId};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::policy::{Policy, ProcedureKind};
use crate::domain::procedure::{BeginFault, Procedure, ProcedureEntry};
use crate::store::{Reader, StoreError, Writer};

use super::keep_household::write_household;
use super::standing::renew_standing;
use super::{Ledger, Refused};

/// Of whom a procedure begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BeginOf {
    Household(HouseholdId),
    /// Of the household of a clue; one that is not on file comes on file lightly, with so many persons.
    Clue {
        id: ClueId,
        persons: Option<u32>,
    },
}

/// A procedure as somebody asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeginAsked {
    pub of: BeginOf,
    /// None: an identification; of a household that is marked, an identification again.
    pub kind: Option<ProcedureKind>,
    pub category: Option<HouseholdLabel>,
    pub risks: Vec<RiskType>,
    pub assigned_to: Option<ContactName>,
    /// Day 0 where no clue is open.
    pub on: NaiveDate,
}

impl Ledger {
    /// Begins a procedure.
    pub fn begin_procedure(&mut self, asked: &BeginAsked) -> Result<Procedure, Refused<BeginFault>> {
        let today = self.today();
        self.write(|writer, policy| {
            let household_id = household_of(writer, policy, &asked.of, today)?;
            let row = writer.reader().get_due_row(household_id)?;
            let clues = open_clues(writer.reader(), household_id, &asked.of)?;
            let entry = entry_of(asked, household_id, row.class, &clues);
            let running = writer.reader().procedures_of(household_id)?;
            Refused::if_any(entry.faults((row.class, row.active), &running, today))?;
            let procedure = entry.procedure(ProcedureId::fresh(), policy);
            writer.put(procedure.clone(), None)?;
            for clue in &clues {
                writer.put(in_procedure(clue, household_id, today), None)?;
            }
            Ok(procedure)
        })
    }
}

/// The household; of a clue whose household is not on file, a general one with what the clue says.
fn household_of(
    writer: &mut Writer<'_>,
    policy: &Policy,
    of: &BeginOf,
    today: NaiveDate,
) -> Result<HouseholdId, Refused<BeginFault>> {
    let (id, persons) = match of {
        BeginOf::Household(household_id) => return Ok(*household_id),
        BeginOf::Clue { id, persons } => (*id, *persons),
    };
    let clue = writer.reader().find_clue(id)?.ok_or(Refused::Changed)?;
    if !clue.is_open() {
        return Err(Refused::Changed);
    }
    let known = match clue.household_id {
        Some(household_id) => Some(household_id),
        None => named_so(writer.reader(), &clue)?,
    };
    if let Some(household_id) = known {
        return Ok(household_id);
    }
    let code = HouseholdCode::provisional(writer.reader().highest_provisional_code()? + 1);
    let entry = HouseholdEntry { editing: None, code, facts: facts_of(&clue, persons), members: Vec::new() };
    let written = write_household(writer, policy, &entry, None, today);
    let household_id = written.map_err(|refused| match refused {
        Refused::Entry(_) => Refused::of(BeginFault::TooLittleSaid),
        Refused::Changed => Refused::Changed,
        Refused::Store(error) => Refused::Store(error),
    })?;
    renew_standing(writer, policy, household_id)?;
    Ok(household_id)
}

/// The one household on file that has the clue's name in its village, and in its group where both say one.
pub(super) fn named_so(reader: Reader<'_>, clue: &Clue) -> Result<Option<HouseholdId>, StoreError> {
    let named = reader.list_households_named(&clue.of.village, &clue.of.name)?;
    let is_it = |group: &str| group.is_empty() || clue.of.group.is_empty() || group == clue.of.group;
    let mut same = named.iter().filter(|household| is_it(household.fact(HouseholdFact::Group)));
    Ok(same.next().filter(|_| same.next().is_none()).map(|household| household.id))
}

fn facts_of(clue: &Clue, persons: Option<u32>) -> Facts<HouseholdFact> {
    let mut facts = Facts::default();
    let persons = persons.map(|count| count.to_string()).unwrap_or_default();
    let stated = [
        (HouseholdFact::Name, &*clue.of.name),
        (HouseholdFact::Village, &clue.of.village),
        (HouseholdFact::Group, &clue.of.group),
        (HouseholdFact::Phone, &clue.of.phone),
        (HouseholdFact::Population, &persons),
        (HouseholdFact::HouseholdType, HouseholdLabel::General.code()),
    ];
    for (fact, value) in stated {
        // What cannot be a fact stays with the clue, and is said again by the household itself.
        let _ = facts.set(fact, value);
    }
    facts
}

/// Every open clue of the household, and those that are joined to the one that it begins with.
fn open_clues(reader: Reader<'_>, household_id: HouseholdId, of: &BeginOf) -> Result<Vec<Clue>, StoreError> {
    let named = if let BeginOf::Clue { id, .. } = of { Some(*id) } else { None };
    let all = reader.list_clues()?;
    let first = all.iter().find(|clue| Some(clue.id) == named).map(|clue| clue.joined_to.unwrap_or(clue.id));
    let is_of_it = |clue: &Clue| {
        clue.household_id == Some(household_id)
            || first.is_some_and(|first| clue.id == first || clue.joined_to == Some(first))
    };
    Ok(all.into_iter().filter(|clue| clue.is_open() && is_of_it(clue)).collect())
}

fn entry_of(asked: &BeginAsked, household_id: HouseholdId, class: HouseholdClass, clues: &[Clue]) -> ProcedureEntry {
    let is_marked = class == HouseholdClass::Eliminated;
    let kind = if is_marked { ProcedureKind::ReIdentification } else { ProcedureKind::Identification };
    let said: BTreeSet<RiskType> = clues.iter().flat_map(|clue| clue.risks.iter().copied()).collect();
    ProcedureEntry {
        kind: asked.kind.unwrap_or(kind),
        household_id,
        clues: clues.iter().map(|clue| clue.id).collect(),
        day_zero: clues.iter().map(|clue| clue.received_on).min().unwrap_or(asked.on),
        self_reported: clues.iter().any(|clue| clue.source == ClueSource::SelfReport),
        category: asked.category,
        risks: said.into_iter().chain(asked.risks.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect(),
        assigned_to: asked.assigned_to.clone().or_else(|| clues.iter().find_map(|clue| clue.assigned_to.clone())),
    }
}

/// The clue as it stands from then on.
pub(super) fn in_procedure(clue: &Clue, household_id: HouseholdId, on: NaiveDate) -> Clue {
    let (why, explained_by) = (String::new(), String::new());
    let result = ClueResult { outcome: ClueOutcome::InProcedure, on, why, explained_by };
    Clue { household_id: Some(household_id), result: Some(result), ..clue.clone() }
}
