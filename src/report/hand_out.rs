//! What is handed to each contact: the households to visit, as a sheet to print and tick, and as text for a
//! message; in the order of a way through the village, by village and group.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::label::RiskType;
use crate::domain::revisit::RevisitState;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::text::{count_key, pinyin_key};

use super::overview::has_several_townships;
use super::visit_sheet::Numbers;

/// The longest name of a worksheet, and what it may not hold.
const SHEET_NAME: usize = 31;
const NOT_IN_A_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The height of a row that is written on, in points.
const ROOM_TO_WRITE: f64 = 21.0;
/// Where the tick goes.
const TICK: &str = "□";

const HEADINGS: [&str; 14] = [
    "handout-tick",
    "handout-who",
    "handout-village",
    "handout-group",
    "handout-head",
    "handout-people",
    "handout-phone",
    "handout-class",
    "handout-risks",
    "handout-due",
    "handout-late",
    "handout-last",
    "handout-code",
    "handout-note",
];

/// The households of each contact, by village, group and due date; contacts by pinyin, those of nobody last.
fn by_contact<'a>(rows: &[&'a DueRow]) -> Vec<(&'a str, Vec<&'a DueRow>)> {
    let mut contacts: BTreeMap<&str, Vec<&DueRow>> = BTreeMap::new();
    for row in rows {
        contacts.entry(&row.contact).or_default().push(row);
    }
    let mut contacts: Vec<(&str, Vec<&DueRow>)> = contacts.into_iter().collect();
    contacts.sort_by_cached_key(|(contact, _)| (contact.is_empty(), pinyin_key(contact)));
    let way = |row: &&DueRow| {
        (count_key(&row.township), count_key(&row.village), count_key(&row.group), row.due_on, row.code.clone())
    };
    let in_order = |(contact, mut rows): (&'a str, Vec<&'a DueRow>)| {
        rows.sort_by_cached_key(way);
        (contact, rows)
    };
    contacts.into_iter().map(in_order).collect()
}

/// A sheet a contact.
pub fn hand_out_tables(words: &Words, rows: &[&DueRow], today: NaiveDate, numbers: Numbers) -> Vec<Table> {
    let mut names: Vec<String> = Vec::new();
    let several = has_several_townships(rows.iter().copied());
    let sheet = |(contact, rows): (&str, Vec<&DueRow>)| {
        let who = if contact.is_empty() { words.t("overview-no-contact") } else { contact.to_owned() };
        let name = name_apart(&who, &names);
        names.push(name.clone());
        let overdue = rows.iter().filter(|row| row.state(today) == RevisitState::Overdue).count();
        let (count, overdue) = (rows.len().to_string(), overdue.to_string());
        Table {
            name,
            title: words.with("handout-title", &[("who", &who), ("count", &count), ("overdue", &overdue)]),
            headings: HEADINGS.iter().map(|key| words.t(key)).collect(),
            rows: rows.iter().map(|row| cells(words, row, several, today, numbers)).collect(),
            frozen_columns: 5,
            row_height: Some(ROOM_TO_WRITE),
            closing: vec![words.t("handout-signature")],
            footer: [who, today.to_string(), words.t("export-page")],
            ..Table::default()
        }
    };
    by_contact(rows).into_iter().map(sheet).collect()
}

/// The village, with its township where there are several.
fn village_of(row: &DueRow, several_townships: bool) -> String {
    if several_townships { format!("{}{}", row.township, row.village) } else { row.village.clone() }
}

fn cells(words: &Words, row: &DueRow, several_townships: bool, today: NaiveDate, numbers: Numbers) -> Vec<Cell> {
    let phone = numbers.of_phone(&row.phone);
    let risks = row.risks.split(',').filter_map(RiskType::from_code).map(|risk| words.of(risk)).collect::<Vec<_>>();
    let late = row.days_overdue(today);
    let last = row.last_counted.map_or_else(|| words.t("never-visited"), |(on, _)| on.to_string());
    vec![
        Cell::Text(TICK.to_owned()),
        Cell::text(&row.contact),
        Cell::text(&village_of(row, several_townships)),
        Cell::text(&row.group),
        Cell::text(&row.name),
        row.population.map_or(Cell::Empty, |count| Cell::Count(i64::from(count))),
        if phone.is_empty() { Cell::Empty } else { Cell::Digits(phone) },
        Cell::text(&row.category().map_or_else(|| words.of(row.class), |category| words.of(category))),
        Cell::text(&risks.join(&words.t("list-comma"))),
        Cell::day(row.due_on),
        if late > 0 { Cell::Count(late) } else { Cell::Empty },
        Cell::text(&last),
        Cell::Digits(row.code.clone()),
        Cell::Empty,
    ]
}

/// The name of a worksheet that no other has.
fn name_apart(name: &str, known: &[String]) -> String {
    let clean: String = name.chars().filter(|c| !NOT_IN_A_NAME.contains(c) && !c.is_control()).collect();
    let clean = clean.trim_matches(['\'', ' ']);
    // One name is taken by the spreadsheet program itself.
    let clean =
        if clean.is_empty() || clean.eq_ignore_ascii_case("history") { format!("_{clean}") } else { clean.to_owned() };
    let cut = |room: usize| clean.chars().take(room).collect::<String>();
    let numbered = (2..).map(|number| format!("{} {number}", cut(SHEET_NAME - 6)));
    let mut names = std::iter::once(cut(SHEET_NAME)).chain(numbered);
    let is_free = |name: &String| !known.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    names.find(is_free).unwrap_or_default()
}

/// The same as text: a paragraph a contact, a line a group.
pub fn hand_out_text(words: &Words, rows: &[&DueRow], today: NaiveDate) -> String {
    let several = has_several_townships(rows.iter().copied());
    let paragraphs = by_contact(rows).into_iter().map(|(contact, rows)| {
        let who = if contact.is_empty() { words.t("overview-no-contact") } else { contact.to_owned() };
        let overdue = rows.iter().filter(|row| row.state(today) == RevisitState::Overdue).count().to_string();
        let count = rows.len().to_string();
        let mut lines = vec![words.with("handout-title", &[("who", &who), ("count", &count), ("overdue", &overdue)])];
        let place = |row: &DueRow| (row.township.clone(), row.village.clone(), row.group.clone());
        for group in rows.chunk_by(|a, b| place(a) == place(b)) {
            let place = format!("{}{}", village_of(group[0], several), group[0].group);
            let named = group.iter().map(|row| household_words(words, row, today)).collect::<Vec<_>>();
            lines.push(format!("{place}{}{}", words.t("colon"), named.join(&words.t("list-comma"))));
        }
        lines.join("\n") + "\n"
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

fn household_words(words: &Words, row: &DueRow, today: NaiveDate) -> String {
    let due = match (row.state(today), row.due_on) {
        (RevisitState::Overdue, _) => words.with("handout-is-late", &[("days", &row.days_overdue(today).to_string())]),
        (_, Some(due)) => words.with("handout-is-due", &[("day", &due.format("%m-%d").to_string())]),
        (_, None) => return row.name.clone().into(),
    };
    format!("{}{due}", &*row.name)
}
