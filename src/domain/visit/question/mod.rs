//! The questions of a visit that have one answer each, as one table: what each takes, what a visit says to it,
//! and how an entry is made to say it. The form, what stands beside it, the visit's page and the differences
//! between its states, the printed sheet and the JSON go over this table. What is asked once a check, an
//! indicator, an amount, a member or a line has a list of its own.

use crate::domain::checks::{Check, CheckAnswer, HousingGrade, WaterLevel, WaterSource};
use crate::domain::codes::{Coded, coded};
use crate::domain::verdict::Verdict;
use crate::domain::visit::{LifeChange, MemberNamed, Signature, SignatureKind, Visit, VisitMode, VisitPurpose};
use crate::domain::visit_entry::VisitEntry;

coded! {
    /// The sections of a visit, in the order in which a monitored household is asked.
    Section {
        When = "when",
        Income = "income",
        Checks = "checks",
        Water = "water",
        Changes = "changes",
        Risk = "risk",
        Problems = "problems",
        Signature = "signature",
    }
}

coded! {
    /// A question, in the order of the form within its section. Its words stand under `Question-code`, what to
    /// say while it is answered under its attribute `hint`; the code is its name in the JSON.
    Question {
        Mode = "mode",
        Purpose = "purpose",
        Visitors = "visitors",
        HousingGrade = "housing_grade",
        /// 唯一住房
        OnlyDwelling = "only_dwelling",
        /// 搬迁入住
        LivedIn = "lived_in",
        WaterSource = "water_source",
        Changes = "changes",
        PopulationChange = "population_change",
        FellIll = "fell_ill",
        PoliciesDue = "policies_due",
        Verdict = "verdict",
        /// 群众诉求
        Requests = "requests",
        Note = "note",
        Signature = "signature",
        SignatureReason = "signature_reason",
    }
}

/// Values to choose from, by their codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The words for a code stand under `family-code`.
    pub family: &'static str,
    pub codes: Vec<&'static str>,
    /// The one that means *none of it*.
    pub none: Option<&'static str>,
}

impl Choices {
    fn of<T: Coded>(none: Option<T>) -> Self {
        Self {
            family: T::FAMILY,
            codes: T::VALUES.iter().map(|value| value.stable_code()).collect(),
            none: none.map(Coded::stable_code),
        }
    }

    /// Without a value that nobody chooses.
    fn without<T: Coded>(mut self, value: T) -> Self {
        self.codes.retain(|code| *code != value.stable_code());
        self
    }

    /// The code that a text is, if it is one of them.
    pub fn find(&self, text: &str) -> Option<&'static str> {
        self.codes.iter().copied().find(|code| *code == text)
    }
}

/// What a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    YesOrNo,
    One(Choices),
    Any(Choices),
    /// Members of the household.
    Members,
    /// Names of persons.
    Names,
    /// A number with its sign.
    Change,
    /// Words on a line.
    Text,
    /// Words on several lines.
    Note,
}

