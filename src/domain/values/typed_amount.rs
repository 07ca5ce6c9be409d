//! Amounts as people type them: a number, `3,200`, `1.2万`, `1千2`, `￥300元`, or the sum that gives it:
//! `150*22+600`, `(1200-300)*3`. Computed exactly, without a fraction of a fen lost on the way.

use crate::domain::clean::fold_width;
use crate::domain::money::{Amount, AmountFault};

impl Amount {
    /// Reads yuan as people type them: `3200`, `3,200.5`, `３２００。５`, `1.2万`, with or without `元`;
    /// and sums of them: `150*22+600`.
    pub fn parse(text: &str) -> Result<Self, AmountFault> {
        let fen = compute(text)?;
        Self::from_fen(i64::try_from(fen).map_err(|_| AmountFault::TooLarge)?)
    }
}

/// Brackets deeper than anybody types.
const DEEPEST: u32 = 32;
/// Decimals that a computation may carry before it is too fine for any sum of money.
const FINEST: u32 = 12;

/// A decimal number: `units` with so many decimal places.
#[derive(Debug, Clone, Copy)]
struct Exact {
    units: i128,
    places: u32,
}

impl Exact {
    fn with_places(self, places: u32) -> Result<i128, AmountFault> {
        let scale = 10_i128.checked_pow(places - self.places).ok_or(AmountFault::TooLarge)?;
        self.units.checked_mul(scale).ok_or(AmountFault::TooLarge)
    }

    /// Without zeros at the end of its decimals.
    fn lean(mut self) -> Result<Self, AmountFault> {
        while self.places > 0 && self.units % 10 == 0 {
            self = Self { units: self.units / 10, places: self.places - 1 };
        }
        if self.places > FINEST { Err(AmountFault::TooFine) } else { Ok(self) }
    }

    fn plus(self, other: Self, sign: i128) -> Result<Self, AmountFault> {
        let places = self.places.max(other.places);
        let (here, there) = (self.with_places(places)?, other.with_places(places)?);
        let there = there.checked_mul(sign).ok_or(AmountFault::TooLarge)?;
        let units = here.checked_add(there).ok_or(AmountFault::TooLarge)?;
        Self { units, places }.lean()
    }

    fn times(self, other: Self) -> Result<Self, AmountFault> {
        let units = self.units.checked_mul(other.units).ok_or(AmountFault::TooLarge)?;
        Self { units, places: self.places + other.places }.lean()
    }
}

/// Whether the text is anything but the plain number, so that what is understood is worth showing.
pub fn is_interpreted(text: &str) -> bool {
    let plain = text.trim();
    !plain.is_empty() && !plain.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// What the text comes to, in fen of either sign.
fn compute(text: &str) -> Result<i128, AmountFault> {
    let text = simple(text);
    if text.contains('/') {
        return Err(AmountFault::Division);
    }
    let mut reader = Reader { rest: &text, depth: 0 };
    let exact = reader.sum()?;
    if !reader.rest.is_empty() {
        return Err(AmountFault::Unreadable);
    }
    if exact.places > 2 { Err(AmountFault::TooFine) } else { exact.with_places(2) }
}

/// One way to write each sign.
fn simple(text: &str) -> String {
    let sign = |c: char| match c {
        '×' | 'x' | 'X' => '*',
        '÷' => '/',
        '−' | '–' | '—' => '-',
        '￥' => '¥',
        '萬' | 'w' | 'W' => '万',
        '仟' => '千',
        '佰' => '百',
        other => other,
    };
    fold_width(text).trim().trim_matches('=').trim().chars().map(sign).collect()
}

/// The units that a number may have, the greatest first.
const UNITS: [(char, i128); 3] = [('万', 10_000), ('千', 1_000), ('百', 100)];

/// Reads a sum from the left.
struct Reader<'t> {
    rest: &'t str,
    depth: u32,
}

