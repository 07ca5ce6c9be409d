//! What is wrong with an entry, as a form shows it: at which field, in which words.

use crate::domain::attestation::AttestationFault;
use crate::domain::clue_entry::{ClueFault, ClueRefusal};
use crate::domain::contact::ContactFault;
use crate::domain::fall_reason::FallFault;
use crate::domain::group_mark::GroupMarkFault;
use crate::domain::household_entry::HouseholdFault;
use crate::domain::measure::MeasureFault;
use crate::domain::month_entry::MonthFault;
use crate::domain::notice::NoticeFault;
use crate::domain::procedure::BeginFault;
use crate::domain::procedure::fault::ProcedureFault;
use crate::domain::status_entry::StatusFault;
use crate::domain::water_report::WaterReportFault;
use crate::i18n::Words;
use crate::report::notice::notice_fault_words;

use super::Form;

/// A fault of an entry, whoever found it: the form before it saved, or the ledger.
pub trait ShownFault {
    /// The key of the field where it can be mended.
    fn field(&self) -> String;
    fn sentence(&self, words: &Words) -> String;
}

/// A sentence at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub key: String,
    pub sentence: String,
}

impl Mark {
    /// The mark of a fault, in words.
    pub fn of(fault: &impl ShownFault, words: &Words) -> Self {
        Self { key: fault.field(), sentence: fault.sentence(words) }
    }
}

impl Form {
    /// Marks fields in their order, so that the first of them gets the focus.
    pub fn mark_all(&mut self, marks: &[Mark]) {
        let mut marks: Vec<&Mark> = marks.iter().collect();
        marks.sort_by_key(|mark| self.fields.iter().position(|field| field.key == mark.key));
        for mark in marks {
            self.mark(&mark.key, mark.sentence.clone());
        }
    }

    /// Marks what is wrong with an entry at its fields.
    pub fn mark_faults<F: ShownFault>(&mut self, words: &Words, faults: &[F]) {
        let marks: Vec<Mark> = faults.iter().map(|fault| Mark::of(fault, words)).collect();
        self.mark_all(&marks);
    }
}

impl ShownFault for ClueFault {
    fn field(&self) -> String {
        clue_field(*self).to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for ClueRefusal {
    fn field(&self) -> String {
        clue_change_field(*self).to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for BeginFault {
    fn field(&self) -> String {
        begin_field(*self).to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for ProcedureFault {
    fn field(&self) -> String {
        procedure_field(*self).to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

/// The field at which a fault of a clue can be mended.
const fn clue_field(fault: ClueFault) -> &'static str {
    match fault {
        ClueFault::NameMissing | ClueFault::OtherHousehold => "name",
        ClueFault::VillageMissing => "village",
        ClueFault::DayImpossible => "on",
        ClueFault::WhatMissing => "what",
    }
}

/// The same of what is done about one.
const fn clue_change_field(refusal: ClueRefusal) -> &'static str {
    match refusal {
        ClueRefusal::NotAsItStands | ClueRefusal::NotChecked | ClueRefusal::InProcedure => "way",
        ClueRefusal::DayImpossible => "on",
        ClueRefusal::WhyMissing => "why",
        ClueRefusal::Incomplete | ClueRefusal::NothingNew => "what",
    }
}

/// The same of a procedure that is begun.
const fn begin_field(fault: BeginFault) -> &'static str {
    match fault {
        BeginFault::NotPossible | BeginFault::UnderWay | BeginFault::TooLittleSaid => "kind",
        BeginFault::DayImpossible => "on",
        BeginFault::CategoryMissing => "category",
    }
}

/// The same of what is done about one.
const fn procedure_field(fault: ProcedureFault) -> &'static str {
    match fault {
        ProcedureFault::NotItsTurn
        | ProcedureFault::NoticeNotPosted
        | ProcedureFault::Unknown
        | ProcedureFault::NotReady
        | ProcedureFault::StatusImpossible
        | ProcedureFault::GroundHolds
        | ProcedureFault::CannotBeLeftOut => "way",
        ProcedureFault::DayImpossible | ProcedureFault::NoticeNotOver => "on",
        ProcedureFault::TooFewPeople => "person.1",
        ProcedureFault::NotSigned => "signed.1",
        ProcedureFault::GroundsUnknown | ProcedureFault::ReadyUnknown | ProcedureFault::WhyMissing => "note",
        ProcedureFault::NoticeUntilMissing | ProcedureFault::NoticeTooShort | ProcedureFault::NoticeTooLong => "until",
        ProcedureFault::ObjectionsNotSaid | ProcedureFault::ObjectionUpheld => "objected",
        ProcedureFault::FindingMissing => "finding",
    }
}

impl ShownFault for MonthFault {
    fn field(&self) -> String {
        match self {
            Self::AmountsMissing | Self::InFuture => "amount.wage".to_owned(),
        }
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for MeasureFault {
    fn field(&self) -> String {
        let key = match self {
            Self::ItemMissing => "item",
            Self::PlannedBeforeItBegins => "planned_end",
            Self::EndedBeforeItBegan | Self::EndedInFuture => "ended_on",
        };
        key.to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for StatusFault {
    fn field(&self) -> String {
        let key = match self {
            Self::NotPossible | Self::DetailMissing => "kind",
            Self::InFuture | Self::BeforeLastChange(_) => "on",
        };
        key.to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.t(&format!("StatusFault-{}", self.code()))
    }
}

impl ShownFault for AttestationFault {
    fn field(&self) -> String {
        match self {
            Self::DayImpossible => "on".to_owned(),
            Self::NoteMissing => "note".to_owned(),
        }
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for GroupMarkFault {
    fn field(&self) -> String {
        match self {
            Self::UnknownGroup => "group".to_owned(),
            Self::WhyMissing => "why".to_owned(),
        }
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for FallFault {
    fn field(&self) -> String {
        match self {
            Self::ReasonsMissing => "reasons".to_owned(),
        }
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for WaterReportFault {
    fn field(&self) -> String {
        match self {
            Self::DayInFuture | Self::DayTooEarly => "tested_on".to_owned(),
            Self::LevelMissing => "level".to_owned(),
        }
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for HouseholdFault {
    fn field(&self) -> String {
        let key = match self {
            Self::NameMissing => "name",
            Self::VillageMissing => "village",
            Self::ClassUnknown | Self::StatusByItsVerb => "label",
            Self::CodeTaken => "code",
        };
        key.to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for ContactFault {
    fn field(&self) -> String {
        let key = match self {
            Self::UnitTooLong => "unit",
            Self::PostTooLong => "post",
            Self::PhoneImpossible => "phone",
        };
        key.to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        words.of(*self)
    }
}

impl ShownFault for NoticeFault {
    fn field(&self) -> String {
        let key = match self {
            Self::UnitMissing => "unit",
            Self::PlaceMissing => "place",
            Self::PhoneImpossible | Self::PhoneOfAPerson => "phone",
            Self::UntilMissing | Self::TooShort(_) => "until",
        };
        key.to_owned()
    }

    fn sentence(&self, words: &Words) -> String {
        notice_fault_words(words, *self)
    }
}
