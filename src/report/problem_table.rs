//! The table of `export problems`: the ledger of problems, a row a problem.

use chrono::NaiveDate;

use crate::domain::problem::ProblemState;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::ListedProblem;

/// The headings, in the order of the columns.
const HEADINGS: [&str; 17] = [
    "problems-number",
    "problems-code",
    "problems-household",
    "problems-village",
    "problems-group",
    "problems-contact",
    "problems-what",
    "problems-check",
    "problems-found-on",
    "problems-found-by",
    "problems-told-back-on",
    "problems-deadline",
    "problems-unit",
    "problems-state",
    "problems-days-late",
    "problems-done",
    "problems-closed-on",
];

pub fn problem_table(words: &Words, problems: &[&ListedProblem], today: NaiveDate) -> Table {
    let numbered = (1i64..).zip(problems);
    Table {
        name: words.t("problems-sheet"),
        title: words.t("problems-title"),
        headings: HEADINGS.iter().map(|key| words.t(key)).collect(),
        rows: numbered.map(|(number, listed)| cells(words, number, listed, today)).collect(),
        frozen_columns: 3,
        closing: vec![words.t("report-signatures")],
        footer: [words.t("problems-title"), today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}

fn cells(words: &Words, number: i64, listed: &ListedProblem, today: NaiveDate) -> Vec<Cell> {
    let ListedProblem { problem, household, found_by } = listed;
    let late = problem.days_left(today).filter(|left| problem.state == ProblemState::Open && *left < 0);
    let closing = problem.closing.as_ref();
    vec![
        Cell::Count(number),
        Cell::Digits(household.code.clone()),
        Cell::text(&household.name),
        Cell::text(&household.village),
        Cell::text(&household.group),
        Cell::text(&household.contact),
        Cell::text(&problem.what),
        problem.check.map_or(Cell::Empty, |check| Cell::Text(words.of(check))),
        Cell::day(Some(problem.found_on)),
        Cell::text(&found_by.join(&words.t("list-comma"))),
        Cell::day(problem.told_back_on),
        Cell::day(problem.deadline),
        Cell::text(&problem.unit),
        Cell::Text(words.of(problem.state)),
        late.map_or(Cell::Empty, |left| Cell::Count(-left)),
        Cell::text(closing.map_or("", |closing| closing.done.as_str())),
        Cell::day(closing.map(|closing| closing.on)),
    ]
}
