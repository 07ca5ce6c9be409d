//! Finding Chinese text by its pinyin: in full, by initials, or mixed.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;

/// What is looked for, prepared once for many texts.
#[derive(Debug)]
pub struct Pinyin(IbMatcher<'static>);

impl Pinyin {
    /// None where this is no pinyin: only ASCII letters are. What else a person may type is looked for as
    /// it stands; the library's own folding of case panics on letters such as `ſ` between Chinese ones.
    pub fn new(letters: &str, is_partial: bool) -> Option<Self> {
        if letters.is_empty() || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let config = PinyinMatchConfig::notations(PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter);
        let letters = letters.to_ascii_lowercase();
        Some(Self(IbMatcher::builder(letters.as_str()).pinyin(config).is_pattern_partial(is_partial).build()))
    }

    /// The byte at which a text fits first.
    pub fn find(&self, text: &str) -> Option<usize> {
        self.0.find(text).map(|found| found.start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_can_be_searched_for_any_letters() {
        let every = (0..=0x0010_ffff).filter_map(char::from_u32);
        let needles: Vec<Pinyin> = ["s", "ss", "k", "sk", "wens", "i"]
            .iter()
            .flat_map(|letters| [Pinyin::new(letters, false), Pinyin::new(letters, true)])
            .flatten()
            .collect();
        for c in every {
            for text in [format!("{c}"), format!("文{c}文"), format!("{c}{c}s")] {
                for needle in &needles {
                    if let Some(start) = needle.find(&text) {
                        assert!(text.is_char_boundary(start), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn whole_syllables_initials_and_both_are_found() {
        for (letters, found) in [("wangxiaoming", true), ("wxm", true), ("wangxm", true), ("WXM", true), ("wxh", false)]
        {
            assert_eq!(Pinyin::new(letters, false).unwrap().find("王小明").is_some(), found, "{letters}");
        }
        assert!(Pinyin::new("文ſ文", false).is_none() && Pinyin::new("", true).is_none());
    }
}
