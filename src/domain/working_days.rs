//! Counting working days 工作日: Monday to Friday. Public holidays and the days worked in their place
//! are announced anew each year and are not known here; screens that show such a day say so.

use chrono::{Datelike, NaiveDate, Weekday};

/// The so-manieth working day after a day.
pub fn after_working_days(day: NaiveDate, count: u32) -> NaiveDate {
    let is_working = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut after = day.iter_days().skip(1).filter(is_working);
    match count.checked_sub(1) {
        None => day,
        Some(before) => after.nth(usize::try_from(before).unwrap_or(usize::MAX)).unwrap_or(NaiveDate::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_are_not_counted() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // 2026-11-20 is a Friday.
        assert_eq!(after_working_days(day("2026-11-20"), 1), day("2026-11-23"));
        assert_eq!(after_working_days(day("2026-11-20"), 5), day("2026-11-27"));
        assert_eq!(after_working_days(day("2026-11-22"), 20), day("2026-12-18"));
        assert_eq!(after_working_days(day("2026-11-22"), 0), day("2026-11-22"));
    }
}
