//! Procedures 认定程序: begun, taken step by step, brought to a decision, which becomes the household's status.

use chrono::NaiveDate;

use crate::domain::assessment::{Assessment, Outcome, assess};
use crate::domain::clue::{Clue, ClueOutcome, ClueResult};
use crate::domain::due_row::DueRow;
use crate::domain::entry::{Basis, Reason};
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::id::{HouseholdId, ProcedureId};
use crate::domain::policy::{Policy, ProcedureKind, StepKind};
use crate::domain::procedure::act::ProcedureAct;
use crate::domain::procedure::fault::ProcedureFault;
use crate::domain::procedure::{Procedure, ProcedureEnd};
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
            let asked = match act {
                ProcedureAct::Pass(entry) => Some((entry.step, &*entry.note)),
                ProcedureAct::NotHere { step, .. } => Some((*step, "")),
                _ => None,
            };
            if let Some((step, note)) = asked {
                refuse_what_is_not_ready(&now, step, note, readiness.as_ref())?;
            }
            writer.put(after.clone(), act.reason())?;
            let decided = after.ended.as_ref().filter(|ended| ended.end == ProcedureEnd::Approved);
            if let (true, Some(ended)) = (now.ended.is_none(), decided) {
                write_decision(writer, policy, &after, ended.on)?;
            }
            if now.ended.is_none() {
                close_clues_of_refused(writer, &after)?;
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

/// Who is turned away at the end of a procedure was turned away with the clue that led to it.
fn close_clues_of_refused(writer: &mut Writer<'_>, after: &Procedure) -> Result<(), StoreError> {
    let Some(ended) = after.ended.as_ref().filter(|ended| ended.end == ProcedureEnd::Refused) else { return Ok(()) };
    for id in &after.clues {
        let Some(clue) = writer.reader().find_clue(*id)? else { continue };
        let (why, explained_by) = (ended.why.to_string(), ended.explained_by.to_string());
        let result = ClueResult { outcome: ClueOutcome::NotQualifying, on: ended.on, why, explained_by };
        writer.put(Clue { result: Some(result), ..clue }, None)?;
    }
    Ok(())
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
    let known = before.fact(HouseholdFact::Risks).split(',').filter(|code| !code.is_empty());
    let risks: Vec<&str> = known.chain(procedure.risks.iter().map(|risk| risk.code())).collect();
    let mut facts = before.facts.clone();
    let adds_risks = matches!(procedure.kind, ProcedureKind::Identification | ProcedureKind::ReIdentification);
    if adds_risks && !risks.is_empty() && facts.set(HouseholdFact::Risks, &risks.join(",")).is_ok() {
        writer.put(Household { facts, ..before }, Some(BY_PROCEDURE))?;
    }
    let (kind, way, leaving) = match procedure.kind {
        ProcedureKind::Identification => (StatusKind::Identified, None, None),
        ProcedureKind::ReIdentification | ProcedureKind::RollBack => (StatusKind::RolledBack, None, None),
        ProcedureKind::Elimination => (StatusKind::Eliminated, Some(way_of(writer, policy, household_id, on)?), None),
        ProcedureKind::StrikingOff => (StatusKind::Inactive, None, Some(LeavingReason::StruckOff)),
    };
    // A roster may have brought it there meanwhile: then nothing of it is new.
    if kind.class().is_some_and(|goal| writer.reader().get_due_row(household_id).is_ok_and(|row| row.class == goal)) {
        return Ok(());
    }
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

/// 帮扶消除 where a measure ran in the stretch that ends, 自然消除 where none did.
fn way_of(
    writer: &Writer<'_>,
    policy: &Policy,
    household_id: HouseholdId,
    on: NaiveDate,
) -> Result<EliminationWay, StoreError> {
    let dossier = read_dossier(writer.reader(), writer.reader().get_household(household_id)?)?;
    let case = dossier.case(policy, on);
    let was_helped = case.stretch().is_some_and(|stretch| case.measures_ran(&stretch, on).is_some());
    Ok(if was_helped { EliminationWay::Helped } else { EliminationWay::Natural })
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
