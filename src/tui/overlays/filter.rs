//! Narrowing the list by village, contact, class, alert: everything there is to choose, found by typing,
//! with counts that follow the other choices.

use std::collections::BTreeMap;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::Input;

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::i18n::Words;
use crate::text::{Pinyin, count_key, pad, pad_left, pinyin_key, width};

use super::type_into;
use crate::tui::keys::Chord;
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::screens::households::{Filter, Households};

/// One thing to narrow by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    Everything,
    Left,
    Drafts,
    Class(HouseholdClass),
    Alert(AlertKind),
    Village(String),
    Contact(String),
}

/// The list of choices, and what is typed to find one.
#[derive(Debug)]
pub struct FilterList {
    choices: Vec<(Choice, usize)>,
    /// What each choice is called, in the order of the choices.
    names: Vec<String>,
    query: Input,
    selected: usize,
    filter: Filter,
}

/// The filter without what it says in the dimension of a choice.
fn without(filter: &Filter, choice: &Choice) -> Filter {
    let mut filter = filter.clone();
    match choice {
        Choice::Class(_) => filter.class = None,
        Choice::Alert(_) => filter.alert = None,
        Choice::Village(_) => filter.village = None,
        Choice::Contact(_) => filter.contact = None,
        Choice::Drafts => filter.drafts = false,
        Choice::Everything | Choice::Left => filter = Filter::default(),
    }
    filter
}

impl FilterList {
    pub fn new(home: &Households, words: &Words) -> Self {
        let mut list = Self {
            choices: Vec::new(),
            names: Vec::new(),
            query: Input::default(),
            selected: 0,
            filter: home.filter.clone(),
        };
        list.recount(home, words);
        list
    }

    /// Counts anew: each choice as the other dimensions of the filter let households through.
    pub fn recount(&mut self, home: &Households, words: &Words) {
        let mut counts: BTreeMap<Choice, usize> = BTreeMap::new();
        let by = |choice: &Choice| without(&self.filter, choice);
        let of_class = by(&Choice::Class(HouseholdClass::General));
        let of_alert = self.filter.alert.map_or_else(|| self.filter.clone(), |alert| by(&Choice::Alert(alert)));
        let (of_village, of_contact) = (by(&Choice::Village(String::new())), by(&Choice::Contact(String::new())));
        let of_drafts = by(&Choice::Drafts);
        for row in &home.rows {
            let mut add = |choice: Choice, is_let: bool| *counts.entry(choice).or_default() += usize::from(is_let);
            add(Choice::Class(row.class), home.would_let(&of_class, row));
            for kind in home.alerts_of(row) {
                add(Choice::Alert(*kind), home.would_let(&of_alert, row));
            }
            if !row.village.is_empty() {
                add(Choice::Village(row.village.clone()), home.would_let(&of_village, row));
            }
            if !row.contact.is_empty() {
                add(Choice::Contact(row.contact.clone()), home.would_let(&of_contact, row));
            }
            if row.has_draft {
                add(Choice::Drafts, home.would_let(&of_drafts, row));
            }
        }
        let first = [(Choice::Everything, home.rows.len()), (Choice::Left, home.left().len())];
        let first = first.into_iter().filter(|(choice, count)| *choice == Choice::Everything || *count > 0);
        let mut choices: Vec<(Choice, usize)> = counts.into_iter().collect();
        choices.sort_by_cached_key(|(choice, _)| (kind_of(choice), key_of(choice)));
        self.choices = first.chain(choices).collect();
        self.names = self.choices.iter().map(|(choice, _)| name_of(choice, words)).collect();
    }

    pub fn query(&self) -> &str {
        self.query.value()
    }

    pub fn edit(&mut self, chord: Chord) {
        if type_into(&mut self.query, chord) {
            self.selected = 0;
        }
    }

    /// The places of the choices that what is typed finds, in Chinese or pinyin.
    fn found(&self) -> Vec<usize> {
        let query = self.query.value().trim().to_lowercase();
        let pinyin = Pinyin::new(&query, true);
        let fits = |name: &str| {
            name.to_lowercase().contains(&query) || pinyin.as_ref().is_some_and(|pinyin| pinyin.find(name).is_some())
        };
        (0..self.choices.len()).filter(|at| self.names.get(*at).is_some_and(|name| fits(name))).collect()
    }

