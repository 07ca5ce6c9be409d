//! Counting working days 工作日: Monday to Friday, but for the public holidays of a year's table and the
//! days worked in their place, which are announced anew each year and kept by the user. Where a year has
//! no table its weekdays are counted, and the day that comes of it is shown as computed without one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

/// One year's table: `0101-0103 0215-0223 +0214`, days off by month and day, `+` before days worked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct YearHolidays {
    pub off: BTreeSet<NaiveDate>,
    pub worked: BTreeSet<NaiveDate>,
}

/// The tables of the years that have one.
pub type Holidays = BTreeMap<i32, YearHolidays>;

/// The last day of a term, and whether a table of every year that it touches was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermEnd {
    pub on: NaiveDate,
    /// 未计法定节假日: working days of a year without a table.
    pub without_holidays: bool,
}

impl YearHolidays {
    /// Reads a year's table; none where a day cannot be one, or is both off and worked.
    pub fn parse(year: i32, text: &str) -> Option<Self> {
        let mut table = Self::default();
        for part in text.split_whitespace() {
            let (days, part) = match part.strip_prefix('+') {
                Some(part) => (&mut table.worked, part),
                None => (&mut table.off, part),
            };
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (month_day(year, first)?, month_day(year, last)?);
            if first > last {
                return None;
            }
            days.extend(first.iter_days().take_while(|day| *day <= last));
        }
        (table.off.is_disjoint(&table.worked) && !table.off.is_empty()).then_some(table)
    }

    /// The table as it is read, days in a row as their ends.
    pub fn to_text(&self) -> String {
        let part = |sign: &str, (first, last): (NaiveDate, NaiveDate)| {
            let to = if first == last { String::new() } else { last.format("-%m%d").to_string() };
            format!("{sign}{}{to}", first.format("%m%d"))
        };
        let off = runs(&self.off).into_iter().map(|run| part("", run));
        off.chain(runs(&self.worked).into_iter().map(|run| part("+", run))).collect::<Vec<_>>().join(" ")
    }
}

fn month_day(year: i32, text: &str) -> Option<NaiveDate> {
    let (month, day) = text.split_at_checked(2).filter(|_| text.len() == 4)?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn runs(days: &BTreeSet<NaiveDate>) -> Vec<(NaiveDate, NaiveDate)> {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    runs
}

/// It is worked on that day; where its year has no table, by the weekday.
pub fn is_working_day(day: NaiveDate, holidays: &Holidays) -> bool {
    let is_weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let table = holidays.get(&day.year());
    table.map_or(is_weekday, |table| table.worked.contains(&day) || (is_weekday && !table.off.contains(&day)))
}

/// The n-th working day after a day.
pub fn after_working_days(day: NaiveDate, count: u32, holidays: &Holidays) -> TermEnd {
    let mut after = day.iter_days().skip(1).filter(|day| is_working_day(*day, holidays));
    let on = match count.checked_sub(1) {
        None => day,
        Some(before) => after.nth(usize::try_from(before).unwrap_or(usize::MAX)).unwrap_or(NaiveDate::MAX),
    };
    let years = day.year()..=on.year();
    TermEnd { on, without_holidays: count > 0 && years.into_iter().any(|year| !holidays.contains_key(&year)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The year that the State Council announced for 2026, as far as October.
    fn table() -> Holidays {
        let text =
            "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007 +0104 +0214 +0228 +0509 +0920 +1010";
        BTreeMap::from([(2026, YearHolidays::parse(2026, text).unwrap())])
    }

    #[test]
    fn weekends_are_not_counted() {
        // 2026-11-20 is a Friday.
        for (from, count, on) in [
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-20", 5, "2026-11-27"),
            ("2026-11-22", 20, "2026-12-18"),
            ("2026-11-22", 0, "2026-11-22"),
        ] {
            let end = after_working_days(day(from), count, &Holidays::new());
            assert_eq!((end.on, end.without_holidays), (day(on), count > 0), "{from} + {count}");
        }
    }

    #[test]
    fn holidays_are_skipped_and_days_worked_in_their_place_count() {
        for (from, count, on) in [
            ("2026-09-30", 1, "2026-10-08"),
            ("2026-10-09", 1, "2026-10-10"),
            ("2026-02-13", 1, "2026-02-14"),
            ("2026-02-13", 2, "2026-02-24"),
        ] {
            let end = after_working_days(day(from), count, &table());
            assert_eq!((end.on, end.without_holidays), (day(on), false), "{from} + {count}");
        }
        let end = after_working_days(day("2026-12-30"), 3, &table());
        assert_eq!((end.on, end.without_holidays), (day("2027-01-04"), true), "2027 has no table");
    }

    #[test]
    fn a_table_that_cannot_be_is_refused() {
        for text in ["", "0230", "0103-0101", "0101 +0101", "1001-", "101", "+0104", "十月一日"] {
            assert_eq!(YearHolidays::parse(2026, text), None, "{text}");
        }
        let text = "0101-0103 0215 +0104";
        assert_eq!(YearHolidays::parse(2026, text).unwrap().to_text(), text);
    }

    proptest! {
        /// Counted once more day by day, from a plain list of what is off.
        #[test]
        fn working_days_agree_with_counting_them(from in 0i64..360, count in 1u32..60) {
            let from = day("2026-01-01") + chrono::TimeDelta::days(from);
            let (mut at, mut left) = (from, count);
            while left > 0 {
                at = at.succ_opt().unwrap();
                let (month, number) = (at.month(), at.day());
                let is_off = at.year() == 2026 && matches!((month, number),
                    (1, 1..=3) | (2, 15..=23) | (4, 4..=6) | (5, 1..=5) | (6, 19..=21) | (9, 25..=27) | (10, 1..=7));
                let is_worked = at.year() == 2026
                    && matches!((month, number), (1, 4) | (2, 14 | 28) | (5, 9) | (9, 20) | (10, 10));
                if is_worked || (!is_off && at.weekday().number_from_monday() <= 5) {
                    left -= 1;
                }
            }
            prop_assert_eq!(after_working_days(from, count, &table()).on, at);
        }
    }
}
