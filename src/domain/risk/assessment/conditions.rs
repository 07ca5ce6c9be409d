//! Judging one condition: its state, what it rests on, the first day from which it can hold.

use chrono::NaiveDate;

use crate::domain::attestation::AttestedMatter;
use crate::domain::case::{Case, answered, attested, spent};
use crate::domain::checks::{Check, CheckAnswer};
use crate::domain::evidence::Evidence;
use crate::domain::measure::{Measure, MeasureAnswer};
use crate::domain::month::{add_months, months_between};
use crate::domain::policy::{Purpose, Setting};
use crate::domain::status::Stretch;
use crate::domain::visit::{SignatureKind, Visit, VisitPurpose};
use crate::domain::window::{Window, WindowKind};
use crate::domain::window_income::AgainstLine;

use super::{Condition, ConditionResult, ConditionState};

type Judged = (ConditionState, Vec<Evidence>, Option<NaiveDate>);

pub(super) fn judge(case: &Case<'_>, stretch: &Stretch, condition: Condition) -> ConditionResult {
    let purpose = case.purpose();
    let ((state, evidence, possible_from), setting) = match condition {
        Condition::MeasuresInForce => (measures_in_force(case, stretch), Some(Setting::TargetedMeasures)),
        Condition::MonitoringMonths => {
            let setting = Setting::MonitoringMonths;
            (months_since(case, stretch.since.on, None, setting), Some(setting))
        }
        Condition::MeasureMonths => (measure_months(case, stretch), Some(Setting::MeasureMonths)),
        Condition::ChecksSecured => {
            let checks: Vec<Check> = Check::ALL.iter().copied().filter(|check| *check != Check::Water).collect();
            (secured(case, &checks), None)
        }
        Condition::WaterSecured => (secured(case, &[Check::Water]), None),
        Condition::IncomeAboveLine => (income(case, purpose), Some(case.policy.line_setting(purpose))),
        Condition::IncomeNotUnderFloor => (income(case, Purpose::Floor), Some(Setting::Floor)),
        Condition::IncomeStable => (income_stable(case, purpose), Some(Setting::StableIncomeMonths)),
        Condition::SpendingSolved => (spending_solved(case), None),
        Condition::Labour => (vouched(case, AttestedMatter::Labour), Some(Setting::NoLabour)),
        Condition::Consent => (vouched(case, AttestedMatter::Consent), Some(Setting::Consent)),
        Condition::Verified => (verified(case, stretch), Some(Setting::Verifiers)),
    };
    let question = has_question(condition, state, &evidence);
    ConditionResult { condition, state, question, evidence, possible_from, setting }
}

fn met_if(holds: bool) -> ConditionState {
    if holds { ConditionState::Met } else { ConditionState::NotMet }
}

fn in_force(measure: &Measure, reviewed_on: Option<NaiveDate>) -> Evidence {
    Evidence::MeasureInForce {
        reviewed_on,
        measure_id: measure.id,
        measure: measure.kind,
        item: measure.item.clone(),
        from: measure.from,
    }
}

/// How one measure stands: its state, and what it rests on. One that runs and that no visit reviewed yet
/// is unknown.
fn measure_in_force(case: &Case<'_>, measure: &Measure) -> (ConditionState, Evidence) {
    let review = case.last_review(measure);
    let undelivered = review.filter(|(answers, _)| answers.contains(&MeasureAnswer::NotDelivered));
    let runs = case.runs(measure);
    let (measure_id, item) = (measure.id, measure.item.clone());
    let evidence = match (undelivered, measure.ended_on) {
        (Some((_, visit)), _) => {
            Evidence::MeasureNotDelivered { measure_id, measure: measure.kind, item, visited_on: visit.visited_on }
        }
        (None, Some(ended_on)) if !runs => Evidence::MeasureEnded { measure_id, measure: measure.kind, item, ended_on },
        (None, _) => in_force(measure, review.map(|(_, visit)| visit.visited_on)),
    };
    let state = match (runs && undelivered.is_none(), review) {
        (false, _) => ConditionState::NotMet,
        (true, None) => ConditionState::Unknown,
        (true, Some(_)) => ConditionState::Met,
    };
    (state, evidence)
}

/// The better of two states.
const fn better(a: ConditionState, b: ConditionState) -> ConditionState {
    match (a, b) {
        (ConditionState::Met, _) | (_, ConditionState::Met) => ConditionState::Met,
        (ConditionState::Unknown, _) | (_, ConditionState::Unknown) => ConditionState::Unknown,
        _ => ConditionState::NotMet,
    }
}

