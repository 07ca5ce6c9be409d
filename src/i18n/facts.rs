//! Facts as people read them: codes in words, numbers of persons masked.

use crate::domain::facts::{HouseholdFact, MemberFact, NONE, SOME, Support};
use crate::domain::household::{HEAD, Member};
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
            HouseholdFact::RiskEliminated | HouseholdFact::MinimumAllowance => {
                self.t(if value == "yes" { "yes" } else { "no" })
            }
            HouseholdFact::RelocatedTo | HouseholdFact::DwellingScheme => {
                if [NONE, SOME].contains(&value) {
                    self.t(value)
                } else {
                    value.to_owned()
                }
            }
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
            | HouseholdFact::Contact
            | HouseholdFact::MinimumAllowanceSince
            | HouseholdFact::AllowanceAppliedOn
            | HouseholdFact::MemberGround => value.to_owned(),
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
    /// What is known of a member's disability, illness and 低保, with since when: `残疾 肢体 2 级（2019）`.
    pub fn conditions(&self, member: &Member) -> Vec<String> {
        use MemberFact as F;
        let part = |fact: F, more: &[F], since: F| {
            let said = |fact: F| member.facts.get(fact).map(|value| self.member_fact(fact, value));
            let is_there = member.facts.get(fact).is_some_and(|value| value != NONE);
            let told = |fact: &F| said(*fact).filter(|_| member.fact(*fact) != SOME);
            let parts: Vec<String> =
                std::iter::once(self.of(fact)).chain(told(&fact)).chain(more.iter().filter_map(told)).collect();
            let since = said(since).map(|on| self.with("since-in-brackets", &[("on", &on)])).unwrap_or_default();
            is_there.then(|| format!("{}{since}", parts.join(" ")))
        };
        let supported = Support::is_given(member.fact(F::Supported));
        [
            part(F::Disability, &[F::DisabilityGrade], F::DisabilitySince),
            part(F::SevereIllness, &[], F::SevereIllnessSince),
            part(F::ChronicIllness, &[], F::ChronicIllnessSince),
            part(F::MinimumAllowance, &[], F::MinimumAllowanceSince),
            part(F::Supported, &[], F::SupportedSince).filter(|_| supported),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The value of a member's fact.
    pub fn member_fact(&self, fact: MemberFact, value: &str) -> String {
        match fact {
            MemberFact::IdNumber => mask_id(value),
            MemberFact::Relation => self.relation(value),
            MemberFact::Supported => Support::from_code(value).map_or_else(|| value.to_owned(), |it| self.of(it)),
            MemberFact::MinimumAllowance => self.t(if value == "yes" { "yes" } else { "no" }),
            MemberFact::Disability | MemberFact::SevereIllness | MemberFact::ChronicIllness
                if [NONE, SOME].contains(&value) =>
            {
                self.t(value)
            }
            MemberFact::DisabilityGrade => self.with("disability-grade", &[("grade", value)]),
            _ => value.to_owned(),
        }
    }
}
