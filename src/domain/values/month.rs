//! Calendar months, and adding months to a day without drift.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A month of a year, written `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    first: NaiveDate,
}

/// The text is not `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("month_unreadable")]
pub struct MonthUnreadable;

impl Month {
    /// Years 1900 to 9000, months 1 to 12.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        (1900..=9000).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, 1))?.map(|first| Self { first })
    }

    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        self.first.month()
    }

    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first.pred_opt().unwrap_or(self.first)
    }

    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        Self { first: add_months(self.first, months) }
    }

    #[must_use]
    pub fn minus(self, months: u32) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(months)).unwrap_or(self.first) }
    }
}

/// `day` plus so many months, clamped to the month's last day. Always add to the first day of the
/// computation: 31 January + 1 month + 1 month is not 31 January + 2 months.
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Months that are counted up to: a life's.
const MOST_MONTHS: u32 = 1_200;

/// How many whole months have passed from one day to another.
pub fn months_between(since: NaiveDate, until: NaiveDate) -> u32 {
    (1..MOST_MONTHS).take_while(|months| add_months(since, *months) <= until).last().unwrap_or(0)
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.year(), self.number()))
    }
}

impl FromStr for Month {
    type Err = MonthUnreadable;
    fn from_str(text: &str) -> Result<Self, MonthUnreadable> {
        let (year, month) = text.split_once('-').ok_or(MonthUnreadable)?;
        match (year.parse(), month.parse()) {
            (Ok(year), Ok(month)) => Self::new(year, month).ok_or(MonthUnreadable),
            _ => Err(MonthUnreadable),
        }
    }
}

impl TryFrom<String> for Month {
    type Error = MonthUnreadable;
    fn try_from(text: String) -> Result<Self, MonthUnreadable> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}
