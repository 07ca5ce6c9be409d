//! The table of villages' water reports.

use crate::domain::village::Village;
use crate::domain::water_report::WaterReport;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(WaterReport in "water_reports" of |_| None, {
    id, village, tested_on, level, note, voided,
});

impl Reader<'_> {
    /// A village's reports, in order of their days and of recording.
    pub fn list_water_reports(&self, village: &Village) -> Result<Vec<WaterReport>, StoreError> {
        self.list(
            "WHERE township = ?1 AND village = ?2 AND voided = 0 ORDER BY tested_on, seq",
            [&village.township, &village.name],
        )
    }
}
