//! Recording a visit: the visit, its income and problems and their revisions, the clock, and the
//! draft's end, in one transaction.

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::id::{HouseholdId, IncomeId, ProblemId, VisitId};
use crate::domain::income::MonthIncome;
use crate::domain::policy::Policy;
use crate::domain::problem::{Closing, Problem};
use crate::domain::visit::{Visit, VisitOrigin};
use crate::domain::visit_entry::{IncomeEntry, ProblemEntry, VisitEntry, VisitFault};
use crate::store::{COUNTED_ON_A_VISIT, DraftKey, StoreError, Writer};

use super::clues::settle_checks;
use super::{Ledger, Refused, ensure_contact};

impl Ledger {
    /// Records a visit. Gives the household's row as it stands now.
    pub fn record_visit(
        &mut self,
        entry: &VisitEntry,
        draft: Option<&DraftKey>,
    ) -> Result<DueRow, Refused<VisitFault>> {
        let today = self.today();
        self.keep_and_renew(draft, |writer, policy| {
            refuse_faults(writer, entry, policy, today)?;
            refuse_unknown_that_day(writer, entry, None)?;
            let visit = visit_of(entry, writer.now());
            let is_verification = visit.is_verification();
            write_visit(writer, entry, visit)?;
            if is_verification {
                settle_checks(writer, entry.household_id, None)?;
            }
            Ok(entry.household_id)
        })
    }
}

pub(super) fn refuse_faults(
    writer: &Writer<'_>,
    entry: &VisitEntry,
    policy: &Policy,
    today: NaiveDate,
) -> Result<(), Refused<VisitFault>> {
    let members = writer.reader().list_members(entry.household_id)?;
    Refused::if_any(entry.faults(today, &members, policy.verifiers()))
}

/// Whoever saved it: a second visit of a day is recorded only by somebody who knows of the first.
pub(super) fn refuse_unknown_that_day(
    writer: &Writer<'_>,
    entry: &VisitEntry,
    correcting: Option<VisitId>,
) -> Result<(), Refused<VisitFault>> {
    let on_file = writer.reader().list_visits(entry.household_id)?;
    let is_another = |visit: &Visit| {
        let is_that_day = !visit.voided && visit.visited_on == entry.visited_on && Some(visit.id) != correcting;
        is_that_day && !entry.known_that_day.contains(&visit.id)
    };
    if on_file.iter().any(is_another) { Err(Refused::of(VisitFault::AnotherThatDay)) } else { Ok(()) }
}

pub(super) fn visit_of(entry: &VisitEntry, entered_at: chrono::DateTime<chrono::Utc>) -> Visit {
    Visit {
        id: VisitId::fresh(),
        household_id: entry.household_id,
        visited_on: entry.visited_on,
        entered_at,
        origin: VisitOrigin::Entered,
        purpose: entry.purpose,
        mode: entry.mode,
        outcome: entry.outcome,
        visitors: entry.visitors.clone(),
        met: entry.met.clone(),
        findings: entry.findings.clone(),
        note: entry.note.clone(),
        voided: false,
    }
}

pub(super) fn write_visit(
    writer: &mut Writer<'_>,
    entry: &VisitEntry,
    visit: Visit,
) -> Result<(), Refused<VisitFault>> {
    let mut visit = visit;
    visit.findings.population =
        count_people(writer, visit.household_id, entry.findings.population_change.unwrap_or(0))?;
    ensure_visitors(writer, &visit)?;
    writer.put(visit.clone(), None)?;
    if let Some(income) = &entry.income {
        writer.put(income_of(IncomeId::fresh(), &visit, income), None)?;
    }
    for problem in &entry.problems {
        writer.put(problem_of(ProblemId::fresh(), &visit, problem), None)?;
    }
    Ok(close_problems(writer, &visit, entry, None)?)
}

pub(super) fn ensure_visitors(writer: &mut Writer<'_>, visit: &Visit) -> Result<(), StoreError> {
    visit.visitors.iter().try_for_each(|visitor| ensure_contact(writer, visitor))
}

/// Adds people to the number on file or takes them off, and gives the number as it is then; none where
/// no number is on file: then there is nothing to change.
pub(super) fn count_people(
    writer: &mut Writer<'_>,
    household_id: HouseholdId,
    by: i32,
) -> Result<Option<u32>, Refused<VisitFault>> {
    let household = writer.reader().get_household(household_id)?;
    let Ok(on_file) = household.fact(HouseholdFact::Population).parse::<u32>() else { return Ok(None) };
    if by == 0 {
        return Ok(Some(on_file));
    }
    let impossible = || Refused::of(VisitFault::PopulationImpossible);
    let count = on_file.checked_add_signed(by).ok_or_else(impossible)?;
    let mut facts = household.facts.clone();
    let set = facts.set(HouseholdFact::Population, &count.to_string());
    set.map_err(|_| impossible())?;
    writer.put(Household { facts, ..household }, Some(COUNTED_ON_A_VISIT))?;
    Ok(Some(count))
}

pub(super) fn income_of(id: IncomeId, visit: &Visit, income: &IncomeEntry) -> MonthIncome {
    MonthIncome {
        id,
        household_id: visit.household_id,
        visit_id: Some(visit.id),
        month: income.month,
        amounts: income.amounts.clone(),
        sources: income.sources.clone(),
        voided: false,
    }
}

pub(super) fn problem_of(id: ProblemId, visit: &Visit, problem: &ProblemEntry) -> Problem {
    Problem {
        id,
        household_id: visit.household_id,
        visit_id: visit.id,
        what: problem.what.clone(),
        check: problem.check,
        unit: problem.unit.clone(),
        deadline: problem.deadline,
        state: problem.state,
        found_on: visit.visited_on,
        told_back_on: None,
        closing: None,
        voided: false,
    }
}

/// Closes the problems left open that the visit saw solved. One that somebody else closed meanwhile
/// would swallow what was done: then nothing is written.
pub(super) fn close_problems(
    writer: &mut Writer<'_>,
    visit: &Visit,
    entry: &VisitEntry,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let on_file = writer.reader().list_problems(visit.household_id)?;
    for closing in &entry.closings {
        let problem = on_file.iter().find(|problem| problem.id == closing.problem_id);
        let stated = Closing { on: visit.visited_on, visit_id: Some(visit.id), done: closing.done.clone() };
        match problem {
            Some(problem) if problem.closing.as_ref() == Some(&stated) => {}
            Some(problem) if problem.is_open() => writer.put(problem.clone().closed(stated), reason)?,
            _ => return Err(StoreError::ChangedMeanwhile),
        }
    }
    Ok(())
}
