//! The overview in words: the names of its groups, and its table as text.

use std::fmt::Write;

use crate::domain::due_row::DueRow;
use crate::domain::overview::{MonthVisits, OverviewBy, OverviewGroup, OverviewMeasure, OverviewRow, Tally, rows_by};
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::Overview;
use crate::text::{capitalised, pad, pad_left, width};

/// The widest name of a group.
const WIDEST_NAME: usize = 24;
/// The fewest columns of a number.
const NUMBER: usize = 5;

/// The name of a group; a township stands beside a village where there are several.
pub fn group_words(words: &Words, group: &OverviewGroup, several_townships: bool) -> String {
    match group {
        OverviewGroup::Village(_, village) if village.is_empty() => words.t("overview-no-village"),
        OverviewGroup::Village(township, village) if several_townships && !township.is_empty() => {
            words.with("overview-township", &[("village", village), ("township", township)])
        }
        OverviewGroup::Village(_, village) => village.clone(),
        OverviewGroup::Contact(contact) if contact.is_empty() => words.t("overview-no-contact"),
        OverviewGroup::Contact(contact) => contact.clone(),
        OverviewGroup::Class(class) => words.of(*class),
    }
}

/// The villages lie in more than one township.
pub fn has_several_townships<'a>(rows: impl Iterator<Item = &'a DueRow>) -> bool {
    let mut townships = rows.map(|row| row.township.as_str());
    let first = townships.next();
    townships.any(|township| Some(township) != first)
}

/// How far the month's visits are: `75%`, or nothing where none is asked for.
pub fn percent_words(tally: &Tally) -> String {
    tally.percent_visited().map(|percent| format!("{percent}%")).unwrap_or_default()
}

/// The table as text: the groups, the sums, the last months.
pub fn overview_text(words: &Words, by: OverviewBy, rows: &[(String, &Tally)], months: &[MonthVisits]) -> String {
    let name = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).clamp(8, WIDEST_NAME);
    let columns: Vec<usize> =
        OverviewMeasure::ALL.iter().map(|measure| width(&words.short(*measure)).max(NUMBER)).collect();
    let line = |name_of: &str, cells: Vec<String>, percent: &str| {
        let cells = cells.iter().zip(&columns).map(|(cell, columns)| format!(" {}", pad_left(cell, *columns, "")));
        format!("{}{} {}\n", pad(name_of, name, "…"), cells.collect::<String>(), pad_left(percent, 6, ""))
    };
    let heads = OverviewMeasure::ALL.iter().map(|measure| words.short(*measure)).collect();
    let mut out = line(&words.of(by), heads, &words.t("overview-rate"));
    for (name_of, tally) in rows {
        let cells = OverviewMeasure::ALL.iter().map(|measure| tally.count(*measure).to_string()).collect();
        out += &line(name_of, cells, &percent_words(tally));
    }
    let _ = write!(out, "\n{}\n", words.t("overview-months"));
    for month in months {
        let _ = writeln!(out, "{}  {}", month.month, month_words(words, month));
    }
    out
}

/// The table of `export overview`; its totals name the rows that they add up.
pub fn overview_table(words: &Words, overview: &Overview, by: OverviewBy) -> Table {
    let rows = rows_by(&overview.households, by, overview.today);
    let several = has_several_townships(overview.households.iter().map(|household| &household.row));
    let mut headings = vec![words.of(by)];
    headings.extend(OverviewMeasure::ALL.iter().map(|measure| capitalised(&words.of(*measure))));
    headings.push(words.t("overview-problems"));
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let counts = |tally: &Tally| -> Vec<i64> {
        OverviewMeasure::ALL.iter().map(|measure| count(tally.count(*measure))).chain([count(tally.problems)]).collect()
    };
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    for row in &rows {
        let name = Cell::Text(group_words(words, &row.group, several));
        cells.push(std::iter::once(name).chain(counts(&row.tally).into_iter().map(Cell::Count)).collect());
    }
    let total = Tally::of(&overview.households, overview.today);
    let parts: Vec<u32> = (0..u32::try_from(rows.len()).unwrap_or(0)).collect();
    let sums = counts(&total).into_iter().map(|count| Cell::CountSum { rows: parts.clone(), count });
    cells.push(std::iter::once(Cell::Text(words.t("overview-total"))).chain(sums).collect());
    Table {
        name: words.t("overview-title"),
        title: format!("{} {}", words.t("overview-title"), overview.today),
        headings,
        sums: vec![rows.len()],
        rows: cells,
        frozen_columns: 1,
        closing: vec![words.t("report-signatures")],
        footer: [words.t("overview-title"), overview.today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}

/// `14/26 户 · 主动 3`.
pub fn month_words(words: &Words, month: &MonthVisits) -> String {
    let (visited, obliged) = (month.visited.to_string(), month.obliged.to_string());
    let mut line = words.with("overview-month-line", &[("visited", &visited), ("obliged", &obliged)]);
    if month.voluntary > 0 {
        line += &format!(" · {}", words.with("overview-voluntary", &[("count", &month.voluntary.to_string())]));
    }
    line
}

/// The rows with their names, and the sum of all under them.
pub fn named_rows<'a>(
    words: &Words,
    rows: &'a [OverviewRow],
    total: &'a Tally,
    several_townships: bool,
) -> Vec<(String, &'a Tally)> {
    let named = rows.iter().map(|row| (group_words(words, &row.group, several_townships), &row.tally));
    named.chain([(words.t("overview-total"), total)]).collect()
}
