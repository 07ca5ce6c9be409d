//! The roster as it stands: every active household with its members.

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::household::{Household, Member};
use crate::store::StoreError;

use super::{Ledger, Progress};

/// A household as a roster would have it.
#[derive(Debug, Clone)]
pub struct Listed {
    pub household: Household,
    pub members: Vec<Member>,
    /// The last counted visit.
    pub last_visit_on: Option<NaiveDate>,
}

impl Ledger {
    /// By township, village, group and code.
    pub fn roster(
        &self,
        is_wanted: impl Fn(&DueRow) -> bool,
        progress: Progress<'_>,
    ) -> Result<Vec<Listed>, StoreError> {
        let reader = self.store.reader();
        let mut rows = reader.list_due_rows(None)?;
        rows.retain(|row| is_wanted(row));
        let place = |row: &DueRow| (row.township.clone(), row.village.clone(), row.group.clone(), row.code.clone());
        rows.sort_by_cached_key(place);
        let mut listed = Vec::with_capacity(rows.len());
        let total = rows.len();
        for row in rows {
            let household = reader.get_household(row.id)?;
            let members = reader.list_members(row.id)?;
            listed.push(Listed { household, members, last_visit_on: row.last_counted.map(|(on, _)| on) });
            progress(listed.len(), total);
        }
        Ok(listed)
    }
}
