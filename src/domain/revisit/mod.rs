//! The revisit rule: from a class, its day of beginning and the last counted visit to the day by
//! which the household must be visited again. The only place that computes due dates; every list,
//! screen and report asks here.
//!
//! Intervals after the town and county plans (monthly, half-yearly, yearly); the exact computation is
//! this project's own.

pub mod coverage;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::month::{Month, add_months};

/// A due date this near counts as due, even in the next month.
const DUE_WITHIN_DAYS: u64 = 10;

coded! {
    /// Where a household stands on a day.
    RevisitState {
        Overdue = "overdue",
        Due = "due",
        Later = "later",
        /// Inactive, or of a class without a cadence.
        None = "none",
    }
}

/// How often a household must be revisited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case", try_from = "StatedRule")]
pub enum RevisitRule {
    /// Once in each period of so many months, periods counted from January: 1, 2, 3, 4, 6 or 12.
    Calendar { months: u32 },
    /// Not later than so many months after the last visit: 1 to 60.
    Rolling { months: u32 },
    /// In each of these months of the year.
    Rounds { round_months: Vec<u32> },
}

/// A rule as a policy file states it, before its numbers are checked.
#[derive(Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
enum StatedRule {
    Calendar { months: u32 },
    Rolling { months: u32 },
    Rounds { round_months: Vec<u32> },
}

/// Numbers that no rule can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleFault {
    #[error("calendar: months must be 1, 2, 3, 4, 6 or 12")]
    Calendar,
    #[error("rolling: months must be 1 to 60")]
    Rolling,
    #[error("rounds: round_months must be months 1 to 12, at least one")]
    Rounds,
}

impl TryFrom<StatedRule> for RevisitRule {
    type Error = RuleFault;
    fn try_from(stated: StatedRule) -> Result<Self, RuleFault> {
        match stated {
            StatedRule::Calendar { months } => Self::calendar(months),
            StatedRule::Rolling { months } => Self::rolling(months),
            StatedRule::Rounds { round_months } => Self::rounds(&round_months),
        }
    }
}

impl RevisitRule {
    pub fn calendar(months: u32) -> Result<Self, RuleFault> {
        if matches!(months, 1 | 2 | 3 | 4 | 6 | 12) { Ok(Self::Calendar { months }) } else { Err(RuleFault::Calendar) }
    }

    pub fn rolling(months: u32) -> Result<Self, RuleFault> {
        if (1..=60).contains(&months) { Ok(Self::Rolling { months }) } else { Err(RuleFault::Rolling) }
    }

    pub fn rounds(months: &[u32]) -> Result<Self, RuleFault> {
        let mut round_months = months.to_vec();
        round_months.sort_unstable();
        round_months.dedup();
        let valid = !round_months.is_empty() && round_months.iter().all(|month| (1..=12).contains(month));
        if valid { Ok(Self::Rounds { round_months }) } else { Err(RuleFault::Rounds) }
    }

    /// The day that lies one interval after another.
    pub fn interval_after(&self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Calendar { months } | Self::Rolling { months } => add_months(day, *months),
            Self::Rounds { .. } => self.due_on(day),
        }
    }

    /// The last day on which a visit is still in time, from the day that the clock runs from.
    pub fn due_on(&self, anchor: NaiveDate) -> NaiveDate {
        let month = Month::of(anchor);
        match self {
            Self::Calendar { months } => period_end(month, *months).plus(*months).last_day(),
            Self::Rolling { months } => add_months(anchor, *months),
            Self::Rounds { round_months } => next_round(month, round_months).last_day(),
        }
    }
}

/// The last month of the period of so many months, counted from January, that holds `month`.
pub(super) fn period_end(month: Month, months: u32) -> Month {
    month.plus(months - 1 - (month.number() - 1) % months)
}

/// The first round month after `month`.
pub(super) fn next_round(month: Month, round_months: &[u32]) -> Month {
    (1..=12).map(|ahead| month.plus(ahead)).find(|next| round_months.contains(&next.number())).unwrap_or(month)
}

/// The day that the clock runs from: the later of `since` and the last counted visit. A visit before
/// `since` does not move it, unless nobody stated `since`: an import must not buy time.
pub fn anchor(since: NaiveDate, defaulted: bool, last_counted_on: Option<NaiveDate>) -> NaiveDate {
    match last_counted_on {
        Some(visited) if defaulted => visited,
        Some(visited) => visited.max(since),
        None => since,
    }
}

