//! The table of dated changes of status.

use std::collections::HashMap;

use crate::domain::id::HouseholdId;
use crate::domain::status::StatusChange;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(StatusChange in "status_changes" of |it| Some(it.household_id), {
    id, household_id, kind, on as "changed_on", defaulted, way, leaving, category, note, voided,
});

impl Reader<'_> {
    /// A household's history, in order of the days and of recording within a day, without what is void.
    pub fn list_status_changes(&self, household_id: HouseholdId) -> Result<Vec<StatusChange>, StoreError> {
        let mut history: Vec<StatusChange> =
            self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY seq", [household_id.to_string()])?;
        history.sort_by_key(|change| change.on.on);
        Ok(history)
    }

    /// The history of every household, each as [`Self::list_status_changes`] gives it.
    pub fn list_all_status_changes(&self) -> Result<HashMap<HouseholdId, Vec<StatusChange>>, StoreError> {
        let mut histories: HashMap<HouseholdId, Vec<StatusChange>> = HashMap::new();
        for change in self.list::<StatusChange>("WHERE voided = 0 ORDER BY seq", [])? {
            histories.entry(change.household_id).or_default().push(change);
        }
        for history in histories.values_mut() {
            history.sort_by_key(|change| change.on.on);
        }
        Ok(histories)
    }
}
