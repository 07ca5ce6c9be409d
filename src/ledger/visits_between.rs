//! The visits of all households between two days.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::visit::Visit;
use crate::store::StoreError;

use super::Ledger;

/// A household and its visits, oldest first.
#[derive(Debug, Clone)]
pub struct HouseholdVisits {
    pub row: DueRow,
    pub visits: Vec<Visit>,
    /// The visits that count for its cadence.
    pub counted: Vec<bool>,
}

impl Ledger {
    /// The visits that are not void, by township, village and code; also of those that left the list.
    pub fn visits_between(
        &self,
        days: RangeInclusive<NaiveDate>,
        is_wanted: impl Fn(&DueRow) -> bool,
    ) -> Result<Vec<HouseholdVisits>, StoreError> {
        let reader = self.store.reader();
        let mut rows = reader.list_due_rows(None)?;
        rows.extend(reader.list_inactive_rows()?);
        rows.sort_by(|a, b| (&a.township, &a.village, &a.code).cmp(&(&b.township, &b.village, &b.code)));
        let mut all = Vec::new();
        for row in rows.into_iter().filter(is_wanted) {
            let mut visits = reader.list_visits(row.id)?;
            visits.retain(|visit| !visit.voided && days.contains(&visit.visited_on));
            let modes = self.policy.cadence(row.class, row.category()).map(|cadence| cadence.counted_modes.as_slice());
            let counted = visits.iter().map(|visit| visit.is_counted(modes.unwrap_or_default())).collect();
            all.push(HouseholdVisits { row, visits, counted });
        }
        Ok(all)
    }
}
