//! What a public notice must never show: an ID number, a phone, a bank card, a birth date. Looked for in every cell,
//! since names and free text carry such things *[P]*.

use chrono::NaiveDate;

use crate::domain::clean::fold_width;
use crate::domain::codes::coded;

coded! {
    /// What a text looks like.
    Leak {
        /// 证件号码: 18 or 15 digits
        IdNumber = "id_number",
        /// 电话: 11 digits that begin with 1, or a line with its area
        Phone = "phone",
        /// 银行卡号: 12 to 19 digits
        BankCard = "bank_card",
        /// 出生日期: a full date that is not the notice's own
        BirthDate = "birth_date",
    }
}

/// The years in which somebody can have been born.
const BIRTH_YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// What in a text must not be shown; `own_days` and `own_phone` are the notice's own.
pub fn leak(text: &str, own_days: &[NaiveDate], own_phone: &str) -> Option<Leak> {
    let own_phone = digits_of(own_phone);
    let folded: Vec<char> = fold_width(text).chars().collect();
    let (rest, days) = without_days(&folded);
    if days.iter().any(|day| !own_days.contains(day)) {
        return Some(Leak::BirthDate);
    }
    runs(&rest).into_iter().filter(|run| own_phone.is_empty() || *run != own_phone).find_map(|run| of_run(&run))
}

fn digits_of(text: &str) -> String {
    fold_width(text).chars().filter(char::is_ascii_digit).collect()
}

/// A text without the full dates in it, and those.
fn without_days(text: &[char]) -> (Vec<char>, Vec<NaiveDate>) {
    let (mut rest, mut days) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let is_first_digit = text[at].is_ascii_digit() && !at.checked_sub(1).is_some_and(|it| is_digit(text[it]));
        if let Some((day, taken)) = is_first_digit.then(|| day_at(&text[at..])).flatten() {
            days.push(day);
            rest.push('|');
            at += taken;
        } else {
            rest.push(text[at]);
            at += 1;
        }
    }
    (rest, days)
}

/// A full date at the beginning, and the characters that it takes: with signs between, or as eight digits.
fn day_at(text: &[char]) -> Option<(NaiveDate, usize)> {
    let (year, mut at) = number(text, 4)?;
    let mut parts = [0; 2];
    let has_signs = text.get(at).is_some_and(|c| is_between_days(*c));
    for part in &mut parts {
        if has_signs {
            at += usize::from(text.get(at).is_some_and(|c| is_between_days(*c)));
            let most = text[at..].iter().take(2).take_while(|c| c.is_ascii_digit()).count();
            let (value, taken) = number(&text[at..], most.max(1))?;
            (*part, at) = (value, at + taken);
        } else {
            let (value, taken) = number(&text[at..], 2)?;
            (*part, at) = (value, at + taken);
        }
    }
    // More digits: it is no date.
    if text.get(at).is_some_and(|c| is_digit(*c)) {
        return None;
    }
    at += usize::from(text.get(at) == Some(&'日'));
    let year = i32::try_from(year).ok().filter(|year| BIRTH_YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, parts[0], parts[1]).map(|day| (day, at))
}

fn number(text: &[char], digits: usize) -> Option<(u32, usize)> {
    let number: String = text.iter().take(digits).take_while(|c| c.is_ascii_digit()).collect();
    (number.len() == digits).then(|| number.parse().ok())?.map(|value| (value, digits))
}

const fn is_between_days(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | '年' | '月')
}

/// A digit, or the star of one that is masked.
const fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '*'
}

/// The runs of digits; one sign between two digits does not end a run.
fn runs(text: &[char]) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    for (at, c) in text.iter().enumerate() {
        let after_digit = at.checked_sub(1).is_some_and(|it| is_digit(text[it]));
        let before_digit = text.get(at + 1).is_some_and(|next| is_digit(*next));
        if is_digit(*c) {
            run.push(*c);
        } else if matches!(c, 'x' | 'X') && run.len() == 17 {
            run.push('X');
        } else if matches!(c, ' ' | '-' | '.' | '_' | '·') && after_digit && before_digit {
            // One sign between two digits parts nothing.
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    runs.push(run);
    runs
}

fn of_run(run: &str) -> Option<Leak> {
    let is_line = run.starts_with('0') && (10..=12).contains(&run.len());
    match run.len() {
        15 | 18 => Some(Leak::IdNumber),
        11 if run.starts_with('1') => Some(Leak::Phone),
        _ if is_line => Some(Leak::Phone),
        12..=19 => Some(Leak::BankCard),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Option<Leak> {
        let own = ["2026-11-03", "2026-11-10"].map(|day| day.parse().unwrap());
        leak(text, &own, "0771-2345678")
    }

    #[test]
    fn what_looks_like_a_person_is_found_however_it_is_written() {
        for (text, expected) in [
            ("110105194912310021", Some(Leak::IdNumber)),
            ("身份证１１０１０５１９４９１２３１００２Ｘ", Some(Leak::IdNumber)),
            ("110105 19491231 0021", Some(Leak::BirthDate)),
            ("110105491231002", Some(Leak::IdNumber)),
            ("110105********0021", Some(Leak::IdNumber)),
            ("电话13812345678", Some(Leak::Phone)),
            ("138-1234-5678", Some(Leak::Phone)),
            ("138 1234 5678", Some(Leak::Phone)),
            ("138****5678", Some(Leak::Phone)),
            ("0551-62345678", Some(Leak::Phone)),
            ("6217 0012 3456 7890 123", Some(Leak::BankCard)),
            ("卡号622848001234", Some(Leak::BankCard)),
            ("1985-03-02", Some(Leak::BirthDate)),
            ("1985年3月2日", Some(Leak::BirthDate)),
            ("1985.03.02出生", Some(Leak::BirthDate)),
            ("19850302", Some(Leak::BirthDate)),
            ("公示 2026-11-03 至 2026年11月10日", None),
            ("异议电话 0771-2345678", None),
            ("2026年", None),
            ("2026-11", None),
            ("扶贫车间3200元/月", None),
            ("12345678901", Some(Leak::Phone)),
            ("22345678901", None),
            ("2026-13-45", None),
            ("", None),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    proptest! {
        /// An ID number among anything but digits is found.
        #[test]
        fn an_id_number_is_found_among_other_words(
            before in "[一-龥a-z，。 ]{0,8}", number in "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}[0-9X]",
            after in "[一-龥a-z，。]{0,8}",
        ) {
            prop_assert_eq!(found(&format!("{before}{number}{after}")), Some(Leak::IdNumber));
        }
    }
}
