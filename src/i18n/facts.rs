//! Facts as people read them: codes in words, numbers of persons masked.

use crate::domain::facts::{HouseholdFact, MemberFact, Support};
use crate::domain::household::HEAD;
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::mask::{mask_id, mask_phone};

use super::Words;

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
            _ => value.to_owned(),
        }
    }

    /// A relation to the head of the household.
    pub fn relation(&self, relation: &str) -> String {
        if relation == HEAD { self.t("relation-head") } else { relation.to_owned() }
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
