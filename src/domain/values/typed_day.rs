//! Days as people type them in a hurry: `2026-11-22`, `1122`, `22`, `今天`, `昨天`, `-3`, `周一`. What is
//! left out is taken from today: of a visit the latest such day that is not ahead, of a deadline the
//! next one.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::clean::fold_width;
use crate::domain::month::Month;
use crate::domain::rough_date::{DateUnreadable, Precision, RoughDate};

/// Where the day lies that a shortened date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Today or before: a visit.
    Past,
    /// Today or after: a deadline.
    Future,
}

/// How far a number of days may reach.
const FARTHEST_DAYS: i64 = 3660;
/// Months to look through for one that has such a day: a 29 February comes within eight years.
const FARTHEST_MONTHS: u32 = 8 * 12;

/// The day that a text means.
pub fn typed_day(text: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, DateUnreadable> {
    let folded = fold_width(text).trim().to_lowercase();
    if let Some(date) = RoughDate::parse(&folded).ok().filter(|date| date.precision == Precision::Day) {
        return Ok(date.on);
    }
    let compact: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let day = named_day(&compact, today)
        .or_else(|| weekday(&compact, today, toward))
        .or_else(|| counted_days(&compact, today))
        .or_else(|| month_and_day(&compact, today, toward));
    day.ok_or(DateUnreadable)
}

/// The month that a text means: `2026-11`, `202611`, `11`, `11月`. Without a year the latest such month
/// that is not ahead.
pub fn typed_month(text: &str, today: NaiveDate) -> Result<Month, DateUnreadable> {
    let folded = fold_width(text);
    let short = folded.trim().trim_end_matches('月');
    if let Some(number) = short.parse::<u32>().ok().filter(|_| short.len() <= 2) {
        let here = Month::of(today);
        return (0..12).map(|away| here.minus(away)).find(|month| month.number() == number).ok_or(DateUnreadable);
    }
    let date = RoughDate::parse(&folded)?;
    if date.precision == Precision::Year { Err(DateUnreadable) } else { Ok(Month::of(date.on)) }
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    let day = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    day.filter(|_| days.abs() <= FARTHEST_DAYS)
}

fn named_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = match text {
        "今天" | "今日" | "今" | "today" => 0,
        "昨天" | "昨日" | "昨" | "yesterday" => -1,
        "前天" => -2,
        "明天" | "明日" | "tomorrow" => 1,
        "后天" => 2,
        _ => return None,
    };
    shifted(today, days)
}

/// A date that has passed, known to the day, the month or the year; a day may be short.
pub fn typed_rough_date(text: &str, today: NaiveDate) -> Result<RoughDate, DateUnreadable> {
    RoughDate::parse(text)
        .or_else(|_| typed_day(text, today, Toward::Past).map(RoughDate::day).map_err(|_| DateUnreadable))
}

/// `-3`, `+10`, `3天前`, `10天后`, `3daysago`.
fn counted_days(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (sign, number) = if let Some(rest) = text.strip_prefix('-') {
        (-1, rest.trim_end_matches('天'))
    } else if let Some(rest) = text.strip_prefix('+') {
        (1, rest.trim_end_matches('天'))
    } else if let Some(rest) = text.strip_suffix("天前").or_else(|| text.strip_suffix("daysago")) {
        (-1, rest)
    } else {
        (1, text.strip_suffix("天后")?)
    };
    let number: i64 = Some(number).filter(|text| text.chars().all(|c| c.is_ascii_digit()))?.parse().ok()?;
    shifted(today, sign * number)
}

/// `周一`, `星期天`, `上周五`, `monday`, `lastfri`. The week before begins on its Monday.
fn weekday(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let (last_week, name) = match text.strip_prefix('上').or_else(|| text.strip_prefix("last")) {
        Some(name) => (true, name),
        None => (false, text),
    };
    let chinese = ["周", "星期", "礼拜"].iter().find_map(|prefix| name.strip_prefix(prefix));
    let wanted = match chinese {
        Some(day) => ["一1", "二2", "三3", "四4", "五5", "六6", "日天7"]
            .iter()
            .position(|names| day.chars().count() == 1 && names.contains(day)),
        None => ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            .iter()
            .position(|full| name.len() >= 3 && full.starts_with(name)),
    };
    let wanted = Weekday::try_from(u8::try_from(wanted?).ok()?).ok()?;
    let ahead = i64::from(wanted.num_days_from_monday()) - i64::from(today.weekday().num_days_from_monday());
    match (last_week, toward) {
        (true, _) => shifted(today, ahead - 7),
        (false, Toward::Past) => shifted(today, if ahead > 0 { ahead - 7 } else { ahead }),
        (false, Toward::Future) => shifted(today, if ahead < 0 { ahead + 7 } else { ahead }),
    }
}

