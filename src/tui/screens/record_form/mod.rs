//! The small forms beside the visit: the income of a month, a measure, a change of status, an
//! attestation, the reasons for a fall, a value of the policy. Each subject says what its fields are and
//! how they are read; the rest is alike.

mod fall;
mod measure;
mod month;
mod setting;
mod status;
pub mod view;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::codes::Coded;
use crate::domain::fall_reason::FallReason;
use crate::domain::month::Month;
use crate::domain::policy::{Policy, Setting, Value};
use crate::domain::typed_day::{Toward, typed_day};
use crate::i18n::Words;
use crate::ledger::{AttestationEntry, DraftKey, HouseholdFile, MeasureEntry, MonthEntry, StatusEntry};

use crate::tui::form::{Choice, Field, Form, FormScreen, Kept, Kind, form_screen_fields, is_blank};

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordSubject {
    Month(Month),
    /// None: a new measure.
    Measure(Option<Uuid>),
    Status,
    Attestation,
    /// The reasons of the window that ends with this month.
    Fall(Month),
    Setting(Setting),
}

impl RecordSubject {
    /// What its draft belongs to.
    pub fn draft_key(self, household_id: Option<Uuid>) -> DraftKey {
        let form = match self {
            Self::Month(month) => format!("month.{month}"),
            Self::Measure(id) => format!("measure.{}", id.map(|id| id.to_string()).unwrap_or_default()),
            Self::Status => "status".to_owned(),
            Self::Attestation => "attestation".to_owned(),
            Self::Fall(month) => format!("fall.{month}"),
            Self::Setting(setting) => format!("setting.{}", setting.code()),
        };
        DraftKey { form, household_id, visit_id: None }
    }

    /// The key of the form's title.
    const fn title(self) -> &'static str {
        match self {
            Self::Month(_) => "record-month",
            Self::Measure(None) => "record-measure-new",
            Self::Measure(Some(_)) => "record-measure",
            Self::Status => "record-status",
            Self::Attestation => "record-attestation",
            Self::Fall(_) => "record-fall",
            Self::Setting(_) => "record-setting",
        }
    }
}

/// What a form was filled in with: an entry of a household, or a value of the policy, which is switched beside
/// the screen.
#[derive(Debug, Clone)]
pub enum Entered {
    Record(RecordEntry),
    Setting(Setting, Value),
}

/// An entry of a household, ready to be kept.
#[derive(Debug, Clone)]
pub enum RecordEntry {
    Month(MonthEntry),
    Measure(MeasureEntry),
    Status(StatusEntry),
    Attestation(AttestationEntry),
    Fall { household_id: Uuid, window_end: Month, reasons: Vec<FallReason>, note: String },
}

/// The form.
#[derive(Debug)]
pub struct RecordForm {
    pub subject: RecordSubject,
    /// None: a value of the policy.
    pub file: Option<Box<HouseholdFile>>,
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    policy: Policy,
    /// The question that was answered with yes, as it was asked: another entry is asked about anew.
    pub passed: Option<String>,
}

