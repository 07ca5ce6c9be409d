//! Whether a household's risk can be proposed for elimination, and whether a mark holds: each condition
//! of the policy met, not met or unknown, with what it rests on. Never a bare yes.
//!
//! Conditions after the Hunan plan, with what other plans add; the numbers are the policy's.

mod conditions;

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::evidence::Evidence;
use crate::domain::facts::{MemberFact, Support};
use crate::domain::income::IncomeSource;
use crate::domain::policy::{NoLabour, Origin, Policy, Purpose, Setting};
use crate::domain::working_days::TermEnd;

coded! {
    /// What is assessed.
    AssessmentKind {
        /// 可否提出风险消除
        Elimination = "elimination",
        /// 回头看
        LookBack = "look_back",
    }
}

coded! {
    /// One condition.
    Condition {
        /// 针对性帮扶措施已落实
        MeasuresInForce = "measures_in_force",
        /// 监测期满
        MonitoringMonths = "monitoring_months",
        /// 帮扶期满
        MeasureMonths = "measure_months",
        /// 两不愁三保障
        ChecksSecured = "checks_secured",
        /// 饮水安全
        WaterSecured = "water_secured",
        /// 收入高于参考线
        IncomeAboveLine = "income_above_line",
        /// 收入不低于底线
        IncomeNotUnderFloor = "income_not_under_floor",
        /// 收入稳定
        IncomeStable = "income_stable",
        /// 大额刚性支出已解决
        SpendingSolved = "spending_solved",
        /// 有劳动力
        Labour = "labour",
        /// 农户同意
        Consent = "consent",
        /// 入户核实
        Verified = "verified",
    }
}

coded! {
    /// How a condition stands.
    ConditionState { Met = "met", NotMet = "not_met", Unknown = "unknown" }
}

coded! {
    /// What all conditions come to.
    Outcome {
        /// Every condition is met
        Met = "met",
        NotMet = "not_met",
        /// None is known not to be met, and some are unknown
        Unknown = "unknown",
    }
}

coded! {
    /// Why a household is to be looked at harder.
    LookHarder {
        /// 多重风险
        SeveralRisks = "several_risks",
        /// 特困: a member is a supported person
        Supported = "supported",
        /// 低保
        MinimumAllowance = "minimum_allowance",
    }
}

/// One condition, how it stands, what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionResult {
    pub condition: Condition,
    pub state: ConditionState,
    /// Met, with a question that whoever proposes has to answer: the income is not above the line that stands
    /// beside as a reference.
    pub question: bool,
    pub evidence: Vec<Evidence>,
    /// The first day from which it can hold, where that can be told.
    pub possible_from: Option<NaiveDate>,
    /// The setting that it is held against; none: every plan asks for it.
    pub setting: Option<Setting>,
}

impl ConditionResult {
    /// Where the number that it is held against comes from.
    pub fn origin(&self, policy: &Policy) -> Option<Origin> {
        self.setting.and_then(|setting| policy.origin(setting))
    }
}

/// The assessment of one household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub kind: AssessmentKind,
    pub conditions: Vec<ConditionResult>,
    pub look_harder: Vec<LookHarder>,
    /// The first day from which every condition that tells its day can hold.
    pub possible_from: Option<NaiveDate>,
    /// The end of the public notices if it were proposed then; none where the plan gives them no days.
    pub notices_until: Option<TermEnd>,
}

impl Assessment {
    pub fn outcome(&self) -> Outcome {
        let any = |state| self.conditions.iter().any(|it| it.state == state);
        if any(ConditionState::NotMet) {
            Outcome::NotMet
        } else if any(ConditionState::Unknown) {
            Outcome::Unknown
        } else {
            Outcome::Met
        }
    }

    pub fn count(&self, state: ConditionState) -> usize {
        self.conditions.iter().filter(|it| it.state == state).count()
    }
}

/// Assesses a household whose risk stands or is marked as eliminated; none for any other, and for one
/// that left the list.
pub fn assess(case: &Case<'_>) -> Option<Assessment> {
    let stretch = case.stretch().filter(|stretch| stretch.active)?;
    let (kind, conditions) = match stretch.class {
        HouseholdClass::Unresolved => (AssessmentKind::Elimination, of_elimination(case.policy)),
        HouseholdClass::Eliminated => (AssessmentKind::LookBack, of_look_back(case.policy)),
        HouseholdClass::Stable | HouseholdClass::General => return None,
    };
    let conditions: Vec<ConditionResult> =
        conditions.into_iter().map(|condition| conditions::judge(case, &stretch, condition)).collect();
    let possible_from = conditions.iter().filter_map(|it| it.possible_from).max();
    let proposed_on = possible_from.unwrap_or(case.day.told()).max(case.day.told());
    let notices = case.policy.elimination_notices();
    let begin = TermEnd { on: proposed_on, without_holidays: false };
    let end = notices.iter().fold(begin, |before, term| {
        let end = case.policy.end_of(*term, before.on);
        TermEnd { without_holidays: end.without_holidays || before.without_holidays, ..end }
    });
    let is_proposal = kind == AssessmentKind::Elimination && !notices.is_empty();
    Some(Assessment {
        kind,
        conditions,
        look_harder: look_harder(case),
        possible_from,
        notices_until: is_proposal.then_some(end),
    })
}

/// The conditions that a policy has for elimination, in the order in which they are shown.
fn of_elimination(policy: &Policy) -> Vec<Condition> {
    let stated = |setting| policy.origin(setting).is_some();
    let is_asked = |condition: &Condition| match condition {
        Condition::MonitoringMonths => stated(Setting::MonitoringMonths),
        Condition::MeasureMonths => stated(Setting::MeasureMonths),
        Condition::IncomeNotUnderFloor => stated(Purpose::Floor.line_setting()),
        Condition::IncomeStable => stated(Setting::StableIncomeMonths),
        Condition::Labour => policy.no_labour() != NoLabour::NoRule,
        Condition::Consent => policy.needs_consent(),
        // That a verification takes two is common; that elimination needs one is for a plan to say.
        Condition::Verified => policy.origin(Setting::Verifiers) != Some(Origin::Default),
        _ => true,
    };
    Condition::ALL.iter().copied().filter(is_asked).collect()
}

/// What must still hold of a household that is marked.
fn of_look_back(policy: &Policy) -> Vec<Condition> {
    let mut conditions =
        vec![Condition::ChecksSecured, Condition::WaterSecured, Condition::IncomeAboveLine, Condition::SpendingSolved];
    if policy.no_labour() == NoLabour::RollBack {
        conditions.push(Condition::Labour);
    }
    conditions
}

fn look_harder(case: &Case<'_>) -> Vec<LookHarder> {
    let several = case.risks().nth(1).is_some();
    let income = case.income_of(case.window());
    let mut sources = income.months.values().flat_map(|month| &month.sources);
    let allowance = sources.any(|line| line.source == IncomeSource::MinimumAllowance);
    let supported = case.members.iter().any(|member| Support::is_given(member.fact(MemberFact::Supported)));
    [(LookHarder::SeveralRisks, several), (LookHarder::Supported, supported), (LookHarder::MinimumAllowance, allowance)]
        .into_iter()
        .filter_map(|(reason, stands)| stands.then_some(reason))
        .collect()
}
