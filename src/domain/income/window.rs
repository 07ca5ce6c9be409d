//! The twelve months over which income is summed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::month::Month;

/// Months of a window, whatever its kind.
pub const WINDOW_MONTHS: u32 = 12;

coded! {
    /// Which twelve months a plan sums.
    WindowKind {
        /// The 12 months that end with a given month, by default the last ended one
        Rolling12 = "rolling12",
        /// October to September
        OctSep = "oct-sep",
        /// May to April
        MayApr = "may-apr",
        /// The calendar year
        Calendar = "calendar",
    }
}

impl WindowKind {
    /// The month of the year in which it ends; none where any month can be the last.
    const fn last_month(self) -> Option<u32> {
        match self {
            Self::Rolling12 => None,
            Self::OctSep => Some(9),
            Self::MayApr => Some(4),
            Self::Calendar => Some(12),
        }
    }

    /// The last window that is complete on a day: all its months have ended.
    pub fn complete(self, today: NaiveDate) -> Window {
        let ended = Month::of(today).minus(1);
        let last = match self.last_month() {
            None => ended,
            Some(number) => ended.minus((ended.number() + WINDOW_MONTHS - number) % WINDOW_MONTHS),
        };
        Window::ending(last)
    }

    /// The window that is running on a day.
    pub fn running(self, today: NaiveDate) -> Window {
        let now = Month::of(today);
        let last = match self.last_month() {
            None => now,
            Some(number) => now.plus((number + WINDOW_MONTHS - now.number()) % WINDOW_MONTHS),
        };
        Window::ending(last)
    }
}

/// Twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Window {
    pub last: Month,
}

impl Window {
    pub const fn ending(last: Month) -> Self {
        Self { last }
    }

    pub fn first(self) -> Month {
        self.last.minus(WINDOW_MONTHS - 1)
    }

    /// Its months, in order.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (0..WINDOW_MONTHS).map(move |ahead| self.first().plus(ahead))
    }

    pub fn contains(self, month: Month) -> bool {
        (self.first()..=self.last).contains(&month)
    }

    /// The year whose line it is held against: that of its last month.
    pub fn year(self) -> i32 {
        self.last.year()
    }

    #[must_use]
    pub fn a_year_earlier(self) -> Self {
        Self::ending(self.last.minus(WINDOW_MONTHS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_complete_window_and_the_running_one() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (kind, today, complete, running) in [
            (WindowKind::Rolling12, "2026-11-22", "2025-11..2026-10", "2025-12..2026-11"),
            (WindowKind::Rolling12, "2026-01-01", "2025-01..2025-12", "2025-02..2026-01"),
            (WindowKind::Rolling12, "2026-10-31", "2025-10..2026-09", "2025-11..2026-10"),
            (WindowKind::OctSep, "2026-11-22", "2025-10..2026-09", "2026-10..2027-09"),
            (WindowKind::OctSep, "2026-09-30", "2024-10..2025-09", "2025-10..2026-09"),
            (WindowKind::OctSep, "2026-10-01", "2025-10..2026-09", "2026-10..2027-09"),
            (WindowKind::MayApr, "2026-11-22", "2025-05..2026-04", "2026-05..2027-04"),
            (WindowKind::MayApr, "2026-04-30", "2024-05..2025-04", "2025-05..2026-04"),
            (WindowKind::Calendar, "2026-11-22", "2025-01..2025-12", "2026-01..2026-12"),
            (WindowKind::Calendar, "2026-12-31", "2025-01..2025-12", "2026-01..2026-12"),
        ] {
            let shown = |window: Window| format!("{}..{}", window.first(), window.last);
            assert_eq!(shown(kind.complete(day(today))), complete, "{kind:?} on {today}");
            assert_eq!(shown(kind.running(day(today))), running, "{kind:?} on {today}");
        }
    }

    #[test]
    fn a_window_has_twelve_months() {
        let window = Window::ending("2026-04".parse().unwrap());
        assert_eq!(window.months().count(), 12);
        assert!(window.months().all(|month| window.contains(month)));
        assert!(!window.contains(window.a_year_earlier().last));
        assert_eq!(window.year(), 2026);
    }
}
