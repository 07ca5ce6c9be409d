//! What fields of every form are put together from: choices of codes, yes and no, the amounts of a month.

use crate::domain::checks::{CheckAnswer, WaterLevel};
use crate::domain::codes::Coded;
use crate::domain::income::{Amounts, IncomeItem};
use crate::domain::money::Amount;
use crate::i18n::Words;

use super::{Choice, Form, Kind};

/// The codes of yes and no in a field, and the keys of their words.
pub const YES: &str = "yes";
/// The code of no.
pub const NO: &str = "no";

/// The hidden field with the revision that a form started from.
pub const REVISION: &str = "revision";

/// Choices with the digits in their order, and letters after them.
pub fn choices<T: Coded>(words: &Words, values: &[T]) -> Vec<Choice> {
    numbered(words, values, None)
}

/// The same, where one of the values means *none of it* and takes 0.
pub fn choices_or<T: Coded>(words: &Words, values: &[T], zero: T) -> Vec<Choice> {
    numbered(words, values, Some(zero))
}

fn numbered<T: Coded>(words: &Words, values: &[T], zero: Option<T>) -> Vec<Choice> {
    let mut digits = ('1'..='9').chain('a'..='z');
    let mut choice = |value: T| {
        let digit = if zero == Some(value) { '0' } else { digits.next().unwrap_or(' ') };
        let code = value.stable_code();
        Choice { mark: mark_of::<T>(code), alone: zero == Some(value), ..Choice::new(digit, code, words.of(value)) }
    };
    values.iter().map(|value| choice(*value)).collect()
}

/// How good an answer to a check or an indicator is.
fn mark_of<T: Coded>(code: &str) -> Option<CheckAnswer> {
    match T::FAMILY {
        CheckAnswer::FAMILY => CheckAnswer::from_code(code),
        WaterLevel::FAMILY => WaterLevel::from_code(code).map(WaterLevel::answer),
        _ => None,
    }
}

/// Yes and no.
pub fn yes_no(words: &Words) -> Kind {
    yes_no_as(words, YES, NO)
}

/// Yes and no, by the keys of the words that fit the question.
pub fn yes_no_as(words: &Words, yes: &str, no: &str) -> Kind {
    let choice = |(digit, code, label): (char, &str, &str)| Choice::new(digit, code, words.t(label));
    Kind::One([('1', YES, yes), ('2', NO, no)].map(choice).to_vec())
}

/// The value of a code among those that can be chosen.
pub fn chosen<T: Coded>(code: &str) -> Option<T> {
    T::VALUES.iter().copied().find(|value| value.stable_code() == code)
}

/// The values of codes with commas between.
pub fn chosen_all<T: Coded>(codes: &str) -> Vec<T> {
    codes.split(',').filter_map(chosen).collect()
}

/// The key of an amount of a month.
pub fn amount_key(item: IncomeItem) -> String {
    format!("amount.{}", item.code())
}

/// The amounts of a month that can be read.
pub fn amounts(form: &Form) -> Amounts {
    let amount = |item: &IncomeItem| Some((*item, Amount::parse(form.value(&amount_key(*item))).ok()?));
    IncomeItem::ALL.iter().filter_map(amount).collect()
}

/// An amount as it stands in a field: `3200.00`.
pub fn typed_yuan(amount: Amount) -> String {
    amount.money().to_string().replace(',', "")
}
