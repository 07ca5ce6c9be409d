//! Carrying out what a small form asks for: one entry to the ledger, and what came of it.

use crate::ledger::{
    DraftKey, HistoryOf, Ledger, MeasureRefused, MonthRefused, StatementRefused, StatusRefused, StoreError,
};

use super::news::{FormNews, HistoryNews, Msg, RecordRefused};
use super::record::RecordEntry;

use crate::domain::id::{EntityId, HouseholdId, RevisionId};

/// Keeps an entry; what is refused comes back with its code.
pub(super) fn keep_record(ledger: &mut Ledger, entry: RecordEntry, draft: &DraftKey) -> Result<Msg, StoreError> {
    let draft = Some(draft);
    let (household_id, result) = match entry {
        RecordEntry::Month(entry) => (entry.household_id, ledger.keep_month_income(&entry, draft).map_err(Into::into)),
        RecordEntry::Measure(entry) => (entry.household_id, ledger.keep_measure(&entry, draft).map_err(Into::into)),
        RecordEntry::Status(entry) => {
            (entry.household_id, ledger.change_status(&entry, draft).map(|_| ()).map_err(Into::into))
        }
        RecordEntry::Attestation(entry) => (entry.household_id, ledger.attest(&entry, draft).map_err(Into::into)),
        RecordEntry::Fall { household_id, window_end, reasons, note } => {
            let stated = ledger.state_fall_reasons(household_id, window_end, &reasons, &note, draft);
            (household_id, stated.map_err(Into::into))
        }
    };
    kept(ledger, household_id, result)
}

/// The household as it stands now, or why nothing was kept.
pub(super) fn kept(
    ledger: &Ledger,
    household_id: HouseholdId,
    result: Result<(), RecordRefused>,
) -> Result<Msg, StoreError> {
    Ok(match result {
        Ok(()) => {
            let file = Box::new(ledger.show(household_id)?);
            Msg::FormNews(FormNews::RecordKept { row: Box::new(ledger.due_row(household_id)?), file })
        }
        Err(refused) => Msg::FormNews(FormNews::RecordRefused(refused)),
    })
}

/// Voids a statement: what is recorded then, and what follows from it.
pub(super) fn void(
    ledger: &mut Ledger,
    of: &HistoryOf,
    entity_id: EntityId,
    seen: RevisionId,
    reason: &str,
) -> Result<Msg, StoreError> {
    if let Err(refused) = ledger.void_statement(entity_id, seen, reason) {
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

/// What a verb of the ledger refused: an error of the database apart from what is wrong with the entry.
macro_rules! refused {
    ($($refused:ident),+) => { $(impl From<$refused> for RecordRefused {
        fn from(refused: $refused) -> Self {
            match refused {
                $refused::Store(error) => Self::Store(error),
                other => Self::Entry(other.to_string()),
            }
        }
    })+ };
}
refused!(MeasureRefused, MonthRefused, StatementRefused, StatusRefused);
