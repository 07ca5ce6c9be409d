//! The small forms beside the visit: the income of a month, a measure, a change of status, an
//! attestation, the reasons for a fall, a value of the policy. Each subject says what its fields are and
//! how they are read; the rest is alike.

mod clue;
mod contact;
mod fall;
mod group;
mod measure;
mod month;
mod notice;
mod procedure;
mod setting;
mod status;

pub use clue::ClueWay;
pub use procedure::{ProcedureWay, StepWay};

use chrono::NaiveDate;

use crate::domain::clue::ListedClue;
use crate::domain::contact::{Contact, ContactEntry};
use crate::domain::entry::Basis;
use crate::domain::id::HouseholdId;
use crate::domain::notice::NoticeEntry;
use crate::domain::policy::{Policy, Setting, Value};
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdFile, ListedProcedure};

use crate::tui::effect::{Effect, Go, Job, Read, Write};
use crate::tui::form::kit::REVISION;
use crate::tui::form::{Field, Form, FormScreen, Kept, Kind, Saving, form_screen_fields, is_blank};
use crate::tui::procedure_write::ProcedureWrite;
use crate::tui::record::{NoticeOf, RecordEntry, RecordOf, RecordSubject};
use crate::tui::scene::Surroundings;
use crate::tui::shell::Shell;

/// What a form was filled in with: an entry of a household, or a value of the policy, which is switched beside
/// the screen.
#[derive(Debug, Clone)]
pub enum Entered {
    Record(RecordEntry),
    Setting(Setting, Value),
    Contact(ContactEntry),
    Notice(NoticeEntry),
    Procedures(ProcedureWrite),
}

/// The form.
#[derive(Debug)]
pub struct RecordForm {
    pub subject: RecordSubject,
    /// None: it is of no household.
    pub file: Option<Box<HouseholdFile>>,
    /// The contact that it is of.
    contact: Option<Contact>,
    /// The clue or the procedure that it is of.
    clue: Option<Box<ListedClue>>,
    procedure: Option<Box<ListedProcedure>>,
    /// The households that a notice is of.
    notice_of: NoticeOf,
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    policy: Policy,
    /// The question as it was asked last, and the one that was answered with yes.
    asked: Option<String>,
    passed: Option<String>,
}

