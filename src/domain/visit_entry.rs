//! What a contact enters of a visit, and what must hold before it can be recorded.

use chrono::NaiveDate;
use uuid::Uuid;

use super::checks::{Check, CheckAnswer};
use super::income::{Amounts, SourceLine};
use super::month::Month;
use super::problem::ProblemState;
use super::visit::{
    Findings, PersonMet, SignatureKind, VisitDayProblem, VisitMode, VisitOutcome, VisitPurpose, check_visit_day,
};

/// The income part of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomeEntry {
    pub month: Month,
    pub amounts: Amounts,
    pub sources: Vec<SourceLine>,
}

/// A problem as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemEntry {
    pub what: String,
    pub check: Option<Check>,
    pub unit: String,
    pub deadline: Option<NaiveDate>,
    pub state: ProblemState,
}

/// One visit as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitEntry {
    pub household_id: Uuid,
    pub visited_on: NaiveDate,
    pub purpose: Option<VisitPurpose>,
    pub mode: Option<VisitMode>,
    pub outcome: VisitOutcome,
    pub visitors: Vec<String>,
    pub met: Option<PersonMet>,
    pub findings: Findings,
    pub income: Option<IncomeEntry>,
    pub problems: Vec<ProblemEntry>,
    pub note: String,
}

/// Why an entry cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryProblem {
    #[error("{0}")]
    Day(VisitDayProblem),
    #[error("visitor_missing")]
    VisitorMissing,
    #[error("mode_missing")]
    ModeMissing,
    #[error("met_missing")]
    MetMissing,
    #[error("note_missing")]
    NoteMissing(Check),
    #[error("reason_missing")]
    SignatureReasonMissing,
    #[error("not_applicable_here")]
    NotApplicable(Check),
    #[error("income_in_future")]
    IncomeInFuture,
    /// Answers although nobody was met.
    #[error("nobody_met_has_answers")]
    AnswersOfNobody,
}

impl VisitEntry {
    /// Everything that keeps the entry from being recorded, in the order of the form.
    pub fn problems(&self, today: NaiveDate) -> Vec<EntryProblem> {
        let mut problems = Vec::new();
        problems.extend(check_visit_day(self.visited_on, today).err().map(EntryProblem::Day));
        if self.outcome == VisitOutcome::Met && !matches!(self.mode, Some(mode) if mode != VisitMode::Unknown) {
            problems.push(EntryProblem::ModeMissing);
        }
        if self.outcome == VisitOutcome::Met && self.met.is_none() {
            problems.push(EntryProblem::MetMissing);
        }
        if self.visitors.is_empty() {
            problems.push(EntryProblem::VisitorMissing);
        }
        if self.income.as_ref().is_some_and(|income| income.month > Month::of(today)) {
            problems.push(EntryProblem::IncomeInFuture);
        }
        problems.extend(self.finding_problems());
        let has_answers = self.findings != Findings::default() || self.income.is_some() || !self.problems.is_empty();
        if self.outcome == VisitOutcome::NobodyMet && has_answers {
            problems.push(EntryProblem::AnswersOfNobody);
        }
        problems
    }

    fn finding_problems(&self) -> impl Iterator<Item = EntryProblem> + '_ {
        let findings = self.findings.checks.iter().filter_map(|(check, finding)| {
            if finding.answer == CheckAnswer::NotApplicable && *check != Check::Education {
                Some(EntryProblem::NotApplicable(*check))
            } else if finding.answer.needs_note() && finding.note.trim().is_empty() {
                Some(EntryProblem::NoteMissing(*check))
            } else {
                None
            }
        });
        let unsigned = self.findings.signature.as_ref();
        let unsigned = unsigned.filter(|it| it.kind == SignatureKind::NotSigned && it.reason.trim().is_empty());
        findings.chain(unsigned.map(|_| EntryProblem::SignatureReasonMissing))
    }
}
