//! Procedures 认定程序: begun, taken step by step, brought to a decision, which becomes the household's status.

use chrono::NaiveDate;

use crate::domain::assessment::{Assessment, Outcome, assess};
use crate::domain::clue::{Clue, ClueOutcome, ClueResult, ClueSource, day_zero};
use crate::domain::due_row::DueRow;
use crate::domain::entry::{Basis, Reason};
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::household::{Household, HouseholdCode};
use crate::domain::household_entry::{HouseholdEntry, HouseholdFault};
use crate::domain::id::{ClueId, HouseholdId, ProcedureId};
use crate::domain::label::HouseholdLabel;
use crate::domain::policy::{Policy, ProcedureKind, StepKind};
use crate::domain::procedure::act::{ProcedureAct, ProcedureFault};
use crate::domain::procedure::{BeginFault, Procedure, ProcedureEnd, ProcedureEntry};
use crate::domain::status::{EliminationWay, LeavingReason, StatusKind};
use crate::domain::status_entry::StatusEntry;
use crate::store::{StoreError, Writer};

use super::change_status::write_status;
use super::dossier::read_dossier;
use super::standing::renew_standing;
use super::{Ledger, Refused};

/// Stands as the reason of a status that a procedure led to.
pub const BY_PROCEDURE: &str = "by_procedure";

/// A procedure as it stands in the ledger.
#[derive(Debug, Clone)]
pub struct ListedProcedure {
    /// By which it is named: its place among all that were ever begun.
    pub number: usize,
    pub procedure: Procedure,
    pub row: DueRow,
}

/// Why nothing was done about a procedure.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ProcedureNotChanged {
    #[error("{}", .0.code())]
    Refused(ProcedureFault),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ProcedureFault> for ProcedureNotChanged {
    fn from(fault: ProcedureFault) -> Self {
        Self::Refused(fault)
    }
}

impl Ledger {
    /// Every procedure that is not void: what runs first, by what is due next.
    pub fn procedures(&self) -> Result<Vec<ListedProcedure>, StoreError> {
        let reader = self.store.reader();
        let all = reader.list_procedures()?;
        let mut listed = Vec::new();
        for (number, procedure) in (1..).zip(all).filter(|(_, procedure)| !procedure.voided) {
            let row = self.due_row(procedure.household_id)?;
            listed.push(ListedProcedure { number, procedure, row });
        }
        let holidays = self.policy.holidays();
        listed.sort_by_cached_key(|it| {
            let due = it.procedure.next_due(holidays).map_or(NaiveDate::MAX, |due| due.on);
            (!it.procedure.is_running(), due, it.number)
        });
        Ok(listed)
    }

    /// One procedure as it stands in the ledger.
    pub fn procedure(&self, id: ProcedureId) -> Result<ListedProcedure, StoreError> {
        let reader = self.store.reader();
        let procedure = reader.find_procedure(id)?.ok_or(StoreError::ChangedMeanwhile)?;
        let row = self.due_row(procedure.household_id)?;
        Ok(ListedProcedure { number: reader.procedure_number(id)?, procedure, row })
    }

    /// The procedure of a household that runs; none where none does.
    pub fn running_procedure(&self, household_id: HouseholdId) -> Result<Option<ProcedureId>, StoreError> {
        let all = self.store.reader().procedures_of(household_id)?;
        Ok(all.iter().rev().find(|procedure| procedure.is_running()).map(|procedure| procedure.id))
    }

    /// How far an elimination is from being possible, by the conditions that the risk page shows; none of another kind.
    pub fn readiness(&self, procedure: &Procedure) -> Result<Option<Assessment>, StoreError> {
        if procedure.kind != ProcedureKind::Elimination || !procedure.is_undecided() {
            return Ok(None);
        }
        let reader = self.store.reader();
        let dossier = read_dossier(reader, reader.get_household(procedure.household_id)?)?;
        Ok(assess(&dossier.case(&self.policy, self.today())))
    }

