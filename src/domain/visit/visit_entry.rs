//! What a contact enters of a visit, and what must hold before it can be recorded.

use chrono::NaiveDate;

use crate::domain::checks::{Check, CheckAnswer, water_answer};
use crate::domain::entry::{Basis, Reason};
use crate::domain::household::Member;
use crate::domain::id::{HouseholdId, ProblemId, VisitId};
use crate::domain::income::{Amounts, SourceLine};
use crate::domain::member_answers::is_of_school_age;
use crate::domain::month::Month;
use crate::domain::personal::Personal;
use crate::domain::problem::ProblemState;
use crate::domain::visit::{
    Findings, LifeChange, PastDayFault, PersonMet, SignatureKind, VisitMode, VisitOutcome, VisitPurpose, check_past_day,
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
    pub note: Personal,
    /// The household's other visits of that day that whoever enters this one knows of: any other is
    /// asked about first.
    pub known_that_day: Vec<VisitId>,
}

/// The saved visit that is corrected or voided, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub visit: Basis<VisitId>,
    pub reason: Reason,
}

/// Why a visit cannot be recorded, corrected or voided as it was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitFault {
    Day(PastDayFault),
    VisitorMissing,
    ModeMissing,
    MetMissing,
    NoteMissing(Check),
    SignatureReasonMissing,
    NotApplicable(Check),
    /// There is a child of compulsory school age: education applies.
    ChildOfSchoolAge,
    /// The answer on water is not what its indicators give, nor that lowered to *at risk*.
    WaterRaised,
    /// A verification takes so many.
    VerifierMissing(usize),
    PopulationChangeMissing,
    ClosingNoteMissing(ProblemId),
    WarningReasonMissing,
    IncomeInFuture,
    /// The problem of this place in the entry was to be solved before the visit.
    DeadlineBeforeVisit(usize),
    /// Answers although nobody was met.
    AnswersOfNobody,
    /// There is a visit of that day that whoever entered this one did not know of.
    AnotherThatDay,
    /// A problem that the visit found was dealt with since.
    ProblemTouched,
    /// The change of population leaves no number that a household can have.
    PopulationImpossible,
}

impl VisitEntry {
    /// Everything in the entry that keeps it from being recorded, in the order of the form: of a household
    /// with these members, by a policy whose verification 入户核实 takes so many.
    pub fn faults(&self, today: NaiveDate, members: &[Member], verifiers: usize) -> Vec<VisitFault> {
        let mut faults = Vec::new();
        faults.extend(check_past_day(self.visited_on, today).err().map(VisitFault::Day));
        if self.outcome == VisitOutcome::Met && !matches!(self.mode, Some(mode) if mode != VisitMode::Unknown) {
            faults.push(VisitFault::ModeMissing);
        }
        if self.outcome == VisitOutcome::Met && self.met.is_none() {
            faults.push(VisitFault::MetMissing);
        }
        if self.visitors.is_empty() {
            faults.push(VisitFault::VisitorMissing);
        } else if self.purpose == Some(VisitPurpose::Verification) && self.visitors.len() < verifiers {
            faults.push(VisitFault::VerifierMissing(verifiers));
        }
        if self.income.as_ref().is_some_and(|income| income.month > Month::of(today)) {
            faults.push(VisitFault::IncomeInFuture);
        }
        faults.extend(self.findings_faults());
        let has_child = members.iter().any(|member| is_of_school_age(member, self.visited_on));
        if has_child && self.findings.answer(Check::Education) == CheckAnswer::NotApplicable {
            faults.push(VisitFault::ChildOfSchoolAge);
        }
        faults.extend(self.problems_faults());
        let has_answers = self.findings != Findings::default() || self.income.is_some() || !self.problems.is_empty();
        let has_answers = has_answers || !self.closings.is_empty();
        if self.outcome == VisitOutcome::NobodyMet && has_answers {
            faults.push(VisitFault::AnswersOfNobody);
        }
        faults
    }

    /// A contact may lower *secured* to *at risk*, never raise.
    fn water_follows(&self) -> bool {
        let given = water_answer(&self.findings.water);
        let answer = self.findings.answer(Check::Water);
        answer == given || (given == CheckAnswer::Secured && answer == CheckAnswer::AtRisk)
    }

