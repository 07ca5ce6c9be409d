//! The words of a roster as the program's codes.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::facts::Support;
use crate::domain::label::{HouseholdLabel, RiskType};

#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields)]
struct StatedWords {
    blank: Vec<String>,
    unknown: Vec<String>,
    total: Vec<String>,
    example: Vec<String>,
    foot_word: Vec<String>,
    foot: Vec<String>,
    label: BTreeMap<HouseholdLabel, Vec<String>>,
    not_monitored: BTreeMap<String, Vec<String>>,
    category_status: BTreeMap<String, Vec<String>>,
    risk_eliminated: BTreeMap<String, Vec<String>>,
    ticked: BTreeMap<String, Vec<String>>,
    answer: BTreeMap<String, Vec<String>>,
    allowance: BTreeMap<String, Vec<String>>,
    doubts: Vec<String>,
    speaks_of_risk: Vec<String>,
    monitored_heading: Vec<String>,
    title: BTreeMap<HouseholdLabel, Vec<String>>,
    risk: BTreeMap<RiskType, Vec<String>>,
    support: BTreeMap<String, Vec<String>>,
    relation: BTreeMap<String, Vec<String>>,
}

struct Words {
    blank: Vec<String>,
    unknown: Vec<String>,
    total: Vec<String>,
    example: Vec<String>,
    foot_word: Vec<String>,
    foot: Vec<String>,
    label: HashMap<String, &'static str>,
    not_monitored: Vec<String>,
    category_status: HashMap<String, &'static str>,
    risk: HashMap<String, &'static str>,
    support: HashMap<String, &'static str>,
    risk_eliminated: HashMap<String, &'static str>,
    ticked: HashMap<String, &'static str>,
    answer: HashMap<String, &'static str>,
    allowance: HashMap<String, &'static str>,
    doubts: Vec<String>,
    speaks_of_risk: Vec<String>,
    monitored_heading: Vec<String>,
    relation: HashMap<String, String>,
}

static STATED: LazyLock<StatedWords> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/roster/values.toml")).unwrap_or_default());

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let stated = STATED.clone();
    let plain_all = |words: Vec<String>| words.iter().map(|word| plain(word)).collect::<Vec<_>>();
    Words {
        blank: plain_all(stated.blank),
        unknown: plain_all(stated.unknown),
        total: plain_all(stated.total),
        example: plain_all(stated.example),
        foot_word: plain_all(stated.foot_word),
        foot: plain_all(stated.foot),
        label: by_word(stated.label, HouseholdLabel::code),
        not_monitored: stated.not_monitored.into_values().flat_map(plain_all).collect(),
        category_status: by_word(stated.category_status, |code| yes_or_no(&code)),
        risk: by_word(stated.risk, RiskType::code),
        support: by_word(stated.support, |code| Support::from_code(&code).map_or("", Support::code)),
        risk_eliminated: by_word(stated.risk_eliminated, |code| yes_or_no(&code)),
        ticked: by_word(stated.ticked, |code| yes_or_no(&code)),
        answer: by_word(stated.answer, |code| yes_or_no(&code)),
        allowance: by_word(stated.allowance, |code| yes_or_no(&code)),
        doubts: plain_all(stated.doubts),
        speaks_of_risk: plain_all(stated.speaks_of_risk),
        monitored_heading: plain_all(stated.monitored_heading),
        relation: by_word(stated.relation, |code| code),
    }
});

/// A table of words and their codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Label,
    Risk,
    RiskEliminated,
    Relation,
    Support,
}

/// The usual word for a code; a code that has none stands for itself.
pub(super) fn first_word(family: Family, code: &str) -> String {
    let words = match family {
        Family::Label => HouseholdLabel::from_code(code).and_then(|label| STATED.label.get(&label)),
        Family::Risk => RiskType::from_code(code).and_then(|risk| STATED.risk.get(&risk)),
        Family::RiskEliminated => STATED.risk_eliminated.get(code),
        Family::Relation => STATED.relation.get(code),
        Family::Support => STATED.support.get(code),
    };
    words.and_then(|words| words.first()).map_or_else(|| code.to_owned(), Clone::clone)
}

