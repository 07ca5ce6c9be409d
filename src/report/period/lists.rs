//! The lists of a period's report: who is open, what is not secured, problems, changes of status.

use crate::domain::due_row::DueRow;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::{PeriodReport, ReportedHousehold};

use super::by_place::Column;
use super::{count, days_late, is_closed_within, is_open_at_end};

/// A table whose first columns say which household.
fn listed(words: &Words, name: &str, title: &str, headings: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let of_household = ["household-code", "column-name", "handout-village", "handout-group", "handout-who"];
    Table {
        name: words.t(name),
        title: words.t(title),
        headings: of_household.iter().chain(headings).map(|key| words.t(key)).collect(),
        rows,
        frozen_columns: 2,
        ..Table::default()
    }
}

fn of_household(row: &DueRow, cells: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    let texts: [&str; 4] = [&row.name, &row.village, &row.group, &row.contact];
    let texts = texts.map(Cell::text);
    std::iter::once(Cell::Digits(row.code.clone())).chain(texts).chain(cells).collect()
}

/// Asked for in the last month and not visited, the longest late first.
pub(super) fn open_table(words: &Words, report: &PeriodReport) -> Table {
    let mut open: Vec<&ReportedHousehold> = report.households.iter().filter(|it| it.is_open()).collect();
    open.sort_by_key(|it| std::cmp::Reverse(days_late(it, report)));
    let rows = open.into_iter().map(|it| {
        let due_on = it.duties.last().and_then(|duty| duty.due_on());
        let late = days_late(it, report);
        let last = it.last_counted_on.map_or_else(|| words.t("never-visited"), |on| on.to_string());
        let cells = [
            Cell::text(&it.class.map(|class| words.of(class)).unwrap_or_default()),
            Cell::day(due_on),
            if late > 0 { Cell::Count(late) } else { Cell::Empty },
            Cell::Text(last),
        ];
        of_household(&it.row, cells)
    });
    let headings = ["handout-class", "handout-due", "handout-late", "handout-last"];
    listed(words, "report-sheet-open", "report-title-open", &headings, rows.collect())
}

/// The checks that are at risk or not secured.
pub(super) fn not_met_table(words: &Words, report: &PeriodReport) -> Table {
    let rows = report.households.iter().filter(|it| it.is_listed()).flat_map(|it| {
        it.not_met.iter().map(|(check, finding, on)| {
            let cells = [
                Cell::text(&words.of(*check)),
                Cell::text(&words.of(finding.answer)),
                Cell::text(&finding.note),
                Cell::day(Some(*on)),
            ];
            of_household(&it.row, cells)
        })
    });
    let headings = ["problems-check", "report-answer", "handout-found", "visits-on"];
    listed(words, "report-sheet-checks", "report-title-checks", &headings, rows.collect())
}

/// How many problems were found, closed, are open and past their deadline; and of how many households.
pub(super) fn problem_columns<'a>(words: &Words, report: &'a PeriodReport) -> Vec<Column<'a>> {
    vec![
        Column::count(words.t("report-column-found"), |it| {
            it.problems.iter().filter(|problem| report.period.contains(problem.found_on)).count()
        }),
        Column::count(words.t("report-column-closed"), |it| {
            it.problems.iter().filter(|problem| is_closed_within(problem, report)).count()
        }),
        Column::count(words.t("report-column-open"), |it| {
            it.problems.iter().filter(|problem| is_open_at_end(problem, report)).count()
        }),
        Column::count(words.t("report-column-late"), move |it| {
            let late = it.problems.iter().filter(|problem| is_open_at_end(problem, report));
            late.filter(|problem| problem.deadline.is_some_and(|deadline| deadline < report.on)).count()
        }),
        Column::households(words.t("report-column-open-households"), |it| {
            it.problems.iter().any(|problem| is_open_at_end(problem, report))
        }),
    ]
}

/// The problems that are open at the end, or were found or closed within the period.
pub(super) fn problems_table(words: &Words, report: &PeriodReport) -> Table {
    let rows = report.households.iter().filter(|it| it.is_listed()).flat_map(|it| {
        let told = it.problems.iter().filter(|problem| {
            is_open_at_end(problem, report)
                || is_closed_within(problem, report)
                || report.period.contains(problem.found_on)
        });
        told.map(|problem| {
            let closing = problem.closing.as_ref();
            let cells = [
                Cell::text(&problem.what),
                problem.check.map_or(Cell::Empty, |check| Cell::Text(words.of(check))),
                Cell::text(&problem.unit),
                Cell::day(Some(problem.found_on)),
                Cell::day(problem.deadline),
                Cell::text(&words.of(problem.state)),
                Cell::text(closing.map_or("", |closing| closing.done.as_str())),
                Cell::day(closing.map(|closing| closing.on)),
            ];
            of_household(&it.row, cells)
        })
    });
    let headings = [
        "problems-what",
        "problems-check",
        "problems-unit",
        "problems-found-on",
        "problems-deadline",
        "problems-state",
        "problems-done",
        "problems-closed-on",
    ];
    listed(words, "report-sheet-problems", "report-title-problems", &headings, rows.collect())
}

/// What became of households within the period.
pub(super) fn changes_table(words: &Words, report: &PeriodReport) -> Table {
    let rows = report.households.iter().flat_map(|it| {
        it.changes.iter().map(|change| {
            let detail = change.leaving.map(|leaving| words.of(leaving));
            let detail = detail.or_else(|| change.way.map(|way| words.of(way))).unwrap_or_default();
            let on = if change.defaulted { words.t("report-undated") } else { change.on.to_string() };
            let cells =
                [Cell::text(&words.of(change.kind)), Cell::text(&on), Cell::text(&detail), Cell::text(&change.note)];
            of_household(&it.row, cells)
        })
    });
    let headings = ["report-change", "report-changed-on", "report-detail", "handout-found"];
    listed(words, "report-sheet-changes", "report-title-changes", &headings, rows.collect())
}

/// What the audit finds today, and how each is mended.
pub(super) fn findings_table(words: &Words, report: &PeriodReport) -> Table {
    let rows = report.findings.iter().map(|(kind, found)| {
        vec![
            Cell::text(&words.of(*kind)),
            count(*found),
            Cell::text(&words.about(*kind, "why")),
            Cell::text(&words.about(*kind, "mend")),
        ]
    });
    Table {
        name: words.t("audit-sheet"),
        title: words.t("audit-title"),
        headings: ["audit-what", "audit-count", "audit-why-heading", "audit-mend-heading"]
            .map(|key| words.t(key))
            .to_vec(),
        rows: rows.collect(),
        ..Table::default()
    }
}
