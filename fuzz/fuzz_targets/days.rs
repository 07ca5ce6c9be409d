//! Any text typed as a day, a month or a rough date.

#![no_main]

use chrono::NaiveDate;
use huifang::domain::rough_date::RoughDate;
use huifang::domain::typed_day::{Toward, typed_day, typed_month, typed_rough_date};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for today in [(2026, 11, 22), (2024, 2, 29), (2026, 1, 1)] {
        let today = NaiveDate::from_ymd_opt(today.0, today.1, today.2).unwrap();
        for toward in [Toward::Past, Toward::Future] {
            let _ = typed_day(text, today, toward);
        }
        let _ = typed_month(text, today);
        let _ = typed_rough_date(text, today);
    }
    // What is read is written so that it is read the same again.
    if let Ok(date) = RoughDate::parse(text) {
        assert_eq!(RoughDate::parse(&date.to_string()).ok(), Some(date));
    }
});
