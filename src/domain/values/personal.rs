//! What tells of a person.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A name, a number, what was said of somebody. It shows itself to nobody: no error, no log, no panic can hold it by
/// accident, since there is no way to print it but to take it out on purpose, by `&*`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal(String);

impl Deref for Personal {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "-" } else { "…" })
    }
}

impl From<String> for Personal {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Personal {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<Personal> for String {
    fn from(personal: Personal) -> Self {
        personal.0
    }
}

impl PartialEq<str> for Personal {
    fn eq(&self, text: &str) -> bool {
        self.0 == text
    }
}

impl PartialEq<&str> for Personal {
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}
