//! What is asked about before a visit is saved, and answered for good with a yes.

use chrono::NaiveDate;

use crate::domain::month::Month;
use crate::i18n::Words;

/// A question that a yes answers for good, as long as it stays the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A visitor who is called like no person.
    NoName(String),
    /// Nobody was met, so that so many answers will not be recorded.
    DropAnswers(usize),
    /// There is a visit on that day already.
    SameDay(NaiveDate),
    /// The month is on file in full, and this visit gives only a part of it.
    PartOfMonth(Month),
    /// The day lies before the last visit's.
    BeforeLast(NaiveDate),
    /// The day lies far after every visit on file, the latest of which was then.
    FarAhead(NaiveDate),
}

impl Doubt {
    /// The question, and the answer that goes on.
    pub fn words(&self, words: &Words) -> (String, String) {
        match self {
            Self::NoName(name) => (words.with("no-name-question", &[("name", name)]), words.t("no-name-yes")),
            Self::DropAnswers(count) => {
                (words.with("drop-question", &[("count", &count.to_string())]), words.t("drop-yes"))
            }
            Self::SameDay(day) => {
                (words.with("same-day-question", &[("day", &day.to_string())]), words.t("same-day-yes"))
            }
            Self::PartOfMonth(month) => {
                (words.with("part-of-month-question", &[("month", &month.to_string())]), words.t("part-of-month-yes"))
            }
            Self::BeforeLast(last) => {
                (words.with("before-last-question", &[("last", &last.to_string())]), words.t("before-last-yes"))
            }
            Self::FarAhead(last) => {
                (words.with("far-ahead-question", &[("last", &last.to_string())]), words.t("before-last-yes"))
            }
        }
    }
}
