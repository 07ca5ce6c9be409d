//! The settings of a policy: every number and rule that a plan can fix, and what each may be.

use crate::domain::codes::coded;

coded! {
    /// One thing that a plan can fix. Its code is its key in a policy file.
    Setting {
        /// 纳入监测的收入参考线
        InclusionLine = "inclusion_line",
        /// 纳入时收入怎么算
        InclusionFormula = "inclusion_formula",
        /// 回头看的收入参考线
        LookBackLine = "look_back_line",
        LookBackFormula = "look_back_formula",
        /// 回头看须高于参考线: at the line, or under it, is not met; else the line is a reference
        LookBackAbove = "look_back_above",
        /// 收入底线: never marked under it
        Floor = "floor",
        IncomeWindow = "income_window",
        /// 增收目标
        IncomeTargetPercent = "income_target_percent",
        /// 减收原因
        FallReasons = "fall_reasons",
        UncountedSources = "uncounted_sources",
        CadenceUnresolved = "cadence_unresolved",
        CadenceEliminated = "cadence_eliminated",
        CadenceStable = "cadence_stable",
        CadenceOutOfPovertyUnstable = "cadence_out_of_poverty_unstable",
        CadenceEdge = "cadence_edge",
        CadenceSuddenHardship = "cadence_sudden_hardship",
        CountedModesUnresolved = "counted_modes_unresolved",
        CountedModesEliminated = "counted_modes_eliminated",
        CountedModesStable = "counted_modes_stable",
        CountedModesOutOfPovertyUnstable = "counted_modes_out_of_poverty_unstable",
        CountedModesEdge = "counted_modes_edge",
        CountedModesSuddenHardship = "counted_modes_sudden_hardship",
        LeastVisitsAYear = "least_visits_a_year",
        /// 集中排查
        LeastSweepsAYear = "least_sweeps_a_year",
        /// 监测期
        MonitoringMonths = "monitoring_months",
        /// 帮扶期
        MeasureMonths = "measure_months",
        StableIncomeMonths = "stable_income_months",
        /// 农户同意
        Consent = "consent",
        /// 无劳动力
        NoLabour = "no_labour",
        /// 家庭成员认定
        MemberRule = "member_rule",
        /// 核实人数
        Verifiers = "verifiers",
        /// 从线索到认定
        DecisionDays = "decision_days",
        /// 制定帮扶计划
        PlanDays = "plan_days",
        /// 识别公示
        NoticeDays = "notice_days",
        /// 风险消除公示
        EliminationNoticeDays = "elimination_notice_days",
        /// 法定节假日
        PublicHolidays = "public_holidays",
        /// 针对性帮扶措施
        TargetedMeasures = "targeted_measures",
        /// 每月上报日
        ReportDay = "report_day",
        /// 帮扶成效评估
        EffectReviewMonths = "effect_review_months",
        MeasureGapMonths = "measure_gap_months",
        MissingIncomeMonths = "missing_income_months",
        IncomeFallPercent = "income_fall_percent",
        /// 规模性风险
        LargeRiskPercent = "large_risk_percent",
        WageBelowYuan = "wage_below_yuan",
        JumpFactor = "jump_factor",
        /// 一人一天走访户数
        MostVisitsADay = "most_visits_a_day",
        /// 减收户数达到这么多的乡镇作标记
        FallenHouseholdsMark = "fallen_households_mark",
    }
}

/// What a setting may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Yuan per person and year: one for every year, or by year.
    Line,
    Formula,
    Window,
    Cadence,
    Modes,
    /// A whole number from the first to the second.
    Count(u32, u32),
    Flag,
    NoLabour,
    MemberRule,
    /// Days from the first to the second, calendar or working.
    Days(u32, u32),
    /// The same, several one after another.
    DayTerms(u32, u32),
    Reasons,
    Sources,
    /// Kinds of measures by risk.
    Targets,
    /// Days off, and worked in their place, by year.
    Holidays,
}

impl Setting {
    /// What it may be.
    pub const fn shape(self) -> Shape {
        match self {
            Self::InclusionLine | Self::LookBackLine | Self::Floor => Shape::Line,
            Self::InclusionFormula | Self::LookBackFormula => Shape::Formula,
            Self::IncomeWindow => Shape::Window,
            Self::FallReasons => Shape::Reasons,
            Self::UncountedSources => Shape::Sources,
            Self::CadenceUnresolved
            | Self::CadenceEliminated
            | Self::CadenceStable
            | Self::CadenceOutOfPovertyUnstable
            | Self::CadenceEdge
            | Self::CadenceSuddenHardship => Shape::Cadence,
            Self::CountedModesUnresolved
            | Self::CountedModesEliminated
            | Self::CountedModesStable
            | Self::CountedModesOutOfPovertyUnstable
            | Self::CountedModesEdge
            | Self::CountedModesSuddenHardship => Shape::Modes,
            Self::LeastVisitsAYear => Shape::Count(0, 366),
            Self::LeastSweepsAYear => Shape::Count(0, 12),
            Self::MonitoringMonths | Self::MeasureMonths | Self::StableIncomeMonths => Shape::Count(0, 60),
            Self::Consent | Self::LookBackAbove => Shape::Flag,
            Self::PublicHolidays => Shape::Holidays,
            Self::TargetedMeasures => Shape::Targets,
            Self::NoLabour => Shape::NoLabour,
            Self::MemberRule => Shape::MemberRule,
            Self::Verifiers => Shape::Count(1, 9),
            Self::DecisionDays | Self::PlanDays => Shape::Days(1, 365),
            Self::NoticeDays | Self::EliminationNoticeDays => Shape::DayTerms(1, 60),
            Self::ReportDay => Shape::Count(1, 28),
            Self::EffectReviewMonths | Self::MeasureGapMonths => Shape::Count(1, 60),
            Self::MissingIncomeMonths => Shape::Count(1, 12),
            Self::IncomeTargetPercent | Self::LargeRiskPercent | Self::MostVisitsADay => Shape::Count(1, 100),
            Self::FallenHouseholdsMark => Shape::Count(1, 10_000),
            Self::IncomeFallPercent => Shape::Count(0, 100),
            Self::WageBelowYuan => Shape::Count(0, 1_000_000),
            Self::JumpFactor => Shape::Count(2, 100),
        }
    }
}
