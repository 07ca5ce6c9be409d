//! Recording a visit: the visit, its income and problems and their revisions, the clock, and the
//! draft's end, in one transaction.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::due_row::DueRow;
use crate::domain::income::MonthIncome;
use crate::domain::problem::Problem;
use crate::domain::visit::{Visit, VisitOrigin};
use crate::domain::visit_entry::{EntryProblem, VisitEntry};
use crate::store::{DraftKey, StoreError, Writer};

use super::standing::renew_standing;
use super::{Ledger, ensure_contact};

/// Why a visit was not recorded. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum VisitRefused {
    #[error("the entry is not complete")]
    Entry(Vec<EntryProblem>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Records a visit and removes the draft it came from. Gives the household's row as it stands now.
    pub fn record_visit(&mut self, entry: &VisitEntry, draft: Option<&DraftKey>) -> Result<DueRow, VisitRefused> {
        let problems = entry.problems(self.today());
        if !problems.is_empty() {
            return Err(VisitRefused::Entry(problems));
        }
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
    let (visit_id, household_id) = (visit.id, visit.household_id);
    let mut known = writer.reader().list_contacts()?;
    for visitor in &visit.visitors {
        ensure_contact(writer, &mut known, visitor)?;
    }
    writer.put(visit, None)?;
    if let Some(income) = &entry.income {
        let income = MonthIncome {
            id: Uuid::now_v7(),
            household_id,
            visit_id,
            month: income.month,
            amounts: income.amounts.clone(),
            sources: income.sources.clone(),
            voided: false,
        };
        writer.put(income, None)?;
    }
    for problem in problems_of(entry, visit_id, entry.visited_on) {
        writer.put(problem, None)?;
    }
    Ok(())
}

fn problems_of(entry: &VisitEntry, visit_id: Uuid, found_on: NaiveDate) -> impl Iterator<Item = Problem> + '_ {
    entry.problems.iter().map(move |problem| Problem {
        id: Uuid::now_v7(),
        household_id: entry.household_id,
        visit_id,
        what: problem.what.clone(),
        check: problem.check,
        unit: problem.unit.clone(),
        deadline: problem.deadline,
        state: problem.state,
        found_on,
        voided: false,
    })
}
