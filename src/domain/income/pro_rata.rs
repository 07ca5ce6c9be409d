//! A number a year, asked pro rata: with k a year the j-th is due by the end of the j-th of k equal parts,
//! a quarterly one at each quarter's end. Nothing is in arrears at the beginning of a year.

use chrono::NaiveDate;

use crate::domain::month::Month;
use crate::domain::watched_day::WatchedDay;
use crate::domain::window::WINDOW_MONTHS;

/// The parts of a year, first and last day of each: whole months where they divide the year, else days.
pub fn parts_of_year(year: i32, count: u32) -> Vec<(NaiveDate, NaiveDate)> {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return Vec::new() };
    let days = (first + chrono::Months::new(WINDOW_MONTHS)).signed_duration_since(first).num_days();
    // The first day of the part after so many.
    let after = |parts: u32| {
        let whole_months = WINDOW_MONTHS.is_multiple_of(count);
        if whole_months {
            Month::of(first).plus(WINDOW_MONTHS / count * parts).first_day()
        } else {
            first + chrono::TimeDelta::days(days * i64::from(parts) / i64::from(count.max(1)))
        }
    };
    (0..count).filter_map(|part| Some((after(part), after(part + 1).pred_opt()?))).collect()
}

/// How many of so many a year are due by a day, of the parts, from their first day to their last, that
/// are asked. A part is in arrears on the day after its last.
pub fn due_by(day: &WatchedDay, count: u32, is_asked: impl Fn((NaiveDate, NaiveDate)) -> bool) -> u32 {
    if count == 0 {
        return 0;
    }
    let parts = parts_of_year(day.year(), count);
    let due = parts.into_iter().filter(|part| day.is_after(part.1) && is_asked(*part)).count();
    u32::try_from(due).unwrap_or(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_day_of_a_part_is_in_time() {
        for (today, count, due) in [
            ("2026-01-05", 4, 0),
            ("2026-03-31", 4, 0),
            ("2026-04-01", 4, 1),
            ("2026-06-30", 2, 0),
            ("2026-07-01", 2, 1),
            ("2026-04-30", 3, 0),
            ("2026-05-01", 3, 1),
            ("2026-09-01", 3, 2),
            ("2026-12-31", 3, 2),
            ("2026-12-31", 1, 0),
            ("2026-12-31", 12, 11),
            ("2026-03-14", 5, 0),
            ("2026-03-15", 5, 1),
        ] {
            assert_eq!(due_by(&WatchedDay::new(day(today)), count, |_| true), due, "{today} of {count}");
        }
        assert_eq!(due_by(&WatchedDay::new(day("2026-11-22")), 4, |(begins, _)| begins >= day("2026-04-01")), 2);
        assert_eq!(due_by(&WatchedDay::new(day("2026-11-22")), 4, |(begins, _)| begins >= day("2026-04-02")), 1);
        assert_eq!(due_by(&WatchedDay::new(day("2026-11-22")), 0, |_| true), 0);
    }

    proptest! {
        /// The parts follow one another, fill the year, and differ by little.
        #[test]
        fn parts_fill_the_year(year in 2000i32..2100, count in 1u32..=60) {
            let parts = parts_of_year(year, count);
            prop_assert_eq!(parts.first().unwrap().0, NaiveDate::from_ymd_opt(year, 1, 1).unwrap());
            prop_assert_eq!(parts.last().unwrap().1, NaiveDate::from_ymd_opt(year, 12, 31).unwrap());
            for pair in parts.windows(2) {
                prop_assert_eq!(pair[0].1.succ_opt().unwrap(), pair[1].0);
            }
            let lengths = parts.iter().map(|(first, last)| (*last - *first).num_days());
            prop_assert!(lengths.clone().max().unwrap() - lengths.min().unwrap() <= 4, "unequal parts");
        }
    }
}
