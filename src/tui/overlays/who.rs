//! Who am I: asked once, before the first save. A contact of the list, or a name that is typed.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::contact::ContactName;
use crate::text::{pad, wrap};

use super::ask::Ask;
use super::confirm::Agreed;
use crate::tui::command::Command;
use crate::tui::keys::Chord;
use crate::tui::list::step_from;
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::text_line::{Edited, TextLine};

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
    name: TextLine,
    selected: Option<usize>,
    /// Done once it is known who.
    pub then: Then,
}

impl Who {
    pub fn new(contacts: Vec<ContactName>, then: Then) -> Self {
        Self { contacts, name: TextLine::default(), selected: None, then }
    }

    /// The name that is typed.
    pub fn name(&self) -> &str {
        self.name.text()
    }

    pub fn step(&mut self, by: isize) {
        self.selected = (!self.contacts.is_empty()).then(|| step_from(self.selected, by, self.contacts.len()));
    }

    /// A key that is no command: what is typed is meant, and nobody of the list.
    pub fn edit(&mut self, chord: Chord) {
        if self.name.edit(chord) == Edited::Changed {
            self.selected = None;
        }
    }

    /// The one who is meant; none while nothing is typed or selected.
    pub fn chosen(&self) -> Option<ContactName> {
        match self.selected {
            Some(at) => self.contacts.get(at).cloned(),
            None => ContactName::parse(self.name.text()),
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
        self.name.draw(scene, inside, row, "");
        scene.list("who", rest(inside, row + 1), (self.contacts.len(), self.selected), |at| {
            let style = if self.selected == Some(at) { look.theme.selected } else { Style::new() };
            Line::styled(pad(self.contacts[at].as_str(), room, look.glyphs.ellipsis), style)
        });
    }
}
