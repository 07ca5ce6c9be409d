//! Words for what the rules found: evidence, conditions, alerts.

use chrono::NaiveDate;

use super::figures::{line_words, months_words, percent_words};
use crate::domain::assessment::{ConditionResult, ConditionState};
use crate::domain::evidence::Evidence;
use crate::domain::measure::MeasureKind;
use crate::domain::window::WINDOW_MONTHS;
use crate::domain::window_income::YearLine;
use crate::domain::working_days::TermEnd;
use crate::i18n::Words;

/// One piece of evidence as a sentence.
pub fn evidence_words(words: &Words, evidence: &Evidence) -> String {
    let day = |key: &str, on: &NaiveDate| words.with(key, &[("on", &on.to_string())]);
    match evidence {
        Evidence::CheckAnswered { .. } | Evidence::CheckBefore { .. } => check_words(words, evidence),
        Evidence::NeverChecked { check } => words.with("evidence-never-checked", &[("check", &words.of(*check))]),
        Evidence::IncomeAgainst { .. } => income_words(words, evidence),
        Evidence::IncomeFell { months, now_fen, before_fen, tenths_of_percent } => words.with(
            "evidence-income-fell",
            &[
                ("months", &months.to_string()),
                ("now", &now_fen.to_string()),
                ("before", &before_fen.to_string()),
                ("percent", &tenths_of_percent.map_or_else(|| words.t("none"), percent_words)),
            ],
        ),
        Evidence::MonthsMissing { months } => words.with(
            "evidence-months-missing",
            &[("count", &months.len().to_string()), ("months", &months_words(words, months))],
        ),
        Evidence::MonthsPassed { since, passed, needed } => words.with(
            "evidence-months-passed",
            &[("since", &since.to_string()), ("passed", &passed.to_string()), ("needed", &needed.to_string())],
        ),
        Evidence::MeasureInForce { measure, item, from, reviewed_on, .. } => {
            let runs = measure_words(words, "evidence-measure-in-force", *measure, item, *from);
            let reviewed = reviewed_on.map(|on| day("evidence-reviewed-on", &on));
            format!("{runs}{}", reviewed.unwrap_or_else(|| words.t("evidence-not-reviewed")))
        }
        Evidence::MeasureEnded { measure, item, ended_on, .. } => {
            measure_words(words, "evidence-measure-ended", *measure, item, *ended_on)
        }
        Evidence::MeasureNotDelivered { measure, item, visited_on, .. } => {
            measure_words(words, "evidence-measure-not-delivered", *measure, item, *visited_on)
        }
        Evidence::EffectNotReviewed { measure, item, since, .. } => {
            measure_words(words, "evidence-effect-not-reviewed", *measure, item, *since)
        }
        Evidence::NoMeasure { since } => day("evidence-no-measure", since),
        Evidence::MeasuresNotKnown { on_file_since } => day("evidence-measures-not-known", on_file_since),
        Evidence::RiskWithoutMeasure { risk } => words.with("evidence-risk-without", &[("risk", &words.of(*risk))]),
        Evidence::RisksUnknown => words.t("evidence-risks-unknown"),
        Evidence::ProcedureLate { procedure, step, due_on, assigned_to } => {
            let who = assigned_to.as_ref().map_or_else(|| words.t("evidence-nobody"), |it| it.as_str().to_owned());
            let (procedure, step, on) = (words.of(*procedure), words.of(*step), due_on.to_string());
            let args = [("procedure", procedure.as_str()), ("step", &step), ("on", &on), ("who", &who)];
            words.with("evidence-procedure-late", &args)
        }
        Evidence::NoContact { on_file_since } => day("evidence-no-contact", on_file_since),
        Evidence::NotVerified { since } => day("evidence-not-verified", since),
        _ => stated_words(words, evidence),
    }
}

fn check_words(words: &Words, evidence: &Evidence) -> String {
    let (key, check, answer, on) = match evidence {
        Evidence::CheckAnswered { check, answer, visited_on, .. } => {
            ("evidence-check-answered", check, answer, visited_on)
        }
        Evidence::CheckBefore { check, answer, visited_on, .. } => ("evidence-check-before", check, answer, visited_on),
        _ => return String::new(),
    };
    words.with(key, &[("check", &words.of(*check)), ("answer", &words.of(*answer)), ("on", &on.to_string())])
}

fn measure_words(words: &Words, key: &str, measure: MeasureKind, item: &str, on: NaiveDate) -> String {
    words.with(key, &[("measure", &words.of(measure)), ("item", item), ("on", &on.to_string())])
}

/// A line, and the year that it was stated for where it is another.
fn line_text(words: &Words, yuan: u32, stated_for: Option<i32>, year: i32) -> String {
    line_words(words, YearLine { yuan, stated_for }, year)
}

