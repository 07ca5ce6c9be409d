//! Facts as people read them: codes in words, numbers of persons masked.

use crate::domain::facts::{HouseholdFact, MemberFact, Support};
use crate::domain::household::HEAD;
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::mask::{mask_id, mask_phone};

use super::{Language, Words};

/// The words that rosters have for a relation, and the key of what it is called.
const RELATIONS: [(&[&str], &str); 12] = [
    (&["配偶", "妻子", "妻", "丈夫", "夫"], "relation-spouse"),
    (&["之子", "子", "儿子", "长子", "次子", "三子"], "relation-son"),
    (&["之女", "女", "女儿", "长女", "次女", "三女"], "relation-daughter"),
    (&["之父", "父", "父亲"], "relation-father"),
    (&["之母", "母", "母亲"], "relation-mother"),
    (&["之孙", "之孙子", "孙子", "孙"], "relation-grandson"),
    (&["之孙女", "孙女"], "relation-granddaughter"),
    (&["之儿媳", "儿媳"], "relation-daughter-in-law"),
    (&["之女婿", "女婿"], "relation-son-in-law"),
    (&["之兄弟", "兄弟", "之兄", "之弟"], "relation-brother"),
    (&["之姐妹", "姐妹", "之姐", "之妹"], "relation-sister"),
    (&["其他", "其它"], "relation-other"),
];

impl Words {
    /// The value of a household's fact.
    pub fn household_fact(&self, fact: HouseholdFact, value: &str) -> String {
        match fact {
            HouseholdFact::IdNumber => mask_id(value),
            HouseholdFact::Phone => mask_phone(value),
            HouseholdFact::HouseholdType | HouseholdFact::Category => {
                HouseholdLabel::from_code(value).map_or_else(|| value.to_owned(), |label| self.of(label))
            }
            HouseholdFact::RiskEliminated => self.t(if value == "yes" { "yes" } else { "no" }),
            HouseholdFact::Risks => {
                let risks = value.split(',').filter_map(RiskType::from_code).map(|risk| self.of(risk));
                risks.collect::<Vec<_>>().join(&self.t("list-comma"))
            }
            HouseholdFact::Name
            | HouseholdFact::Township
            | HouseholdFact::Village
            | HouseholdFact::Group
            | HouseholdFact::Population
            | HouseholdFact::IdentifiedOn
            | HouseholdFact::EnteredOn
            | HouseholdFact::OutOfPovertyOn
            | HouseholdFact::EliminatedOn
            | HouseholdFact::Contact => value.to_owned(),
        }
    }

    /// A relation to the head of the household. Chinese keeps the file's own word; what has no English word
    /// here keeps it too.
    pub fn relation(&self, relation: &str) -> String {
        let known = || RELATIONS.iter().find(|(words, _)| words.contains(&relation)).map(|(_, key)| self.t(key));
        match self.language {
            _ if relation == HEAD => self.t("relation-head"),
            Language::ZhCn => relation.to_owned(),
            Language::En => known().unwrap_or_else(|| relation.to_owned()),
        }
    }
}

impl Words {
    /// The value of a member's fact.
    pub fn member_fact(&self, fact: MemberFact, value: &str) -> String {
        match fact {
            MemberFact::IdNumber => mask_id(value),
            MemberFact::Relation => self.relation(value),
            MemberFact::Supported => Support::from_code(value).map_or_else(|| value.to_owned(), |it| self.of(it)),
            _ => value.to_owned(),
        }
    }
}
