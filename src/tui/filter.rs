//! What the list of households can be narrowed by, and is: several values of one kind admit what any of them admits,
//! different kinds narrow together.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::key_group::GroupStanding;
use crate::domain::month::Month;

/// One thing to narrow by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    Everything,
    Departed,
    Drafts,
    Class(HouseholdClass),
    Alert(AlertKind),
    /// A key group of the plan, by its name there.
    Group(String),
    Village(String),
    Contact(String),
    /// The due date lies in the month.
    DueIn(Month),
    /// A counted visit was made in the month.
    VisitedIn(Month),
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

/// What narrows the list. An empty set admits everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub villages: BTreeSet<String>,
    pub contacts: BTreeSet<String>,
    pub classes: BTreeSet<HouseholdClass>,
    pub alerts: BTreeSet<AlertKind>,
    pub groups: BTreeSet<String>,
    pub due_in: BTreeSet<Month>,
    pub visited_in: BTreeSet<Month>,
    /// Those with a visit form that was begun and not saved.
    pub drafts: bool,
    /// Those that left the list, in place of those on it.
    pub departed: bool,
    /// Those behind a number of the overview.
    #[serde(skip)]
    pub these: Option<These>,
}

/// What of a household stands beside its row.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'r> {
    pub alerts: &'r [AlertKind],
    /// The plan's groups that it is in, or perhaps.
    pub groups: &'r [GroupStanding],
    /// The months in which it was visited.
    pub visited: &'r [Month],
}

impl Filter {
    /// Narrowed to one thing.
    pub fn only(choice: &Choice) -> Self {
        let mut filter = Self::default();
        filter.toggle(choice);
        filter
    }

    /// It admits every household of the list.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn admits(&self, row: &DueRow, beside: Beside<'_>) -> bool {
        any(&self.villages, [&row.village])
            && any(&self.contacts, [&row.contact])
            && any(&self.classes, [&row.class])
            && any(&self.alerts, beside.alerts)
            && any(&self.groups, groups_inside(beside.groups))
            && any(&self.due_in, row.due_on.map(Month::of).as_ref())
            && any(&self.visited_in, beside.visited)
            && (!self.drafts || row.has_draft)
            && self.these.as_ref().is_none_or(|these| these.ids.contains(&row.id))
    }

    /// The filter without what it says in the dimension of a choice.
    #[must_use]
    pub fn without(&self, choice: &Choice) -> Self {
        let mut filter = self.clone();
        match choice {
            Choice::Class(_) => filter.classes.clear(),
            Choice::Alert(_) => filter.alerts.clear(),
            Choice::Group(_) => filter.groups.clear(),
            Choice::Village(_) => filter.villages.clear(),
            Choice::Contact(_) => filter.contacts.clear(),
            Choice::DueIn(_) => filter.due_in.clear(),
            Choice::VisitedIn(_) => filter.visited_in.clear(),
            Choice::Drafts => filter.drafts = false,
            Choice::Everything | Choice::Departed => filter = Self::default(),
        }
        filter
    }

    /// Turns a choice on or off.
    pub fn toggle(&mut self, choice: &Choice) {
        match choice.clone() {
            Choice::Everything => *self = Self::default(),
            Choice::Departed => self.departed = !self.departed,
            Choice::Drafts => self.drafts = !self.drafts,
            Choice::Class(class) => toggle(&mut self.classes, class),
            Choice::Alert(alert) => toggle(&mut self.alerts, alert),
            Choice::Group(group) => toggle(&mut self.groups, group),
            Choice::Village(village) => toggle(&mut self.villages, village),
            Choice::Contact(contact) => toggle(&mut self.contacts, contact),
            Choice::DueIn(month) => toggle(&mut self.due_in, month),
            Choice::VisitedIn(month) => toggle(&mut self.visited_in, month),
        }
    }

    /// The choice is among those that are ticked.
    pub fn is_on(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Everything => self.is_empty(),
            Choice::Departed => self.departed,
            Choice::Drafts => self.drafts,
            Choice::Class(class) => self.classes.contains(class),
            Choice::Alert(alert) => self.alerts.contains(alert),
            Choice::Group(group) => self.groups.contains(group),
            Choice::Village(village) => self.villages.contains(village),
            Choice::Contact(contact) => self.contacts.contains(contact),
            Choice::DueIn(month) => self.due_in.contains(month),
            Choice::VisitedIn(month) => self.visited_in.contains(month),
        }
    }
}

/// The groups that a household is in, without those of which nobody knows.
pub fn groups_inside(standings: &[GroupStanding]) -> impl Iterator<Item = &String> {
    standings.iter().filter(|it| it.found.is_inside()).map(|it| &it.group)
}

/// Nothing is wanted, or one of these is.
fn any<'v, T: Ord + 'v>(wanted: &BTreeSet<T>, values: impl IntoIterator<Item = &'v T>) -> bool {
    wanted.is_empty() || values.into_iter().any(|value| wanted.contains(value))
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}
