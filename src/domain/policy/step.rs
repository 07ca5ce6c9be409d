//! The steps of a procedure 认定程序 as a plan has them: in its order, each with its people, papers and days. A step
//! that a plan does not have does not exist for it.

use serde::{Deserialize, Serialize};

use super::wording::Wording;
use crate::domain::codes::coded;

coded! {
    /// What a procedure is for.
    ProcedureKind {
        /// 识别
        Identification = "identification",
        /// 再认定: marked, then at risk again
        ReIdentification = "re_identification",
        /// 风险消除
        Elimination = "elimination",
        /// 回退
        RollBack = "roll_back",
        /// 清退
        StrikingOff = "striking_off",
    }
}

coded! {
    /// One step.
    StepKind {
        /// 分析研判
        Analysis = "analysis",
        /// 申请
        Application = "application",
        /// 提出
        Proposal = "proposal",
        /// 入户核实
        Verification = "verification",
        /// 村级评议
        VillageReview = "village_review",
        /// 村级公示
        VillageNotice = "village_notice",
        /// 乡镇审核
        TownshipReview = "township_review",
        /// 乡镇公示
        TownshipNotice = "township_notice",
        /// 部门比对
        Comparison = "comparison",
        /// 县级认定
        Decision = "decision",
        /// 公告
        Announcement = "announcement",
        /// 农户认可
        Acceptance = "acceptance",
        /// 录入系统
        Entry = "entry",
        /// 制定帮扶计划
        Plan = "plan",
    }
}

impl StepKind {
    /// It hangs for its days, and is closed when they are over.
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::VillageNotice | Self::TownshipNotice)
    }
}

coded! {
    /// In which part somebody takes part in a step.
    Role {
        /// 帮扶联系人/责任人
        Contact = "contact",
        /// 村干部
        VillageCadre = "village_cadre",
        /// 村"两委"
        VillageCommittees = "village_committees",
        /// 驻村工作队
        ResidentTeam = "resident_team",
        /// 驻村（包村）干部
        ResidentCadre = "resident_cadre",
        /// 乡镇干部
        TownshipCadre = "township_cadre",
        /// 村民小组组长
        GroupHead = "group_head",
        /// 党员代表
        PartyRepresentative = "party_representative",
        /// 村民代表
        VillagersRepresentative = "villagers_representative",
        /// 乡镇党政主要负责人
        Chief = "chief",
        /// 县级部门
        CountyDepartment = "county_department",
        /// 农户
        Household = "household",
    }
}

coded! {
    /// Who has to sign a step.
    Signed {
        /// Each of those who did it.
        All = "all",
        /// The chief leader 党政主要负责人.
        Chief = "chief",
        /// Those who did it and the household 双方.
        Both = "both",
    }
}

coded! {
    /// A paper that a step leaves.
    PaperForm {
        /// 申请书
        Application = "application",
        /// 承诺授权书
        Authorisation = "authorisation",
        /// 信息采集表
        InformationForm = "information_form",
        /// 评议记录
        Minutes = "minutes",
        /// 公示, with its photograph
        Notice = "notice",
        /// 识别审批表
        Approval = "approval",
        /// 比对结果
        ComparisonResult = "comparison_result",
        /// 帮扶措施落实情况表
        MeasuresForm = "measures_form",
        /// 风险消除评估表
        RiskAssessment = "risk_assessment",
        /// 公告
        Announcement = "announcement",
        /// 农户认可
        Acceptance = "acceptance",
        /// 回退、清退明细
        Details = "details",
    }
}

/// A paper, and what the plan calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRule {
    pub form: PaperForm,
    pub title: Wording,
}

/// A step as a plan has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRule {
    pub of: Vec<ProcedureKind>,
    pub step: StepKind,
    /// A notice hangs at least so many days; any other step is done within them from the end of the step before. None:
    /// the plan names no day 方案未定, and nothing is counted.
    #[serde(default)]
    pub days: Option<u32>,
    /// The fewest who do it.
    #[serde(default)]
    pub people: Option<u32>,
    /// In which parts they do it; empty: in any but that of the household.
    #[serde(default)]
    pub roles: Vec<Role>,
    #[serde(default)]
    pub signed: Option<Signed>,
    #[serde(default)]
    pub papers: Vec<PaperRule>,
    /// It may be done beside the others once the village's notice is over.
    #[serde(default)]
    pub beside: bool,
    /// Only where the household itself reported 自主申报.
    #[serde(default)]
    pub self_reported: bool,
    pub wording: Wording,
    /// The plan's words do not state it as it stands: this project reads it so.
    #[serde(default)]
    pub is_reading: bool,
}

coded! {
    /// The meeting that may let a household in although a ground speaks against it 特殊情况.
    MeetingKind {
        /// 村民代表会议
        Representatives = "representatives",
        /// 民主评议
        DemocraticReview = "democratic_review",
    }
}

/// A ground on which a household is in principle not identified 排除情形.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// Its name within the plan.
    pub id: String,
    pub wording: Wording,
    /// What may let the household in all the same; none: the plan names nothing.
    #[serde(default)]
    pub unless: Option<MeetingKind>,
}
