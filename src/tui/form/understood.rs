//! What was understood of a typed amount or day, and what keeps an amount from being one.

use chrono::NaiveDate;

use crate::domain::money::{Amount, AmountFault};
use crate::domain::typed_amount::is_interpreted;
use crate::domain::typed_day::{Toward, typed_day, typed_rough_date};
use crate::i18n::Words;

use super::{Form, Kind, is_blank};
use crate::tui::widgets::day_meaning;

impl Form {
    /// Says beside each amount and day what was understood, wherever it is not just what stands there.
    pub fn understand(&mut self, words: &Words) {
        let today = self.today;
        let unreadable = || format!("= {}", words.t("form-unreadable"));
        for field in &mut self.fields {
            let typed = field.value();
            field.meaning = match field.kind {
                Kind::Amount | Kind::Day(_) | Kind::RoughDay if is_blank(typed) => String::new(),
                Kind::Amount => match Amount::parse(typed) {
                    Ok(amount) if is_interpreted(typed) => format!("= {}", amount.money()),
                    Ok(_) => String::new(),
                    Err(_) => unreadable(),
                },
                Kind::Day(toward) => typed_day(typed, today, toward)
                    .map_or_else(|_| unreadable(), |day| day_meaning(words, typed, day, today)),
                Kind::RoughDay => match typed_rough_date(typed, today) {
                    Ok(date) if date.to_string() == typed.trim() => String::new(),
                    Ok(date) => format!("= {date}"),
                    Err(_) => unreadable(),
                },
                Kind::Text | Kind::Note | Kind::Plain | Kind::One(_) | Kind::Any(_) | Kind::Shown => continue,
            };
        }
    }

    /// The day of a field, none where it is empty; else the sentence on what is wrong with it. A shortened one
    /// is meant toward the past or the future, as its field says.
    pub fn day(&self, key: &str) -> Result<Option<NaiveDate>, &'static str> {
        let typed = self.value(key);
        let kind = self.field(key).map(|field| &field.kind);
        let toward = if let Some(Kind::Day(toward)) = kind { *toward } else { Toward::Past };
        if is_blank(typed) {
            return Ok(None);
        }
        typed_day(typed, self.today, toward).map(Some).map_err(|_| "form-problem-date")
    }

    /// The amount of a field, none where it is empty; else the sentence on what is wrong with it.
    pub fn amount(&self, key: &str) -> Result<Option<Amount>, &'static str> {
        let typed = self.value(key);
        if is_blank(typed) {
            return Ok(None);
        }
        Amount::parse(typed).map(Some).map_err(|problem| match problem {
            AmountFault::Unreadable => "form-problem-amount",
            AmountFault::Negative => "form-problem-amount-negative",
            AmountFault::TooLarge => "form-problem-amount-large",
            AmountFault::TooFine => "form-problem-amount-fine",
            AmountFault::Commas => "form-problem-amount-commas",
            AmountFault::Division => "form-problem-amount-division",
        })
    }
}