/// What was said to a question. Never empty: where nothing was said there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    YesOrNo(bool),
    One(&'static str),
    Any(Vec<&'static str>),
    Members(Vec<MemberNamed>),
    Names(Vec<String>),
    Change(i32),
    /// On one line or several.
    Text(String),
}

impl Question {
    /// The questions of a section, in the order of the form.
    pub fn of_section(section: Section) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |question| question.section() == section)
    }

    pub const fn section(self) -> Section {
        match self {
            Self::Mode | Self::Purpose | Self::Visitors => Section::When,
            Self::HousingGrade | Self::OnlyDwelling | Self::LivedIn => Section::Checks,
            Self::WaterSource => Section::Water,
            Self::Changes | Self::PopulationChange | Self::FellIll | Self::PoliciesDue => Section::Changes,
            Self::Verdict => Section::Risk,
            Self::Requests | Self::Note => Section::Problems,
            Self::Signature | Self::SignatureReason => Section::Signature,
        }
    }

    pub fn takes(self) -> Takes {
        match self {
            Self::Mode => Takes::One(Choices::of::<VisitMode>(None).without(VisitMode::Unknown)),
            Self::Purpose => Takes::One(Choices::of::<VisitPurpose>(None)),
            Self::HousingGrade => Takes::One(Choices::of(Some(HousingGrade::NotGraded))),
            Self::OnlyDwelling | Self::LivedIn => Takes::YesOrNo,
            Self::WaterSource => Takes::One(Choices::of::<WaterSource>(None)),
            Self::Changes => Takes::Any(Choices::of(Some(LifeChange::Nothing))),
            Self::PopulationChange => Takes::Change,
            Self::FellIll => Takes::Members,
            Self::Verdict => Takes::One(Choices::of::<Verdict>(None)),
            Self::Signature => Takes::One(Choices::of::<SignatureKind>(None)),
            Self::PoliciesDue | Self::Requests | Self::SignatureReason => Takes::Text,
            Self::Visitors => Takes::Names,
            Self::Note => Takes::Note,
        }
    }

    /// What a visit says to it.
    pub fn of(self, visit: &Visit) -> Option<Said> {
        let found = &visit.findings;
        match self {
            Self::Mode => one(visit.mode),
            Self::Purpose => one(visit.purpose),
            Self::Visitors => some(&visit.visitors, Said::Names),
            Self::HousingGrade => one(found.housing_grade),
            Self::OnlyDwelling => found.only_dwelling.map(Said::YesOrNo),
            Self::LivedIn => found.lived_in.map(Said::YesOrNo),
            Self::WaterSource => one(found.water_source),
            Self::Changes => any(&found.changes),
            Self::PopulationChange => found.population_change.map(Said::Change),
            Self::FellIll => some(&found.fell_ill, Said::Members),
            Self::PoliciesDue => text(&found.policies_due),
            Self::Verdict => one(found.verdict),
            Self::Requests => text(&found.requests),
            Self::Note => text(&visit.note),
            Self::Signature => one(found.signature.as_ref().map(|signature| signature.kind)),
            Self::SignatureReason => found.signature.as_ref().and_then(|signature| text(&signature.reason)),
        }
    }

    /// Makes an entry say it. The reason for a signature follows its kind.
    pub fn say(self, entry: &mut VisitEntry, said: Option<Said>) {
        let found = &mut entry.findings;
        match self {
            Self::Mode => entry.mode = the_one(said.as_ref()),
            Self::Purpose => entry.purpose = the_one(said.as_ref()),
            Self::Visitors => entry.visitors = the_names(said),
            Self::HousingGrade => found.housing_grade = the_one(said.as_ref()),
            Self::OnlyDwelling => found.only_dwelling = yes_or_no(said.as_ref()),
            Self::LivedIn => found.lived_in = yes_or_no(said.as_ref()),
            Self::WaterSource => found.water_source = the_one(said.as_ref()),
            Self::Changes => found.changes = those(said),
            Self::PopulationChange => found.population_change = the_change(said.as_ref()),
            Self::FellIll => found.fell_ill = the_members(said),
            Self::PoliciesDue => found.policies_due = the_text(said),
            Self::Verdict => found.verdict = the_one(said.as_ref()),
            Self::Requests => found.requests = the_text(said).into(),
            Self::Note => entry.note = the_text(said).into(),
            Self::Signature => {
                found.signature = the_one(said.as_ref()).map(|kind| Signature { kind, reason: String::new() });
            }
            Self::SignatureReason => {
                if let Some(signature) = &mut found.signature {
                    signature.reason = the_text(said);
                }
            }
        }
    }

    /// An answer shows that something was looked at: the visit serves as last time.
    pub const fn shows_a_look(self) -> bool {
        match self {
            Self::HousingGrade
            | Self::OnlyDwelling
            | Self::LivedIn
            | Self::WaterSource
            | Self::Changes
            | Self::Verdict => true,
            Self::Mode
            | Self::Purpose
            | Self::Visitors
            | Self::PopulationChange
            | Self::FellIll
            | Self::PoliciesDue
            | Self::Requests
            | Self::Note
            | Self::Signature
            | Self::SignatureReason => false,
        }
    }

    /// The key of its field in the form, and so in drafts. A question that is added has its code.
    pub const fn key(self) -> &'static str {
        match self {
            Self::HousingGrade => "housing.grade",
            Self::OnlyDwelling => "housing.only",
            Self::LivedIn => "housing.lived_in",
            Self::WaterSource => "water.source",
            Self::PopulationChange => "population",
            Self::FellIll => "ill",
            Self::SignatureReason => "signature.reason",
            other => other.code(),
        }
    }

    /// The question whose field has this key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|question| question.key() == key)
    }
}

impl Visit {
    /// Something was looked at.
    pub fn has_answers(&self) -> bool {
        let found = &self.findings;
        Check::ALL.iter().any(|check| found.answer(*check) != CheckAnswer::NotChecked)
            || found.water.values().any(|level| *level != WaterLevel::NotChecked)
            || Question::ALL.iter().any(|question| question.shows_a_look() && question.of(self).is_some())
            || !found.members.is_empty()
            || !found.spending.is_empty()
            || !found.measures.is_empty()
            || !found.policies_followed.is_empty()
    }
}

fn one<T: Coded>(value: Option<T>) -> Option<Said> {
    value.map(|value| Said::One(value.stable_code()))
}

fn any<T: Coded>(values: &[T]) -> Option<Said> {
    let codes: Vec<&'static str> = values.iter().map(|value| value.stable_code()).collect();
    some(&codes, Said::Any)
}

fn some<T: Clone>(values: &[T], said: fn(Vec<T>) -> Said) -> Option<Said> {
    (!values.is_empty()).then(|| said(values.to_vec()))
}

fn text(text: &str) -> Option<Said> {
    (!text.is_empty()).then(|| Said::Text(text.to_owned()))
}

fn coded_value<T: Coded>(code: &str) -> Option<T> {
    T::VALUES.iter().copied().find(|value| value.stable_code() == code)
}

fn the_one<T: Coded>(said: Option<&Said>) -> Option<T> {
    if let Some(Said::One(code)) = said { coded_value(code) } else { None }
}

fn those<T: Coded>(said: Option<Said>) -> Vec<T> {
    if let Some(Said::Any(codes)) = said { codes.into_iter().filter_map(coded_value).collect() } else { Vec::new() }
}

fn yes_or_no(said: Option<&Said>) -> Option<bool> {
    if let Some(Said::YesOrNo(yes)) = said { Some(*yes) } else { None }
}

fn the_change(said: Option<&Said>) -> Option<i32> {
    if let Some(Said::Change(by)) = said { Some(*by) } else { None }
}

fn the_names(said: Option<Said>) -> Vec<String> {
    if let Some(Said::Names(names)) = said { names } else { Vec::new() }
}

fn the_members(said: Option<Said>) -> Vec<MemberNamed> {
    if let Some(Said::Members(members)) = said { members } else { Vec::new() }
}

fn the_text(said: Option<Said>) -> String {
    if let Some(Said::Text(text)) = said { text } else { String::new() }
}

#[cfg(test)]
mod tests;
