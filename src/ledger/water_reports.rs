//! Keeping a village's water report: once for all its households.

use chrono::NaiveDate;

use crate::domain::checks::WaterLevel;
use crate::domain::clean::clean_text;
use crate::domain::id::WaterReportId;
use crate::domain::visit::check_visit_day;
use crate::domain::water_report::{Village, WaterReport};
use crate::store::{DraftKey, StoreError};

use super::Ledger;
use super::alerts::write;

/// A report as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaterReportEntry {
    pub village: Village,
    pub tested_on: NaiveDate,
    pub level: WaterLevel,
    pub note: String,
}

impl Ledger {
    /// A village's reports, in order of their days.
    pub fn water_reports(&self, village: &Village) -> Result<Vec<WaterReport>, StoreError> {
        self.store.reader().list_water_reports(village)
    }

    /// Keeps a report; one of the same village and day is corrected.
    pub fn keep_water_report(&mut self, entry: &WaterReportEntry, draft: Option<&DraftKey>) -> Result<(), StoreError> {
        if check_visit_day(entry.tested_on, self.today()).is_err() || entry.level == WaterLevel::NotChecked {
            return Err(StoreError::Refused("water report".to_owned()));
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let known = writer.reader().list_water_reports(&entry.village)?;
            let same = known.iter().rev().find(|report| report.tested_on == entry.tested_on);
            let report = WaterReport {
                id: same.map_or_else(WaterReportId::fresh, |same| same.id),
                village: entry.village.clone(),
                tested_on: entry.tested_on,
                level: entry.level,
                note: clean_text(&entry.note),
                voided: false,
            };
            if same != Some(&report) {
                writer.put(report, None)?;
            }
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            Ok(())
        })
    }
}
