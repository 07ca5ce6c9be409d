//! The one gate for text that comes from outside: keys, pastes, files. It takes out what a screen or
//! a comparison would stumble over and keeps what a name needs (rare Han, `·`, `〇`). And the one gate
//! for text that goes to a terminal, wherever it came from.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// NFC, without control, bidirectional and zero-width characters, trimmed; inner runs of white space
/// (line breaks too) become one space.
pub fn clean_text(raw: &str) -> String {
    // Rosters are mostly this, and it is clean as it stands.
    if raw.chars().all(|c| c.is_ascii_graphic() || ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        return raw.to_owned();
    }
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
    if text.chars().any(|c| c.is_ascii_alphabetic()) { text } else { one_dot(&text.replace(' ', "")) }
}

/// The dot within a name is one, however it was typed: 买买提•吐尔逊 is 买买提·吐尔逊.
fn one_dot(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let between_words = |at: usize| {
        let is_letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
        is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))
    };
    let dot = |(at, c): (usize, &char)| match c {
        '•' | '・' | '‧' | '∙' | '･' | '⋅' | '●' => '·',
        '.' | '．' | '。' if between_words(at) => '·',
        c => *c,
    };
    chars.iter().enumerate().map(dot).collect()
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

/// Characters that no field may hold: controls, direction marks, zero-width ones and tags.
pub fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{2028}' | '\u{2029}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Characters whose looks only their maker knows. Old rosters hold rare names in them, so they are kept;
/// a terminal might take them for anything.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Text as a terminal may have it: line breaks and tabs stay, what no field may hold is gone, a private
/// character is a `?`.
pub fn printable(text: &str) -> Cow<'_, str> {
    let stays = |c: char| matches!(c, '\n' | '\t') || !(is_unwanted(c) || is_private(c));
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter(|c| stays(*c) || is_private(*c));
    Cow::Owned(shown.map(|c| if is_private(c) { '?' } else { c }).collect())
}

/// JSON with the same characters written as escapes: it says the same, and a terminal may have it.
pub fn printable_json(json: &str) -> Cow<'_, str> {
    let stays = |c: char| c == '\n' || !(is_unwanted(c) || is_private(c));
    if json.chars().all(stays) {
        return Cow::Borrowed(json);
    }
    let mut units = [0; 2];
    let mut escape =
        |c: char| c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
    Cow::Owned(json.chars().map(|c| if stays(c) { c.to_string() } else { escape(c) }).collect())
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
    fn a_terminal_gets_no_character_that_it_could_take_for_an_order() {
        let hostile = "王\u{1b}[2J\u{9b}31m\u{61c}\u{202e}\u{e0041}\u{e000}\u{100000}\u{7f}明\n\t";
        assert_eq!(printable(hostile), "王[2J31m??明\n\t");
        let json = serde_json::to_string_pretty(&[hostile]).unwrap();
        let shown = printable_json(&json);
        assert!(shown.chars().all(|c| c == '\n' || !(is_unwanted(c) || is_private(c))), "{shown}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&shown).unwrap(), [hostile], "it says the same");
        assert!(matches!(printable("平常的话"), Cow::Borrowed(_)));
    }

    #[test]
    fn full_width_input_means_ascii() {
        assert_eq!(fold_width("３２００。５"), "3200.5");
        assert_eq!(fold_width("２０２６／１１／２２"), "2026/11/22");
    }
}