/// An income against a line; what keeps it from being told, where that cannot be.
fn income_words(words: &Words, evidence: &Evidence) -> String {
    let Evidence::IncomeAgainst {
        purpose,
        formula,
        first_month,
        last_month,
        recorded,
        people,
        sum_fen,
        line_yuan,
        line_stated_for,
        needed_fen,
        against,
    } = evidence
    else {
        return String::new();
    };
    let key = match (line_yuan, people, recorded) {
        (None, _, _) => "evidence-income-no-line",
        (_, _, recorded) if *recorded < WINDOW_MONTHS => "evidence-income-missing",
        (_, None, _) => "evidence-income-no-people",
        _ => "evidence-income",
    };
    words.with(
        key,
        &[
            ("first", &first_month.to_string()),
            ("last", &last_month.to_string()),
            ("year", &last_month.year().to_string()),
            ("recorded", &recorded.to_string()),
            ("formula", &words.of(*formula)),
            ("purpose", &words.of(*purpose)),
            ("sum", &sum_fen.to_string()),
            (
                "line",
                &line_yuan.map(|yuan| line_text(words, yuan, *line_stated_for, last_month.year())).unwrap_or_default(),
            ),
            ("people", &people.unwrap_or(0).to_string()),
            ("needed", &needed_fen.map(|it| it.to_string()).unwrap_or_default()),
            ("against", &words.of(*against)),
        ],
    )
}

/// What people stated, and what was to be done by a day.
fn stated_words(words: &Words, evidence: &Evidence) -> String {
    match evidence {
        Evidence::Spending { spending, amount_fen, visited_on, solved, .. } => {
            let solved = words.t(if *solved { "spending-solved" } else { "spending-unsolved" });
            let amount = amount_fen.map(|amount| amount.to_string()).unwrap_or_default();
            let on = visited_on.to_string();
            words.with(
                "evidence-spending",
                &[("spending", &words.of(*spending)), ("amount", &amount), ("solved", &solved), ("on", &on)],
            )
        }
        Evidence::Attested { matter, holds, attested_on, note } => words.with(
            if *holds { "evidence-attested-yes" } else { "evidence-attested-no" },
            &[("matter", &words.of(*matter)), ("on", &attested_on.to_string()), ("note", note)],
        ),
        Evidence::NotAttested { matter } => words.with("evidence-not-attested", &[("matter", &words.of(*matter))]),
        Evidence::Verified { visited_on, visitors, needed, signed, .. } => words.with(
            "evidence-verified",
            &[
                ("on", &visited_on.to_string()),
                ("visitors", &visitors.to_string()),
                ("needed", &needed.to_string()),
                ("signed", &words.t(if *signed { "signed-yes" } else { "signed-no" })),
            ],
        ),
        Evidence::Problem { what, deadline, .. } => {
            words.with("evidence-problem", &[("what", what), ("on", &deadline.to_string())])
        }
        Evidence::PolicyNotReceived { what, visited_on } => {
            words.with("evidence-policy-not-received", &[("what", what), ("on", &visited_on.to_string())])
        }
        Evidence::Deadline { since, until, without_holidays } => {
            let until = day_without_holidays(words, *until, *without_holidays);
            words.with("evidence-deadline", &[("since", &since.to_string()), ("until", &until)])
        }
        Evidence::PlanDeadline { since, until, entry_stated, without_holidays } => {
            let until = day_without_holidays(words, *until, *without_holidays);
            let key = if *entry_stated { "evidence-plan-entered" } else { "evidence-plan-identified" };
            words.with(key, &[("since", &since.to_string()), ("until", &until)])
        }
        Evidence::MarkedLate { marked_on, due_on, last_counted_on } => words.with(
            "evidence-marked-late",
            &[
                ("marked", &marked_on.to_string()),
                ("due", &due_on.to_string()),
                ("last", &last_counted_on.map_or_else(|| words.t("none"), |on| on.to_string())),
            ],
        ),
        Evidence::VisitsThisYear { year, visits, needed } => {
            year_words(words, "evidence-visits-this-year", *year, *visits, *needed)
        }
        Evidence::SweepsThisYear { year, sweeps, needed } => {
            year_words(words, "evidence-sweeps-this-year", *year, *sweeps, *needed)
        }
        _ => String::new(),
    }
}

fn year_words(words: &Words, key: &str, year: i32, visits: u32, needed: u32) -> String {
    words.with(key, &[("year", &year.to_string()), ("visits", &visits.to_string()), ("needed", &needed.to_string())])
}

/// The mark of a condition's state: a check, a check with a question, a cross, a question.
pub const fn state_mark(result: &ConditionResult) -> &'static str {
    match result.state {
        ConditionState::Met if result.question => "✓?",
        ConditionState::Met => "✓",
        ConditionState::NotMet => "×",
        ConditionState::Unknown => "?",
    }
}

/// How a condition stands; *met, with a question* where the line that stands beside is not exceeded.
pub fn state_words(words: &Words, result: &ConditionResult) -> String {
    if result.question { words.t("assess-met-with-question") } else { words.of(result.state) }
}

/// The end of a term; where working days were counted without the year's public holidays, it says so.
pub fn term_end_words(words: &Words, end: TermEnd) -> String {
    day_without_holidays(words, end.on, end.without_holidays)
}

fn day_without_holidays(words: &Words, on: NaiveDate, without: bool) -> String {
    if without { words.with("without-holidays", &[("on", &on.to_string())]) } else { on.to_string() }
}
