//! What the list of households can be narrowed by, and is.

use std::collections::HashSet;
use std::sync::Arc;

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;

/// One thing to narrow by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    Everything,
    Departed,
    Drafts,
    Class(HouseholdClass),
    Alert(AlertKind),
    Village(String),
    Contact(String),
}

/// Households that were counted, and what they were counted as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct These {
    pub label: String,
    ids: Arc<HashSet<HouseholdId>>,
}

impl These {
    /// None: there are none.
    pub fn new(label: String, ids: HashSet<HouseholdId>) -> Option<Self> {
        (!ids.is_empty()).then(|| Self { label, ids: Arc::new(ids) })
    }
}

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
    pub departed: bool,
    /// Those behind a number of the overview.
    pub these: Option<These>,
}

impl Filter {
    /// It admits every household of the list.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn admits(&self, row: &DueRow) -> bool {
        self.village.as_ref().is_none_or(|village| row.village == *village)
            && self.contact.as_ref().is_none_or(|contact| row.contact == *contact)
            && self.class.is_none_or(|class| row.class == class)
            && (!self.drafts || row.has_draft)
            && self.these.as_ref().is_none_or(|these| these.ids.contains(&row.id))
    }

    /// The filter without what it says in the dimension of a choice.
    #[must_use]
    pub fn without(&self, choice: &Choice) -> Self {
        let mut filter = self.clone();
        match choice {
            Choice::Class(_) => filter.class = None,
            Choice::Alert(_) => filter.alert = None,
            Choice::Village(_) => filter.village = None,
            Choice::Contact(_) => filter.contact = None,
            Choice::Drafts => filter.drafts = false,
            Choice::Everything | Choice::Departed => filter = Self::default(),
        }
        filter
    }

    /// Turns a choice on or off.
    pub fn toggle(&mut self, choice: &Choice) {
        let on = !self.is_on(choice);
        match choice.clone() {
            Choice::Everything => *self = Self::default(),
            Choice::Departed => self.departed = on,
            Choice::Drafts => self.drafts = on,
            Choice::Class(class) => self.class = on.then_some(class),
            Choice::Alert(alert) => self.alert = on.then_some(alert),
            Choice::Village(village) => self.village = on.then_some(village),
            Choice::Contact(contact) => self.contact = on.then_some(contact),
        }
    }

    /// The choice is among those that are ticked.
    pub fn is_on(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Everything => self.is_empty(),
            Choice::Departed => self.departed,
            Choice::Drafts => self.drafts,
            Choice::Class(class) => self.class == Some(*class),
            Choice::Alert(alert) => self.alert == Some(*alert),
            Choice::Village(village) => self.village.as_ref() == Some(village),
            Choice::Contact(contact) => self.contact.as_ref() == Some(contact),
        }
    }
}
