//! The key groups in words: how many are in each, whom the sweep has reached, the monthly ledger.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::key_group::{GroupFound, GroupWanting};
use crate::domain::month::Month;
use crate::domain::policy::{GroupRule, KeyGroup, Origin, Policy};
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::{GroupHousehold, GroupLine, GroupNow, GroupsNow};
use crate::text::count_key;

use super::policy::wording;

/// What is counted of a group, in the order of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupCount {
    Inside,
    Visited,
    NotVisited,
    Unknown,
    Especially,
    ByHand,
    Outside,
}

impl GroupCount {
    pub const ALL: [Self; 7] =
        [Self::Inside, Self::Visited, Self::NotVisited, Self::Unknown, Self::Especially, Self::ByHand, Self::Outside];

    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Inside => "group-inside-count",
            Self::Especially => "group-especially",
            Self::ByHand => "group-by-hand",
            Self::Visited => "group-visited",
            Self::NotVisited => "group-not-visited",
            Self::Unknown => "group-unknown",
            Self::Outside => "group-outside-count",
        }
    }

    pub const fn takes(self, it: &GroupHousehold) -> bool {
        match self {
            Self::Inside => it.found.is_inside(),
            Self::Especially => matches!(it.found, GroupFound::Especially),
            Self::ByHand => matches!(it.found, GroupFound::ByHand),
            Self::Visited => it.found.is_inside() && it.visited_on.is_some(),
            Self::NotVisited => it.found.is_inside() && it.visited_on.is_none(),
            Self::Unknown => matches!(it.found, GroupFound::Unknown),
            Self::Outside => matches!(it.found, GroupFound::Outside),
        }
    }
}

/// The households of a group that are counted, of one village or of all.
pub fn counted<'a>(
    now: &'a GroupNow,
    village: Option<&'a str>,
    count: GroupCount,
) -> impl Iterator<Item = &'a GroupHousehold> {
    let is_of = move |it: &&GroupHousehold| village.is_none_or(|village| it.row.village == village);
    now.households.iter().filter(is_of).filter(move |it| count.takes(it))
}

/// What the plan calls a group.
pub fn group_words(words: &Words, group: &KeyGroup) -> String {
    let what = wording(words, &group.wording);
    if group.is_reading {
        words.with("round-reading", &[("what", what), ("origin", &words.of(Origin::Reading))])
    } else {
        what.to_owned()
    }
}

/// The short name of a group; its id where the plan has none of it.
pub fn group_name(words: &Words, policy: &Policy, id: &str) -> String {
    let group = policy.groups.iter().find(|group| group.id == id);
    group.map_or_else(|| id.to_owned(), |group| short_name(words, group))
}

/// What a group is called in a word or two.
pub fn short_name(words: &Words, group: &KeyGroup) -> String {
    match group.rule {
        // Such a group has no words but the plan's.
        GroupRule::ByHand => wording(words, &group.wording).to_owned(),
        rule => words.of(rule),
    }
}

/// A line a group.
pub fn groups_text(words: &Words, now: &GroupsNow, village: Option<&str>) -> String {
    let mut out = format!("{}\n\n", words.with("group-since", &[("on", &now.since.to_string())]));
    for of_group in &now.groups {
        let _ = writeln!(out, "{}  {}", of_group.group.id, group_words(words, &of_group.group));
        let parts = GroupCount::ALL.iter().map(|count| {
            let number = counted(of_group, village, *count).count();
            format!("{} {number}", words.t(count.key()))
        });
        let _ = writeln!(out, "    {}", parts.collect::<Vec<_>>().join("  "));
    }
    out
}

/// How a household stands to a group; where it is not known, what is missing.
pub(super) fn found_words(words: &Words, found: GroupFound, wanting: Option<GroupWanting>) -> String {
    match wanting {
        Some(wanting) => words.with("group-wanting", &[("what", &words.of(wanting))]),
        None => words.of(found),
    }
}

