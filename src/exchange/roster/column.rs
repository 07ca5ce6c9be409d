//! What a column of a roster can hold, and by which headings it is known.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::codes::coded;
use crate::domain::facts::HouseholdFact;

coded! {
    /// What a column of a roster can hold.
    Column {
        Code = "code",
        HeadName = "head_name",
        PersonName = "person_name",
        HeadIdNumber = "head_id_number",
        IdNumber = "id_number",
        Phone = "phone",
        /// A member's own: it serves where the household's is not there.
        PersonPhone = "person_phone",
        Township = "township",
        Village = "village",
        Group = "group",
        /// Words over the columns of the head, from which a bare 姓名 under them takes its meaning.
        OfHead = "of_head",
        /// Township, village and group in one.
        Address = "address",
        Population = "population",
        HouseholdType = "household_type",
        Category = "category",
        IdentifiedOn = "identified_on",
        EnteredOn = "entered_on",
        OutOfPovertyOn = "out_of_poverty_on",
        RiskEliminated = "risk_eliminated",
        EliminatedOn = "eliminated_on",
        Risk = "risk",
        Contact = "contact",
        /// What is told of the contact besides the name: unit, post, phone.
        OfContact = "of_contact",
        LastVisit = "last_visit",
        MemberCode = "member_code",
        Relation = "relation",
        Sex = "sex",
        BornOn = "born_on",
        Schooling = "schooling",
        Health = "health",
        Labour = "labour",
        Supported = "supported",
        SupportedSince = "supported_since",
        Disability = "disability",
        DisabilityGrade = "disability_grade",
        DisabilitySince = "disability_since",
        SevereIllness = "severe_illness",
        SevereIllnessSince = "severe_illness_since",
        ChronicIllness = "chronic_illness",
        ChronicIllnessSince = "chronic_illness_since",
        /// 低保: in a list of members the person's, else the household's.
        MinimumAllowance = "minimum_allowance",
        MinimumAllowanceSince = "minimum_allowance_since",
        /// 整户低保
        WholeAllowance = "whole_allowance",
        WholeAllowanceSince = "whole_allowance_since",
        AllowanceAppliedOn = "allowance_applied_on",
        RelocatedTo = "relocated_to",
        DwellingScheme = "dwelling_scheme",
        MemberGround = "member_ground",
        /// 是否自然减少: dead or married away.
        Gone = "gone",
    }
}

impl Column {
    /// Those that a person may say a heading is, in the order in which they are shown.
    pub const ASSIGNABLE: &'static [Self] = &[
        Self::Code,
        Self::HeadName,
        Self::HeadIdNumber,
        Self::Phone,
        Self::Township,
        Self::Village,
        Self::Group,
        Self::Address,
        Self::Population,
        Self::HouseholdType,
        Self::Category,
        Self::IdentifiedOn,
        Self::EnteredOn,
        Self::OutOfPovertyOn,
        Self::RiskEliminated,
        Self::EliminatedOn,
        Self::Risk,
        Self::Contact,
        Self::LastVisit,
        Self::MemberCode,
        Self::PersonName,
        Self::IdNumber,
        Self::PersonPhone,
        Self::Relation,
        Self::Sex,
        Self::BornOn,
        Self::Schooling,
        Self::Health,
        Self::Labour,
        Self::Supported,
        Self::SupportedSince,
        Self::Disability,
        Self::DisabilityGrade,
        Self::DisabilitySince,
        Self::SevereIllness,
        Self::SevereIllnessSince,
        Self::ChronicIllness,
        Self::ChronicIllnessSince,
        Self::MinimumAllowance,
        Self::MinimumAllowanceSince,
        Self::WholeAllowance,
        Self::WholeAllowanceSince,
        Self::AllowanceAppliedOn,
        Self::RelocatedTo,
        Self::DwellingScheme,
        Self::MemberGround,
        Self::Gone,
    ];

    /// What only a list of members can hold, and a list of households says of nobody in particular.
    pub(super) const OF_A_MEMBER: &'static [Self] = &[
        Self::Supported,
        Self::SupportedSince,
        Self::Disability,
        Self::DisabilityGrade,
        Self::DisabilitySince,
        Self::SevereIllness,
        Self::SevereIllnessSince,
        Self::ChronicIllness,
        Self::ChronicIllnessSince,
        Self::MinimumAllowance,
        Self::MinimumAllowanceSince,
    ];

    /// Where a fact may stand.
    pub const fn of_fact(fact: HouseholdFact) -> &'static [Self] {
        use HouseholdFact as F;
        match fact {
            F::Name => &[Self::HeadName, Self::PersonName],
            F::IdNumber => &[Self::HeadIdNumber, Self::IdNumber],
            F::Phone => &[Self::Phone, Self::PersonPhone],
            F::Township => &[Self::Township, Self::Address],
            F::Village => &[Self::Village, Self::Address],
            F::Group => &[Self::Group, Self::Address],
            F::Population => &[Self::Population],
            F::HouseholdType => &[Self::HouseholdType],
            F::Category => &[Self::Category],
            F::IdentifiedOn => &[Self::IdentifiedOn],
            F::EnteredOn => &[Self::EnteredOn],
            F::OutOfPovertyOn => &[Self::OutOfPovertyOn],
            F::RiskEliminated => &[Self::RiskEliminated],
            F::EliminatedOn => &[Self::EliminatedOn, Self::RiskEliminated],
            F::Risks => &[Self::Risk],
            F::Contact => &[Self::Contact],
            F::MinimumAllowance => &[Self::WholeAllowance, Self::MinimumAllowance],
            F::MinimumAllowanceSince => &[Self::WholeAllowanceSince, Self::MinimumAllowanceSince],
            F::AllowanceAppliedOn => &[Self::AllowanceAppliedOn],
            F::RelocatedTo => &[Self::RelocatedTo],
            F::DwellingScheme => &[Self::DwellingScheme],
            F::MemberGround => &[Self::MemberGround],
        }
    }

    /// One row can say only one thing there: two columns that differ are a doubt.
    pub(super) const fn says_one_thing(self) -> bool {
        match self {
            Self::Code
            | Self::HeadName
            | Self::HeadIdNumber
            | Self::Township
            | Self::Village
            | Self::Group
            | Self::Population
            | Self::HouseholdType
            | Self::Category
            | Self::IdentifiedOn
            | Self::EnteredOn
            | Self::OutOfPovertyOn
            | Self::RiskEliminated
            | Self::EliminatedOn
            | Self::Contact => true,
            Self::PersonName
            | Self::IdNumber
            | Self::Phone
            | Self::PersonPhone
            | Self::OfHead
            | Self::Address
            | Self::Risk
            | Self::OfContact
            | Self::LastVisit
            | Self::MemberCode
            | Self::Relation
            | Self::Sex
            | Self::BornOn
            | Self::Schooling
            | Self::Health
            | Self::Labour
            | Self::Supported
            | Self::SupportedSince
            | Self::Disability
            | Self::DisabilityGrade
            | Self::DisabilitySince
            | Self::SevereIllness
            | Self::SevereIllnessSince
            | Self::ChronicIllness
            | Self::ChronicIllnessSince
            | Self::MinimumAllowance
            | Self::MinimumAllowanceSince
            | Self::WholeAllowance
            | Self::WholeAllowanceSince
            | Self::AllowanceAppliedOn
            | Self::RelocatedTo
            | Self::DwellingScheme
            | Self::MemberGround
            | Self::Gone => false,
        }
    }
}

