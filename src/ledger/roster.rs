//! The roster as it stands: every active household with its members.

use chrono::NaiveDate;

use crate::domain::household::{Household, Member};
use crate::store::StoreError;

use super::Ledger;

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
    pub fn roster(&self) -> Result<Vec<Listed>, StoreError> {
        let reader = self.store.reader();
        let mut rows = reader.list_due_rows(None)?;
        let place = |row: &crate::domain::due_row::DueRow| {
            (row.township.clone(), row.village.clone(), row.group.clone(), row.code.clone())
        };
        rows.sort_by_cached_key(place);
        let mut listed = Vec::with_capacity(rows.len());
        for row in rows {
            let household = reader.get_household(row.id)?;
            let members = reader.list_members(row.id)?;
            listed.push(Listed { household, members, last_visit_on: row.last_counted.map(|(on, _)| on) });
        }
        Ok(listed)
    }
}
