//! The one line of text that a list or a window has to type into.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::{Input, InputRequest};

use super::keys::{Chord, editing};
use super::scene::Scene;
use crate::domain::clean::is_unwanted;
use crate::text::{pad, tail, width};

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
        let request = match (editing(chord), chord.typed()) {
            (Some(request), _) => request,
            (None, Some(c)) => return self.insert(c),
            (None, None) => return Edited::Nothing,
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

    /// The part of it that is seen in so many columns, and the column of the caret in it: the caret
    /// is always in sight, and an ellipsis stands for what is not.
    pub fn seen(&self, columns: usize, ellipsis: &str) -> (String, usize) {
        let text = self.text();
        let caret = text.char_indices().nth(self.caret()).map_or(text.len(), |(at, _)| at);
        let (before, after) = text.split_at(caret);
        let room = columns.saturating_sub(2 + width(ellipsis));
        if width(text) < columns || width(before) <= room {
            return (pad(text, columns, ellipsis), width(before).min(columns));
        }
        let start = tail(before, room, ellipsis);
        (pad(&format!("{start}{after}"), columns, ellipsis), width(&start))
    }

    /// Draws it with its caret; while nothing is typed, what can be.
    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect, row: usize, hint: &str) {
        let look = scene.around.look;
        let room = usize::from(area.width);
        let (shown, column) = self.seen(room, look.glyphs.ellipsis);
        let line = match (self.is_empty(), hint) {
            (true, hint) if !hint.is_empty() => Line::styled(pad(hint, room, look.glyphs.ellipsis), look.theme.dim),
            _ => Line::styled(shown, look.theme.edit),
        };
        scene.put(area, row, line);
        let column = u16::try_from(column).unwrap_or(0);
        let row = u16::try_from(row).unwrap_or(0);
        scene.frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::Key;

    /// What stands at a column of a line.
    fn at_column(line: &str, column: usize) -> Option<char> {
        line.chars()
            .scan(0, |used, c| Some((std::mem::replace(used, *used + width(&c.to_string())), c)))
            .find(|(start, _)| *start == column)
            .map(|(_, c)| c)
    }

    #[test]
    fn wherever_the_caret_is_in_a_long_line_the_character_it_stands_before_is_seen_under_it() {
        for text in ["/home/王小明/花名册/石桥村三组.xlsx", "石桥村三组的花名册", "plain.csv", ""] {
            for columns in 6..45 {
                let mut line = TextLine::new(text.to_owned());
                for caret in (0..=text.chars().count()).rev() {
                    let (shown, column) = line.seen(columns, "…");
                    let expected = text.chars().nth(caret).unwrap_or(' ');
                    assert_eq!(width(&shown), columns, "{text} {columns} {caret}");
                    assert!(column + width(&expected.to_string()) <= columns, "{text} {columns} {caret}: {shown}");
                    assert_eq!(at_column(&shown, column), Some(expected), "{text} {columns} {caret}: {shown}");
                    line.edit(Chord::plain(Key::Left));
                }
            }
        }
    }
}
