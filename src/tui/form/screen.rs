//! What every screen with a form does alike: take keys and pastes, keep its draft, take one over.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::ledger::DraftKey;

use super::{Effect, Form, Kept};
use crate::tui::keys::Chord;

/// A screen that owns a form. It says what its fields call for; the rest is the same for all.
pub trait FormScreen {
    fn form(&self) -> &Form;
    fn form_mut(&mut self) -> &mut Form;
    fn kept(&self) -> &Kept;
    fn kept_mut(&mut self) -> &mut Kept;

    /// What its draft belongs to.
    fn draft_key(&self) -> DraftKey;

    /// Shows what the values call for, and reckons what follows from them.
    fn arrange(&mut self, words: &Words);

    /// The day turns while the form is open.
    fn turn_to(&mut self, words: &Words, today: NaiveDate);

    /// Gives a key to the focused field; an answered choice goes on to the next.
    fn press(&mut self, words: &Words, chord: Chord) -> Effect {
        press(self, words, chord)
    }

    /// A paste never does more than type.
    fn paste(&mut self, words: &Words, text: &str) -> Effect {
        let effect = self.form_mut().paste(text);
        self.arrange(words);
        effect
    }

    /// Begins with the untouched form and the focus on what is not answered.
    fn begin(&mut self, words: &Words) {
        self.arrange(words);
        self.form_mut().focus_first_unanswered();
        self.form_mut().prefill();
        *self.kept_mut() = Kept::untouched(self.form());
    }

    /// Takes a draft over: the same texts, the same field. Tells whether it could be read.
    fn resume(&mut self, words: &Words, draft: &str, kept_at: String) -> bool {
        let Some((values, focus)) = Form::read_draft(draft) else { return false };
        self.take_over(words, &values);
        self.form_mut().settle_days(draft);
        self.arrange(words);
        self.form_mut().focus_on(&focus);
        *self.kept_mut() = Kept::draft(self.form().to_draft(), kept_at);
        true
    }

    /// Fills the fields with texts by their keys, and makes the lines of groups that they need.
    fn take_over(&mut self, words: &Words, values: &BTreeMap<String, String>) {
        for key in values.keys() {
            while self.form().field(key).is_none() && self.add_line(words, key) {}
        }
        self.form_mut().fill(values);
        self.forget();
        self.arrange(words);
    }

    /// Lets go what was reckoned from the fields before: they say something else now.
    fn forget(&mut self) {}

    /// Makes the next empty line of the group that a key belongs to; false where there is none.
    fn add_line(&mut self, _words: &Words, _key: &str) -> bool {
        false
    }
}

/// What a key does on any form.
pub fn press<S: FormScreen + ?Sized>(screen: &mut S, words: &Words, chord: Chord) -> Effect {
    let effect = screen.form_mut().press(chord);
    if matches!(effect, Effect::Changed | Effect::ChangedAndDone) {
        screen.arrange(words);
    }
    if effect == Effect::ChangedAndDone {
        screen.form_mut().advance();
    }
    effect
}

/// The parts of [`FormScreen`] that are fields of the same names.
macro_rules! form_screen_fields {
    () => {
        fn form(&self) -> &Form {
            &self.form
        }

        fn form_mut(&mut self) -> &mut Form {
            &mut self.form
        }

        fn kept(&self) -> &Kept {
            &self.kept
        }

        fn turn_to(&mut self, words: &Words, today: chrono::NaiveDate) {
            self.today = today;
            self.form.turn_to(today);
            self.arrange(words);
        }

        fn kept_mut(&mut self) -> &mut Kept {
            &mut self.kept
        }
    };
}

pub(in crate::tui) use form_screen_fields;
