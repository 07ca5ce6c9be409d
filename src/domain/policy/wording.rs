//! What a plan says, in its languages.

use std::collections::BTreeMap;

/// The languages in which a plan's wording stands.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// A text by language.
pub type Wording = BTreeMap<String, String>;
