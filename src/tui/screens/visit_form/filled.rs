//! From a saved visit to the fields, for correcting it: the reverse of reading an entry.

use std::collections::BTreeMap;

use super::key::{Group, Key, Part};
use crate::domain::checks::{Check, CheckAnswer, water_answer};
use crate::domain::income::IncomeItem;
use crate::domain::member_answers::Insurance;
use crate::domain::money::Amount;
use crate::domain::problem::{Problem, ProblemState};
use crate::domain::question::Question;
use crate::domain::visit::{Visit, VisitOutcome};
use crate::ledger::{HouseholdFile, VisitState};
use crate::tui::form::kit::{NO, REVISION, YES, amount_key, typed_yuan};

use super::arrange::insurance_value;
use super::fields::{MET_HEAD, MET_NOBODY, MET_OTHER};
use super::said::typed;

/// The texts of the fields, by key.
pub(super) fn values(state: &VisitState, file: &HouseholdFile) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    let mut put = |key: String, value: String| {
        if !value.is_empty() {
            values.insert(key, value);
        }
    };
    put(REVISION.to_owned(), state.revision.to_string());
    for question in Question::ALL {
        put(question.key().to_owned(), question.of(&state.visit).map(typed).unwrap_or_default());
    }
    put("date".to_owned(), state.visit.visited_on.to_string());
    met(&state.visit, file, &mut put);
    income(state, &mut put);
    findings(&state.visit, &mut put);
    for (line, problem) in state.problems.iter().enumerate() {
        problem_line(line, problem, &mut put);
    }
    for problem in &state.closed {
        put(Key::Closing(problem.id).text(), YES.to_owned());
        put(
            Key::ClosingNote(problem.id).text(),
            problem.closing.as_ref().map(|it| it.done.clone()).unwrap_or_default(),
        );
    }
    values
}

fn code<T: crate::domain::codes::Coded>(value: Option<T>) -> String {
    value.map(|value| value.stable_code().to_owned()).unwrap_or_default()
}

fn yes_or_no(value: Option<bool>) -> String {
    value.map(|yes| if yes { YES } else { NO }.to_owned()).unwrap_or_default()
}

fn yuan(amount: Option<Amount>) -> String {
    amount.map(typed_yuan).unwrap_or_default()
}

fn met(visit: &Visit, file: &HouseholdFile, put: &mut impl FnMut(String, String)) {
    let met = match &visit.met {
        _ if visit.outcome == VisitOutcome::NobodyMet => MET_NOBODY.to_owned(),
        None => String::new(),
        Some(met) => {
            let member = file.members.iter().find(|member| Some(member.id) == met.member_id);
            match member {
                Some(member) if member.is_head() => MET_HEAD.to_owned(),
                Some(member) => member.id.to_string(),
                None if met.relation == crate::domain::household::HEAD => MET_HEAD.to_owned(),
                None => {
                    put("met.name".into(), met.name.clone().into());
                    put("met.relation".into(), met.relation.clone());
                    MET_OTHER.to_owned()
                }
            }
        }
    };
    put("met".into(), met);
}

fn income(state: &VisitState, put: &mut impl FnMut(String, String)) {
    let Some(income) = &state.income else { return };
    put("month".into(), income.month.to_string());
    for item in IncomeItem::ALL {
        put(amount_key(*item), yuan(income.amounts.get(item).copied()));
    }
    for (line, source) in income.sources.iter().enumerate() {
        let key = |part| Key::Line(Group::Source, line, part).text();
        put(key(Part::Kind), source.source.code().to_owned());
        put(key(Part::Amount), yuan(source.amount));
        put(key(Part::Detail), source.detail.clone());
        put(key(Part::Counts), yes_or_no(Some(source.counts)));
    }
}

fn findings(visit: &Visit, put: &mut impl FnMut(String, String)) {
    let findings = &visit.findings;
    for (check, finding) in findings.checks.iter().filter(|(check, _)| **check != Check::Water) {
        put(Key::Check(*check).text(), finding.answer.code().to_owned());
        put(Key::CheckNote(*check).text(), finding.note.clone());
    }
    if let Some(water) = findings.checks.get(&Check::Water) {
        put(Key::CheckNote(Check::Water).text(), water.note.clone());
        let is_lowered = water.answer == CheckAnswer::AtRisk && water_answer(&findings.water) == CheckAnswer::Secured;
        put("water.lowered".into(), if is_lowered { YES.to_owned() } else { String::new() });
    }
    for (indicator, level) in &findings.water {
        put(Key::Water(*indicator).text(), level.code().to_owned());
    }
    members(visit, put);
    for followed in &findings.policies_followed {
        put(Key::Policy(followed.what.clone()).text(), followed.answer.code().to_owned());
    }
    for review in &findings.measures {
        let answers: Vec<&str> = review.answers.iter().map(|answer| answer.code()).collect();
        put(Key::Measure(review.measure_id).text(), answers.join(","));
    }
    for (line, spending) in findings.spending.iter().enumerate() {
        put(Key::Line(Group::Spending, line, Part::Kind).text(), spending.kind.code().to_owned());
        put(Key::Line(Group::Spending, line, Part::Amount).text(), yuan(spending.amount));
        put(Key::Line(Group::Spending, line, Part::Solved).text(), yes_or_no(spending.solved));
    }
    for passed in &findings.passed {
        put(Key::Why(passed.code.clone()).text(), passed.reason.clone());
    }
}

fn members(visit: &Visit, put: &mut impl FnMut(String, String)) {
    let members = &visit.findings.members;
    for member in members {
        put(Key::Schooling(member.member_id).text(), code(member.schooling));
    }
    if members.iter().any(|member| member.insurance.is_some()) {
        let uninsured = members.iter().filter(|member| member.insurance == Some(Insurance::NotInsured));
        put(Key::Insurance.text(), insurance_value(&uninsured.map(|it| it.member_id.to_string()).collect::<Vec<_>>()));
    }
}

fn problem_line(line: usize, problem: &Problem, put: &mut impl FnMut(String, String)) {
    let key = |part| Key::Line(Group::Problem, line, part).text();
    put(key(Part::Id), problem.id.to_string());
    put(key(Part::What), problem.what.clone());
    put(key(Part::Check), code(problem.check));
    put(key(Part::Unit), problem.unit.clone());
    put(key(Part::Deadline), problem.deadline.map(|day| day.to_string()).unwrap_or_default());
    let solved = problem.state == ProblemState::SolvedOnTheSpot;
    put(key(Part::State), if solved { problem.state } else { ProblemState::Open }.code().to_owned());
}
