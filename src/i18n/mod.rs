//! The two languages. Every sentence stands in `assets/locales/`; code names it by its key. The words
//! for a domain value stand under the name of its type and its code.

mod facts;
mod families;
mod language;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::domain::codes::Coded;

pub use families::families;
pub use language::Language;

macro_rules! locale {
    ($language:literal: $($file:literal)+) => {
        &[$(include_str!(concat!("../../assets/locales/", $language, "/", $file, ".ftl"))),+]
    };
    ($language:literal) => {
        locale!($language: "domain" "errors" "cli" "tui" "form" "record" "income" "risk" "policy" "history" "imports" "overview" "problems" "report" "audit" "several" "vault" "plain" "clues" "procedures" "groups")
    };
}

impl Language {
    /// The texts of the language's files.
    pub const fn sources(self) -> &'static [&'static str] {
        match self {
            Self::ZhCn => locale!("zh-CN"),
            Self::En => locale!("en"),
        }
    }
}

/// A small whole number, so that *1 person* can be told from *2 people*; any other text as it is.
fn fluent_value(text: &str) -> FluentValue<'_> {
    let is_count = text.len() <= 6 && !(text.len() > 1 && text.starts_with('0'));
    let number = if is_count { text.parse::<u32>().ok() } else { None };
    number.map_or_else(|| text.into(), FluentValue::from)
}

/// All words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

impl Words {
    /// The files are part of the program, and a test reads both: what cannot be read is left out.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.id()]);
        bundle.set_use_isolating(false);
        for source in language.sources() {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with its places filled in.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.format(key, None, &args.iter().map(|(name, value)| (*name, fluent_value(value))).collect())
            .unwrap_or_else(|| key.to_owned())
    }

    /// The words for a domain value.
    pub fn of<T: Coded>(&self, value: T) -> String {
        self.t(&format!("{}-{}", T::FAMILY, value.stable_code()))
    }

    /// The shortest words for a domain value.
    pub fn short<T: Coded>(&self, value: T) -> String {
        let key = format!("{}-{}", T::FAMILY, value.stable_code());
        self.format(&key, Some("short"), &FluentArgs::new()).unwrap_or_else(|| self.t(&key))
    }

    /// Another text of a domain value, by its name; empty where there is none.
    pub fn about<T: Coded>(&self, value: T, name: &str) -> String {
        let key = format!("{}-{}", T::FAMILY, value.stable_code());
        self.format(&key, Some(name), &FluentArgs::new()).unwrap_or_default()
    }

    /// Other words that people look for a domain value by; empty where there are none.
    pub fn also<T: Coded>(&self, value: T) -> String {
        let key = format!("{}-{}", T::FAMILY, value.stable_code());
        self.format(&key, Some("also"), &FluentArgs::new()).unwrap_or_default()
    }

    /// What to say while a value is asked for; empty where there is nothing to say.
    pub fn hint<T: Coded>(&self, value: T, args: &[(&str, &str)]) -> String {
        let key = format!("{}-{}", T::FAMILY, value.stable_code());
        let args = args.iter().map(|(name, value)| (*name, fluent_value(value))).collect();
        self.format(&key, Some("hint"), &args).unwrap_or_default()
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}
