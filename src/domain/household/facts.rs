//! Facts: what a roster or a hand states about a household or a member, each held in one canonical
//! text. Merging a roster and listing what changed work on facts alike. A new fact has its line here and its
//! canonical form; the compiler asks for its words, its column and its place in the export.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::clean::{clean_name, clean_text};
use crate::domain::codes::coded;
use crate::domain::label::HouseholdLabel;
use crate::domain::personal::Personal;

pub use super::canonical::{FACT_MAX_CHARS, FactFault, NONE, SOME};
use super::canonical::{
    bounded, canonical_answer, canonical_date, canonical_grade, canonical_kind, canonical_number, canonical_phone,
    canonical_population, canonical_risks,
};

coded! {
    /// What is known of a household.
    HouseholdFact {
        /// 户主姓名
        Name = "name",
        /// 户主证件号码
        IdNumber = "id_number",
        Phone = "phone",
        Township = "township",
        Village = "village",
        /// 村民小组
        Group = "group",
        /// 家庭人口数, 1 to 99
        Population = "population",
        /// 户类型, a [`HouseholdLabel`]
        HouseholdType = "household_type",
        /// 监测对象类别, a [`HouseholdLabel`]
        Category = "category",
        /// 识别监测时间
        IdentifiedOn = "identified_on",
        /// 录入系统时间: entry into the national system after the decision
        EnteredOn = "entered_on",
        /// 脱贫时间
        OutOfPovertyOn = "out_of_poverty_on",
        /// 风险是否已消除, `yes` or `no`
        RiskEliminated = "risk_eliminated",
        /// 风险消除时间
        EliminatedOn = "eliminated_on",
        /// 致贫返贫风险, codes of `RiskType` with commas between
        Risks = "risks",
        /// 帮扶联系人
        Contact = "contact",
        /// 整户低保: the whole household has the minimum allowance, `yes` or `no`
        MinimumAllowance = "minimum_allowance",
        /// 整户低保自何时起
        MinimumAllowanceSince = "minimum_allowance_since",
        /// 低保申请时间
        AllowanceAppliedOn = "allowance_applied_on",
        /// 易地搬迁安置点: the site to which it was relocated
        RelocatedTo = "relocated_to",
        /// 危房改造等: the scheme under which the dwelling was rebuilt
        DwellingScheme = "dwelling_scheme",
        /// 家庭成员认定依据: why the number of people is another than that of the register
        MemberGround = "member_ground",
    }
}

coded! {
    /// What is known of a member of a household.
    MemberFact {
        Name = "name",
        /// 与户主关系: `head`, else the word of the file
        Relation = "relation",
        IdNumber = "id_number",
        Sex = "sex",
        BornOn = "born_on",
        /// 在校生状况 or 文化程度, as the file says
        Schooling = "schooling",
        /// 健康状况, as the file says
        Health = "health",
        /// 劳动技能, as the file says
        Labour = "labour",
        /// 特困供养: a code of [`Support`]
        Supported = "supported",
        /// 特困自何时起
        SupportedSince = "supported_since",
        /// 残疾类别, or `no`
        Disability = "disability",
        /// 残疾等级, 1 to 4
        DisabilityGrade = "disability_grade",
        /// 残疾自何时起
        DisabilitySince = "disability_since",
        /// 大病: what, or `no`
        SevereIllness = "severe_illness",
        SevereIllnessSince = "severe_illness_since",
        /// 慢性病: what, or `no`
        ChronicIllness = "chronic_illness",
        ChronicIllnessSince = "chronic_illness_since",
        /// 低保, `yes` or `no`
        MinimumAllowance = "minimum_allowance",
        MinimumAllowanceSince = "minimum_allowance_since",
    }
}

coded! {
    /// How a person in special hardship 特困人员 is supported.
    Support {
        /// 分散供养
        Dispersed = "dispersed",
        /// 集中供养
        Central = "central",
        /// Not said how
        Unspecified = "unspecified",
        /// 非特困
        None = "none",
    }
}

impl Support {
    /// Whether a fact says that a person is supported.
    pub fn is_given(stated: &str) -> bool {
        Self::from_code(stated).is_some_and(|support| support != Self::None)
    }
}

/// A kind of fact: knows the one form in which its value is kept.
pub trait Fact: Copy + Ord {
    /// The canonical text, or why there is none. Never empty.
    fn canonical(self, text: &str) -> Result<String, FactFault>;

    /// A day, a month or a year.
    fn is_date(self) -> bool;
}