fn yes_or_no(code: &str) -> &'static str {
    if code == "yes" { "yes" } else { "no" }
}

fn by_word<K, C: Clone>(table: BTreeMap<K, Vec<String>>, code: impl Fn(K) -> C) -> HashMap<String, C> {
    let mut words = HashMap::new();
    for (key, names) in table {
        let code = code(key);
        words.extend(names.iter().map(|name| (plain(name), code.clone())));
    }
    words
}

fn plain(text: &str) -> String {
    clean_text(&fold_width(text)).replace(' ', "").to_lowercase()
}

/// The cell says nothing: empty, a dash, 无.
pub(super) fn is_blank(text: &str) -> bool {
    let text = plain(text);
    text.is_empty() || WORDS.blank.contains(&text)
}

/// The cell is empty but for a stroke; unlike 无 that denies nothing.
pub(super) fn is_a_dash(text: &str) -> bool {
    plain(text).chars().all(|c| !c.is_alphanumeric())
}

/// Yes or no.
pub(super) fn answer_code(text: &str) -> Option<&'static str> {
    WORDS.answer.get(&plain(text)).copied().or_else(|| risk_eliminated_code(text))
}

/// Yes or no, in the words on the minimum allowance.
pub(super) fn allowance_code(text: &str) -> Option<&'static str> {
    WORDS.allowance.get(&plain(text)).copied()
}

/// The cell says that it is not known.
pub(super) fn is_unknown(text: &str) -> bool {
    WORDS.unknown.contains(&plain(text))
}

/// A line that holds this cell is a total.
pub(super) fn is_total(text: &str) -> bool {
    let text = plain(text);
    let is_short = text.chars().count() <= 10;
    WORDS.total.iter().any(|word| text.starts_with(word.as_str()) || (is_short && text.ends_with(word.as_str())))
}

/// A line that holds this cell is a template's example.
pub(super) fn is_example(text: &str) -> bool {
    // Asked of every cell of every row: most are told at a glance.
    if !(text.contains('例') || (text.is_ascii() && text.len() <= 12)) {
        return false;
    }
    let text = plain(text);
    WORDS.example.iter().any(|word| text.trim_start_matches(['(', '[', '【']).starts_with(word.as_str()))
}

/// A line that holds this cell is a foot line.
pub(super) fn is_foot(text: &str) -> bool {
    let text = plain(text);
    let begins = WORDS.foot.iter().any(|word| text.starts_with(word.as_str()));
    begins || WORDS.foot_word.iter().any(|word| text.contains(word.as_str()))
}

/// What a cell of a category or household type says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LabelRead {
    /// None: said not to be monitored.
    pub(super) label: Option<&'static str>,
    /// `yes` or `no`, where the cell also says whether the risk is eliminated.
    pub(super) eliminated: Option<&'static str>,
}

/// A label under its heading: 是 under 是否监测户 and a tick under 边缘易致贫户 say what the heading does.
pub(super) fn read_label_under(title: &str, text: &str) -> Option<LabelRead> {
    let plain = read_label(text);
    if plain.is_some_and(|read| read.label.is_some()) || !asks(title) {
        return plain;
    }
    let of_heading = read_label(title).and_then(|read| read.label).filter(|label| is_monitored(label));
    match WORDS.answer.get(&self::plain(text)).copied().or_else(|| risk_eliminated_code(text)) {
        Some("yes") => {
            Some(LabelRead { label: of_heading.or(Some(HouseholdLabel::Monitored.code())), eliminated: None })
        }
        // What stands in brackets behind a no may make it doubtful.
        Some(_) if plain.is_some() || !fold_width(text).contains('(') => {
            Some(LabelRead { label: None, eliminated: None })
        }
        _ => plain,
    }
}

/// The heading names a monitored category, or asks whether the household is monitored.
pub(super) fn asks(title: &str) -> bool {
    let heading = plain(title);
    WORDS.monitored_heading.iter().any(|word| heading.contains(word.as_str()))
        || read_label(title).and_then(|read| read.label).is_some_and(is_monitored)
}

