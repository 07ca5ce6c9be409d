//! Breaking text into lines by the rules of Unicode, so that no line begins with `，` and Chinese
//! breaks between any two characters. What is drawn and where the caret stands come from the same
//! lines.

use std::ops::Range;

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;

use super::width;

/// The text in lines of at most so many columns; line breaks in the text are kept.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let line = |range: Range<usize>| text.get(range).unwrap_or_default().trim_end().to_owned();
    wrap_ranges(text, columns).into_iter().map(line).collect()
}

/// The lines as byte ranges of the text; a blank where a line was broken belongs to the line before
/// it. At least one line, even of nothing.
pub fn wrap_ranges(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Breaker { columns: columns.max(2), lines: Vec::new(), from: 0, at: 0, used: 0 };
    for (number, paragraph) in text.split('\n').enumerate() {
        if number > 0 {
            lines.end_paragraph();
        }
        for word in WordSeparator::UnicodeBreakProperties.find_words(paragraph) {
            lines.add_word(word.word, word.whitespace);
        }
    }
    lines.lines.push(lines.from..lines.at);
    lines.lines
}

/// Where a caret at this byte of the text stands: its line, and the columns before it.
pub fn caret_place(text: &str, columns: usize, caret: usize) -> (usize, usize) {
    let lines = wrap_ranges(text, columns);
    let row = lines.iter().rposition(|line| line.start <= caret).unwrap_or(0);
    let before = text.get(lines[row].start..caret).unwrap_or_default();
    (row, width(before))
}

/// The byte of the text that a place on its lines means: the last one at or before it.
pub fn caret_at(text: &str, columns: usize, row: usize, column: usize) -> usize {
    let lines = wrap_ranges(text, columns);
    let Some(line) = lines.get(row.min(lines.len() - 1)) else { return text.len() };
    let is_broken = lines.get(row + 1).is_some_and(|next| next.start == line.end);
    let mut caret = line.start;
    let mut used = 0;
    for (at, grapheme) in text.get(line.clone()).unwrap_or_default().grapheme_indices(true) {
        used += width(grapheme);
        let after = line.start + at + grapheme.len();
        // The end of a broken line is the beginning of the next one.
        if used > column || (is_broken && after == line.end) {
            break;
        }
        caret = after;
    }
    caret
}

struct Breaker {
    columns: usize,
    lines: Vec<Range<usize>>,
    /// Where the line in hand begins, how far it goes, and the columns it takes.
    from: usize,
    at: usize,
    used: usize,
}

impl Breaker {
    fn add_word(&mut self, word: &str, blank: &str) {
        if self.used + width(word) > self.columns {
            self.break_here();
        }
        for grapheme in word.graphemes(true) {
            if self.used + width(grapheme) > self.columns {
                self.break_here();
            }
            self.used += width(grapheme);
            self.at += grapheme.len();
        }
        self.used += width(blank);
        self.at += blank.len();
    }

    fn break_here(&mut self) {
        if self.at > self.from {
            self.lines.push(self.from..self.at);
            (self.from, self.used) = (self.at, 0);
        }
    }

    fn end_paragraph(&mut self) {
        self.lines.push(self.from..self.at);
        self.at += 1;
        (self.from, self.used) = (self.at, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_line_begins_with_a_comma() {
        let lines = wrap("慢病证过期，已经联系村医，下周一起去办理。", 12);
        assert!(lines.iter().all(|line| !line.starts_with(['，', '。']) && width(line) <= 12), "{lines:?}");
        assert_eq!(lines.concat(), "慢病证过期，已经联系村医，下周一起去办理。");
    }

    #[test]
    fn the_caret_stands_where_the_text_is_drawn() {
        let text = "慢病证过期，已经\n联系";
        assert_eq!(wrap(text, 8), ["慢病证过", "期，已经", "联系"]);
        for (caret, place) in [(0, (0, 0)), (9, (0, 6)), (12, (1, 0)), (24, (1, 8)), (25, (2, 0)), (31, (2, 4))] {
            assert_eq!(caret_place(text, 8, caret), place, "{caret}");
            assert_eq!(caret_at(text, 8, place.0, place.1), caret, "{place:?}");
        }
        assert_eq!(caret_at(text, 8, 2, 7), 31, "a short line ends where it ends");
        assert_eq!(caret_at(text, 8, 0, 8), 9, "the end of a broken line begins the next");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_nothing_is_lost(text in "[a-z 石桥村，。\n]{0,60}", columns in 4usize..40) {
            let lines = wrap(&text, columns);
            for line in &lines {
                prop_assert!(width(line) <= columns, "{:?}", line);
            }
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            let all: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(kept, all);
        }

        #[test]
        fn a_place_leads_back_to_its_caret(text in "[a-z 石桥村，。\n]{0,60}", columns in 4usize..40, at in 0usize..60) {
            let caret = text.char_indices().map(|(byte, _)| byte).nth(at).unwrap_or(text.len());
            let (row, column) = caret_place(&text, columns, caret);
            prop_assert_eq!(caret_at(&text, columns, row, column), caret);
        }
    }
}
