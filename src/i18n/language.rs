//! Which language to speak.

use unic_langid::LanguageIdentifier;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    ZhCn,
    En,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    pub const fn code(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    pub(super) fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::ZhCn => Self::En,
            Self::En => Self::ZhCn,
        }
    }

    /// Reads `zh-CN`, `zh_CN.UTF-8`, `en`, `en_GB` and the like; none for a language it does not speak.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        match text.split(['-', '_', '.']).next() {
            Some("zh") => Some(Self::ZhCn),
            Some("en") => Some(Self::En),
            _ => None,
        }
    }

    /// What was asked for, else what was chosen before, else the system's, else English.
    pub fn choose(asked: Option<&str>, chosen: Option<&str>, system: Option<&str>) -> Self {
        [asked, chosen, system].into_iter().flatten().find_map(Self::parse).unwrap_or(Self::En)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_asked_then_chosen_then_the_systems_then_english() {
        assert_eq!(Language::choose(Some("en"), Some("zh-CN"), None), Language::En);
        assert_eq!(Language::choose(None, Some("zh-CN"), Some("en_US.UTF-8")), Language::ZhCn);
        assert_eq!(Language::choose(None, None, Some("zh_TW.UTF-8")), Language::ZhCn);
        assert_eq!(Language::choose(None, None, Some("C.UTF-8")), Language::En);
        assert_eq!(Language::choose(None, None, None), Language::En);
    }
}
