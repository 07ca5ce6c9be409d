//! The order in which people look Chinese names and places up: names by their pinyin, what is counted by
//! its number, so that 二组 stands before 十组 and 10组 after 9组.

use pinyin::ToPinyin;

use crate::domain::chinese_digits::fold_chinese_digits;

/// Surnames that are read otherwise than the character is elsewhere.
const SURNAMES: [(char, &str); 20] = [
    ('单', "shan4"),
    ('解', "xie4"),
    ('仇', "qiu2"),
    ('区', "ou1"),
    ('朴', "piao2"),
    ('覃', "qin2"),
    ('曾', "zeng1"),
    ('查', "zha1"),
    ('任', "ren2"),
    ('华', "hua4"),
    ('盖', "ge3"),
    ('翟', "zhai2"),
    ('尉', "yu4"),
    ('乐', "yue4"),
    ('种', "chong2"),
    ('缪', "miao4"),
    ('宓', "fu2"),
    ('员', "yun4"),
    ('折', "she2"),
    ('秘', "bi4"),
];

/// Digits that a number is written out with: more than any group or village has.
const DIGITS: usize = 8;

/// What a person's name is ordered by: the surname as a surname, then each character by its usual reading
/// with its tone, other text as it is.
pub fn pinyin_key(name: &str) -> String {
    let surname = name.chars().next().and_then(|first| SURNAMES.iter().find(|(known, _)| *known == first));
    match surname {
        Some((first, reading)) => format!("{reading}{first} {}", readings(name.strip_prefix(*first).unwrap_or(name))),
        None => readings(name),
    }
}

fn readings(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars() {
        match c.to_pinyin() {
            // Of one reading the characters stay together.
            Some(reading) => key.extend(reading.with_tone_num_end().chars().chain([c, ' '])),
            None => key.extend(c.to_lowercase()),
        }
    }
    key
}

/// What a place is ordered by: its numbers, Chinese ones too, by what they count, the rest by its pinyin.
pub fn count_key(text: &str) -> String {
    let folded = fold_chinese_digits(text);
    let mut key = String::new();
    let mut rest = folded.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        key.push_str(&readings(before));
        key.push_str(&format!("{number:0>DIGITS$}"));
        rest = after;
    }
    key + &readings(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(mut texts: Vec<&str>, key: fn(&str) -> String) -> Vec<&str> {
        texts.sort_by_cached_key(|text| key(text));
        texts
    }

    #[test]
    fn names_stand_by_their_pinyin() {
        assert_eq!(
            ordered(vec!["张敏", "王小明", "阿依", "李兰", "王大", "陈大有"], pinyin_key),
            ["阿依", "陈大有", "李兰", "王大", "王小明", "张敏"]
        );
    }

    #[test]
    fn groups_and_villages_stand_as_people_count() {
        let groups = vec!["十组", "二组", "十二组", "一组", "3组", "10组", "二十一组"];
        assert_eq!(ordered(groups, count_key), ["一组", "二组", "3组", "十组", "10组", "十二组", "二十一组"]);
        assert_eq!(
            ordered(vec!["石桥村", "上河村", "第2村", "第10村"], count_key),
            ["第2村", "第10村", "上河村", "石桥村"]
        );
    }
}
