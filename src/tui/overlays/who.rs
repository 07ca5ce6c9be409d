//! Who am I: asked once, before the first save. A contact of the list, or a name that is typed.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use tui_input::Input;

use crate::domain::contact::ContactName;
use crate::text::{pad, width, wrap};

use super::ask::Ask;
use super::confirm::Agreed;
use super::type_into;
use crate::tui::command::Command;
use crate::tui::keys::Chord;
use crate::tui::list::step_from;
use crate::tui::scene::{Scene, Surroundings};

/// What was being done when it was asked who is here, and goes on once that is known.
#[derive(Debug)]
pub enum Then {
    Nothing,
    /// The key's command is given again.
    Command(Command),
    /// What was agreed to is done.
    Agreed(Agreed),
    /// The question is asked.
    Ask(Box<Ask>),
}

/// The question, what is typed, and what was being done when it came up.
#[derive(Debug)]
pub struct Who {
    contacts: Vec<ContactName>,
    name: Input,
    selected: Option<usize>,
    /// Done once it is known who.
    pub then: Then,
}

impl Who {
    pub fn new(contacts: Vec<ContactName>, then: Then) -> Self {
        Self { contacts, name: Input::default(), selected: None, then }
    }

    pub fn name(&self) -> &str {
        self.name.value()
    }

    pub fn step(&mut self, by: isize) {
        self.selected = (!self.contacts.is_empty()).then(|| step_from(self.selected, by, self.contacts.len()));
    }

    pub fn edit(&mut self, chord: Chord) {
        if type_into(&mut self.name, chord) {
            self.selected = None;
        }
    }

    /// The one who is meant; none while nothing is typed or selected.
    pub fn chosen(&self) -> Option<ContactName> {
        match self.selected {
            Some(at) => self.contacts.get(at).cloned(),
            None => ContactName::parse(self.name.value()),
        }
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let columns = 50.min(area.width.saturating_sub(4));
        let question = wrap(&words.t("who-question"), usize::from(columns).saturating_sub(4));
        let wanted = question.len() + self.contacts.len() + 5;
        let height = u16::try_from(wanted).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        let inside = scene.popup(area, columns, height, &words.t("who-title"));
        for (row, line) in question.iter().enumerate() {
            scene.put(inside, row, Line::from(line.clone()));
        }
        let row = question.len() + 1;
        let room = usize::from(inside.width);
        scene.put(inside, row, Line::styled(pad(self.name.value(), room, ""), look.theme.edit));
        let caret = u16::try_from(width(self.name.value()).min(room)).unwrap_or(0);
        let caret_row = u16::try_from(row).unwrap_or(0);
        scene.frame.set_cursor_position(Position::new(inside.x + caret, inside.y + caret_row));
        let lines = usize::from(inside.height).saturating_sub(row + 1);
        let top = scene.top_of("who", self.selected.unwrap_or(0), self.contacts.len(), lines);
        for (at, contact) in self.contacts.iter().enumerate().skip(top).take(lines) {
            let style = if self.selected == Some(at) { look.theme.selected } else { Style::new() };
            let line = Line::styled(pad(contact.as_str(), room, look.glyphs.ellipsis), style);
            scene.put_choice(inside, row + 1 + at - top, line, at, self.selected);
        }
    }
}
