//! A village's water report 水质检测报告: quality cannot be tested at a kitchen table, so that it is kept
//! once for the village and taken over by a key.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::checks::WaterLevel;
use super::facts::HouseholdFact;
use super::household::Household;
use super::id::WaterReportId;

/// Which village: two townships may each have one of the same name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Village {
    pub township: String,
    pub name: String,
}

impl Village {
    pub fn of(household: &Household) -> Self {
        Self {
            township: household.fact(HouseholdFact::Township).to_owned(),
            name: household.fact(HouseholdFact::Village).to_owned(),
        }
    }
}

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaterReport {
    pub id: WaterReportId,
    pub village: Village,
    pub tested_on: NaiveDate,
    pub level: WaterLevel,
    /// Who tested, the number of the report.
    pub note: String,
    /// It was recorded by mistake.
    #[serde(default)]
    pub voided: bool,
}

/// The report that holds on a day: the latest one until then. `reports` are in order of their days.
pub fn report_on(reports: &[WaterReport], day: NaiveDate) -> Option<&WaterReport> {
    reports.iter().rev().find(|report| report.tested_on <= day)
}