/// A monitored category, or a general word for one.
pub(super) fn is_monitored(label: &str) -> bool {
    HouseholdLabel::from_code(label)
        .is_some_and(|label| label.is_monitored_category() || label == HouseholdLabel::Monitored)
}

/// A label alone, numbered, or with something in brackets behind it. What stands in the brackets may say more,
/// or make it doubtful: then nothing is read.
pub(super) fn read_label(text: &str) -> Option<LabelRead> {
    let whole = plain(text);
    read_word(&whole, None).or_else(|| {
        let word = whole.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '-'));
        let (word, behind) = match word.split_once(['(', '[', '【', '〔']) {
            Some((word, behind)) => (word, behind.trim_end_matches([')', ']', '】', '〕'])),
            None => (word, ""),
        };
        let outer = read_word(word, None)?;
        with_brackets(outer, behind)
    })
}

fn read_word(word: &str, eliminated: Option<&'static str>) -> Option<LabelRead> {
    if let Some(label) = WORDS.label.get(word) {
        return Some(LabelRead { label: Some(label), eliminated });
    }
    if let Some(status) = WORDS.category_status.get(word) {
        return Some(LabelRead { label: Some(HouseholdLabel::Monitored.code()), eliminated: Some(status) });
    }
    WORDS.not_monitored.iter().any(|known| known == word).then_some(LabelRead { label: None, eliminated: None })
}

/// 脱贫户（监测户） is monitored; 脱贫不稳定户（已消除） is eliminated; 脱贫户（返贫） is not certain.
fn with_brackets(outer: LabelRead, behind: &str) -> Option<LabelRead> {
    let mut read = outer;
    for part in behind.split(['，', ',', '、', ';', '；', '/']).filter(|part| !part.is_empty()) {
        let status = WORDS.category_status.get(part).or_else(|| WORDS.risk_eliminated.get(part));
        if let Some(status) = status {
            read.eliminated = Some(status);
            continue;
        }
        match read_word(part, None).filter(|inner| inner.label.is_some_and(is_monitored)) {
            Some(inner) => {
                read.label = Some(match (outer.label, inner.label) {
                    (Some("out_of_poverty" | "stably_out_of_poverty"), Some("monitored")) => {
                        HouseholdLabel::OutOfPovertyUnstable.code()
                    }
                    (Some("general"), Some("monitored")) => HouseholdLabel::Edge.code(),
                    (_, label) => label?,
                });
                read.eliminated = inner.eliminated.or(read.eliminated);
            }
            // What is monitored already stays so; anything else is not certain.
            None if speaks_of_risk(part) && !outer.label.is_some_and(is_monitored) => return None,
            None => {}
        }
    }
    Some(read)
}

/// Words in brackets that may change what stands before them.
fn speaks_of_risk(text: &str) -> bool {
    WORDS.speaks_of_risk.iter().any(|hint| text.contains(hint.as_str()))
}

/// The label that a sheet's name or a title gives to all that stands under it.
pub(super) fn label_in(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let is_named = |label: &HouseholdLabel| {
        STATED.title.get(label).is_some_and(|words| words.iter().any(|word| text.contains(word.as_str())))
    };
    let named: Vec<HouseholdLabel> = STATED.title.keys().copied().filter(is_named).collect();
    let categories: Vec<&HouseholdLabel> = named.iter().filter(|label| label.is_monitored_category()).collect();
    let is_monitored = !categories.is_empty() || named.contains(&HouseholdLabel::Monitored);
    match (categories.as_slice(), is_monitored, named.contains(&HouseholdLabel::OutOfPoverty)) {
        ([label], _, false) => Some(label.code()),
        (_, true, false) => Some(HouseholdLabel::Monitored.code()),
        (_, false, true) => Some(HouseholdLabel::OutOfPoverty.code()),
        _ => None,
    }
}

