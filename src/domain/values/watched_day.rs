//! The day of a case. What a rule asks of it is remembered, so that it is known until when the answers hold:
//! what was decided on them need not be decided anew before.

use std::cell::Cell;

use chrono::{Datelike, NaiveDate};

use crate::domain::month::Month;

/// As text it comes after every other: a year of four digits.
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("it is in the calendar");

/// A day, and how long what was asked of it stays as it was answered.
#[derive(Debug, Clone)]
pub struct WatchedDay {
    day: NaiveDate,
    holds_until: Cell<NaiveDate>,
}

impl WatchedDay {
    pub const fn new(day: NaiveDate) -> Self {
        Self { day, holds_until: Cell::new(LAST_DAY) }
    }

    /// The day itself: what is decided on it holds for this day alone.
    pub fn today(&self) -> NaiveDate {
        self.note(self.day);
        self.day
    }

    /// The day for a figure that is told and decides nothing.
    pub const fn told(&self) -> NaiveDate {
        self.day
    }

    /// The day lies after another.
    pub fn is_after(&self, other: NaiveDate) -> bool {
        let is_after = self.day > other;
        if !is_after {
            self.note(other);
        }
        is_after
    }

    /// The day is another or lies after it.
    pub fn is_from(&self, other: NaiveDate) -> bool {
        other.pred_opt().is_none_or(|before| self.is_after(before))
    }

    pub fn month(&self) -> Month {
        let month = Month::of(self.day);
        self.note(month.last_day());
        month
    }

    pub fn year(&self) -> i32 {
        let year = self.day.year();
        self.note(NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(self.day));
        year
    }

    /// The last day on which everything that was asked so far is answered as it was; of nothing asked, a
    /// day that nobody lives to see.
    pub fn holds_until(&self) -> NaiveDate {
        self.holds_until.get()
    }

    fn note(&self, last: NaiveDate) {
        self.holds_until.set(self.holds_until.get().min(last));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(739_000 + number).unwrap()
    }

    /// Everything that can be asked, in one answer.
    fn asked(on: &WatchedDay, others: &[i32]) -> (Vec<bool>, Month, i32) {
        let answers = others.iter().flat_map(|other| [on.is_after(day(*other)), on.is_from(day(*other))]);
        (answers.collect(), on.month(), on.year())
    }

    proptest! {
        #[test]
        fn the_answers_hold_until_that_day_and_another_day_asked_of_itself_does_not(
            today in 0..900_i32,
            others in prop::collection::vec(0..900_i32, 0..6),
            later in 0..90_i32,
        ) {
            let on = WatchedDay::new(day(today));
            let answered = asked(&on, &others);
            let then = day(today + later);
            if then <= on.holds_until() {
                prop_assert_eq!(asked(&WatchedDay::new(then), &others), answered);
            }
            prop_assert!(on.holds_until() >= on.told());
            on.today();
            prop_assert_eq!(on.holds_until(), on.told());
        }

        /// No answer is given up earlier than it must be: on the day after, one of them is another.
        #[test]
        fn and_no_longer(today in 0..900_i32, others in prop::collection::vec(0..900_i32, 1..6)) {
            let on = WatchedDay::new(day(today));
            let answered: Vec<bool> = others.iter().map(|other| on.is_after(day(*other))).collect();
            if on.holds_until() < LAST_DAY {
                let next = WatchedDay::new(on.holds_until().succ_opt().unwrap());
                let then: Vec<bool> = others.iter().map(|other| next.is_after(day(*other))).collect();
                prop_assert_ne!(then, answered);
            }
        }
    }
}
