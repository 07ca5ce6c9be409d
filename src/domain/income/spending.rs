//! Large rigid spending 大额刚性支出: what a household cannot put off and may fall over.

use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::money::Amount;

coded! {
    /// What it is for.
    SpendingKind {
        Medical = "medical",
        Schooling = "schooling",
        Disability = "disability",
        Housing = "housing",
        Disaster = "disaster",
    }
}

/// One spending, and whether it is solved; not asked is not solved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpendingLine {
    pub kind: SpendingKind,
    pub amount: Option<Amount>,
    pub solved: Option<bool>,
}
