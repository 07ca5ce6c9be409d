//! One of the answers that a field offers.

use crate::domain::checks::CheckAnswer;

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub digit: char,
    pub code: String,
    pub label: String,
    /// How good it is, where it is an answer to a check.
    pub mark: Option<CheckAnswer>,
    /// Among several that can be ticked it stands alone, and the field is done with.
    pub alone: bool,
}

impl Choice {
    pub fn new(digit: char, code: &str, label: String) -> Self {
        Self { digit, code: code.to_owned(), label, mark: None, alone: false }
    }

    /// It excludes the others, and the field is done with.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }
}
