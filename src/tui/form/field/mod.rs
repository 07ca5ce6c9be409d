//! One field of a form. Its value is always a text: what was typed, or the code of what was chosen.

#[cfg(test)]
mod tests;

use crate::domain::checks::CheckAnswer;
use crate::domain::clean::{fold_char, fold_width};
use crate::domain::typed_day::Toward;

use crate::tui::form::choice::Choice;
use crate::tui::form::text_input::TextInput;
use crate::tui::form::{Pressed, step};
use crate::tui::keys::{Chord, Key};

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
    /// A day, a month or a year that has passed; a day may be short.
    RoughDay,
    /// One of these: a digit answers and goes on.
    One(Vec<Choice>),
    /// Any of these: digits tick; one that stands alone goes on.
    Any(Vec<Choice>),
    /// Computed from other fields; never has the focus.
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
    /// How good a computed answer is.
    pub shown_mark: Option<CheckAnswer>,
    /// This time's answer is worse than last time's.
    pub is_worse: bool,
    /// What was understood of the value, where that is more than the value says.
    pub meaning: String,
    /// Filled in by the program: an answer before it goes on past it.
    pub is_given: bool,
    /// What the program filled in: typing over it replaces it, as long as the caret was not moved in it.
    prefilled: Option<String>,
    /// What to say while the field has the focus.
    pub hint: String,
    /// Another key that works on it, beside its choices.
    pub also: String,
    pub visible: bool,
    pub fault: Option<String>,
    input: TextInput,
}

