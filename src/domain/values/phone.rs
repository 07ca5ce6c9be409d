//! What a phone number in China can be.

use crate::domain::clean::fold_width;

/// The digits of a number as people type it: wide digits, blanks, dashes and brackets are none of it.
pub fn clean_phone(text: &str) -> String {
    let is_beside = |c: &char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | '—' | '－');
    fold_width(text).chars().filter(|c| !is_beside(c)).collect()
}

/// A mobile number, or one of a line with or without the code of its area.
pub fn is_phone(text: &str) -> bool {
    let digits = text.trim();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_mobile = digits.len() == 11 && digits.starts_with('1') && !matches!(digits.as_bytes()[1], b'0'..=b'2');
    let is_line = matches!(digits.len(), 7 | 8) && !digits.starts_with(['0', '1'])
        || digits.starts_with('0') && (10..=12).contains(&digits.len());
    is_number && (is_mobile || is_line)
}
