//! Dates as rosters and people write them: to the day, the month or only the year.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::chinese_digits::fold_chinese_digits;
use crate::domain::clean::fold_width;
use crate::domain::codes::coded;
use crate::domain::month::Month;

coded! {
    /// How much of a date is known.
    Precision { Day = "day", Month = "month", Year = "year" }
}

/// A date known to the day, the month (then its first day) or the year (then 1 January).
/// Written `2026-11-22`, `2026-11` or `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RoughDate {
    /// The first day that is meant.
    pub on: NaiveDate,
    pub precision: Precision,
}

/// The text is no date between 1900 and 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("date_unreadable")]
pub struct DateUnreadable;

impl RoughDate {
    /// The last day that it can mean.
    pub fn last_day(self) -> NaiveDate {
        match self.precision {
            Precision::Day => self.on,
            Precision::Month => Month::of(self.on).last_day(),
            Precision::Year => Month::of(self.on).plus(11).last_day(),
        }
    }

    pub const fn day(on: NaiveDate) -> Self {
        Self { on, precision: Precision::Day }
    }

    fn from_parts(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, DateUnreadable> {
        let precision = match (month, day) {
            (_, Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
        };
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))
            .filter(|on| (1900..=2199).contains(&on.year()))
            .map(|on| Self { on, precision })
            .ok_or(DateUnreadable)
    }

    /// Reads `2026-11-22 2026/11/2 2026年11月2日 2026.11.02 20261122 202611 2026`, full-width too, with
    /// Chinese digits (二〇二六年十一月), a short year (26.11.2) or 份 behind the month; a time of day after
    /// the date is let go.
    pub fn parse(text: &str) -> Result<Self, DateUnreadable> {
        let folded = fold_chinese_digits(&fold_width(text)).replace('、', ".").replace("月份", "月");
        let trimmed = folded.trim();
        let date =
            trimmed.split(['T', ' ']).next().filter(|d| d.len() >= 8 && trimmed.contains(':')).unwrap_or(trimmed);
        let compact: String = date.chars().filter(|c| !c.is_whitespace()).collect();
        let whole = compact.strip_suffix(".0").unwrap_or(&compact);
        if whole.chars().all(|c| c.is_ascii_digit()) {
            return Self::parse_digits(whole);
        }
        if compact.chars().any(|c| !c.is_ascii_digit() && !"-/.年月日号".contains(c)) {
            return Err(DateUnreadable);
        }
        let mut parts = compact.split(|c: char| !c.is_ascii_digit());
        let year: &str = parts.next().unwrap_or_default();
        let year = match year.len() {
            4 => year.parse().map_err(|_| DateUnreadable)?,
            // A short year is written with points, before a month and a day; 3/1/25 could be anything.
            2 if !compact.contains(['-', '/']) => 2000 + year.parse::<i32>().map_err(|_| DateUnreadable)?,
            _ => return Err(DateUnreadable),
        };
        let is_short = year >= 2000 && !compact.starts_with(&year.to_string());
        let rest: Vec<u32> =
            parts.filter(|p| !p.is_empty()).map(str::parse).collect::<Result<_, _>>().map_err(|_| DateUnreadable)?;
        match rest[..] {
            [] if !is_short => Self::from_parts(year, None, None),
            [month] if !is_short => Self::from_parts(year, Some(month), None),
            [month, day] => Self::from_parts(year, Some(month), Some(day)),
            _ => Err(DateUnreadable),
        }
    }

    fn parse_digits(digits: &str) -> Result<Self, DateUnreadable> {
        let number: u32 = digits.parse().map_err(|_| DateUnreadable)?;
        let year = |n: u32| i32::try_from(n).map_err(|_| DateUnreadable);
        match digits.len() {
            8 => Self::from_parts(year(number / 10_000)?, Some(number / 100 % 100), Some(number % 100)),
            6 => Self::from_parts(year(number / 100)?, Some(number % 100), None),
            4 => Self::from_parts(year(number)?, None, None),
            _ => Err(DateUnreadable),
        }
    }
}

impl fmt::Display for RoughDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pattern = match self.precision {
            Precision::Day => "%Y-%m-%d",
            Precision::Month => "%Y-%m",
            Precision::Year => "%Y",
        };
        f.pad(&self.on.format(pattern).to_string())
    }
}

impl TryFrom<String> for RoughDate {
    type Error = DateUnreadable;
    fn try_from(text: String) -> Result<Self, DateUnreadable> {
        Self::parse(&text)
    }
}

impl From<RoughDate> for String {
    fn from(date: RoughDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_that_rosters_use_are_read() {
        for (text, shown) in [
            ("2026-11-22", "2026-11-22"),
            ("2026/11/2", "2026-11-02"),
            ("2026年11月2日", "2026-11-02"),
            ("2026.11.02", "2026-11-02"),
            ("20261122", "2026-11-22"),
            ("202611", "2026-11"),
            ("2026年11月", "2026-11"),
            ("2026.11", "2026-11"),
            ("2026", "2026"),
            ("2026年", "2026"),
            ("２０２６年１１月２日", "2026-11-02"),
            (" 2026 - 11 - 02 ", "2026-11-02"),
            ("2026-11-22 00:00:00", "2026-11-22"),
            ("2024-02-29", "2024-02-29"),
        ] {
            assert_eq!(RoughDate::parse(text).map(|d| d.to_string()), Ok(shown.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "无", "2025-02-29", "20261322", "1122", "26-11-22", "2026-11-22-1", "11/22/2026", "２"] {
            assert!(RoughDate::parse(text).is_err(), "{text}");
        }
    }
}
