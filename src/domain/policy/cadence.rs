//! How often a class, or one category of it, must be visited, as the policy's settings say.

use serde::{Deserialize, Serialize};

use super::{Origin, Policy, Setting, Value};
use crate::domain::class::HouseholdClass;
use crate::domain::label::HouseholdLabel;
use crate::domain::revisit::RevisitRule;
use crate::domain::visit::VisitMode;

/// How often a class, or one category of it, must be visited, and which visits count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    pub class: HouseholdClass,
    /// None: the whole class.
    pub category: Option<HouseholdLabel>,
    pub rule: RevisitRule,
    pub counted_modes: Vec<VisitMode>,
}

impl Policy {
    /// The cadence of a household: that of its category, else that of its class, else none.
    pub fn cadence(&self, class: HouseholdClass, category: Option<HouseholdLabel>) -> Option<&Cadence> {
        let of = |wanted: Option<HouseholdLabel>| {
            self.cadences.iter().find(|cadence| cadence.class == class && cadence.category == wanted)
        };
        category.and_then(|category| of(Some(category))).or_else(|| of(None))
    }

    /// Where the interval of a cadence comes from: the plan, the default, or this database.
    pub fn cadence_origin(&self, cadence: &Cadence) -> Option<Origin> {
        let (own, _) = cadence_settings(cadence.class, cadence.category)?;
        let (of_class, _) = cadence_settings(cadence.class, None)?;
        self.origin(own).or_else(|| self.origin(of_class))
    }

    pub(super) fn all_cadences(&self) -> Vec<Cadence> {
        use HouseholdClass::{Eliminated, Stable, Unresolved};
        let categories = HouseholdLabel::ALL.iter().copied().filter(|label| label.is_monitored_category());
        let of_categories = categories.map(|category| (Unresolved, Some(category)));
        let of_classes = [Unresolved, Eliminated, Stable].map(|class| (class, None));
        of_classes.into_iter().chain(of_categories).filter_map(|(class, category)| self.made(class, category)).collect()
    }

    /// The cadence that is stated for a class or a category; what a category leaves open is its class's.
    fn made(&self, class: HouseholdClass, category: Option<HouseholdLabel>) -> Option<Cadence> {
        let (rule, modes) = cadence_settings(class, category)?;
        let stated = [rule, modes].iter().any(|setting| self.value(*setting).is_some());
        let (class_rule, class_modes) = cadence_settings(class, None)?;
        let rule = self.value(rule).or_else(|| self.value(class_rule));
        let modes = self.value(modes).or_else(|| self.value(class_modes));
        match (rule, modes) {
            (Some(Value::Cadence(rule)), Some(Value::Modes(modes))) if stated => {
                Some(Cadence { class, category, rule: rule.clone(), counted_modes: modes.clone() })
            }
            _ => None,
        }
    }
}

/// The settings of the rule and of the counted modes.
fn cadence_settings(class: HouseholdClass, category: Option<HouseholdLabel>) -> Option<(Setting, Setting)> {
    Some(match (class, category) {
        (HouseholdClass::Unresolved, None) => (Setting::CadenceUnresolved, Setting::CountedModesUnresolved),
        (HouseholdClass::Eliminated, None) => (Setting::CadenceEliminated, Setting::CountedModesEliminated),
        (HouseholdClass::Stable, None) => (Setting::CadenceStable, Setting::CountedModesStable),
        (HouseholdClass::Unresolved, Some(HouseholdLabel::OutOfPovertyUnstable)) => {
            (Setting::CadenceOutOfPovertyUnstable, Setting::CountedModesOutOfPovertyUnstable)
        }
        (HouseholdClass::Unresolved, Some(HouseholdLabel::Edge)) => (Setting::CadenceEdge, Setting::CountedModesEdge),
        (HouseholdClass::Unresolved, Some(HouseholdLabel::SuddenHardship)) => {
            (Setting::CadenceSuddenHardship, Setting::CountedModesSuddenHardship)
        }
        _ => return None,
    })
}