    fn findings_faults(&self) -> impl Iterator<Item = VisitFault> + '_ {
        let findings = self.findings.checks.iter().filter_map(|(check, finding)| {
            if finding.answer == CheckAnswer::NotApplicable && *check != Check::Education {
                Some(VisitFault::NotApplicable(*check))
            } else if finding.answer.needs_note() && finding.note.trim().is_empty() {
                Some(VisitFault::NoteMissing(*check))
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
            .chain(unsigned.map(|_| VisitFault::SignatureReasonMissing))
            .chain(uncounted.then_some(VisitFault::PopulationChangeMissing))
            .chain(unexplained.then_some(VisitFault::WarningReasonMissing))
            .chain((!self.water_follows()).then_some(VisitFault::WaterRaised))
    }

    fn problems_faults(&self) -> impl Iterator<Item = VisitFault> + '_ {
        let is_late = |problem: &ProblemEntry| problem.deadline.is_some_and(|deadline| deadline < self.visited_on);
        let late = self.problems.iter().enumerate().filter(move |(_, problem)| is_late(problem));
        let undone = self.closings.iter().filter(|closing| closing.done.trim().is_empty());
        late.map(|(place, _)| VisitFault::DeadlineBeforeVisit(place))
            .chain(undone.map(|closing| VisitFault::ClosingNoteMissing(closing.problem_id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checks::Finding;
    use crate::domain::facts::{Facts, MemberFact};
    use crate::domain::id::MemberId;
    use VisitFault as F;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry() -> VisitEntry {
        VisitEntry {
            household_id: HouseholdId::made_up(1),
            visited_on: day("2026-11-20"),
            purpose: Some(VisitPurpose::Routine),
            mode: Some(VisitMode::Home),
            outcome: VisitOutcome::Met,
            visitors: vec!["张敏".to_owned()],
            met: Some(PersonMet { member_id: None, name: "王小明".to_owned().into(), relation: "head".to_owned() }),
            findings: Findings::default(),
            income: None,
            problems: Vec::new(),
            closings: Vec::new(),
            note: String::new().into(),
            known_that_day: Vec::new(),
        }
    }

    fn member(born_on: &str) -> Member {
        let mut facts = Facts::default();
        facts.set(MemberFact::BornOn, born_on).unwrap();
        let (id, household_id) = (MemberId::made_up(1), HouseholdId::made_up(1));
        Member { id, household_id, code: None, place: 0, facts, roster: None, removed: false }
    }

    fn answered(check: Check, answer: CheckAnswer) -> VisitEntry {
        let mut entry = entry();
        entry.findings.checks.insert(check, Finding { answer, note: String::new() });
        entry
    }

    fn due(deadlines: &[&str]) -> VisitEntry {
        let problem = |deadline: &&str| ProblemEntry {
            id: None,
            what: "慢病证过期".to_owned(),
            check: None,
            unit: String::new(),
            deadline: Some(day(deadline)),
            state: ProblemState::Open,
        };
        VisitEntry { problems: deadlines.iter().map(problem).collect(), ..entry() }
    }

    #[test]
    fn education_applies_where_a_child_is_of_compulsory_school_age_on_the_day() {
        let exempt = answered(Check::Education, CheckAnswer::NotApplicable);
        for (born_on, faults) in [
            ("2020-11-21", vec![]), // six tomorrow
            ("2020-11-20", vec![F::ChildOfSchoolAge]),
            ("2010-11-21", vec![F::ChildOfSchoolAge]),
            ("2010-11-20", vec![]), // sixteen today
        ] {
            assert_eq!(exempt.faults(day("2026-11-22"), &[member(born_on)], 2), faults, "{born_on}");
        }
        assert_eq!(exempt.faults(day("2026-11-22"), &[], 2), []);
    }

    #[test]
    fn what_keeps_a_visit_from_being_recorded() {
        let alone = VisitEntry { purpose: Some(VisitPurpose::Verification), ..entry() };
        let nobody = VisitEntry { outcome: VisitOutcome::NobodyMet, met: None, mode: None, ..due(&["2026-12-01"]) };
        for (made, faults) in [
            (entry(), vec![]),
            (VisitEntry { visited_on: day("2026-11-23"), ..entry() }, vec![F::Day(PastDayFault::Future)]),
            (VisitEntry { visitors: Vec::new(), mode: None, ..entry() }, vec![F::ModeMissing, F::VisitorMissing]),
            (VisitEntry { mode: Some(VisitMode::Unknown), met: None, ..entry() }, vec![F::ModeMissing, F::MetMissing]),
            (alone, vec![F::VerifierMissing(2)]),
            (answered(Check::Food, CheckAnswer::AtRisk), vec![F::NoteMissing(Check::Food)]),
            (answered(Check::Food, CheckAnswer::NotApplicable), vec![F::NotApplicable(Check::Food)]),
            (due(&["2026-11-20"]), vec![]),
            (due(&["2026-12-01", "2026-11-19"]), vec![F::DeadlineBeforeVisit(1)]),
            (nobody, vec![F::AnswersOfNobody]),
        ] {
            assert_eq!(made.faults(day("2026-11-22"), &[], 2), faults, "{made:?}");
        }
    }
}
