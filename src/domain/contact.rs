//! A help contact 帮扶联系人, known by the cleaned name.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::clean::clean_name;

/// One person who visits households.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: Uuid,
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
