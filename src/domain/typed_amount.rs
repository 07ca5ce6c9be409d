//! Amounts as people type them: a number, `1.2万`, or the sum that gives it: `150*22+600`,
//! `(1200-300)*3`. Reckoned exactly, without a fraction of a fen lost on the way.

use super::clean::fold_width;
use super::money::AmountProblem;

/// Brackets deeper than anybody types.
const DEEPEST: u32 = 32;
/// Decimals that a reckoning may carry before it is too fine for any sum of money.
const FINEST: u32 = 12;

/// A decimal number: `units` with so many decimal places.
#[derive(Debug, Clone, Copy)]
struct Exact {
    units: i128,
    places: u32,
}

impl Exact {
    fn with_places(self, places: u32) -> Result<i128, AmountProblem> {
        let scale = 10_i128.checked_pow(places - self.places).ok_or(AmountProblem::TooLarge)?;
        self.units.checked_mul(scale).ok_or(AmountProblem::TooLarge)
    }

    /// Without zeros at the end of its decimals.
    fn lean(mut self) -> Result<Self, AmountProblem> {
        while self.places > 0 && self.units % 10 == 0 {
            self = Self { units: self.units / 10, places: self.places - 1 };
        }
        if self.places > FINEST { Err(AmountProblem::TooFine) } else { Ok(self) }
    }

    fn plus(self, other: Self, sign: i128) -> Result<Self, AmountProblem> {
        let places = self.places.max(other.places);
        let (here, there) = (self.with_places(places)?, other.with_places(places)?);
        let there = there.checked_mul(sign).ok_or(AmountProblem::TooLarge)?;
        let units = here.checked_add(there).ok_or(AmountProblem::TooLarge)?;
        Self { units, places }.lean()
    }

    fn times(self, other: Self) -> Result<Self, AmountProblem> {
        let units = self.units.checked_mul(other.units).ok_or(AmountProblem::TooLarge)?;
        Self { units, places: self.places + other.places }.lean()
    }
}

/// Whether the text is more than a plain number, so that its result is worth showing.
pub fn is_sum(text: &str) -> bool {
    simple(text).trim_start_matches('-').contains(['+', '-', '*', '(', '万'])
}

/// What the text comes to, in fen of either sign.
pub(super) fn reckon(text: &str) -> Result<i128, AmountProblem> {
    let text = simple(text);
    if text.contains('/') {
        return Err(AmountProblem::Division);
    }
    let mut reader = Reader { rest: &text, depth: 0 };
    let exact = reader.sum()?;
    if !reader.rest.is_empty() {
        return Err(AmountProblem::Unreadable);
    }
    if exact.places > 2 { Err(AmountProblem::TooFine) } else { exact.with_places(2) }
}

/// One way to write each sign; what only makes a number easier to read is let go.
fn simple(text: &str) -> String {
    let sign = |c: char| match c {
        '×' | 'x' | 'X' => '*',
        '÷' => '/',
        '−' | '–' | '—' => '-',
        '萬' => '万',
        other => other,
    };
    let kept = |c: &char| !matches!(c, ',' | '¥');
    fold_width(text).trim().trim_end_matches('=').trim_end().chars().map(sign).filter(kept).collect()
}

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

    fn sum(&mut self) -> Result<Exact, AmountProblem> {
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

    fn product(&mut self) -> Result<Exact, AmountProblem> {
        let mut product = self.factor()?;
        while self.take('*') {
            product = product.times(self.factor()?)?;
        }
        Ok(product)
    }

    fn factor(&mut self) -> Result<Exact, AmountProblem> {
        if !self.take('(') {
            return self.number();
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(AmountProblem::Unreadable);
        }
        let inner = self.sum()?;
        self.depth -= 1;
        if self.take(')') { Ok(inner) } else { Err(AmountProblem::Unreadable) }
    }

    fn number(&mut self) -> Result<Exact, AmountProblem> {
        self.rest = self.rest.trim_start();
        let whole = self.digits();
        let decimals = if self.rest.starts_with('.') && self.take('.') { self.digits() } else { String::new() };
        if whole.is_empty() && decimals.is_empty() {
            return Err(AmountProblem::Unreadable);
        }
        let finest = if self.rest.starts_with('万') { 6 } else { 2 };
        let places = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
        if places > finest {
            return Err(AmountProblem::TooFine);
        }
        let digits = whole.trim_start_matches('0').to_owned() + &decimals;
        let units = if digits.is_empty() { Ok(0) } else { digits.parse() };
        let number = Exact { units: units.map_err(|_| AmountProblem::TooLarge)?, places };
        let number = if self.take('万') { number.times(Exact { units: 10_000, places: 0 }) } else { number.lean() };
        // The unit ends a number: what follows it is no part of it.
        let _ = self.take('元') || self.take('块');
        number
    }

    fn digits(&mut self) -> String {
        let digits: String = self.rest.chars().take_while(char::is_ascii_digit).collect();
        self.rest = self.rest.get(digits.len()..).unwrap_or_default();
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::super::money::Amount;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sums_are_reckoned_as_people_type_them() {
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
        ] {
            assert_eq!(Amount::parse(text).map(Amount::fen), Ok(fen), "{text}");
        }
    }

    #[test]
    fn what_gives_no_amount_is_refused_with_its_reason() {
        for (text, problem) in [
            ("600/2", AmountProblem::Division),
            ("600÷2", AmountProblem::Division),
            ("100-200", AmountProblem::Negative),
            ("0.5*0.01", AmountProblem::TooFine),
            ("1.234", AmountProblem::TooFine),
            ("1.2345678万", AmountProblem::TooFine),
            ("99999999*99999999*99999999*99999999*99999999*99999999", AmountProblem::TooLarge),
            ("10000万", AmountProblem::TooLarge),
            ("3块5", AmountProblem::Unreadable),
            ("100 200", AmountProblem::Unreadable),
            ("1+", AmountProblem::Unreadable),
            ("(1+2", AmountProblem::Unreadable),
            ("1+2)", AmountProblem::Unreadable),
            ("一百", AmountProblem::Unreadable),
            ("1..2", AmountProblem::Unreadable),
        ] {
            assert_eq!(Amount::parse(text), Err(problem), "{text}");
        }
        let deep = "(".repeat(500) + "1" + &")".repeat(500);
        assert_eq!(Amount::parse(&deep), Err(AmountProblem::Unreadable));
    }

    #[test]
    fn only_what_is_more_than_a_number_shows_its_result() {
        for (text, sum) in [("3200", false), ("3,200.5", false), ("-1", false), ("1.2万", true), ("1+1", true)] {
            assert_eq!(is_sum(text), sum, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_sum_is_what_its_parts_come_to(a in 0i64..99_999, b in 0i64..99_999, n in 0i64..99) {
            let text = format!("({a}+{b}.25)*{n}");
            prop_assert_eq!(Amount::parse(&text).map(Amount::fen), Ok((a * 100 + b * 100 + 25) * n));
        }

        #[test]
        fn no_text_makes_it_fall_over(text in "[0-9.+*()万/x -]{0,40}") {
            let _ = Amount::parse(&text);
        }
    }
}
