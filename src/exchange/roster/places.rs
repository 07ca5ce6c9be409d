//! Townships, villages and groups as rosters write them: in one cell, in a title, in several spellings.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::clean::{clean_name, fold_width};

/// An address in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Address {
    pub(super) township: Option<String>,
    pub(super) village: Option<String>,
    pub(super) group: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Words {
    county: Vec<String>,
    township: Vec<String>,
    village: Vec<String>,
    general: Vec<String>,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/roster/places.toml")).unwrap_or_default());

/// Cuts a text behind the first of these ends, wherever it stands after a character at least.
fn cut<'t>(text: &'t str, ends: &[String]) -> Option<(&'t str, &'t str)> {
    let found =
        ends.iter().filter_map(|end| text.find(end.as_str()).filter(|at| *at > 0).map(|at| (at, at + end.len())));
    let (_, end) = found.min_by_key(|(at, end)| (*at, std::cmp::Reverse(*end)))?;
    Some((text.get(..end)?, text.get(end..)?))
}

/// 青石镇石桥村三组 in its parts; a text without a village is a group.
pub(super) fn split_address(text: &str) -> Address {
    let text = clean_name(&fold_width(text));
    let (township, rest) = match cut(&text, &WORDS.township) {
        Some((township, rest)) if cut(rest, &WORDS.village).is_some() => (Some(below_county(township)), rest),
        _ => (None, text.as_str()),
    };
    let Some((village, group)) = cut(rest, &WORDS.village) else {
        return Address { group: Some(rest.to_owned()).filter(|rest| !rest.is_empty()), ..Address::default() };
    };
    let group = Some(group.to_owned()).filter(|group| !group.is_empty());
    Address { township, village: Some(village.to_owned()), group }
}

/// 青山县青石镇 without the county.
fn below_county(township: &str) -> String {
    let end = WORDS.county.iter().filter_map(|end| township.rfind(end.as_str()).map(|at| at + end.len())).max();
    end.and_then(|end| township.get(end..)).filter(|rest| rest.chars().count() >= 2).unwrap_or(township).to_owned()
}

/// The village that a sheet's name or a title tells of.
pub(super) fn village_in(text: &str) -> Option<String> {
    let text = clean_name(&fold_width(text));
    // A village stands there with its name, not as a word for all of them.
    if WORDS.general.iter().any(|word| text.contains(word.as_str())) {
        return None;
    }
    let behind_colon = text.rsplit(['：', ':']).next().unwrap_or(&text);
    let village = split_address(behind_colon).village?;
    (2..=8).contains(&village.chars().count()).then_some(village)
}

/// What the spellings of one village have in common: 石桥 of 石桥村, 石桥村委会, 青石镇石桥村; and the
/// township where one of them names it.
pub fn village_stem(village: &str) -> (Option<String>, String) {
    let plain = clean_name(&fold_width(village));
    let outside = plain.split('(').next().unwrap_or_default();
    let named = cut(outside, &WORDS.township).filter(|(_, rest)| rest.chars().count() >= 2);
    let (township, rest) = named.unwrap_or(("", outside));
    let stem = WORDS.village.iter().find_map(|end| rest.strip_suffix(end.as_str())).unwrap_or(rest);
    (Some(below_county(township)).filter(|township| !township.is_empty()), stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_parted() {
        let of = |text| {
            let address = split_address(text);
            (
                address.township.unwrap_or_default(),
                address.village.unwrap_or_default(),
                address.group.unwrap_or_default(),
            )
        };
        let parts = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(of("青石镇石桥村三组"), parts("青石镇", "石桥村", "三组"));
        assert_eq!(of("石桥村 三组"), parts("", "石桥村", "三组"));
        assert_eq!(of("青山县青石镇幸福社区"), parts("青石镇", "幸福社区", ""));
        assert_eq!(of("三组"), parts("", "", "三组"));
        assert_eq!(of("石桥村委会一组"), parts("", "石桥村委会", "一组"));
    }

    #[test]
    fn a_title_names_a_village_and_a_word_for_villages_does_not() {
        assert_eq!(village_in("青石镇石桥村脱贫户花名册").as_deref(), Some("石桥村"));
        assert_eq!(village_in("石桥村").as_deref(), Some("石桥村"));
        assert_eq!(village_in("单位：石桥村村民委员会（公章）").as_deref(), Some("石桥村"));
        for text in ["青石镇防返贫监测对象花名册", "各行政村汇总", "Sheet1", "花名册"] {
            assert_eq!(village_in(text), None, "{text}");
        }
    }

    #[test]
    fn spellings_of_one_village_have_one_stem() {
        for text in ["石桥村", "石桥", "石桥村委会", "石桥村民委员会", "青石镇石桥村", "石桥村（社区）", "石 桥 村"]
        {
            assert_eq!(village_stem(text).1, "石桥", "{text}");
        }
        assert_eq!(village_stem("青山县青石镇石桥村").0.as_deref(), Some("青石镇"));
        assert_ne!(village_stem("上河村"), village_stem("下河村"));
    }
}
