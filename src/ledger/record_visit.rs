//! Recording a visit: the visit, its income and problems and their revisions, the clock, and the
//! draft's end, in one transaction.

use uuid::Uuid;

use crate::domain::due_row::DueRow;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::income::MonthIncome;
use crate::domain::problem::{Closing, Problem};
use crate::domain::visit::{Visit, VisitOrigin};
use crate::domain::visit_entry::{EntryProblem, IncomeEntry, ProblemEntry, VisitEntry};
use crate::store::{DraftKey, StoreError, Writer};

use super::standing::renew_standing;
use super::{Ledger, ensure_contact};

/// Why a visit was not recorded, corrected or voided. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum VisitRefused {
    #[error("the entry is not complete")]
    Entry(Vec<EntryProblem>),
    /// A correction or a void without its reason.
    #[error("no reason")]
    ReasonMissing,
    /// A problem that the visit found was dealt with since.
    #[error("a problem was touched since")]
    ProblemTouched,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Records a visit and removes the draft it came from. Gives the household's row as it stands now.
    pub fn record_visit(&mut self, entry: &VisitEntry, draft: Option<&DraftKey>) -> Result<DueRow, VisitRefused> {
        self.refuse_incomplete(entry)?;
        let stamp = self.stamp();
        let visit = visit_of(entry, stamp.recorded_at);
        Ok(self.store.write(&stamp, |writer| {
            write_visit(writer, entry, visit)?;
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            renew_standing(writer, &self.policy, entry.household_id)?;
            writer.reader().get_due_row(entry.household_id)
        })?)
    }

    pub(super) fn refuse_incomplete(&self, entry: &VisitEntry) -> Result<(), VisitRefused> {
        let problems = entry.problems(self.today());
        if problems.is_empty() { Ok(()) } else { Err(VisitRefused::Entry(problems)) }
    }
}

pub(super) fn visit_of(entry: &VisitEntry, entered_at: chrono::DateTime<chrono::Utc>) -> Visit {
    Visit {
        id: Uuid::now_v7(),
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

pub(super) fn write_visit(writer: &mut Writer<'_>, entry: &VisitEntry, visit: Visit) -> Result<(), StoreError> {
    let visit = counted_people(writer, visit, entry.findings.population_change.unwrap_or(0))?;
    ensure_visitors(writer, &visit)?;
    writer.put(visit.clone(), None)?;
    if let Some(income) = &entry.income {
        writer.put(income_of(Uuid::now_v7(), &visit, income), None)?;
    }
    for problem in &entry.problems {
        writer.put(problem_of(Uuid::now_v7(), &visit, problem), None)?;
    }
    close_problems(writer, &visit, entry)
}

pub(super) fn ensure_visitors(writer: &mut Writer<'_>, visit: &Visit) -> Result<(), StoreError> {
    let mut known = writer.reader().list_contacts()?;
    for visitor in &visit.visitors {
        ensure_contact(writer, &mut known, visitor)?;
    }
    Ok(())
}

/// Adds people to the household's number or takes them off, and notes the number on the visit.
pub(super) fn counted_people(writer: &mut Writer<'_>, visit: Visit, by: i32) -> Result<Visit, StoreError> {
    let household = writer.reader().get_household(visit.household_id)?;
    let on_file = household.fact(HouseholdFact::Population).parse::<u32>().ok();
    let population = on_file.map(|count| count.saturating_add_signed(by));
    if by != 0
        && let Some(count) = population
    {
        let mut facts = household.facts.clone();
        // A number that no household can have stays as it was; the visit still says what was seen.
        if facts.set(HouseholdFact::Population, &count.to_string()).is_ok() {
            writer.put(Household { facts, ..household }, None)?;
        }
    }
    let mut visit = visit;
    visit.findings.population = population;
    Ok(visit)
}

pub(super) fn income_of(id: Uuid, visit: &Visit, income: &IncomeEntry) -> MonthIncome {
    MonthIncome {
        id,
        household_id: visit.household_id,
        visit_id: visit.id,
        month: income.month,
        amounts: income.amounts.clone(),
        sources: income.sources.clone(),
        voided: false,
    }
}

pub(super) fn problem_of(id: Uuid, visit: &Visit, problem: &ProblemEntry) -> Problem {
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
        closing: None,
        voided: false,
    }
}

/// Closes the problems left open that the visit saw solved.
pub(super) fn close_problems(writer: &mut Writer<'_>, visit: &Visit, entry: &VisitEntry) -> Result<(), StoreError> {
    let on_file = writer.reader().list_problems(visit.household_id)?;
    for closing in &entry.closings {
        let open = on_file.iter().find(|problem| problem.id == closing.problem_id && problem.is_open());
        if let Some(problem) = open {
            let closing = Closing { on: visit.visited_on, visit_id: visit.id, done: closing.done.clone() };
            writer.put(problem.clone().closed(closing), None)?;
        }
    }
    Ok(())
}
