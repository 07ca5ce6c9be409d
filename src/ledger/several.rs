//! Changing several households at once: all of them or none, and taking it back as one.

use crate::domain::contact::ContactName;
use crate::domain::due_row::DueRow;
use crate::domain::entry::{Basis, Reason};
use crate::domain::facts::{Fact, FactFault, Facts, HouseholdFact};
use crate::domain::household::Household;
use crate::domain::id::{HouseholdId, StatusChangeId};
use crate::domain::policy::Policy;
use crate::domain::status::{LeavingReason, StatusKind};
use crate::domain::status_entry::StatusEntry;
use crate::store::{StoreError, Writer};

use super::change_status::write_status;
use super::history::write_void;
use super::standing::renew_standing;
use super::{Ledger, Progress, Refused, ensure_contact};

/// The reason that stands where a change of several households was taken back.
pub const SEVERAL_TAKEN_BACK: &str = "several_taken_back";

/// What becomes of several households.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeveralChange {
    /// They are given to a contact.
    Contact(ContactName),
    /// None: the township stays.
    Village {
        township: Option<String>,
        name: PlaceName,
    },
    Group(PlaceName),
    /// They leave the list today.
    Leave {
        leaving: LeavingReason,
        reason: Reason,
    },
}

/// The name of a village or a group, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName(String);

impl PlaceName {
    pub fn parse(text: &str) -> Result<Self, FactFault> {
        HouseholdFact::Village.canonical(text).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SeveralChange {
    /// The facts that it sets, and to what.
    fn facts(&self) -> Vec<(HouseholdFact, &str)> {
        match self {
            Self::Contact(name) => vec![(HouseholdFact::Contact, name.as_str())],
            Self::Village { township, name } => {
                let township = township.as_deref().map(|township| (HouseholdFact::Township, township));
                township.into_iter().chain([(HouseholdFact::Village, name.as_str())]).collect()
            }
            Self::Group(name) => vec![(HouseholdFact::Group, name.as_str())],
            Self::Leave { .. } => Vec::new(),
        }
    }
}

/// What was changed, so that it can be taken back.
#[derive(Debug, Clone)]
pub struct SeveralChanged {
    pub change: SeveralChange,
    done: Vec<Done>,
}

#[derive(Debug, Clone)]
struct Done {
    household_id: HouseholdId,
    way_back: WayBack,
}

#[derive(Debug, Clone)]
enum WayBack {
    /// What the facts said before, in the order of the change.
    Facts(Vec<Option<String>>),
    Status(StatusChangeId),
}

impl SeveralChanged {
    /// How many households it changed: those that were so before are not among them.
    pub const fn count(&self) -> usize {
        self.done.len()
    }
}

/// What came of taking it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    pub back: usize,
    /// They were changed again since, and stay as they are.
    pub left: usize,
}

impl Ledger {
    /// Changes households, all of them or none: refused where one is not any more as it was seen. None: it was
    /// stopped, and nothing was changed.
    pub fn change_several(
        &mut self,
        seen: &[DueRow],
        change: &SeveralChange,
        progress: Progress<'_>,
    ) -> Result<Option<SeveralChanged>, StoreError> {
        let changed = self.write(|writer, policy| {
            let mut done = Vec::new();
            for (at, row) in seen.iter().enumerate() {
                let way_back = change_one(writer, policy, row, change)?;
                done.extend(way_back.map(|way_back| Done { household_id: row.id, way_back }));
                if !progress(at + 1, seen.len()) {
                    return Err(Stopped::ByThePerson);
                }
            }
            if let SeveralChange::Contact(name) = change {
                ensure_contact(writer, name.as_str())?;
            }
            Ok(SeveralChanged { change: change.clone(), done })
        });
        or_stopped(changed)
    }

    /// Takes a change of several back; what was changed again since stays. None: it was stopped, and nothing was.
    pub fn take_several_back(
        &mut self,
        changed: &SeveralChanged,
        progress: Progress<'_>,
    ) -> Result<Option<TakenBack>, StoreError> {
        let taken = self.write(|writer, policy| {
            let mut taken = TakenBack { back: 0, left: 0 };
            for (at, done) in changed.done.iter().enumerate() {
                if take_back(writer, policy, &changed.change, done)? {
                    taken.back += 1;
                } else {
                    taken.left += 1;
                }
                if !progress(at + 1, changed.done.len()) {
                    return Err(Stopped::ByThePerson);
                }
            }
            Ok(taken)
        });
        or_stopped(taken)
    }
}

/// None: the person stopped it.
fn or_stopped<T>(result: Result<T, Stopped>) -> Result<Option<T>, StoreError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Stopped::ByThePerson) => Ok(None),
        Err(Stopped::Because(error)) => Err(error),
    }
}

