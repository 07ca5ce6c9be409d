//! The report of a period in words: its sheets, its key figures, its text. The sheets of all forms (.xlsx, HTML) are
//! these, so that no form says another number.

mod by_place;
mod files;
mod income;
mod lists;
mod plots;

use crate::domain::checks::CheckAnswer;
use crate::domain::month_duty::MonthDuty;
use crate::domain::overview::tenths_of_percent;
use crate::domain::period::PeriodKind;
use crate::domain::problem::{Problem, ProblemState};
use crate::domain::visit::{DatedVisit, VisitMode, VisitOutcome};
use crate::domain::window_income::AgainstLine;
use crate::exchange::table_book::{Cell, Table, shown};
use crate::i18n::Words;
use crate::ledger::{PeriodReport, ReportedHousehold};

pub use files::{ReportForm, write_report};
pub use plots::plots;

use by_place::{Column, Counted};

/// A part of a whole in words: `12.5%`.
fn percent_words(part: usize, whole: usize) -> Option<String> {
    tenths_of_percent(part, whole).map(|tenths| format!("{}.{}%", tenths / 10, tenths % 10))
}

/// `2026 年 11 月`, in words of the kind.
pub fn period_words(words: &Words, report: &PeriodReport) -> String {
    let period = report.period;
    let (year, number) = (period.first.year().to_string(), period.to_string());
    let part = number.rsplit(['-', 'Q', 'H']).next().unwrap_or_default().trim_start_matches('0').to_owned();
    let key = match period.kind {
        PeriodKind::Month => "report-of-month",
        PeriodKind::Quarter => "report-of-quarter",
        PeriodKind::Half => "report-of-half",
        PeriodKind::Year => "report-of-year",
    };
    words.with(key, &[("year", &year), ("number", &part)])
}

/// How many months a household was asked for and visited in, over the period.
fn months(household: &ReportedHousehold, holds: impl Fn(&MonthDuty) -> bool) -> usize {
    household.duties.iter().filter(|duty| holds(duty)).count()
}

/// A figure and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The key of its words, a stable name.
    pub key: &'static str,
    pub count: usize,
}

/// The key figures, each as the lists count it.
pub fn key_figures(report: &PeriodReport) -> Vec<KeyFigure> {
    let sum = |of: &dyn Fn(&ReportedHousehold) -> usize| report.households.iter().map(of).sum();
    let households = |holds: &dyn Fn(&ReportedHousehold) -> bool| sum(&|household| usize::from(holds(household)));
    let percent = report.fall_percent;
    let not_secured = |it: &ReportedHousehold| {
        it.is_listed() && it.not_met.iter().any(|(_, finding, _)| finding.answer == CheckAnswer::NotSecured)
    };
    let problems = |holds: &dyn Fn(&Problem) -> bool| {
        let listed = report.households.iter().filter(|it| it.is_listed());
        listed.flat_map(|it| &it.problems).filter(|problem| holds(problem)).count()
    };
    [
        ("report-households", households(&|it| it.is_listed())),
        ("report-obliged", sum(&|it| months(it, |duty| duty.is_obliged()))),
        ("report-visited", sum(&|it| months(it, |duty| duty.is_done()))),
        ("report-voluntary", sum(&|it| months(it, |duty| duty.is_voluntary()))),
        ("report-visits", sum(&|it| it.visits.len())),
        ("report-open", households(&ReportedHousehold::is_open)),
        ("report-overdue", households(&|it| is_overdue(it, report))),
        ("report-not-secured", households(&not_secured)),
        ("report-problems-found", problems(&|problem| report.period.contains(problem.found_on))),
        ("report-problems-closed", problems(&|problem| is_closed_within(problem, report))),
        ("report-problems-open", problems(&|problem| is_open_at_end(problem, report))),
        ("report-problem-households", households(&|it| has_problem(it, report))),
        ("report-income-known", households(&|it| is_known(it))),
        ("report-under-line", households(&|it| is_under_line(it))),
        ("report-fallen", households(&|it| it.is_listed() && it.has_fallen(percent))),
        ("report-changes", sum(&|it| it.changes.len())),
    ]
    .map(|(key, count)| KeyFigure { key, count })
    .to_vec()
}

/// The words of a key figure; of how far an income must have fallen to be counted, the policy speaks.
pub fn figure_words(words: &Words, report: &PeriodReport, key: &str) -> String {
    if key == "report-fallen" { fallen_words(words, report) } else { words.t(key) }
}