impl RecordForm {
    /// The form of a subject, filled in with what is on file of it.
    pub fn open(words: &Words, subject: RecordSubject, of: RecordOf, policy: &Policy, today: NaiveDate) -> Self {
        let (mut file, mut contact, mut notice_of) = (None, None, NoticeOf::default());
        let (mut clue, mut procedure) = (None, None);
        match of {
            RecordOf::Household(it) => file = Some(it),
            RecordOf::Contact(it, revision) => contact = Some((it, revision)),
            RecordOf::Notice(of) => notice_of = of,
            RecordOf::Clue(it) => clue = Some(it),
            RecordOf::Procedure(it) => procedure = Some(it),
            RecordOf::Database => {}
        }
        let fields = match (subject, &file) {
            (RecordSubject::Contact(_), _) => contact
                .as_ref()
                .map(|(contact, revision)| contact::fields(words, contact, *revision))
                .unwrap_or_default(),
            (RecordSubject::Notice, _) => notice::fields(words, today),
            (RecordSubject::NewClue, file) => clue::fields(words, file.as_deref(), today),
            (RecordSubject::Begin, Some(file)) => clue::begin_fields(words, file, today),
            (
                RecordSubject::Clue(_)
                | RecordSubject::Step(..)
                | RecordSubject::Ground(..)
                | RecordSubject::ProcedureOther(_),
                _,
            ) => procedure_fields(words, subject, clue.as_deref(), procedure.as_deref(), today),
            (RecordSubject::Month(month), Some(file)) => month::fields(words, file, month),
            (RecordSubject::Measure(id), Some(file)) => measure::fields(words, file, id, today),
            (RecordSubject::Status, Some(file)) => status::fields(words, file, today),
            (RecordSubject::Attestation, Some(file)) => status::attestation_fields(words, file, today),
            (RecordSubject::GroupMark, Some(file)) => group::fields(words, file, policy, today),
            (RecordSubject::Fall(month), Some(file)) => fall::fields(words, file, policy, month),
            (RecordSubject::Setting(setting), _) => setting::fields(words, policy, setting, today),
            (_, None) => Vec::new(),
        };
        let form = Form::new(fields, today);
        let policy = policy.clone();
        let contact = contact.map(|(contact, _)| *contact);
        let mut open = Self {
            subject,
            file,
            contact,
            clue,
            procedure,
            notice_of,
            form,
            today,
            kept: Kept::default(),
            policy,
            asked: None,
            passed: None,
        };
        open.begin(words);
        open
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<Entered> {
        self.form.clear_faults();
        let entry = match self.subject {
            RecordSubject::Month(month) => month::read(self, words, month).map(RecordEntry::Month),
            RecordSubject::Measure(id) => measure::read(self, words, id).map(RecordEntry::Measure),
            RecordSubject::Status => status::read(self, words).map(RecordEntry::Status),
            RecordSubject::Attestation => status::read_attestation(self, words).map(RecordEntry::Attestation),
            RecordSubject::GroupMark => group::read(self, words).map(RecordEntry::GroupMark),
            RecordSubject::Fall(month) => fall::read(self, words, month).map(RecordEntry::Fall),
            RecordSubject::Notice => return notice::read(self, words).map(Entered::Notice),
            RecordSubject::NewClue
            | RecordSubject::Clue(_)
            | RecordSubject::Begin
            | RecordSubject::Step(..)
            | RecordSubject::Ground(..)
            | RecordSubject::ProcedureOther(_) => return self.read_procedures(words).map(Entered::Procedures),
            RecordSubject::Contact(id) => return contact::read(self, words, id).map(Entered::Contact),
            RecordSubject::Setting(setting) => {
                return setting::read(self, words, setting).map(|value| Entered::Setting(setting, value));
            }
        };
        entry.map(Entered::Record)
    }

    fn read_procedures(&mut self, words: &Words) -> Option<ProcedureWrite> {
        match self.subject {
            RecordSubject::NewClue => clue::read(self, words),
            RecordSubject::Clue(_) => clue::read_act(self, words),
            RecordSubject::Begin => clue::read_begin_of(self, words),
            RecordSubject::Step(_, step) => procedure::read_step(self, words, step),
            RecordSubject::Ground(_, place) => procedure::read_ground(self, words, place),
            RecordSubject::ProcedureOther(_) => procedure::read_other(self, words),
            RecordSubject::Month(_)
            | RecordSubject::Measure(_)
            | RecordSubject::Status
            | RecordSubject::Attestation
            | RecordSubject::GroupMark
            | RecordSubject::Fall(_)
            | RecordSubject::Setting(_)
            | RecordSubject::Contact(_)
            | RecordSubject::Notice => None,
        }
    }

    /// The question to answer before an entry is kept.
    fn open_question(&self, words: &Words, entered: &Entered) -> Option<String> {
        let Entered::Record(RecordEntry::Status(entry)) = entered else { return None };
        status::question(self, words, entry).filter(|question| self.passed.as_ref() != Some(question))
    }

    fn household_id(&self) -> Option<HouseholdId> {
        self.file.as_ref().map(|file| file.household.id)
    }

    /// The day of a field; a mark where it cannot be read, nothing where it is empty.
    fn day(&mut self, words: &Words, key: &str) -> Option<NaiveDate> {
        self.form.day(key).unwrap_or_else(|sentence| {
            self.form.mark(key, words.t(sentence));
            None
        })
    }

    /// The thing in the state that the form started from, also where its draft was resumed since.
    fn basis<I>(&self, id: I) -> Basis<I> {
        Basis { id, revision: self.form.field(REVISION).and_then(|field| field.value().parse().ok()) }
    }

    /// Marks a field that must not be empty; tells whether it was.
    fn mark_if_blank(&mut self, words: &Words, key: &str, sentence: &str) -> bool {
        let is_blank = is_blank(self.form.value(key));
        if is_blank {
            self.form.mark(key, words.t(sentence));
        }
        is_blank
    }
}

impl FormScreen for RecordForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        self.subject.draft_key(self.file.as_ref().map(|file| file.household.id))
    }

    fn title(&self, around: Surroundings<'_>) -> String {
        let words = around.words;
        let what = match self.subject {
            RecordSubject::Month(month) | RecordSubject::Fall(month) => month.to_string(),
            RecordSubject::Setting(setting) => words.of(setting),
            RecordSubject::Contact(_) => {
                self.contact.as_ref().map(|it| it.name.as_str().to_owned()).unwrap_or_default()
            }
            RecordSubject::Notice => {
                words.with("several-has", &[("count", &self.notice_of.households.len().to_string())])
            }
            RecordSubject::Step(_, step) => words.of(step),
            RecordSubject::Clue(_) => self.clue.as_ref().map(|it| it.clue.of.name.to_string()).unwrap_or_default(),
            RecordSubject::Ground(..) | RecordSubject::ProcedureOther(_) => {
                self.procedure.as_ref().map(|it| it.row.name.to_string()).unwrap_or_default()
            }
            RecordSubject::Measure(_)
            | RecordSubject::Status
            | RecordSubject::Attestation
            | RecordSubject::GroupMark
            | RecordSubject::NewClue
            | RecordSubject::Begin => String::new(),
        };
        let name = self.file.as_ref().map(|file| file.row.name.clone()).unwrap_or_default();
        let parts = [words.t(self.subject.title()), name.into(), what];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A value of the policy is switched beside the screen, and the form gives way to the settings.
    fn save(&mut self, shell: &Shell) -> Saving {
        let Some(entered) = self.read(&shell.words) else { return Saving::Incomplete };
        self.asked = self.open_question(&shell.words, &entered);
        if let Some(question) = self.asked.clone() {
            return Saving::Ask { question, yes: shell.words.t("question-record-all-the-same") };
        }
        let draft = self.draft_key();
        Saving::Keep(match entered {
            Entered::Record(entry) => vec![Effect::Write(Write::KeepRecord { entry: Box::new(entry), draft })],
            Entered::Notice(entry) => {
                let (households, language) = (self.notice_of.households.clone(), shell.words.language());
                vec![Effect::Job(Job::WriteNotice { entry, households, language, draft })]
            }
            Entered::Procedures(write) => vec![Effect::Write(Write::OfProcedures(Box::new(write), Some(draft)))],
            Entered::Contact(entry) => vec![Effect::Write(Write::KeepContact { entry, draft })],
            Entered::Setting(setting, value) => {
                vec![
                    Effect::Go(Go::Back),
                    Effect::Job(Job::Override { setting, value: Some(value), draft: Some(draft) }),
                ]
            }
        })
    }

    fn pass(&mut self) {
        self.passed = self.asked.take();
    }

    fn reopen(&self) -> Read {
        if self.subject == RecordSubject::Notice {
            return Read::OpenNotice(self.notice_of.clone());
        }
        let household_id = self.file.as_ref().map(|file| file.household.id);
        Read::OpenRecord { household_id, subject: self.subject }
    }

    fn draft_stays_key(&self) -> &'static str {
        "form-draft-stays-record"
    }

    /// An amount of the month before.
    fn take_last(&mut self, words: &Words) -> bool {
        match self.subject {
            RecordSubject::Month(month) => month::take_last(self, words, month),
            RecordSubject::Measure(_)
            | RecordSubject::Status
            | RecordSubject::Attestation
            | RecordSubject::GroupMark
            | RecordSubject::Fall(_)
            | RecordSubject::Setting(_)
            | RecordSubject::Contact(_)
            | RecordSubject::Notice
            | RecordSubject::NewClue
            | RecordSubject::Clue(_)
            | RecordSubject::Begin
            | RecordSubject::Step(..)
            | RecordSubject::Ground(..)
            | RecordSubject::ProcedureOther(_) => false,
        }
    }

    fn arrange(&mut self, words: &Words) {
        match self.subject {
            RecordSubject::Month(_) => month::arrange(&mut self.form, words),
            RecordSubject::Status => status::arrange(&mut self.form),
            RecordSubject::Clue(_) => {
                let is_on_file = self.clue.as_ref().is_some_and(|it| it.clue.household_id.is_some());
                clue::act_arrange(&mut self.form, is_on_file);
            }
            RecordSubject::Begin => clue::begin_arrange(&mut self.form),
            RecordSubject::Step(_, step) => procedure::step_arrange(&mut self.form, step),
            RecordSubject::Ground(..) => procedure::ground_arrange(&mut self.form),
            RecordSubject::ProcedureOther(_) => procedure::other_arrange(&mut self.form),
            RecordSubject::Measure(_)
            | RecordSubject::Attestation
            | RecordSubject::GroupMark
            | RecordSubject::Fall(_)
            | RecordSubject::Setting(_)
            | RecordSubject::Contact(_)
            | RecordSubject::NewClue
            | RecordSubject::Notice => {}
        }
        self.form.understand(words);
        self.form.settle_focus();
    }
}

/// The fields of what is done about a clue or a procedure that is on file.
fn procedure_fields(
    words: &Words,
    subject: RecordSubject,
    clue: Option<&ListedClue>,
    procedure: Option<&ListedProcedure>,
    today: NaiveDate,
) -> Vec<Field> {
    if let (RecordSubject::Clue(_), Some(clue)) = (subject, clue) {
        return clue::act_fields(words, clue, today);
    }
    let Some(ListedProcedure { procedure, .. }) = procedure else { return Vec::new() };
    if let RecordSubject::Step(_, step) = subject {
        procedure::step_fields(words, procedure, step, today)
    } else if let RecordSubject::Ground(_, place) = subject {
        procedure::ground_fields(words, procedure, place, today)
    } else {
        procedure::other_fields(words, procedure, today)
    }
}

const SECTION: &str = "record-section";

fn field(words: &Words, key: &str, label: &str, kind: Kind) -> Field {
    Field::new(SECTION, key, words.t(label), kind)
}
