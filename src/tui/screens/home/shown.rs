//! Which rows the list shows, and in what order: those of the tab, or those that the search finds.

use std::collections::{HashMap, HashSet};

use crate::domain::due_row::DueRow;
use crate::text::{count_key, pinyin_key};

use super::search::Search;
use super::{Households, RowOf, SortBy, is_in_tab};

impl Households {
    /// Works the list out anew and keeps the selection, or takes the first row.
    pub(super) fn refresh(&mut self) {
        let query = self.query.text().trim();
        self.shown = if query.is_empty() { self.rows_of_tab() } else { self.found(&Search::new(query)) };
        self.find_groups();
        if self.selected_index().is_none() {
            self.selected = self.shown.first().and_then(|place| self.row(*place)).map(|row| row.id);
        }
    }

    /// As [`Self::refresh`], after one more letter of pinyin or Latin text: what it finds is among what
    /// was found without it.
    pub(super) fn narrow(&mut self) {
        let search = Search::new(self.query.text().trim());
        self.shown = self.ranked(&search, self.shown.iter().copied());
        self.selected = self.shown.first().and_then(|place| self.row(*place)).map(|row| row.id);
    }

    fn rows_of_tab(&self) -> Vec<RowOf> {
        if self.filter.departed {
            let wanted = |index: &usize| self.admits(&self.inactive[*index]);
            return (0..self.inactive.len()).filter(wanted).map(RowOf::Inactive).collect();
        }
        let wanted = |index: &usize| {
            let row = &self.rows[*index];
            is_in_tab(self.tab, row, self.today) && self.admits(row)
        };
        let mut shown: Vec<usize> = (0..self.rows.len()).filter(wanted).collect();
        let row = |index: &usize| &self.rows[*index];
        match self.sort {
            // The rows lie in this order.
            SortBy::Due => {}
            SortBy::Village => {
                // Villages and groups are few and come again with every row: each gets its place once.
                let of = |index: &usize| (row(index).village.as_str(), row(index).group.as_str());
                let mut names: Vec<(&str, &str)> = shown.iter().map(of).collect::<HashSet<_>>().into_iter().collect();
                names.sort_by_cached_key(|name| (count_key(name.0), count_key(name.1), *name));
                let places: HashMap<_, usize> = names.into_iter().zip(0..).collect();
                shown.sort_by_cached_key(|index| places[&of(index)]);
            }
            SortBy::Name => shown.sort_by_cached_key(|index| pinyin_key(&row(index).name)),
            SortBy::LastVisit => shown.sort_by_key(|index| row(index).last_counted.map(|(on, _)| on)),
        }
        if self.backwards {
            shown.reverse();
        }
        if let Some(by) = self.group_by {
            // Groups are few and come again with every row: each gets its place once.
            let mut groups: HashMap<_, &DueRow> = HashMap::new();
            for index in &shown {
                groups.entry(by.name(row(index))).or_insert_with(|| row(index));
            }
            let mut in_order: Vec<_> = groups.into_iter().collect();
            in_order.sort_by_cached_key(|(_, first)| by.key(first));
            let places: HashMap<_, usize> =
                in_order.into_iter().zip(0..).map(|((name, _), place)| (name, place)).collect();
            shown.sort_by_cached_key(|index| places[&by.name(row(index))]);
        }
        shown.into_iter().map(RowOf::Active).collect()
    }

    /// What is found anywhere, best first; a search is never narrowed by the tab.
    fn found(&self, search: &Search) -> Vec<RowOf> {
        let active = (0..self.rows.len()).map(RowOf::Active);
        self.ranked(search, active.chain((0..self.inactive.len()).map(RowOf::Inactive)))
    }

    fn ranked(&self, search: &Search, places: impl Iterator<Item = RowOf>) -> Vec<RowOf> {
        let mut found: Vec<(u8, RowOf)> = places
            .filter_map(|place| {
                let row = self.row(place).filter(|row| self.admits(row))?;
                Some((search.rank(row, self.members_of(row))?, place))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// The households that a search finds anywhere, best first: no more than so many.
    pub fn find(&self, query: &str, most: usize) -> Vec<&DueRow> {
        let found = self.found(&Search::new(query));
        found.into_iter().take(most).filter_map(|place| self.row(place)).collect()
    }

    fn members_of(&self, row: &DueRow) -> &[(String, String)] {
        self.members.get(&row.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows of so many lines from the top one on.
    pub(super) fn rows_from(&self, top: usize, lines: usize) -> impl Iterator<Item = &DueRow> {
        self.shown.iter().skip(top).take(lines).filter_map(|place| self.row(*place))
    }

    /// How many rows the tab, the filter and the search leave.
    pub fn shown_count(&self) -> usize {
        self.shown.len()
    }
}
