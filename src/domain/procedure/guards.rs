//! What keeps a step of a procedure from being done: grounds of exclusion, people, signatures.

use chrono::NaiveDate;

use super::fault::ProcedureFault;
use super::{GroundAnswer, GroundAsked, Procedure, Role, StepPerson};
use crate::domain::clean::{clean_name, clean_note};
use crate::domain::policy::{Signed, StepKind, StepRule};

impl Procedure {
    /// The grounds let it go on: all are known, or somebody says why not; none holds, or the meeting that the plan names
    /// lets the household in all the same.
    pub(super) fn grounds_allow(&self, note: &str, on: NaiveDate) -> Result<(), ProcedureFault> {
        // A meeting knew what was found before it, and what is decided after it.
        let is_let_in = |asked: &GroundAsked| {
            let held = self.meeting.as_ref().filter(|it| it.on <= on && asked.on.is_none_or(|found| found <= it.on));
            held.is_some_and(|held| asked.ground.unless.is_none_or(|unless| held.kind == unless))
        };
        let holds = self.grounds.iter().any(|it| it.answer == GroundAnswer::Yes && !is_let_in(it));
        if holds {
            return Err(ProcedureFault::GroundHolds);
        }
        let is_unknown = self.grounds.iter().any(|asked| asked.answer == GroundAnswer::Unknown);
        if is_unknown && clean_note(note).is_empty() { Err(ProcedureFault::GroundsUnknown) } else { Ok(()) }
    }

    /// The grounds are asked before the first review, or where the plan has none, before the decision.
    pub(super) fn asks_grounds_at(&self, step: StepKind) -> bool {
        let reviews = [StepKind::VillageReview, StepKind::TownshipReview, StepKind::Decision];
        reviews.into_iter().find(|review| self.rule(*review).is_some()) == Some(step) || step == StepKind::Decision
    }
}

/// Those who are named, each part of each once.
pub(super) fn named(people: &[StepPerson]) -> Vec<StepPerson> {
    let named = people.iter().map(|it| StepPerson { name: clean_name(&it.name).into(), ..it.clone() });
    let mut named: Vec<StepPerson> = named.filter(|it| !it.name.is_empty()).collect();
    let mut seen = std::collections::BTreeSet::new();
    // The same name in the same part twice is one person.
    named.retain(|it| seen.insert((it.name.clone(), it.role)));
    named
}

fn is_signed(signed: Signed, people: &[StepPerson]) -> bool {
    let by = |role: Role| people.iter().any(|it| it.role == role && it.signed);
    match signed {
        Signed::All => !people.is_empty() && people.iter().all(|it| it.signed),
        Signed::Chief => by(Role::Chief),
        Signed::Both => by(Role::Household) && people.iter().any(|it| it.role != Role::Household && it.signed),
    }
}

/// Enough people, in the parts that the plan asks, and signed by whom it asks.
pub(super) fn refuse_people(rule: &StepRule, people: &[StepPerson]) -> Result<(), ProcedureFault> {
    let asked = |role: Role| if rule.roles.is_empty() { role != Role::Household } else { rule.roles.contains(&role) };
    let named = people.iter().filter(|it| asked(it.role)).map(|it| &*it.name);
    let count = named.collect::<std::collections::BTreeSet<&str>>().len();
    if count < usize::try_from(rule.people.unwrap_or(0)).unwrap_or(usize::MAX) {
        return Err(ProcedureFault::TooFewPeople);
    }
    if rule.signed.is_some_and(|signed| !is_signed(signed, people)) { Err(ProcedureFault::NotSigned) } else { Ok(()) }
}
