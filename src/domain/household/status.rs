//! The dated history of a household's status, and what stands after it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::id::{HouseholdId, StatusChangeId};
use crate::domain::label::HouseholdLabel;
use crate::domain::rough_date::RoughDate;

coded! {
    /// What happened to a household's status.
    StatusKind {
        /// 识别纳入
        Identified = "identified",
        /// 风险消除
        Eliminated = "eliminated",
        /// 回退
        RolledBack = "rolled_back",
        /// 稳定脱贫
        Stable = "stable",
        /// 一般农户
        General = "general",
        /// 整户迁出, 整户自然减少, 并户, 清退, 其他
        Inactive = "inactive",
        /// 恢复管理
        Active = "active",
        /// 监测对象类别变更
        Category = "category",
    }
}

coded! {
    /// How a risk came to be eliminated.
    EliminationWay {
        /// 帮扶消除
        Helped = "helped",
        /// 自然消除
        Natural = "natural",
    }
}

coded! {
    /// Why a household left the list.
    LeavingReason {
        /// 整户迁出
        MovedAway = "moved_away",
        /// 整户自然减少
        DiedOut = "died_out",
        /// 并户
        Merged = "merged",
        /// 清退
        StruckOff = "struck_off",
        Other = "other",
    }
}

impl StatusKind {
    /// The class that begins with it; none for leaving and coming back, which keep the class.
    pub const fn class(self) -> Option<HouseholdClass> {
        match self {
            Self::Identified | Self::RolledBack => Some(HouseholdClass::Unresolved),
            Self::Eliminated => Some(HouseholdClass::Eliminated),
            Self::Stable => Some(HouseholdClass::Stable),
            Self::General => Some(HouseholdClass::General),
            Self::Inactive | Self::Active | Self::Category => None,
        }
    }

    /// The change that brings a household from one class (none: new on file) to another.
    pub fn between(old: Option<HouseholdClass>, new: HouseholdClass) -> Self {
        match (old, new) {
            (Some(HouseholdClass::Eliminated), HouseholdClass::Unresolved) => Self::RolledBack,
            (_, HouseholdClass::Unresolved) => Self::Identified,
            (_, HouseholdClass::Eliminated) => Self::Eliminated,
            (_, HouseholdClass::Stable) => Self::Stable,
            (_, HouseholdClass::General) => Self::General,
        }
    }

    /// The date that the roster states for this change, if it does. No roster dates a roll-back.
    pub fn stated_on(self, household: &Household) -> Option<RoughDate> {
        let facts: &[HouseholdFact] = match self {
            Self::Identified => &[HouseholdFact::IdentifiedOn],
            Self::Eliminated => &[HouseholdFact::EliminatedOn],
            Self::Stable => &[HouseholdFact::OutOfPovertyOn, HouseholdFact::IdentifiedOn],
            Self::RolledBack | Self::General | Self::Inactive | Self::Active | Self::Category => &[],
        };
        facts.iter().find_map(|fact| household.date(*fact))
    }
}

/// One dated change of status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusChange {
    pub id: StatusChangeId,
    pub household_id: HouseholdId,
    pub kind: StatusKind,
    pub on: RoughDate,
    /// Nobody stated the date: it is the day on which the change came on file.
    pub defaulted: bool,
    /// How the risk was eliminated.
    #[serde(default)]
    pub way: Option<EliminationWay>,
    /// Why the household left the list.
    #[serde(default)]
    pub leaving: Option<LeavingReason>,
    /// The category from then on.
    #[serde(default)]
    pub category: Option<HouseholdLabel>,
    /// The reason, where a person made the change.
    #[serde(default)]
    pub note: String,
    /// It was recorded by mistake.
    #[serde(default)]
    pub voided: bool,
}