/// The worse of two states: what is known not to hold outweighs what is not known.
const fn worse(a: ConditionState, b: ConditionState) -> ConditionState {
    match (a, b) {
        (ConditionState::NotMet, _) | (_, ConditionState::NotMet) => ConditionState::NotMet,
        (ConditionState::Unknown, _) | (_, ConditionState::Unknown) => ConditionState::Unknown,
        _ => ConditionState::Met,
    }
}

/// Each risk of the household has a measure in force that is meant for it 针对性帮扶措施; the risks without
/// are named.
fn measures_in_force(case: &Case<'_>, stretch: &Stretch) -> Judged {
    let measures: Vec<(&Measure, (ConditionState, Evidence))> =
        case.measures_of(stretch).map(|measure| (measure, measure_in_force(case, measure))).collect();
    if measures.is_empty() {
        let (state, evidence) = no_measure(case, stretch);
        return (state, vec![evidence], None);
    }
    let best = |answers: &dyn Fn(&Measure) -> bool| {
        let states = measures.iter().filter(|(measure, _)| answers(measure)).map(|(_, (state, _))| *state);
        states.fold(ConditionState::NotMet, better)
    };
    let mut state = best(&|_| true);
    let mut evidence: Vec<Evidence> = measures.iter().map(|(_, (_, evidence))| evidence.clone()).collect();
    for risk in case.risks() {
        let meant = case.policy.measures_for(risk);
        let answered = best(&|measure| meant.is_none_or(|kinds| kinds.contains(&measure.kind)));
        if answered == ConditionState::NotMet {
            evidence.push(Evidence::RiskWithoutMeasure { risk });
        }
        state = worse(state, answered);
    }
    if case.risks().next().is_none() {
        evidence.push(Evidence::RisksUnknown);
    }
    (state, evidence, None)
}

/// Without any measure: not met once one could have been recorded, unknown before.
fn no_measure(case: &Case<'_>, stretch: &Stretch) -> (ConditionState, Evidence) {
    if case.measures_are_known() {
        (ConditionState::NotMet, Evidence::NoMeasure { since: stretch.since.on })
    } else {
        (ConditionState::Unknown, Evidence::MeasuresNotKnown { on_file_since: case.household.on_file_since })
    }
}

/// So many months of a setting have passed from a day to today, or to the day on which it ended.
fn months_since(case: &Case<'_>, since: NaiveDate, ended: Option<NaiveDate>, setting: Setting) -> Judged {
    let needed = case.policy.count(setting).unwrap_or_default();
    let from = add_months(since, needed);
    let passed = months_between(since, ended.unwrap_or(case.day.told()));
    let is_long_enough = ended.map_or_else(|| case.day.is_from(from), |ended| from <= ended);
    let can_hold_from = Some(from).filter(|_| ended.is_none());
    (met_if(is_long_enough), vec![Evidence::MonthsPassed { since, passed, needed }], can_hold_from)
}

/// From the first measure of the stretch to today, or to the end of the last one where none runs.
fn measure_months(case: &Case<'_>, stretch: &Stretch) -> Judged {
    let Some((first, ended)) = case.measures_run(stretch) else {
        let (state, evidence) = no_measure(case, stretch);
        return (state, vec![evidence], None);
    };
    months_since(case, first, ended, Setting::MeasureMonths)
}

/// Each check secured, or not applicable, at the latest visit that looked at it.
fn secured(case: &Case<'_>, checks: &[Check]) -> Judged {
    let mut state = ConditionState::Met;
    let mut evidence = Vec::new();
    for check in checks {
        let Some(latest) = case.answers(*check).next() else {
            evidence.push(Evidence::NeverChecked { check: *check });
            if state == ConditionState::Met {
                state = ConditionState::Unknown;
            }
            continue;
        };
        if !matches!(latest.0, CheckAnswer::Secured | CheckAnswer::NotApplicable) {
            state = ConditionState::NotMet;
        }
        evidence.push(answered(*check, latest));
    }
    (state, evidence, None)
}

/// The line is a reference: at it or under it the condition is met, with a question to answer, but where
/// the plan makes it a bar. A floor bars what is under it, looking back what is not above the line.
fn income(case: &Case<'_>, purpose: Purpose) -> Judged {
    let window = case.window();
    let (against, evidence) = case.against(purpose, window);
    let state = match (against, purpose) {
        (AgainstLine::Unknown, _) => ConditionState::Unknown,
        (AgainstLine::Above, _) | (AgainstLine::At, Purpose::Floor) => ConditionState::Met,
        _ => met_if(!case.policy.is_bar(purpose)),
    };
    // Of a window that fell short the next one is the first that can do better.
    let next = (state == ConditionState::NotMet).then(|| next_complete_from(case, window));
    (state, vec![evidence], next)
}

