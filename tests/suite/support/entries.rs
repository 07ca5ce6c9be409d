//! Visits as the ledger takes them, for stories that need no keys.

use huifang::domain::checks::{Check, CheckAnswer, Finding};
use huifang::domain::entry::{Basis, Reason};
use huifang::domain::id::{HouseholdId, ProblemId, VisitId};
use huifang::domain::income::{Amounts, IncomeItem};
use huifang::domain::money::Amount;
use huifang::domain::month::Month;
use huifang::domain::problem::ProblemState;
use huifang::domain::visit::{Findings, LifeChange, PersonMet, VisitMode, VisitOutcome, VisitPurpose};
use huifang::domain::visit_entry::{ClosingEntry, Correction, IncomeEntry, ProblemEntry, VisitEntry, VisitFault};
use huifang::ledger::{Ledger, Refused};

use crate::world::day;

/// An entry with a person met at home, and what is added to it.
pub struct Entry(pub VisitEntry);

impl Entry {
    pub fn wage(mut self, month: &str, yuan: i64) -> Self {
        let fen = |fen| Amount::from_fen(fen).unwrap();
        let mut amounts: Amounts = IncomeItem::ALL.iter().map(|item| (*item, fen(0))).collect();
        amounts.insert(IncomeItem::Wage, fen(yuan * 100));
        self.0.income = Some(IncomeEntry { month: month.parse::<Month>().unwrap(), amounts, sources: Vec::new() });
        self
    }

    pub fn problem(mut self, what: &str) -> Self {
        self.0.problems.push(ProblemEntry {
            id: None,
            what: what.into(),
            check: Some(Check::Medical),
            unit: "卫生院".into(),
            deadline: None,
            state: ProblemState::Open,
        });
        self
    }

    pub fn closing(mut self, problem_id: ProblemId, done: &str) -> Self {
        self.0.closings.push(ClosingEntry { problem_id, done: done.into() });
        self
    }

    pub fn population(mut self, by: i32) -> Self {
        self.0.findings.changes = vec![LifeChange::Population];
        self.0.findings.population_change = Some(by);
        self
    }

    pub fn food(mut self, answer: CheckAnswer) -> Self {
        self.0.findings.checks.insert(Check::Food, Finding { answer, note: "说明".into() });
        self
    }
}

pub fn entry(on: &str) -> Entry {
    Entry(VisitEntry {
        household_id: HouseholdId::made_up(0),
        visited_on: day(on),
        purpose: Some(VisitPurpose::Routine),
        mode: Some(VisitMode::Home),
        outcome: VisitOutcome::Met,
        visitors: vec!["张敏".into()],
        met: Some(PersonMet { member_id: None, name: "王小明".into(), relation: "head".into() }),
        findings: Findings::default(),
        income: None,
        problems: Vec::new(),
        closings: Vec::new(),
        known_that_day: Vec::new(),
        note: String::new().into(),
    })
}

pub fn for_household(ledger: &Ledger, code: &str, entry: Entry) -> VisitEntry {
    let file = ledger.show_by_code(code).unwrap().unwrap();
    let known_that_day = file.visits.iter().map(|visit| visit.id).collect();
    VisitEntry { household_id: file.household.id, known_that_day, ..entry.0 }
}

pub fn record(ledger: &mut Ledger, code: &str, entry: Entry) -> VisitId {
    let entry = for_household(ledger, code, entry);
    let known: Vec<VisitId> = ledger.show_by_code(code).unwrap().unwrap().visits.iter().map(|visit| visit.id).collect();
    ledger.record_visit(&entry, None).unwrap();
    let visits = ledger.show_by_code(code).unwrap().unwrap().dossier.visits;
    visits.iter().map(|visit| visit.id).find(|id| !known.contains(id)).unwrap()
}

/// Refused for this and nothing else.
pub fn is_refused_for<T, F: PartialEq + std::fmt::Debug>(result: &Result<T, Refused<F>>, fault: F) -> bool {
    matches!(result, Err(Refused::Entry(faults)) if *faults == [fault])
}

pub fn because(reason: &str) -> Reason {
    Reason::parse(reason).unwrap()
}

pub fn correction(ledger: &Ledger, code: &str, visit_id: VisitId) -> Correction {
    let file = ledger.show_by_code(code).unwrap().unwrap();
    Correction { visit: Basis { id: visit_id, revision: file.revision_of(visit_id) }, reason: because("核对") }
}

pub fn correct(ledger: &mut Ledger, code: &str, visit_id: VisitId, entry: Entry) -> Result<(), Refused<VisitFault>> {
    let correction = correction(ledger, code, visit_id);
    let entry = for_household(ledger, code, entry);
    ledger.correct_visit(&correction, &entry, None).map(|_| ())
}

pub fn void(ledger: &mut Ledger, code: &str, visit_id: VisitId) -> Result<(), Refused<VisitFault>> {
    let correction = correction(ledger, code, visit_id);
    ledger.void_visit(&correction).map(|_| ())
}
