//! The table of clues.

use crate::domain::clue::Clue;
use crate::domain::id::{ClueId, HouseholdId};

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(Clue in "clues" of |it| it.household_id, {
    id, household_id, of as "of_whom", received_on, source, channel, reported_by, what, risks, assigned_to,
    checked_on, result, told_back_on, joined_to, voided,
});

impl Reader<'_> {
    /// Every clue, void or not, in order of recording: each is named by its place.
    pub fn list_clues(&self) -> Result<Vec<Clue>, StoreError> {
        self.list("ORDER BY seq", [])
    }

    /// Those of a household, void or not, in order of recording.
    pub fn clues_of(&self, household_id: HouseholdId) -> Result<Vec<Clue>, StoreError> {
        self.list("WHERE household_id = ?1 ORDER BY seq", [household_id.to_string()])
    }

    /// One clue, void or not.
    pub fn find_clue(&self, clue_id: ClueId) -> Result<Option<Clue>, StoreError> {
        self.find("WHERE id = ?1", [clue_id.to_string()])
    }
}