impl StatusChange {
    /// A change with nothing but its kind and day.
    pub const fn plain(
        id: StatusChangeId,
        household_id: HouseholdId,
        kind: StatusKind,
        on: RoughDate,
        defaulted: bool,
    ) -> Self {
        Self {
            id,
            household_id,
            kind,
            on,
            defaulted,
            way: None,
            leaving: None,
            category: None,
            note: String::new(),
            voided: false,
        }
    }
}

/// An unbroken stretch of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub class: HouseholdClass,
    /// The day of the change that began it: leaving the list keeps `since`, and has a day of its own.
    pub from: NaiveDate,
    /// `since`: the first day of the stretch.
    pub since: RoughDate,
    pub defaulted: bool,
    /// Not on the list since the household left it.
    pub active: bool,
}

/// The stretches of a history, oldest first; the last one stands. `history` is in order of the days,
/// and of recording within a day. A new category or risk type begins no stretch. A return keeps `since`
/// where the household was away, from a day to a day, for no longer than its cadence's interval.
pub fn stretches(
    history: &[StatusChange],
    is_short: impl Fn(HouseholdClass, NaiveDate, NaiveDate) -> bool,
) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for change in history {
        let last = stretches.last().copied();
        let next = match (change.kind, last) {
            (StatusKind::Inactive, Some(last)) if last.active => Stretch { active: false, from: change.on.on, ..last },
            (StatusKind::Active, Some(last)) if !last.active && is_short(last.class, last.from, change.on.on) => {
                Stretch { active: true, from: change.on.on, ..last }
            }
            (StatusKind::Active, Some(last)) if !last.active => {
                Stretch { active: true, from: change.on.on, since: change.on, defaulted: change.defaulted, ..last }
            }
            (kind, last) => match kind.class() {
                Some(class) if last.is_none_or(|last| last.class != class) => Stretch {
                    class,
                    from: change.on.on,
                    since: change.on,
                    defaulted: change.defaulted,
                    active: last.is_none_or(|last| last.active),
                },
                _ => continue,
            },
        };
        stretches.push(next);
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(kind: StatusKind, on: &str) -> StatusChange {
        StatusChange::plain(
            StatusChangeId::made_up(0),
            HouseholdId::made_up(0),
            kind,
            RoughDate::parse(on).unwrap(),
            false,
        )
    }

    fn standing(history: &[StatusChange]) -> (HouseholdClass, String, bool) {
        let month = |_, left, back| back <= crate::domain::month::add_months(left, 1);
        let last = *stretches(history, month).last().unwrap();
        (last.class, last.since.to_string(), last.active)
    }

    #[test]
    fn a_stretch_begins_with_a_change_of_class_or_a_return() {
        use HouseholdClass::{Eliminated, Unresolved};
        use StatusKind as K;
        let mut history = vec![change(K::Identified, "2024-03")];
        assert_eq!(standing(&history), (Unresolved, "2024-03".into(), true));
        history.push(change(K::Identified, "2024-09"));
        assert_eq!(standing(&history), (Unresolved, "2024-03".into(), true), "a new category moves nothing");
        history.push(change(K::Eliminated, "2025-06-15"));
        assert_eq!(standing(&history), (Eliminated, "2025-06-15".into(), true));
        history.push(change(K::RolledBack, "2026-01-10"));
        assert_eq!(standing(&history), (Unresolved, "2026-01-10".into(), true));
        history.push(change(K::Inactive, "2026-02-01"));
        assert_eq!(standing(&history), (Unresolved, "2026-01-10".into(), false));
        history.push(change(K::Active, "2026-05-01"));
        assert_eq!(standing(&history), (Unresolved, "2026-05-01".into(), true));
        history.extend([change(K::Inactive, "2026-06-10"), change(K::Active, "2026-07-10")]);
        assert_eq!(standing(&history), (Unresolved, "2026-05-01".into(), true), "away for one interval, not longer");
        history.extend([change(K::Inactive, "2026-08-10"), change(K::Active, "2026-09-11")]);
        assert_eq!(standing(&history), (Unresolved, "2026-09-11".into(), true), "a day longer");
    }
}
