//! Money: whole fen, never a fraction of one, never a float.

use std::fmt;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// A sum in fen, of either sign: what arithmetic gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    pub const ZERO: Self = Self(0);

    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    pub const fn fen(self) -> i64 {
        self.0
    }

    /// The sum with its sign always written: `+300.00`.
    pub fn signed(self) -> String {
        if self.0 > 0 { format!("+{self}") } else { self.to_string() }
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Money {
    /// Yuan with thousands separators and two decimals: `1,234.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fen = self.0.unsigned_abs();
        let yuan = (fen / 100).to_string();
        let mut grouped = String::new();
        for (place, digit) in yuan.chars().enumerate() {
            if place > 0 && (yuan.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{grouped}.{:02}", fen % 100))
    }
}

/// An amount a person states: 0 to 99,999,999.99 yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Amount(i64);

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountFault {
    #[error("amount_unreadable")]
    Unreadable,
    #[error("amount_negative")]
    Negative,
    #[error("amount_too_large")]
    TooLarge,
    #[error("amount_too_fine")]
    TooFine,
    /// A comma that parts no group of three: a decimal point, or one number too many.
    #[error("amount_commas")]
    Commas,
    /// A division: it would leave fractions of a fen.
    #[error("amount_division")]
    Division,
}

impl Amount {
    /// In fen.
    pub const MAX: i64 = 9_999_999_999;

    pub fn from_fen(fen: i64) -> Result<Self, AmountFault> {
        match fen {
            ..0 => Err(AmountFault::Negative),
            0..=Self::MAX => Ok(Self(fen)),
            _ => Err(AmountFault::TooLarge),
        }
    }

    pub const fn fen(self) -> i64 {
        self.0
    }

    pub const fn money(self) -> Money {
        Money(self.0)
    }
}

impl TryFrom<i64> for Amount {
    type Error = AmountFault;
    fn try_from(fen: i64) -> Result<Self, AmountFault> {
        Self::from_fen(fen)
    }
}

impl From<Amount> for i64 {
    fn from(amount: Amount) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, fen) in [
            ("3200", 320_000),
            ("3,200.5", 320_050),
            ("３２００。５", 320_050),
            ("0", 0),
            (".5", 50),
            ("12元", 1200),
            ("99999999.99", Amount::MAX),
        ] {
            assert_eq!(Amount::parse(text).map(Amount::fen), Ok(fen), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        for (text, problem) in [
            ("", AmountFault::Unreadable),
            ("一百", AmountFault::Unreadable),
            (".", AmountFault::Unreadable),
            ("-1", AmountFault::Negative),
            ("1.234", AmountFault::TooFine),
            ("100000000", AmountFault::TooLarge),
        ] {
            assert_eq!(Amount::parse(text), Err(problem), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_shown_is_read_back_the_same(fen in 0..=Amount::MAX) {
            let shown = Amount::from_fen(fen).unwrap().money().to_string();
            prop_assert_eq!(Amount::parse(&shown).unwrap().fen(), fen);
        }
    }
}
