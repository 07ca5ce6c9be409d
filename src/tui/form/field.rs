//! One field of a form. Its value is always a text: what was typed, or the code of what was chosen.

use crate::domain::checks::CheckAnswer;
use crate::domain::clean::{fold_char, fold_width};
use crate::domain::typed_day::Toward;

use super::super::keys::{Chord, Key};
use super::text_input::TextInput;
use super::{Effect, step};

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub digit: char,
    pub code: String,
    pub label: String,
    /// How good it is, where it is an answer to a check.
    pub mark: Option<CheckAnswer>,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words on several lines.
    Note,
    /// Digits and punctuation: months, numbers. Full-width characters mean their ASCII twins.
    Plain,
    /// Yuan, or a sum of them.
    Amount,
    /// A day, short or long.
    Day(Toward),
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
    /// Last time's answer, to stand beside, and how good it was.
    pub last: String,
    pub last_mark: Option<CheckAnswer>,
    /// How good a reckoned answer is.
    pub shown_mark: Option<CheckAnswer>,
    /// This time's answer is worse than last time's.
    pub is_worse: bool,
    /// What was understood of the value, where that is more than the value says.
    pub meaning: String,
    /// Filled in by the program: an answer before it goes on past it.
    pub is_given: bool,
    /// What to say while the field has the focus.
    pub hint: String,
    pub visible: bool,
    pub problem: Option<String>,
    input: TextInput,
}

impl Field {
    pub fn new(section: &'static str, key: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            section,
            kind,
            last: String::new(),
            last_mark: None,
            shown_mark: None,
            is_worse: false,
            meaning: String::new(),
            is_given: false,
            hint: String::new(),
            visible: true,
            problem: None,
            input: TextInput::default(),
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

    #[must_use]
    pub fn given(mut self) -> Self {
        self.is_given = true;
        self
    }

    pub fn value(&self) -> &str {
        self.input.text()
    }

    /// Sets the value anew, with nothing to undo.
    pub fn set(&mut self, value: &str) {
        self.input = TextInput::new(value);
    }

    /// Sets the value at the person's wish; it can be undone.
    pub fn replace(&mut self, value: &str) {
        self.input.replace(value);
    }

    pub(super) fn input(&self) -> &TextInput {
        &self.input
    }

    pub(super) fn input_mut(&mut self) -> &mut TextInput {
        &mut self.input
    }

    pub fn is_typed(&self) -> bool {
        !matches!(self.kind, Kind::One(_) | Kind::Any(_) | Kind::Shown)
    }

    /// Full-width digits and punctuation mean their ASCII twins.
    fn folds_width(&self) -> bool {
        matches!(self.kind, Kind::Plain | Kind::Amount | Kind::Day(_))
    }

    /// It asks about what earlier visits left open: what stands beside it is that, whatever the day.
    pub fn is_left_open(&self) -> bool {
        self.key.starts_with("open.") || self.key.starts_with("policy.")
    }

    pub fn takes_focus(&self) -> bool {
        self.visible && self.kind != Kind::Shown
    }

    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::One(choices) | Kind::Any(choices) => choices,
            _ => &[],
        }
    }

    pub fn is_chosen(&self, choice: &Choice) -> bool {
        self.value().split(',').any(|code| code == choice.code)
    }

    /// How good the answer is, chosen or reckoned.
    pub fn mark(&self) -> Option<CheckAnswer> {
        if self.kind == Kind::Shown {
            return self.shown_mark;
        }
        self.choices().iter().find(|choice| self.is_chosen(choice))?.mark
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
            Kind::Shown => Effect::Ignored,
            _ => self.press_text(chord),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Effect {
        if !self.is_typed() {
            return Effect::Ignored;
        }
        let (has_lines, folds) = (self.kind == Kind::Note, self.folds_width());
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let taken = |c: char| match c {
            '\n' if has_lines => c,
            c if c.is_whitespace() => ' ',
            c if folds => fold_char(c),
            c => c,
        };
        let chars = text.chars().map(taken);
        self.input.insert_all(chars)
    }

    fn press_text(&mut self, chord: Chord) -> Effect {
        let is_line_break = chord.key == Key::Enter || chord == Chord::ctrl(Key::Char('j'));
        if self.kind == Kind::Note && is_line_break {
            return self.input.insert('\n');
        }
        match chord.typed() {
            Some(c) => self.input.insert(if self.folds_width() { fold_char(c) } else { c }),
            None => self.input.press(chord),
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
            .map(|(digit, code)| Choice { digit, code: code.to_owned(), label: code.to_owned(), mark: None })
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
        let mut long = Field::new("", "note", "", Kind::Note);
        long.paste("a\r\nb");
        assert_eq!(long.value(), "a\nb");
    }
}
