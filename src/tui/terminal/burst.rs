//! Text that was pasted into a terminal which does not say so: it arrives as keys, all at once.

use crate::tui::keys::{Chord, Key};

/// Fewer characters to a line than this are typed, or sent by a script that presses keys.
const LETTERS_A_LINE: usize = 24;

/// The text of keys that arrived together, if it was pasted, as far as this terminal lets that be known.
pub fn as_paste(chords: &[Chord]) -> Option<String> {
    if cfg!(windows) { pasted_into_console(chords) } else { pasted_as_keys(chords) }
}

/// An old console tells of no paste: a burst of text that goes on behind an Enter was typed by nobody.
fn pasted_into_console(chords: &[Chord]) -> Option<String> {
    const LETTERS: usize = 4;
    let text = text_of(chords)?;
    let goes_on = text.trim_end_matches('\n').contains('\n');
    // Amounts and answers may have been typed while the program was busy.
    (goes_on && text.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS).then_some(text)
}

/// The text of keys that arrived together, if it can only have been pasted: lines of text, longer than anybody answers a
/// field with.
fn pasted_as_keys(chords: &[Chord]) -> Option<String> {
    let text = text_of(chords)?;
    let breaks = text.matches('\n').count();
    let letters = text.chars().count() - breaks;
    (breaks > 0 && letters >= LETTERS_A_LINE * (breaks + 1)).then_some(text)
}

/// Keys as text; none where one is neither text nor a line break.
fn text_of(chords: &[Chord]) -> Option<String> {
    let is_break = |chord: &Chord| *chord == Chord::plain(Key::Enter) || *chord == Chord::ctrl(Key::Char('j'));
    let mut text = String::new();
    for chord in chords {
        match chord.typed() {
            Some(c) => text.push(c),
            None if is_break(chord) => text.push('\n'),
            None if *chord == Chord::plain(Key::Tab) => text.push('\t'),
            None => return None,
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Chord> {
        text.chars().map(|c| Chord::plain(if c == '\n' { Key::Enter } else { Key::Char(c) })).collect()
    }

    #[test]
    fn lines_of_text_at_once_are_a_paste_and_answers_to_fields_are_keys() {
        let note = "慢病证已经过期两个月，村医说下周五带他去县医院重新办理，费用由合作医疗先垫付\n他儿子在外务工，十二月中旬回来，到时再去一次";
        assert_eq!(pasted_as_keys(&keys(note)).as_deref(), Some(note));
        for typed in
            ["110", "1113200\n0\n0\n0\n0\n", "150*22+600\n", "第一个窗口\n", &"j".repeat(300), "口粮不够，已联系\n"]
        {
            assert_eq!(pasted_as_keys(&keys(typed)), None, "{typed}");
        }
        let mut with_chord = keys(note);
        with_chord.push(Chord::ctrl(Key::Char('s')));
        assert_eq!(pasted_as_keys(&with_chord), None, "a paste never holds a command");
    }

    #[test]
    fn in_an_old_console_a_burst_that_goes_on_behind_an_enter_is_a_paste() {
        let found = |text: &str| pasted_into_console(&keys(text));
        for pasted in ["口粮不够\n已联系", "a\nbcd\n\n"] {
            assert_eq!(found(pasted).as_deref(), Some(pasted));
        }
        for typed in ["口粮不够\n", "110", "1\n2", "3200\n1500\n", "\n\n\n", ""] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }
}
