//! Alerts: what a cadre should look at, reckoned from what is on file, each with what it rests on.
//! Nothing of it is stored.

use chrono::{Datelike, NaiveDate};

use super::assessment::{self, ConditionState};
use super::case::{Case, answered, spent};
use super::checks::{Check, CheckAnswer};
use super::class::HouseholdClass;
use super::codes::coded;
use super::evidence::Evidence;
use super::income_change::IncomeChange;
use super::measure::MeasureAnswer;
use super::month::{Month, add_months};
use super::policy::{Purpose, Setting};
use super::problem::Problem;
use super::standing::{cadence_of, counted_days, mark_bought_time};
use super::status::{StatusKind, Stretch, stretches};
use super::verdict::Verdict;
use super::visit::{Visit, VisitPurpose};
use super::window::Window;
use super::window_income::AgainstLine;

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
        /// 问题逾期未销号
        ProblemOverdue = "problem_overdue",
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
        AlertKind::PlanOverdue => plan_overdue(case, stretch).into_iter().collect(),
        AlertKind::MeasureGap => measure_gap(case, stretch).into_iter().collect(),
        AlertKind::EffectNotReviewed => effect_not_reviewed(case),
        AlertKind::PolicyNotReceived => policy_not_received(case).into_iter().collect(),
        AlertKind::DecisionOverdue => decision_overdue(case, stretch).into_iter().collect(),
        AlertKind::ProblemOverdue => case.problems.iter().filter_map(|it| overdue(it, case.today)).collect(),
        AlertKind::IncomeMissing => income_missing(case, stretch).into_iter().collect(),
        AlertKind::TooFewVisits => too_few_visits(case, stretch),
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
        if badness(now.0) > badness(before.0) {
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

/// How bad an answer is: at risk is worse than secured, not secured worse than at risk.
const fn badness(answer: CheckAnswer) -> u8 {
    match answer {
        CheckAnswer::Secured | CheckAnswer::NotApplicable | CheckAnswer::NotChecked => 0,
        CheckAnswer::AtRisk => 1,
        CheckAnswer::NotSecured => 2,
    }
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

fn no_measure_since(case: &Case<'_>, stretch: &Stretch) -> Option<NaiveDate> {
    let is_unresolved = stretch.class == HouseholdClass::Unresolved;
    let runs = case.measures_on_file().any(|measure| measure.is_in_force(case.today));
    let ended = case.measures_on_file().filter_map(|measure| measure.ended_on).max();
    (is_unresolved && !runs).then(|| ended.map_or(stretch.since.on, |ended| ended.max(stretch.since.on)))
}

/// No measure was put on file within the days that the policy gives for the plan.
fn plan_overdue(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let term = case.policy.days(Setting::PlanDays)?;
    let until = term.after(stretch.since.on);
    let is_planned = case.measures_on_file().any(|measure| measure.ended_on.is_none_or(|on| on >= stretch.since.on));
    let is_late = stretch.class == HouseholdClass::Unresolved && !is_planned && case.today > until;
    is_late.then_some(Evidence::Deadline { since: stretch.since.on, until })
}

/// Too long without a measure.
fn measure_gap(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let months = case.policy.count(Setting::MeasureGapMonths)?;
    let since = no_measure_since(case, stretch)?;
    (add_months(since, months) < case.today).then_some(Evidence::NoMeasure { since })
}

/// Measures in force whose effect no visit looked at within the policy's months.
fn effect_not_reviewed(case: &Case<'_>) -> Vec<Evidence> {
    let Some(months) = case.policy.count(Setting::EffectReviewMonths) else { return Vec::new() };
    let mut evidence = Vec::new();
    for measure in case.measures_on_file().filter(|measure| measure.is_in_force(case.today)) {
        let is_judged = |answer: &MeasureAnswer| *answer != MeasureAnswer::Delivered;
        let reviewed = case.entered().find(|visit| {
            let reviews = visit.findings.measures.iter().filter(|review| review.measure_id == measure.id);
            reviews.flat_map(|review| &review.answers).any(is_judged)
        });
        let since = reviewed.map_or(measure.from, |visit| visit.visited_on);
        if add_months(since, months) < case.today {
            evidence.push(Evidence::EffectNotReviewed {
                measure_id: measure.id,
                measure: measure.kind,
                item: measure.item.clone(),
                since,
            });
        }
    }
    evidence
}

/// As the latest visit with answers says.
fn policy_not_received(case: &Case<'_>) -> Option<Evidence> {
    let visit = case.entered().find(|visit| visit.findings.has_answers() || !visit.findings.policies_due.is_empty())?;
    let what = visit.findings.policies_due.trim().to_owned();
    (!what.is_empty()).then_some(Evidence::PolicyNotReceived { what, visited_on: visit.visited_on })
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
    let is_open = stretch.defaulted && stretches(case.history).len() == 1;
    let of_stretch = |visit: &&Visit| is_open || visit.visited_on >= stretch.from;
    let judged = case.entered().filter(|visit| visit.findings.verdict.is_some()).filter(of_stretch);
    // The clue is the first of the visits that have said so without a break.
    let clue = judged.take_while(|visit| proposes(visit.findings.verdict)).last()?;
    let until = term.after(clue.visited_on);
    (case.today > until).then_some(Evidence::Deadline { since: clue.visited_on, until })
}

fn overdue(problem: &Problem, today: NaiveDate) -> Option<Evidence> {
    let deadline = problem.deadline.filter(|deadline| problem.is_open() && !problem.voided && *deadline < today)?;
    Some(Evidence::Problem { problem_id: problem.id, what: problem.what.clone(), deadline })
}

/// Months without a record, of the window and since it ended, of a household whose risk stands: its
/// income is registered every month. Months before it was identified were nobody's to register.
fn income_missing(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let least = usize::try_from(case.policy.count(Setting::MissingIncomeMonths)?).unwrap_or(usize::MAX);
    let window = case.window();
    let recent = case.income_of(Window::ending(Month::of(case.today).minus(1)));
    let since_it_ended = recent.missing().filter(|month| *month > window.last);
    let watched = |month: &Month| month.last_day() >= stretch.since.on;
    let months: Vec<Month> = case.income_of(window).missing().chain(since_it_ended).filter(watched).collect();
    let is_watched = stretch.class == HouseholdClass::Unresolved;
    (is_watched && months.len() >= least).then_some(Evidence::MonthsMissing { months })
}

/// Fewer visits, or sweeps, this year than the policy asks. A household that came on the list this year
/// is not asked for a whole year's; where nobody stated since when it is on it, it is asked.
fn too_few_visits(case: &Case<'_>, stretch: &Stretch) -> Vec<Evidence> {
    let year = case.today.year();
    let cadence = cadence_of(case.policy, case.household, stretch.class);
    let first = stretches(case.history).first().copied();
    let is_new = first.is_some_and(|first| !first.defaulted && first.since.on.year() == year);
    if cadence.is_none() || is_new {
        return Vec::new();
    }
    let of_year = |day: &NaiveDate| day.year() == year;
    let visits = counted_days(cadence, case.visits).iter().filter(|day| of_year(day)).count();
    let is_sweep = |purpose| purpose == Some(VisitPurpose::Sweep);
    let sweeps = case.entered().filter(|visit| is_sweep(visit.purpose) && of_year(&visit.visited_on)).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (visits, sweeps) = (number(visits), number(sweeps));
    let asked = |setting| case.policy.count(setting).unwrap_or_default();
    let mut evidence = Vec::new();
    let needed = asked(Setting::LeastVisitsAYear);
    if visits < needed {
        evidence.push(Evidence::VisitsThisYear { year, visits, needed });
    }
    let needed = asked(Setting::LeastSweepsAYear);
    if sweeps < needed {
        evidence.push(Evidence::SweepsThisYear { year, sweeps, needed });
    }
    evidence
}