impl RecordForm {
    pub fn open(
        words: &Words,
        subject: RecordSubject,
        file: Option<Box<HouseholdFile>>,
        policy: &Policy,
        today: NaiveDate,
    ) -> Self {
        let fields = match (subject, &file) {
            (RecordSubject::Month(month), Some(file)) => month::fields(words, file, month),
            (RecordSubject::Measure(id), Some(file)) => measure::fields(words, file, id, today),
            (RecordSubject::Status, Some(file)) => status::fields(words, file, today),
            (RecordSubject::Attestation, Some(file)) => status::attestation_fields(words, file, today),
            (RecordSubject::Fall(month), Some(file)) => fall::fields(words, file, policy, month),
            (RecordSubject::Setting(setting), _) => setting::fields(words, policy, setting, today),
            (_, None) => Vec::new(),
        };
        let form = Form::new(fields, today);
        let policy = policy.clone();
        let mut open = Self { subject, file, form, today, kept: Kept::default(), policy, passed: None };
        open.begin(words);
        open
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<Entered> {
        self.form.clear_problems();
        let entry = match self.subject {
            RecordSubject::Month(month) => month::read(self, words, month).map(RecordEntry::Month),
            RecordSubject::Measure(id) => measure::read(self, words, id).map(RecordEntry::Measure),
            RecordSubject::Status => status::read(self, words).map(RecordEntry::Status),
            RecordSubject::Attestation => status::read_attestation(self, words).map(RecordEntry::Attestation),
            RecordSubject::Fall(month) => fall::read(self, words, month),
            RecordSubject::Setting(setting) => {
                return setting::read(self, words, setting).map(|value| Entered::Setting(setting, value));
            }
        };
        entry.map(Entered::Record)
    }

    /// The question to answer before an entry is kept.
    pub fn open_question(&self, words: &Words, entered: &Entered) -> Option<String> {
        let Entered::Record(RecordEntry::Status(entry)) = entered else { return None };
        status::question(self, words, entry).filter(|question| self.passed.as_ref() != Some(question))
    }

    /// Takes over what stands beside the focused field, if it is an amount of the month before.
    pub fn take_last(&mut self, words: &Words) -> bool {
        match self.subject {
            RecordSubject::Month(month) => month::take_last(self, words, month),
            _ => false,
        }
    }

    fn household_id(&self) -> Uuid {
        self.file.as_ref().map(|file| file.household.id).unwrap_or_default()
    }

    /// The day of a field; a mark where it cannot be read, nothing where it is empty.
    fn day(&mut self, words: &Words, key: &str, toward: Toward) -> Option<NaiveDate> {
        let text = self.form.value(key).to_owned();
        if is_blank(&text) {
            return None;
        }
        let day = typed_day(&text, self.today, toward).ok();
        if day.is_none() {
            self.form.mark(key, words.t("form-problem-date"));
        }
        day
    }

    /// The revision that the form started from, also where its draft was resumed since.
    fn started_from(&self) -> Option<Uuid> {
        self.form.field(REVISION).and_then(|field| Uuid::parse_str(field.value()).ok())
    }

    /// Marks a field that must not be empty; tells whether it was.
    fn mark_if_blank(&mut self, words: &Words, key: &str, sentence: &str) -> bool {
        let is_blank = is_blank(self.form.value(key));
        if is_blank {
            self.form.mark(key, words.t(sentence));
        }
        is_blank
    }

    fn has_problems(&self) -> bool {
        self.form.fields.iter().any(|field| field.problem.is_some())
    }
}

impl FormScreen for RecordForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        self.subject.draft_key(self.file.as_ref().map(|file| file.household.id))
    }

    fn arrange(&mut self, words: &Words) {
        match self.subject {
            RecordSubject::Month(_) => month::arrange(&mut self.form, words),
            RecordSubject::Status => status::arrange(&mut self.form),
            _ => {}
        }
        self.form.understand(words);
        self.form.settle_focus();
    }
}

/// Choices with the digits in their order, and letters after them.
fn choices<T: Coded>(words: &Words, values: &[T]) -> Vec<Choice> {
    let digits = ('1'..='9').chain('a'..='z');
    let choice = |(digit, value): (char, &T)| Choice::new(digit, value.stable_code(), words.of(*value));
    digits.zip(values).map(choice).collect()
}

/// The value of a code among those that can be chosen.
fn chosen<T: Coded>(code: &str) -> Option<T> {
    T::VALUES.iter().copied().find(|value| value.stable_code() == code)
}

/// The values of codes with commas between.
fn chosen_all<T: Coded>(codes: &str) -> Vec<T> {
    codes.split(',').filter_map(chosen).collect()
}

fn yes_no(words: &Words) -> Kind {
    let choice = |(digit, code): (char, &str)| Choice::new(digit, code, words.t(code));
    Kind::One([('1', "yes"), ('2', "no")].map(choice).to_vec())
}

const SECTION: &str = "record-section";

/// The hidden field with the revision that a form started from.
const REVISION: &str = "revision";

fn field(words: &Words, key: &str, label: &str, kind: Kind) -> Field {
    Field::new(SECTION, key, words.t(label), kind)
}