impl Field {
    /// A field that is shown, with nothing in it.
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
            prefilled: None,
            hint: String::new(),
            also: String::new(),
            visible: true,
            fault: None,
            input: TextInput::default(),
        }
    }

    /// Filled in with this, which typing replaces.
    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        self.set(value);
        self
    }

    /// What was answered last time, beside it.
    #[must_use]
    pub fn with_last(mut self, last: impl Into<String>) -> Self {
        self.last = last.into();
        self
    }

    /// A line under it while it has the focus.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Shown once an answer calls for it.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.visible = false;
        self
    }

    /// Filled in by the program: it does not count as left open.
    #[must_use]
    pub fn given(mut self) -> Self {
        self.is_given = true;
        self
    }

    /// The text, or the codes of what is chosen with commas between.
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

    /// What stands there now was put there by the program.
    pub fn prefill(&mut self) {
        let is_line = self.is_typed() && self.kind != Kind::Note && !self.value().is_empty();
        self.prefilled = is_line.then(|| self.value().to_owned());
    }

    /// The next character that is typed replaces the whole value.
    pub fn is_replaced_by_typing(&self) -> bool {
        self.prefilled.as_deref() == Some(self.value()) && !self.input.is_touched()
    }

    pub(super) fn input(&self) -> &TextInput {
        &self.input
    }

    pub(super) fn input_mut(&mut self) -> &mut TextInput {
        &mut self.input
    }

    /// It takes text, and not one of a few answers.
    pub fn is_typed(&self) -> bool {
        !matches!(self.kind, Kind::One(_) | Kind::Any(_) | Kind::Shown)
    }

    /// Full-width digits and punctuation mean their ASCII twins.
    fn folds_width(&self) -> bool {
        matches!(self.kind, Kind::Plain | Kind::Amount | Kind::Day(_) | Kind::RoughDay)
    }

    /// It asks about what earlier visits left open: what stands beside it is that, whatever the day.
    pub fn is_left_open(&self) -> bool {
        self.key.starts_with("open.") || self.key.starts_with("policy.")
    }

    /// It is shown, and something can be answered.
    pub fn takes_focus(&self) -> bool {
        self.visible && self.kind != Kind::Shown
    }

    /// What there is to choose from; empty where text is typed.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::One(choices) | Kind::Any(choices) => choices,
            Kind::Text | Kind::Note | Kind::Plain | Kind::Amount | Kind::Day(_) | Kind::RoughDay | Kind::Shown => &[],
        }
    }

    /// The choice is among those that are chosen.
    pub fn is_chosen(&self, choice: &Choice) -> bool {
        self.value().split(',').any(|code| code == choice.code)
    }

    /// How good the answer is, chosen or computed.
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

    pub(super) fn press(&mut self, chord: Chord) -> Pressed {
        let effect = match self.kind {
            Kind::One(_) => self.press_one(chord),
            Kind::Any(_) => self.press_any(chord),
            Kind::Shown => Pressed::Ignored,
            Kind::Text | Kind::Note | Kind::Plain | Kind::Amount | Kind::Day(_) | Kind::RoughDay => {
                self.press_text(chord)
            }
        };
        self.ends_prefill(effect)
    }

    /// What was changed once is the person's own, also where it comes to be what the program had put there.
    fn ends_prefill(&mut self, effect: Pressed) -> Pressed {
        if matches!(effect, Pressed::Changed | Pressed::ChangedAndDone) {
            self.prefilled = None;
        }
        effect
    }

    pub(super) fn paste(&mut self, text: &str) -> Pressed {
        if !self.is_typed() {
            return Pressed::NoChoice;
        }
        let (has_lines, folds) = (self.kind == Kind::Note, self.folds_width());
        if self.is_replaced_by_typing() {
            self.replace("");
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let taken = |c: char| match c {
            '\n' if has_lines => c,
            c if c.is_whitespace() => ' ',
            c if folds => fold_char(c),
            c => c,
        };
        let chars = text.chars().map(taken);
        let effect = self.input.insert_all(chars);
        self.ends_prefill(effect)
    }

    fn press_text(&mut self, chord: Chord) -> Pressed {
        let is_line_break = chord.key == Key::Enter || chord == Chord::ctrl(Key::Char('j'));
        if self.kind == Kind::Note && is_line_break {
            return self.input.insert('\n');
        }
        match chord.typed() {
            Some(c) => {
                // A separator goes on from what stands there: another name beside mine.
                if self.is_replaced_by_typing() && !SEPARATORS.contains(c) {
                    self.replace("");
                }
                self.input.insert(if self.folds_width() { fold_char(c) } else { c })
            }
            None => self.input.press(chord),
        }
    }

    fn press_one(&mut self, chord: Chord) -> Pressed {
        if let Some(c) = chord.typed() {
            let Some(choice) = self.choices().iter().find(|choice| choice.digit == fold_char(c)) else {
                return Pressed::NoChoice;
            };
            let code = choice.code.clone();
            self.set(&code);
            return Pressed::ChangedAndDone;
        }
        if let Some(step) = step(chord) {
            return self.step(step);
        }
        self.erase(chord)
    }

    fn step(&mut self, step: isize) -> Pressed {
        let count = self.choices().len();
        let here = self.choices().iter().position(|choice| self.is_chosen(choice));
        let there = match (here, step) {
            (None, 1..) => 0,
            (None, _) => count.saturating_sub(1),
            (Some(here), step) => here.saturating_add_signed(step).min(count.saturating_sub(1)),
        };
        let Some(code) = self.choices().get(there).map(|choice| choice.code.clone()) else { return Pressed::Ignored };
        self.set(&code);
        Pressed::Changed
    }

    fn press_any(&mut self, chord: Chord) -> Pressed {
        let Some(c) = chord.typed() else { return self.erase(chord) };
        let digit = fold_char(c);
        let Some(choice) = self.choices().iter().find(|choice| choice.digit == digit).cloned() else {
            return Pressed::NoChoice;
        };
        if choice.alone {
            self.set(&choice.code);
            return Pressed::ChangedAndDone;
        }
        let ticked = !self.is_chosen(&choice);
        let codes: Vec<&str> = self
            .choices()
            .iter()
            .filter(|it| if **it == choice { ticked } else { !it.alone && self.is_chosen(it) })
            .map(|it| it.code.as_str())
            .collect();
        let codes = codes.join(",");
        self.set(&codes);
        Pressed::Changed
    }

    fn erase(&mut self, chord: Chord) -> Pressed {
        if matches!(chord.key, Key::Backspace | Key::Delete) && !self.value().is_empty() {
            self.set("");
            return Pressed::Changed;
        }
        Pressed::Ignored
    }
}

/// What parts one name or number from the next.
const SEPARATORS: &str = "、,，;；/+ ";

/// Whether a text is empty once full-width blanks are let go.
pub fn is_blank(text: &str) -> bool {
    fold_width(text).trim().is_empty()
}
