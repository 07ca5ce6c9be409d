//! Narrowing the list by village, contact, class, alert: everything there is to choose, found by typing,
//! with counts that follow the other choices.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::policy::Policy;
use crate::i18n::Words;
use crate::report::groups::group_name;
use crate::text::{Pinyin, count_key, pad, pad_left, pinyin_key};

use crate::tui::filter::{Choice, Filter};
use crate::tui::keys::Chord;
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::text_line::{Edited, TextLine};

/// The list of choices, and what is typed to find one.
#[derive(Debug)]
pub struct FilterList {
    choices: Vec<(Choice, usize)>,
    /// What each choice is called, in the order of the choices.
    names: Vec<String>,
    /// And what kind of thing each is.
    kinds: Vec<String>,
    query: TextLine,
    selected: usize,
    filter: Filter,
}

impl FilterList {
    /// The choices with how many households each admits, and the filter that holds.
    pub fn new(filter: Filter, choices: Vec<(Choice, usize)>, words: &Words, policy: &Policy) -> Self {
        let mut list = Self {
            choices: Vec::new(),
            names: Vec::new(),
            kinds: Vec::new(),
            query: TextLine::default(),
            selected: 0,
            filter,
        };
        list.recount(choices, words, policy);
        list
    }

    /// Takes the choices anew, as the filter that holds now counts them.
    pub fn recount(&mut self, mut choices: Vec<(Choice, usize)>, words: &Words, policy: &Policy) {
        choices.sort_by_cached_key(|(choice, _)| (kind_of(choice), key_of(choice, policy)));
        self.names = choices.iter().map(|(choice, _)| name_of(choice, words, policy)).collect();
        self.kinds = choices.iter().map(|(choice, _)| kind_words(choice, words)).collect();
        self.choices = choices;
    }

    /// What is typed to find a choice.
    pub fn query(&self) -> &str {
        self.query.text()
    }

    /// A key that is no command: it narrows what is found.
    pub fn edit(&mut self, chord: Chord) {
        if self.query.edit(chord) == Edited::Changed {
            self.selected = 0;
        }
    }

    /// The places of the choices that what is typed finds, in Chinese or pinyin.
    fn found(&self) -> Vec<usize> {
        let query = self.query.text().trim().to_lowercase();
        let pinyin = Pinyin::new(&query, true);
        let fits = |name: &str| {
            name.to_lowercase().contains(&query) || pinyin.as_ref().is_some_and(|pinyin| pinyin.find(name).is_some())
        };
        (0..self.choices.len()).filter(|at| fits(&self.names[*at]) || fits(&self.kinds[*at])).collect()
    }

    pub fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.found().len().saturating_sub(1));
    }

    /// Turns the selected choice on or off; gives the filter that follows.
    pub fn toggle(&mut self) -> Filter {
        let found = self.found();
        if let Some((choice, _)) = found.get(self.selected).and_then(|at| self.choices.get(*at)) {
            self.filter.toggle(choice);
        }
        self.filter.clone()
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let found = self.found();
        let height = u16::try_from(self.choices.len() + 4).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = scene.popup(area, 50, height, &words.t("filter-title"));
        let columns = usize::from(inside.width);
        self.query.draw(scene, inside, 0, &words.t("filter-hint"));
        if found.is_empty() {
            scene.put(inside, 2, Line::styled(words.t("filter-none"), look.theme.dim));
        }
        let list = rest(inside, 2);
        scene.list("filter", list, (found.len(), Some(self.selected)), |row| {
            let at = found[row];
            let (choice, count) = &self.choices[at];
            let kind = self.kinds.get(at).map(String::as_str).unwrap_or_default();
            let mark = if self.filter.is_on(choice) { look.glyphs.ticked } else { " " };
            let name = self.names.get(at).map(String::as_str).unwrap_or_default();
            let line = Line::from(vec![
                Span::styled(format!("{mark} "), look.theme.accent),
                Span::styled(pad(kind, 9, look.glyphs.ellipsis), look.theme.dim),
                Span::raw(pad(name, columns.saturating_sub(18), look.glyphs.ellipsis)),
                Span::styled(pad_left(&count.to_string(), 7, ""), look.theme.dim),
            ]);
            let style = if row == self.selected { look.theme.selected } else { Style::new() };
            line.style(style)
        });
    }
}

/// What kind of thing it is, in words.
fn kind_words(choice: &Choice, words: &Words) -> String {
    match choice {
        Choice::Everything | Choice::Departed | Choice::Drafts => String::new(),
        Choice::Class(_) => words.t("column-class"),
        Choice::Alert(_) => words.t("filter-alert"),
        Choice::Group(_) => words.t("filter-group"),
        Choice::Village(_) => words.t("filter-village"),
        Choice::Contact(_) => words.t("filter-contact"),
        Choice::DueIn(_) => words.t("filter-due-in"),
        Choice::VisitedIn(_) => words.t("filter-visited-in"),
    }
}

/// The order of the dimensions; everything comes first, then those that left.
const fn kind_of(choice: &Choice) -> u8 {
    match choice {
        Choice::Everything | Choice::Departed | Choice::Drafts => 0,
        Choice::Class(_) => 1,
        Choice::Alert(_) => 2,
        Choice::Group(_) => 3,
        Choice::Village(_) => 4,
        Choice::DueIn(_) => 5,
        Choice::VisitedIn(_) => 6,
        Choice::Contact(_) => 7,
    }
}

/// The order within a dimension: of places as people count, of persons by pinyin.
fn key_of(choice: &Choice, policy: &Policy) -> (usize, String) {
    match choice {
        Choice::Class(class) => (*class as usize, String::new()),
        Choice::Alert(alert) => (*alert as usize, String::new()),
        Choice::Group(id) => {
            let place = policy.groups.iter().position(|group| group.id == *id);
            (place.unwrap_or(usize::MAX), id.clone())
        }
        Choice::Village(village) => (0, count_key(village)),
        Choice::Contact(contact) => (0, pinyin_key(contact)),
        Choice::DueIn(month) | Choice::VisitedIn(month) => (0, month.to_string()),
        Choice::Everything | Choice::Departed | Choice::Drafts => (0, String::new()),
    }
}

fn name_of(choice: &Choice, words: &Words, policy: &Policy) -> String {
    match choice {
        Choice::Everything => words.t("filter-everything"),
        Choice::Departed => words.t("filter-left"),
        Choice::Drafts => words.t("filter-drafts"),
        Choice::Class(class) => words.of(*class),
        Choice::Alert(alert) => words.of(*alert),
        Choice::Group(id) => group_name(words, policy, id),
        Choice::Village(village) => village.clone(),
        Choice::Contact(contact) => contact.clone(),
        Choice::DueIn(month) | Choice::VisitedIn(month) => month.to_string(),
    }
}
