//! The home screen: who must be visited, by due date. Selection is kept by household, not by row.

mod choices;
mod faces;
pub mod groups;
mod keys;
mod marks;
mod preview;
mod rows;
mod search;
pub mod several;
mod shown;
pub mod view;
pub mod views;
mod welcome;

pub use faces::Home;

use groups::{GroupBy, Groups};
use marks::Marks;
use views::SavedViews;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::alert::AlertKind;
use crate::domain::codes::coded;
use crate::domain::due_counts::{DueCounts, MonthProgress};
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::month::Month;
use crate::domain::revisit::RevisitState;
use crate::ledger::{DueList, HouseholdFile, SeveralChanged};

use crate::tui::command::Command;
use crate::tui::filter::{Beside, Filter};
use crate::tui::keys::{Chord, Context};
use crate::tui::text_line::{Edited, TextLine};

coded! {
    /// The tabs of the home screen. Their words stand under `Tab-code`.
    Tab { Overdue = "overdue", Due = "due", Later = "later", All = "all" }
}

coded! {
    /// The orders of the list. Their words stand under `SortBy-code`.
    SortBy { Due = "due", Village = "village", Name = "name", LastVisit = "last_visit" }
}

/// The state of the list.
#[derive(Debug)]
pub struct Households {
    pub rows: Vec<DueRow>,
    inactive: Vec<DueRow>,
    /// The members besides the heads: name and ID number.
    members: HashMap<HouseholdId, Vec<(String, String)>>,
    /// The months of the last year in which each was visited.
    visited: HashMap<HouseholdId, Vec<Month>>,
    /// The whole list is here, not only its first rows.
    pub complete: bool,
    pub counts: DueCounts,
    pub progress: MonthProgress,
    pub today: NaiveDate,
    pub tab: Tab,
    pub sort: SortBy,
    /// The list stands the other way round.
    pub backwards: bool,
    /// None: the list stands in one.
    group_by: Option<GroupBy>,
    groups: Groups,
    views: SavedViews,
    pub filter: Filter,
    /// Only the households of this contact.
    pub mine: Option<String>,
    pub query: TextLine,
    /// The search line has the focus.
    pub typing: bool,
    shown: Vec<RowOf>,
    selected: Option<HouseholdId>,
    pub preview: Option<Box<HouseholdFile>>,
    pub(super) marks: Marks,
    /// What was done to several, to be taken back.
    last_change: Option<SeveralChanged>,
    /// How far the work on several is.
    pub(super) working: Option<(usize, usize)>,
}

/// Where a shown row lies; in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum RowOf {
    Active(usize),
    Inactive(usize),
}

impl Households {
    /// The first screen: its first rows and the counts, both by index.
    pub fn new(rows: Vec<DueRow>, counts: DueCounts, today: NaiveDate) -> Self {
        let tab = if counts.overdue > 0 {
            Tab::Overdue
        } else if counts.due > 0 {
            Tab::Due
        } else {
            Tab::All
        };
        let mut screen = Self {
            rows,
            inactive: Vec::new(),
            members: HashMap::new(),
            visited: HashMap::new(),
            complete: false,
            counts,
            progress: MonthProgress::default(),
            today,
            tab,
            sort: SortBy::Due,
            backwards: false,
            group_by: None,
            groups: Groups::default(),
            views: SavedViews::default(),
            filter: Filter::default(),
            mine: None,
            query: TextLine::default(),
            typing: false,
            shown: Vec::new(),
            selected: None,
            preview: None,
            marks: Marks::default(),
            last_change: None,
            working: None,
        };
        screen.refresh();
        screen
    }

    /// The whole list arrived, or arrived anew.
    pub fn take_list(&mut self, list: DueList) {
        self.rows = list.rows;
        self.inactive = list.inactive;
        self.members = list.members;
        self.visited = list.visited;
        self.complete = true;
        self.forget_marks_of_others();
        self.recount();
        self.refresh();
    }

    /// Another day: every state is told anew.
    pub fn turn_to(&mut self, today: NaiveDate) {
        self.today = today;
        self.recount();
        self.refresh();
    }

    /// Those that left the list, by code.
    pub fn departed(&self) -> &[DueRow] {
        &self.inactive
    }

    pub fn context(&self) -> Context {
        match self.working {
            Some(_) => Context::Working,
            None if self.typing => Context::Typing,
            None => Context::Households,
        }
    }

    /// The household that a key would act on.
    pub fn selected(&self) -> Option<&DueRow> {
        self.row(*self.shown.get(self.selected_index()?)?)
    }

    /// Commands that would do nothing as things are: nobody is chosen.
    pub fn out_of_place(&self) -> Vec<Command> {
        use Command::{Edit, LogVisit, Mark, MarkAll, MarkRange, Open, Sort, SortBackwards, WaterReport, WhyDue};
        let of_one = [Open, LogVisit, WhyDue, Edit, WaterReport, Sort, SortBackwards, Mark, MarkRange, MarkAll];
        let of_some: Vec<Command> = of_one.into_iter().filter(|it| self.marks.is_empty() || *it != Edit).collect();
        if self.selected().is_some() { Vec::new() } else { of_some }
    }

    /// Selects a household, where it is in the list.
    pub fn select(&mut self, id: HouseholdId) {
        self.selected = Some(id);
        self.refresh();
    }

    /// Its place among the rows that are shown.
    pub(super) fn selected_index(&self) -> Option<usize> {
        let id = self.selected?;
        self.shown.iter().position(|place| self.row(*place).is_some_and(|row| row.id == id))
    }