pub(super) fn risk_eliminated_code(text: &str) -> Option<&'static str> {
    let whole = plain(text);
    if let Some(code) = WORDS.risk_eliminated.get(&whole) {
        return Some(code);
    }
    if let Some(code) = ticked(&whole) {
        return Some(code);
    }
    let (word, behind) = whole.split_once('(').unwrap_or((&whole, ""));
    let code = WORDS.risk_eliminated.get(word).copied();
    // 是（2026年已回退） is not certain, and neither is 是□否□.
    let is_doubted = speaks_of_risk(behind) || WORDS.doubts.iter().any(|word| behind.contains(word.as_str()));
    code.filter(|code| *code == "no" || !is_doubted)
}

/// A choice ticked on paper, the boxes before the words or behind them: □是☑否, 是□否☑, 是( )否(√).
fn ticked(text: &str) -> Option<&'static str> {
    let sign = |c: char| match c {
        '✓' | '✔' | '☑' | '■' | '●' => '√',
        '☐' | '○' => '□',
        other => other,
    };
    let text: String = text.replace("()", "□").chars().filter(|c| !matches!(c, '(' | ')')).map(sign).collect();
    let [yes, no] =
        ["yes", "no"].map(|code| WORDS.ticked.iter().find(|(_, known)| **known == code).map(|(word, _)| word));
    let (yes, no) = (text.split_once(yes?.as_str())?, text.split_once(no?.as_str())?);
    let is_before = text.starts_with(['√', '□']);
    let is_ticked =
        |(before, behind): (&str, &str)| if is_before { before.ends_with('√') } else { behind.starts_with('√') };
    match (is_ticked(yes), is_ticked(no)) {
        (true, false) => Some("yes"),
        (false, true) => Some("no"),
        _ => None,
    }
}

/// One risk, or several in one cell with any separator between.
/// How a person in special hardship is supported; an empty code: not such a person.
pub(super) fn support_code(text: &str) -> Option<&'static str> {
    WORDS.support.get(&plain(text)).copied()
}

pub(super) fn risk_codes(text: &str) -> Option<Vec<&'static str>> {
    let parts = text.split(|c: char| c.is_whitespace() || "、,，;；/|+".contains(c)).filter(|part| !is_blank(part));
    parts.map(|part| WORDS.risk.get(&plain(part)).copied()).collect()
}

/// `head` for the head of the household, else the file's own word.
pub(super) fn relation(text: &str) -> String {
    WORDS.relation.get(&plain(text)).cloned().unwrap_or_else(|| clean_text(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_codes() {
        let label = |text| read_label(text).map(|read| (read.label, read.eliminated));
        assert_eq!(label("脱贫监测户"), Some((Some("out_of_poverty_unstable"), None)));
        assert_eq!(label(" 边缘 户"), Some((Some("edge"), None)));
        assert_eq!(label("1.脱贫不稳定户"), Some((Some("out_of_poverty_unstable"), None)));
        assert_eq!(label("脱贫不稳定户（已消除）"), Some((Some("out_of_poverty_unstable"), Some("yes"))));
        assert_eq!(label("风险未消除"), Some((Some("monitored"), Some("no"))));
        assert_eq!(label("非监测对象"), Some((None, None)));
        assert_eq!(label("五保户"), None);
        assert_eq!(label("脱贫不稳定户、边缘易致贫户"), None);
        assert_eq!(risk_eliminated_code("已消除"), Some("yes"));
        assert_eq!(risk_codes("因病、因残"), Some(vec!["illness", "disability"]));
        assert_eq!(risk_codes("因病 因残"), Some(vec!["illness", "disability"]));
        assert_eq!(risk_codes("因懒"), None);
        assert_eq!(relation("户主"), "head");
        assert_eq!(relation("之孙女"), "之孙女");
        assert!(is_blank(" — ") && is_blank("无") && !is_blank("吴"));
        assert!(is_total("合计：47 户") && !is_total("995112073886240000"));
        assert!(is_foot("村主任签字：") && is_foot("注：本表一式三份") && !is_foot("王小明"));
    }

    #[test]
    fn a_title_says_of_which_households_the_list_is() {
        assert_eq!(label_in("青石镇石桥村脱贫户花名册"), Some("out_of_poverty"));
        assert_eq!(label_in("监测户"), Some("monitored"));
        assert_eq!(label_in("脱贫户和监测户花名册"), None);
    }
}
