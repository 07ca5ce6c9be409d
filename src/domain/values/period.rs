//! The period that a report is of: a month, a quarter, a half year, a year.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::month::Month;

coded! {
    /// How long a period is.
    PeriodKind { Month = "month", Quarter = "quarter", Half = "half", Year = "year" }
}

impl PeriodKind {
    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }
}

/// Whole months, counted from January.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub kind: PeriodKind,
    pub first: Month,
}

/// The text names no period of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("period_unreadable")]
pub struct PeriodUnreadable;

impl Period {
    /// `2026-11`, `2026-Q4`, `2026-H2`, `2026`; the letter may be left out.
    pub fn parse(kind: PeriodKind, text: &str) -> Result<Self, PeriodUnreadable> {
        let (year, number) = match (kind, text.split_once('-')) {
            (PeriodKind::Year, None) => (text, "1"),
            (PeriodKind::Year, Some(_)) | (_, None) => return Err(PeriodUnreadable),
            (PeriodKind::Month, Some(parts)) => parts,
            (PeriodKind::Quarter, Some((year, number))) => (year, number.strip_prefix(['Q', 'q']).unwrap_or(number)),
            (PeriodKind::Half, Some((year, number))) => (year, number.strip_prefix(['H', 'h']).unwrap_or(number)),
        };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !(is_number(year) && is_number(number)) {
            return Err(PeriodUnreadable);
        }
        let (year, number): (i32, u32) =
            (year.parse().map_err(|_| PeriodUnreadable)?, number.parse().map_err(|_| PeriodUnreadable)?);
        let first = number.checked_sub(1).and_then(|before| Month::new(year, before.checked_mul(kind.months())? + 1));
        first.map(|first| Self { kind, first }).ok_or(PeriodUnreadable)
    }

    /// The same, the kind told by its shape: `2026-11`, `2026-Q4`, `2026-H2`, `2026`.
    pub fn parse_any(text: &str) -> Result<Self, PeriodUnreadable> {
        let kind = match text.split_once('-').map(|(_, number)| number.chars().next()) {
            None => PeriodKind::Year,
            Some(Some('Q' | 'q')) => PeriodKind::Quarter,
            Some(Some('H' | 'h')) => PeriodKind::Half,
            Some(_) => PeriodKind::Month,
        };
        Self::parse(kind, text)
    }

    pub fn last(self) -> Month {
        self.first.plus(self.kind.months() - 1)
    }

    /// Its months, in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..self.kind.months()).map(move |ahead| self.first.plus(ahead))
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first.first_day()..=self.last().last_day()).contains(&day)
    }

    /// The day on which it is looked at: today while it runs, else the day after its last.
    pub fn looked_at_on(self, today: NaiveDate) -> NaiveDate {
        today.min(self.last().plus(1).first_day())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.first.year(), (self.first.number() - 1) / self.kind.months() + 1);
        match self.kind {
            PeriodKind::Month => write!(f, "{}", self.first),
            PeriodKind::Quarter => write!(f, "{year}-Q{number}"),
            PeriodKind::Half => write!(f, "{year}-H{number}"),
            PeriodKind::Year => write!(f, "{year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_it_is_written_and_ends_with_its_last_month() {
        use PeriodKind as K;
        for (kind, text, shown, first, last) in [
            (K::Month, "2026-11", "2026-11", "2026-11-01", "2026-11-30"),
            (K::Quarter, "2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31"),
            (K::Quarter, "2024-1", "2024-Q1", "2024-01-01", "2024-03-31"),
            (K::Half, "2026-h2", "2026-H2", "2026-07-01", "2026-12-31"),
            (K::Year, "2026", "2026", "2026-01-01", "2026-12-31"),
        ] {
            let period = Period::parse(kind, text).unwrap();
            let days = (period.first.first_day().to_string(), period.last().last_day().to_string());
            assert_eq!(Period::parse_any(shown), Ok(period));
            assert_eq!((period.to_string(), days), (shown.to_owned(), (first.to_owned(), last.to_owned())));
        }
        for (kind, text) in [
            (K::Month, "2026"),
            (K::Month, "2026-13"),
            (K::Month, "2026-0"),
            (K::Quarter, "2026-5"),
            (K::Half, "2026-3"),
            (K::Year, "2026-1"),
            (K::Year, "x"),
            (K::Half, "2026-99999999999"),
            (K::Quarter, "2026-QQ3"),
            (K::Month, "2026-+9"),
        ] {
            assert_eq!(Period::parse(kind, text), Err(PeriodUnreadable), "{text}");
        }
    }

    #[test]
    fn a_running_period_is_looked_at_today_and_one_that_ended_on_the_day_after() {
        let period = Period::parse(PeriodKind::Month, "2026-10").unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, on) in [("2026-10-20", "2026-10-20"), ("2026-11-01", "2026-11-01"), ("2027-02-01", "2026-11-01")] {
            assert_eq!(period.looked_at_on(day(today)), day(on));
        }
    }
}
