//! The one form in which each kind of fact is kept.

use crate::domain::chinese_digits::fold_chinese_digits;
use crate::domain::clean::{clean_text, fold_width};
use crate::domain::label::RiskType;
use crate::domain::rough_date::RoughDate;

/// Why a text cannot be a fact's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FactFault {
    #[error("fact_unreadable")]
    Unreadable,
    #[error("fact_too_long")]
    TooLong,
}

/// The longest text of one fact, in characters.
pub const FACT_MAX_CHARS: usize = 200;

/// What a fact holds where it says that there is nothing of the kind.
pub const NONE: &str = "no";
/// And where it says that there is, and not what.
pub const SOME: &str = "yes";

/// A document number: ASCII, upper case, no spaces.
pub(super) fn canonical_number(text: &str) -> String {
    let number = clean_text(&fold_width(text)).replace(' ', "").replace('×', "X").to_uppercase();
    number.trim_start_matches(['\'', '‘', '’', '`']).to_owned()
}

/// Without blanks, dashes, the country before it and what keeps a spreadsheet from reading it as a number.
pub(super) fn canonical_phone(text: &str) -> String {
    let digits: String = clean_text(&fold_width(text)).chars().filter(|c| !" -'‘’`".contains(*c)).collect();
    let own = digits.strip_prefix("+86").or_else(|| digits.strip_prefix("0086"));
    own.unwrap_or(&digits).to_owned()
}

pub(super) fn canonical_population(text: &str) -> Result<String, FactFault> {
    let folded = fold_chinese_digits(fold_width(text).trim());
    let number = folded.trim_end_matches(['人', '口']);
    let number: u32 = number.strip_suffix(".0").unwrap_or(number).parse().map_err(|_| FactFault::Unreadable)?;
    if (1..=99).contains(&number) { Ok(number.to_string()) } else { Err(FactFault::Unreadable) }
}

pub(super) fn canonical_answer(text: &str) -> Result<String, FactFault> {
    match text {
        "yes" | "no" => Ok(text.to_owned()),
        _ => Err(FactFault::Unreadable),
    }
}

/// What it is; [`NONE`] where somebody says that there is nothing of the kind, [`SOME`] where nobody says what.
pub(super) fn canonical_kind(text: &str) -> String {
    let kind = clean_text(text);
    let plain = fold_width(&kind).to_lowercase();
    // 否（已治愈）: what stands in brackets behind a no explains it.
    let plain = plain.split('(').next().unwrap_or_default().trim();
    if is_denial(plain) {
        return NONE.to_owned();
    }
    if ["是", "有", "yes", "y", "1"].contains(&plain) { SOME.to_owned() } else { kind }
}

/// A no, in words or as offices write it. 非霍奇金淋巴瘤 and 无脉症 begin like one and are illnesses: behind the no stands
/// nothing, or the kind of thing itself.
fn is_denial(plain: &str) -> bool {
    const NO: [&str; 9] = ["没有", "没", "无", "未", "否", "不是", "不", "非", "均无"];
    const THING: [&str; 21] = [
        "",
        "病",
        "疾病",
        "残疾",
        "残疾人",
        "残",
        "大病",
        "重病",
        "重大疾病",
        "慢性病",
        "慢病",
        "参加",
        "搬迁",
        "享受",
        "慢性疾病",
        "严重疾病",
        "重度残疾",
        "危房改造",
        "危房",
        "改造",
        "易地搬迁",
    ];
    let behind = NO.iter().filter_map(|no| plain.strip_prefix(no));
    let is_no = behind
        .into_iter()
        .any(|thing| THING.contains(&thing.trim_start_matches(['患', '有']).trim_start_matches("长期")));
    is_no || ["no", "none", "n", "0", "正常", "健康", "良好"].contains(&plain)
}

/// 一级, 1 级, 1.
pub(super) fn canonical_grade(text: &str) -> Result<String, FactFault> {
    let text = fold_width(text);
    // 二级（重度）
    let plain = text.split('(').next().unwrap_or_default().trim().to_uppercase();
    let in_digits =
        [("壹", "1"), ("贰", "2"), ("叁", "3"), ("肆", "4"), ("Ⅰ", "1"), ("Ⅱ", "2"), ("Ⅲ", "3"), ("Ⅳ", "4")];
    let plain = in_digits.iter().fold(plain, |text, (from, to)| text.replace(from, to));
    let folded = fold_chinese_digits(&plain);
    let grade = folded.trim_end_matches(['级', '等']);
    match grade.strip_suffix(".0").unwrap_or(grade).parse::<u32>() {
        Ok(grade @ 1..=4) => Ok(grade.to_string()),
        _ => Err(FactFault::Unreadable),
    }
}

pub(super) fn canonical_date(text: &str) -> Result<String, FactFault> {
    RoughDate::parse(text).map(|date| date.to_string()).map_err(|_| FactFault::Unreadable)
}

pub(super) fn canonical_risks(text: &str) -> Result<String, FactFault> {
    let mut risks: Vec<RiskType> = Vec::new();
    for code in text.split(',').filter(|code| !code.is_empty()) {
        let risk = RiskType::from_code(code).ok_or(FactFault::Unreadable)?;
        if !risks.contains(&risk) {
            risks.push(risk);
        }
    }
    bounded(risks.iter().map(|risk| risk.code()).collect::<Vec<_>>().join(","))
}

pub(super) fn bounded(text: String) -> Result<String, FactFault> {
    match text.chars().count() {
        0 => Err(FactFault::Unreadable),
        1..=FACT_MAX_CHARS => Ok(text),
        _ => Err(FactFault::TooLong),
    }
}
