//! A visit 走访 and what it found.

pub mod attestation;
pub mod checks;
pub mod last_time;
pub mod measure;
pub mod member_answers;
pub mod policies_due;
pub mod policy_followed;
pub mod problem;
pub mod question;
pub mod verdict;
pub mod visit_entry;
pub mod warning;
pub mod water_report;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::checks::{Check, CheckAnswer, Finding, HousingGrade, WaterIndicator, WaterLevel, WaterSource};
use crate::domain::codes::coded;
use crate::domain::id::{HouseholdId, MemberId, VisitId};
use crate::domain::measure::MeasureReview;
use crate::domain::member_answers::MemberAnswers;
use crate::domain::personal::Personal;
use crate::domain::policy_followed::PolicyFollowed;
use crate::domain::spending::SpendingLine;
use crate::domain::verdict::Verdict;

coded! {
    /// Why the household was visited.
    VisitPurpose {
        /// 日常走访
        Routine = "routine",
        /// 入户核实
        Verification = "verification",
        /// 回头看
        LookBack = "look_back",
        /// 集中排查
        Sweep = "sweep",
        /// 慰问
        Festival = "festival",
    }
}

coded! {
    /// How the household was reached. It decides whether the visit counts.
    VisitMode {
        /// 入户走访
        Home = "home",
        /// 到村见面
        VillageOffice = "village_office",
        /// 电话
        Phone = "phone",
        /// 短信
        Sms = "sms",
        /// 微信/视频
        Wechat = "wechat",
        /// Brought by a roster, which does not say
        Unknown = "unknown",
    }
}

/// How a visit was made that does not count: by such a mode, or nobody was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Try {
    Mode(VisitMode),
    NobodyMet,
}

impl Try {
    /// The code of the mode, or of the outcome.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mode(mode) => mode.code(),
            Self::NobodyMet => VisitOutcome::NobodyMet.code(),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        if code == VisitOutcome::NobodyMet.code() {
            Some(Self::NobodyMet)
        } else {
            VisitMode::from_code(code).map(Self::Mode)
        }
    }
}

coded! {
    /// Whether somebody was met.
    VisitOutcome {
        Met = "met",
        /// 未遇: kept, never counted
        NobodyMet = "nobody_met",
    }
}

coded! {
    /// Who wrote the visit down.
    VisitOrigin { Entered = "entered", Roster = "roster" }
}

coded! {
    /// What changed in the household since last time.
    LifeChange {
        /// 人口增减
        Population = "population",
        /// 大病
        SeriousIllness = "serious_illness",
        /// 灾害
        Disaster = "disaster",
        /// 务工中断/返乡
        WorkInterrupted = "work_interrupted",
        /// 失学辍学
        OutOfSchool = "out_of_school",
        /// 住房受损
        HousingDamaged = "housing_damaged",
        /// 饮水中断
        WaterCut = "water_cut",
        /// 电话变更
        PhoneChanged = "phone_changed",
        /// 无: asked, and nothing changed
        Nothing = "nothing",
    }
}

coded! {
    /// How the household put its name to the record.
    SignatureKind {
        /// 已签
        Signed = "signed",
        /// 按手印
        Fingerprint = "fingerprint",
        /// 代签
        SignedByProxy = "signed_by_proxy",
        /// 未签, with the reason
        NotSigned = "not_signed",
    }
}

/// The signature, and the reason where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub kind: SignatureKind,
    pub reason: String,
}

/// Who was met, and the relation to the head of the household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonMet {
    pub member_id: Option<MemberId>,
    pub name: Personal,
    pub relation: String,
}

/// A member, named as at the visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberNamed {
    pub member_id: MemberId,
    pub name: Personal,
}

/// What a visit found. Empty for a visit on which nobody was met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// The answers given; a check that is absent was not checked.
    pub checks: BTreeMap<Check, Finding>,
    /// Schooling and insurance by member.
    #[serde(default)]
    pub members: Vec<MemberAnswers>,
    pub housing_grade: Option<HousingGrade>,
    /// 唯一住房
    #[serde(default)]
    pub only_dwelling: Option<bool>,
    /// Whether a household that was relocated lives in its new dwelling 搬迁入住.
    #[serde(default)]
    pub lived_in: Option<bool>,
    pub water: BTreeMap<WaterIndicator, WaterLevel>,
    pub water_source: Option<WaterSource>,
    pub changes: Vec<LifeChange>,
    /// Who fell ill, where 大病 is among the changes.
    #[serde(default)]
    pub fell_ill: Vec<MemberNamed>,
    /// By how many people the household grew or shrank.
    #[serde(default)]
    pub population_change: Option<i32>,
    /// 家庭人口数 on file after the visit: the next visit sees by it whether somebody came or went since.
    #[serde(default)]
    pub population: Option<u32>,
    /// 大额刚性支出
    #[serde(default)]
    pub spending: Vec<SpendingLine>,
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// What was seen of the measures, one by one.
    #[serde(default)]
    pub measures: Vec<MeasureReview>,
    /// Policies due but not received 应享未享政策.
    pub policies_due: String,
    /// What became of those that earlier visits found.
    #[serde(default)]
    pub policies_followed: Vec<PolicyFollowed>,
    /// What the household asks for 群众诉求.
    pub requests: Personal,
    pub signature: Option<Signature>,
    /// What looked odd and was recorded all the same, each with the reason.
    #[serde(default)]
    pub passed: Vec<PassedWarning>,
}