impl Reader<'_> {
    /// Takes a sign, with the blanks before it.
    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> Result<Exact, AmountFault> {
        let nothing = Exact { units: 0, places: 0 };
        let mut sum = if self.take('-') { nothing.plus(self.product()?, -1)? } else { self.product()? };
        loop {
            sum = if self.take('+') {
                sum.plus(self.product()?, 1)?
            } else if self.take('-') {
                sum.plus(self.product()?, -1)?
            } else {
                return Ok(sum);
            };
        }
    }

    fn product(&mut self) -> Result<Exact, AmountFault> {
        let mut product = self.factor()?;
        while self.take('*') {
            product = product.times(self.factor()?)?;
        }
        Ok(product)
    }

    fn factor(&mut self) -> Result<Exact, AmountFault> {
        if !self.take('(') {
            return self.number();
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(AmountFault::Unreadable);
        }
        let inner = self.sum()?;
        self.depth -= 1;
        if self.take(')') { Ok(inner) } else { Err(AmountFault::Unreadable) }
    }

    fn number(&mut self) -> Result<Exact, AmountFault> {
        let _ = self.take('¥');
        self.rest = self.rest.trim_start();
        let whole = self.grouped_digits()?;
        let decimals = if self.rest.starts_with('.') && self.take('.') { self.digits() } else { String::new() };
        if whole.is_empty() && decimals.is_empty() {
            return Err(AmountFault::Unreadable);
        }
        let unit = self.unit();
        let finest = if unit.is_some() { 6 } else { 2 };
        let places = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
        if places > finest {
            return Err(AmountFault::TooFine);
        }
        let digits = whole.trim_start_matches('0').to_owned() + &decimals;
        let units = if digits.is_empty() { Ok(0) } else { digits.parse() };
        let number = Exact { units: units.map_err(|_| AmountFault::TooLarge)?, places };
        let number = match unit {
            Some(unit) => {
                let number = number.times(Exact { units: unit, places: 0 })?;
                if decimals.is_empty() { self.rest_of_units(number, unit)? } else { number }
            }
            None => number.lean()?,
        };
        // The unit ends a number: what follows it is no part of it.
        let _ = self.take('元') || self.take('块');
        Ok(number)
    }

    /// 2千5 behind 1万: lesser units, and at the end a digit that means the next lesser one: 1千2 is 1,200.
    fn rest_of_units(&mut self, mut number: Exact, mut unit: i128) -> Result<Exact, AmountFault> {
        loop {
            let digits = self.digits();
            if digits.is_empty() {
                return Ok(number);
            }
            // 1千25 and 1万12千 mean nothing that is certain.
            let [digit] = digits.as_bytes() else { return Err(AmountFault::Unreadable) };
            let next = self.unit();
            let worth = next.unwrap_or(unit / 10);
            if worth >= unit {
                return Err(AmountFault::Unreadable);
            }
            number = number.plus(Exact { units: i128::from(digit - b'0') * worth, places: 0 }, 1)?;
            unit = worth;
            if next.is_none() {
                return Ok(number);
            }
        }
    }

    fn unit(&mut self) -> Option<i128> {
        UNITS.into_iter().find(|(sign, _)| self.take(*sign)).map(|(_, worth)| worth)
    }

    /// Digits, and commas between them only where they part groups of three.
    fn grouped_digits(&mut self) -> Result<String, AmountFault> {
        let first = self.digits();
        let mut digits = first.clone();
        while let Some(rest) = self.rest.strip_prefix(',') {
            self.rest = rest;
            let group = self.digits();
            if group.len() != 3 || !(1..=3).contains(&first.len()) {
                return Err(AmountFault::Commas);
            }
            digits += &group;
        }
        Ok(digits)
    }

    fn digits(&mut self) -> String {
        let digits: String = self.rest.chars().take_while(char::is_ascii_digit).collect();
        self.rest = self.rest.get(digits.len()..).unwrap_or_default();
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Amount;
    use proptest::prelude::*;

    #[test]
    fn sums_are_computed_as_people_type_them() {
        for (text, fen) in [
            ("150*22+600", 390_000),
            ("(1200-300)*3", 270_000),
            ("（１２００－３００）×３", 270_000),
            ("1.2万", 1_200_000),
            ("1.23456万", 1_234_560),
            ("0.5*0.5", 25),
            ("12.5*80.04", 100_050),
            ("2*3+4*5", 2_600),
            ("2+3*4-5", 900),
            ("-5+10", 500),
            ("150*22=", 330_000),
            ("3200元+1.5万", 1_820_000),
            ("((1))", 100),
            (" 150 * 22 + 600 ", 390_000),
            ("3块", 300),
            ("3,200", 320_000),
            ("1,234,567.5", 123_456_750),
            ("３，２００", 320_000),
            ("￥300", 30_000),
            ("¥300元", 30_000),
            ("3千", 300_000),
            ("1千2", 120_000),
            ("1千2百", 120_000),
            ("1万2", 1_200_000),
            ("1万2千5", 1_250_000),
            ("1.2w", 1_200_000),
            ("1.2W+3千", 1_500_000),
            ("3百*12", 360_000),
            ("= 100", 10_000),
            ("=150*2=", 30_000),
        ] {
            assert_eq!(Amount::parse(text).map(Amount::fen), Ok(fen), "{text}");
        }
    }

    #[test]
    fn what_gives_no_amount_is_refused_with_its_reason() {
        for (text, problem) in [
            ("600/2", AmountFault::Division),
            ("600÷2", AmountFault::Division),
            ("100-200", AmountFault::Negative),
            ("0.5*0.01", AmountFault::TooFine),
            ("1.234", AmountFault::TooFine),
            ("1.2345678万", AmountFault::TooFine),
            ("99999999*99999999*99999999*99999999*99999999*99999999", AmountFault::TooLarge),
            ("10000万", AmountFault::TooLarge),
            ("3块5", AmountFault::Unreadable),
            ("100 200", AmountFault::Unreadable),
            ("1+", AmountFault::Unreadable),
            ("(1+2", AmountFault::Unreadable),
            ("1+2)", AmountFault::Unreadable),
            ("一百", AmountFault::Unreadable),
            ("1..2", AmountFault::Unreadable),
            ("300，50", AmountFault::Commas),
            ("1,2,3", AmountFault::Commas),
            ("1234,567", AmountFault::Commas),
            (",500", AmountFault::Commas),
            ("3,000,", AmountFault::Commas),
            ("1千25", AmountFault::Unreadable),
            ("1千2万", AmountFault::Unreadable),
            ("1.2千3", AmountFault::Unreadable),
            ("3¥", AmountFault::Unreadable),
        ] {
            assert_eq!(Amount::parse(text), Err(problem), "{text}");
        }
        let deep = "(".repeat(500) + "1" + &")".repeat(500);
        assert_eq!(Amount::parse(&deep), Err(AmountFault::Unreadable));
    }

    #[test]
    fn all_but_the_plain_number_shows_what_is_understood() {
        for (text, shown) in [
            ("3200", false),
            ("3200.5 ", false),
            ("", false),
            ("3,200.5", true),
            ("３２００", true),
            ("1.2万", true),
            ("1+1", true),
        ] {
            assert_eq!(is_interpreted(text), shown, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_sum_is_what_its_parts_come_to(a in 0i64..99_999, b in 0i64..99_999, n in 0i64..99) {
            let text = format!("({a}+{b}.25)*{n}");
            prop_assert_eq!(Amount::parse(&text).map(Amount::fen), Ok((a * 100 + b * 100 + 25) * n));
        }

        #[test]
        fn no_text_makes_it_fall_over(text in "[0-9.,+*()万千百w元¥/x= -]{0,40}") {
            let _ = Amount::parse(&text);
        }
    }
}