    /// Begins a procedure. The clues that it comes from are closed as being in it.
    pub fn begin_procedure(&mut self, entry: &ProcedureEntry) -> Result<Procedure, Refused<BeginFault>> {
        let today = self.today();
        let class = self.due_row(entry.household_id)?.class;
        self.write(|writer, policy| {
            let running = writer.reader().procedures_of(entry.household_id)?;
            Refused::if_any(entry.faults(class, &running, today))?;
            let procedure = entry.procedure(ProcedureId::fresh(), policy);
            writer.put(procedure.clone(), None)?;
            for clue_id in &entry.clues {
                let Some(clue) = writer.reader().find_clue(*clue_id)? else { continue };
                writer.put(in_procedure(&clue, procedure.household_id, today), None)?;
            }
            Ok(procedure)
        })
    }

    /// What a clue says of a procedure that begins with it: its household, where that is on file, and day 0.
    pub fn procedure_of_clue(&self, clue: &Clue, household_id: HouseholdId) -> Result<ProcedureEntry, StoreError> {
        let all = self.store.reader().list_clues()?;
        let first = clue.joined_to.unwrap_or(clue.id);
        let joined = all.iter().filter(|it| it.is_open() && (it.id == first || it.joined_to == Some(first)));
        let clues: Vec<ClueId> = joined.map(|it| it.id).collect();
        let class = self.due_row(household_id)?.class;
        let is_marked = class == crate::domain::class::HouseholdClass::Eliminated;
        let kind = if is_marked { ProcedureKind::ReIdentification } else { ProcedureKind::Identification };
        Ok(ProcedureEntry {
            kind,
            household_id,
            clues: if clues.is_empty() { vec![clue.id] } else { clues },
            day_zero: day_zero(clue, &all),
            self_reported: clue.source == ClueSource::SelfReport,
            category: None,
            risks: clue.risks.clone(),
            assigned_to: clue.assigned_to.clone(),
        })
    }

    /// Puts the household of a clue on file as a general one, lightly: name, village, group, persons. Gives the one that
    /// is there already, where the clue knows it.
    pub fn household_of_clue(
        &mut self,
        clue: &Clue,
        persons: Option<u32>,
    ) -> Result<HouseholdId, Refused<HouseholdFault>> {
        if let Some(household_id) = clue.household_id {
            return Ok(household_id);
        }
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
            // What cannot be a fact is said again by the household itself.
            let _ = facts.set(fact, value);
        }
        let code = HouseholdCode::provisional(self.store.reader().highest_provisional_code()? + 1);
        let row = self.keep_household(&HouseholdEntry { editing: None, code, facts, members: Vec::new() }, None)?;
        Ok(row.id)
    }

    /// Does something about a procedure; refused where it is not any more as it was seen. With the decision the
    /// household's status follows, on its day.
    pub fn act_on_procedure(&mut self, seen: &Procedure, act: &ProcedureAct) -> Result<Procedure, ProcedureNotChanged> {
        let (today, author) = (self.today(), self.author.clone());
        let readiness = self.readiness(seen)?;
        self.write(|writer, policy| {
            let now = writer.reader().find_procedure(seen.id)?.ok_or(StoreError::ChangedMeanwhile)?;
            if now != *seen {
                return Err(StoreError::ChangedMeanwhile.into());
            }
            let after = act.of(&now, author.as_ref(), today)?;
            if let ProcedureAct::Pass(entry) = act {
                refuse_what_is_not_ready(&now, entry.step, &entry.note, readiness.as_ref())?;
            }
            writer.put(after.clone(), act.reason())?;
            let decided = after.ended.as_ref().filter(|ended| ended.end == ProcedureEnd::Approved);
            if let (true, Some(ended)) = (now.ended.is_none(), decided) {
                write_decision(writer, policy, &after, ended.on)?;
            }
            if let ProcedureAct::Pass(entry) = act
                && entry.step == StepKind::Entry
            {
                write_entry(writer, &after, entry.on)?;
            }
            Ok(after)
        })
    }
}

