//! A policy: what a plan fixes as a number or a rule, read from a file. Nothing of it is in code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::class::HouseholdClass;
use super::income::IncomeSource;
use super::label::HouseholdLabel;
use super::revisit::RevisitRule;
use super::visit::VisitMode;

/// Raised when the rules reckon differently with the same policy, so that stored due dates are renewed.
const RULES_VERSION: u32 = 1;

/// How often a class, or one category of it, must be visited, and which visits count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    pub class: HouseholdClass,
    /// None: the whole class.
    #[serde(default)]
    pub category: Option<HouseholdLabel>,
    #[serde(flatten)]
    pub rule: RevisitRule,
    pub counted_modes: Vec<VisitMode>,
}

/// One plan's numbers and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub id: String,
    /// By language.
    pub title: BTreeMap<String, String>,
    pub cadence: Vec<Cadence>,
    /// Sources of income that are preset as not counting.
    #[serde(default)]
    pub uncounted_sources: Vec<IncomeSource>,
    pub warnings: WarningThresholds,
}

/// From where on an entry looks odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarningThresholds {
    /// A month's wage above nothing and below this, in yuan.
    pub wage_below_yuan: i64,
    /// An amount at least so many times, or at most one so-manieth of, last time's.
    pub jump_factor: i64,
}

/// The file is no policy; the text says where and why.
#[derive(Debug, Clone, thiserror::Error)]
#[error("policy_unreadable: {0}")]
pub struct PolicyUnreadable(String);

impl Policy {
    /// Reads a policy file.
    pub fn from_toml(text: &str) -> Result<Self, PolicyUnreadable> {
        let policy: Self = toml::from_str(text).map_err(|error| PolicyUnreadable(error.to_string()))?;
        let WarningThresholds { wage_below_yuan, jump_factor } = policy.warnings;
        if !(0..=1_000_000).contains(&wage_below_yuan) || !(2..=100).contains(&jump_factor) {
            return Err(PolicyUnreadable("warnings: wage_below_yuan is 0 to 1000000, jump_factor 2 to 100".to_owned()));
        }
        Ok(policy)
    }

    /// The policy that ships with the program and that others start from.
    pub fn default_policy() -> Result<Self, PolicyUnreadable> {
        Self::from_toml(include_str!("../../assets/policies/default.toml"))
    }

    /// The cadence of a household: that of its category, else that of its class, else none.
    pub fn cadence(&self, class: HouseholdClass, category: Option<HouseholdLabel>) -> Option<&Cadence> {
        let of = |wanted: Option<HouseholdLabel>| {
            self.cadence.iter().find(|cadence| cadence.class == class && cadence.category == wanted)
        };
        category.and_then(|category| of(Some(category))).or_else(|| of(None))
    }

    /// Two policies with the same fingerprint give the same due dates.
    pub fn fingerprint(&self) -> String {
        format!("{RULES_VERSION}:{:?}", self.cadence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_policy_holds_the_three_intervals() {
        let policy = Policy::default_policy().unwrap();
        for (class, rule) in [
            (HouseholdClass::Unresolved, RevisitRule::calendar(1)),
            (HouseholdClass::Eliminated, RevisitRule::rolling(6)),
            (HouseholdClass::Stable, RevisitRule::rolling(12)),
        ] {
            let cadence = policy.cadence(class, Some(HouseholdLabel::Edge)).unwrap();
            assert_eq!(Ok(&cadence.rule), rule.as_ref());
            assert_eq!(cadence.counted_modes, [VisitMode::Home]);
        }
        assert!(policy.cadence(HouseholdClass::General, None).is_none());
    }

    #[test]
    fn a_category_may_have_a_cadence_of_its_own() {
        let policy = Policy::from_toml(
            "id = 'x'\ntitle = {}\nwarnings = {wage_below_yuan = 100, jump_factor = 2}\n\
             [[cadence]]\nclass = 'unresolved'\nrule = 'calendar'\nmonths = 1\ncounted_modes = ['home']\n\
             [[cadence]]\nclass = 'unresolved'\ncategory = 'edge'\nrule = 'rounds'\nround_months = [6, 12]\ncounted_modes = ['phone']\n",
        )
        .unwrap();
        let rule = |category| policy.cadence(HouseholdClass::Unresolved, category).map(|c| c.rule.clone());
        assert_eq!(rule(Some(HouseholdLabel::Edge)), RevisitRule::rounds(&[6, 12]).ok());
        assert_eq!(rule(Some(HouseholdLabel::SuddenHardship)), RevisitRule::calendar(1).ok());
    }

    #[test]
    fn impossible_numbers_and_unknown_keys_are_refused() {
        let cadence = |months: u32| {
            format!(
                "id='x'\ntitle={{}}\nwarnings={{wage_below_yuan=100,jump_factor=2}}\n[[cadence]]\nclass='stable'\nrule='rolling'\nmonths={months}\ncounted_modes=[]\n"
            )
        };
        assert!(Policy::from_toml(&cadence(12)).is_ok());
        assert!(Policy::from_toml(&cadence(61)).is_err());
        assert!(Policy::from_toml("id='x'\ntitle={}\ncadence=[]\nlines=1\n").is_err());
        let factor = cadence(12).replace("jump_factor=2", "jump_factor=1");
        assert!(Policy::from_toml(&factor).is_err(), "every amount would have jumped");
    }
}
