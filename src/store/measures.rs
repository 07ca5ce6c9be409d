//! The table of measures.

use crate::domain::id::HouseholdId;
use crate::domain::measure::Measure;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(Measure in "measures" of |it| Some(it.household_id), {
    id, household_id, kind, item, funds as "funds_fen", unit, from as "from_on", planned_end, ended_on, effect, voided,
});

impl Reader<'_> {
    /// A household's measures that are not void, in order of their beginning and of recording.
    pub fn list_measures(&self, household_id: HouseholdId) -> Result<Vec<Measure>, StoreError> {
        self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY from_on, seq", [household_id.to_string()])
    }
}
