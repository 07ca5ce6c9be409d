//! A form: fields in order, one of which has the focus. Knows how each kind of field takes keys; what
//! the fields mean, and which are shown, is for the screen that owns the form.

mod choice;
mod draft;
mod fault;
mod field;
mod kept;
pub mod kit;
mod screen;
mod text_input;
mod understood;
pub mod view;

pub use text_input::MAX_CHARS;

pub use choice::Choice;
pub use fault::{Mark, ShownFault};
pub use field::{Field, Kind, is_blank};
pub use kept::Kept;
pub(in crate::tui) use screen::form_screen_fields;
pub use screen::{FormScreen, Saving, press};

use chrono::NaiveDate;

use super::keys::{Chord, Key};

/// What a key did to the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// A value changed; the screen looks at what is shown now.
    Changed,
    /// A value changed, and the field is done with: go on to the next.
    ChangedAndDone,
    Moved,
    Ignored,
    /// There is no room for it: nothing was taken in.
    Full,
    /// It stands for none of the choices: nothing changed.
    NoChoice,
}

/// The fields and the focus.
#[derive(Debug, Clone)]
pub struct Form {
    pub fields: Vec<Field>,
    focus: usize,
    /// The day from which shortened days are meant.
    today: NaiveDate,
    /// Beside the values there is room for what was answered last time.
    has_last: bool,
    /// What is wrong and belongs to no field that is seen.
    unplaced: Option<String>,
}

impl Form {
    pub fn new(fields: Vec<Field>, today: NaiveDate) -> Self {
        let has_last = fields.iter().any(|field| !field.last.is_empty());
        let mut form = Self { fields, focus: 0, today, has_last, unplaced: None };
        form.settle_focus();
        form
    }

    /// What was answered last time stands beside, and may come and go with what is typed.
    #[must_use]
    pub fn beside_last_time(self) -> Self {
        Self { has_last: true, ..self }
    }

    /// The field that takes the keys; none where no field does.
    pub fn focused(&self) -> Option<&Field> {
        self.fields.get(self.focus)
    }

    pub fn focused_mut(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    pub fn focus_index(&self) -> usize {
        self.focus
    }

    /// The field with a key, shown or not.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    pub fn field_mut(&mut self, key: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.key == key)
    }

    /// The trimmed value of a field; empty for one that is not there or not shown.
    pub fn value(&self, key: &str) -> &str {
        self.field(key).filter(|field| field.visible).map_or("", |field| field.value().trim())
    }

    /// Puts a value into a field, as if it had been typed.
    pub fn set(&mut self, key: &str, value: &str) {
        if let Some(field) = self.field_mut(key) {
            field.set(value);
        }
    }

    /// Shows a field or hides it; what it holds stays.
    pub fn show(&mut self, key: &str, visible: bool) {
        if let Some(field) = self.field_mut(key) {
            field.visible = visible;
        }
    }

    /// Puts the focus on a field, if it is shown.
    pub fn focus_on(&mut self, key: &str) -> bool {
        let place = self.fields.iter().position(|field| field.key == key && field.takes_focus());
        self.focus = place.unwrap_or(self.focus);
        place.is_some()
    }

    /// Goes to a field by its place, where that takes the focus.
    pub fn focus_at(&mut self, place: usize) {
        if self.fields.get(place).is_some_and(Field::takes_focus) {
            self.focus = place;
        }
    }

    /// What stands in the fields was put there by the program.
    pub fn prefill(&mut self) {
        self.fields.iter_mut().for_each(Field::prefill);
    }

    /// Puts the focus on the first field without a value.
    pub fn focus_first_unanswered(&mut self) {
        let unanswered = |field: &Field| field.takes_focus() && field.value().is_empty();
        self.focus = self.fields.iter().position(unanswered).unwrap_or(self.focus);
    }

    /// To the next field that takes the focus; from the last nowhere.
    pub fn next(&mut self) {
        let after = (self.focus + 1..self.fields.len()).find(|at| self.fields[*at].takes_focus());
        self.focus = after.unwrap_or(self.focus);
        self.enter();
    }

    /// Goes on after an answer: past what the program filled in.
    pub fn advance(&mut self) {
        let asks = |at: &usize| self.fields[*at].takes_focus() && !self.fields[*at].is_given;
        let after = (self.focus + 1..self.fields.len()).find(asks);
        self.focus = after.unwrap_or(self.focus);
        self.enter();
    }

    /// To the field before; from the first nowhere.
    pub fn previous(&mut self) {
        let before = (0..self.focus).rev().find(|at| self.fields[*at].takes_focus());
        self.focus = before.unwrap_or(self.focus);
        self.enter();
    }

