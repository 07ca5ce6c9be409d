//! Measures 帮扶措施: what is done for a household, by whom, and with what effect.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::clean::clean_text;
use crate::domain::codes::coded;
use crate::domain::entry::Basis;
use crate::domain::id::{HouseholdId, MeasureId};
use crate::domain::money::Amount;

coded! {
    /// What a measure is about.
    MeasureKind {
        /// 产业
        Industry = "industry",
        /// 就业
        Employment = "employment",
        /// 金融
        Finance = "finance",
        /// 公益性岗位
        PublicPost = "public_post",
        /// 教育
        Education = "education",
        /// 健康
        Health = "health",
        /// 住房
        Housing = "housing",
        /// 饮水
        Water = "water",
        /// 搬迁
        Relocation = "relocation",
        /// 综合保障
        SocialSecurity = "social_security",
        /// 社会帮扶
        SocialHelp = "social_help",
        /// 扶志扶智
        Motivation = "motivation",
    }
}

coded! {
    /// What a visit saw of a measure.
    MeasureAnswer {
        /// 已落实
        Delivered = "delivered",
        /// 有成效
        Effective = "effective",
        /// 不再需要
        NotNeeded = "not_needed",
        /// 未落实: stands alone
        NotDelivered = "not_delivered",
    }
}

/// One measure for one household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub id: MeasureId,
    pub household_id: HouseholdId,
    pub kind: MeasureKind,
    /// 项目
    pub item: String,
    pub funds: Option<Amount>,
    /// 责任单位
    pub unit: String,
    pub from: NaiveDate,
    pub planned_end: Option<NaiveDate>,
    /// The last day on which it ran; none: it still does.
    pub ended_on: Option<NaiveDate>,
    /// 成效
    pub effect: String,
    pub voided: bool,
}

impl Measure {
    /// It runs on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        !self.voided && self.from <= day && self.ended_on.is_none_or(|ended| day <= ended)
    }

    /// It was to end, and nobody wrote down that it did.
    pub fn is_past_its_plan(&self, today: NaiveDate) -> bool {
        self.is_in_force(today) && self.planned_end.is_some_and(|planned| planned < today)
    }
}

/// A measure as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureEntry {
    pub household_id: HouseholdId,
    /// The measure that is changed; none: a new one.
    pub editing: Option<Basis<MeasureId>>,
    pub kind: MeasureKind,
    pub item: String,
    pub funds: Option<Amount>,
    pub unit: String,
    pub from: NaiveDate,
    pub planned_end: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub effect: String,
}

coded! {
    /// Why a measure cannot be kept as it was entered.
    MeasureFault {
        ItemMissing = "item_missing",
        PlannedBeforeItBegins = "planned_before_it_begins",
        EndedBeforeItBegan = "ended_before_it_began",
        EndedInFuture = "ended_in_future",
    }
}

impl MeasureEntry {
    /// Everything that keeps the entry from being kept, in the order of the form.
    pub fn faults(&self, today: NaiveDate) -> Vec<MeasureFault> {
        let is_before = |end: Option<NaiveDate>| end.is_some_and(|end| end < self.from);
        let faults = [
            (clean_text(&self.item).is_empty(), MeasureFault::ItemMissing),
            (is_before(self.planned_end), MeasureFault::PlannedBeforeItBegins),
            (is_before(self.ended_on), MeasureFault::EndedBeforeItBegan),
            (self.ended_on.is_some_and(|ended| ended > today), MeasureFault::EndedInFuture),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, fault)| fault).collect()
    }

    /// The measure that the entry states, its texts cleaned.
    pub fn measure(&self, id: MeasureId) -> Measure {
        Measure {
            id,
            household_id: self.household_id,
            kind: self.kind,
            item: clean_text(&self.item),
            funds: self.funds,
            unit: clean_text(&self.unit),
            from: self.from,
            planned_end: self.planned_end,
            ended_on: self.ended_on,
            effect: clean_text(&self.effect),
            voided: false,
        }
    }
}

/// What one visit saw of one measure, named as it was then; without an answer it was not asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureReview {
    pub measure_id: MeasureId,
    pub measure: MeasureKind,
    pub item: String,
    pub answers: Vec<MeasureAnswer>,
}

impl MeasureReview {
    /// It says something of the effect, not only that the measure is delivered.
    pub fn judges_effect(&self) -> bool {
        self.answers.iter().any(|answer| *answer != MeasureAnswer::Delivered)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use MeasureFault as F;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry(item: &str, from: NaiveDate, planned_end: Option<NaiveDate>, ended_on: Option<NaiveDate>) -> MeasureEntry {
        MeasureEntry {
            household_id: HouseholdId::made_up(1),
            editing: None,
            kind: MeasureKind::Industry,
            item: item.to_owned(),
            funds: None,
            unit: String::new(),
            from,
            planned_end,
            ended_on,
            effect: String::new(),
        }
    }

    #[test]
    fn what_keeps_a_measure_from_being_kept() {
        let (from, today) = (day("2026-03-01"), day("2026-11-22"));
        let ended = |on: &str| Some(day(on));
        for (made, faults) in [
            (entry("养鸡", from, None, None), vec![]),
            (entry("养鸡", from, ended("2027-12-31"), Some(today)), vec![]),
            (entry("养鸡", from, Some(from), Some(from)), vec![]),
            (entry(" \u{3000}", from, None, None), vec![F::ItemMissing]),
            (entry("养鸡", from, ended("2026-02-28"), None), vec![F::PlannedBeforeItBegins]),
            (entry("养鸡", from, None, ended("2026-02-28")), vec![F::EndedBeforeItBegan]),
            (entry("养鸡", from, None, ended("2026-11-23")), vec![F::EndedInFuture]),
            (entry("养鸡", day("2027-01-01"), ended("2027-02-01"), None), vec![]),
            (
                entry("", day("2027-01-01"), None, ended("2026-12-01")),
                vec![F::ItemMissing, F::EndedBeforeItBegan, F::EndedInFuture],
            ),
        ] {
            assert_eq!(made.faults(today), faults, "{made:?}");
        }
    }

    proptest! {
        #[test]
        fn a_measure_without_faults_ends_after_it_began_and_not_in_the_future(
            from in 0_i64..3000, planned in proptest::option::of(0_i64..3000), ended in proptest::option::of(0_i64..3000),
        ) {
            let on = |days: i64| day("2020-01-01") + chrono::TimeDelta::days(days);
            let today = day("2024-01-01");
            let made = entry("养鸡", on(from), planned.map(on), ended.map(on));
            let sound = planned.is_none_or(|end| from <= end) && ended.is_none_or(|end| from <= end && on(end) <= today);
            prop_assert_eq!(made.faults(today).is_empty(), sound);
        }
    }
}
