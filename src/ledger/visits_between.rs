//! The visits of all households between two days.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::month_duty::Rhythm;
use crate::domain::visit::Visit;
use crate::store::StoreError;

use super::{Ledger, Progress};

/// A household and its visits, oldest first.
#[derive(Debug, Clone)]
pub struct HouseholdVisits {
    pub row: DueRow,
    pub visits: Vec<Visit>,
    /// Whether each counts, by the class of its day.
    pub counted: Vec<bool>,
}

impl Ledger {
    /// The visits that are not void, by township, village and code; also of those that left the list.
    pub fn visits_between(
        &self,
        days: RangeInclusive<NaiveDate>,
        is_wanted: impl Fn(&DueRow) -> bool,
        progress: Progress<'_>,
    ) -> Result<Vec<HouseholdVisits>, StoreError> {
        let reader = self.store.reader();
        let mut rows = self.rows_ever_by_place()?;
        rows.retain(|row| is_wanted(row));
        let total = rows.len();
        let mut all = Vec::with_capacity(total);
        for row in rows {
            let mut visits = reader.list_visits(row.id)?;
            visits.retain(|visit| !visit.voided && days.contains(&visit.visited_on));
            let history = reader.list_status_changes(row.id)?;
            let rhythm = Rhythm::of(&self.policy, &row, &history, &[]);
            let counted = visits.iter().map(|visit| rhythm.counts(&visit.dated())).collect();
            all.push(HouseholdVisits { row, visits, counted });
            progress(all.len(), total);
        }
        Ok(all)
    }
}
