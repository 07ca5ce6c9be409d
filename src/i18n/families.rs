//! Every family of codes that has words: what the test of the locale files goes by.

use crate::domain::alert::AlertKind;
use crate::domain::assessment::{AssessmentKind, Condition, ConditionState, LookHarder, Outcome};
use crate::domain::attestation::AttestedMatter;
use crate::domain::audit_finding::AuditKind;
use crate::domain::audited::AuditedKind;
use crate::domain::checks::{Check, CheckAnswer, HousingGrade, WaterIndicator, WaterLevel, WaterSource};
use crate::domain::class::HouseholdClass;
use crate::domain::clue::{ClueOutcome, ClueSource, ClueState};
use crate::domain::clue_entry::{ClueFault, ClueRefusal};
use crate::domain::codes::Coded;
use crate::domain::facts::{HouseholdFact, MemberFact, Support};
use crate::domain::fall_reason::FallReason;
use crate::domain::group_mark::GroupMarkFault;
use crate::domain::income::{IncomeFormula, IncomeItem, IncomeSource};
use crate::domain::income_change::IncomeTrend;
use crate::domain::key_group::{GroupFound, GroupWanting};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::leak::Leak;
use crate::domain::measure::{MeasureAnswer, MeasureKind};
use crate::domain::member_answers::{Insurance, Schooling};
use crate::domain::notice::NoticeKind;
use crate::domain::overview::{OverviewBy, OverviewMeasure};
use crate::domain::policy::{
    DayKind, GroupRule, GroupUse, MeetingKind, MemberRule, NoLabour, Origin, PaperForm, PolicyFault, ProcedureKind,
    Purpose, RoundCounts, RoundScope, Setting, Signed, StepKind,
};
use crate::domain::policy_followed::PolicyAnswer;
use crate::domain::problem::ProblemState;
use crate::domain::procedure::fault::ProcedureFault;
use crate::domain::procedure::{BeginFault, FoundBy, GroundAnswer, ProcedureEnd, Role, StepResult};
use crate::domain::question::Question;
use crate::domain::revisit::RevisitState;
use crate::domain::rough_date::Precision;
use crate::domain::spending::SpendingKind;
use crate::domain::status::{EliminationWay, LeavingReason, StatusKind};
use crate::domain::verdict::Verdict;
use crate::domain::visit::{LifeChange, SignatureKind, VisitMode, VisitOrigin, VisitOutcome, VisitPurpose};
use crate::domain::window::WindowKind;
use crate::domain::window_income::AgainstLine;

fn family<T: Coded>() -> (&'static str, Vec<&'static str>) {
    (T::FAMILY, T::VALUES.iter().map(|value| value.stable_code()).collect())
}

#[expect(clippy::too_many_lines, reason = "a line a family")]
/// The families and their codes. The words for a code stand under `Family-code`.
pub fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        family::<AgainstLine>(),
        family::<AlertKind>(),
        family::<AssessmentKind>(),
        family::<AttestedMatter>(),
        family::<AuditKind>(),
        family::<AuditedKind>(),
        family::<BeginFault>(),
        family::<Check>(),
        family::<CheckAnswer>(),
        family::<ClueFault>(),
        family::<ClueOutcome>(),
        family::<ClueRefusal>(),
        family::<ClueSource>(),
        family::<ClueState>(),
        family::<Condition>(),
        family::<ConditionState>(),
        family::<DayKind>(),
        family::<EliminationWay>(),
        family::<FallReason>(),
        family::<FoundBy>(),
        family::<GroundAnswer>(),
        family::<GroupFound>(),
        family::<GroupWanting>(),
        family::<GroupMarkFault>(),
        family::<GroupRule>(),
        family::<GroupUse>(),
        family::<HouseholdClass>(),
        family::<HouseholdFact>(),
        family::<HouseholdLabel>(),
        family::<HousingGrade>(),
        family::<IncomeFormula>(),
        family::<IncomeItem>(),
        family::<IncomeSource>(),
        family::<IncomeTrend>(),
        family::<Insurance>(),
        family::<Leak>(),
        family::<LeavingReason>(),
        family::<LifeChange>(),
        family::<LookHarder>(),
        family::<MeasureAnswer>(),
        family::<MeasureKind>(),
        family::<MeetingKind>(),
        family::<MemberFact>(),
        family::<MemberRule>(),
        family::<NoLabour>(),
        family::<NoticeKind>(),
        family::<Origin>(),
        family::<Outcome>(),
        family::<OverviewBy>(),
        family::<OverviewMeasure>(),
        family::<PaperForm>(),
        family::<PolicyAnswer>(),
        family::<PolicyFault>(),
        family::<Precision>(),
        family::<ProblemState>(),
        family::<ProcedureEnd>(),
        family::<ProcedureFault>(),
        family::<ProcedureKind>(),
        family::<Purpose>(),
        family::<Question>(),
        family::<RevisitState>(),
        family::<RiskType>(),
        family::<Role>(),
        family::<RoundCounts>(),
        family::<RoundScope>(),
        family::<Schooling>(),
        family::<Setting>(),
        family::<SignatureKind>(),
        family::<Signed>(),
        family::<SpendingKind>(),
        family::<StatusKind>(),
        family::<StepKind>(),
        family::<StepResult>(),
        family::<Support>(),
        family::<Verdict>(),
        family::<VisitMode>(),
        family::<VisitOrigin>(),
        family::<VisitOutcome>(),
        family::<VisitPurpose>(),
        family::<WaterIndicator>(),
        family::<WaterLevel>(),
        family::<WaterSource>(),
        family::<WindowKind>(),
    ]
}
