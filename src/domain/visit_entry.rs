//! What a contact enters of a visit, and what must hold before it can be recorded.

use chrono::NaiveDate;

use super::checks::{Check, CheckAnswer, water_answer};
use super::id::{HouseholdId, ProblemId, VisitId};
use super::income::{Amounts, SourceLine};
use super::month::Month;
use super::problem::ProblemState;
use super::visit::{
    Findings, LifeChange, PersonMet, SignatureKind, VisitDayProblem, VisitMode, VisitOutcome, VisitPurpose,
    check_visit_day,
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
    /// The one on file, where a saved visit is corrected.
    pub id: Option<ProblemId>,
    pub what: String,
    pub check: Option<Check>,
    pub unit: String,
    pub deadline: Option<NaiveDate>,
    pub state: ProblemState,
}

/// A problem left open that this visit closes, and what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingEntry {
    pub problem_id: ProblemId,
    pub done: String,
}

/// One visit as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitEntry {
    pub household_id: HouseholdId,
    pub visited_on: NaiveDate,
    pub purpose: Option<VisitPurpose>,
    pub mode: Option<VisitMode>,
    pub outcome: VisitOutcome,
    pub visitors: Vec<String>,
    pub met: Option<PersonMet>,
    pub findings: Findings,
    pub income: Option<IncomeEntry>,
    pub problems: Vec<ProblemEntry>,
    pub closings: Vec<ClosingEntry>,
    pub note: String,
    /// The household's other visits of that day that whoever enters this one knows of: any other is
    /// asked about first.
    pub known_that_day: Vec<VisitId>,
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
    /// The answer on water is not what its indicators give, nor that lowered to *at risk*.
    #[error("water_raised")]
    WaterRaised,
    #[error("verifier_missing")]
    VerifierMissing,
    #[error("population_change_missing")]
    PopulationChangeMissing,
    #[error("closing_note_missing")]
    ClosingNoteMissing(ProblemId),
    #[error("reason_missing")]
    WarningReasonMissing,
    #[error("income_in_future")]
    IncomeInFuture,
    /// Answers although nobody was met.
    #[error("nobody_met_has_answers")]
    AnswersOfNobody,
}

impl VisitEntry {
    /// Everything that keeps the entry from being recorded, in the order of the form; a verification
    /// 入户核实 takes so many.
    pub fn problems(&self, today: NaiveDate, verifiers: usize) -> Vec<EntryProblem> {
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
        } else if self.purpose == Some(VisitPurpose::Verification) && self.visitors.len() < verifiers {
            problems.push(EntryProblem::VerifierMissing);
        }
        if self.income.as_ref().is_some_and(|income| income.month > Month::of(today)) {
            problems.push(EntryProblem::IncomeInFuture);
        }
        problems.extend(self.finding_problems());
        let undone = self.closings.iter().filter(|closing| closing.done.trim().is_empty());
        problems.extend(undone.map(|closing| EntryProblem::ClosingNoteMissing(closing.problem_id)));
        let has_answers = self.findings != Findings::default() || self.income.is_some() || !self.problems.is_empty();
        let has_answers = has_answers || !self.closings.is_empty();
        if self.outcome == VisitOutcome::NobodyMet && has_answers {
            problems.push(EntryProblem::AnswersOfNobody);
        }
        problems
    }

    /// A contact may lower *secured* to *at risk*, never raise.
    fn water_follows(&self) -> bool {
        let given = water_answer(&self.findings.water);
        let answer = self.findings.answer(Check::Water);
        answer == given || (given == CheckAnswer::Secured && answer == CheckAnswer::AtRisk)
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
        let population = self.findings.changes.contains(&LifeChange::Population);
        let uncounted = population && self.findings.population_change.is_none();
        let unexplained = self.findings.passed.iter().any(|passed| passed.reason.trim().is_empty());
        findings
            .chain(unsigned.map(|_| EntryProblem::SignatureReasonMissing))
            .chain(uncounted.then_some(EntryProblem::PopulationChangeMissing))
            .chain(unexplained.then_some(EntryProblem::WarningReasonMissing))
            .chain((!self.water_follows()).then_some(EntryProblem::WaterRaised))
    }
}
