//! What every screen with a form does alike: take keys and pastes, keep its draft, take one over.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::text::Line;

use crate::i18n::Words;
use crate::ledger::DraftKey;

use super::{Field, Form, Kept, Kind, Pressed};
use crate::tui::effect::{Effect, Read};
use crate::tui::keys::Chord;
use crate::tui::scene::Surroundings;
use crate::tui::shell::Shell;

use crate::domain::id::HouseholdId;

/// What came of a wish to save.
#[derive(Debug)]
pub enum Saving {
    /// Something is missing or cannot be read; it is marked on its field.
    Incomplete,
    /// Something looks odd, and is asked about first.
    Ask {
        question: String,
        yes: String,
    },
    Keep(Vec<Effect>),
}

/// A screen that owns a form. It says what its fields call for; the rest is the same for all.
pub trait FormScreen {
    fn form(&self) -> &Form;
    fn form_mut(&mut self) -> &mut Form;
    fn kept(&self) -> &Kept;
    fn kept_mut(&mut self) -> &mut Kept;

    /// What its draft belongs to.
    fn draft_key(&self) -> DraftKey;

    /// What it is called, in the line above it.
    fn title(&self, around: Surroundings<'_>) -> String;

    /// Lines between the title and the fields.
    fn head(&self, _around: Surroundings<'_>) -> Vec<Line<'static>> {
        Vec::new()
    }

    /// Reads the fields: what is to be kept, or what is in its way.
    fn save(&mut self, shell: &Shell) -> Saving;

    /// The question that was asked last is answered with yes; another entry is asked about anew.
    fn pass(&mut self) {}

    /// The request that opens it, empty or with its draft.
    fn reopen(&self) -> Read;

    /// The key of what is said of its draft when it is left.
    fn draft_stays_key(&self) -> &'static str;

    /// The household whose row in the list shows that there is a draft.
    fn marks_draft_of(&self) -> Option<HouseholdId> {
        None
    }

    /// Takes over what stands beside the focused field; false where there is nothing to take.
    fn take_last(&mut self, _words: &Words) -> bool {
        false
    }

    /// What stands beside such a field can be taken over.
    fn can_take_last(&self, field: &Field) -> bool {
        field.kind == Kind::Amount
    }

    /// Days that a calendar marks.
    fn days_to_mark(&self) -> Vec<NaiveDate> {
        Vec::new()
    }

    /// It became known who is here.
    fn know_me(&mut self, _words: &Words, _me: &str) {}

    /// Shows what the values call for, and computes what follows from them.
    fn arrange(&mut self, words: &Words);

    /// The day turns while the form is open.
    fn turn_to(&mut self, words: &Words, today: NaiveDate);

    /// Gives a key to the focused field; an answered choice goes on to the next.
    fn press(&mut self, words: &Words, chord: Chord) -> Pressed {
        press(self, words, chord)
    }

    /// A paste never does more than type.
    fn paste(&mut self, words: &Words, text: &str) -> Pressed {
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

    /// Lets go what was computed from the fields before: they say something else now.
    fn forget(&mut self) {}

    /// Makes the next empty line of the group that a key belongs to; false where there is none.
    fn add_line(&mut self, _words: &Words, _key: &str) -> bool {
        false
    }
}

/// What a key does on any form.
pub fn press<S: FormScreen + ?Sized>(screen: &mut S, words: &Words, chord: Chord) -> Pressed {
    let effect = screen.form_mut().press(chord);
    if matches!(effect, Pressed::Changed | Pressed::ChangedAndDone) {
        screen.arrange(words);
    }
    if effect == Pressed::ChangedAndDone {
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