    /// The first field of the next section that has one.
    pub fn next_section(&mut self) {
        let Some(here) = self.focused().map(|field| field.section) else { return };
        let ahead = self.fields.iter().enumerate().skip(self.focus);
        let next = ahead.filter(|(_, field)| field.takes_focus()).find(|(_, field)| field.section != here);
        let place = next.map(|(place, _)| place);
        if let Some(place) = place {
            self.focus = place;
            self.enter();
        }
    }

    /// After fields came or went: the focus stays on one that is shown.
    pub fn settle_focus(&mut self) {
        if self.focused().is_none_or(|field| !field.takes_focus()) {
            let shown = self.fields.iter().position(Field::takes_focus);
            let before = (0..self.focus.min(self.fields.len())).rev().find(|at| self.fields[*at].takes_focus());
            self.focus = before.or(shown).unwrap_or(0);
        }
    }

    /// A field that is entered shows its end, and its problem is looked at anew on the next save.
    fn enter(&mut self) {
        if let Some(field) = self.focused_mut() {
            field.input_mut().caret_to_end();
        }
    }

    /// Gives a key to the focused field.
    pub fn press(&mut self, chord: Chord) -> Pressed {
        let effect = self.focused_mut().map_or(Pressed::Ignored, |field| field.press(chord));
        if matches!(effect, Pressed::Changed | Pressed::ChangedAndDone) {
            self.clear_fault();
        }
        effect
    }

    /// Keys that mean something else in a note than in a form: a line break, a step by lines. None:
    /// the key is not for a note.
    pub fn press_in_note(&mut self, chord: Chord, columns: usize) -> Option<Pressed> {
        let field = self.focused_mut().filter(|field| field.kind == Kind::Note)?;
        let moved = match chord {
            Chord { key: Key::Enter, ctrl: false } => return Some(field.press(chord)),
            Chord { key: Key::Home, ctrl: false } => field.input_mut().go_to_line_edge(false, columns),
            Chord { key: Key::End, ctrl: false } => field.input_mut().go_to_line_edge(true, columns),
            Chord { key: Key::Up, ctrl: false } => field.input_mut().step_line(-1, columns),
            Chord { key: Key::Down, ctrl: false } => field.input_mut().step_line(1, columns),
            _ => false,
        };
        moved.then_some(Pressed::Moved)
    }

    /// Puts another text into the focused field, at the person's wish.
    pub fn replace(&mut self, text: &str) {
        if let Some(field) = self.focused_mut() {
            field.replace(text);
        }
        self.clear_fault();
    }

    /// Takes the last change of the focused field back, or does it again.
    pub fn undo(&mut self, again: bool) -> Pressed {
        self.clear_fault();
        let Some(field) = self.focused_mut() else { return Pressed::Ignored };
        if again { field.input_mut().redo() } else { field.input_mut().undo() }
    }

    /// Takes in pasted text; a paste never does more than type.
    pub fn paste(&mut self, text: &str) -> Pressed {
        let effect = self.focused_mut().map_or(Pressed::Ignored, |field| field.paste(text));
        self.clear_fault();
        effect
    }

    fn clear_fault(&mut self) {
        if let Some(field) = self.focused_mut() {
            field.fault = None;
        }
    }

    /// No field is marked any more.
    pub fn clear_faults(&mut self) {
        self.unplaced = None;
        for field in &mut self.fields {
            field.fault = None;
        }
    }

    /// Marks a field; the first marked one gets the focus. What was said first of a field stays, and what
    /// belongs to none that is seen is kept to be said elsewhere.
    pub fn mark(&mut self, key: &str, fault: String) {
        let first = self.fields.iter().all(|field| field.fault.is_none());
        match self.field_mut(key).filter(|field| field.visible) {
            None => drop(self.unplaced.get_or_insert(fault)),
            Some(field) if field.fault.is_some() => {}
            Some(field) => {
                field.fault = Some(fault);
                if first {
                    self.focus_on(key);
                }
            }
        }
    }

    /// Something is wrong, at a field or elsewhere.
    pub fn has_faults(&self) -> bool {
        self.unplaced.is_some() || self.fields.iter().any(|field| field.fault.is_some())
    }

    /// What is wrong and stands at no field that is seen.
    pub fn unplaced(&self) -> Option<&str> {
        self.unplaced.as_deref()
    }
}

/// Whether a key steps through a choice.
fn step(chord: Chord) -> Option<isize> {
    match chord {
        Chord { key: Key::Left, ctrl: false } => Some(-1),
        Chord { key: Key::Right, ctrl: false } => Some(1),
        _ => None,
    }
}
