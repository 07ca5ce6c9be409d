//! When and how the household was visited, and who put a name to it.

use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::typed_day::Toward;
use crate::domain::visit::{SignatureKind, VisitMode, VisitPurpose};
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::{SIGNATURE, WHEN, choices, text};
use crate::tui::form::{Choice, Field, Kind};

/// Who was met, besides the members by their ids.
pub(in super::super) const MET_HEAD: &str = "head";
pub(in super::super) const MET_OTHER: &str = "other";
pub(in super::super) const MET_NOBODY: &str = "nobody";

pub(super) fn fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let modes: Vec<VisitMode> = VisitMode::ALL.iter().copied().filter(|mode| *mode != VisitMode::Unknown).collect();
    vec![
        Field::new(WHEN, "date", words.t("form-date"), Kind::Day(Toward::Past))
            .with_hint(words.t("form-hint-date"))
            .given(),
        Field::new(WHEN, "mode", words.t("form-mode"), Kind::One(choices(words, &modes, None))),
        Field::new(WHEN, "purpose", words.t("form-purpose"), Kind::One(choices(words, VisitPurpose::ALL, None))),
        Field::new(WHEN, "met", words.t("form-met"), Kind::One(people(words, file))),
        text(WHEN, words, "met.name", "form-met-name").hidden(),
        text(WHEN, words, "met.relation", "form-met-relation").hidden(),
        text(WHEN, words, "visitors", "form-visitors").with_hint(words.t("form-hint-visitors")).given(),
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

pub(super) fn signature_fields(words: &Words) -> Vec<Field> {
    let kinds = choices(words, SignatureKind::ALL, None);
    vec![
        Field::new(SIGNATURE, "signature", words.t("form-signed"), Kind::One(kinds)),
        text(SIGNATURE, words, "signature.reason", "form-reason").hidden(),
    ]
}
