//! Alerts: what a cadre should look at, computed from what is on file, each with what it rests on. Which they
//! are is kept beside the household for as long as it holds; what they rest on is not.

mod wanting;

use chrono::NaiveDate;

use crate::domain::assessment::{self, ConditionState};
use crate::domain::case::{Case, answered, spent};
use crate::domain::checks::{Check, CheckAnswer};
use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::evidence::Evidence;
use crate::domain::facts::HouseholdFact;
use crate::domain::income_change::IncomeChange;
use crate::domain::key_group::{GroupStanding, groups};
use crate::domain::mark_bought_time::mark_bought_time;
use crate::domain::month::{add_months, months_between};
use crate::domain::policy::{Purpose, Setting};
use crate::domain::problem::Problem;
use crate::domain::standing::{cadence_of, counted_days};
use crate::domain::status::{StatusKind, Stretch};
use crate::domain::verdict::Verdict;
use crate::domain::visit::Visit;
use crate::domain::watched_day::WatchedDay;
use crate::domain::window_income::AgainstLine;

coded! {
    /// What an alert is about, the gravest first.
    AlertKind {
        /// 收入低于底线
        UnderFloor = "under_floor",
        /// 收入低于参考线
        UnderLine = "under_line",
        /// 回头看不合格: marked, and a check or the income does not hold
        LookBackFailing = "look_back_failing",
        /// 有未保障项
        CheckNotSecured = "check_not_secured",
        /// 保障情况变差
        CheckWorse = "check_worse",
        /// 收入明显下降
        IncomeFallen = "income_fallen",
        /// 大额刚性支出未解决
        SpendingUnsolved = "spending_unsolved",
        /// 标注消除前逾期未访
        MarkWithoutVisit = "mark_without_visit",
        /// 无帮扶联系人: monitored, and nobody answers for it
        NoContact = "no_contact",
        /// 逾期未制定帮扶计划
        PlanOverdue = "plan_overdue",
        /// 长期无帮扶措施
        MeasureGap = "measure_gap",
        /// 帮扶成效逾期未评估
        EffectNotReviewed = "effect_not_reviewed",
        /// 应享未享政策
        PolicyNotReceived = "policy_not_received",
        /// 线索逾期未认定
        DecisionOverdue = "decision_overdue",
        /// 认定程序逾期: a step, or the decision
        ProcedureLate = "procedure_late",
        /// 问题逾期未销号
        ProblemOverdue = "problem_overdue",
        /// 帮扶满期应评估风险
        AssessmentDue = "assessment_due",
        /// 跟踪关注: marked with less than the plan's months of measures
        Followed = "followed",
        /// 收入缺月
        IncomeMissing = "income_missing",
        /// 今年走访次数不足
        TooFewVisits = "too_few_visits",
    }
}

/// One alert and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    pub kind: AlertKind,
    pub evidence: Vec<Evidence>,
}

/// The kinds of a household's alerts, and the days on which they stand as long as nothing is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingAlerts {
    /// The gravest first.
    pub kinds: Vec<AlertKind>,
    /// The plan's groups that it is in, or perhaps.
    pub groups: Vec<GroupStanding>,
    pub reckoned_on: NaiveDate,
    /// The last day on which they stand.
    pub holds_until: NaiveDate,
}

impl StandingAlerts {
    pub fn of(case: &Case<'_>) -> Self {
        // The case may have been asked something before.
        let case = Case { day: WatchedDay::new(case.day.told()), ..case.clone() };
        let kinds = alerts(&case).into_iter().map(|alert| alert.kind).collect();
        let groups = groups(&case);
        Self { kinds, groups, reckoned_on: case.day.told(), holds_until: case.day.holds_until() }
    }

    /// The alerts on a day; none where that is for others to say.
    pub fn on(&self, today: NaiveDate) -> Option<&[AlertKind]> {
        self.holds_on(today).then_some(self.kinds.as_slice())
    }

    /// And the groups.
    pub fn groups_on(&self, today: NaiveDate) -> Option<&[GroupStanding]> {
        self.holds_on(today).then_some(self.groups.as_slice())
    }

    fn holds_on(&self, today: NaiveDate) -> bool {
        (self.reckoned_on..=self.holds_until).contains(&today)
    }
}

/// Every alert of a household that is on the list, the gravest first.
pub fn alerts(case: &Case<'_>) -> Vec<Alert> {
    let Some(stretch) = case.stretch().filter(|stretch| stretch.active) else { return Vec::new() };
    let judge = |kind: &AlertKind| {
        let evidence = evidence(case, &stretch, *kind);
        (!evidence.is_empty()).then_some(Alert { kind: *kind, evidence })
    };
    AlertKind::ALL.iter().filter_map(judge).collect()
}

