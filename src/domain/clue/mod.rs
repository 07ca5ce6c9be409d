//! A clue 线索: a villager, a cadre, a department or a visit says that a household may fall into poverty, or fall back.
//! It is kept in a ledger, also of a household that is not on file, from the day on which it was received until it is
//! known what came of it.

pub mod clue_entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::id::{ClueId, HouseholdId};
use crate::domain::label::RiskType;
use crate::domain::personal::Personal;
use crate::domain::policy::{Policy, Setting};
use crate::domain::visit::Visit;
use crate::domain::working_days::TermEnd;

coded! {
    /// Where it came from.
    ClueSource {
        /// 农户申报
        SelfReport = "self_report",
        /// 干部走访排查
        Cadre = "cadre",
        /// 部门筛查预警
        Department = "department",
        /// 大数据预警
        BigData = "big_data",
        /// 媒体、网络、信访、举报
        Public = "public",
        /// 回头看
        LookBack = "look_back",
    }
}

coded! {
    /// What came of it.
    ClueOutcome {
        /// 无风险
        NoRisk = "no_risk",
        /// 已是监测对象
        AlreadyMonitored = "already_monitored",
        /// 已进入程序
        InProcedure = "in_procedure",
        /// 不符合条件
        NotQualifying = "not_qualifying",
    }
}

coded! {
    /// How it stands.
    ClueState {
        /// 待交办
        Open = "open",
        /// 已交办
        Assigned = "assigned",
        /// 已核查
        Checked = "checked",
        /// 已办结
        Closed = "closed",
    }
}

/// Of whom it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfWhom {
    pub name: Personal,
    pub village: String,
    #[serde(default)]
    pub group: String,
    #[serde(default)]
    pub phone: Personal,
}

/// What came of it, when, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClueResult {
    pub outcome: ClueOutcome,
    pub on: NaiveDate,
    /// Why; to the household it was explained so.
    #[serde(default)]
    pub why: String,
    /// Who explained it to the household.
    #[serde(default)]
    pub explained_by: String,
}

/// One clue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clue {
    pub id: ClueId,
    /// None: of a household that is not on file.
    pub household_id: Option<HouseholdId>,
    pub of: OfWhom,
    /// Day 0 of the deadline.
    pub received_on: NaiveDate,
    pub source: ClueSource,
    /// By which way, which department, which batch.
    #[serde(default)]
    pub channel: String,
    /// Who said it, and how they are reached. It goes into no list: an informer's name is a danger.
    #[serde(default)]
    pub reported_by: Personal,
    pub what: String,
    #[serde(default)]
    pub risks: Vec<RiskType>,
    /// 交办
    #[serde(default)]
    pub assigned_to: Option<ContactName>,
    /// 核查
    #[serde(default)]
    pub checked_on: Option<NaiveDate>,
    #[serde(default)]
    pub result: Option<ClueResult>,
    /// 反馈: whoever reported it was told what came of it.
    #[serde(default)]
    pub told_back_on: Option<NaiveDate>,
    /// An earlier clue of the same household, whose day counts for both.
    #[serde(default)]
    pub joined_to: Option<ClueId>,
    #[serde(default)]
    pub voided: bool,
}

impl Clue {
    pub fn state(&self) -> ClueState {
        match (&self.result, self.checked_on, &self.assigned_to) {
            (Some(_), _, _) => ClueState::Closed,
            (None, Some(_), _) => ClueState::Checked,
            (None, None, Some(_)) => ClueState::Assigned,
            (None, None, None) => ClueState::Open,
        }
    }

    /// Something is still to be done about it.
    pub fn is_open(&self) -> bool {
        self.result.is_none() && !self.voided
    }

    /// The day of the first verification visit that looked into it: since it was received.
    pub fn verified_on(&self, visits: &[Visit]) -> Option<NaiveDate> {
        let verified = visits.iter().filter(|visit| visit.is_verification()).map(|visit| visit.visited_on);
        verified.filter(|on| *on >= self.received_on).min()
    }

    /// It is of the same household as another one, as far as can be told.
    pub fn is_of_same(&self, other: &Self) -> bool {
        match (self.household_id, other.household_id) {
            (Some(a), Some(b)) => a == b,
            _ => {
                self.of.name == other.of.name && self.of.village == other.of.village && self.of.group == other.of.group
            }
        }
    }
}

/// The last day on which the decision is in time; none where the policy names no day 方案未定. Of clues that are joined
/// the earliest day counts, else a second call would buy time.
pub fn decision_by(policy: &Policy, clue: &Clue, all: &[Clue]) -> Option<TermEnd> {
    let term = policy.days(Setting::DecisionDays)?;
    Some(policy.end_of(term, day_zero(clue, all)))
}

/// The day from which the deadline runs: that of the first of the clues that are joined to it.
pub fn day_zero(clue: &Clue, all: &[Clue]) -> NaiveDate {
    let first = clue.joined_to.unwrap_or(clue.id);
    let joined = all.iter().filter(|it| !it.voided && (it.id == first || it.joined_to == Some(first)));
    joined.map(|it| it.received_on).min().map_or(clue.received_on, |day| day.min(clue.received_on))
}

