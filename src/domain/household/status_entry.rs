//! A change of status as it is entered by hand: a dated change with its reason, and the facts that a roster
//! states about it, so that the next roster does not undo it.

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::entry::{Basis, Reason};
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::id::{HouseholdId, StatusChangeId};
use crate::domain::label::HouseholdLabel;
use crate::domain::rough_date::RoughDate;
use crate::domain::status::{EliminationWay, LeavingReason, StatusChange, StatusKind, Stretch};

/// A change of status as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEntry {
    pub household: Basis<HouseholdId>,
    pub kind: StatusKind,
    pub on: NaiveDate,
    pub way: Option<EliminationWay>,
    pub leaving: Option<LeavingReason>,
    pub category: Option<HouseholdLabel>,
    pub reason: Reason,
}

/// Why a status cannot be changed as it was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusFault {
    /// The status that it has cannot change in this way.
    NotPossible,
    /// The way of elimination, the reason for leaving or the category is not said.
    DetailMissing,
    InFuture,
    /// The household came to its present status on this day.
    BeforeLastChange(NaiveDate),
}

impl StatusFault {
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPossible => "not_possible",
            Self::DetailMissing => "detail_missing",
            Self::InFuture => "in_future",
            Self::BeforeLastChange(_) => "before_last_change",
        }
    }
}

/// The changes that a household can go through from where it stands.
pub fn possible_changes(class: HouseholdClass, active: bool) -> &'static [StatusKind] {
    use StatusKind as K;
    match (active, class) {
        (false, _) => &[K::Active],
        (true, HouseholdClass::Unresolved) => &[K::Eliminated, K::Category, K::Stable, K::Inactive],
        (true, HouseholdClass::Eliminated) => &[K::RolledBack, K::Stable, K::Category, K::Inactive],
        (true, HouseholdClass::Stable) => &[K::Identified, K::General, K::Inactive],
        (true, HouseholdClass::General) => &[K::Identified, K::Stable, K::Inactive],
    }
}

/// No status changes before its day has come.
pub fn future_day(on: NaiveDate, today: NaiveDate) -> Option<StatusFault> {
    (on > today).then_some(StatusFault::InFuture)
}

impl StatusEntry {
    /// Everything that keeps the entry from being recorded, in the order of the form: on where the household
    /// stands, and on its history in order of the days.
    pub fn faults(&self, stands: Option<Stretch>, history: &[StatusChange], today: NaiveDate) -> Vec<StatusFault> {
        let is_possible =
            stands.is_some_and(|stretch| possible_changes(stretch.class, stretch.active).contains(&self.kind));
        let last = history.last().filter(|last| self.on < last.on.on && self.moved(history).is_none());
        let faults = [
            (!is_possible).then_some(StatusFault::NotPossible),
            (!self.has_its_detail()).then_some(StatusFault::DetailMissing),
            future_day(self.on, today),
            last.map(|last| StatusFault::BeforeLastChange(last.on.on)),
        ];
        faults.into_iter().flatten().collect()
    }

    fn has_its_detail(&self) -> bool {
        match self.kind {
            StatusKind::Eliminated => self.way.is_some(),
            StatusKind::Inactive => self.leaving.is_some(),
            StatusKind::Category | StatusKind::Identified => {
                self.category.is_some_and(HouseholdLabel::is_monitored_category)
            }
            StatusKind::RolledBack | StatusKind::Stable | StatusKind::General | StatusKind::Active => true,
        }
    }

    /// Where nobody stated when the status before began, it began no later than it ends: that change with
    /// the new day.
    pub fn moved(&self, history: &[StatusChange]) -> Option<StatusChange> {
        let last = history.last().filter(|last| last.defaulted && self.on < last.on.on)?;
        let before = history.iter().rev().nth(1).map(|before| before.on.on);
        let is_free = before.is_none_or(|before| before <= self.on);
        is_free.then(|| StatusChange { on: RoughDate::day(self.on), ..last.clone() })
    }

    /// The change that the entry states.
    pub fn change(&self, id: StatusChangeId) -> StatusChange {
        StatusChange {
            way: self.way,
            leaving: self.leaving,
            category: self.category,
            note: self.reason.as_str().to_owned(),
            ..StatusChange::plain(id, self.household.id, self.kind, RoughDate::day(self.on), false)
        }
    }

