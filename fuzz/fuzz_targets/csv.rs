//! Any bytes read as a roster in text: refused or read, never a panic.

#![no_main]

use std::io::Write;

use chrono::NaiveDate;
use huifang::exchange::Reading;
use huifang::exchange::roster::{ColumnsByHand, read_roster};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let _ = read_roster(file.path(), today, Reading::Here, &ColumnsByHand::default(), &mut || true);
});
