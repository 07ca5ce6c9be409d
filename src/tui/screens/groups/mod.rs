//! The plan's key groups: how many households are in each, whom the sweep has reached, who is left, and of which village,
//! contact or class.

pub mod keys;
pub mod view;

use std::collections::BTreeMap;

use crate::domain::due_row::DueRow;
use crate::domain::key_group::GroupWanting;
use crate::domain::overview::{OverviewBy, OverviewGroup};
use crate::i18n::Words;
use crate::ledger::{GroupHousehold, GroupNow, GroupsNow};
use crate::report::groups::{GroupCount, short_name};
use crate::report::overview::{group_words, has_several_townships};
use crate::text::{count_key, pinyin_key};
use crate::tui::filter::These;

/// How many of a row are counted as each [`GroupCount`].
type Counts = [usize; GroupCount::ALL.len()];
/// Of how many each [`GroupWanting`] is missing.
type Wanting = [usize; GroupWanting::ALL.len()];

/// A group as a whole, or a part of it.
#[derive(Debug)]
struct GroupRow {
    /// Its place among the groups.
    group: usize,
    /// None: all of it.
    part: Option<OverviewGroup>,
    counts: Counts,
    wanting: Wanting,
}

/// The state of the screen.
#[derive(Debug)]
pub struct GroupsScreen {
    /// None: they are being read.
    now: Option<GroupsNow>,
    /// None: the groups alone.
    by: Option<OverviewBy>,
    rows: Vec<GroupRow>,
    /// The villages lie in more than one township.
    several_townships: bool,
    selected: usize,
    count: GroupCount,
}

impl Default for GroupsScreen {
    fn default() -> Self {
        Self {
            now: None,
            by: None,
            rows: Vec::new(),
            several_townships: false,
            selected: 0,
            count: GroupCount::NotVisited,
        }
    }
}

impl GroupsScreen {
    /// They arrived, or arrived anew.
    pub fn take(&mut self, now: GroupsNow) {
        let all = now.groups.iter().flat_map(|group| &group.households);
        self.several_townships = has_several_townships(all.map(|it| it.row.as_ref()));
        self.now = Some(now);
        self.count_rows();
    }

    fn count_rows(&mut self) {
        let groups = self.now.as_ref().map_or(&[][..], |now| &now.groups);
        let rows = groups.iter().enumerate();
        self.rows = rows.flat_map(|(place, group)| rows_of(place, group, self.by)).collect();
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
    }

    fn show_by(&mut self, forward: bool) {
        let all: Vec<Option<OverviewBy>> = tabs().collect();
        let at = all.iter().position(|by| *by == self.by).unwrap_or(0);
        let step = if forward { 1 } else { all.len() - 1 };
        // The same group stays selected.
        let group = self.rows.get(self.selected).map(|row| row.group);
        self.by = all[(at + step) % all.len()];
        self.count_rows();
        self.selected = self.rows.iter().position(|row| Some(row.group) == group).unwrap_or(0);
    }

    fn step_count(&mut self, forward: bool) {
        let (at, last) = (self.count as usize, GroupCount::ALL.len() - 1);
        self.count = GroupCount::ALL[if forward { (at + 1).min(last) } else { at.saturating_sub(1) }];
    }

    /// The households behind the selected number; none where it is 0.
    fn these(&self, words: &Words) -> Option<These> {
        let row = self.rows.get(self.selected)?;
        let group = self.now.as_ref()?.groups.get(row.group)?;
        let is_of = |of: OverviewGroup| row.part.as_ref().is_none_or(|part| *part == of);
        let by = self.by.unwrap_or(OverviewBy::Village);
        let counted = group.households.iter().filter(|it| self.count.takes(it));
        let ids = counted.filter(|it| is_of(OverviewGroup::of(&it.row, by))).map(|it| it.row.id).collect();
        let what = self.part_name(words, row).map_or_else(String::new, |part| format!("{part} "));
        let name = short_name(words, &group.group);
        let label =
            words.with("group-these", &[("group", &name), ("part", &what), ("count", &words.t(self.count.key()))]);
        These::new(label, ids)
    }

    fn part_name(&self, words: &Words, row: &GroupRow) -> Option<String> {
        row.part.as_ref().map(|part| group_words(words, part, self.several_townships))
    }
}

/// The groups alone, then by each.
fn tabs() -> impl Iterator<Item = Option<OverviewBy>> {
    std::iter::once(None).chain(OverviewBy::ALL.iter().copied().map(Some))
}

/// What is counted of households.
#[derive(Default)]
struct Tally {
    counts: Counts,
    wanting: Wanting,
}

impl Tally {
    fn add(&mut self, household: &GroupHousehold) {
        let counted = (0..self.counts.len()).filter(|at| GroupCount::ALL[*at].takes(household));
        counted.for_each(|at| self.counts[at] += 1);
        if let Some(wanting) = household.wanting {
            self.wanting[wanting as usize] += 1;
        }
    }

    const fn into_row(self, group: usize, part: Option<OverviewGroup>) -> GroupRow {
        GroupRow { group, part, counts: self.counts, wanting: self.wanting }
    }
}

/// A row for the whole group, then one for each of its parts.
fn rows_of(place: usize, group: &GroupNow, by: Option<OverviewBy>) -> Vec<GroupRow> {
    let mut whole = Tally::default();
    let mut parts: BTreeMap<_, (&DueRow, Tally)> = BTreeMap::new();
    for household in &group.households {
        whole.add(household);
        if let Some(by) = by {
            let row = household.row.as_ref();
            parts.entry(OverviewGroup::key(row, by)).or_insert((row, Tally::default())).1.add(household);
        }
    }
    let by = by.unwrap_or(OverviewBy::Village);
    let parts = parts.into_values().map(|(row, tally)| (OverviewGroup::of(row, by), tally));
    let mut parts: Vec<(OverviewGroup, Tally)> = parts.collect();
    parts.sort_by_cached_key(|(part, _)| match part {
        OverviewGroup::Village(township, village) => (count_key(township), count_key(village)),
        OverviewGroup::Contact(contact) => (pinyin_key(contact), String::new()),
        OverviewGroup::Class(class) => ((*class as usize).to_string(), String::new()),
    });
    let parts = parts.into_iter().map(|(part, tally)| tally.into_row(place, Some(part)));
    std::iter::once(whole.into_row(place, None)).chain(parts).collect()
}