impl Findings {
    pub fn answer(&self, check: Check) -> CheckAnswer {
        self.checks.get(&check).map_or(CheckAnswer::NotChecked, |finding| finding.answer)
    }
}

/// A warning that the person saw, and the reason why it is right all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedWarning {
    pub code: String,
    pub reason: String,
}

/// One visit to one household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub id: VisitId,
    pub household_id: HouseholdId,
    pub visited_on: NaiveDate,
    /// When it was first written down.
    pub entered_at: DateTime<Utc>,
    pub origin: VisitOrigin,
    pub purpose: Option<VisitPurpose>,
    /// None only where nobody was met.
    pub mode: Option<VisitMode>,
    pub outcome: VisitOutcome,
    pub visitors: Vec<String>,
    pub met: Option<PersonMet>,
    pub findings: Findings,
    pub note: Personal,
    pub voided: bool,
}

impl Visit {
    /// A person entered it, and it is not void: it can be corrected, printed, and serve as last time.
    pub fn stands_as_entered(&self) -> bool {
        self.origin == VisitOrigin::Entered && !self.voided
    }

    /// An entered verification 入户核实 on which somebody was met.
    pub fn is_verification(&self) -> bool {
        self.purpose == Some(VisitPurpose::Verification)
            && self.outcome == VisitOutcome::Met
            && self.stands_as_entered()
    }

    /// The visit moves the revisit clock: not voided, and as [`DatedVisit::is_counted`] has it.
    pub fn is_counted(&self, counted_modes: &[VisitMode]) -> bool {
        !self.voided && self.dated().is_counted(counted_modes)
    }

    /// Without what it found.
    pub const fn dated(&self) -> DatedVisit {
        let Self { visited_on, origin, mode, outcome, .. } = *self;
        DatedVisit { visited_on, origin, mode, outcome }
    }
}

/// A visit that is not void, and nothing of what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedVisit {
    pub visited_on: NaiveDate,
    pub origin: VisitOrigin,
    /// None only where nobody was met.
    pub mode: Option<VisitMode>,
    pub outcome: VisitOutcome,
}

impl DatedVisit {
    /// Somebody was met, by a mode that the policy counts or as a roster has it. What was answered does not
    /// matter.
    pub fn is_counted(&self, counted_modes: &[VisitMode]) -> bool {
        let by_counted_mode =
            self.origin == VisitOrigin::Roster || self.mode.is_some_and(|mode| counted_modes.contains(&mode));
        self.outcome == VisitOutcome::Met && by_counted_mode
    }
}

/// The first day that a visit can have.
pub fn earliest_visit_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or(NaiveDate::MIN)
}

/// Why a day cannot be that of something that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PastDayFault {
    #[error("day_in_future")]
    Future,
    #[error("day_before_2000")]
    TooEarly,
}

/// The days of visits, reports and attestations lie between 2000-01-01 and today.
pub fn check_past_day(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, PastDayFault> {
    if day > today {
        Err(PastDayFault::Future)
    } else if day < earliest_visit_day() {
        Err(PastDayFault::TooEarly)
    } else {
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(mode: Option<VisitMode>, outcome: VisitOutcome, origin: VisitOrigin, voided: bool) -> Visit {
        Visit {
            id: VisitId::made_up(0),
            household_id: HouseholdId::made_up(0),
            visited_on: earliest_visit_day(),
            entered_at: DateTime::UNIX_EPOCH,
            origin,
            purpose: None,
            mode,
            outcome,
            visitors: Vec::new(),
            met: None,
            findings: Findings::default(),
            note: String::new().into(),
            voided,
        }
    }

    #[test]
    fn what_counts_is_a_visit_that_met_somebody_by_a_counted_mode() {
        use VisitOrigin::{Entered, Roster};
        use VisitOutcome::{Met, NobodyMet};
        let home = [VisitMode::Home];
        for (mode, outcome, origin, voided, counted) in [
            (Some(VisitMode::Home), Met, Entered, false, true),
            (Some(VisitMode::Phone), Met, Entered, false, false),
            (Some(VisitMode::Home), NobodyMet, Entered, false, false),
            (Some(VisitMode::Home), Met, Entered, true, false),
            (Some(VisitMode::Unknown), Met, Roster, false, true),
            (Some(VisitMode::Unknown), Met, Roster, true, false),
            (None, NobodyMet, Entered, false, false),
        ] {
            assert_eq!(visit(mode, outcome, origin, voided).is_counted(&home), counted, "{mode:?} {outcome:?}");
        }
    }

    #[test]
    fn a_visit_lies_between_2000_and_today() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-22");
        assert_eq!(check_past_day(today, today), Ok(today));
        assert_eq!(check_past_day(day("2026-11-23"), today), Err(PastDayFault::Future));
        assert_eq!(check_past_day(day("1999-12-31"), today), Err(PastDayFault::TooEarly));
        assert!(check_past_day(day("2000-01-01"), today).is_ok());
    }
}
