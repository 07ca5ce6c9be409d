//! The work on clues and procedures that the executor carries out: both ledgers read, one thing looked at or written.

use crate::domain::id::{HouseholdId, ProcedureId};
use crate::domain::verdict::Verdict;
use crate::domain::visit_entry::VisitEntry;
use crate::i18n::{Language, Words};
use crate::ledger::{ClueNotChanged, DraftKey, Ledger, ProcedureNotChanged, Refused, StoreError};

use super::news::{FormNews, Msg, News, ProcedureNews};
use super::procedure_write::{ClueOffer, ProcedureWrite};
use super::record::{RecordFault, RecordOf, RecordSubject};
use super::screens::procedures::{Ledgers, clue_found_by, procedure_found_by};

/// What the verdict of a visit asks for; nothing where a clue of the household is open, or a procedure runs.
pub(super) fn offer_of(ledger: &Ledger, entry: &VisitEntry) -> Result<Option<ClueOffer>, StoreError> {
    let asks = |verdict: &Verdict| matches!(verdict, Verdict::New | Verdict::RollBack);
    let Some(verdict) = entry.findings.verdict.filter(asks) else { return Ok(None) };
    let household_id = entry.household_id;
    let is_known = ledger.has_open_clue(household_id)? || ledger.running_procedure(household_id)?.is_some();
    Ok((!is_known).then_some(ClueOffer { household_id, on: entry.visited_on, verdict }))
}

/// Reads both ledgers, each line with what it is found by.
pub(super) fn loaded(ledger: &Ledger, language: Language) -> Result<Msg, StoreError> {
    let words = Words::new(language);
    let procedures = ledger.procedures()?.into_iter();
    let clues = ledger.clues()?.into_iter();
    Ok(of_procedures(ProcedureNews::Loaded(Ledgers {
        procedures: procedures.map(|it| procedure_found_by(&words, it)).collect(),
        clues: clues.map(|it| clue_found_by(&words, it)).collect(),
    })))
}

const fn of_procedures(news: ProcedureNews) -> Msg {
    Msg::News(News::OfProcedures(news))
}

/// A procedure as it stands.
pub(super) fn opened(ledger: &Ledger, id: ProcedureId) -> Result<Msg, StoreError> {
    let it = ledger.procedure(id)?;
    let readiness = ledger.readiness(&it.procedure)?;
    Ok(of_procedures(ProcedureNews::Opened(Box::new(it), readiness)))
}

/// The procedure of a household that runs; where none does, the form that begins one.
pub(super) fn opened_of(ledger: &Ledger, household_id: HouseholdId) -> Result<Msg, StoreError> {
    if let Some(running) = ledger.running_procedure(household_id)? {
        return opened(ledger, running);
    }
    let subject = RecordSubject::Begin;
    let drafts = Box::new(ledger.find_drafts(&subject.draft_key(Some(household_id)))?);
    let of = RecordOf::Household(Box::new(ledger.show(household_id)?));
    Ok(Msg::FormNews(FormNews::RecordOpened { subject, of, drafts }))
}

/// Writes one thing; the draft that it came from goes then.
pub(super) fn write(ledger: &mut Ledger, write: &ProcedureWrite, draft: Option<&DraftKey>) -> Result<Msg, StoreError> {
    let msg = match write {
        ProcedureWrite::KeepClue(entry) => match ledger.keep_clue(entry) {
            Ok(clue) => of_procedures(ProcedureNews::ClueKept(Box::new(clue), true)),
            Err(refused) => return Ok(refusal(refused.map(RecordFault::Clue))),
        },
        ProcedureWrite::ChangeClue(seen, change) => match ledger.change_clue(seen, change) {
            Ok(clue) => of_procedures(ProcedureNews::ClueKept(Box::new(clue), false)),
            Err(ClueNotChanged::Refused(why)) => {
                return Ok(refusal(Refused::Entry(vec![RecordFault::ClueChange(why)])));
            }
            Err(ClueNotChanged::Unknown) => return Ok(refusal(Refused::Changed)),
            Err(ClueNotChanged::Store(error)) => return Err(error),
        },
        ProcedureWrite::Begin(asked) => match ledger.begin_procedure(asked) {
            Ok(procedure) => acted(ledger, procedure.id)?,
            Err(refused) => return Ok(refusal(refused.map(RecordFault::Begin))),
        },
        ProcedureWrite::Act(seen, act) => match ledger.act_on_procedure(seen, act) {
            Ok(procedure) => acted(ledger, procedure.id)?,
            Err(ProcedureNotChanged::Refused(fault)) => {
                return Ok(refusal(Refused::Entry(vec![RecordFault::Procedure(fault)])));
            }
            Err(ProcedureNotChanged::Store(error)) => return Err(error),
        },
    };
    if let Some(draft) = draft {
        ledger.discard_draft(draft)?;
    }
    Ok(msg)
}

const fn refusal(refused: Refused<RecordFault>) -> Msg {
    Msg::FormNews(FormNews::RecordRefused(refused))
}

fn acted(ledger: &Ledger, id: ProcedureId) -> Result<Msg, StoreError> {
    let it = ledger.procedure(id)?;
    let readiness = ledger.readiness(&it.procedure)?;
    Ok(of_procedures(ProcedureNews::Acted(Box::new(it), readiness)))
}
