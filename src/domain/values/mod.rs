//! Values: text that is clean, codes, ids, money, months, days, names; they know of no household.

pub mod audited;
pub mod chinese_digits;
pub mod clean;
pub mod clock_doubt;
pub mod codes;
pub mod contact;
pub mod entry;
pub mod id;
pub mod leak;
pub mod mask;
pub mod money;
pub mod month;
pub mod period;
pub mod personal;
pub mod phone;
pub mod resident_id;
pub mod rough_date;
pub mod typed_amount;
pub mod typed_day;
pub mod watched_day;
pub mod working_days;
