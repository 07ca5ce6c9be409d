//! Coverage: which past periods had their visit, and which were missed. A later visit never turns a
//! missed period into a covered one, and a change of class erases none of the class before.

use chrono::NaiveDate;

use crate::domain::month::Month;
use crate::domain::revisit::{RevisitRule, next_round, period_end};

/// A period in which one visit was due, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoveragePeriod {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub covered: bool,
}

/// What the grid shows for one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthMark {
    /// Before the household was on the list in this class.
    Before,
    /// A counted visit was made, and nothing was missed.
    Visited,
    /// A period ended in this month without its visit.
    Missed,
    /// No visit, and none had to be made by the month's end.
    Quiet,
    /// The month runs, and its visit can still be made.
    Running,
}

/// The periods that ended before `until`, for one stretch of a class. `visits` are the days of
/// counted visits, in order. The period that holds `since` is covered.
pub fn past_periods(
    rule: &RevisitRule,
    since: NaiveDate,
    visits: &[NaiveDate],
    until: NaiveDate,
) -> Vec<CoveragePeriod> {
    let mut periods = Vec::new();
    let mut period = first_period(rule, since);
    while period.1 < until {
        let (from, to) = period;
        let visited = visits.iter().copied().filter(|day| (from..=to).contains(day)).max();
        let covered = visited.is_some() || (from..=to).contains(&since) && !matches!(rule, RevisitRule::Rolling { .. });
        periods.push(CoveragePeriod { from, to, covered });
        period = next_period(rule, to, visited.unwrap_or(to));
    }
    periods
}

fn first_period(rule: &RevisitRule, since: NaiveDate) -> (NaiveDate, NaiveDate) {
    match rule {
        RevisitRule::Calendar { months } => (since, period_end(Month::of(since), *months).last_day()),
        RevisitRule::Rolling { .. } => (since, rule.due_on(since)),
        RevisitRule::Rounds { .. } => (since, Month::of(since).last_day()),
    }
}

fn next_period(rule: &RevisitRule, ended: NaiveDate, visited: NaiveDate) -> (NaiveDate, NaiveDate) {
    let from = ended.succ_opt().unwrap_or(ended);
    match rule {
        RevisitRule::Calendar { months } => (from, period_end(Month::of(from), *months).last_day()),
        RevisitRule::Rolling { .. } => (visited.succ_opt().unwrap_or(visited), rule.due_on(visited)),
        RevisitRule::Rounds { round_months } => {
            let round = next_round(Month::of(ended), round_months);
            (round.first_day(), round.last_day())
        }
    }
}

/// The grid: one mark a month from `first` on, for as many months as asked.
pub fn month_marks(
    periods: &[CoveragePeriod],
    visits: &[NaiveDate],
    since: NaiveDate,
    first: Month,
    count: u32,
) -> Vec<MonthMark> {
    (0..count)
        .map(|ahead| {
            let month = first.plus(ahead);
            let within = |day: NaiveDate| Month::of(day) == month;
            if periods.iter().any(|period| !period.covered && within(period.to)) {
                MonthMark::Missed
            } else if visits.iter().any(|day| within(*day)) {
                MonthMark::Visited
            } else if month < Month::of(since) {
                MonthMark::Before
            } else {
                MonthMark::Quiet
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn missed(rule: &RevisitRule, since: &str, visits: &[&str], until: &str) -> Vec<String> {
        let visits: Vec<_> = visits.iter().map(|text| day(text)).collect();
        past_periods(rule, day(since), &visits, day(until))
            .iter()
            .filter(|period| !period.covered)
            .map(|period| period.to.to_string())
            .collect()
    }

    #[test]
    fn a_missed_month_stays_missed() {
        let monthly = RevisitRule::calendar(1).unwrap();
        let visits = ["2026-07-20", "2026-09-01", "2026-09-02", "2026-11-03"];
        assert_eq!(missed(&monthly, "2026-06-30", &visits, "2026-11-22"), ["2026-08-31", "2026-10-31"]);
    }

    #[test]
    fn a_rolling_clock_misses_at_its_due_date() {
        let half_year = RevisitRule::rolling(6).unwrap();
        assert_eq!(
            missed(&half_year, "2025-01-31", &["2025-07-31", "2026-02-01"], "2026-11-22"),
            ["2026-01-31", "2026-08-01"]
        );
        assert_eq!(missed(&half_year, "2025-01-31", &["2025-07-31", "2026-01-31"], "2026-07-31"), Vec::<String>::new());
    }

    #[test]
    fn rounds_are_missed_at_their_months_end() {
        let rounds = RevisitRule::rounds(&[6, 12]).unwrap();
        assert_eq!(
            missed(&rounds, "2025-01-15", &["2025-06-30", "2026-01-01"], "2026-11-22"),
            ["2025-12-31", "2026-06-30"]
        );
    }

    #[test]
    fn the_grid_marks_each_month() {
        use MonthMark::{Before, Missed, Quiet, Visited};
        let monthly = RevisitRule::calendar(1).unwrap();
        let visits = [day("2026-08-20"), day("2026-10-02")];
        let periods = past_periods(&monthly, day("2026-07-15"), &visits, day("2026-11-22"));
        let marks = month_marks(&periods, &visits, day("2026-07-15"), Month::new(2026, 6).unwrap(), 6);
        assert_eq!(marks, [Before, Quiet, Visited, Missed, Visited, Quiet]);
    }

    proptest! {
        /// A household visited in time each time has no missed period, whatever the rule.
        #[test]
        fn visits_in_time_leave_nothing_missed(months in prop::sample::select(vec![1u32, 2, 3, 6, 12]), rolling: bool, early in 0i64..20) {
            let rule = if rolling { RevisitRule::rolling(months) } else { RevisitRule::calendar(months) }.unwrap();
            let since = day("2020-02-29");
            let mut visits = Vec::new();
            let mut anchor = since;
            while anchor < day("2024-01-01") {
                anchor = rule.due_on(anchor) - chrono::TimeDelta::days(early);
                visits.push(anchor);
            }
            let periods = past_periods(&rule, since, &visits, day("2024-01-01"));
            prop_assert!(periods.iter().all(|period| period.covered), "{periods:?}");
        }
    }
}
