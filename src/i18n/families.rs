//! Every family of codes that has words: what the test of the locale files goes by.

use crate::domain::checks::{Check, CheckAnswer, HousingGrade, WaterIndicator, WaterLevel, WaterSource};
use crate::domain::class::HouseholdClass;
use crate::domain::codes::Coded;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::income::{IncomeItem, IncomeSource};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::member_answers::{Insurance, Schooling};
use crate::domain::problem::ProblemState;
use crate::domain::revisit::RevisitState;
use crate::domain::rough_date::Precision;
use crate::domain::spending::SpendingKind;
use crate::domain::status::StatusKind;
use crate::domain::verdict::Verdict;
use crate::domain::visit::{LifeChange, SignatureKind, VisitMode, VisitOrigin, VisitOutcome, VisitPurpose};

fn family<T: Coded>() -> (&'static str, Vec<&'static str>) {
    (T::FAMILY, T::VALUES.iter().map(|value| value.stable_code()).collect())
}

/// The families and their codes. The words for a code stand under `Family-code`.
pub fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        family::<Check>(),
        family::<CheckAnswer>(),
        family::<HouseholdClass>(),
        family::<HouseholdFact>(),
        family::<HouseholdLabel>(),
        family::<HousingGrade>(),
        family::<IncomeItem>(),
        family::<IncomeSource>(),
        family::<Insurance>(),
        family::<LifeChange>(),
        family::<MemberFact>(),
        family::<Precision>(),
        family::<ProblemState>(),
        family::<RevisitState>(),
        family::<RiskType>(),
        family::<Schooling>(),
        family::<SignatureKind>(),
        family::<SpendingKind>(),
        family::<StatusKind>(),
        family::<Verdict>(),
        family::<VisitMode>(),
        family::<VisitOrigin>(),
        family::<VisitOutcome>(),
        family::<VisitPurpose>(),
        family::<WaterIndicator>(),
        family::<WaterLevel>(),
        family::<WaterSource>(),
    ]
}