/// What is missing of how many households; empty where nothing is.
pub fn wanting_text(words: &Words, counts: &[usize; GroupWanting::ALL.len()]) -> String {
    let wanting = GroupWanting::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let parts: Vec<String> = wanting.map(|(wanting, count)| format!("{} {count}", words.of(*wanting))).collect();
    if parts.is_empty() {
        return String::new();
    }
    words.with("group-wanting", &[("what", &parts.join(&words.t("list-comma")))])
}

/// The households of a group, a line each.
pub fn members_text(words: &Words, households: &[&GroupHousehold]) -> String {
    let line = |it: &&GroupHousehold| {
        let visited = it.visited_on.map_or_else(|| words.t("group-not-visited"), |on| on.to_string());
        let row = &it.row;
        let place = format!("{}{}", row.village, row.group);
        let found = found_words(words, it.found, it.wanting);
        format!("{}  {}  {place}  {found}  {visited}  {}\n", row.code, &*row.name, row.contact)
    };
    households.iter().map(line).collect()
}

/// The headings of the monthly ledger.
const HEADINGS: [&str; 13] = [
    "group-number",
    "group-head",
    "group-village",
    "group-hamlet",
    "group-people",
    "group-which",
    "group-whom",
    "group-since-when",
    "group-what-found",
    "group-verdict",
    "group-monitored",
    "group-visitors",
    "group-visited-on",
];

/// The monthly ledger of a village, by village and group as it is filed.
pub fn ledger_table(words: &Words, lines: &[GroupLine], month: Month, today: NaiveDate) -> Table {
    let mut lines: Vec<&GroupLine> = lines.iter().collect();
    lines.sort_by_cached_key(|it| (count_key(&it.row.village), count_key(&it.row.group), it.row.code.clone()));
    let title = words.with("group-ledger-title", &[("month", &month.to_string())]);
    Table {
        name: words.t("group-sheet"),
        title: title.clone(),
        headings: HEADINGS.iter().map(|key| words.t(key)).collect(),
        rows: (1i64..).zip(lines).map(|(number, line)| cells(words, number, line)).collect(),
        frozen_columns: 2,
        closing: vec![words.t("report-signatures")],
        footer: [title, today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}

fn cells(words: &Words, number: i64, line: &GroupLine) -> Vec<Cell> {
    let (row, visit) = (&line.row, line.visit.as_ref());
    let people = row.population.map_or(Cell::Empty, |people| Cell::Count(i64::from(people)));
    let found = visit.map(|(_, _, _, note)| note.clone()).unwrap_or_default();
    let verdict = visit.and_then(|(_, _, verdict, _)| *verdict).map(|it| words.of(it)).unwrap_or_default();
    let visitors = visit.map(|(_, visitors, _, _)| visitors.join(&words.t("list-comma"))).unwrap_or_default();
    vec![
        Cell::Count(number),
        Cell::text(&row.name),
        Cell::text(&row.village),
        Cell::text(&row.group),
        people,
        Cell::Text(wording(words, &line.group.wording).to_owned()),
        Cell::text(&line.persons.join(&words.t("list-comma"))),
        Cell::text(line.since.as_deref().unwrap_or_default()),
        Cell::text(&found),
        Cell::text(&verdict),
        Cell::Text(monitored(words, line)),
        Cell::text(&visitors),
        Cell::day(visit.map(|(on, _, _, _)| *on)),
    ]
}

/// Whether it was taken into monitoring, or why not.
fn monitored(words: &Words, line: &GroupLine) -> String {
    use crate::domain::class::HouseholdClass::{Eliminated, General, Stable, Unresolved};
    match (line.row.class, &line.why_not) {
        (Unresolved | Eliminated, _) => words.of(line.row.class),
        (Stable | General, Some(result)) => format!("{} {}", words.of(result.outcome), result.why),
        (Stable | General, None) => words.t("group-not-monitored"),
    }
}
