//! A text with a caret, and what was undone: editing for every field that is typed into. The keys are
//! those of the one table; the moving and deleting by whole characters is the library's.

use tui_input::{Input, InputRequest};

use crate::domain::clean::is_unwanted;
use crate::text::{caret_at, caret_place, wrap_ranges};

use super::Pressed;
use crate::tui::keys::{Chord, editing};

/// The longest value of a field, in characters: several pages of a note.
pub const MAX_CHARS: usize = 5000;
/// Steps back that are remembered.
const MAX_UNDO: usize = 200;

/// A text and where the caret stood in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Snapshot {
    text: String,
    caret: usize,
}

/// The text of one field.
#[derive(Debug, Clone, Default)]
pub struct TextInput {
    input: Input,
    undone: Vec<Snapshot>,
    before: Vec<Snapshot>,
    /// The caret was moved, or something changed, since the field was entered.
    is_touched: bool,
    /// The last change typed a character that the next one goes on from: they are undone together.
    is_in_word: bool,
}

impl TextInput {
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), ..Self::default() }
    }

    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The caret's column, as long as the text is one line.
    pub fn column(&self) -> usize {
        self.input.visual_cursor()
    }

    /// The caret's line and column in the text wrapped to so many columns.
    pub fn place(&self, columns: usize) -> (usize, usize) {
        caret_place(self.text(), columns, self.caret_byte())
    }

    /// The field is entered: its end is seen.
    pub fn caret_to_end(&mut self) {
        self.input.handle(InputRequest::GoToEnd);
        self.is_in_word = false;
        self.is_touched = false;
    }

    /// Something was typed: what is filled in next does not replace it.
    pub const fn is_touched(&self) -> bool {
        self.is_touched
    }

    /// Puts another text in place of this one; it can be undone.
    pub fn replace(&mut self, text: &str) {
        if text != self.text() {
            self.remember();
            self.input = Input::new(text.to_owned());
        }
    }

    /// One character at the caret; refused where there is no room.
    pub fn insert(&mut self, c: char) -> Pressed {
        if is_unwanted(c) && c != '\n' {
            return Pressed::Ignored;
        }
        if self.room() == 0 {
            return Pressed::Full;
        }
        if !self.is_in_word {
            self.remember();
        }
        self.input.handle(InputRequest::InsertChar(c));
        self.is_in_word = c.is_alphanumeric();
        Pressed::Changed
    }

    /// Inserts many characters as one change: all of them, or none where there is no room.
    pub fn insert_all(&mut self, text: impl Iterator<Item = char>) -> Pressed {
        let room = self.room();
        let taken: String = text.filter(|c| !is_unwanted(*c) || *c == '\n').take(room + 1).collect();
        let count = taken.chars().count();
        if count > room {
            return Pressed::Full;
        }
        let (at, caret) = (self.caret_byte(), self.input.cursor());
        let (before, after) = (self.text().get(..at).unwrap_or_default(), self.text().get(at..).unwrap_or_default());
        let whole = format!("{before}{taken}{after}");
        self.remember();
        self.input = Input::new(whole).with_cursor(caret + count);
        self.is_in_word = false;
        Pressed::Changed
    }

    /// How many characters more it takes.
    fn room(&self) -> usize {
        MAX_CHARS.saturating_sub(self.text().chars().count())
    }

    /// A key that moves or deletes.
    pub fn press(&mut self, chord: Chord) -> Pressed {
        let Some(request) = editing(chord) else { return Pressed::Ignored };
        let before = self.snapshot();
        self.is_in_word = false;
        self.is_touched = true;
        match self.input.handle(request) {
            Some(change) if change.value => {
                self.push(before);
                Pressed::Changed
            }
            Some(_) => Pressed::Moved,
            None => Pressed::Ignored,
        }
    }

    /// Moves the caret by lines as they are drawn; false at the first and the last.
    pub fn step_line(&mut self, by: isize, columns: usize) -> bool {
        let (row, column) = self.place(columns);
        let last = wrap_ranges(self.text(), columns).len() - 1;
        let Some(wanted) = row.checked_add_signed(by).filter(|wanted| *wanted <= last) else { return false };
        self.set_caret(caret_at(self.text(), columns, wanted, column));
        true
    }

    /// Puts the caret at the beginning or the end of its drawn line.
    pub fn go_to_line_edge(&mut self, end: bool, columns: usize) -> bool {
        let (row, _) = self.place(columns);
        self.set_caret(caret_at(self.text(), columns, row, if end { columns } else { 0 }));
        true
    }

    fn set_caret(&mut self, byte: usize) {
        let chars = self.text().char_indices().take_while(|(at, _)| *at < byte).count();
        self.input.handle(InputRequest::SetCursor(chars));
        self.is_in_word = false;
    }

    /// Takes the last word or deletion back.
    pub fn undo(&mut self) -> Pressed {
        let Some(before) = self.before.pop() else { return Pressed::Ignored };
        self.undone.push(self.snapshot());
        self.restore(before)
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> Pressed {
        let Some(after) = self.undone.pop() else { return Pressed::Ignored };
        self.before.push(self.snapshot());
        self.restore(after)
    }

    fn restore(&mut self, snapshot: Snapshot) -> Pressed {
        self.input = Input::new(snapshot.text).with_cursor(snapshot.caret);
        self.is_in_word = false;
        self.is_touched = true;
        Pressed::Changed
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot { text: self.text().to_owned(), caret: self.input.cursor() }
    }

    fn remember(&mut self) {
        self.push(self.snapshot());
    }

    fn push(&mut self, snapshot: Snapshot) {
        self.undone.clear();
        self.before.push(snapshot);
        if self.before.len() > MAX_UNDO {
            self.before.remove(0);
        }
    }

    fn caret_byte(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(byte, _)| byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::Key;

    fn typed(input: &mut TextInput, text: &str) {
        text.chars().for_each(|c| assert_eq!(input.insert(c), Pressed::Changed));
    }

    #[test]
    fn a_word_is_undone_at_once_and_comes_back() {
        let mut input = TextInput::default();
        typed(&mut input, "慢病证过期，已联系");
        assert_eq!(input.undo(), Pressed::Changed);
        assert_eq!(input.text(), "慢病证过期，");
        input.undo();
        assert_eq!(input.text(), "");
        assert_eq!(input.undo(), Pressed::Ignored);
        input.redo();
        input.redo();
        assert_eq!(input.text(), "慢病证过期，已联系");
        assert_eq!(input.redo(), Pressed::Ignored);
    }

    #[test]
    fn what_is_typed_after_an_undo_ends_the_way_back() {
        let mut input = TextInput::default();
        typed(&mut input, "a,b");
        input.undo();
        typed(&mut input, "c");
        assert_eq!((input.redo(), input.text()), (Pressed::Ignored, "a,c"));
    }

    #[test]
    fn what_does_not_fit_is_refused_whole_and_nothing_is_cut() {
        let mut input = TextInput::default();
        assert_eq!(input.insert_all("字".repeat(MAX_CHARS - 1).chars()), Pressed::Changed);
        assert_eq!(input.insert_all("一二".chars()), Pressed::Full);
        assert_eq!(input.insert('末'), Pressed::Changed);
        assert_eq!((input.insert('多'), input.text().chars().count()), (Pressed::Full, MAX_CHARS));
        assert!(input.text().ends_with("字末"));
        let begun = std::time::Instant::now();
        assert_eq!(TextInput::default().insert_all("长".repeat(4_000_000).chars()), Pressed::Full);
        assert!(begun.elapsed() < std::time::Duration::from_millis(500), "ten megabytes are not read through");
    }

    #[test]
    fn a_deleting_is_undone_too() {
        let mut input = TextInput::new("慢病证");
        input.press(Chord::plain(Key::Backspace));
        input.press(Chord::plain(Key::Home));
        input.press(Chord::plain(Key::Delete));
        assert_eq!(input.text(), "病");
        input.undo();
        input.undo();
        assert_eq!(input.text(), "慢病证");
    }

    #[test]
    fn the_caret_steps_by_drawn_lines() {
        let mut input = TextInput::new("慢病证过期，已经\n联系");
        assert_eq!(input.place(8), (2, 4));
        assert!(input.step_line(-1, 8));
        assert_eq!(input.place(8), (1, 4));
        assert!(input.step_line(-1, 8) && !input.step_line(-1, 8));
        typed(&mut input, "大");
        assert_eq!(input.text(), "慢病大证过期，已经\n联系");
    }
}