/// Days until a day, negative once it has passed; the last day is still in time.
pub fn days_left(end: TermEnd, today: NaiveDate) -> i64 {
    (end.on - today).num_days()
}

/// A clue as it stands in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedClue {
    /// By which it is named: it keeps it, whatever becomes of others.
    pub number: usize,
    pub clue: Clue,
    pub day_zero: NaiveDate,
    /// None: the policy names no day, or the clue is closed.
    pub decide_by: Option<TermEnd>,
}

/// The ledger of all clues that were ever recorded, in their order; those that are void are left out. What is open comes
/// first, by the day by which it is to be decided, then by the day on which it was received.
pub fn ledger_of(policy: &Policy, all: &[Clue]) -> Vec<ListedClue> {
    let listed = (1..).zip(all).filter(|(_, clue)| !clue.voided).map(|(number, clue)| ListedClue {
        number,
        clue: clue.clone(),
        day_zero: day_zero(clue, all),
        decide_by: decision_by(policy, clue, all).filter(|_| clue.is_open()),
    });
    let mut listed: Vec<ListedClue> = listed.collect();
    listed.sort_by_key(|it| {
        let by = it.decide_by.map_or(NaiveDate::MAX, |end| end.on);
        (!it.clue.is_open(), by, it.clue.received_on, it.number)
    });
    listed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(super) fn clue(number: u128, name: &str, received_on: &str) -> Clue {
        Clue {
            id: ClueId::made_up(number),
            household_id: None,
            of: OfWhom {
                name: name.into(),
                village: "石桥村".into(),
                group: "一组".into(),
                phone: String::new().into(),
            },
            received_on: day(received_on),
            source: ClueSource::SelfReport,
            channel: String::new(),
            reported_by: String::new().into(),
            what: "住院".into(),
            risks: Vec::new(),
            assigned_to: None,
            checked_on: None,
            result: None,
            told_back_on: None,
            joined_to: None,
            voided: false,
        }
    }

    #[test]
    fn it_goes_from_open_by_assigned_and_checked_to_closed() {
        let mut it = clue(1, "王一", "2026-11-20");
        assert_eq!(it.state(), ClueState::Open);
        it.assigned_to = ContactName::parse("张敏");
        assert_eq!(it.state(), ClueState::Assigned);
        it.checked_on = Some(day("2026-11-21"));
        assert_eq!(it.state(), ClueState::Checked);
        it.result = Some(ClueResult {
            outcome: ClueOutcome::NoRisk,
            on: day("2026-11-22"),
            why: String::new(),
            explained_by: String::new(),
        });
        assert_eq!((it.state(), it.is_open()), (ClueState::Closed, false));
    }

    /// A table of the days that the plans name, counted by hand: Lingshou 20 working days, Yingkou 15 days.
    #[test]
    fn the_decision_is_due_as_the_plan_says_and_where_it_names_no_day_never() {
        for (policy, received_on, by) in [
            // Friday 20 November: four weeks on.
            ("lingshou", "2026-11-20", Some("2026-12-18")),
            ("lingshou", "2026-11-22", Some("2026-12-18")),
            ("liaoning", "2026-11-20", Some("2026-12-05")),
            ("liaoning", "2026-12-25", Some("2027-01-09")),
            ("hunan", "2026-11-20", None),
            ("guizhou", "2026-11-20", None),
        ] {
            let policy = Policy::shipped(policy).unwrap().unwrap();
            let it = clue(1, "王一", received_on);
            let end = decision_by(&policy, &it, std::slice::from_ref(&it));
            assert_eq!(end.map(|end| end.on), by.map(day), "{} {received_on}", policy.id);
        }
    }

    #[test]
    fn a_clue_keeps_its_number_when_another_is_void() {
        let policy = Policy::shipped("liaoning").unwrap().unwrap();
        let mut all = [clue(1, "王一", "2026-11-20"), clue(2, "王二", "2026-11-10"), clue(3, "王三", "2026-11-15")];
        let numbers = |all: &[Clue]| ledger_of(&policy, all).iter().map(|it| it.number).collect::<Vec<_>>();
        assert_eq!(numbers(&all), [2, 3, 1], "by the day by which each is to be decided");
        all[1].voided = true;
        assert_eq!(numbers(&all), [3, 1]);
    }

    proptest! {
        /// A second call never buys time, and never takes any.
        #[test]
        fn of_joined_clues_the_earliest_day_counts_for_each(days in proptest::collection::vec(0i64..400, 1..6)) {
            let from = day("2026-01-01");
            let mut all: Vec<Clue> = (1u128..).zip(&days).map(|(number, days)| {
                let mut it = clue(number, "王一", "2026-01-01");
                it.received_on = from + chrono::TimeDelta::days(*days);
                it
            }).collect();
            let first = all[0].id;
            all.iter_mut().skip(1).for_each(|it| it.joined_to = Some(first));
            let earliest = all.iter().map(|it| it.received_on).min().unwrap();
            for it in &all {
                prop_assert_eq!(day_zero(it, &all), earliest);
            }
        }
    }
}
