//! One field of a form. Its value is always a text: what was typed, or the code of what was chosen.

use tui_input::{Input, InputRequest};

use crate::domain::clean::{fold_char, fold_width, is_unwanted};

use super::super::keys::{Chord, Key};
use super::{Effect, step};

/// The longest value of a field, in characters.
const MAX_CHARS: usize = 1000;

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub digit: char,
    pub code: String,
    pub label: String,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Digits and punctuation: amounts, dates, numbers. Full-width characters mean their ASCII twins.
    Plain,
    /// One of these: a digit answers and goes on.
    One(Vec<Choice>),
    /// Any of these: digits tick; the digit 0 stands alone and goes on.
    Any(Vec<Choice>),
    /// Reckoned from other fields; never has the focus.
    Shown,
}

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    pub key: String,
    pub label: String,
    /// The key of the section's heading.
    pub section: &'static str,
    pub kind: Kind,
    /// Last time's answer, to stand beside.
    pub last: String,
    /// What to say while the field has the focus.
    pub hint: String,
    pub visible: bool,
    pub problem: Option<String>,
    input: Input,
}

impl Field {
    pub fn new(section: &'static str, key: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            section,
            kind,
            last: String::new(),
            hint: String::new(),
            visible: true,
            problem: None,
            input: Input::default(),
        }
    }

    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        self.set(value);
        self
    }

    #[must_use]
    pub fn with_last(mut self, last: impl Into<String>) -> Self {
        self.last = last.into();
        self
    }

    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.visible = false;
        self
    }

    pub fn value(&self) -> &str {
        self.input.value()
    }

    pub fn set(&mut self, value: &str) {
        self.input = Input::new(value.to_owned());
    }

    pub(super) fn caret_to_end(&mut self) {
        self.input.handle(InputRequest::GoToEnd);
    }

    /// The caret's column within the value.
    pub(super) fn caret(&self) -> usize {
        self.input.visual_cursor()
    }

    pub fn takes_focus(&self) -> bool {
        self.visible && self.kind != Kind::Shown
    }

    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::One(choices) | Kind::Any(choices) => choices,
            Kind::Text | Kind::Plain | Kind::Shown => &[],
        }
    }

    pub fn is_chosen(&self, choice: &Choice) -> bool {
        self.value().split(',').any(|code| code == choice.code)
    }

    /// The value as people read it.
    pub fn shown(&self) -> String {
        if self.choices().is_empty() {
            return self.value().to_owned();
        }
        let chosen = self.choices().iter().filter(|choice| self.is_chosen(choice));
        chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn press(&mut self, chord: Chord) -> Effect {
        match self.kind {
            Kind::One(_) => self.press_one(chord),
            Kind::Any(_) => self.press_any(chord),
            Kind::Text | Kind::Plain => self.press_text(chord),
            Kind::Shown => Effect::Ignored,
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Effect {
        if !matches!(self.kind, Kind::Text | Kind::Plain) {
            return Effect::Ignored;
        }
        for c in text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
            self.insert(c);
        }
        Effect::Changed
    }

    fn insert(&mut self, c: char) {
        let c = if self.kind == Kind::Plain { fold_char(c) } else { c };
        if !is_unwanted(c) && self.value().chars().count() < MAX_CHARS {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    fn press_text(&mut self, chord: Chord) -> Effect {
        if let Some(c) = chord.typed() {
            self.insert(c);
            return Effect::Changed;
        }
        let request = match chord {
            Chord { key: Key::Backspace, .. } => InputRequest::DeletePrevChar,
            Chord { key: Key::Delete, .. } => InputRequest::DeleteNextChar,
            Chord { key: Key::Left, ctrl } if ctrl => InputRequest::GoToPrevWord,
            Chord { key: Key::Right, ctrl } if ctrl => InputRequest::GoToNextWord,
            Chord { key: Key::Left, .. } => InputRequest::GoToPrevChar,
            Chord { key: Key::Right, .. } => InputRequest::GoToNextChar,
            Chord { key: Key::Home, .. } => InputRequest::GoToStart,
            Chord { key: Key::End, .. } => InputRequest::GoToEnd,
            _ => return Effect::Ignored,
        };
        match self.input.handle(request) {
            Some(change) if change.value => Effect::Changed,
            Some(_) => Effect::Moved,
            None => Effect::Ignored,
        }
    }

    fn press_one(&mut self, chord: Chord) -> Effect {
        if let Some(c) = chord.typed() {
            let Some(choice) = self.choices().iter().find(|choice| choice.digit == fold_char(c)) else {
                return Effect::Ignored;
            };
            let code = choice.code.clone();
            self.set(&code);
            return Effect::ChangedAndDone;
        }
        if let Some(step) = step(chord) {
            return self.step(step);
        }
        self.erase(chord)
    }

    fn step(&mut self, step: isize) -> Effect {
        let count = self.choices().len();
        let here = self.choices().iter().position(|choice| self.is_chosen(choice));
        let there = match (here, step) {
            (None, 1..) => 0,
            (None, _) => count.saturating_sub(1),
            (Some(here), step) => here.saturating_add_signed(step).min(count.saturating_sub(1)),
        };
        let Some(code) = self.choices().get(there).map(|choice| choice.code.clone()) else { return Effect::Ignored };
        self.set(&code);
        Effect::Changed
    }

    fn press_any(&mut self, chord: Chord) -> Effect {
        let Some(c) = chord.typed() else { return self.erase(chord) };
        let digit = fold_char(c);
        let Some(choice) = self.choices().iter().find(|choice| choice.digit == digit).cloned() else {
            return Effect::Ignored;
        };
        if digit == '0' {
            self.set(&choice.code);
            return Effect::ChangedAndDone;
        }
        let ticked = !self.is_chosen(&choice);
        let codes: Vec<&str> = self
            .choices()
            .iter()
            .filter(|it| if **it == choice { ticked } else { it.digit != '0' && self.is_chosen(it) })
            .map(|it| it.code.as_str())
            .collect();
        let codes = codes.join(",");
        self.set(&codes);
        Effect::Changed
    }

    fn erase(&mut self, chord: Chord) -> Effect {
        if matches!(chord.key, Key::Backspace | Key::Delete) && !self.value().is_empty() {
            self.set("");
            return Effect::Changed;
        }
        Effect::Ignored
    }
}

/// Whether a text is empty once full-width blanks are let go.
pub fn is_blank(text: &str) -> bool {
    fold_width(text).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices() -> Vec<Choice> {
        [('1', "home"), ('2', "phone"), ('0', "none")]
            .map(|(digit, code)| Choice { digit, code: code.to_owned(), label: code.to_owned() })
            .to_vec()
    }

    fn typed(field: &mut Field, text: &str) -> Effect {
        text.chars().map(|c| field.press(Chord::letter(c))).last().unwrap_or(Effect::Ignored)
    }

    #[test]
    fn one_digit_answers_a_choice_also_in_full_width() {
        let mut field = Field::new("", "mode", "", Kind::One(choices()));
        assert_eq!(typed(&mut field, "２"), Effect::ChangedAndDone);
        assert_eq!(field.value(), "phone");
        assert_eq!(typed(&mut field, "7"), Effect::Ignored);
        assert_eq!(field.press(Chord::plain(Key::Left)), Effect::Changed);
        assert_eq!(field.value(), "home");
        assert_eq!(field.press(Chord::plain(Key::Backspace)), Effect::Changed);
        assert_eq!(field.value(), "");
    }

    #[test]
    fn several_are_ticked_and_nothing_stands_alone() {
        let mut field = Field::new("", "changes", "", Kind::Any(choices()));
        assert_eq!(typed(&mut field, "21"), Effect::Changed);
        assert_eq!(field.value(), "home,phone");
        typed(&mut field, "1");
        assert_eq!(field.value(), "phone");
        assert_eq!(typed(&mut field, "0"), Effect::ChangedAndDone);
        assert_eq!(field.value(), "none");
        typed(&mut field, "1");
        assert_eq!(field.value(), "home");
    }

    #[test]
    fn full_width_digits_become_ascii_where_numbers_are_typed() {
        let mut amount = Field::new("", "wage", "", Kind::Plain);
        typed(&mut amount, "３２００。５");
        assert_eq!(amount.value(), "3200.5");
        let mut note = Field::new("", "note", "", Kind::Text);
        typed(&mut note, "缺３天。");
        assert_eq!(note.value(), "缺３天。");
        note.paste("a\n\u{202e}b");
        assert_eq!(note.value(), "缺３天。a b");
    }
}
