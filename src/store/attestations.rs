//! The tables of what people state of a household that no visit shows: attestations, why its
//! income fell, the plan's groups that it is in.

use crate::domain::attestation::Attestation;
use crate::domain::fall_reason::FallReasons;
use crate::domain::group_mark::GroupMark;
use crate::domain::id::HouseholdId;

use super::Reader;
use super::error::StoreError;
use super::record::record;

record!(Attestation in "attestations" of |it| Some(it.household_id), {
    id, household_id, matter, holds, attested_on, note, voided,
});

record!(FallReasons in "fall_reasons" of |it| Some(it.household_id), {
    id, household_id, window_end, reasons, note, stated_on, voided,
});

record!(GroupMark in "group_marks" of |it| Some(it.household_id), {
    id, household_id, group_id, inside, marked_on, why, voided,
});

impl Reader<'_> {
    /// What somebody says of a household's groups, in order of recording.
    pub fn group_marks_of(&self, household_id: HouseholdId) -> Result<Vec<GroupMark>, StoreError> {
        self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY seq", [household_id.to_string()])
    }

    /// A household's attestations, in order of recording.
    pub fn list_attestations(&self, household_id: HouseholdId) -> Result<Vec<Attestation>, StoreError> {
        self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY seq", [household_id.to_string()])
    }

    /// Why a household's income fell, in order of the windows: one statement a window.
    pub fn list_fall_reasons(&self, household_id: HouseholdId) -> Result<Vec<FallReasons>, StoreError> {
        self.list("WHERE household_id = ?1 AND voided = 0 ORDER BY window_end, seq", [household_id.to_string()])
    }
}
