//! The one line of text that a list or a window has to type into.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::{Input, InputRequest};

use super::keys::{Chord, Key};
use super::scene::Scene;
use crate::domain::clean::is_unwanted;
use crate::text::{pad, width};

/// What is typed, and where the caret stands.
#[derive(Debug, Clone, Default)]
pub struct TextLine {
    input: Input,
}

/// What a key did to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// It is no key for a line.
    Nothing,
    Moved,
    Changed,
}

impl TextLine {
    /// A line with a text, the caret at its end.
    pub fn new(text: String) -> Self {
        Self { input: Input::new(text) }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// A key that is no command here.
    pub fn edit(&mut self, chord: Chord) -> Edited {
        let request = match (chord.key, chord.typed()) {
            (Key::Backspace, _) => InputRequest::DeletePrevChar,
            (Key::Delete, _) => InputRequest::DeleteNextChar,
            (Key::Left, _) => InputRequest::GoToPrevChar,
            (Key::Right, _) => InputRequest::GoToNextChar,
            (Key::Home, _) => InputRequest::GoToStart,
            (Key::End, _) => InputRequest::GoToEnd,
            _ if chord == Chord::ctrl(Key::Char('u')) => InputRequest::DeleteLine,
            (_, Some(c)) => return self.insert(c),
            _ => return Edited::Nothing,
        };
        if self.input.handle(request).is_some_and(|change| change.value) { Edited::Changed } else { Edited::Moved }
    }

    /// One character at the caret; a control character is none.
    pub fn insert(&mut self, c: char) -> Edited {
        if is_unwanted(c) {
            return Edited::Nothing;
        }
        self.input.handle(InputRequest::InsertChar(c));
        Edited::Changed
    }

    /// How many characters stand before the caret.
    pub fn caret(&self) -> usize {
        self.input.cursor()
    }

    /// How many columns stand before the caret.
    pub fn columns_before(&self) -> usize {
        let before: String = self.text().chars().take(self.caret()).collect();
        width(&before)
    }

    /// Draws it with its caret; while nothing is typed, what can be.
    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect, row: usize, hint: &str) {
        let look = scene.around.look;
        let room = usize::from(area.width);
        let (text, style) = if self.is_empty() { (hint, look.theme.dim) } else { (self.text(), look.theme.edit) };
        let shown = pad(text, room, look.glyphs.ellipsis);
        scene.put(area, row, Line::styled(shown, if hint.is_empty() { look.theme.edit } else { style }));
        let column = u16::try_from(self.columns_before().min(room)).unwrap_or(0);
        let row = u16::try_from(row).unwrap_or(0);
        scene.frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    }
}
