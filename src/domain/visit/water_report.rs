//! A village's water report 水质检测报告: quality cannot be tested at a kitchen table, so that it is kept
//! once for the village and taken over by a key.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::checks::WaterLevel;
use crate::domain::clean::clean_text;
use crate::domain::codes::coded;
use crate::domain::id::WaterReportId;
use crate::domain::village::Village;
use crate::domain::visit::{PastDayFault, check_past_day};

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

/// A report as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaterReportEntry {
    pub village: Village,
    pub tested_on: NaiveDate,
    pub level: WaterLevel,
    pub note: String,
}

coded! {
    /// Why a report cannot be kept as it was entered.
    WaterReportFault {
        DayInFuture = "day_in_future",
        DayTooEarly = "day_too_early",
        /// A report says what was found.
        LevelMissing = "level_missing",
    }
}

impl WaterReportEntry {
    /// Everything that keeps the entry from being kept, in the order of the form.
    pub fn faults(&self, today: NaiveDate) -> Vec<WaterReportFault> {
        let day = check_past_day(self.tested_on, today).err().map(|fault| match fault {
            PastDayFault::Future => WaterReportFault::DayInFuture,
            PastDayFault::TooEarly => WaterReportFault::DayTooEarly,
        });
        let level = (self.level == WaterLevel::NotChecked).then_some(WaterReportFault::LevelMissing);
        day.into_iter().chain(level).collect()
    }

    /// What the entry states, its note cleaned.
    pub fn report(&self, id: WaterReportId) -> WaterReport {
        WaterReport {
            id,
            village: self.village.clone(),
            tested_on: self.tested_on,
            level: self.level,
            note: clean_text(&self.note),
            voided: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_what_was_found_on_a_day_that_is_past() {
        use WaterReportFault::{DayInFuture, DayTooEarly, LevelMissing};
        for (on, level, faults) in [
            ("2026-11-22", WaterLevel::Met, vec![]),
            ("2026-11-23", WaterLevel::Met, vec![DayInFuture]),
            ("1999-12-31", WaterLevel::NotMet, vec![DayTooEarly]),
            ("2026-11-23", WaterLevel::NotChecked, vec![DayInFuture, LevelMissing]),
        ] {
            let village = Village { township: "桥头镇".to_owned(), name: "石门村".to_owned() };
            let entry = WaterReportEntry { village, tested_on: on.parse().unwrap(), level, note: String::new() };
            assert_eq!(entry.faults("2026-11-22".parse().unwrap()), faults, "{on} {level:?}");
        }
    }
}
