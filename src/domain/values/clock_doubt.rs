//! Whether the computer's clock can be right: everything dated hangs on it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Clocks of several computers differ by a little.
const TOLERANCE: TimeDelta = TimeDelta::minutes(10);
/// Nobody who visits every month is away for longer.
const FAR: TimeDelta = TimeDelta::days(180);

/// Why the clock may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockDoubt {
    /// It stands before something that was recorded already.
    Behind(DateTime<Utc>),
    /// It stands far after the last time the program was started on this database.
    FarAhead(DateTime<Utc>),
}

impl ClockDoubt {
    /// What makes a clock doubtful; `newest` is when the newest record was made.
    pub fn of(now: DateTime<Utc>, newest: Option<DateTime<Utc>>, last_start: Option<DateTime<Utc>>) -> Option<Self> {
        let known = newest.max(last_start)?;
        if now < known - TOLERANCE {
            return Some(Self::Behind(known));
        }
        last_start.filter(|last| now - *last > FAR).map(Self::FarAhead)
    }
}

/// A visit's day lies far after every other visit on file: the year may be mistyped, or the clock wrong.
pub fn is_far_ahead(visited_on: NaiveDate, newest_on: NaiveDate) -> bool {
    visited_on - newest_on > FAR
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}T08:00:00Z").parse().unwrap()
    }

    #[test]
    fn a_clock_is_doubted_before_what_is_recorded_and_long_after_the_last_start() {
        let (now, day) = (at("2026-11-22"), |text| Some(at(text)));
        for (newest, last_start, doubt) in [
            (None, None, None),
            (day("2026-11-21"), day("2026-11-21"), None),
            (day("2026-11-23"), None, Some(ClockDoubt::Behind(at("2026-11-23")))),
            (None, day("2036-01-01"), Some(ClockDoubt::Behind(at("2036-01-01")))),
            (day("2026-05-26"), day("2026-05-26"), None),
            (day("2026-05-25"), day("2026-05-25"), Some(ClockDoubt::FarAhead(at("2026-05-25")))),
            // A copy that another program wrote to since: only a start on this clock tells of it.
            (day("2020-01-01"), None, None),
        ] {
            assert_eq!(ClockDoubt::of(now, newest, last_start), doubt, "{newest:?} {last_start:?}");
        }
        assert_eq!(ClockDoubt::of(now, Some(now + TOLERANCE), None), None, "clocks differ by a little");
    }

    #[test]
    fn half_a_year_without_any_visit_is_far() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(!is_far_ahead(day("2026-11-22"), day("2026-05-26")));
        assert!(is_far_ahead(day("2026-11-22"), day("2026-05-25")));
        assert!(!is_far_ahead(day("2020-01-01"), day("2026-05-25")));
    }
}
