//! A list of names to choose from, found by typing, in Chinese, pinyin or English: the command palette, the
//! fields of a roster.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_input::Input;

use crate::i18n::Words;
use crate::text::{Pinyin, pad, pad_left, width};

use super::super::command::Command;
use super::super::keys::{Chord, Context, bindings, hint};
use super::super::theme::Look;
use super::super::widgets::{popup, put_line};
use super::{top_of, type_into};

/// One thing as it is listed.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    pub value: T,
    pub name: String,
    /// What it is called in files and on the command line.
    pub code: &'static str,
    /// Stands at the right: its key.
    pub hint: String,
}

/// The list and what is typed into it.
#[derive(Debug)]
pub struct Finder<T> {
    title: String,
    entries: Vec<Entry<T>>,
    query: Input,
    selected: usize,
}

/// Every command of a screen.
pub fn palette(words: &Words, context: Context) -> Finder<Command> {
    let moves = [
        Command::Up,
        Command::Down,
        Command::PageUp,
        Command::PageDown,
        Command::First,
        Command::Last,
        Command::Palette,
    ];
    let entries = bindings(context).filter(|binding| !moves.contains(&binding.command)).map(|binding| Entry {
        value: binding.command,
        name: words.of(binding.command),
        code: binding.command.code(),
        hint: hint(binding).to_string(),
    });
    Finder::new(words.t("palette-title"), entries.collect(), 0)
}

impl<T: Copy> Finder<T> {
    pub fn new(title: String, entries: Vec<Entry<T>>, selected: usize) -> Self {
        Self { title, entries, query: Input::default(), selected }
    }

    fn found(&self) -> Vec<&Entry<T>> {
        let query = self.query.value().trim().to_lowercase();
        if query.is_empty() {
            return self.entries.iter().collect();
        }
        let pinyin = Pinyin::new(&query, false);
        let fits = |entry: &&Entry<T>| {
            let is_named =
                || entry.name.to_lowercase().contains(&query) || entry.code.replace('_', " ").contains(&query);
            pinyin.as_ref().is_some_and(|pinyin| pinyin.find(&entry.name).is_some()) || is_named()
        };
        self.entries.iter().filter(fits).collect()
    }

    pub fn query(&self) -> &str {
        self.query.value()
    }

    pub fn step(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.found().len().saturating_sub(1));
    }

    pub fn chosen(&self) -> Option<T> {
        self.found().get(self.selected).map(|entry| entry.value)
    }

    pub fn edit(&mut self, chord: Chord) {
        if type_into(&mut self.query, chord) {
            self.selected = 0;
        }
    }

    pub fn draw(&self, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let found = self.found();
        let height = u16::try_from(self.entries.len() + 4).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = popup(frame, area, 52, height, &self.title, look);
        let columns = usize::from(inside.width);
        put_line(frame, inside, 0, Line::styled(pad(self.query.value(), columns, ""), look.theme.edit));
        let caret = u16::try_from(width(self.query.value()).min(columns)).unwrap_or(0);
        frame.set_cursor_position(Position::new(inside.x + caret, inside.y));
        let lines = usize::from(inside.height).saturating_sub(2);
        let top = top_of(self.selected, found.len(), lines);
        for (at, entry) in found.iter().enumerate().skip(top).take(lines) {
            let name = pad(&entry.name, columns.saturating_sub(12), look.glyphs.ellipsis);
            let hint = Span::styled(pad_left(&entry.hint, 12, ""), look.theme.dim);
            let style = if at == self.selected { look.theme.selected } else { Style::new() };
            put_line(frame, inside, at - top + 2, Line::from(vec![Span::raw(name), hint]).style(style));
        }
    }
}
