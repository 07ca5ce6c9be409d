//! What is wrong with a policy file, and where.

use crate::domain::codes::coded;

coded! {
    /// One way in which a policy file can be wrong.
    PolicyFault {
        /// No TOML.
        Syntax = "syntax",
        UnknownKey = "unknown_key",
        MissingKey = "missing_key",
        WrongKind = "wrong_kind",
        OutOfRange = "out_of_range",
        UnknownValue = "unknown_value",
        /// A line is stated for the year before and the year after.
        MissingYear = "missing_year",
    }
}

/// Where a policy file is wrong, what stands there, and what may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyValue {
    /// From 1.
    pub line: usize,
    pub key: String,
    pub value: String,
    pub fault: PolicyFault,
    /// Codes and numbers, the same in every language.
    pub allowed: String,
}
