//! Household classes: derived from what the roster says, never typed.

use crate::domain::codes::coded;
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::label::HouseholdLabel;

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

/// Whether a household without a named category is monitored all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Monitored {
    /// Plainly, so that its category follows: never left *stable*.
    As(HouseholdLabel),
    /// Something speaks for it, and no category is named: the type decides, and whoever reads the list is told.
    Perhaps,
    No,
}

/// A general word for monitored stands there, or the category is empty beside what only monitored households
/// have. The category follows by the plans' own definition: registered poor before, 脱贫不稳定户; else
/// 边缘易致贫户. Of a household out of poverty the date of identification says nothing: it has one of its own,
/// from which its visits are counted.
pub fn monitored_without_category(facts: &Facts<HouseholdFact>) -> Monitored {
    use HouseholdFact as F;
    let (category, kind) = (label(facts, F::Category), label(facts, F::HouseholdType));
    let has = |fact: F| facts.get(fact).is_some();
    let is_general_word = [category, kind].contains(&Some(HouseholdLabel::Monitored));
    if monitored_category(facts).is_some() {
        return Monitored::No;
    }
    let hints = has(F::Risks) || facts.get(F::RiskEliminated) == Some("no");
    if category.is_some() && !is_general_word {
        return if hints { Monitored::Perhaps } else { Monitored::No };
    }
    let was_poor = matches!(kind, Some(HouseholdLabel::OutOfPoverty | HouseholdLabel::StablyOutOfPoverty));
    let is_plain = has(F::RiskEliminated) || has(F::EliminatedOn) || (has(F::IdentifiedOn) && !was_poor);
    if is_general_word || is_plain {
        let is_general = kind == Some(HouseholdLabel::General);
        let was_poor = was_poor || (!is_general && has(F::OutOfPovertyOn));
        return Monitored::As(if was_poor { HouseholdLabel::OutOfPovertyUnstable } else { HouseholdLabel::Edge });
    }
    if hints { Monitored::Perhaps } else { Monitored::No }
}

/// Risk not said to be eliminated, but with a date of elimination: taken as eliminated, with a warning.
pub fn elimination_only_dated(facts: &Facts<HouseholdFact>) -> bool {
    facts.get(HouseholdFact::RiskEliminated).is_none() && facts.get(HouseholdFact::EliminatedOn).is_some()
}

/// The class that follows from the facts. A named monitored category decides first; then what the category
/// column says, and last the household type.
pub fn derive_class(facts: &Facts<HouseholdFact>) -> Result<HouseholdClass, ClassUnknown> {
    if monitored_category(facts).is_some() {
        let eliminated = facts.get(HouseholdFact::RiskEliminated) == Some("yes") || elimination_only_dated(facts);
        return Ok(if eliminated { HouseholdClass::Eliminated } else { HouseholdClass::Unresolved });
    }
    let mut labels =
        [HouseholdFact::Category, HouseholdFact::HouseholdType].into_iter().filter_map(|fact| label(facts, fact));
    let class = |label| match label {
        HouseholdLabel::OutOfPoverty | HouseholdLabel::StablyOutOfPoverty => Some(HouseholdClass::Stable),
        HouseholdLabel::General => Some(HouseholdClass::General),
        _ => None,
    };
    labels.find_map(class).ok_or(ClassUnknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use HouseholdFact as F;

    #[test]
    fn a_plainly_monitored_household_is_never_left_stable() {
        use HouseholdLabel::{Edge, OutOfPovertyUnstable};
        use Monitored::{As, No, Perhaps};
        type Case<'a> = (&'a [(F, &'a str)], Monitored);
        let table: &[Case<'_>] = &[
            (&[(F::HouseholdType, "out_of_poverty"), (F::RiskEliminated, "no")], As(OutOfPovertyUnstable)),
            (&[(F::HouseholdType, "out_of_poverty"), (F::EliminatedOn, "2024")], As(OutOfPovertyUnstable)),
            (&[(F::HouseholdType, "out_of_poverty"), (F::IdentifiedOn, "2014")], No),
            (&[(F::HouseholdType, "out_of_poverty"), (F::IdentifiedOn, "2024"), (F::Risks, "illness")], Perhaps),
            (&[(F::HouseholdType, "general"), (F::IdentifiedOn, "2024")], As(Edge)),
            (&[(F::HouseholdType, "general"), (F::RiskEliminated, "no")], As(Edge)),
            (&[(F::HouseholdType, "out_of_poverty"), (F::Category, "monitored")], As(OutOfPovertyUnstable)),
            (&[(F::Category, "monitored")], As(Edge)),
            (&[(F::Category, "monitored"), (F::OutOfPovertyOn, "2019")], As(OutOfPovertyUnstable)),
            (&[(F::HouseholdType, "monitored"), (F::Risks, "illness")], As(Edge)),
            (&[(F::Category, "edge"), (F::RiskEliminated, "no")], No),
            (&[(F::Category, "out_of_poverty"), (F::IdentifiedOn, "2024"), (F::Risks, "illness")], Perhaps),
            (&[(F::Category, "out_of_poverty"), (F::IdentifiedOn, "2014")], No),
            (&[(F::Category, "out_of_poverty"), (F::RiskEliminated, "no")], Perhaps),
            (&[(F::HouseholdType, "out_of_poverty"), (F::IdentifiedOn, "2024-03-15")], No),
            (&[(F::HouseholdType, "out_of_poverty")], No),
            (&[], No),
        ];
        for (pairs, monitored) in table {
            let mut facts = Facts::default();
            for (fact, value) in *pairs {
                facts.set(*fact, value).unwrap();
            }
            assert_eq!(monitored_without_category(&facts), *monitored, "{pairs:?}");
        }
    }

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
            (&[(F::HouseholdType, "out_of_poverty"), (F::Category, "general")], Ok(General)),
            (&[(F::HouseholdType, "general"), (F::Category, "out_of_poverty")], Ok(Stable)),
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
