//! Adding a household by hand, and editing what a roster brings.

mod fields;
mod read;
pub mod view;

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdEntry, HouseholdFile};

use super::super::form::{Effect as FormEffect, Form, is_blank};
use super::super::keys::Chord;

/// The name under which drafts of this form are kept.
pub const FORM: &str = "household";

/// A household being added or edited.
#[derive(Debug)]
pub struct HouseholdForm {
    /// None: a new one.
    pub file: Option<Box<HouseholdFile>>,
    pub form: Form,
    pub today: NaiveDate,
    pub kept_at: Option<String>,
    pub kept: String,
}

impl HouseholdForm {
    pub fn open(words: &Words, file: Option<Box<HouseholdFile>>, today: NaiveDate) -> Self {
        let form = Form::new(fields::fields(words, file.as_deref()));
        let mut open = Self { file, form, today, kept_at: None, kept: String::new() };
        open.arrange(words);
        open.form.focus_first_unanswered();
        open.kept = open.form.to_draft();
        open
    }

    /// Takes a draft over. Tells whether it could be read.
    pub fn resume(&mut self, words: &Words, draft: &str, kept_at: String) -> bool {
        let Some((values, focus)) = Form::read_draft(draft) else { return false };
        for _ in 0..=values.keys().filter(|key| key.ends_with(".name")).count() {
            self.form.fill(&values);
            self.arrange(words);
        }
        self.form.focus_on(&focus);
        self.kept = self.form.to_draft();
        self.kept_at = Some(kept_at);
        true
    }

    pub fn draft_key(&self) -> DraftKey {
        let household_id = self.file.as_ref().map(|file| file.household.id);
        DraftKey { form: FORM.to_owned(), household_id, visit_id: None }
    }

    /// The draft to keep before the next frame, if it is not kept yet.
    pub fn unkept_draft(&self) -> Option<String> {
        let draft = self.form.to_draft();
        let values = |draft: &str| Form::read_draft(draft).map(|(values, _)| values);
        let untouched = self.kept_at.is_none() && values(&draft) == values(&self.kept);
        (draft != self.kept && !untouched).then_some(draft)
    }

    pub fn press(&mut self, words: &Words, chord: Chord) -> FormEffect {
        let effect = self.form.press(chord);
        if matches!(effect, FormEffect::Changed | FormEffect::ChangedAndDone) {
            self.arrange(words);
        }
        if effect == FormEffect::ChangedAndDone {
            self.form.next();
        }
        effect
    }

    pub fn paste(&mut self, words: &Words, text: &str) {
        self.form.paste(text);
        self.arrange(words);
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<HouseholdEntry> {
        read::read(self, words)
    }

    /// Shows what the answers call for, and one empty line for another member.
    fn arrange(&mut self, words: &Words) {
        let last = (0..).take_while(|line| self.form.field(&fields::member_key(*line, "name")).is_some()).last();
        let last = last.unwrap_or(0);
        if !is_blank(self.form.field(&fields::member_key(last, "name")).map_or("", |field| field.value())) {
            self.form.fields.extend(fields::member_fields(words, last + 1));
        }
        let monitored = fields::is_monitored(self.form.field("label").map_or("", |field| field.value()));
        let eliminated = self.form.field("risk_eliminated").map_or("", |field| field.value()) == "yes";
        for (key, shown) in
            [("risk_eliminated", monitored), ("risks", monitored), ("eliminated_on", monitored && eliminated)]
        {
            self.form.show(key, shown);
        }
        for line in 0..=last + 1 {
            let named = !is_blank(self.form.field(&fields::member_key(line, "name")).map_or("", |field| field.value()));
            for part in fields::MEMBER_PARTS {
                self.form.show(&fields::member_key(line, part), named);
            }
        }
        self.form.settle_focus();
    }
}
