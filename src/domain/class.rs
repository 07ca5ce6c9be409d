//! Household classes: derived from what the roster says, never typed.

use super::codes::coded;
use super::facts::{Facts, HouseholdFact};
use super::label::HouseholdLabel;

coded! {
    /// The class that decides how often a household must be revisited.
    HouseholdClass {
        /// 未消除风险监测户
        Unresolved = "unresolved",
        /// 已消除风险监测户
        Eliminated = "eliminated",
        /// 稳定脱贫户
        Stable = "stable",
        /// 一般农户
        General = "general",
    }
}

/// Neither a monitored category nor a known household type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("class_unknown")]
pub struct ClassUnknown;

fn label(facts: &Facts<HouseholdFact>, fact: HouseholdFact) -> Option<HouseholdLabel> {
    facts.get(fact).and_then(HouseholdLabel::from_code)
}

/// The monitored category, from 监测对象类别, else from 户类型.
pub fn monitored_category(facts: &Facts<HouseholdFact>) -> Option<HouseholdLabel> {
    [HouseholdFact::Category, HouseholdFact::HouseholdType]
        .into_iter()
        .filter_map(|fact| label(facts, fact))
        .find(|label| label.is_monitored_category())
}

/// The label shown for a household: its monitored category, else whatever the roster calls it.
pub fn shown_label(facts: &Facts<HouseholdFact>) -> Option<HouseholdLabel> {
    monitored_category(facts)
        .or_else(|| label(facts, HouseholdFact::Category))
        .or_else(|| label(facts, HouseholdFact::HouseholdType))
}

/// Risk not said to be eliminated, but with a date of elimination: taken as eliminated, with a warning.
pub fn elimination_only_dated(facts: &Facts<HouseholdFact>) -> bool {
    facts.get(HouseholdFact::RiskEliminated).is_none() && facts.get(HouseholdFact::EliminatedOn).is_some()
}

/// The class that follows from the facts. A named monitored category decides first.
pub fn derive_class(facts: &Facts<HouseholdFact>) -> Result<HouseholdClass, ClassUnknown> {
    if monitored_category(facts).is_some() {
        let eliminated = facts.get(HouseholdFact::RiskEliminated) == Some("yes") || elimination_only_dated(facts);
        return Ok(if eliminated { HouseholdClass::Eliminated } else { HouseholdClass::Unresolved });
    }
    let labels = [HouseholdFact::Category, HouseholdFact::HouseholdType].map(|fact| label(facts, fact));
    let named = |wanted: &[HouseholdLabel]| labels.iter().flatten().any(|label| wanted.contains(label));
    if named(&[HouseholdLabel::OutOfPoverty, HouseholdLabel::StablyOutOfPoverty]) {
        Ok(HouseholdClass::Stable)
    } else if named(&[HouseholdLabel::General]) {
        Ok(HouseholdClass::General)
    } else {
        Err(ClassUnknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use HouseholdFact as F;

    #[test]
    fn the_class_follows_from_the_labels() {
        use HouseholdClass::{Eliminated, General, Stable, Unresolved};
        type Case<'a> = (&'a [(F, &'a str)], Result<HouseholdClass, ClassUnknown>);
        let table: &[Case<'_>] = &[
            (&[(F::Category, "edge")], Ok(Unresolved)),
            (&[(F::Category, "edge"), (F::RiskEliminated, "no")], Ok(Unresolved)),
            (&[(F::Category, "edge"), (F::RiskEliminated, "yes")], Ok(Eliminated)),
            (&[(F::Category, "edge"), (F::EliminatedOn, "2025-01")], Ok(Eliminated)),
            (&[(F::Category, "edge"), (F::RiskEliminated, "no"), (F::EliminatedOn, "2025")], Ok(Unresolved)),
            (&[(F::HouseholdType, "sudden_hardship")], Ok(Unresolved)),
            (&[(F::Category, "out_of_poverty_unstable"), (F::HouseholdType, "out_of_poverty")], Ok(Unresolved)),
            (&[(F::HouseholdType, "out_of_poverty")], Ok(Stable)),
            (&[(F::Category, "stably_out_of_poverty")], Ok(Stable)),
            (&[(F::HouseholdType, "out_of_poverty"), (F::RiskEliminated, "yes")], Ok(Stable)),
            (&[(F::HouseholdType, "general")], Ok(General)),
            (&[(F::HouseholdType, "monitored")], Err(ClassUnknown)),
            (&[], Err(ClassUnknown)),
        ];
        for (pairs, class) in table {
            let mut facts = Facts::default();
            for (fact, value) in *pairs {
                facts.set(*fact, value).unwrap();
            }
            assert_eq!(derive_class(&facts), *class, "{pairs:?}");
        }
    }
}
