//! The home screen's second face: the overview by village, contact or class, with the months beside it.

pub mod keys;
mod months;
pub mod view;

use std::cmp::Reverse;

use crate::domain::contact::Contact;
use crate::domain::overview::{
    MonthVisits, OverviewBy, OverviewGroup, OverviewMeasure, OverviewRow, Tally, months_of, rows_by,
};
use crate::i18n::Words;
use crate::ledger::Overview;
use crate::report::overview::{group_words, has_several_townships};
use crate::tui::filter::These;

/// The state of the face.
#[derive(Debug)]
pub struct OverviewFace {
    /// None: it is being read.
    overview: Option<Overview>,
    by: OverviewBy,
    rows: Vec<OverviewRow>,
    /// The villages lie in more than one township.
    several_townships: bool,
    total: Tally,
    /// Of the selected row.
    months: Vec<MonthVisits>,
    /// The row that stands after the last one is the sum.
    selected: usize,
    measure: OverviewMeasure,
    /// None: the worst first.
    sorted_by: Option<(OverviewMeasure, bool)>,
    /// The months stand in place of the table where both have no room.
    shows_months: bool,
    /// The first of their lines that is seen there.
    months_top: usize,
    /// How far the report is that is being written.
    pub working: Option<(usize, usize)>,
}

impl Default for OverviewFace {
    fn default() -> Self {
        Self {
            overview: None,
            by: OverviewBy::Village,
            rows: Vec::new(),
            several_townships: false,
            total: Tally::default(),
            months: Vec::new(),
            selected: 0,
            measure: OverviewMeasure::Overdue,
            sorted_by: None,
            shows_months: false,
            months_top: 0,
            working: None,
        }
    }
}

impl OverviewFace {
    /// The overview arrived, or arrived anew; the same group stays selected.
    pub fn take(&mut self, overview: Overview) {
        let was_on_the_sum = !self.rows.is_empty() && self.selected == self.rows.len();
        let selected = self.selected_group().cloned();
        self.total = Tally::of(&overview.households, overview.today);
        self.several_townships = has_several_townships(overview.households.iter().map(|household| &household.row));
        self.overview = Some(overview);
        self.count();
        self.select(selected.as_ref());
        if was_on_the_sum {
            self.selected = self.rows.len();
            self.count_months();
        }
    }

    /// The group of the selected row; none on the sum.
    fn selected_group(&self) -> Option<&OverviewGroup> {
        self.rows.get(self.selected).map(|row| &row.group)
    }

    fn select(&mut self, group: Option<&OverviewGroup>) {
        let place = group.and_then(|group| self.rows.iter().position(|row| row.group == *group));
        self.selected = place.unwrap_or(0);
        self.count_months();
    }

    fn count(&mut self) {
        let Some(Overview { today, households, .. }) = &self.overview else { return };
        self.rows = rows_by(households, self.by, *today);
        if let Some((measure, backwards)) = self.sorted_by {
            self.rows.sort_by_key(|row| Reverse(row.tally.count(measure)));
            if backwards {
                self.rows.reverse();
            }
        }
    }

    fn count_months(&mut self) {
        let Some(overview) = &self.overview else { return };
        self.months = match self.rows.get(self.selected) {
            Some(row) => {
                let of_row = row.households.iter().map(|place| &overview.households[*place]);
                let departed = overview.departed.iter().filter(|it| it.group(self.by) == row.group);
                months_of(of_row.chain(departed), overview.today)
            }
            None => months_of(overview.ever(), overview.today),
        };
    }

    fn show_by(&mut self, forward: bool) {
        let at = OverviewBy::ALL.iter().position(|by| *by == self.by).unwrap_or(0);
        let step = if forward { 1 } else { OverviewBy::ALL.len() - 1 };
        self.by = OverviewBy::ALL[(at + step) % OverviewBy::ALL.len()];
        self.count();
        self.select(None);
    }

    fn step_measure(&mut self, forward: bool) {
        let (at, last) = (self.measure as usize, OverviewMeasure::ALL.len() - 1);
        let next = if forward { (at + 1).min(last) } else { at.saturating_sub(1) };
        self.measure = OverviewMeasure::ALL[next];
    }

    /// Sorts by the selected column, the most first; again: the fewest first.
    fn sort(&mut self, backwards: bool) {
        let selected = self.selected_group().cloned();
        self.sorted_by = Some((self.measure, backwards));
        self.count();
        self.select(selected.as_ref());
    }

    fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.rows.len());
        self.count_months();
    }

    /// What is known of the selected contact; none where no contact is selected.
    fn selected_contact(&self) -> Option<&Contact> {
        let OverviewGroup::Contact(name) = self.selected_group()? else { return None };
        self.overview.as_ref()?.contacts.iter().find(|contact| contact.name.as_str() == name)
    }

    fn name_of(&self, words: &Words, place: usize) -> String {
        match self.rows.get(place) {
            Some(row) => group_words(words, &row.group, self.several_townships),
            None => words.t("overview-total"),
        }
    }

    /// The households behind the selected number; none where it is 0.
    fn these(&self, words: &Words) -> Option<These> {
        let Overview { today, households, .. } = self.overview.as_ref()?;
        let is_wanted = |place: &usize| households[*place].counts_as(self.measure, *today);
        let places: Vec<usize> = match self.rows.get(self.selected) {
            Some(row) => row.households.iter().copied().filter(is_wanted).collect(),
            None => (0..households.len()).filter(is_wanted).collect(),
        };
        let ids = places.into_iter().map(|place| households[place].row.id).collect();
        let (group, measure) = (self.name_of(words, self.selected), words.of(self.measure));
        These::new(words.with("overview-list", &[("group", &group), ("measure", &measure)]), ids)
    }
}
