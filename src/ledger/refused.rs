//! Why a verb did nothing.

use std::fmt::Debug;

use crate::store::StoreError;

/// What was entered was not kept, and nothing was changed. `Fault` says what can be wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum Refused<Fault: Debug> {
    #[error("{0:?}")]
    Entry(Vec<Fault>),
    /// Somebody changed it since it was seen.
    #[error("changed meanwhile")]
    Changed,
    #[error(transparent)]
    Store(StoreError),
}

impl<Fault: Debug> Refused<Fault> {
    /// Refused if anything is wrong.
    pub(super) fn if_any(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self::Entry(faults)) }
    }

    pub(super) fn of(fault: Fault) -> Self {
        Self::Entry(vec![fault])
    }

    pub fn map<Other: Debug>(self, to: impl FnMut(Fault) -> Other) -> Refused<Other> {
        match self {
            Self::Entry(faults) => Refused::Entry(faults.into_iter().map(to).collect()),
            Self::Changed => Refused::Changed,
            Self::Store(error) => Refused::Store(error),
        }
    }

    /// Where what was entered follows from what was seen: if it cannot be so, that was changed meanwhile.
    pub(super) fn into_store(self) -> StoreError {
        match self {
            Self::Entry(_) | Self::Changed => StoreError::ChangedMeanwhile,
            Self::Store(error) => error,
        }
    }

    /// This is among what is wrong.
    pub fn is_for(&self, fault: &Fault) -> bool
    where
        Fault: PartialEq,
    {
        matches!(self, Self::Entry(faults) if faults.contains(fault))
    }
}

impl<Fault: Debug> From<StoreError> for Refused<Fault> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::ChangedMeanwhile => Self::Changed,
            error => Self::Store(error),
        }
    }
}
