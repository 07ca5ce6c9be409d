//! The small forms by what they are about, and what one was filled in with.

use crate::domain::fall_reason::FallReason;
use crate::domain::id::{HouseholdId, MeasureId};
use crate::domain::month::Month;
use crate::domain::policy::Setting;
use crate::ledger::{AttestationEntry, DraftKey, MeasureEntry, MonthEntry, StatusEntry};

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordSubject {
    Month(Month),
    /// None: a new measure.
    Measure(Option<MeasureId>),
    Status,
    Attestation,
    /// The reasons of the window that ends with this month.
    Fall(Month),
    Setting(Setting),
}

impl RecordSubject {
    /// What its draft belongs to.
    pub fn draft_key(self, household_id: Option<HouseholdId>) -> DraftKey {
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
    pub const fn title(self) -> &'static str {
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

/// An entry of a household, ready to be kept.
#[derive(Debug, Clone)]
pub enum RecordEntry {
    Month(MonthEntry),
    Measure(MeasureEntry),
    Status(StatusEntry),
    Attestation(AttestationEntry),
    Fall { household_id: HouseholdId, window_end: Month, reasons: Vec<FallReason>, note: String },
}