/// Where a household with this due date stands on `today`. Due today is not overdue.
pub fn state(due_on: Option<NaiveDate>, today: NaiveDate) -> RevisitState {
    match due_on {
        None => RevisitState::None,
        Some(due) if today > due => RevisitState::Overdue,
        Some(due) if due <= due_horizon(today) => RevisitState::Due,
        Some(_) => RevisitState::Later,
    }
}

/// The last due date that counts as due on `today`: in this calendar month or within ten days.
pub fn due_horizon(today: NaiveDate) -> NaiveDate {
    let soon = today.checked_add_days(Days::new(DUE_WITHIN_DAYS)).unwrap_or(today);
    soon.max(Month::of(today).last_day())
}

/// The Sunday of a day's week.
pub fn end_of_week(day: NaiveDate) -> NaiveDate {
    day.week(chrono::Weekday::Mon).last_day()
}

/// Days since the due date, 0 when not overdue.
pub fn days_overdue(due_on: Option<NaiveDate>, today: NaiveDate) -> i64 {
    due_on.map_or(0, |due| (today - due).num_days().max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn worked_examples_of_the_due_date() {
        let calendar = |n| RevisitRule::calendar(n).unwrap();
        let rolling = |n| RevisitRule::rolling(n).unwrap();
        let rounds = |months: &[u32]| RevisitRule::rounds(months).unwrap();
        for (rule, anchor, due) in [
            (calendar(1), "2026-09-28", "2026-10-31"),
            (calendar(1), "2026-10-30", "2026-11-30"),
            (calendar(1), "2026-01-01", "2026-02-28"),
            (calendar(1), "2024-01-31", "2024-02-29"),
            (calendar(1), "2026-12-31", "2027-01-31"),
            (calendar(2), "2026-01-05", "2026-04-30"),
            (calendar(3), "2026-11-22", "2027-03-31"),
            (calendar(3), "2026-01-01", "2026-06-30"),
            (calendar(4), "2026-04-30", "2026-08-31"),
            (calendar(6), "2026-03-03", "2026-12-31"),
            (calendar(12), "2026-11-22", "2027-12-31"),
            (rolling(1), "2026-01-31", "2026-02-28"),
            (rolling(1), "2024-01-31", "2024-02-29"),
            (rolling(2), "2026-01-31", "2026-03-31"),
            (rolling(6), "2026-05-22", "2026-11-22"),
            (rolling(6), "2025-08-31", "2026-02-28"),
            (rolling(12), "2024-02-29", "2025-02-28"),
            (rolling(60), "2024-02-29", "2029-02-28"),
            (rounds(&[6, 12]), "2026-05-31", "2026-06-30"),
            (rounds(&[6, 12]), "2026-06-01", "2026-12-31"),
            (rounds(&[12, 6, 6]), "2026-12-31", "2027-06-30"),
            (rounds(&[6]), "2026-06-30", "2027-06-30"),
        ] {
            assert_eq!(rule.due_on(day(anchor)), day(due), "{rule:?} from {anchor}");
        }
    }

    #[test]
    fn numbers_that_no_rule_can_have_are_refused() {
        assert_eq!(RevisitRule::calendar(5), Err(RuleFault::Calendar));
        assert_eq!(RevisitRule::calendar(0), Err(RuleFault::Calendar));
        assert_eq!(RevisitRule::rolling(0), Err(RuleFault::Rolling));
        assert_eq!(RevisitRule::rolling(61), Err(RuleFault::Rolling));
        assert_eq!(RevisitRule::rounds(&[]), Err(RuleFault::Rounds));
        assert_eq!(RevisitRule::rounds(&[13]), Err(RuleFault::Rounds));
    }

    #[test]
    fn the_state_of_a_day() {
        let today = day("2026-11-22");
        for (due, expected, days) in [
            ("2026-11-21", RevisitState::Overdue, 1),
            ("2026-10-31", RevisitState::Overdue, 22),
            ("2026-11-22", RevisitState::Due, 0),
            ("2026-11-30", RevisitState::Due, 0),
            ("2026-12-02", RevisitState::Due, 0),
            ("2026-12-03", RevisitState::Later, 0),
        ] {
            let due = Some(day(due));
            assert_eq!((state(due, today), days_overdue(due, today)), (expected, days), "{due:?}");
        }
        assert_eq!((state(None, today), days_overdue(None, today)), (RevisitState::None, 0));
        assert_eq!(state(Some(day("2026-11-30")), day("2026-11-01")), RevisitState::Due, "anywhere in the month");
    }

    #[test]
    fn a_visit_before_since_does_not_move_the_anchor() {
        assert_eq!(anchor(day("2026-05-01"), false, Some(day("2026-04-30"))), day("2026-05-01"));
        assert_eq!(anchor(day("2026-05-01"), false, Some(day("2026-05-02"))), day("2026-05-02"));
        assert_eq!(anchor(day("2026-05-01"), false, None), day("2026-05-01"));
    }

    #[test]
    fn a_day_that_nobody_stated_never_outranks_a_visit() {
        assert_eq!(anchor(day("2026-05-01"), true, Some(day("2025-10-01"))), day("2025-10-01"));
        assert_eq!(anchor(day("2026-05-01"), true, Some(day("2026-05-02"))), day("2026-05-02"));
        assert_eq!(anchor(day("2026-05-01"), true, None), day("2026-05-01"));
    }

    fn any_rule() -> impl Strategy<Value = RevisitRule> {
        prop_oneof![
            prop::sample::select(vec![1, 2, 3, 4, 6, 12]).prop_map(|n| RevisitRule::calendar(n).unwrap()),
            (1u32..=60).prop_map(|n| RevisitRule::rolling(n).unwrap()),
            prop::collection::vec(1u32..=12, 1..5).prop_map(|months| RevisitRule::rounds(&months).unwrap()),
        ]
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0i64..40_000).prop_map(|days| day("2000-01-01") + chrono::TimeDelta::days(days))
    }

    /// The rule once more, day by day and from the words of the plan, sharing no arithmetic with it.
    fn oracle(rule: &RevisitRule, anchor: NaiveDate) -> NaiveDate {
        let covered = |d: NaiveDate| match rule {
            RevisitRule::Calendar { months } => {
                (d.year(), d.month0() / months) == (anchor.year(), anchor.month0() / months)
            }
            _ => (d.year(), d.month()) == (anchor.year(), anchor.month()),
        };
        match rule {
            RevisitRule::Calendar { months } => {
                let start = anchor.iter_days().find(|d| !covered(*d)).unwrap();
                let same = |d: &NaiveDate| (d.year(), d.month0() / months) == (start.year(), start.month0() / months);
                start.iter_days().take_while(same).last().unwrap()
            }
            RevisitRule::Rolling { months } => {
                let index = anchor.year() * 12 + i32::try_from(anchor.month0() + months).unwrap();
                let (year, month) = (index / 12, u32::try_from(index % 12).unwrap() + 1);
                (1..=anchor.day()).rev().find_map(|d| NaiveDate::from_ymd_opt(year, month, d)).unwrap()
            }
            RevisitRule::Rounds { round_months } => {
                let start = anchor.iter_days().find(|d| !covered(*d) && round_months.contains(&d.month())).unwrap();
                start.iter_days().take_while(|d| d.month() == start.month()).last().unwrap()
            }
        }
    }

    proptest! {
        #[test]
        fn the_due_date_agrees_with_an_independent_computation(rule in any_rule(), anchor in any_day()) {
            prop_assert_eq!(rule.due_on(anchor), oracle(&rule, anchor));
        }

        #[test]
        fn due_is_never_before_the_anchor(rule in any_rule(), anchor in any_day()) {
            prop_assert!(rule.due_on(anchor) > anchor);
        }

        #[test]
        fn due_is_monotone_in_the_anchor(rule in any_rule(), a in any_day(), b in any_day()) {
            prop_assert!(rule.due_on(a.min(b)) <= rule.due_on(a.max(b)));
        }

        #[test]
        fn overdue_has_days_and_nothing_else_has(due in any_day(), today in any_day()) {
            let overdue = state(Some(due), today) == RevisitState::Overdue;
            prop_assert_eq!(overdue, days_overdue(Some(due), today) > 0);
        }
    }
}