fn fallen_words(words: &Words, report: &PeriodReport) -> String {
    match report.fall_percent {
        None => words.t("report-fallen-open"),
        Some(0) => words.t("report-fallen"),
        Some(percent) => words.with("report-fallen-by", &[("percent", &percent.to_string())]),
    }
}

/// It has a problem that is open at the end.
fn has_problem(household: &ReportedHousehold, report: &PeriodReport) -> bool {
    household.is_listed() && household.problems.iter().any(|problem| is_open_at_end(problem, report))
}

fn is_known(household: &ReportedHousehold) -> bool {
    household.is_listed() && household.held.against != AgainstLine::Unknown
}

fn is_under_line(household: &ReportedHousehold) -> bool {
    household.is_listed() && household.held.against == AgainstLine::Below
}

/// Asked for by a day that has passed, and not visited.
fn is_overdue(household: &ReportedHousehold, report: &PeriodReport) -> bool {
    days_late(household, report) > 0
}

/// Days since the day by which it was to be visited; 0 where that has not passed, or it was.
fn days_late(household: &ReportedHousehold, report: &PeriodReport) -> i64 {
    match household.duties.last() {
        Some(MonthDuty::Obliged { due_on, visited_on: None }) => (report.on - *due_on).num_days().max(0),
        _ => 0,
    }
}

fn is_closed_within(problem: &Problem, report: &PeriodReport) -> bool {
    match problem.state {
        ProblemState::SolvedOnTheSpot => report.period.contains(problem.found_on),
        ProblemState::Closed => problem.closing.as_ref().is_some_and(|closing| report.period.contains(closing.on)),
        ProblemState::Open => false,
    }
}

/// Found, and neither solved nor closed by the period's end.
fn is_open_at_end(problem: &Problem, report: &PeriodReport) -> bool {
    let closed_later = problem.closing.as_ref().is_some_and(|closing| closing.on > report.period.last().last_day());
    problem.is_open() || problem.state == ProblemState::Closed && closed_later
}

/// Every sheet, the key figures first.
pub fn period_tables(words: &Words, report: &PeriodReport, policy: &str) -> Vec<Table> {
    let all: Vec<&ReportedHousehold> = report.households.iter().collect();
    let of_list: Vec<&ReportedHousehold> = all.iter().copied().filter(|it| it.is_listed()).collect();
    let mut tables = vec![figures_table(words, report, policy)];
    let completion = completion_columns(words);
    let mut counted = |name: &str, title: &str, first: &str, counted: Counted<'_>, columns: &[Column<'_>]| {
        let headings = std::iter::once(words.t(first)).chain(columns.iter().map(Column::heading)).collect();
        tables.push(Table {
            name: words.t(name),
            title: words.t(title),
            headings,
            rows: counted.rows,
            sums: counted.sums,
            frozen_columns: 1,
            ..Table::default()
        });
    };
    let by = Counted::by_place(words, &completion, &all);
    counted("report-sheet-villages", "report-title-villages", "report-place", by, &completion);
    let by = Counted::by_contact(words, &completion, &all);
    counted("report-sheet-contacts", "report-title-contacts", "handout-who", by, &completion);
    let problems = lists::problem_columns(words, report);
    let by = Counted::by_place(words, &problems, &of_list);
    counted("report-sheet-problem-counts", "report-title-problem-counts", "report-place", by, &problems);
    let incomes = income::income_columns(words, report);
    let by = Counted::by_place(words, &incomes, &of_list);
    counted("report-sheet-income", "report-title-income", "report-place", by, &incomes);
    let reasons = income::reason_columns(words, report);
    let mark = |counts: &[usize]| income::township_mark(words, report, counts);
    let by = Counted::by_marked_place(words, &reasons, &of_list, &mark);
    counted("report-sheet-reasons", "report-title-reasons", "report-place", by, &reasons);
    tables.push(modes_table(words, report));
    tables.push(lists::open_table(words, report));
    tables.push(lists::not_met_table(words, report));
    tables.push(lists::problems_table(words, report));
    tables.push(lists::changes_table(words, report));
    tables.push(income::places_table(words, report));
    tables.push(lists::findings_table(words, report));
    finish(words, report, policy, tables)
}

/// What every sheet has: who fills it in at its end, its name, day and page at its foot.
fn finish(words: &Words, report: &PeriodReport, policy: &str, mut tables: Vec<Table>) -> Vec<Table> {
    let period = period_words(words, report);
    for table in &mut tables {
        table.title = format!("{} {}", period, table.title);
        table.closing = vec![words.t("report-signatures")];
        table.footer = [policy.to_owned(), report.until().to_string(), words.t("export-page")];
    }
    tables
}

