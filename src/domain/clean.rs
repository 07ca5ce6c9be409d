//! The one gate for text that comes from outside: keys, pastes, files. It takes out what a screen or
//! a comparison would stumble over and keeps what a name needs (rare Han, `·`, `〇`).

use unicode_normalization::UnicodeNormalization;

/// NFC, without control, bidirectional and zero-width characters, trimmed; inner runs of white space
/// (line breaks too) become one space.
pub fn clean_text(raw: &str) -> String {
    let spaced: String =
        raw.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_unwanted(*c)).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A note: as [`clean_text`], line by line; blank lines at its ends are let go.
pub fn clean_note(raw: &str) -> String {
    let lines: Vec<String> = raw.split('\n').map(clean_text).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// A Chinese name: as [`clean_text`], and without the spaces that forms put between two characters.
/// Names in other scripts keep theirs.
pub fn clean_name(raw: &str) -> String {
    let text = clean_text(raw);
    if text.chars().any(|c| c.is_ascii_alphabetic()) { text } else { text.replace(' ', "") }
}

/// Full-width digits, letters and punctuation as their ASCII twins, and `。` as a point: what a
/// Chinese input method types into dates, amounts and choices.
pub fn fold_width(raw: &str) -> String {
    raw.chars().map(fold_char).collect()
}

/// One character of [`fold_width`].
pub fn fold_char(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Characters that no field may hold: controls, direction marks, zero-width and private ones.
pub fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_form_spaces_and_keep_rare_characters() {
        assert_eq!(clean_name(" 王\u{3000}明 "), "王明");
        assert_eq!(clean_name("阿依古丽·买买提"), "阿依古丽·买买提");
        assert_eq!(clean_name("〇\u{2cb5a}"), "〇\u{2cb5a}");
        assert_eq!(clean_name("Li  Ming"), "Li Ming");
    }

    #[test]
    fn direction_marks_and_escapes_do_not_pass() {
        assert_eq!(clean_text("a\u{202e}b\u{1b}[31mc\u{200b}"), "ab[31mc");
    }

    #[test]
    fn full_width_input_means_ascii() {
        assert_eq!(fold_width("３２００。５"), "3200.5");
        assert_eq!(fold_width("２０２６／１１／２２"), "2026/11/22");
    }
}
