//! The headings and words in which a roster goes out: the first of each that the reader knows.

use super::column::Column;
use super::values;

/// The usual heading of a column.
pub fn heading(column: Column) -> String {
    super::column::first_alias(column)
}

/// 脱贫户 for `out_of_poverty`.
pub fn word_of_label(code: &str) -> String {
    values::first_word(values::Family::Label, code)
}

pub fn word_of_risk(code: &str) -> String {
    values::first_word(values::Family::Risk, code)
}

/// 是 for `yes`.
pub fn word_of_yes_or_no(code: &str) -> String {
    values::first_word(values::Family::RiskEliminated, code)
}

/// 分散供养 for `dispersed`.
pub fn word_of_support(support: &str) -> String {
    values::first_word(values::Family::Support, support)
}

/// 户主 for `head`; other relations are the file's own words.
pub fn word_of_relation(relation: &str) -> String {
    values::first_word(values::Family::Relation, relation)
}
