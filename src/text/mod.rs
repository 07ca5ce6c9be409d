//! Laying out text by columns on a terminal, where a Han character takes two. The only place that
//! measures, cuts, pads and wraps; and finding Chinese by its pinyin.

mod order;
mod pinyin;
mod wrap;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use order::{count_key, pinyin_key};
pub use pinyin::Pinyin;
pub use wrap::{caret_at, caret_place, wrap, wrap_ranges};

/// The columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in at most so many columns, with an ellipsis where something was cut off.
pub fn fit(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    if room == 0 {
        return take(text, columns);
    }
    take(text, room) + ellipsis
}

/// The text with a capital first, where its script has any.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// As many whole characters from the front as fit.
fn take(text: &str, columns: usize) -> String {
    let mut taken = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > columns {
            break;
        }
        taken.push_str(grapheme);
    }
    taken
}

/// The end of the text in at most so many columns, with an ellipsis where something was cut off.
pub fn tail(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let kept: Vec<&str> = text
        .graphemes(true)
        .rev()
        .scan(0, |used, grapheme| {
            *used += width(grapheme);
            (*used <= room).then_some(grapheme)
        })
        .collect();
    ellipsis.chars().chain(kept.into_iter().rev().flat_map(str::chars)).collect()
}

/// The text in exactly so many columns, from the left.
pub fn pad(text: &str, columns: usize, ellipsis: &str) -> String {
    let fitted = fit(text, columns, ellipsis);
    let gap = columns.saturating_sub(width(&fitted));
    fitted + &" ".repeat(gap)
}

/// The text in exactly so many columns, at the right.
pub fn pad_left(text: &str, columns: usize, ellipsis: &str) -> String {
    let fitted = fit(text, columns, ellipsis);
    " ".repeat(columns.saturating_sub(width(&fitted))) + &fitted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_cut_and_padded_by_columns() {
        assert_eq!(fit("石桥村三组", 10, "…"), "石桥村三组");
        assert_eq!(fit("石桥村三组", 9, "…"), "石桥村三…");
        assert_eq!(fit("石桥村三组", 8, "…"), "石桥村…");
        assert_eq!(pad("王明", 6, "…"), "王明  ");
        assert_eq!(pad("石桥村", 4, "…"), "石… ");
        assert_eq!(pad_left("12", 4, "…"), "  12");
        assert_eq!(fit("石桥", 1, "…"), "");
    }

    proptest! {
        #[test]
        fn padded_text_has_exactly_its_columns(text in "[a-z石桥·，\u{0301}]{0,12}", columns in 0usize..30) {
            prop_assert_eq!(width(&pad(&text, columns, "…")), columns);
            prop_assert_eq!(width(&pad_left(&text, columns, "…")), columns);
        }
    }
}
