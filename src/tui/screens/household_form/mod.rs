//! Adding a household by hand, and editing what a roster brings.

mod fields;
mod read;
pub mod view;

use chrono::NaiveDate;

use crate::domain::policy::{Policy, Setting};
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdEntry, HouseholdFile};

use super::super::form::{Form, FormScreen, Kept, form_screen_fields, is_blank};

/// The name under which drafts of this form are kept.
pub const FORM: &str = "household";

/// Lines of members that a draft may bring.
const MOST_MEMBERS: usize = 99;

/// A household being added or edited.
#[derive(Debug)]
pub struct HouseholdForm {
    /// None: a new one.
    pub file: Option<Box<HouseholdFile>>,
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    asks_entry: bool,
}

impl HouseholdForm {
    /// The day of the entry into the system is asked where the plan's clock runs from it.
    pub fn open(words: &Words, file: Option<Box<HouseholdFile>>, policy: &Policy, today: NaiveDate) -> Self {
        let form = Form::new(fields::fields(words, file.as_deref()), today);
        let asks_entry = policy.days(Setting::PlanDays).is_some();
        let mut open = Self { file, form, today, kept: Kept::default(), asks_entry };
        open.begin(words);
        open
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<HouseholdEntry> {
        read::read(self, words)
    }
}

impl FormScreen for HouseholdForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        let household_id = self.file.as_ref().map(|file| file.household.id);
        DraftKey { form: FORM.to_owned(), household_id, visit_id: None }
    }

    fn add_line(&mut self, words: &Words, key: &str) -> bool {
        let names = self.form.fields.iter().filter(|field| fields::is_member_name(&field.key)).count();
        let is_next = key.starts_with("member.") && names < MOST_MEMBERS;
        if is_next {
            self.form.fields.extend(fields::member_fields(words, names));
        }
        is_next
    }

    /// Shows what the answers call for, and one empty line for another member.
    fn arrange(&mut self, words: &Words) {
        let names = self.form.fields.iter().filter(|field| fields::is_member_name(&field.key)).count();
        let last = names.saturating_sub(1);
        if !is_blank(self.form.field(&fields::member_key(last, "name")).map_or("", |field| field.value())) {
            self.form.fields.extend(fields::member_fields(words, last + 1));
        }
        let monitored = fields::is_monitored(self.form.field("label").map_or("", |field| field.value()));
        let eliminated = self.form.field("risk_eliminated").map_or("", |field| field.value()) == "yes";
        for (key, shown) in [
            ("entered_on", monitored && self.asks_entry),
            ("risk_eliminated", monitored),
            ("risks", monitored),
            ("eliminated_on", monitored && eliminated),
        ] {
            self.form.show(key, shown);
        }
        for line in 0..=last + 1 {
            let named = !is_blank(self.form.field(&fields::member_key(line, "name")).map_or("", |field| field.value()));
            for part in fields::MEMBER_PARTS {
                self.form.show(&fields::member_key(line, part), named);
            }
        }
        self.form.understand(words);
        self.form.settle_focus();
    }
}
