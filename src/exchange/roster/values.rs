//! The words of a roster as the program's codes.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::clean::{clean_text, fold_width};
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
    risk: BTreeMap<RiskType, Vec<String>>,
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
    risk_eliminated: HashMap<String, &'static str>,
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
        risk_eliminated: by_word(stated.risk_eliminated, |code| yes_or_no(&code)),
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
}

/// The usual word for a code; a code that has none stands for itself.
pub(super) fn first_word(family: Family, code: &str) -> String {
    let words = match family {
        Family::Label => HouseholdLabel::from_code(code).and_then(|label| STATED.label.get(&label)),
        Family::Risk => RiskType::from_code(code).and_then(|risk| STATED.risk.get(&risk)),
        Family::RiskEliminated => STATED.risk_eliminated.get(code),
        Family::Relation => STATED.relation.get(code),
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

/// The cell says that it is not known.
pub(super) fn is_unknown(text: &str) -> bool {
    WORDS.unknown.contains(&plain(text))
}

/// A line that holds this cell is a total.
pub(super) fn is_total(text: &str) -> bool {
    let text = plain(text);
    WORDS.total.iter().any(|word| text.starts_with(word.as_str()))
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

/// A label alone, numbered, or with something in brackets behind it.
pub(super) fn read_label(text: &str) -> Option<LabelRead> {
    let whole = plain(text);
    let read = |word: &str, eliminated| {
        if let Some(label) = WORDS.label.get(word) {
            return Some(LabelRead { label: Some(label), eliminated });
        }
        if let Some(status) = WORDS.category_status.get(word) {
            return Some(LabelRead { label: Some(HouseholdLabel::Monitored.code()), eliminated: Some(status) });
        }
        WORDS.not_monitored.iter().any(|known| known == word).then_some(LabelRead { label: None, eliminated: None })
    };
    read(&whole, None).or_else(|| {
        let word = whole.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '-'));
        let (word, behind) =
            word.split_once('(').map_or((word, ""), |(word, behind)| (word, behind.trim_end_matches(')')));
        let status = WORDS.category_status.get(behind).or_else(|| WORDS.risk_eliminated.get(behind)).copied();
        read(word, status)
    })
}

/// The label that a sheet's name or a title gives to all that stands under it.
pub(super) fn label_in(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let monitored = ["监测户", "监测对象", "三类户"].iter().any(|word| text.contains(word));
    let out_of_poverty = ["脱贫户", "脱贫人口"].iter().any(|word| text.contains(word));
    match (monitored, out_of_poverty) {
        (true, false) => Some(HouseholdLabel::Monitored.code()),
        (false, true) => Some(HouseholdLabel::OutOfPoverty.code()),
        _ => None,
    }
}

pub(super) fn risk_eliminated_code(text: &str) -> Option<&'static str> {
    let whole = plain(text);
    let before_bracket = || WORDS.risk_eliminated.get(whole.split('(').next().unwrap_or_default());
    WORDS.risk_eliminated.get(&whole).or_else(before_bracket).copied()
}

/// One risk, or several in one cell with any separator between.
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