/// Met, and yet the income is not above the line that stands beside as a reference.
fn has_question(condition: Condition, state: ConditionState, evidence: &[Evidence]) -> bool {
    let is_low = |evidence: &Evidence| {
        matches!(evidence, Evidence::IncomeAgainst { against: AgainstLine::Below | AgainstLine::At, .. })
    };
    condition == Condition::IncomeAboveLine && state == ConditionState::Met && evidence.iter().any(is_low)
}

/// The first day on which the window after this one is complete.
fn next_complete_from(case: &Case<'_>, window: Window) -> NaiveDate {
    let step = if case.policy.window() == WindowKind::Rolling12 { 1 } else { crate::domain::window::WINDOW_MONTHS };
    window.last.plus(step + 1).first_day()
}

/// No complete window that ended in the last so many months was below the line.
fn income_stable(case: &Case<'_>, purpose: Purpose) -> Judged {
    let needed = case.policy.count(Setting::StableIncomeMonths).unwrap_or_default();
    let mut state = ConditionState::Met;
    let mut evidence = Vec::new();
    let mut from = None;
    for window in windows_ending_within(case, needed) {
        let (against, figures) = case.against(purpose, window);
        match against {
            AgainstLine::Below => {
                from = from.max(Some(window.last.plus(needed + 1).first_day()));
                state = ConditionState::NotMet;
            }
            AgainstLine::Unknown if state == ConditionState::Met => state = ConditionState::Unknown,
            _ => {}
        }
        if against == AgainstLine::Below || evidence.is_empty() || against == AgainstLine::Unknown {
            evidence.push(figures);
        }
    }
    (state, evidence, from)
}

/// The policy's windows whose last month is one of the last so many ended ones; at least the last
/// complete one. Newest first.
fn windows_ending_within(case: &Case<'_>, months: u32) -> Vec<Window> {
    let latest = case.window();
    let step = if case.policy.window() == WindowKind::Rolling12 { 1 } else { crate::domain::window::WINDOW_MONTHS };
    let earliest = case.day.month().minus(months.max(1));
    let mut windows = vec![latest];
    let mut last = latest.last.minus(step);
    while last >= earliest {
        windows.push(Window::ending(last));
        last = last.minus(step);
    }
    windows
}

/// No record can show that spending is solved for good; an unsolved one shows that it is not.
fn spending_solved(case: &Case<'_>) -> Judged {
    let unsolved = case.unsolved_spending();
    let statement = case.attested(AttestedMatter::SpendingSolved);
    let mut evidence: Vec<Evidence> = case.spending().into_iter().map(spent).collect();
    evidence.push(attested(AttestedMatter::SpendingSolved, statement));
    let state = match statement {
        _ if !unsolved.is_empty() => ConditionState::NotMet,
        Some(statement) => met_if(statement.holds),
        None => ConditionState::Unknown,
    };
    (state, evidence, None)
}

fn vouched(case: &Case<'_>, matter: AttestedMatter) -> Judged {
    let statement = case.attested(matter);
    let state = statement.map_or(ConditionState::Unknown, |statement| met_if(statement.holds));
    (state, vec![attested(matter, statement)], None)
}

/// The latest verification 入户核实 since the risk was identified: by enough people, and signed.
fn verified(case: &Case<'_>, stretch: &Stretch) -> Judged {
    let needed = u32::try_from(case.policy.verifiers()).unwrap_or(u32::MAX);
    let of_stretch = |visit: &&Visit| {
        visit.purpose == Some(VisitPurpose::Verification) && visit.met.is_some() && visit.visited_on >= stretch.since.on
    };
    let Some(visit) = case.entered().find(of_stretch) else {
        return (ConditionState::NotMet, vec![Evidence::NotVerified { since: stretch.since.on }], None);
    };
    let visitors = u32::try_from(visit.visitors.len()).unwrap_or(0);
    let signature = visit.findings.signature.as_ref().map(|it| it.kind);
    let signed = signature.is_some_and(|kind| kind != SignatureKind::NotSigned);
    let evidence = Evidence::Verified { visited_on: visit.visited_on, visit_id: visit.id, visitors, needed, signed };
    (met_if(visitors >= needed && signed), vec![evidence], None)
}