impl Fact for HouseholdFact {
    fn canonical(self, text: &str) -> Result<String, FactFault> {
        match self {
            Self::IdNumber => bounded(canonical_number(text)),
            Self::Phone => bounded(canonical_phone(text)),
            Self::Name | Self::Contact | Self::Township | Self::Village | Self::Group => bounded(clean_name(text)),
            Self::Population => canonical_population(text),
            Self::HouseholdType | Self::Category => {
                HouseholdLabel::from_code(text).map(|label| label.code().to_owned()).ok_or(FactFault::Unreadable)
            }
            Self::IdentifiedOn
            | Self::EnteredOn
            | Self::OutOfPovertyOn
            | Self::EliminatedOn
            | Self::MinimumAllowanceSince
            | Self::AllowanceAppliedOn => canonical_date(text),
            Self::RiskEliminated | Self::MinimumAllowance => canonical_answer(text),
            Self::Risks => canonical_risks(text),
            Self::RelocatedTo | Self::DwellingScheme => bounded(canonical_kind(text)),
            Self::MemberGround => bounded(clean_text(text)),
        }
    }

    fn is_date(self) -> bool {
        matches!(
            self,
            Self::IdentifiedOn
                | Self::EnteredOn
                | Self::OutOfPovertyOn
                | Self::EliminatedOn
                | Self::MinimumAllowanceSince
                | Self::AllowanceAppliedOn
        )
    }
}

impl Fact for MemberFact {
    fn canonical(self, text: &str) -> Result<String, FactFault> {
        match self {
            Self::Name => bounded(clean_name(text)),
            Self::IdNumber => bounded(canonical_number(text)),
            Self::BornOn
            | Self::SupportedSince
            | Self::DisabilitySince
            | Self::SevereIllnessSince
            | Self::ChronicIllnessSince
            | Self::MinimumAllowanceSince => canonical_date(text),
            Self::Disability | Self::SevereIllness | Self::ChronicIllness => bounded(canonical_kind(text)),
            Self::DisabilityGrade => canonical_grade(text),
            Self::MinimumAllowance => canonical_answer(text),
            Self::Supported => Support::from_code(text).map(|it| it.code().to_owned()).ok_or(FactFault::Unreadable),
            Self::Relation | Self::Sex | Self::Schooling | Self::Health | Self::Labour => bounded(clean_text(text)),
        }
    }

    fn is_date(self) -> bool {
        matches!(
            self,
            Self::BornOn
                | Self::SupportedSince
                | Self::DisabilitySince
                | Self::SevereIllnessSince
                | Self::ChronicIllnessSince
                | Self::MinimumAllowanceSince
        )
    }
}

/// The facts known of one household or member. A fact without a value is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts<F: Ord>(BTreeMap<F, Personal>);

impl<F: Ord> Default for Facts<F> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<F: Fact> Facts<F> {
    pub fn get(&self, fact: F) -> Option<&str> {
        self.0.get(&fact).map(|value| &**value)
    }

    /// Keeps a value in its canonical form; a blank text takes the fact away.
    pub fn set(&mut self, fact: F, text: &str) -> Result<(), FactFault> {
        if text.trim().is_empty() {
            self.0.remove(&fact);
        } else {
            self.0.insert(fact, fact.canonical(text)?.into());
        }
        Ok(())
    }

    pub fn iter(&self) -> impl Iterator<Item = (F, &str)> {
        self.0.iter().map(|(fact, value)| (*fact, &**value))
    }

    fn insert_canonical(&mut self, fact: F, value: &str) {
        self.0.insert(fact, value.into());
    }
}

/// One fact that a new roster changes: what was there, what comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactChange<F> {
    pub fact: F,
    pub old: Option<Personal>,
    pub new: Personal,
}

/// What comes of comparing a roster's facts with those on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge<F: Ord> {
    /// The facts to keep from now on.
    pub merged: Facts<F>,
    pub changes: Vec<FactChange<F>>,
    /// Changed in the file and by hand: the local value stays.
    pub conflicts: Vec<FactChange<F>>,
}

