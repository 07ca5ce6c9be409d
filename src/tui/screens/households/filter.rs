//! What narrows the list.

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;

/// What narrows the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub village: Option<String>,
    pub contact: Option<String>,
    pub class: Option<HouseholdClass>,
    pub alert: Option<AlertKind>,
    /// Those with a visit form that was begun and not saved.
    pub drafts: bool,
    /// Those that left the list, in place of those on it.
    pub left: bool,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn lets(&self, row: &DueRow) -> bool {
        self.village.as_ref().is_none_or(|village| row.village == *village)
            && self.contact.as_ref().is_none_or(|contact| row.contact == *contact)
            && self.class.is_none_or(|class| row.class == class)
            && (!self.drafts || row.has_draft)
    }
}