    /// What a roster would state of the household after the change.
    pub fn facts_after(&self, before: &Facts<HouseholdFact>) -> Facts<HouseholdFact> {
        use HouseholdFact as F;
        let on = self.on.to_string();
        let category = self.category.map_or("", |category| category.code());
        let stated: &[(F, &str)] = match self.kind {
            StatusKind::Eliminated => &[(F::RiskEliminated, "yes"), (F::EliminatedOn, &on)],
            StatusKind::RolledBack => &[(F::RiskEliminated, "no"), (F::EliminatedOn, "")],
            StatusKind::Identified => {
                &[(F::Category, category), (F::IdentifiedOn, &on), (F::RiskEliminated, "no"), (F::EliminatedOn, "")]
            }
            StatusKind::Category => &[(F::Category, category)],
            StatusKind::Stable => &[(F::Category, ""), (F::HouseholdType, HouseholdLabel::StablyOutOfPoverty.code())],
            StatusKind::General => &[(F::Category, ""), (F::HouseholdType, HouseholdLabel::General.code())],
            StatusKind::Inactive | StatusKind::Active => &[],
        };
        let mut facts = before.clone();
        for (fact, value) in stated {
            // Codes and days are canonical as they are.
            let _ = facts.set(*fact, value);
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StatusFault as Fault;
    use StatusKind as K;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry(kind: K, on: &str) -> StatusEntry {
        StatusEntry {
            household: Basis { id: HouseholdId::made_up(1), revision: None },
            kind,
            on: day(on),
            way: Some(EliminationWay::Helped),
            leaving: Some(LeavingReason::MovedAway),
            category: Some(HouseholdLabel::Edge),
            reason: Reason::parse("乡镇研判会议").unwrap(),
        }
    }

    fn began(kind: K, on: &str, defaulted: bool) -> StatusChange {
        let (id, household_id) = (StatusChangeId::made_up(1), HouseholdId::made_up(1));
        StatusChange::plain(id, household_id, kind, RoughDate::parse(on).unwrap(), defaulted)
    }

    fn stands(class: HouseholdClass, since: &str) -> Stretch {
        let since = RoughDate::parse(since).unwrap();
        Stretch { class, from: since.on, since, defaulted: false, active: true }
    }

    #[test]
    fn a_status_changes_as_it_can_with_its_detail_and_in_order() {
        let history = [began(K::Identified, "2024-03-01", false)];
        let unresolved = Some(stands(HouseholdClass::Unresolved, "2024-03-01"));
        let no_way = StatusEntry { way: None, ..entry(K::Eliminated, "2026-11-01") };
        let poor = StatusEntry { category: Some(HouseholdLabel::General), ..entry(K::Category, "2026-11-01") };
        for (made, faults) in [
            (entry(K::Eliminated, "2026-11-22"), vec![]),
            (entry(K::Eliminated, "2024-03-01"), vec![]),
            (entry(K::RolledBack, "2026-11-01"), vec![Fault::NotPossible]),
            (no_way, vec![Fault::DetailMissing]),
            (poor, vec![Fault::DetailMissing]),
            (entry(K::Eliminated, "2026-11-23"), vec![Fault::InFuture]),
            (entry(K::Eliminated, "2024-02-29"), vec![Fault::BeforeLastChange(day("2024-03-01"))]),
        ] {
            assert_eq!(made.faults(unresolved, &history, day("2026-11-22")), faults, "{made:?}");
        }
        let nothing = entry(K::Eliminated, "2026-11-01").faults(None, &[], day("2026-11-22"));
        assert_eq!(nothing, [Fault::NotPossible], "without a status nothing changes");
    }

    #[test]
    fn a_beginning_that_nobody_stated_moves_to_the_day_of_the_change_and_not_past_the_one_before() {
        let made = entry(K::Eliminated, "2024-02-01");
        let alone = [began(K::Identified, "2024-03-01", true)];
        assert_eq!(made.moved(&alone).unwrap().on, RoughDate::day(day("2024-02-01")));
        let stated = [began(K::Identified, "2024-03-01", false)];
        assert_eq!(made.moved(&stated), None);
        let after = |on: &str| [began(K::Stable, on, false), began(K::Identified, "2024-03-01", true)];
        assert!(made.moved(&after("2024-02-01")).is_some());
        assert_eq!(made.moved(&after("2024-02-02")), None);
    }
}
