//! Which dated change of status follows when a household's facts are new or change.

use chrono::NaiveDate;

use crate::domain::class::{HouseholdClass, derive_class};
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::household::Household;
use crate::domain::id::StatusChangeId;
use crate::domain::policy::Policy;
use crate::domain::rough_date::RoughDate;
use crate::domain::standing::stretches_of;
use crate::domain::status::{StatusChange, StatusKind};

use super::HouseholdFile;

/// The facts that say where a household stands, and since when.
pub(super) const STATUS_FACTS: [HouseholdFact; 6] = [
    HouseholdFact::Category,
    HouseholdFact::HouseholdType,
    HouseholdFact::RiskEliminated,
    HouseholdFact::EliminatedOn,
    HouseholdFact::IdentifiedOn,
    HouseholdFact::OutOfPovertyOn,
];

/// The changes to record: new on file, a new class, or a corrected date of the present class. A date
/// that nobody states is `today`, and says so.
pub(super) fn settle_class(
    policy: &Policy,
    before: Option<&Household>,
    after: &Household,
    history: &[StatusChange],
    today: NaiveDate,
) -> Vec<StatusChange> {
    let Ok(class) = derive_class(&after.facts) else { return Vec::new() };
    let Some(stretch) = stretches_of(policy, after, history).last().copied() else {
        let kind = StatusKind::between(None, class);
        return vec![begin(after, kind, kind.stated_on(after), today)];
    };
    if stretch.class == class {
        return correct_date(before, after, history).into_iter().collect();
    }
    let kind = StatusKind::between(Some(stretch.class), class);
    let stated = stated_on(kind, before, after).filter(|stated| stretch.defaulted || stated.on >= stretch.since.on);
    let new = begin(after, kind, stated, today);
    // Where nobody stated when the class before began, it began no later than it ended.
    let earlier = history.iter().rev().find(|change| change.kind.class().is_some() && change.on.on > new.on.on);
    let moved = earlier.map(|change| StatusChange { on: new.on, ..change.clone() });
    moved.into_iter().chain([new]).collect()
}

/// The date that the facts state for a change; a roll-back is dated by an identification that is new.
pub(super) fn stated_on(kind: StatusKind, before: Option<&Household>, after: &Household) -> Option<RoughDate> {
    if kind != StatusKind::RolledBack {
        return kind.stated_on(after);
    }
    let identified = |household: &Household| household.date(HouseholdFact::IdentifiedOn);
    identified(after).filter(|date| before.and_then(identified) != Some(*date))
}

/// The day that the present class counts from, before and after an edit of the facts, where it moves.
pub fn moved_since(
    policy: &Policy,
    file: &HouseholdFile,
    facts: &Facts<HouseholdFact>,
    today: NaiveDate,
) -> Option<(RoughDate, RoughDate)> {
    let after = Household { facts: facts.clone(), ..file.household.clone() };
    let moved = settle_class(policy, Some(&file.household), &after, &file.history, today).pop()?;
    let was = file.history.iter().find(|change| change.id == moved.id)?;
    (was.on.on != moved.on.on).then_some((was.on, moved.on))
}

fn begin(household: &Household, kind: StatusKind, stated: Option<RoughDate>, today: NaiveDate) -> StatusChange {
    let on = stated.unwrap_or(RoughDate::day(today));
    StatusChange::plain(StatusChangeId::fresh(), household.id, kind, on, stated.is_none())
}

/// The date of the change that began the present stretch, when the facts now state another.
fn correct_date(before: Option<&Household>, after: &Household, history: &[StatusChange]) -> Option<StatusChange> {
    let mut changes = history.iter().rev().filter(|change| change.kind.class().is_some());
    // What a hand recorded no roster rewrites.
    let began = changes.next().filter(|change| change.note.is_empty())?;
    // A date before the class that came earlier would turn the history round: it is not taken.
    let not_before = changes.next().map(|earlier| earlier.on.on);
    let stated = began.kind.stated_on(after).filter(|stated| not_before.is_none_or(|day| stated.on >= day))?;
    let was = before.and_then(|before| began.kind.stated_on(before));
    (Some(stated) != was && stated != began.on).then(|| StatusChange { on: stated, defaulted: false, ..began.clone() })
}

/// The date counts as defaulted only where something hangs on it.
pub(super) fn defaulted_since(change: &StatusChange) -> bool {
    change.defaulted && change.kind.class().is_some_and(|class| class != HouseholdClass::General)
}
