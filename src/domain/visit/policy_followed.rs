//! What became of a policy that a visit had found due.

use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;

coded! {
    /// What a later visit found of a policy that was due.
    PolicyAnswer {
        /// 已享受
        Received = "received",
        /// 仍未享受
        StillDue = "still_due",
        /// 不再符合条件
        NotDue = "not_due",
    }
}

/// What one visit found of one policy that an earlier one had found due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyFollowed {
    pub what: String,
    pub answer: PolicyAnswer,
}
