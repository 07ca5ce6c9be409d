//! The small forms by what they are about, and what one was filled in with.

use crate::domain::attestation::{AttestationEntry, AttestationFault};
use crate::domain::clue::ListedClue;
use crate::domain::clue_entry::{ClueFault, ClueRefusal};
use crate::domain::contact::Contact;
use crate::domain::fall_reason::{FallEntry, FallFault};
use crate::domain::group_mark::{GroupMarkEntry, GroupMarkFault};
use crate::domain::id::{ClueId, ContactId, HouseholdId, MeasureId, ProcedureId, RevisionId};
use crate::domain::measure::{MeasureEntry, MeasureFault};
use crate::domain::month::Month;
use crate::domain::month_entry::{MonthEntry, MonthFault};
use crate::domain::notice::NoticeKind;
use crate::domain::policy::{Setting, StepKind};
use crate::domain::procedure::fault::ProcedureFault;
use crate::domain::procedure::{BeginFault, Procedure, StepDone};
use crate::domain::status_entry::{StatusEntry, StatusFault};
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdFile, ListedProcedure};

use super::form::ShownFault;

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordSubject {
    Month(Month),
    /// None: a new measure.
    Measure(Option<MeasureId>),
    Status,
    Attestation,
    GroupMark,
    /// The reasons of the window that ends with this month.
    Fall(Month),
    Setting(Setting),
    Contact(ContactId),
    Notice,
    NewClue,
    Clue(ClueId),
    /// A procedure of a household.
    Begin,
    Step(ProcedureId, StepKind),
    /// A ground of exclusion, by its place.
    Ground(ProcedureId, usize),
    ProcedureOther(ProcedureId),
}

impl RecordSubject {
    /// What its draft belongs to.
    pub fn draft_key(self, household_id: Option<HouseholdId>) -> DraftKey {
        let form = match self {
            Self::Month(month) => format!("month.{month}"),
            Self::Measure(id) => format!("measure.{}", id.map(|id| id.to_string()).unwrap_or_default()),
            Self::Status => "status".to_owned(),
            Self::Attestation => "attestation".to_owned(),
            Self::GroupMark => "group_mark".to_owned(),
            Self::Fall(month) => format!("fall.{month}"),
            Self::Setting(setting) => format!("setting.{}", setting.code()),
            Self::Contact(id) => format!("contact.{id}"),
            Self::Notice => "notice".to_owned(),
            Self::NewClue => "clue".to_owned(),
            Self::Clue(id) => format!("clue.{id}"),
            Self::Begin => "procedure".to_owned(),
            Self::Step(id, step) => format!("step.{id}.{}", step.code()),
            Self::Ground(id, place) => format!("ground.{id}.{place}"),
            Self::ProcedureOther(id) => format!("procedure.{id}"),
        };
        DraftKey { form, household_id, visit_id: None }
    }

    /// The key of the form's title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Month(_) => "record-month",
            Self::Measure(None) => "record-measure-new",
            Self::Measure(Some(_)) => "record-measure",
            Self::Status => "record-status",
            Self::Attestation => "record-attestation",
            Self::GroupMark => "record-group",
            Self::Fall(_) => "record-fall",
            Self::Setting(_) => "record-setting",
            Self::Contact(_) => "record-contact",
            Self::Notice => "record-notice",
            Self::NewClue => "record-clue-new",
            Self::Clue(_) => "record-clue",
            Self::Begin => "record-procedure-begin",
            Self::Step(..) => "record-step",
            Self::Ground(..) => "record-ground",
            Self::ProcedureOther(_) => "record-procedure",
        }
    }
}

/// The households of a notice, and the step of a procedure that posts it.
#[derive(Debug, Clone, Default)]
pub struct NoticeOf {
    pub households: Vec<HouseholdId>,
    pub posted_by: Option<Box<(Procedure, StepKind)>>,
}

impl NoticeOf {
    /// Its kind, where a procedure posts it.
    pub fn kind(&self) -> Option<NoticeKind> {
        let (procedure, step) = self.posted_by.as_deref()?;
        NoticeKind::of_step(procedure.kind, *step)
    }

    /// The step as it is done, where it is posted already.
    pub fn posted(&self) -> Option<&StepDone> {
        let (procedure, step) = self.posted_by.as_deref()?;
        procedure.done(*step)
    }
}

/// What a form is filled in with: what is on file of a household, of a contact, of the database.
#[derive(Debug)]
pub enum RecordOf {
    Household(Box<HouseholdFile>),
    Contact(Box<Contact>, Option<RevisionId>),
    Notice(NoticeOf),
    Clue(Box<ListedClue>),
    Procedure(Box<ListedProcedure>),
    Database,
}

/// An entry of a household, ready to be kept.
#[derive(Debug, Clone)]
pub enum RecordEntry {
    Month(MonthEntry),
    Measure(MeasureEntry),
    Status(StatusEntry),
    Attestation(AttestationEntry),
    GroupMark(GroupMarkEntry),
    Fall(FallEntry),
}

/// What is wrong with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordFault {
    Month(MonthFault),
    Measure(MeasureFault),
    Status(StatusFault),
    Attestation(AttestationFault),
    GroupMark(GroupMarkFault),
    Fall(FallFault),
    Clue(ClueFault),
    ClueChange(ClueRefusal),
    Begin(BeginFault),
    Procedure(ProcedureFault),
}

impl RecordFault {
    fn shown(&self) -> &dyn ShownFault {
        match self {
            Self::Month(fault) => fault,
            Self::Measure(fault) => fault,
            Self::Status(fault) => fault,
            Self::Attestation(fault) => fault,
            Self::GroupMark(fault) => fault,
            Self::Fall(fault) => fault,
            Self::Clue(fault) => fault,
            Self::ClueChange(fault) => fault,
            Self::Begin(fault) => fault,
            Self::Procedure(fault) => fault,
        }
    }
}

impl ShownFault for RecordFault {
    fn field(&self) -> String {
        self.shown().field()
    }

    fn sentence(&self, words: &Words) -> String {
        self.shown().sentence(words)
    }
}
