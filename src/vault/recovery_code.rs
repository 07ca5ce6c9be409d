//! The code that opens a database whose passphrase is forgotten: 120 random bits on paper, shown once.

use zeroize::Zeroizing;

use super::secret::Secret;

/// Crockford's base 32: no letter that looks like a digit.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES: usize = 15;
/// Letters of the code; one more checks them.
const COUNT: usize = BYTES * 8 / 5;
const GROUP: usize = 5;

/// A new code, in five groups of five.
pub fn fresh() -> Result<Secret, getrandom::Error> {
    let mut bytes = Zeroizing::new([0_u8; BYTES]);
    getrandom::fill(bytes.as_mut_slice())?;
    let mut digits = Zeroizing::new(Vec::with_capacity(COUNT + 1));
    for five in bytes.chunks(5) {
        let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        digits.extend((0..8).rev().map(|at| usize::try_from(bits >> (5 * at) & 31).unwrap_or(0)));
    }
    let last = check(&digits);
    digits.push(last);
    let groups: Vec<String> = digits.chunks(GROUP).map(|group| group.iter().map(|at| letter(*at)).collect()).collect();
    Ok(Secret::typed(&Zeroizing::new(groups.join("-"))))
}

/// The code as it is sealed with, from however it was copied from the paper; none where a letter is wrong.
pub fn read(typed: &Secret) -> Option<Secret> {
    let digits: Option<Vec<usize>> =
        typed.expose().chars().filter(|c| c.is_alphanumeric()).map(|c| digit(c.to_ascii_uppercase())).collect();
    let digits = Zeroizing::new(digits?);
    let (last, code) = digits.split_last()?;
    if code.len() != COUNT || check(code) != *last {
        return None;
    }
    Some(Secret::typed(&Zeroizing::new(code.iter().map(|at| letter(*at)).collect::<String>())))
}

fn letter(digit: usize) -> char {
    char::from(LETTERS[digit % LETTERS.len()])
}

fn digit(letter: char) -> Option<usize> {
    let meant = match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    LETTERS.iter().position(|known| char::from(*known) == meant)
}

/// Sees one wrong letter, and two neighbours that changed places: 31 is prime, and no weight is 0.
fn check(digits: &[usize]) -> usize {
    digits.iter().enumerate().map(|(at, digit)| (at + 1) * digit).sum::<usize>() % 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_copied() {
        let code = fresh().unwrap();
        let shown = code.expose();
        assert_eq!(shown.len(), 29);
        let sealed_with = read(&code).unwrap();
        for copied in [shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o").replace('1', "l")] {
            assert!(read(&Secret::typed(&copied)) == Some(sealed_with.clone()));
        }
        assert!(fresh().unwrap() != code);
    }

    #[test]
    fn one_wrong_letter_is_seen_as_such() {
        let code = fresh().unwrap();
        for at in (0..29).filter(|at| at % 6 != 5) {
            let mut letters: Vec<char> = code.expose().chars().collect();
            // 31 apart are the same to the check: 0 and Z.
            letters[at] = if letters[at] == '7' { '8' } else { '7' };
            assert!(read(&Secret::typed(&letters.iter().collect::<String>())).is_none(), "letter {at}");
        }
        assert!(read(&Secret::typed("")).is_none());
    }
}
