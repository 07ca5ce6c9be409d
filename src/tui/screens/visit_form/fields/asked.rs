//! The fields of the questions that have one answer each.

use crate::domain::question::{Choices, Question, Section, Takes};
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::yes_no;

use super::{heading, members};
use crate::tui::form::{Choice, Field, Kind};

/// The fields of a section's questions, in their order.
pub(super) fn fields(words: &Words, file: &HouseholdFile, section: Section) -> impl Iterator<Item = Field> {
    Question::of_section(section).map(|question| field(words, file, question))
}

/// The field of one question.
pub(super) fn field(words: &Words, file: &HouseholdFile, question: Question) -> Field {
    let kind = match question.takes() {
        Takes::YesOrNo => yes_no(words),
        Takes::One(choices) => Kind::One(offered(words, &choices)),
        Takes::Any(choices) => Kind::Any(offered(words, &choices)),
        Takes::Members => Kind::Any(members(file, '1'..='9')),
        Takes::Names | Takes::Text => Kind::Text,
        Takes::Change => Kind::Plain,
        Takes::Note => Kind::Note,
    };
    let people = file.row.population.map_or_else(|| words.t("none"), |count| count.to_string());
    let hint = words.hint(question, &[("count", &people)]);
    Field::new(heading(question.section()), question.key(), words.of(question), kind).with_hint(hint)
}

/// Digits in their order; the value that means *none of it* takes 0.
fn offered(words: &Words, choices: &Choices) -> Vec<Choice> {
    let mut digits = ('1'..='9').chain('a'..='z');
    let mut choice = |code: &'static str| {
        let is_none = choices.none == Some(code);
        let digit = if is_none { '0' } else { digits.next().unwrap_or(' ') };
        let choice = Choice::new(digit, code, words.t(&format!("{}-{code}", choices.family)));
        if is_none { choice.alone() } else { choice }
    };
    choices.codes.iter().map(|code| choice(code)).collect()
}
