//! A help contact 帮扶联系人, known by the cleaned name.

use serde::{Deserialize, Serialize};

use crate::domain::clean::{clean_name, clean_text};
use crate::domain::codes::coded;
use crate::domain::entry::Basis;
use crate::domain::id::ContactId;
use crate::domain::personal::Personal;
use crate::domain::phone::{clean_phone, is_phone};

/// One person who visits households.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub name: ContactName,
    /// 单位
    #[serde(default)]
    pub unit: String,
    /// 职务
    #[serde(default)]
    pub post: String,
    #[serde(default)]
    pub phone: String,
}

impl Contact {
    /// Of whom nothing is known but the name.
    pub const fn named(id: ContactId, name: ContactName) -> Self {
        Self { id, name, unit: String::new(), post: String::new(), phone: String::new() }
    }
}

/// What is stated of a contact besides the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactEntry {
    pub contact: Basis<ContactId>,
    pub unit: String,
    pub post: String,
    pub phone: String,
}

coded! {
    /// Why it cannot be kept as it was entered.
    ContactFault {
        UnitTooLong = "unit_too_long",
        PostTooLong = "post_too_long",
        PhoneImpossible = "phone_impossible",
    }
}

/// The longest unit or post, in characters.
const LONGEST: usize = 60;

impl ContactEntry {
    /// Everything that keeps the entry from being kept, in the order of the form.
    pub fn faults(&self) -> Vec<ContactFault> {
        let is_too_long = |text: &str| clean_text(text).chars().count() > LONGEST;
        let phone = clean_phone(&self.phone);
        let faults = [
            (is_too_long(&self.unit), ContactFault::UnitTooLong),
            (is_too_long(&self.post), ContactFault::PostTooLong),
            (!phone.is_empty() && !is_phone(&phone), ContactFault::PhoneImpossible),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, fault)| fault).collect()
    }

    /// The contact after it.
    pub fn contact(&self, before: &Contact) -> Contact {
        Contact {
            unit: clean_text(&self.unit),
            post: clean_text(&self.post),
            phone: clean_phone(&self.phone),
            ..before.clone()
        }
    }
}

/// A contact's name, cleaned and not empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContactName(Personal);

impl ContactName {
    pub fn parse(text: &str) -> Option<Self> {
        let name = clean_name(text);
        (!name.is_empty() && name.chars().count() <= 40).then(|| Self(name.into()))
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
