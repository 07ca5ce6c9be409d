//! The visit form: where a contact spends the time. Nothing is answered for the person; last time's
//! answers stand beside this time's.

mod arrange;
mod fields;
mod read;
pub mod view;

use chrono::NaiveDate;

use crate::domain::income::IncomeSource;
use crate::domain::visit_entry::VisitEntry;
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdFile, VISIT_FORM};

use super::super::form::{Field, Form, FormScreen, Kept, Kind, form_screen_fields};

/// A visit being entered.
#[derive(Debug)]
pub struct VisitForm {
    pub file: Box<HouseholdFile>,
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    /// The person knows that answers of a visit on which nobody was met are not recorded.
    pub drops_answers: bool,
    /// Sources that the policy presets as not counting.
    pub uncounted: Vec<IncomeSource>,
}

impl VisitForm {
    /// An empty form, or the draft that was left. `me` is the visitor who is there at the start.
    pub fn open(
        words: &Words,
        file: Box<HouseholdFile>,
        me: Option<&str>,
        today: NaiveDate,
        uncounted: Vec<IncomeSource>,
    ) -> Self {
        let mut form = Form::new(fields::fields(words, &file));
        form.set("date", &today.to_string());
        form.set("visitors", me.unwrap_or_default());
        form.set("month", &crate::domain::month::Month::of(today).to_string());
        let mut open = Self { file, form, today, kept: Kept::default(), drops_answers: false, uncounted };
        open.begin(words);
        open
    }

    /// Who I am became known while the form was open: the visitor, unless somebody is named.
    pub fn default_visitor(&mut self, words: &Words, me: &str) {
        if self.form.value("visitors").is_empty() {
            self.form.set("visitors", me);
            self.arrange(words);
        }
    }

    /// How many answers are filled in and will not be recorded, since nobody was met.
    pub fn dropped_answers(&self) -> usize {
        let prefilled =
            |field: &&Field| field.key == "month" || field.key.ends_with(".counts") || field.kind == Kind::Shown;
        let hidden = self.form.fields.iter().filter(|field| !field.visible && !field.value().is_empty());
        if self.form.value("met") == fields::MET_NOBODY { hidden.filter(|field| !prefilled(field)).count() } else { 0 }
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<VisitEntry> {
        read::read(self, words)
    }
}

impl FormScreen for VisitForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        DraftKey { form: VISIT_FORM.to_owned(), household_id: Some(self.file.household.id), visit_id: None }
    }

    fn arrange(&mut self, words: &Words) {
        arrange::arrange(self, words);
    }
}
