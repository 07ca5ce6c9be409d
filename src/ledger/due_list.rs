//! The due list: who must be visited by when.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::due_counts::DueCounts;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::month::Month;
use crate::domain::visit::VisitMode;
use crate::store::StoreError;

use super::{HouseholdFile, Ledger, Progress};

/// So many months back it is told in which a household was visited, the running one included.
const VISITED_MONTHS: u32 = 12;

/// The whole list with what stands beside it.
#[derive(Debug, Clone, Default)]
pub struct DueList {
    /// Active households by due date, then code.
    pub rows: Vec<DueRow>,
    /// Households that left the list, by code.
    pub inactive: Vec<DueRow>,
    /// The name and the ID number of the members besides the heads, where they were asked for.
    pub members: HashMap<HouseholdId, Vec<(String, String)>>,
    /// The months of the last year in which each was visited, by visits that count, where they were asked for.
    pub visited: HashMap<HouseholdId, Vec<Month>>,
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
        Ok(DueList { rows, inactive, ..DueList::default() })
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
        list.visited = self.visited_months(&list)?;
        Ok(list)
    }

    fn visited_months(&self, list: &DueList) -> Result<HashMap<HouseholdId, Vec<Month>>, StoreError> {
        let first = Month::of(self.today()).minus(VISITED_MONTHS - 1).first_day();
        let mut visits = self.store.reader().list_visits_since(first)?;
        let mut months: HashMap<HouseholdId, Vec<Month>> = HashMap::new();
        for row in list.rows.iter().chain(&list.inactive) {
            let cadence = self.policy.cadence(row.class, row.category());
            // Where nothing is asked for, a visit at home is one.
            let modes = cadence.map_or(&[VisitMode::Home][..], |cadence| &cadence.counted_modes);
            let visits = visits.remove(&row.id).unwrap_or_default();
            let counted = visits.iter().filter(|visit| visit.is_counted(modes));
            let mut of_row: Vec<Month> = counted.map(|visit| Month::of(visit.visited_on)).collect();
            of_row.dedup();
            if !of_row.is_empty() {
                months.insert(row.id, of_row);
            }
        }
        Ok(months)
    }

    /// The files of the active households that are due by a day, overdue ones too, of those that are wanted, in the
    /// order of the list.
    pub fn due_by(
        &self,
        until: NaiveDate,
        is_wanted: impl Fn(&DueRow) -> bool,
    ) -> Result<Vec<HouseholdFile>, StoreError> {
        let rows = self.store.reader().list_due_rows(None)?;
        let due = rows.into_iter().filter(|row| row.due_on.is_some_and(|due| due <= until) && is_wanted(row));
        due.map(|row| self.show(row.id)).collect()
    }

    /// The files of households, in their order; none when it was stopped.
    pub fn files_of(
        &self,
        households: &[HouseholdId],
        progress: Progress<'_>,
    ) -> Result<Option<Vec<HouseholdFile>>, StoreError> {
        let mut files = Vec::with_capacity(households.len());
        for (done, id) in households.iter().enumerate() {
            files.push(self.show(*id)?);
            if !progress(done + 1, households.len()) {
                return Ok(None);
            }
        }
        Ok(Some(files))
    }

    pub fn due_row(&self, household_id: HouseholdId) -> Result<DueRow, StoreError> {
        self.store.reader().get_due_row(household_id)
    }

    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(self.store.reader().count_households()? == 0)
    }
}