fn figures_table(words: &Words, report: &PeriodReport, policy: &str) -> Table {
    let told = |key: &str, text: String| vec![Cell::Text(words.t(key)), Cell::Text(text)];
    let window = format!("{} – {}", report.window.first(), report.window.last);
    let mut rows = vec![
        told("report-policy", policy.to_owned()),
        told("report-on", report.until().to_string()),
        told("report-window", window),
    ];
    let figures = key_figures(report);
    rows.extend(figures.iter().map(|it| vec![Cell::Text(figure_words(words, report, it.key)), count(it.count)]));
    let of = |key: &str| figures.iter().find(|it| it.key == key).map_or(0, |it| it.count);
    let shares = [
        ("report-share-visited", "report-visited", "report-obliged"),
        ("report-share-under-line", "report-under-line", "report-income-known"),
    ];
    for (key, part, whole) in shares {
        let share = percent_words(of(part), of(whole)).unwrap_or_else(|| words.t("none"));
        rows.push(told(key, share));
    }
    Table {
        name: words.t("report-sheet-figures"),
        title: words.t("report-title-figures"),
        headings: vec![words.t("report-figure"), words.t("report-count")],
        rows,
        ..Table::default()
    }
}

fn count(count: usize) -> Cell {
    Cell::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Household-months that were asked for, visited, open, and those visited beside them.
fn completion_columns(words: &Words) -> Vec<Column<'static>> {
    vec![
        Column::households(words.t("report-column-households"), ReportedHousehold::is_listed),
        Column::count(words.t("report-column-obliged"), |it| months(it, |duty| duty.is_obliged())),
        Column::count(words.t("report-column-visited"), |it| months(it, |duty| duty.is_done())),
        Column::count(words.t("report-column-missed"), |it| months(it, |duty| duty.is_open())),
        Column::Share(words.t("overview-rate"), 2, 1),
        Column::count(words.t("report-column-voluntary"), |it| months(it, |duty| duty.is_voluntary())),
    ]
}

/// The visits of the period by how they were made.
fn modes_table(words: &Words, report: &PeriodReport) -> Table {
    let visits = || report.households.iter().flat_map(|it| &it.visits);
    let row = |name: String, holds: &dyn Fn(&(DatedVisit, bool)) -> bool| {
        let of = visits().filter(|it| holds(it));
        let counted = of.clone().filter(|(_, counts)| *counts).count();
        vec![Cell::Text(name), count(of.count()), count(counted)]
    };
    let met = |mode: Option<VisitMode>| {
        move |(visit, _): &(DatedVisit, bool)| visit.outcome == VisitOutcome::Met && visit.mode == mode
    };
    let modes = VisitMode::ALL.iter().map(|mode| row(words.of(*mode), &met(Some(*mode))));
    let nobody = row(words.of(VisitOutcome::NobodyMet), &|(visit, _)| visit.outcome == VisitOutcome::NobodyMet);
    let mut rows: Vec<Vec<Cell>> = modes.chain([nobody]).collect();
    let parts: Vec<u32> = (0..u32::try_from(rows.len()).unwrap_or(0)).collect();
    let all = i64::try_from(visits().count()).unwrap_or(i64::MAX);
    let counted = i64::try_from(visits().filter(|(_, counts)| *counts).count()).unwrap_or(i64::MAX);
    rows.push(vec![
        Cell::Text(words.t("overview-total")),
        Cell::CountSum { rows: parts.clone(), count: all },
        Cell::CountSum { rows: parts, count: counted },
    ]);
    Table {
        name: words.t("report-sheet-modes"),
        title: words.t("report-title-modes"),
        headings: ["report-mode", "report-visits-of-mode", "report-counted"].map(|key| words.t(key)).to_vec(),
        sums: vec![rows.len() - 1],
        rows,
        ..Table::default()
    }
}

/// The report as text for a message: the period, then a figure a line.
pub fn period_text(words: &Words, report: &PeriodReport, policy: &str) -> String {
    let mut lines = vec![format!("{} {}", period_words(words, report), words.t("report-title-figures"))];
    let table = figures_table(words, report, policy);
    lines.extend(table.rows.iter().map(|row| format!("{}{}{}", shown(&row[0]), words.t("colon"), shown(&row[1]))));
    lines.join("\n") + "\n"
}
