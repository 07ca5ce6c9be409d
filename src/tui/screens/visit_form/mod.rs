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

use super::super::form::{Form, FormScreen, Kept, form_screen_fields};

/// The name under which drafts of this form are kept.
pub const FORM: &str = "visit";

/// A visit being entered.
#[derive(Debug)]
pub struct VisitForm {
    pub file: Box<HouseholdFile>,
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
}

impl VisitForm {
    /// An empty form, or the draft that was left. `me` is the visitor who is there at the start.
    pub fn open(words: &Words, file: Box<HouseholdFile>, me: Option<&str>, today: NaiveDate) -> Self {
        let mut form = Form::new(fields::fields(words, &file));
        form.set("date", &today.to_string());
        form.set("visitors", me.unwrap_or_default());
        form.set("month", &crate::domain::month::Month::of(today).to_string());
        let mut open = Self { file, form, today, kept: Kept::default() };
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

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<VisitEntry> {
        read::read(self, words)
    }
}

impl FormScreen for VisitForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        DraftKey { form: FORM.to_owned(), household_id: Some(self.file.household.id), visit_id: None }
    }

    fn arrange(&mut self, words: &Words) {
        arrange::arrange(self, words);
    }
}
