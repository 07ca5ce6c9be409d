//! The words of a roster as the program's codes.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::label::{HouseholdLabel, RiskType};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct StatedWords {
    blank: Vec<String>,
    foot: Vec<String>,
    label: BTreeMap<HouseholdLabel, Vec<String>>,
    risk_eliminated: BTreeMap<String, Vec<String>>,
    risk: BTreeMap<RiskType, Vec<String>>,
    relation: BTreeMap<String, Vec<String>>,
}

struct Words {
    blank: Vec<String>,
    foot: Vec<String>,
    label: HashMap<String, &'static str>,
    risk: HashMap<String, &'static str>,
    risk_eliminated: HashMap<String, String>,
    relation: HashMap<String, String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let stated: StatedWords = toml::from_str(include_str!("../../../assets/roster/values.toml")).unwrap_or_default();
    Words {
        blank: stated.blank.iter().map(|word| plain(word)).collect(),
        foot: stated.foot.iter().map(|word| plain(word)).collect(),
        label: by_word(stated.label, HouseholdLabel::code),
        risk: by_word(stated.risk, RiskType::code),
        risk_eliminated: by_word(stated.risk_eliminated, |code| code),
        relation: by_word(stated.relation, |code| code),
    }
});

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

/// A total or a foot line begins with this cell.
pub(super) fn begins_foot(text: &str) -> bool {
    let text = plain(text);
    WORDS.foot.iter().any(|word| text.starts_with(word.as_str()))
}

pub(super) fn label_code(text: &str) -> Option<&'static str> {
    WORDS.label.get(&plain(text)).copied()
}

pub(super) fn risk_eliminated_code(text: &str) -> Option<&'static str> {
    match WORDS.risk_eliminated.get(&plain(text))?.as_str() {
        "yes" => Some("yes"),
        "no" => Some("no"),
        _ => None,
    }
}

/// One risk, or several in one cell with any separator between.
pub(super) fn risk_codes(text: &str) -> Option<Vec<&'static str>> {
    let parts = text.split(['、', ',', '，', ';', '；', '/', '|']).filter(|part| !is_blank(part));
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
        assert_eq!(label_code("脱贫监测户"), Some("out_of_poverty_unstable"));
        assert_eq!(label_code(" 边缘 户"), Some("edge"));
        assert_eq!(label_code("五保户"), None);
        assert_eq!(risk_eliminated_code("已消除"), Some("yes"));
        assert_eq!(risk_codes("因病、因残"), Some(vec!["illness", "disability"]));
        assert_eq!(risk_codes("因懒"), None);
        assert_eq!(relation("户主"), "head");
        assert_eq!(relation("之孙女"), "之孙女");
        assert!(is_blank(" — ") && is_blank("无") && !is_blank("吴"));
        assert!(begins_foot("合计：47 户") && !begins_foot("995112073886240000"));
    }
}
