//! From a saved visit to the fields, for correcting it: the reverse of reading an entry.

use std::collections::BTreeMap;

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
use super::fields::{
    INSURANCE, MET_HEAD, MET_NOBODY, MET_OTHER, check_key, check_note_key, closing_key, closing_note_key, measure_key,
    policy_key, schooling_key, water_key, why_key,
};
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
        put(closing_key(problem.id), YES.to_owned());
        put(closing_note_key(problem.id), problem.closing.as_ref().map(|it| it.done.clone()).unwrap_or_default());
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
                    put("met.name".into(), met.name.clone());
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
        let key = |part: &str| format!("source.{line}.{part}");
        put(key("kind"), source.source.code().to_owned());
        put(key("amount"), yuan(source.amount));
        put(key("detail"), source.detail.clone());
        put(key("counts"), yes_or_no(Some(source.counts)));
    }
}

fn findings(visit: &Visit, put: &mut impl FnMut(String, String)) {
    let findings = &visit.findings;
    for (check, finding) in findings.checks.iter().filter(|(check, _)| **check != Check::Water) {
        put(check_key(*check), finding.answer.code().to_owned());
        put(check_note_key(*check), finding.note.clone());
    }
    if let Some(water) = findings.checks.get(&Check::Water) {
        put(check_note_key(Check::Water), water.note.clone());
        let is_lowered = water.answer == CheckAnswer::AtRisk && water_answer(&findings.water) == CheckAnswer::Secured;
        put("water.lowered".into(), if is_lowered { YES.to_owned() } else { String::new() });
    }
    for (indicator, level) in &findings.water {
        put(water_key(*indicator), level.code().to_owned());
    }
    members(visit, put);
    for followed in &findings.policies_followed {
        put(policy_key(&followed.what), followed.answer.code().to_owned());
    }
    for review in &findings.measures {
        let answers: Vec<&str> = review.answers.iter().map(|answer| answer.code()).collect();
        put(measure_key(review.measure_id), answers.join(","));
    }
    for (line, spending) in findings.spending.iter().enumerate() {
        put(format!("spending.{line}.kind"), spending.kind.code().to_owned());
        put(format!("spending.{line}.amount"), yuan(spending.amount));
        put(format!("spending.{line}.solved"), yes_or_no(spending.solved));
    }
    for passed in &findings.passed {
        put(why_key(&passed.code), passed.reason.clone());
    }
}

fn members(visit: &Visit, put: &mut impl FnMut(String, String)) {
    let members = &visit.findings.members;
    for member in members {
        put(schooling_key(member.member_id), code(member.schooling));
    }
    if members.iter().any(|member| member.insurance.is_some()) {
        let uninsured = members.iter().filter(|member| member.insurance == Some(Insurance::NotInsured));
        put(INSURANCE.into(), insurance_value(&uninsured.map(|it| it.member_id.to_string()).collect::<Vec<_>>()));
    }
}

fn problem_line(line: usize, problem: &Problem, put: &mut impl FnMut(String, String)) {
    let key = |part: &str| format!("problem.{line}.{part}");
    put(key("id"), problem.id.to_string());
    put(key("what"), problem.what.clone());
    put(key("check"), code(problem.check));
    put(key("unit"), problem.unit.clone());
    put(key("deadline"), problem.deadline.map(|day| day.to_string()).unwrap_or_default());
    let solved = problem.state == ProblemState::SolvedOnTheSpot;
    put(key("state"), if solved { problem.state } else { ProblemState::Open }.code().to_owned());
}
