//! Keeping a village's water report: once for all its households.

use crate::domain::id::WaterReportId;
use crate::domain::village::Village;
use crate::domain::water_report::{WaterReport, WaterReportEntry, WaterReportFault};
use crate::store::{DraftKey, StoreError};

use super::{Ledger, Refused};

impl Ledger {
    /// A village's reports, in order of their days.
    pub fn water_reports(&self, village: &Village) -> Result<Vec<WaterReport>, StoreError> {
        self.store.reader().list_water_reports(village)
    }

    /// Keeps a report; one of the same village and day is corrected.
    pub fn keep_water_report(
        &mut self,
        entry: &WaterReportEntry,
        draft: Option<&DraftKey>,
    ) -> Result<(), Refused<WaterReportFault>> {
        Refused::if_any(entry.faults(self.today()))?;
        self.keep(draft, |writer, _| {
            let known = writer.reader().list_water_reports(&entry.village)?;
            let same = known.iter().rev().find(|report| report.tested_on == entry.tested_on);
            let report = entry.report(same.map_or_else(WaterReportId::fresh, |same| same.id));
            if same != Some(&report) {
                writer.put(report, None)?;
            }
            Ok(())
        })
    }
}
