//! A household and its members as a hand states them.

use crate::domain::class::derive_class;
use crate::domain::codes::coded;
use crate::domain::entry::Basis;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::{Household, HouseholdCode};
use crate::domain::id::{HouseholdId, MemberId};

/// One member as a hand states them; without an id, a new one.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    pub id: Option<MemberId>,
    pub facts: Facts<MemberFact>,
}

/// A household as a hand states it.
#[derive(Debug, Clone)]
pub struct HouseholdEntry {
    /// The household that is edited; none: a new one.
    pub editing: Option<Basis<HouseholdId>>,
    pub code: HouseholdCode,
    pub facts: Facts<HouseholdFact>,
    /// All members, in their order; one who is on file and not here is taken off.
    pub members: Vec<MemberEntry>,
}

coded! {
    /// Why a household cannot be kept as it was entered.
    HouseholdFault {
        NameMissing = "name_missing",
        VillageMissing = "village_missing",
        ClassUnknown = "class_unknown",
        CodeTaken = "code_taken",
        /// Another class: a change of status has its own verb, with its day, its reason and its questions.
        StatusByItsVerb = "status_by_its_verb",
    }
}

impl HouseholdEntry {
    /// Everything in the entry that keeps it from being kept; `before` is the household that is edited.
    /// Whether its code is taken is known where all households are.
    pub fn faults(&self, before: Option<&Household>) -> Vec<HouseholdFault> {
        Self::faults_of(&self.facts, before)
    }

    /// The same of the facts alone, where the code cannot be read yet.
    pub fn faults_of(facts: &Facts<HouseholdFact>, before: Option<&Household>) -> Vec<HouseholdFault> {
        let is_missing = |fact| facts.get(fact).is_none();
        let class = derive_class(facts).ok();
        let is_another = before.is_some_and(|before| derive_class(&before.facts).ok() != class);
        let faults = [
            (is_missing(HouseholdFact::Name), HouseholdFault::NameMissing),
            (is_missing(HouseholdFact::Village), HouseholdFault::VillageMissing),
            (class.is_none(), HouseholdFault::ClassUnknown),
            (class.is_some() && is_another, HouseholdFault::StatusByItsVerb),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, fault)| fault).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use HouseholdFact as F;

    fn facts(stated: &[(F, &str)]) -> Facts<F> {
        let mut facts = Facts::default();
        for (fact, value) in stated {
            facts.set(*fact, value).unwrap();
        }
        facts
    }

    fn entry(stated: &[(F, &str)]) -> HouseholdEntry {
        let code = HouseholdCode::parse("A1").unwrap();
        HouseholdEntry { editing: None, code, facts: facts(stated), members: Vec::new() }
    }

    #[test]
    fn a_household_has_a_head_a_village_and_a_class() {
        use HouseholdFault::{ClassUnknown, NameMissing, VillageMissing};
        let (name, village, class) = ((F::Name, "王小明"), (F::Village, "石门村"), (F::HouseholdType, "general"));
        for (stated, faults) in [
            (vec![name, village, class], vec![]),
            (vec![village, class], vec![NameMissing]),
            (vec![name, class], vec![VillageMissing]),
            (vec![name, village], vec![ClassUnknown]),
            (vec![], vec![NameMissing, VillageMissing, ClassUnknown]),
        ] {
            assert_eq!(entry(&stated).faults(None), faults, "{stated:?}");
        }
    }

    #[test]
    fn an_edit_keeps_the_class() {
        let of = |class: &'static str| vec![(F::Name, "王小明"), (F::Village, "石门村"), (F::HouseholdType, class)];
        let before = Household {
            id: HouseholdId::made_up(1),
            code: HouseholdCode::parse("A1").unwrap(),
            facts: facts(&of("stably_out_of_poverty")),
            roster: None,
            on_file_since: "2026-01-01".parse().unwrap(),
            counted_on: None,
        };
        assert_eq!(entry(&of("out_of_poverty")).faults(Some(&before)), [], "another word for the same class");
        assert_eq!(entry(&of("general")).faults(Some(&before)), [HouseholdFault::StatusByItsVerb]);
    }
}
