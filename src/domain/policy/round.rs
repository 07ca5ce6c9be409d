//! The dated rounds of a plan: what is done by which day, of which households, and to whom it goes.

use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

use super::wording::Wording;
use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::month::Month;

coded! {
    /// What of a household says that a round reached it.
    RoundCounts {
        /// A counted visit was made.
        Visit = "visit",
        /// A visit for a sweep 集中排查 met somebody.
        Sweep = "sweep",
        /// A visit of solicitude 慰问 met somebody.
        Festival = "festival",
        /// The income of every month of the round is recorded.
        Income = "income",
        /// A visit looked at the effect of every measure in force.
        Effect = "effect",
        /// Nothing that is on file: a report, a meeting.
        Nothing = "nothing",
    }
}

coded! {
    /// Which households a round is for.
    RoundScope {
        /// 未消除风险
        Unresolved = "unresolved",
        /// 监测对象, marked or not
        Monitored = "monitored",
        /// 监测对象和脱贫户
        Listed = "listed",
        All = "all",
    }
}

impl RoundScope {
    pub const fn takes(self, class: HouseholdClass) -> bool {
        match self {
            Self::Unresolved => matches!(class, HouseholdClass::Unresolved),
            Self::Monitored => matches!(class, HouseholdClass::Unresolved | HouseholdClass::Eliminated),
            Self::Listed => !matches!(class, HouseholdClass::General),
            Self::All => true,
        }
    }
}

/// A month and a day of it, clamped to the month's last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearDay {
    pub month: u32,
    pub day: u32,
}

impl YearDay {
    /// `MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self { month, day })
    }

    pub fn of_year(self, year: i32) -> Option<NaiveDate> {
        let month = Month::new(year, self.month)?;
        month.first_day().with_day(self.day).or(Some(month.last_day()))
    }
}

/// When a round is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundTime {
    /// So many months each, the year through; it ends on this day of its last month, or on that month's last.
    Every { months: u32, day: Option<u32> },
    /// Each year, from a day to a day; where it begins after it ends, in the year before.
    Yearly { begins: YearDay, ends: YearDay },
    /// On days that move from year to year 传统节日, so many days long.
    Days { on: BTreeMap<i32, YearDay>, days: u32 },
}

/// From its first day to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoundSpan {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl RoundSpan {
    /// The months that lie in it whole.
    pub fn months(self) -> Vec<Month> {
        let mut months = Vec::new();
        let mut month = Month::of(self.first);
        while month.last_day() <= self.last {
            if month.first_day() >= self.first {
                months.push(month);
            }
            month = month.plus(1);
        }
        months
    }
}

/// One round of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub id: String,
    pub time: RoundTime,
    pub counts: RoundCounts,
    pub scope: RoundScope,
    /// What is done, as the plan has it.
    pub wording: Wording,
    /// The plan's words do not state it as it stands: this project reads it so.
    pub is_reading: bool,
}

impl Round {
    /// The one that runs on a day or is the next to end, and the one before it.
    pub fn spans(&self, today: NaiveDate) -> (Option<RoundSpan>, Option<RoundSpan>) {
        let around: Vec<RoundSpan> =
            (today.year() - 1..=today.year() + 1).flat_map(|year| self.of_year(year)).collect();
        let next = around.iter().position(|span| span.last >= today);
        let before = next.unwrap_or(around.len()).checked_sub(1).and_then(|at| around.get(at)).copied();
        (next.and_then(|at| around.get(at)).copied(), before)
    }

    /// Those that end in a year, in order.
    fn of_year(&self, year: i32) -> Vec<RoundSpan> {
        let span = |first: Option<NaiveDate>, last: Option<NaiveDate>| Some(RoundSpan { first: first?, last: last? });
        match &self.time {
            RoundTime::Every { months, day } => (1..=12 / months)
                .filter_map(|part| {
                    let (first, last) = (Month::new(year, (part - 1) * months + 1)?, Month::new(year, part * months)?);
                    let ends = day.and_then(|day| last.first_day().with_day(day)).unwrap_or(last.last_day());
                    span(Some(first.first_day()), Some(ends))
                })
                .collect(),
            RoundTime::Yearly { begins, ends } => {
                let last = ends.of_year(year);
                let first = begins.of_year(year).filter(|first| last.is_some_and(|last| *first <= last));
                span(first.or_else(|| begins.of_year(year - 1)), last).into_iter().collect()
            }
            RoundTime::Days { on, days } => {
                let last = on.get(&year).and_then(|day| day.of_year(year));
                let first = last.and_then(|last| last.checked_sub_days(Days::new(u64::from(*days).saturating_sub(1))));
                span(first, last).into_iter().collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn spans(time: RoundTime, today: &str) -> [Option<(String, String)>; 2] {
        let round = Round {
            id: "x".into(),
            time,
            counts: RoundCounts::Visit,
            scope: RoundScope::All,
            wording: Wording::new(),
            is_reading: false,
        };
        let (next, before) = round.spans(day(today));
        [next, before].map(|span| span.map(|span| (span.first.to_string(), span.last.to_string())))
    }

    fn pair(first: &str, last: &str) -> (String, String) {
        (first.to_owned(), last.to_owned())
    }

    #[test]
    fn a_round_runs_to_its_last_day_and_the_next_begins_after_it() {
        let of_month = RoundTime::Every { months: 1, day: Some(20) };
        assert_eq!(spans(of_month.clone(), "2026-11-20")[0], Some(pair("2026-11-01", "2026-11-20")));
        assert_eq!(
            spans(of_month, "2026-11-21"),
            [Some(pair("2026-12-01", "2026-12-20")), Some(pair("2026-11-01", "2026-11-20"))]
        );
        let quarter = RoundTime::Every { months: 3, day: None };
        assert_eq!(spans(quarter.clone(), "2026-12-31")[0], Some(pair("2026-10-01", "2026-12-31")));
        assert_eq!(
            spans(quarter, "2027-01-01"),
            [Some(pair("2027-01-01", "2027-03-31")), Some(pair("2026-10-01", "2026-12-31"))]
        );
        let survey = RoundTime::Yearly { begins: YearDay { month: 10, day: 1 }, ends: YearDay { month: 7, day: 28 } };
        assert_eq!(spans(survey.clone(), "2026-07-28")[0], Some(pair("2025-10-01", "2026-07-28")));
        assert_eq!(spans(survey, "2026-07-29")[0], Some(pair("2026-10-01", "2027-07-28")));
        let february = RoundTime::Yearly { begins: YearDay { month: 1, day: 1 }, ends: YearDay { month: 2, day: 29 } };
        assert_eq!(spans(february, "2026-02-01")[0], Some(pair("2026-01-01", "2026-02-28")));
        let festival = RoundTime::Days { on: BTreeMap::from([(2026, YearDay { month: 2, day: 17 })]), days: 14 };
        assert_eq!(spans(festival.clone(), "2026-02-01")[0], Some(pair("2026-02-04", "2026-02-17")));
        assert_eq!(spans(festival, "2026-02-18")[0], None, "nobody stated when it is next year");
    }

    #[test]
    fn the_months_of_a_round_lie_in_it_whole() {
        let span = RoundSpan { first: day("2025-10-01"), last: day("2026-07-28") };
        let months: Vec<String> = span.months().iter().map(ToString::to_string).collect();
        assert_eq!(
            (months.first().unwrap().as_str(), months.last().unwrap().as_str(), months.len()),
            ("2025-10", "2026-06", 9)
        );
    }
}
