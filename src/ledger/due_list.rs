//! The due list: who must be visited by when.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::due_counts::DueCounts;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::store::StoreError;

use super::{HouseholdFile, Ledger};

/// The whole list with what stands beside it.
#[derive(Debug, Clone, Default)]
pub struct DueList {
    /// Active households by due date, then code.
    pub rows: Vec<DueRow>,
    /// Households that left the list, by code.
    pub inactive: Vec<DueRow>,
    /// The name and the ID number of the members besides the heads, where they were asked for.
    pub members: HashMap<HouseholdId, Vec<(String, String)>>,
}

impl Ledger {
    /// The first rows of the list by index, for the first screen.
    pub fn first_due_rows(&self, count: u32) -> Result<Vec<DueRow>, StoreError> {
        self.store.reader().list_due_rows(Some(count))
    }

    pub fn due_counts(&self) -> Result<DueCounts, StoreError> {
        self.store.reader().due_counts(self.today())
    }

    /// Every household.
    pub fn due_list(&self) -> Result<DueList, StoreError> {
        let reader = self.store.reader();
        let (rows, inactive) = (reader.list_due_rows(None)?, reader.list_inactive_rows()?);
        Ok(DueList { rows, inactive, members: HashMap::new() })
    }

    /// Every household, also those that left the list, by township, village and code.
    pub(super) fn rows_ever_by_place(&self) -> Result<Vec<DueRow>, StoreError> {
        let DueList { mut rows, inactive, .. } = self.due_list()?;
        rows.extend(inactive);
        rows.sort_by(|a, b| (&a.township, &a.village, &a.code).cmp(&(&b.township, &b.village, &b.code)));
        Ok(rows)
    }

    /// Every household, and the members that a search looks through.
    pub fn list_to_search(&self) -> Result<DueList, StoreError> {
        let mut list = self.due_list()?;
        for (household_id, name, number) in self.store.reader().list_member_names()? {
            list.members.entry(household_id).or_default().push((name, number));
        }
        Ok(list)
    }

    /// The files of the active households that are due by a day, overdue ones too, in the order of the list;
    /// of one village, of one contact.
    pub fn due_by(
        &self,
        until: NaiveDate,
        village: Option<&str>,
        contact: Option<&str>,
    ) -> Result<Vec<HouseholdFile>, StoreError> {
        let is_wanted = |row: &DueRow| {
            row.due_on.is_some_and(|due| due <= until)
                && village.is_none_or(|village| row.village == village)
                && contact.is_none_or(|contact| row.contact == contact)
        };
        let rows = self.store.reader().list_due_rows(None)?;
        rows.into_iter().filter(is_wanted).map(|row| self.show(row.id)).collect()
    }

    pub fn due_row(&self, household_id: HouseholdId) -> Result<DueRow, StoreError> {
        self.store.reader().get_due_row(household_id)
    }

    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.store.reader().count_households()? == 0)
    }
}