/// What an alert rests on; nothing where it does not stand.
fn evidence(case: &Case<'_>, stretch: &Stretch, kind: AlertKind) -> Vec<Evidence> {
    match kind {
        AlertKind::UnderFloor => below(case, Purpose::Floor),
        AlertKind::UnderLine => below(case, case.purpose()),
        AlertKind::LookBackFailing => look_back_failing(case, stretch),
        AlertKind::CheckNotSecured => check_not_secured(case),
        AlertKind::CheckWorse => check_worse(case),
        AlertKind::IncomeFallen => income_fallen(case),
        AlertKind::SpendingUnsolved => case.unsolved_spending().into_iter().map(spent).collect(),
        AlertKind::MarkWithoutVisit => mark_without_visit(case, stretch).into_iter().collect(),
        AlertKind::NoContact => no_contact(case, stretch).into_iter().collect(),
        AlertKind::PlanOverdue => wanting::plan_overdue(case, stretch).into_iter().collect(),
        AlertKind::MeasureGap => wanting::measure_gap(case, stretch).into_iter().collect(),
        AlertKind::EffectNotReviewed => wanting::effect_not_reviewed(case),
        AlertKind::PolicyNotReceived => wanting::policy_not_received(case),
        AlertKind::DecisionOverdue => decision_overdue(case, stretch).into_iter().collect(),
        AlertKind::ProcedureLate => procedure_late(case),
        AlertKind::ProblemOverdue => case.problems.iter().filter_map(|it| overdue(it, &case.day)).collect(),
        AlertKind::AssessmentDue => assessment_due(case, stretch).into_iter().collect(),
        AlertKind::Followed => followed(case, stretch).into_iter().collect(),
        AlertKind::IncomeMissing => wanting::income_missing(case, stretch).into_iter().collect(),
        AlertKind::TooFewVisits => wanting::too_few_visits(case, stretch),
    }
}

fn below(case: &Case<'_>, purpose: Purpose) -> Vec<Evidence> {
    let (against, evidence) = case.against(purpose, case.window());
    if against == AgainstLine::Below { vec![evidence] } else { Vec::new() }
}

fn look_back_failing(case: &Case<'_>, stretch: &Stretch) -> Vec<Evidence> {
    if stretch.class != HouseholdClass::Eliminated {
        return Vec::new();
    }
    let failing = assessment::assess(case).map(|it| it.conditions).unwrap_or_default();
    let failing = failing.into_iter().filter(|it| it.state == ConditionState::NotMet).flat_map(|it| it.evidence);
    failing.filter(Evidence::speaks_against).collect()
}

fn check_not_secured(case: &Case<'_>) -> Vec<Evidence> {
    let latest = |check: &Check| Some((*check, case.answers(*check).next()?));
    let latest = Check::ALL.iter().filter_map(latest);
    latest
        .filter(|(_, found)| found.0 == CheckAnswer::NotSecured)
        .map(|(check, found)| answered(check, found))
        .collect()
}

/// Worse than at the visit that looked at it before.
fn check_worse(case: &Case<'_>) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for check in Check::ALL {
        let mut answers = case.answers(*check);
        let (Some(now), Some(before)) = (answers.next(), answers.next()) else { continue };
        if now.0.is_worse_than(before.0) {
            evidence.push(answered(*check, now));
            evidence.push(Evidence::CheckBefore {
                check: *check,
                answer: before.0,
                visited_on: before.1.visited_on,
                visit_id: before.1.id,
            });
        }
    }
    evidence
}

fn income_fallen(case: &Case<'_>) -> Vec<Evidence> {
    let percent = case.policy.count(Setting::IncomeFallPercent);
    let change = IncomeChange::of(case.window(), case.incomes, case.policy.formula(case.purpose()));
    let fallen = change.filter(|change| percent.is_some_and(|percent| change.has_fallen_by(percent)));
    let evidence = fallen.map(|change| Evidence::IncomeFell {
        months: u32::try_from(change.months.len()).unwrap_or(0),
        now_fen: change.now,
        before_fen: change.before,
        tenths_of_percent: change.tenths_of_percent(),
    });
    evidence.into_iter().collect()
}

