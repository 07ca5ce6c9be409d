//! Which dated change of status follows when a household's facts are new or change.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::class::{HouseholdClass, derive_class};
use crate::domain::household::Household;
use crate::domain::rough_date::RoughDate;
use crate::domain::status::{StatusChange, StatusKind, stretches};

/// The change to record, if any: new on file, a new class, or a corrected date of the present class.
/// A date that nobody states is `today`, and says so.
pub(super) fn settle_class(
    before: Option<&Household>,
    after: &Household,
    history: &[StatusChange],
    today: NaiveDate,
) -> Option<StatusChange> {
    let class = derive_class(&after.facts).ok()?;
    let Some(stretch) = stretches(history).last().copied() else {
        let kind = StatusKind::between(None, class);
        return Some(begin(after, kind, kind.stated_on(after), today));
    };
    if stretch.class == class {
        return correct_date(before, after, history);
    }
    let kind = StatusKind::between(Some(stretch.class), class);
    let stated = kind.stated_on(after).filter(|stated| stated.on >= stretch.since.on);
    Some(begin(after, kind, stated, today))
}

fn begin(household: &Household, kind: StatusKind, stated: Option<RoughDate>, today: NaiveDate) -> StatusChange {
    StatusChange {
        id: Uuid::now_v7(),
        household_id: household.id,
        kind,
        on: stated.unwrap_or(RoughDate::day(today)),
        defaulted: stated.is_none(),
    }
}

/// The date of the change that began the present stretch, when the facts now state another.
fn correct_date(before: Option<&Household>, after: &Household, history: &[StatusChange]) -> Option<StatusChange> {
    let began = history.iter().rev().find(|change| change.kind.class().is_some())?;
    let stated = began.kind.stated_on(after)?;
    let was = before.and_then(|before| began.kind.stated_on(before));
    (Some(stated) != was && stated != began.on).then(|| StatusChange { on: stated, defaulted: false, ..began.clone() })
}

/// The date counts as defaulted only where something hangs on it.
pub(super) fn defaulted_since(change: &StatusChange) -> bool {
    change.defaulted && change.kind.class().is_some_and(|class| class != HouseholdClass::General)
}