/// Why nothing was changed.
enum Stopped {
    ByThePerson,
    Because(StoreError),
}

impl From<StoreError> for Stopped {
    fn from(error: StoreError) -> Self {
        Self::Because(error)
    }
}

/// What of a household must be as it was seen.
const PLACE_AND_CONTACT: [HouseholdFact; 4] =
    [HouseholdFact::Contact, HouseholdFact::Township, HouseholdFact::Village, HouseholdFact::Group];

/// None: it was so before.
fn change_one(
    writer: &mut Writer<'_>,
    policy: &Policy,
    seen: &DueRow,
    change: &SeveralChange,
) -> Result<Option<WayBack>, StoreError> {
    let before = writer.reader().get_household(seen.id)?;
    let said = PLACE_AND_CONTACT.map(|fact| before.fact(fact));
    if said != [&seen.contact, &seen.township, &seen.village, &seen.group].map(String::as_str) {
        return Err(StoreError::ChangedMeanwhile);
    }
    match change {
        SeveralChange::Leave { .. } if !seen.active => Ok(None),
        SeveralChange::Leave { leaving, reason } => {
            let revision = writer.reader().head_revision_of_household(seen.id)?;
            let entry = StatusEntry {
                household: Basis { id: seen.id, revision },
                kind: StatusKind::Inactive,
                on: writer.today(),
                way: None,
                leaving: Some(*leaving),
                category: None,
                reason: reason.clone(),
            };
            // It left by another hand, or something dated later was recorded.
            let left = write_status(writer, policy, &entry).map_err(Refused::into_store)?;
            renew_standing(writer, policy, seen.id)?;
            Ok(Some(WayBack::Status(left.id)))
        }
        _ if change.facts().iter().all(|(fact, value)| before.fact(*fact) == *value) => Ok(None),
        _ => {
            let facts = change.facts();
            let was = facts.iter().map(|(fact, _)| before.facts.get(*fact).map(str::to_owned)).collect();
            put_facts(writer, &before, &facts, None)?;
            Ok(Some(WayBack::Facts(was)))
        }
    }
}

/// Tells whether it went back.
fn take_back(
    writer: &mut Writer<'_>,
    policy: &Policy,
    change: &SeveralChange,
    done: &Done,
) -> Result<bool, StoreError> {
    let household_id = done.household_id;
    match &done.way_back {
        WayBack::Facts(was) => {
            let now = writer.reader().get_household(household_id)?;
            let facts = change.facts();
            if facts.iter().any(|(fact, value)| now.fact(*fact) != *value) {
                return Ok(false);
            }
            let back: Vec<(HouseholdFact, &str)> =
                facts.iter().zip(was).map(|((fact, _), was)| (*fact, was.as_deref().unwrap_or_default())).collect();
            put_facts(writer, &now, &back, Some(SEVERAL_TAKEN_BACK))?;
            Ok(true)
        }
        WayBack::Status(id) => {
            let history = writer.reader().list_status_changes(household_id)?;
            let Some(left) = history.last().filter(|last| last.id == *id).cloned() else { return Ok(false) };
            let basis = Basis { id: (*id).into(), revision: writer.reader().head_revision(*id)? };
            match write_void(writer, policy, basis, SEVERAL_TAKEN_BACK) {
                Ok(()) => Ok(true),
                // What was recorded since builds on it: it holds again.
                Err(Refused::Entry(_)) => {
                    writer.put(left, None)?;
                    Ok(false)
                }
                Err(refused) => Err(refused.into_store()),
            }
        }
    }
}

fn put_facts(
    writer: &mut Writer<'_>,
    household: &Household,
    set: &[(HouseholdFact, &str)],
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let mut facts: Facts<HouseholdFact> = household.facts.clone();
    for (fact, value) in set {
        // What stands there is canonical.
        let _ = facts.set(*fact, value);
    }
    writer.put(Household { facts, ..household.clone() }, reason)
}
