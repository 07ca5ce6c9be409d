//! When and how the household was visited, by whom, and whom they met.

use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::question::Question;
use crate::domain::question::Section::When;
use crate::domain::typed_day::Toward;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::{asked, heading, text};
use crate::tui::form::{Choice, Field, Kind};

/// Who was met, besides the members by their ids.
pub(in super::super) const MET_HEAD: &str = "head";
pub(in super::super) const MET_OTHER: &str = "other";
pub(in super::super) const MET_NOBODY: &str = "nobody";

pub(super) fn fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let date = Field::new(heading(When), "date", words.t("form-date"), Kind::Day(Toward::Past));
    let mut fields = vec![date.with_hint(words.t("form-hint-date")).given()];
    for question in Question::of_section(When) {
        let field = asked::field(words, file, question);
        if question == Question::Visitors {
            fields.extend(met_fields(words, file));
            fields.push(field.given());
        } else {
            fields.push(field);
        }
    }
    fields
}

fn met_fields(words: &Words, file: &HouseholdFile) -> [Field; 3] {
    [
        Field::new(heading(When), "met", words.t("form-met"), Kind::One(people(words, file))),
        text(When, words, "met.name", "form-met-name").hidden(),
        text(When, words, "met.relation", "form-met-relation").hidden(),
    ]
}

/// The head first, then the members, somebody else, nobody.
fn people(words: &Words, file: &HouseholdFile) -> Vec<Choice> {
    let head = format!("{} {}", words.t("relation-head"), file.household.fact(HouseholdFact::Name));
    let mut people = vec![Choice::new('1', MET_HEAD, head)];
    let members = file.members.iter().filter(|member| !member.is_head());
    for (digit, member) in ('2'..='8').zip(members) {
        let relation = words.relation(member.fact(MemberFact::Relation));
        let label = format!("{relation} {}", member.fact(MemberFact::Name));
        people.push(Choice::new(digit, &member.id.to_string(), label.trim().to_owned()));
    }
    people.push(Choice::new('9', MET_OTHER, words.t("form-met-other")));
    people.push(Choice::new('0', MET_NOBODY, words.t("form-met-nobody")));
    people
}
