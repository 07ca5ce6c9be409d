//! The one place where the clock is read.

use chrono::{DateTime, Local, NaiveDate, Timelike, Utc};

/// The clock of this run. A fixed day replaces today and nothing else: the time of recording stays
/// the true one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    fixed_today: Option<NaiveDate>,
    fixed_now: Option<DateTime<Utc>>,
}

impl Clock {
    pub const fn fixed(today: Option<NaiveDate>) -> Self {
        Self { fixed_today: today, fixed_now: None }
    }

    /// A clock that stands at an instant.
    pub const fn at(now: DateTime<Utc>) -> Self {
        Self { fixed_today: None, fixed_now: Some(now) }
    }

    /// The day was told, and not read.
    pub const fn is_told(&self) -> bool {
        self.fixed_today.is_some()
    }

    /// The local day.
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    pub fn today(&self) -> NaiveDate {
        let read = || self.fixed_now.map_or_else(Local::now, |now| now.with_timezone(&Local)).date_naive();
        self.fixed_today.unwrap_or_else(read)
    }

    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    pub fn now(&self) -> DateTime<Utc> {
        self.fixed_now.unwrap_or_else(Utc::now)
    }

    /// Seconds until the local minute turns, 1 to 60: no screen shows anything finer.
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    pub fn seconds_to_next_minute(&self) -> u64 {
        60 - u64::from(Local::now().second().min(59))
    }
}

/// An instant as the local clock shows it, to the second.
pub fn local_time(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%H:%M:%S").to_string()
}

/// An instant as the local calendar and clock show it, to the second, with how far that is from UTC.
pub fn local_second(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// An instant as the local calendar and clock show it, to the minute.
pub fn local_minute(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string()
}

/// An instant by the local calendar and clock as it stands in names of files.
pub fn local_stamp(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%Y-%m-%d-%H%M%S").to_string()
}

/// The day an instant falls on by the local calendar.
pub fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Local).date_naive()
}
