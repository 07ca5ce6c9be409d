//! Figures as people read them: yuan, percent, runs of months, a line and its year.

use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::window_income::YearLine;
use crate::i18n::Words;

/// Yuan without fen, with separators: a line.
pub fn yuan_words(yuan: u32) -> String {
    let text = Money::from_fen(i64::from(yuan) * 100).to_string();
    text.strip_suffix(".00").unwrap_or(&text).to_owned()
}

/// `-12.5 %`, always signed.
pub fn percent_words(tenths: i64) -> String {
    let sign = match tenths {
        ..0 => "-",
        0 => "",
        _ => "+",
    };
    format!("{sign}{}", percent_text(tenths.abs()))
}

/// `12.5%`, of what is not below nothing.
pub fn percent_text(tenths: i64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// Months in order; a run of them as its ends.
pub fn months_words(words: &Words, months: &[Month]) -> String {
    let runs = months.chunk_by(|a, b| a.plus(1) == *b).map(|run| match run {
        [one] => one.to_string(),
        run => format!("{}–{}", run[0], run[run.len() - 1]),
    });
    runs.collect::<Vec<_>>().join(&words.t("list-comma"))
}

/// `6,000（2025 年的线）`: the line and the year it was stated for.
pub fn line_words(words: &Words, line: YearLine, year: i32) -> String {
    let yuan = yuan_words(line.yuan);
    match line.stated_for {
        Some(stated) if stated != year => {
            words.with("income-line-carried", &[("yuan", &yuan), ("stated", &stated.to_string())])
        }
        Some(stated) => words.with("income-line-of-year", &[("yuan", &yuan), ("year", &stated.to_string())]),
        None => yuan,
    }
}
