//! A help contact 帮扶联系人, known by the cleaned name.

use serde::{Deserialize, Serialize};

use crate::domain::clean::clean_name;
use crate::domain::id::ContactId;

/// One person who visits households.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub name: ContactName,
}

/// A contact's name, cleaned and not empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContactName(String);

impl ContactName {
    pub fn parse(text: &str) -> Option<Self> {
        let name = clean_name(text);
        (!name.is_empty() && name.chars().count() <= 40).then_some(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text can be what a person is called: two to fifteen Chinese characters, a point between them
/// allowed, or words of letters. A number, a day, a sentence is none.
pub fn looks_like_a_name(text: &str) -> bool {
    let is_between = |c: char| matches!(c, '·' | '•' | '.' | '-' | '\'' | ' ');
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_plain = text.chars().all(|c| (c.is_alphabetic() && !c.is_numeric()) || is_between(c));
    let most = if text.is_ascii() { 40 } else { 15 };
    is_plain && (2..=most).contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_is_called_and_what_not() {
        for name in ["张敏", "韦海", "阿卜杜拉·买买提", "欧阳春晓", "Zhang Min", "O'Neill", "J. Smith"]
        {
            assert!(looks_like_a_name(name), "{name}");
        }
        for other in
            ["1", "1122", "2026-11-22", "张", "x", "3200", "张敏2", "入户走访了两次，情况都很好没有问题的", "？"]
        {
            assert!(!looks_like_a_name(other), "{other}");
        }
    }
}