    fn row(&self, place: RowOf) -> Option<&DueRow> {
        match place {
            RowOf::Active(index) => self.rows.get(index),
            RowOf::Inactive(index) => self.inactive.get(index),
        }
    }

    /// Moves the selection by so many rows.
    pub fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        let at = self.selected_index().map_or(0, |at| at.saturating_add_signed(by).min(last));
        self.selected = self.shown.get(at).and_then(|place| self.row(*place)).map(|row| row.id);
    }

    pub fn step_tab(&mut self, forward: bool) {
        let at = Tab::ALL.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let step = if forward { 1 } else { Tab::ALL.len() - 1 };
        self.show_tab(Tab::ALL[(at + step) % Tab::ALL.len()]);
    }

    pub fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        self.selected = None;
        self.refresh();
    }

    /// Sorts by the next column.
    pub fn step_sort(&mut self) {
        let at = SortBy::ALL.iter().position(|sort| *sort == self.sort).unwrap_or(0);
        self.sort = SortBy::ALL[(at + 1) % SortBy::ALL.len()];
        self.backwards = false;
        self.refresh();
    }

    /// Turns the order round.
    pub fn sort_backwards(&mut self) {
        self.backwards = !self.backwards;
        self.refresh();
    }

    /// Opens the search line, with a first character if there is one.
    pub fn start_typing(&mut self, first: Option<char>) {
        self.typing = true;
        if let Some(c) = first {
            self.type_char(c);
        }
    }

    /// One more character of the search; a letter more of a name only narrows what was found.
    pub fn type_char(&mut self, c: char) {
        let letters = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase());
        let is_at_end = self.query.caret() == self.query.text().chars().count();
        let narrows = letters(self.query.text()) && c.is_ascii_lowercase() && is_at_end;
        if self.query.insert(c) == Edited::Changed {
            if narrows { self.narrow() } else { self.search_changed() }
        }
    }

    /// A key in the search line that is no command. Tells whether it did anything.
    pub fn edit_query(&mut self, chord: Chord) -> bool {
        if let Some(c) = chord.typed() {
            self.type_char(c);
            return true;
        }
        let edited = self.query.edit(chord);
        if edited == Edited::Changed {
            self.search_changed();
        }
        edited != Edited::Nothing
    }

    fn search_changed(&mut self) {
        // The best match is the one a person means.
        self.selected = None;
        self.refresh();
    }

    /// Only those behind a number of the overview.
    pub fn shows_these(&self) -> bool {
        self.filter.these.is_some()
    }

    /// Narrows the list to this, whatever the tab.
    pub fn show_only(&mut self, filter: Filter) {
        self.filter = filter;
        self.query.clear();
        self.typing = false;
        (self.tab, self.selected) = (Tab::All, None);
        self.filter_changed();
    }

    /// One step back: out of the search, out of the filters. Tells whether there was any.
    pub fn step_back(&mut self) -> bool {
        if self.typing || !self.query.text().is_empty() {
            self.typing = false;
            self.query.clear();
        } else if !self.marks.is_empty() {
            self.marks.clear();
        } else if !self.filter.is_empty() || self.mine.is_some() {
            self.filter = Filter::default();
            self.mine = None;
        } else {
            return false;
        }
        self.recount();
        self.refresh();
        true
    }

    /// The list is looked at anew after a filter changed.
    pub fn filter_changed(&mut self) {
        self.recount();
        self.refresh();
    }

    /// The alerts of a row; none while they are being computed.
    pub fn alerts_of<'r>(&self, row: &'r DueRow) -> &'r [AlertKind] {
        row.alerts_on(self.today).unwrap_or_default()
    }

    /// What of a household stands beside its row.
    pub(super) fn beside<'r>(&'r self, row: &'r DueRow) -> Beside<'r> {
        let visited = self.visited.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let groups = row.groups_on(self.today).unwrap_or_default();
        Beside { alerts: self.alerts_of(row), groups, visited }
    }

    /// What the filters let through, with another filter in place of the one that holds.
    pub fn would_admit(&self, filter: &Filter, row: &DueRow) -> bool {
        filter.admits(row, self.beside(row)) && self.mine.as_ref().is_none_or(|me| row.contact == *me)
    }

    fn admits(&self, row: &DueRow) -> bool {
        self.would_admit(&self.filter, row)
    }

    /// The households of the list that the filters let through, whatever the tab.
    pub(super) fn admitted(&self) -> impl Iterator<Item = &DueRow> {
        self.rows.iter().filter(|row| self.admits(row))
    }

    /// Counts follow the filters; before the whole list is here they are those of the index.
    fn recount(&mut self) {
        if !self.complete {
            return;
        }
        let rows = || self.rows.iter().filter(|row| self.admits(row));
        let counts = DueCounts::of(rows(), self.today);
        let progress = MonthProgress::of(rows(), self.today);
        (self.counts, self.progress) = (counts, progress);
    }

    /// The preview that should stand there and does not yet.
    pub fn wanted_preview(&self) -> Option<HouseholdId> {
        let id = self.selected()?.id;
        let shown = self.preview.as_ref().map(|file| file.household.id);
        (shown != Some(id)).then_some(id)
    }
}

fn is_in_tab(tab: Tab, row: &DueRow, today: NaiveDate) -> bool {
    let state = match tab {
        Tab::All => return true,
        Tab::Overdue => RevisitState::Overdue,
        Tab::Due => RevisitState::Due,
        Tab::Later => RevisitState::Later,
    };
    row.state(today) == state
}
