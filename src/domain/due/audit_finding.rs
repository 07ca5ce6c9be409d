//! What an audit finds: its kinds, whom it is of, and where it can be looked at and mended.

use sha2::{Digest, Sha256};

use crate::domain::codes::coded;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::id::HouseholdId;

/// Between the category on file and the one that is proposed.
pub const BETWEEN_LABELS: &str = " → ";

coded! {
    /// What an audit finds, in the order in which it is told.
    AuditKind {
        /// 证件号码位数不对
        IdLength = "id_length",
        /// 证件号码校验位不对
        IdCheckDigit = "id_check_digit",
        /// 证件号码里的出生日期不对，或与登记的不同
        IdBirthDate = "id_birth_date",
        /// 证件号码重复
        IdTwice = "id_twice",
        /// 没有户主
        NoHead = "no_head",
        /// 户主不止一人
        TwoHeads = "two_heads",
        /// 配偶不止一人
        TwoSpouses = "two_spouses",
        /// 家庭人口数与成员数不同
        PopulationDiffers = "population_differs",
        /// 电话号码不像
        PhoneImpossible = "phone_impossible",
        /// 已消除风险，没有消除时间
        EliminatedWithoutDate = "eliminated_without_date",
        /// 消除时间早于识别时间
        EliminatedBeforeIdentified = "eliminated_before_identified",
        /// 识别后两个月内消除
        EliminatedTooSoon = "eliminated_too_soon",
        /// 6 至 15 岁没有就学情况
        SchoolingMissing = "schooling_missing",
        /// 因病，家里没有病人
        NobodyIll = "nobody_ill",
        /// 没有人有劳动能力，风险里没有缺劳动力
        NobodyAble = "nobody_able",
        /// 月工资太小
        WageTiny = "wage_tiny",
        /// 类别与登记、收入线对不上
        CategoryContradicts = "category_contradicts",
        /// 认定程序与现在的状态对不上
        ProcedureContradicts = "procedure_contradicts",
        /// 走访早于识别
        VisitBeforeIdentified = "visit_before_identified",
        /// 登记了以后月份的收入
        IncomeAhead = "income_ahead",
        /// 许多户的走访说明一模一样
        SameNote = "same_note",
        /// 一人一天走访太多户
        TooManyVisits = "too_many_visits",
        /// 一户一天有两个人分别走访
        TwoVisitors = "two_visitors",
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFinding {
    pub kind: AuditKind,
    /// None: it is of several households.
    pub household_id: Option<HouseholdId>,
    /// Those that it is of, where they are several.
    pub households: Vec<HouseholdId>,
    /// The member that it is of, by the place among the members.
    pub member: Option<usize>,
    /// Whom or what it is about, numbers of persons masked.
    pub subject: String,
    /// Of what it rests on, nothing of it masked: another number or other households make it another finding.
    pub fingerprint: String,
    /// How many, where it is counted.
    pub count: Option<usize>,
}

/// The fingerprint of what a finding rests on.
pub fn fingerprint(rests_on: &str) -> String {
    Sha256::digest(rests_on).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Where a finding can be looked at, and mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditPlace {
    Fact(HouseholdFact),
    Member(usize, MemberFact),
    /// The status, which has its own verb.
    Status,
    Visits,
    Incomes,
    /// The list of those that it is of.
    Households,
}

impl AuditFinding {
    pub fn place(&self) -> AuditPlace {
        use AuditKind as K;
        let member = self.member.unwrap_or(0);
        match self.kind {
            K::IdLength | K::IdCheckDigit | K::IdBirthDate | K::IdTwice => match self.member {
                Some(member) => AuditPlace::Member(member, MemberFact::IdNumber),
                None => AuditPlace::Fact(HouseholdFact::IdNumber),
            },
            K::NoHead | K::TwoHeads | K::TwoSpouses => AuditPlace::Member(member, MemberFact::Relation),
            K::PopulationDiffers => AuditPlace::Fact(HouseholdFact::Population),
            K::PhoneImpossible => AuditPlace::Fact(HouseholdFact::Phone),
            K::EliminatedWithoutDate | K::EliminatedBeforeIdentified | K::EliminatedTooSoon => {
                AuditPlace::Fact(HouseholdFact::EliminatedOn)
            }
            K::SchoolingMissing => AuditPlace::Member(member, MemberFact::Schooling),
            K::NobodyIll | K::NobodyAble => AuditPlace::Fact(HouseholdFact::Risks),
            K::WageTiny | K::IncomeAhead => AuditPlace::Incomes,
            K::CategoryContradicts | K::ProcedureContradicts => AuditPlace::Status,
            K::VisitBeforeIdentified | K::TwoVisitors => AuditPlace::Visits,
            K::SameNote | K::TooManyVisits => AuditPlace::Households,
        }
    }
}
