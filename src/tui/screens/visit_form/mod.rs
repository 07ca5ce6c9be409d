//! The visit form: where a contact spends the time. Nothing is answered for the person; last time's
//! answers stand beside this time's.

mod arrange;
mod fields;
mod read;
pub mod view;

use chrono::NaiveDate;

use crate::domain::visit_entry::VisitEntry;
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdFile};

use super::super::form::{Effect as FormEffect, Form};
use super::super::keys::Chord;

/// The name under which drafts of this form are kept.
pub const FORM: &str = "visit";

/// A visit being entered.
#[derive(Debug)]
pub struct VisitForm {
    pub file: Box<HouseholdFile>,
    pub form: Form,
    pub today: NaiveDate,
    /// When the draft was last kept, as the clock showed.
    pub kept_at: Option<String>,
    /// The draft as it is kept; before anything was entered, the empty form.
    pub kept: String,
}

impl VisitForm {
    /// An empty form, or the draft that was left. `me` is the visitor who is there at the start.
    pub fn open(words: &Words, file: Box<HouseholdFile>, me: Option<&str>, today: NaiveDate) -> Self {
        let mut form = Form::new(fields::fields(words, &file));
        form.set("date", &today.to_string());
        form.set("visitors", me.unwrap_or_default());
        form.set("month", &crate::domain::month::Month::of(today).to_string());
        let mut open = Self { file, form, today, kept_at: None, kept: String::new() };
        open.arrange(words);
        open.form.focus_first_unanswered();
        open.kept = open.form.to_draft();
        open
    }

    /// Takes a draft over: the same texts, the same field. Tells whether it could be read.
    pub fn resume(&mut self, words: &Words, draft: &str, kept_at: String) -> bool {
        let Some((values, focus)) = Form::read_draft(draft) else { return false };
        // Lines of a group appear one by one, as they did when they were typed.
        let lines = values.keys().filter(|key| key.ends_with(".what") || key.ends_with(".kind")).count();
        for _ in 0..=lines {
            self.form.fill(&values);
            self.arrange(words);
        }
        self.form.focus_on(&focus);
        self.kept = self.form.to_draft();
        self.kept_at = Some(kept_at);
        true
    }

    pub fn draft_key(&self) -> DraftKey {
        DraftKey { form: FORM.to_owned(), household_id: Some(self.file.household.id), visit_id: None }
    }

    /// The draft to keep before the next frame is drawn, if it is not kept yet. Moving about in an
    /// untouched form keeps nothing.
    pub fn unkept_draft(&self) -> Option<String> {
        let draft = self.form.to_draft();
        let untouched = self.kept_at.is_none() && same_values(&draft, &self.kept);
        (draft != self.kept && !untouched).then_some(draft)
    }

    pub fn press(&mut self, words: &Words, chord: Chord) -> FormEffect {
        let effect = self.form.press(chord);
        self.after(words, effect)
    }

    pub fn paste(&mut self, words: &Words, text: &str) {
        let effect = self.form.paste(text);
        self.after(words, effect);
    }

    fn after(&mut self, words: &Words, effect: FormEffect) -> FormEffect {
        if matches!(effect, FormEffect::Changed | FormEffect::ChangedAndDone) {
            self.arrange(words);
        }
        if effect == FormEffect::ChangedAndDone {
            self.form.next();
        }
        effect
    }

    /// Who I am became known while the form was open: the visitor, unless somebody is named.
    pub fn default_visitor(&mut self, words: &Words, me: &str) {
        if self.form.value("visitors").is_empty() {
            self.form.set("visitors", me);
            self.arrange(words);
        }
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<VisitEntry> {
        read::read(self, words)
    }
}

fn same_values(a: &str, b: &str) -> bool {
    let values = |draft| Form::read_draft(draft).map(|(values, _)| values);
    values(a) == values(b)
}
