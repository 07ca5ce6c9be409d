//! What somebody says of a household and one of the plan's groups, where nothing on file shows it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::clean::clean_text;
use crate::domain::codes::coded;
use crate::domain::id::{GroupMarkId, HouseholdId};
use crate::domain::personal::Personal;
use crate::domain::policy::KeyGroup;

/// Somebody says that a household is in a group, or is not: the latest holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMark {
    pub id: GroupMarkId,
    pub household_id: HouseholdId,
    pub group_id: String,
    pub inside: bool,
    pub marked_on: NaiveDate,
    pub why: Personal,
    pub voided: bool,
}

/// A mark as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMarkEntry {
    pub household_id: HouseholdId,
    pub group_id: String,
    pub inside: bool,
    pub why: String,
}

coded! {
    /// Why a mark cannot be kept as it was entered.
    GroupMarkFault {
        /// The policy has no such group.
        UnknownGroup = "unknown_group",
        /// Without a reason nobody vouches.
        WhyMissing = "why_missing",
    }
}

impl GroupMarkEntry {
    pub fn faults(&self, groups: &[KeyGroup]) -> Vec<GroupMarkFault> {
        let is_known = groups.iter().any(|group| group.id == self.group_id);
        let unknown = (!is_known).then_some(GroupMarkFault::UnknownGroup);
        let missing = clean_text(&self.why).is_empty().then_some(GroupMarkFault::WhyMissing);
        unknown.into_iter().chain(missing).collect()
    }
}
