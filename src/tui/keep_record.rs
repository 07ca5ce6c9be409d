//! Carrying out what a small form asks for: one entry to the ledger, and what came of it.

use crate::domain::due_row::DueRow;
use crate::domain::entry::{Basis, Reason};
use crate::domain::id::{EntityId, HouseholdId};
use crate::domain::problem::Problem;
use crate::domain::visit_entry::VisitEntry;
use crate::ledger::{DraftKey, HistoryOf, Ledger, ProblemChange, Refused, StoreError};

use super::news::{FormNews, HistoryNews, Msg, ProblemNews};
use super::record::{RecordEntry, RecordFault};

/// Keeps an entry.
pub(super) fn keep_record(ledger: &mut Ledger, entry: &RecordEntry, draft: &DraftKey) -> Result<Msg, StoreError> {
    let draft = Some(draft);
    let (household_id, result) = match entry {
        RecordEntry::Month(entry) => (
            entry.household_id,
            ledger.keep_month_income(entry, draft).map_err(|refused| refused.map(RecordFault::Month)),
        ),
        RecordEntry::Measure(entry) => {
            (entry.household_id, ledger.keep_measure(entry, draft).map_err(|refused| refused.map(RecordFault::Measure)))
        }
        RecordEntry::Status(entry) => {
            let changed = ledger.change_status(entry, draft).map(|_| ());
            (entry.household.id, changed.map_err(|refused| refused.map(RecordFault::Status)))
        }
        RecordEntry::Attestation(entry) => {
            (entry.household_id, ledger.attest(entry, draft).map_err(|refused| refused.map(RecordFault::Attestation)))
        }
        RecordEntry::GroupMark(entry) => {
            let marked = ledger.mark_group(entry, draft);
            (entry.household_id, marked.map_err(|refused| refused.map(RecordFault::GroupMark)))
        }
        RecordEntry::Fall(entry) => {
            let stated = ledger.state_fall_reasons(entry, draft);
            (entry.household_id, stated.map_err(|refused| refused.map(RecordFault::Fall)))
        }
    };
    kept(ledger, household_id, result)
}

/// The household as it stands now, or why nothing was kept.
pub(super) fn kept(
    ledger: &Ledger,
    household_id: HouseholdId,
    result: Result<(), Refused<RecordFault>>,
) -> Result<Msg, StoreError> {
    Ok(match result {
        Ok(()) => {
            let file = Box::new(ledger.show(household_id)?);
            Msg::FormNews(FormNews::RecordKept { row: Box::new(ledger.due_row(household_id)?), file })
        }
        Err(refused) => Msg::FormNews(FormNews::RecordRefused(refused)),
    })
}

/// Changes problems, all of them or none.
pub(super) fn change_problems(ledger: &mut Ledger, seen: &[Problem], change: ProblemChange) -> Result<Msg, StoreError> {
    Ok(Msg::ProblemNews(match ledger.change_problems(seen, &change) {
        Ok(changed) => ProblemNews::ProblemsChanged { changed, change },
        Err(StoreError::ChangedMeanwhile) => ProblemNews::ProblemsChangedElsewhere,
        Err(error) => return Err(error),
    }))
}

/// Voids a statement: what is recorded then, and what follows from it.
pub(super) fn void(
    ledger: &mut Ledger,
    of: &HistoryOf,
    basis: Basis<EntityId>,
    reason: &Reason,
) -> Result<Msg, StoreError> {
    if let Err(refused) = ledger.void_statement(basis, reason) {
        return Ok(Msg::HistoryNews(HistoryNews::VoidRefused(refused)));
    }
    let entries = ledger.history(of)?;
    Ok(match of {
        HistoryOf::Household(id) => {
            let household = (Box::new(ledger.due_row(*id)?), Box::new(ledger.show(*id)?));
            Msg::HistoryNews(HistoryNews::StatementVoided { entries, household: Some(household), places: Vec::new() })
        }
        HistoryOf::Village(_) => {
            Msg::HistoryNews(HistoryNews::StatementVoided { entries, household: None, places: ledger.risk_by_place()? })
        }
    })
}

/// Another visit of that day is on file: the household as it stands now.
pub(super) fn that_day(ledger: &Ledger, entry: &VisitEntry) -> Result<Msg, StoreError> {
    Ok(Msg::FormNews(FormNews::VisitOfThatDay(Box::new(ledger.show(entry.household_id)?))))
}

/// A visit was corrected or voided: the household as it stands now.
pub(super) fn corrected(ledger: &Ledger, row: DueRow, voided: bool) -> Result<Msg, StoreError> {
    let file = Box::new(ledger.show(row.id)?);
    Ok(Msg::FormNews(FormNews::VisitCorrected { row: Box::new(row), file, voided }))
}
