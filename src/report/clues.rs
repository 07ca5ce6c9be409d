//! The ledger of clues 线索台账 as lines and as a table. Who reported a clue goes into neither: an informer's name on a
//! village's list is a danger.

use chrono::NaiveDate;

use crate::domain::clue::{ListedClue, days_left};
use crate::domain::contact::ContactName;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;

/// The headings, in the order of the columns.
const HEADINGS: [&str; 15] = [
    "clue-number",
    "clue-received",
    "clue-source",
    "clue-channel",
    "clue-name",
    "clue-village",
    "clue-group",
    "clue-what",
    "clue-state",
    "clue-assigned-to",
    "clue-checked-on",
    "clue-result",
    "clue-why",
    "clue-told-back-on",
    "clue-decide-by",
];

/// How a clue stands to its deadline: days left, days late, or that the plan names no day.
pub fn deadline_words(words: &Words, listed: &ListedClue, today: NaiveDate) -> String {
    if !listed.clue.is_open() {
        return String::new();
    }
    let Some(end) = listed.decide_by else { return words.t("clue-no-deadline") };
    let (left, on) = (days_left(end, today), end.on.to_string());
    let days = left.abs().to_string();
    let key = if left < 0 { "clue-late" } else { "clue-left" };
    let without = if end.without_holidays { words.t("clue-without-holidays") } else { String::new() };
    words.with(key, &[("on", &on), ("days", &days), ("without", &without)])
}

/// A line a clue.
pub fn clues_text(words: &Words, clues: &[ListedClue], today: NaiveDate) -> String {
    let line = |listed: &ListedClue| {
        let clue = &listed.clue;
        let parts = [
            clue.received_on.to_string(),
            format!("{} {}{}", &*clue.of.name, clue.of.village, clue.of.group),
            words.of(clue.source),
            clue.what.replace('\n', " "),
            words.of(clue.state()),
            clue.assigned_to.as_ref().map_or("", ContactName::as_str).to_owned(),
            clue.result.as_ref().map(|result| words.of(result.outcome)).unwrap_or_default(),
            deadline_words(words, listed, today),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        format!("{}  {}\n", listed.number, parts.join("  "))
    };
    clues.iter().map(line).collect()
}

/// The table of `export clues`, in the order of the ledger.
pub fn clue_table(words: &Words, clues: &[ListedClue], today: NaiveDate) -> Table {
    let row = |listed: &ListedClue| {
        let clue = &listed.clue;
        let result = clue.result.as_ref();
        vec![
            Cell::Count(i64::try_from(listed.number).unwrap_or(i64::MAX)),
            Cell::day(Some(listed.day_zero)),
            Cell::Text(words.of(clue.source)),
            Cell::text(&clue.channel),
            Cell::text(&clue.of.name),
            Cell::text(&clue.of.village),
            Cell::text(&clue.of.group),
            Cell::text(&clue.what),
            Cell::Text(words.of(clue.state())),
            Cell::text(clue.assigned_to.as_ref().map_or("", ContactName::as_str)),
            Cell::day(clue.checked_on),
            result.map_or(Cell::Empty, |result| Cell::Text(words.of(result.outcome))),
            Cell::text(result.map_or("", |result| result.why.as_str())),
            Cell::day(clue.told_back_on),
            Cell::day(listed.decide_by.map(|end| end.on)),
        ]
    };
    Table {
        name: words.t("clue-sheet"),
        title: words.t("clue-title"),
        headings: HEADINGS.iter().map(|key| words.t(key)).collect(),
        rows: clues.iter().map(row).collect(),
        frozen_columns: 2,
        closing: vec![words.t("report-signatures")],
        footer: [words.t("clue-title"), today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}