/// Compares a roster with what the last roster brought, not with the present values: a blank erases
/// nothing; what changed in the file is taken; what changed in the file and by hand is a conflict.
pub fn merge_roster<F: Fact>(local: &Facts<F>, last_roster: &Facts<F>, file: &Facts<F>) -> Merge<F> {
    let mut merge = Merge { merged: local.clone(), changes: Vec::new(), conflicts: Vec::new() };
    for (fact, value) in file.iter() {
        let (here, before) = (local.get(fact), last_roster.get(fact));
        // A date is not replaced by its own month or year.
        let is_less_exact = fact.is_date() && here.is_some_and(|here| here.starts_with(value));
        if before == Some(value) || here == Some(value) || is_less_exact {
            continue;
        }
        let change = FactChange { fact, old: here.map(Personal::from), new: value.into() };
        if here == before {
            merge.merged.insert_canonical(fact, value);
            merge.changes.push(change);
        } else {
            merge.conflicts.push(change);
        }
    }
    merge
}

/// What the last roster brought, after this one: a blank in the file leaves the older value standing.
pub fn renewed_roster<F: Fact>(last_roster: &Facts<F>, file: &Facts<F>) -> Facts<F> {
    let mut renewed = last_roster.clone();
    for (fact, value) in file.iter() {
        renewed.insert_canonical(fact, value);
    }
    renewed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(pairs: &[(HouseholdFact, &str)]) -> Facts<HouseholdFact> {
        let mut facts = Facts::default();
        for (fact, value) in pairs {
            facts.set(*fact, value).unwrap();
        }
        facts
    }

    #[test]
    fn facts_are_kept_in_one_form() {
        use HouseholdFact as F;
        let known = facts(&[
            (F::Name, " 王\u{3000}小明 "),
            (F::IdNumber, "99414919640819918x"),
            (F::Phone, "138-1234 5678"),
            (F::Population, "４人"),
            (F::IdentifiedOn, "2024.3"),
            (F::Risks, "illness,disability,illness"),
        ]);
        let kept: Vec<_> = known.iter().map(|(_, value)| value).collect();
        assert_eq!(kept, ["王小明", "99414919640819918X", "13812345678", "4", "2024-03", "illness,disability"]);
    }

    #[test]
    fn nonsense_is_no_fact() {
        use HouseholdFact as F;
        for (fact, text) in
            [(F::Population, "0"), (F::Population, "许多"), (F::IdentifiedOn, "去年"), (F::Category, "x")]
        {
            assert_eq!(Facts::default().set(fact, text), Err(FactFault::Unreadable));
        }
        assert_eq!(Facts::default().set(F::Name, &"王".repeat(201)), Err(FactFault::TooLong));
    }

    #[test]
    fn a_date_is_not_replaced_by_its_own_month_and_is_by_another() {
        use HouseholdFact as F;
        let local = facts(&[(F::IdentifiedOn, "2024-03-15"), (F::Population, "12")]);
        let same = merge_roster(&local, &local, &facts(&[(F::IdentifiedOn, "2024-03"), (F::Population, "1")]));
        assert_eq!(same.merged, facts(&[(F::IdentifiedOn, "2024-03-15"), (F::Population, "1")]));
        assert_eq!((same.changes.len(), same.conflicts.len()), (1, 0));
        let other = merge_roster(&local, &local, &facts(&[(F::IdentifiedOn, "2024-04")]));
        assert_eq!(other.merged.get(F::IdentifiedOn), Some("2024-04"));
        let year = merge_roster(&local, &Facts::default(), &facts(&[(F::IdentifiedOn, "2024")]));
        assert!(year.changes.is_empty() && year.conflicts.is_empty());
    }

    #[test]
    fn a_roster_is_compared_with_the_last_roster() {
        use HouseholdFact as F;
        let old = facts(&[(F::Phone, "1"), (F::Village, "甲"), (F::Group, "一"), (F::Township, "镇")]);
        let local = facts(&[(F::Phone, "2"), (F::Village, "甲"), (F::Group, "二"), (F::Township, "乡")]);
        let file =
            facts(&[(F::Phone, "1"), (F::Village, "乙"), (F::Group, "三"), (F::Township, "乡"), (F::Name, "王")]);
        let merge = merge_roster(&local, &old, &file);
        let named = |changes: &[FactChange<F>]| changes.iter().map(|c| c.fact).collect::<Vec<_>>();
        assert_eq!(named(&merge.changes), [F::Name, F::Village]);
        assert_eq!(named(&merge.conflicts), [F::Group]);
        assert_eq!(
            merge.merged,
            facts(&[(F::Name, "王"), (F::Phone, "2"), (F::Village, "乙"), (F::Group, "二"), (F::Township, "乡")])
        );
        let again = merge_roster(&merge.merged, &renewed_roster(&old, &file), &file);
        assert!(again.changes.is_empty() && again.conflicts.is_empty(), "the same file twice changes nothing");
    }
}
