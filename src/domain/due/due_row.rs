//! One household as the lists show it.

use chrono::NaiveDate;

use crate::domain::alert::{AlertKind, StandingAlerts};
use crate::domain::class::HouseholdClass;
use crate::domain::id::HouseholdId;
use crate::domain::key_group::GroupStanding;
use crate::domain::label::HouseholdLabel;
use crate::domain::personal::Personal;
use crate::domain::revisit::{self, RevisitState};
use crate::domain::rough_date::RoughDate;
use crate::domain::visit::{Try, VisitMode};

/// What a list needs of a household, and nothing that grows with its visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    pub id: HouseholdId,
    pub code: String,
    pub name: Personal,
    pub township: String,
    pub village: String,
    pub group: String,
    pub contact: String,
    pub phone: Personal,
    /// Codes of risk types, comma-separated.
    pub risks: String,
    pub id_number: Personal,
    pub population: Option<u32>,
    pub label: Option<HouseholdLabel>,
    pub class: HouseholdClass,
    pub since: RoughDate,
    /// Nobody stated it: it is the day on which the class came on file.
    pub since_defaulted: bool,
    pub on_file_since: NaiveDate,
    pub active: bool,
    pub last_counted: Option<(NaiveDate, VisitMode)>,
    /// A later visit that does not count.
    pub last_try: Option<(NaiveDate, Try)>,
    pub due_on: Option<NaiveDate>,
    /// A visit form was begun and not saved.
    pub has_draft: bool,
    /// Its alerts as they were computed; none where they are to be computed.
    pub alerts: Option<StandingAlerts>,
}

impl DueRow {
    pub fn state(&self, today: NaiveDate) -> RevisitState {
        revisit::state(self.due_on, today)
    }

    pub fn days_overdue(&self, today: NaiveDate) -> i64 {
        revisit::days_overdue(self.due_on, today)
    }

    /// Its alerts on a day, the gravest first; none where they are to be computed. What left the list has none.
    pub fn alerts_on(&self, today: NaiveDate) -> Option<&[AlertKind]> {
        if self.active { self.alerts.as_ref()?.on(today) } else { Some(&[]) }
    }

    /// The plan's groups that it is in, or perhaps, on a day; none where they are to be computed.
    pub fn groups_on(&self, today: NaiveDate) -> Option<&[GroupStanding]> {
        if self.active { self.alerts.as_ref()?.groups_on(today) } else { Some(&[]) }
    }

    /// The monitored category, where the household has one.
    pub fn category(&self) -> Option<HouseholdLabel> {
        self.label.filter(|label| label.is_monitored_category())
    }

    /// The order of the list: by due date, then code; those without a due date last.
    pub fn order(&self) -> (bool, Option<NaiveDate>, &str) {
        (self.due_on.is_none(), self.due_on, &self.code)
    }
}
