//! A list of names to choose from, found by typing, in Chinese, pinyin or English: the command palette, the
//! fields of a roster.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::text::{Pinyin, fit, pad, pad_left, wrap};

use crate::tui::command::Command;
use crate::tui::keys::{BINDINGS, Chord, Context, bindings, hint};
use crate::tui::scene::{Scene, Surroundings, rest};

use crate::domain::id::HouseholdId;
use crate::tui::text_line::{Edited, TextLine};

/// Columns of the key, or of the place.
const HINT: usize = 20;

/// One thing as it is listed.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    pub value: T,
    pub name: String,
    /// What it is called in files and on the command line.
    pub code: &'static str,
    /// What else it is found by: its name in the other language, other words, its place.
    pub also: String,
    /// Stands at the right: its key, or what it is.
    pub hint: String,
}

/// What the palette finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A command of this screen.
    Command(Command),
    /// A command of another place.
    Elsewhere(Command, Context),
    Household(HouseholdId),
    Village(String),
    Contact(String),
}

/// The list and what is typed into it.
#[derive(Debug)]
pub struct Finder<T> {
    title: String,
    entries: Vec<Entry<T>>,
    /// What was found besides, for what is typed: it stands after the entries.
    more: Vec<Entry<T>>,
    query: TextLine,
    selected: usize,
}

/// Every command of the program: first those of this screen with their keys, then those of other places.
pub fn palette(words: &Words, context: Context) -> Finder<Found> {
    let other = Words::new(words.language().other());
    let moves = [
        Command::Up,
        Command::Down,
        Command::PageUp,
        Command::PageDown,
        Command::First,
        Command::Last,
        Command::Palette,
        Command::Confirm,
    ];
    let entry = |value: Found, command: Command, place: Option<Context>, hint: String| {
        let spoken = [words, &other];
        let places = place.map(|place| spoken.map(|words| words.of(place)).join(" "));
        let also = [other.of(command), spoken.map(|words| words.also(command)).join(" "), places.unwrap_or_default()];
        Entry { value, name: words.of(command), code: command.code(), also: also.join(" "), hint }
    };
    let own = bindings(context).map(|binding| (binding.command, None, hint(binding).to_string()));
    let elsewhere = BINDINGS.iter().filter(|binding| binding.context != context);
    let elsewhere = elsewhere.map(|binding| (binding.command, Some(binding.context), words.of(binding.context)));
    let mut entries: Vec<Entry<Found>> = Vec::new();
    let mut known: Vec<Command> = moves.to_vec();
    for (command, place, hint) in own.chain(elsewhere) {
        if !known.contains(&command) {
            known.push(command);
            let value = place.map_or(Found::Command(command), |place| Found::Elsewhere(command, place));
            entries.push(entry(value, command, place, hint));
        }
    }
    Finder::new(words.t("palette-title"), entries, 0)
}

impl<T: Clone> Finder<T> {
    pub fn new(title: String, entries: Vec<Entry<T>>, selected: usize) -> Self {
        Self { title, entries, more: Vec::new(), query: TextLine::default(), selected }
    }

    fn found(&self) -> Vec<&Entry<T>> {
        let query = self.query.text().trim().to_lowercase();
        if query.is_empty() {
            return self.entries.iter().chain(&self.more).collect();
        }
        let pinyin = Pinyin::new(&query, false);
        let names = |name: &str| {
            name.to_lowercase().contains(&query) || pinyin.as_ref().is_some_and(|pinyin| pinyin.find(name).is_some())
        };
        let fits = |entry: &&Entry<T>| {
            names(&entry.name) || names(&entry.also) || entry.code.replace('_', " ").contains(&query)
        };
        self.entries.iter().filter(fits).chain(&self.more).collect()
    }

    /// Takes what was found besides for what is typed.
    pub fn set_more(&mut self, more: Vec<Entry<T>>) {
        self.more = more;
    }

    /// What is typed to find an entry.
    pub fn query(&self) -> &str {
        self.query.text()
    }

    pub fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.found().len().saturating_sub(1));
    }

    /// The value of the selected entry; none where nothing is found.
    pub fn chosen(&self) -> Option<T> {
        self.found().get(self.selected).map(|entry| entry.value.clone())
    }

    /// A key that is no command: it narrows what is found.
    pub fn edit(&mut self, chord: Chord) {
        if self.query.edit(chord) == Edited::Changed {
            self.selected = 0;
        }
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let found = self.found();
        let height = u16::try_from(self.entries.len() + self.more.len() + 4)
            .unwrap_or(u16::MAX)
            .min(area.height.saturating_sub(2));
        let inside = scene.popup(area, 64, height, &self.title);
        let columns = usize::from(inside.width);
        self.query.draw(scene, inside, 0, "");
        if found.is_empty() {
            for (row, line) in wrap(&words.t("palette-none"), columns).into_iter().enumerate() {
                scene.put(inside, row + 2, Line::styled(line, look.theme.dim));
            }
        }
        let list = rest(inside, 2);
        scene.list("finder", list, (found.len(), Some(self.selected)), |at| {
            let entry = found[at];
            let name = pad(&entry.name, columns.saturating_sub(HINT), look.glyphs.ellipsis);
            let hint = fit(&entry.hint, HINT - 1, look.glyphs.ellipsis);
            let hint = Span::styled(pad_left(&hint, HINT, ""), look.theme.dim);
            let style = if at == self.selected { look.theme.selected } else { Style::new() };
            Line::from(vec![Span::raw(name), hint]).style(style)
        });
    }
}
