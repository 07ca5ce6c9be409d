//! What entries have in common: the state that a change starts from, and the reason for it.

use crate::domain::id::RevisionId;

/// The thing that is changed, and the revision of it that was seen: who changes what another changed
/// meanwhile is told so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis<I> {
    pub id: I,
    /// None: not known, as of a draft that an older program left. It equals no revision.
    pub revision: Option<RevisionId>,
}

/// Why something that stands is changed or voided: not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something() {
        for blank in ["", " ", "\u{3000}", "\t\n"] {
            assert_eq!(Reason::parse(blank), None, "{blank:?}");
        }
        assert_eq!(Reason::parse(" 记错了 ").unwrap().as_str(), "记错了");
    }
}
