//! The resident identity number 公民身份号码 (GB 11643-1999): 18 places, a birth date, a check digit.

use chrono::NaiveDate;

/// What does not hold about a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ResidentIdFault {
    /// Not 17 digits and a digit or X.
    #[error("id_unreadable")]
    Unreadable,
    /// Places 7 to 14 are no day.
    #[error("id_birth_date")]
    BirthDate,
    /// The last place does not follow from the others.
    #[error("id_check_digit")]
    CheckDigit,
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// Checks a number in its canonical form (upper-case X). The area code is not judged: areas come and
/// go, and made-up numbers use 99….
pub fn check_resident_id(id: &str) -> Result<(), ResidentIdFault> {
    let last = id.chars().last().ok_or(ResidentIdFault::Unreadable)?;
    let digits: Vec<u32> = id.chars().take(17).filter_map(|c| c.to_digit(10)).collect();
    if id.chars().count() != 18 || digits.len() != 17 || !(last == 'X' || last.is_ascii_digit()) {
        return Err(ResidentIdFault::Unreadable);
    }
    birth_date(id).ok_or(ResidentIdFault::BirthDate)?;
    if last == check_digit(&digits) { Ok(()) } else { Err(ResidentIdFault::CheckDigit) }
}

/// The birth date in places 7 to 14.
pub fn birth_date(id: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(id.get(6..14)?, "%Y%m%d").ok()
}

/// The check digit of the first 17 digits.
pub fn check_digit(digits: &[u32]) -> char {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    CHECK_DIGITS[(sum % 11) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_examples_of_the_standard_hold() {
        assert_eq!(check_resident_id("11010519491231002X"), Ok(()));
        assert_eq!(check_resident_id("440524188001010014"), Ok(()));
    }

    #[test]
    fn each_fault_has_its_own_name() {
        assert_eq!(check_resident_id("110105194912310021"), Err(ResidentIdFault::CheckDigit));
        assert_eq!(check_resident_id("11010519491331002X"), Err(ResidentIdFault::BirthDate));
        assert_eq!(check_resident_id("1101051949"), Err(ResidentIdFault::Unreadable));
        assert_eq!(check_resident_id("身份证号码身份证号码身份证号码身份证"), Err(ResidentIdFault::Unreadable));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_never_passes(area in 100_000u32..999_999, serial in 0u32..1000, place in 0usize..6, add in 1u32..10) {
            let mut digits: Vec<u32> =
                format!("{area:06}19800215{serial:03}").chars().filter_map(|c| c.to_digit(10)).collect();
            let write = |digits: &[u32], check: char| {
                digits.iter().filter_map(|d| char::from_digit(*d, 10)).chain([check]).collect::<String>()
            };
            let check = check_digit(&digits);
            prop_assert_eq!(check_resident_id(&write(&digits, check)), Ok(()));
            digits[place] = (digits[place] + add) % 10;
            prop_assert_eq!(check_resident_id(&write(&digits, check)), Err(ResidentIdFault::CheckDigit));
        }
    }
}
