//! The groups of households that a plan looks at in particular 重点群体: who is in one, and what it is for.

use serde::{Deserialize, Serialize};

use super::wording::Wording;
use crate::domain::codes::coded;

coded! {
    /// How it is found whether a household is in a group.
    GroupRule {
        /// 脱贫户，特别是当年脱贫户
        OutOfPoverty = "out_of_poverty",
        /// 人均纯收入低于监测范围
        BelowLine = "below_line",
        /// 收入较上年明显减少
        IncomeFallen = "income_fallen",
        /// 分散供养特困人员，特别是单人户
        DispersedSupport = "dispersed_support",
        /// 低保户，特别是近两年新识别和申请的
        MinimumAllowance = "minimum_allowance",
        /// 残疾人家庭，特别是新致残、重度、一户多残
        Disability = "disability",
        /// 多子女，特别是非义务教育阶段在读较多
        ManyStudents = "many_students",
        /// 务工收入占比高且时间不稳定
        UnstableWage = "unstable_wage",
        /// 因病因灾因意外刚性支出较大或收入大幅缩减
        Shock = "shock",
        /// 参加其他部门危房改造；其他负担较重且生活困难
        Burdened = "burdened",
        /// 大病
        SevereIllness = "severe_illness",
        /// 慢性病
        ChronicIllness = "chronic_illness",
        /// 重度残疾
        SevereDisability = "severe_disability",
        /// 整户新增低保
        NewAllowance = "new_allowance",
        /// 全家无劳动力
        NoLabour = "no_labour",
        /// 农户自主申报
        SelfReported = "self_reported",
        /// 有预警信息
        Warned = "warned",
        /// Nothing on file shows it: somebody says so.
        ByHand = "by_hand",
    }
}

coded! {
    /// What a group is for.
    GroupUse {
        /// 重点群体: all of them are visited in a sweep.
        Sweep = "sweep",
        /// 重点关注: shown on the household.
        Attention = "attention",
        /// 每月更新的监测台账
        MonthlyLedger = "monthly_ledger",
    }
}

/// A group as a plan has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyGroup {
    /// Its name within the plan.
    pub id: String,
    pub rule: GroupRule,
    #[serde(rename = "use")]
    pub used: GroupUse,
    pub wording: Wording,
    /// The plan's words do not state it as it stands: this project reads it so.
    #[serde(default)]
    pub is_reading: bool,
}
