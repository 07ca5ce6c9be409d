//! Words for a policy: its title, its values, what is wrong with a file.

use super::figures::yuan_words;
use crate::domain::codes::Coded;
use crate::domain::label::RiskType;
use crate::domain::measure::MeasureKind;
use crate::domain::policy::{DayTerm, FaultyValue, Line, Policy, Setting, Shape, Value, Wording};
use crate::domain::revisit::RevisitRule;
use crate::domain::working_days::YearHolidays;
use crate::i18n::Words;

/// A text of the policy in the language of the words.
pub fn wording<'w>(words: &Words, wording: &'w Wording) -> &'w str {
    wording.get(words.language().code()).map_or("", String::as_str)
}

/// The policy's title.
pub fn title(words: &Words, policy: &Policy) -> String {
    let title = wording(words, &policy.title);
    if title.is_empty() { policy.id.clone() } else { title.to_owned() }
}

/// What is wrong with a policy file, where, and what is allowed.
pub fn policy_problem_words(words: &Words, problem: &FaultyValue) -> String {
    words.with(
        &format!("PolicyFault-{}", problem.fault.code()),
        &[
            ("line", &problem.line.to_string()),
            ("key", &problem.key),
            ("value", &problem.value),
            ("allowed", &problem.allowed),
        ],
    )
}

/// How often, in words: `每自然月一次`.
pub fn rule_words(words: &Words, rule: &RevisitRule) -> String {
    let months = |key: &str, months: u32| words.with(key, &[("months", &months.to_string())]);
    match rule {
        RevisitRule::Calendar { months: 1 } => words.t("rule-calendar-month"),
        RevisitRule::Calendar { months: 3 } => words.t("rule-calendar-quarter"),
        RevisitRule::Calendar { months: 6 } => words.t("rule-calendar-half"),
        RevisitRule::Calendar { months: 12 } => words.t("rule-calendar-year"),
        RevisitRule::Rolling { months: 6 } => words.t("rule-rolling-half"),
        RevisitRule::Rolling { months: 12 } => words.t("rule-rolling-year"),
        RevisitRule::Calendar { months: n } => months("rule-calendar", *n),
        RevisitRule::Rolling { months: n } => months("rule-rolling", *n),
        RevisitRule::Rounds { round_months } => {
            let named: Vec<String> = round_months.iter().map(ToString::to_string).collect();
            words.with("rule-rounds", &[("months", &named.join(&words.t("list-comma")))])
        }
    }
}

fn list<T: Coded>(words: &Words, values: &[T]) -> String {
    let named: Vec<String> = values.iter().map(|value| words.of(*value)).collect();
    if named.is_empty() { words.t("none") } else { named.join(&words.t("list-comma")) }
}

fn term_words(words: &Words, term: DayTerm) -> String {
    words.with("policy-days", &[("days", &term.days.to_string()), ("kind", &words.of(term.kind))])
}

fn line_words(words: &Words, line: &Line) -> String {
    let every = line.every_year.map(|yuan| words.with("policy-every-year", &[("yuan", &yuan_words(yuan))]));
    let by_year = line
        .by_year
        .iter()
        .map(|(year, yuan)| words.with("policy-of-year", &[("year", &year.to_string()), ("yuan", &yuan_words(*yuan))]));
    every.into_iter().chain(by_year).collect::<Vec<_>>().join(&words.t("list-comma"))
}

/// The value of a setting in words, with its unit.
pub fn value_words(words: &Words, setting: Setting, value: &Value) -> String {
    match value {
        Value::Line(line) => line_words(words, line),
        Value::Formula(it) => words.of(*it),
        Value::Window(it) => words.of(*it),
        Value::NoLabour(it) => words.of(*it),
        Value::MemberRule(it) => words.of(*it),
        Value::Cadence(rule) => rule_words(words, rule),
        Value::Modes(modes) => list(words, modes),
        Value::Reasons(reasons) => list(words, reasons),
        Value::Sources(sources) => list(words, sources),
        Value::Targets(targets) => {
            let pair = |(risk, kinds): (&RiskType, &Vec<MeasureKind>)| {
                words.with("policy-target", &[("risk", &words.of(*risk)), ("kinds", &list(words, kinds))])
            };
            targets.iter().map(pair).collect::<Vec<_>>().join(&words.t("list-semicolon"))
        }
        Value::Holidays(years) => {
            let year = |(year, table): (&i32, &YearHolidays)| format!("{year}: {}", table.to_text());
            years.iter().map(year).collect::<Vec<_>>().join(&words.t("list-semicolon"))
        }
        Value::Flag(flag) => words.t(if *flag { "yes" } else { "no" }),
        Value::Days(term) => term_words(words, *term),
        Value::DayTerms(terms) => terms.iter().map(|term| term_words(words, *term)).collect::<Vec<_>>().join(" + "),
        Value::Count(count) => words.with(unit_of(setting), &[("count", &count.to_string())]),
    }
}

/// The sentence that puts a unit to a number.
fn unit_of(setting: Setting) -> &'static str {
    match setting {
        Setting::IncomeTargetPercent | Setting::IncomeFallPercent | Setting::LargeRiskPercent => "policy-percent",
        Setting::LeastVisitsAYear | Setting::LeastSweepsAYear => "policy-times",
        Setting::Verifiers => "policy-persons",
        Setting::MostVisitsADay | Setting::FallenHouseholdsMark => "several-has",
        Setting::ReportDay => "policy-day-of-month",
        Setting::WageBelowYuan => "policy-yuan",
        Setting::JumpFactor => "policy-fold",
        _ => "policy-months",
    }
}

/// What may be filled in, for the one who fills it in.
pub fn allowed_words(words: &Words, setting: Setting) -> String {
    match setting.shape() {
        Shape::Count(least, most) | Shape::Days(least, most) | Shape::DayTerms(least, most) => {
            words.with("policy-allowed", &[("least", &least.to_string()), ("most", &most.to_string())])
        }
        _ => String::new(),
    }
}
