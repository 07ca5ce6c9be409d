//! What can become of several households: what is chosen, and what is asked for.

use crate::domain::codes::coded;
use crate::domain::status::LeavingReason;

coded! {
    /// What of the households is changed.
    SeveralPart { Contact = "contact", Village = "village", Group = "group" }
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeveralWish {
    Change(SeveralPart),
    /// It is to be this.
    To(SeveralPart, String),
    /// To a village of a township.
    ToVillage {
        township: String,
        name: String,
    },
    /// It is to be something that is not on file yet.
    Another(SeveralPart),
    Leave(LeavingReason),
    /// A public notice of them.
    Notice,
    TakeBack,
}

/// What a question about several households is answered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeveralAsk {
    Part(SeveralPart),
    Leave(LeavingReason),
}