/// `1122`, `11-22`, `11月22日`, `22`, `22日`.
fn month_and_day(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let text = text.trim_end_matches(['日', '号']);
    if text.chars().all(|c| c.is_ascii_digit()) {
        return match text.len() {
            1 | 2 => nearest(None, number(text)?, today, toward),
            length @ (3 | 4) => {
                nearest(number(text.get(..length - 2)?), number(text.get(length - 2..)?)?, today, toward)
            }
            _ => None,
        };
    }
    let (month, day) = text.split_once(['-', '/', '.', '月'])?;
    nearest(Some(number(month)?), number(day)?, today, toward)
}

/// The nearest such day on the side that is meant.
fn nearest(month: Option<u32>, day: u32, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let here = Month::of(today);
    (0..=FARTHEST_MONTHS).find_map(|away| {
        let there = if toward == Toward::Past { here.minus(away) } else { here.plus(away) };
        let found = there.first_day().with_day(day).filter(|_| month.is_none_or(|month| month == there.number()))?;
        let fits = if toward == Toward::Past { found <= today } else { found >= today };
        fits.then_some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn on(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    #[test]
    fn a_visit_day_is_read_as_people_type_it() {
        // A Sunday.
        let today = on("2026-11-22");
        for (text, meant) in [
            ("2026-11-22", "2026-11-22"),
            ("２０２６１１２１", "2026-11-21"),
            ("1122", "2026-11-22"),
            ("１１２２", "2026-11-22"),
            ("1123", "2025-11-23"),
            ("705", "2026-07-05"),
            ("11-3", "2026-11-03"),
            ("11月3日", "2026-11-03"),
            ("11。3", "2026-11-03"),
            ("22", "2026-11-22"),
            ("23", "2026-10-23"),
            ("31", "2026-10-31"),
            ("3号", "2026-11-03"),
            ("今天", "2026-11-22"),
            ("昨天", "2026-11-21"),
            ("前天", "2026-11-20"),
            ("-3", "2026-11-19"),
            ("－３", "2026-11-19"),
            ("3天前", "2026-11-19"),
            ("周一", "2026-11-16"),
            ("星期天", "2026-11-22"),
            ("上周五", "2026-11-13"),
            ("Today", "2026-11-22"),
            ("yesterday", "2026-11-21"),
            ("mon", "2026-11-16"),
            ("Friday", "2026-11-20"),
            ("last friday", "2026-11-13"),
            ("3 days ago", "2026-11-19"),
            ("0229", "2024-02-29"),
            ("+1", "2026-11-23"),
        ] {
            assert_eq!(typed_day(text, today, Toward::Past), Ok(on(meant)), "{text}");
        }
    }

    #[test]
    fn a_month_may_be_short() {
        let today = on("2026-03-22");
        for (text, meant) in
            [("2026-01", "2026-01"), ("202512", "2025-12"), ("3", "2026-03"), ("11月", "2025-11"), ("１", "2026-01")]
        {
            assert_eq!(typed_month(text, today).map(|month| month.to_string()), Ok(meant.to_owned()), "{text}");
        }
        for text in ["", "13", "0", "2026", "x", "2026-1150"] {
            assert!(typed_month(text, today).is_err(), "{text}");
        }
    }

    #[test]
    fn a_deadline_lies_ahead() {
        let today = on("2026-11-22");
        for (text, meant) in [
            ("1130", "2026-11-30"),
            ("1122", "2026-11-22"),
            ("1001", "2027-10-01"),
            ("5", "2026-12-05"),
            ("31", "2026-12-31"),
            ("周一", "2026-11-23"),
            ("+10", "2026-12-02"),
            ("10天后", "2026-12-02"),
            ("明天", "2026-11-23"),
        ] {
            assert_eq!(typed_day(text, today, Toward::Future), Ok(on(meant)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "2026", "2026-11", "1332", "0", "32", "周八", "周一二", "昨晚", "m", "11/22/2026", "-", "-99999"]
        {
            assert!(typed_day(text, on("2026-11-22"), Toward::Past).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_shortened_day_lies_on_the_side_that_is_meant(days in 0i64..40_000, month in 1u32..=12, day in 1u32..=31) {
            let today = on("1990-01-01") + chrono::TimeDelta::days(days);
            let text = format!("{month:02}{day:02}");
            if let Ok(found) = typed_day(&text, today, Toward::Past) {
                prop_assert!(found <= today && (found.month(), found.day()) == (month, day));
            }
            if let Ok(found) = typed_day(&text, today, Toward::Future) {
                prop_assert!(found >= today && (found.month(), found.day()) == (month, day));
            }
        }
    }
}