static NAMES: LazyLock<BTreeMap<Column, Vec<String>>> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/roster/columns.toml")).unwrap_or_default());

static ALIASES: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let pairs = NAMES.iter().flat_map(|(column, names)| names.iter().map(move |name| (plain_heading(name), *column)));
    pairs.collect()
});

/// The usual heading of a column.
pub(super) fn first_alias(column: Column) -> String {
    NAMES.get(&column).and_then(|names| names.first()).cloned().unwrap_or_default()
}

/// A heading without what varies from form to form.
pub(super) fn plain_heading(text: &str) -> String {
    let folded = clean_text(&fold_width(text)).to_lowercase();
    let plain = folded.chars().filter(|c| !matches!(c, ' ' | '*' | '★' | ':' | '_' | '/' | '、' | '(' | ')'));
    plain.collect()
}

/// The heading without what stands in brackets, a number before it, or *required* behind it.
fn bare(text: &str) -> String {
    let mut depth = 0_u32;
    let folded = fold_width(text);
    let outside: String = folded
        .chars()
        .filter(|c| {
            let is_outside = depth == 0 && *c != '(';
            match c {
                '(' | '[' | '【' => depth += 1,
                ')' | ']' | '】' => depth = depth.saturating_sub(1),
                _ => {}
            }
            is_outside
        })
        .collect();
    let name = plain_heading(&outside);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、'));
    name.trim_end_matches("必填").trim_end_matches("选填").to_owned()
}

/// The column that a heading alone names.
pub(super) fn column_of(text: &str) -> Option<Column> {
    if text.chars().count() > 40 {
        return None;
    }
    let (whole, bare) = (plain_heading(text), bare(text));
    let numbered = || {
        let base = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        ALIASES.get(base).copied().filter(|column| *column == Column::Risk)
    };
    ALIASES.get(&whole).or_else(|| ALIASES.get(&bare)).copied().or_else(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_names() {
        for column in Column::ALL {
            assert!(ALIASES.values().any(|known| known == column), "{column:?}");
        }
    }

    #[test]
    fn headings_are_known_by_their_usual_names() {
        for (text, column) in [
            ("户编号", Column::Code),
            (" 户主\n姓名 * ", Column::HeadName),
            ("村（社区）", Column::Village),
            ("村(社区)", Column::Village),
            ("自然村(组)", Column::Group),
            ("自然村（屯、组）", Column::Group),
            ("组（屯）", Column::Group),
            ("致贫返贫风险", Column::Risk),
            ("致贫/返贫风险3", Column::Risk),
            ("监测联系人", Column::Contact),
            ("易返贫致贫户(监测对象)类型", Column::Category),
            ("监测对象类别（下拉选择）", Column::Category),
            ("户编号（必填）", Column::Code),
            ("1.户编号", Column::Code),
            ("身份证号码（18位）", Column::IdNumber),
            ("家庭人口（人）", Column::Population),
            ("Household Code", Column::Code),
            ("ID_number", Column::IdNumber),
        ] {
            assert_eq!(column_of(text), Some(column), "{text}");
        }
        assert_eq!(column_of("备注"), None);
        assert_eq!(column_of("户编号2"), None);
    }
}
