//! The vocabulary and the rules of the work: types whose constructors hold what must be true, and
//! pure functions that take `today`. No SQL, no files, no clock, no words for people.
//!
//! | 中文 | English | type |
//! |---|---|---|
//! | 户, 户编号 | household, its code | [`household::Household`], [`household::HouseholdCode`] |
//! | 家庭成员 | member | [`household::Member`] |
//! | 花名册上的一项 | fact | [`facts::HouseholdFact`], [`facts::MemberFact`] |
//! | 劳动能力, 在校情况 | labour capacity, school stage | [`condition::LabourCapacity`], [`condition::SchoolStage`] |
//! | 户类型, 监测对象类别 | label | [`label::HouseholdLabel`] |
//! | 三类户 | class | [`class::HouseholdClass`] |
//! | 致贫返贫风险 | risk type | [`label::RiskType`] |
//! | 状态变更 | status change | [`status::StatusChange`] |
//! | 走访频次 | cadence, revisit rule | [`policy::Cadence`], [`revisit::RevisitRule`] |
//! | 应访日期, 到期 | due date | [`standing::Standing`] |
//! | 逾期, 到期, 以后 | revisit state | [`revisit::RevisitState`] |
//! | 走访覆盖 | coverage | [`coverage::CoveragePeriod`] |
//! | 走访 | visit | [`visit::Visit`] |
//! | 走访问题 | question of a visit, what was said | [`question::Question`], [`question::Said`] |
//! | 两不愁三保障, 饮水安全 | checks | [`checks::Check`], [`checks::CheckAnswer`] |
//! | 饮水四项指标 | water indicators | [`checks::WaterIndicator`] |
//! | 在校生状况, 参保 | schooling, insurance by member | [`member_answers::MemberAnswers`] |
//! | 水质检测报告 | water report of a village | [`water_report::WaterReport`] |
//! | 大额刚性支出 | large rigid spending | [`spending::SpendingLine`] |
//! | 研判 | verdict on the risk | [`verdict::Verdict`] |
//! | 提醒, 说明原因 | warning passed with a reason | [`visit::warning`] |
//! | 月收入登记 | income of a month | [`income::MonthIncome`] |
//! | 元, 分 | yuan, fen | [`money::Amount`], [`money::Money`] |
//! | 帮扶联系人 | contact | [`contact::Contact`] |
//! | 到期名单上的一户 | due row | [`due_row::DueRow`] |
//! | 问题, 销号 | problem, closed | [`problem::Problem`] |
//! | 线索, 交办、核查、反馈 | clue, what is done about it | [`clue::Clue`], [`clue_entry::ClueChange`] |
//! | 认定程序, 步骤 | procedure, its steps as the plan has them | [`procedure::Procedure`], [`policy::StepRule`] |
//! | 排除情形 | ground of exclusion | [`policy::Ground`] |
//! | 重点群体 | key group, how a household stands to it | [`policy::KeyGroup`], [`key_group::GroupFound`] |
//! | 帮扶政策 | policy | [`policy::Policy`] |
//! | 帮扶措施 | measure | [`measure::Measure`] |
//! | 收入时段 | window of twelve months | [`window::Window`], [`window_income::WindowIncome`] |
//! | 增收, 减收 | income change, reasons for a fall | [`income_change::IncomeChange`], [`fall_reason::FallReason`] |
//! | 一户的全部情况 | dossier; as the rules look at it on a day: case | [`dossier::Dossier`], [`case::Case`] |
//! | 可否消除, 回头看 | assessment, condition | [`assessment::Assessment`], [`assessment::Condition`] |
//! | 佐证 | evidence | [`evidence::Evidence`] |
//! | 承诺, 证明 | attestation | [`attestation::Attestation`] |
//! | 预警 | alert | [`alert::Alert`] |
//! | 户籍人口, 规模性风险 | registered population, risk share | [`population::RiskShare`] |
//! | 个人信息 | what tells of a person | [`personal::Personal`] |
//! | 公民身份号码 | resident ID | [`resident_id`] |
//! | 登记的一项, 其中的错 | entry, its faults | [`visit_entry::VisitEntry`], [`visit_entry::VisitFault`], … |
//! | 改动所依据的, 改动的原因 | basis, reason of a change | [`entry::Basis`], [`entry::Reason`] |
//! | 当月应访, 自愿走访 | duty of a month, voluntary visit | [`month_duty::MonthDuty`] |
//! | 月报、季报、半年报、年报的时段 | period | [`period::Period`] |
//! | 数据核查 | audit, finding | [`audit_finding::AuditFinding`] |
//! | 公示、公告，不得公示的内容 | notice, leak | [`notice::NoticeEntry`], [`leak::Leak`] |
//! | 已核实的核查发现 | checked finding | [`checked_finding::CheckedFinding`] |
//! | 概览 | overview, its measures | [`overview::OverviewMeasure`] |
//! | 阶段性工作（轮次） | round of the plan, where a household stands in it | [`policy::Round`], [`round_progress::RoundStanding`] |
//! | 使用日志的一项 | audited | [`audited::AuditedKind`] |
//! | 收入对照收入线 | income held against the line | [`held_income::HeldIncome`] |

pub mod clue;
pub mod due;
pub mod household;
pub mod income;
pub mod policy;
pub mod procedure;
pub mod revisit;
pub mod risk;
pub mod standing;
pub mod values;
pub mod visit;

pub use clue::clue_entry;
pub use due::{
    audit, audit_finding, checked_finding, due_counts, due_row, month_duty, overview, round_progress, why_due,
};
pub use household::{
    class, condition, facts, household_entry, label, population, same_member, status, status_entry, village,
};
pub use income::{fall_reason, income_change, month_entry, pro_rata, spending, window, window_income};
pub use revisit::coverage;
pub use risk::{
    alert, assessment, case, category_proposed, dossier, evidence, fall_seen, group_mark, group_person, held_income,
    key_group, mark_bought_time, notice,
};
pub use standing::settle_class;
pub use values::{
    audited, chinese_digits, clean, clock_doubt, codes, contact, entry, id, leak, mask, money, month, period, personal,
    phone, resident_id, rough_date, typed_amount, typed_day, watched_day, working_days,
};
pub use visit::{
    attestation, checks, last_time, measure, member_answers, policies_due, policy_followed, problem, question, verdict,
    visit_entry, warning, water_report,
};