/// The visit that was due before the latest mark had not been made when it was marked. Rolling it back
/// does not mend that: a visit since then does.
fn mark_without_visit(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let at = case.history.iter().rposition(|change| change.kind == StatusKind::Eliminated)?;
    let (before, mark) = (case.history.get(..at)?, case.history.get(at).filter(|mark| !mark.defaulted)?);
    let cadence = cadence_of(case.policy, case.household, stretch.class);
    let is_visited = counted_days(cadence, case.visits).last().is_some_and(|last| *last >= mark.on.on);
    let is_over = stretch.class != HouseholdClass::Eliminated && is_visited;
    (!is_over).then(|| mark_bought_time(case.policy, case.household, before, case.visits, mark.on.on))?
}

/// Every monitored household has one person who answers for it.
fn no_contact(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let is_monitored = matches!(stretch.class, HouseholdClass::Unresolved | HouseholdClass::Eliminated);
    let has_none = case.household.fact(HouseholdFact::Contact).is_empty();
    (is_monitored && has_none).then_some(Evidence::NoContact { on_file_since: case.household.on_file_since })
}

/// Measures have run for as long as the plan asks, and no visit since gave a verdict on the risk.
fn assessment_due(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let needed = case.policy.count(Setting::MeasureMonths).filter(|_| stretch.class == HouseholdClass::Unresolved)?;
    let (since, ended) = case.measures_run(stretch)?;
    let from = add_months(since, needed);
    let is_judged = case.entered().any(|visit| visit.findings.verdict.is_some() && visit.visited_on >= from);
    let is_long_enough = ended.map_or_else(|| case.day.is_from(from), |ended| from <= ended);
    let passed = months_between(since, ended.unwrap_or(case.day.told()));
    (is_long_enough && !is_judged).then_some(Evidence::MonthsPassed { since, passed, needed })
}

/// It was marked with less than the plan's months of measures: followed, not rolled back.
fn followed(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let needed = case.policy.count(Setting::MeasureMonths).filter(|_| stretch.class == HouseholdClass::Eliminated)?;
    let stretches = case.stretches();
    let before = stretches.iter().rev().find(|it| it.class == HouseholdClass::Unresolved)?;
    let mark = case.history.iter().rfind(|change| change.kind == StatusKind::Eliminated);
    let marked_on = mark.map_or(stretch.since.on, |mark| mark.on.on);
    let (since, until) = case.measures_ran(before, marked_on)?;
    let passed = months_between(since, until);
    (add_months(since, needed) > until).then_some(Evidence::MonthsPassed { since, passed, needed })
}

/// A visit proposed that the household be taken in or rolled back, and nothing was decided in time.
fn decision_overdue(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let term = case.policy.days(Setting::DecisionDays)?;
    let proposes = |verdict: Option<Verdict>| match stretch.class {
        HouseholdClass::Eliminated => verdict == Some(Verdict::RollBack),
        HouseholdClass::Stable | HouseholdClass::General => verdict == Some(Verdict::New),
        HouseholdClass::Unresolved => false,
    };
    // Where nobody stated when the first class began, no visit lies before it.
    let is_open = stretch.defaulted && case.stretches().len() == 1;
    let of_stretch = |visit: &&Visit| is_open || visit.visited_on >= stretch.from;
    let judged = case.entered().filter(|visit| visit.findings.verdict.is_some()).filter(of_stretch);
    // The clue is the first of the visits that have said so without a break.
    let clue = judged.take_while(|visit| proposes(visit.findings.verdict)).last()?;
    let end = case.policy.end_of(term, clue.visited_on);
    let (until, without_holidays) = (end.on, end.without_holidays);
    case.day.is_after(until).then_some(Evidence::Deadline { since: clue.visited_on, until, without_holidays })
}

/// What is due next of a procedure that runs lies behind.
fn procedure_late(case: &Case<'_>) -> Vec<Evidence> {
    let holidays = case.policy.holidays();
    let late = case.procedures.iter().filter_map(|procedure| {
        let due = procedure.next_due(holidays)?;
        case.day.is_after(due.on).then(|| Evidence::ProcedureLate {
            procedure: procedure.kind,
            step: due.step,
            due_on: due.on,
            assigned_to: procedure.assigned_to.clone(),
        })
    });
    late.collect()
}

fn overdue(problem: &Problem, day: &WatchedDay) -> Option<Evidence> {
    let deadline = problem.deadline.filter(|_| problem.is_open() && !problem.voided)?;
    let evidence = || Evidence::Problem { problem_id: problem.id, what: problem.what.clone(), deadline };
    day.is_after(deadline).then(evidence)
}
