//! The command palette: every command of the screen, found by its name, in Chinese, pinyin or English.

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

/// One command as it is listed.
#[derive(Debug, Clone)]
struct Entry {
    command: Command,
    name: String,
    code: &'static str,
    keys: String,
}

/// The palette and what is typed into it.
#[derive(Debug)]
pub struct Palette {
    entries: Vec<Entry>,
    query: Input,
    selected: usize,
}

impl Palette {
    pub fn new(words: &Words, context: Context) -> Self {
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
            command: binding.command,
            name: words.of(binding.command),
            code: binding.command.code(),
            keys: hint(binding).to_string(),
        });
        Self { entries: entries.collect(), query: Input::default(), selected: 0 }
    }

    fn found(&self) -> Vec<&Entry> {
        let query = self.query.value().trim().to_lowercase();
        if query.is_empty() {
            return self.entries.iter().collect();
        }
        let pinyin = Pinyin::new(&query, false);
        let fits = |entry: &&Entry| {
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

    pub fn chosen(&self) -> Option<Command> {
        self.found().get(self.selected).map(|entry| entry.command)
    }

    pub fn edit(&mut self, chord: Chord) {
        if type_into(&mut self.query, chord) {
            self.selected = 0;
        }
    }

    pub fn draw(&self, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let found = self.found();
        let height = u16::try_from(self.entries.len() + 4).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = popup(frame, area, 52, height, &words.t("palette-title"), look);
        let columns = usize::from(inside.width);
        put_line(frame, inside, 0, Line::styled(pad(self.query.value(), columns, ""), look.theme.edit));
        let caret = u16::try_from(width(self.query.value()).min(columns)).unwrap_or(0);
        frame.set_cursor_position(Position::new(inside.x + caret, inside.y));
        let lines = usize::from(inside.height).saturating_sub(2);
        let top = top_of(self.selected, found.len(), lines);
        for (at, entry) in found.iter().enumerate().skip(top).take(lines) {
            let name = pad(&entry.name, columns.saturating_sub(12), look.glyphs.ellipsis);
            let keys = Span::styled(pad_left(&entry.keys, 12, ""), look.theme.dim);
            let style = if at == self.selected { look.theme.selected } else { Style::new() };
            put_line(frame, inside, at - top + 2, Line::from(vec![Span::raw(name), keys]).style(style));
        }
    }
}