    pub fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.found().len().saturating_sub(1));
    }

    /// Turns the selected choice on or off; gives the filter that follows.
    pub fn toggle(&mut self) -> Filter {
        let found = self.found();
        let chosen = found.get(self.selected).and_then(|at| self.choices.get(*at));
        let Some((choice, _)) = chosen else { return self.filter.clone() };
        let on = !self.is_on(choice);
        match choice.clone() {
            Choice::Everything => self.filter = Filter::default(),
            Choice::Left => self.filter.left = on,
            Choice::Drafts => self.filter.drafts = on,
            Choice::Class(class) => self.filter.class = on.then_some(class),
            Choice::Alert(alert) => self.filter.alert = on.then_some(alert),
            Choice::Village(village) => self.filter.village = on.then_some(village),
            Choice::Contact(contact) => self.filter.contact = on.then_some(contact),
        }
        self.filter.clone()
    }

    fn is_on(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Everything => self.filter.is_empty(),
            Choice::Left => self.filter.left,
            Choice::Drafts => self.filter.drafts,
            Choice::Class(class) => self.filter.class == Some(*class),
            Choice::Alert(alert) => self.filter.alert == Some(*alert),
            Choice::Village(village) => self.filter.village.as_ref() == Some(village),
            Choice::Contact(contact) => self.filter.contact.as_ref() == Some(contact),
        }
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let found = self.found();
        let height = u16::try_from(self.choices.len() + 4).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = scene.popup(area, 50, height, &words.t("filter-title"));
        let columns = usize::from(inside.width);
        let typed = if self.query.value().is_empty() { words.t("filter-hint") } else { self.query.value().to_owned() };
        let style = if self.query.value().is_empty() { look.theme.dim } else { look.theme.edit };
        scene.put(inside, 0, Line::styled(pad(&typed, columns, look.glyphs.ellipsis), style));
        let caret = u16::try_from(width(self.query.value()).min(columns)).unwrap_or(0);
        scene.frame.set_cursor_position(Position::new(inside.x + caret, inside.y));
        if found.is_empty() {
            scene.put(inside, 2, Line::styled(words.t("filter-none"), look.theme.dim));
        }
        let lines = usize::from(inside.height).saturating_sub(2);
        let top = scene.top_of("filter", self.selected, found.len(), lines);
        for (row, at) in found.iter().enumerate().skip(top).take(lines) {
            let Some((choice, count)) = self.choices.get(*at) else { continue };
            let kind = match choice {
                Choice::Everything | Choice::Left | Choice::Drafts => String::new(),
                Choice::Class(_) => words.t("column-class"),
                Choice::Alert(_) => words.t("filter-alert"),
                Choice::Village(_) => words.t("filter-village"),
                Choice::Contact(_) => words.t("filter-contact"),
            };
            let mark = if self.is_on(choice) { look.glyphs.ticked } else { " " };
            let name = self.names.get(*at).map(String::as_str).unwrap_or_default();
            let line = Line::from(vec![
                Span::styled(format!("{mark} "), look.theme.accent),
                Span::styled(pad(&kind, 9, look.glyphs.ellipsis), look.theme.dim),
                Span::raw(pad(name, columns.saturating_sub(18), look.glyphs.ellipsis)),
                Span::styled(pad_left(&count.to_string(), 7, ""), look.theme.dim),
            ]);
            let style = if row == self.selected { look.theme.selected } else { Style::new() };
            scene.put_choice(inside, row - top + 2, line.style(style), row, Some(self.selected));
        }
    }
}

/// The order of the dimensions.
const fn kind_of(choice: &Choice) -> u8 {
    match choice {
        Choice::Everything | Choice::Left | Choice::Drafts => 0,
        Choice::Class(_) => 1,
        Choice::Alert(_) => 2,
        Choice::Village(_) => 3,
        Choice::Contact(_) => 4,
    }
}

/// The order within a dimension: of places as people count, of persons by pinyin.
fn key_of(choice: &Choice) -> (usize, String) {
    match choice {
        Choice::Class(class) => (*class as usize, String::new()),
        Choice::Alert(alert) => (*alert as usize, String::new()),
        Choice::Village(village) => (0, count_key(village)),
        Choice::Contact(contact) => (0, pinyin_key(contact)),
        Choice::Everything | Choice::Left | Choice::Drafts => (0, String::new()),
    }
}

fn name_of(choice: &Choice, words: &Words) -> String {
    match choice {
        Choice::Everything => words.t("filter-everything"),
        Choice::Left => words.t("filter-left"),
        Choice::Drafts => words.t("filter-drafts"),
        Choice::Class(class) => words.of(*class),
        Choice::Alert(alert) => words.of(*alert),
        Choice::Village(village) => village.clone(),
        Choice::Contact(contact) => contact.clone(),
    }
}
