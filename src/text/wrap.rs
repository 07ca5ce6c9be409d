//! Breaking text into lines by the rules of Unicode, so that no line begins with `，` and Chinese
//! breaks between any two characters.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// The text in lines of at most so many columns; line breaks in the text are kept.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let options = Options::new(columns.max(2))
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::width;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_line_begins_with_a_comma() {
        let lines = wrap("慢病证过期，已经联系村医，下周一起去办理。", 12);
        assert!(lines.iter().all(|line| !line.starts_with(['，', '。']) && width(line) <= 12), "{lines:?}");
        assert_eq!(lines.concat(), "慢病证过期，已经联系村医，下周一起去办理。");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "[a-z 石桥村，。]{0,60}", columns in 4usize..40) {
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns, "{:?}", line);
            }
        }
    }
}