fn in_procedure(clue: &Clue, household_id: HouseholdId, on: NaiveDate) -> Clue {
    let (why, explained_by) = (String::new(), String::new());
    let result = ClueResult { outcome: ClueOutcome::InProcedure, on, why, explained_by };
    Clue { household_id: Some(household_id), result: Some(result), ..clue.clone() }
}

/// An elimination is not proposed, nor decided, while a condition is known not to be met; what is unknown, or only a
/// reference, asks for a reason.
fn refuse_what_is_not_ready(
    now: &Procedure,
    step: StepKind,
    note: &str,
    readiness: Option<&Assessment>,
) -> Result<(), ProcedureFault> {
    let is_asked = now.course.first().is_some_and(|rule| rule.step == step) || step == StepKind::Decision;
    let Some(readiness) = readiness.filter(|_| is_asked) else { return Ok(()) };
    let has_question = readiness.conditions.iter().any(|condition| condition.question);
    match readiness.outcome() {
        Outcome::NotMet => Err(ProcedureFault::NotReady),
        Outcome::Met if !has_question => Ok(()),
        Outcome::Met | Outcome::Unknown if note.trim().is_empty() => Err(ProcedureFault::ReadyUnknown),
        Outcome::Met | Outcome::Unknown => Ok(()),
    }
}

/// What the decision makes of the household, on its day.
fn write_decision(
    writer: &mut Writer<'_>,
    policy: &Policy,
    procedure: &Procedure,
    on: NaiveDate,
) -> Result<(), ProcedureNotChanged> {
    let household_id = procedure.household_id;
    let before = writer.reader().get_household(household_id)?;
    let risks: Vec<&str> = procedure.risks.iter().map(|risk| risk.code()).collect();
    let mut facts = before.facts.clone();
    let adds_risks = matches!(procedure.kind, ProcedureKind::Identification | ProcedureKind::ReIdentification);
    if adds_risks && !risks.is_empty() && facts.set(HouseholdFact::Risks, &risks.join(",")).is_ok() {
        writer.put(Household { facts, ..before }, Some(BY_PROCEDURE))?;
    }
    let (kind, way, leaving) = match procedure.kind {
        ProcedureKind::Identification => (StatusKind::Identified, None, None),
        ProcedureKind::ReIdentification | ProcedureKind::RollBack => (StatusKind::RolledBack, None, None),
        ProcedureKind::Elimination => (StatusKind::Eliminated, Some(EliminationWay::Helped), None),
        ProcedureKind::StrikingOff => (StatusKind::Inactive, None, Some(LeavingReason::StruckOff)),
    };
    let entry = StatusEntry {
        household: Basis { id: household_id, revision: writer.reader().head_revision_of_household(household_id)? },
        kind,
        on,
        way,
        leaving,
        category: procedure.category,
        reason: Reason::parse(BY_PROCEDURE).ok_or(StoreError::Io)?,
    };
    write_status(writer, policy, &entry).map_err(|refused| match refused {
        Refused::Entry(_) => ProcedureNotChanged::Refused(ProcedureFault::StatusImpossible),
        Refused::Changed => StoreError::ChangedMeanwhile.into(),
        Refused::Store(error) => error.into(),
    })?;
    Ok(renew_standing(writer, policy, household_id)?)
}

/// The day of entry into the system is kept beside the day of identification.
fn write_entry(writer: &mut Writer<'_>, procedure: &Procedure, on: NaiveDate) -> Result<(), StoreError> {
    let before = writer.reader().get_household(procedure.household_id)?;
    let mut facts = before.facts.clone();
    if facts.set(HouseholdFact::EnteredOn, &on.to_string()).is_ok() && facts != before.facts {
        writer.put(Household { facts, ..before }, Some(BY_PROCEDURE))?;
    }
    Ok(())
}
