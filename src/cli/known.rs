//! What is not known is null in JSON, never an empty text.

pub(super) fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
