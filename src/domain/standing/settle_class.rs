//! Which dated change of status follows when a household's facts are new or change.

use chrono::NaiveDate;

use crate::domain::class::{HouseholdClass, derive_class};
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::id::StatusChangeId;
use crate::domain::policy::Policy;
use crate::domain::rough_date::RoughDate;
use crate::domain::standing::stretches_of;
use crate::domain::status::{StatusChange, StatusKind};

/// The facts that say where a household stands, and since when.
pub const STATUS_FACTS: &[HouseholdFact] = &[
    HouseholdFact::Category,
    HouseholdFact::HouseholdType,
    HouseholdFact::RiskEliminated,
    HouseholdFact::EliminatedOn,
    HouseholdFact::IdentifiedOn,
    HouseholdFact::OutOfPovertyOn,
];

/// New facts of a household.
#[derive(Debug, Clone, Copy)]
pub struct Restated<'a> {
    /// None: it is new on file.
    pub before: Option<&'a Household>,
    pub after: &'a Household,
    /// In order of the days.
    pub history: &'a [StatusChange],
}

impl Restated<'_> {
    /// The changes to record: new on file, a new class, or a corrected date of the present class. A date
    /// that nobody states is `today`, and says so. One that is new gets the id.
    pub fn settle(self, policy: &Policy, today: NaiveDate, id: StatusChangeId) -> Vec<StatusChange> {
        let Self { before, after, history } = self;
        let Ok(class) = derive_class(&after.facts) else { return Vec::new() };
        let begin = |kind, stated: Option<RoughDate>| {
            let on = stated.unwrap_or(RoughDate::day(today));
            StatusChange::plain(id, after.id, kind, on, stated.is_none())
        };
        let Some(stretch) = stretches_of(policy, after, history).last().copied() else {
            let kind = StatusKind::between(None, class);
            return vec![begin(kind, kind.stated_on(after))];
        };
        if stretch.class == class {
            return self.correct_date().into_iter().collect();
        }
        let kind = StatusKind::between(Some(stretch.class), class);
        let stated = stated_on(kind, before, after).filter(|stated| stretch.defaulted || stated.on >= stretch.since.on);
        let new = begin(kind, stated);
        // Where nobody stated when the class before began, it began no later than it ended.
        let earlier = history.iter().rev().find(|change| change.kind.class().is_some() && change.on.on > new.on.on);
        let moved = earlier.map(|change| StatusChange { on: new.on, ..change.clone() });
        moved.into_iter().chain([new]).collect()
    }

    /// The date of the change that began the present stretch, when the facts now state another.
    fn correct_date(self) -> Option<StatusChange> {
        let mut changes = self.history.iter().rev().filter(|change| change.kind.class().is_some());
        // What a hand recorded no roster rewrites.
        let began = changes.next().filter(|change| change.note.is_empty())?;
        // A date before the class that came earlier would turn the history round: it is not taken.
        let not_before = changes.next().map(|earlier| earlier.on.on);
        let stated = began.kind.stated_on(self.after);
        let stated = stated.filter(|stated| not_before.is_none_or(|day| stated.on >= day))?;
        let was = self.before.and_then(|before| began.kind.stated_on(before));
        (Some(stated) != was && stated != began.on).then(|| StatusChange {
            on: stated,
            defaulted: false,
            ..began.clone()
        })
    }

    /// The day that the present class counts from, before and after, where it moves.
    pub fn moves_since(self, policy: &Policy, today: NaiveDate) -> Option<(RoughDate, RoughDate)> {
        let moved = self.settle(policy, today, StatusChangeId::made_up(0)).pop()?;
        let was = self.history.iter().find(|change| change.id == moved.id)?;
        (was.on.on != moved.on.on).then_some((was.on, moved.on))
    }
}

/// The date that the facts state for a change; a roll-back is dated by an identification that is new.
pub fn stated_on(kind: StatusKind, before: Option<&Household>, after: &Household) -> Option<RoughDate> {
    if kind != StatusKind::RolledBack {
        return kind.stated_on(after);
    }
    let identified = |household: &Household| household.date(HouseholdFact::IdentifiedOn);
    identified(after).filter(|date| before.and_then(identified) != Some(*date))
}

/// The date counts as defaulted only where something hangs on it.
pub fn defaulted_since(change: &StatusChange) -> bool {
    change.defaulted && change.kind.class().is_some_and(|class| class != HouseholdClass::General)
}
