//! What a public notice must never show: an ID number, a phone, a bank card, a birth date. Looked for in every cell,
//! since names and free text carry such things *(P)*; however it is written: wide, in Chinese numerals, in groups.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use crate::domain::chinese_digits::fold_chinese_digits;
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
/// So many signs in a row part the groups of one number.
const BETWEEN_GROUPS: usize = 3;

/// What in a text must not be shown, and the part of it that looks so; `own_days` are the notice's own.
pub fn leak(text: &str, own_days: &[NaiveDate]) -> Option<(Leak, String)> {
    let folded: String = text.nfkc().filter(|c| !is_unseen(*c)).collect();
    let folded: Vec<char> = fold_chinese_digits(&folded).chars().collect();
    let (rest, days) = without_days(&folded);
    let foreign = days.into_iter().find(|(day, _)| day.is_none_or(|day| !own_days.contains(&day)));
    if let Some((_, written)) = foreign {
        return Some((Leak::BirthDate, written));
    }
    numbers(&rest).iter().find_map(|groups| of_groups(groups))
}

/// It takes no place on paper.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A text without the full dates in it, and those as they are written; none where the year has two digits.
fn without_days(text: &[char]) -> (Vec<char>, Vec<(Option<NaiveDate>, String)>) {
    let (mut rest, mut days) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let begins = text[at].is_ascii_digit() && !at.checked_sub(1).is_some_and(|before| is_digit(text[before]));
        if let Some((day, taken)) = begins.then(|| day_at(&text[at..])).flatten() {
            days.push((day, text[at..at + taken].iter().collect()));
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
fn day_at(text: &[char]) -> Option<(Option<NaiveDate>, usize)> {
    let digits = text.iter().take_while(|c| is_digit(**c)).count();
    if digits == 8 {
        let day = day_of(&number(text, 4)?, &number(&text[4..], 2)?, &number(&text[6..], 2)?)?;
        return Some((Some(day), 8));
    }
    let year = number(text, digits)?;
    let (month, day_from) = part_after(text, digits, '年')?;
    let (day, end) = part_after(text, day_from, '月')?;
    if text.get(end).is_some_and(|c| is_digit(*c)) {
        return None;
    }
    if digits == 4 {
        return Some((Some(day_of(&year, &month, &day)?), end));
    }
    // Of a year with two digits only the signs of a date tell.
    let is_said = text[..end].contains(&'年') && text[..end].contains(&'月');
    (digits == 2 && is_said && day_of("2000", &month, &day).is_some()).then_some((None, end))
}

fn day_of(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let year = year.parse().ok().filter(|year| BIRTH_YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn number(text: &[char], digits: usize) -> Option<String> {
    let number: String = text.iter().take(digits).take_while(|c| c.is_ascii_digit()).collect();
    (digits > 0 && number.len() == digits).then_some(number)
}

/// One or two digits after the signs that part a date, and where they end.
fn part_after(text: &[char], from: usize, sign: char) -> Option<(String, usize)> {
    let is_between = |c: &char| *c == sign || is_parting(*c);
    let signs = text[from..].iter().take(BETWEEN_GROUPS).take_while(|c| is_between(c)).count();
    let digits = text[from + signs..].iter().take(3).take_while(|c| is_digit(**c)).count();
    let part = (signs > 0 && (1..=2).contains(&digits)).then(|| number(&text[from + signs..], digits))?;
    Some((part?, from + signs + digits))
}

/// A digit, or the star of one that is masked.
const fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '*'
}

/// No letter and no digit: it may part the groups of one number.
fn is_parting(c: char) -> bool {
    !is_digit(c) && c != '|' && !c.is_alphabetic()
}

/// The groups of digits of each number, in order: few signs part its groups, and no letters.
fn numbers(text: &[char]) -> Vec<Vec<String>> {
    let mut numbers: Vec<Vec<String>> = vec![Vec::new()];
    let (mut group, mut signs) = (String::new(), 0);
    let end_group = |numbers: &mut Vec<Vec<String>>, group: &mut String| {
        if let (false, Some(last)) = (group.is_empty(), numbers.last_mut()) {
            last.push(std::mem::take(group));
        }
    };
    for c in text {
        let is_last_of_id = matches!(c, 'x' | 'X') && group.len() == 17;
        if is_digit(*c) || is_last_of_id {
            if signs > BETWEEN_GROUPS {
                numbers.push(Vec::new());
            }
            signs = 0;
            group.push(c.to_ascii_uppercase());
            continue;
        }
        end_group(&mut numbers, &mut group);
        signs = if is_parting(*c) { signs + 1 } else { BETWEEN_GROUPS + 1 };
    }
    end_group(&mut numbers, &mut group);
    numbers
}

/// What groups look like: each by itself, or several that are written as one number is.
fn of_groups(groups: &[String]) -> Option<(Leak, String)> {
    let alone = groups.iter().find_map(|group| Some((of_digits(group)?, group.clone())));
    alone.or_else(|| {
        (0..groups.len()).find_map(|first| {
            (first + 2..=groups.len()).find_map(|end| {
                let some = &groups[first..end];
                let is_term = some.iter().all(|group| is_year_or_month(group));
                let joined = some.concat();
                let leak = grouped(some, &joined).filter(|_| !is_term)?;
                Some((leak, joined))
            })
        })
    })
}

/// A run of digits without a sign in it.
fn of_digits(run: &str) -> Option<Leak> {
    let is_line = run.starts_with('0') && (10..=12).contains(&run.len());
    match run.len() {
        15 | 18 => Some(Leak::IdNumber),
        11 if run.starts_with('1') => Some(Leak::Phone),
        _ if is_line => Some(Leak::Phone),
        12.. => Some(Leak::BankCard),
        _ => None,
    }
}

/// Groups in the shapes in which people write a phone, an ID number, a card.
fn grouped(groups: &[String], joined: &str) -> Option<Leak> {
    let lengths: Vec<usize> = groups.iter().map(String::len).collect();
    let begins = |many: &[usize]| lengths.first().is_some_and(|first| many.contains(first));
    let is_card = lengths.iter().rev().skip(1).all(|length| (3..=6).contains(length));
    match joined.len() {
        11 if joined.starts_with('1') && begins(&[3, 5, 7]) => Some(Leak::Phone),
        10..=12 if joined.starts_with('0') && begins(&[3, 4]) => Some(Leak::Phone),
        15 | 18 if begins(&[3, 4, 6]) => Some(Leak::IdNumber),
        16..=19 if is_card => Some(Leak::BankCard),
        _ => None,
    }
}

/// As in the term of a measure, `2025.01-2025.12`.
fn is_year_or_month(group: &str) -> bool {
    let number: u32 = group.parse().unwrap_or(0);
    match group.len() {
        1 | 2 => (1..=12).contains(&number),
        4 => (1900..=2100).contains(&number),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Option<Leak> {
        let own = ["2026-11-03", "2026-11-10"].map(|day| day.parse().unwrap());
        leak(text, &own).map(|(leak, _)| leak)
    }

    #[test]
    fn what_looks_like_a_person_is_found_however_it_is_written() {
        let ids = [
            "110105194912310021",
            "身份证１１０１０５１９４９１２３１００２Ｘ",
            "110105491231002",
            "110105********0021",
            "110105194912310021 3200元",
            "110105194912310021 13812345678",
            "110105194912310021.13812345678",
            "一一〇一〇五一九四九一二三一〇〇二一",
            "110105 194912 310021",
        ];
        let phones = [
            "电话13812345678",
            "138-1234-5678",
            "138 1234 5678",
            "138****5678",
            "0551-62345678",
            "12345678901",
            "13812345678 13912345678",
            "13812345678-13912345678",
            "138  1234  5678",
            "138 - 1234 - 5678",
            "138/1234/5678",
            "138，1234，5678",
            "138、1234、5678",
            "(138)12345678",
            "（138）1234-5678",
            "138–1234–5678",
            "138−1234−5678",
            "138~1234~5678",
            "(0771)62345678",
            "一三八一二三四五六七八",
            "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
            "138\u{200b}12345678",
        ];
        let cards = ["6217 0012 3456 7890 123", "卡号622848001234", "1381234567813912345678", "6222-0200-1901-2345"];
        let births = [
            "1985-03-02",
            "1985年3月2日",
            "1985.03.02出生",
            "19850302",
            "1985 03 02",
            "1985 年 3 月 2 日",
            "1985年3月 2日",
            "一九八五年三月二日",
            "一九八五年十二月三日",
            "1985—03—02",
            "1985,3,2",
            "85年3月2日",
        ];
        let wanted =
            [(&ids[..], Leak::IdNumber), (&phones, Leak::Phone), (&cards, Leak::BankCard), (&births, Leak::BirthDate)];
        for (text, leak) in wanted.iter().flat_map(|(texts, leak)| texts.iter().map(move |text| (text, leak))) {
            assert_eq!(found(text), Some(*leak), "{text}");
        }
    }

    #[test]
    fn what_an_honest_notice_says_is_not_taken_for_a_number() {
        for text in [
            "公示 2026-11-03 至 2026年11月10日",
            "2026年",
            "2026-11",
            "扶贫车间3200元/月",
            "22345678901",
            "2026-13-45",
            "",
            "2025.01-2025.12 公益性岗位",
            "2025-01-2025-12",
            "2024-2025-2026",
            "2025年1月至2025年12月",
            "每月 1500、2300、450 元",
            "三组",
            "12 户 36 人",
            "技能培训 3 期、6 次",
            "王一鸣",
            "第三十二村民小组",
            "2026-11-03—2026-11-10",
            "150*22=3300",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    proptest! {
        /// An ID number among anything but digits is found, whatever number stands after it.
        #[test]
        fn an_id_number_is_found_among_other_words_and_numbers(
            before in "[上下村户组，。 ]{0,8}", number in "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}[0-9X]",
            sign in "[ ./、，~-]", other in "[1-9][0-9]{0,10}",
        ) {
            let text = format!("{before}{number}{sign}{other}");
            prop_assert_eq!(found(&text), Some(Leak::IdNumber), "{}", text);
        }
    }
}
