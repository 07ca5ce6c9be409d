//! Alerts on what was never recorded. What was never asked is unknown, not missing: they start with the
//! first record of the kind, or one interval after the household came onto the file, whichever is
//! earlier; never on the day of an import.

use chrono::{Datelike, NaiveDate};

use crate::domain::case::Case;
use crate::domain::class::HouseholdClass;
use crate::domain::evidence::Evidence;
use crate::domain::month::{Month, add_months};
use crate::domain::policies_due::open_policies;
use crate::domain::policy::Setting;
use crate::domain::pro_rata::due_by;
use crate::domain::standing::{cadence_of, counted_days, counted_visits};
use crate::domain::status::Stretch;
use crate::domain::visit::{Visit, VisitOutcome, VisitPurpose};
use crate::domain::window::Window;

/// No measure was put on file within the days that the policy gives for the plan, from the household's
/// entry into the system; where nobody stated that day, or it was another time that it came on the list,
/// from its identification.
pub(super) fn plan_overdue(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let term = case.policy.days(Setting::PlanDays)?;
    let entered = case.entered_system_on().filter(|entered| *entered >= stretch.since.on);
    let since = entered.unwrap_or(stretch.since.on);
    let begins = if case.measures_on_file().next().is_some() { since } else { since.max(case.household.on_file_since) };
    let end = case.policy.end_of(term, begins);
    let (until, without_holidays) = (end.on, end.without_holidays);
    let is_planned = case.measures_on_file().any(|measure| measure.ended_on.is_none_or(|on| on >= stretch.since.on));
    let is_late = stretch.class == HouseholdClass::Unresolved && !is_planned && case.day.is_after(until);
    is_late.then_some(Evidence::PlanDeadline { since, until, entry_stated: entered.is_some(), without_holidays })
}

/// Too long without a measure.
pub(super) fn measure_gap(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let months = case.policy.count(Setting::MeasureGapMonths)?;
    let is_unresolved = stretch.class == HouseholdClass::Unresolved;
    let runs = case.measures_on_file().any(|measure| case.runs(measure));
    if !is_unresolved || runs {
        return None;
    }
    let ended = case.measures_on_file().filter_map(|measure| measure.ended_on).max();
    let since = stretch.since.on.max(ended.unwrap_or(case.household.on_file_since));
    case.day.is_after(add_months(since, months)).then_some(Evidence::NoMeasure { since })
}

/// Measures in force whose effect no visit looked at within the policy's months.
pub(super) fn effect_not_reviewed(case: &Case<'_>) -> Vec<Evidence> {
    let Some(months) = case.policy.count(Setting::EffectReviewMonths) else { return Vec::new() };
    let mut evidence = Vec::new();
    for measure in case.measures_on_file().filter(|measure| case.runs(measure)) {
        let reviewed = case.entered().find(|visit| {
            visit.findings.measures.iter().any(|review| review.measure_id == measure.id && review.judges_effect())
        });
        let since = reviewed.map_or(measure.from.max(case.household.on_file_since), |visit| visit.visited_on);
        if case.day.is_after(add_months(since, months)) {
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

/// Each policy that a visit found due and no later one found received.
pub(super) fn policy_not_received(case: &Case<'_>) -> Vec<Evidence> {
    let open = open_policies(case.visits, |_| true);
    open.into_iter().map(|open| Evidence::PolicyNotReceived { what: open.what, visited_on: open.found_on }).collect()
}

/// Months without a record, of the window and since it ended, of a household whose risk stands: its
/// income is registered every month. Months before it was identified were nobody's to register, and those
/// before the first record, or before it came onto the file, cannot be told from months never asked.
pub(super) fn income_missing(case: &Case<'_>, stretch: &Stretch) -> Option<Evidence> {
    let least = usize::try_from(case.policy.count(Setting::MissingIncomeMonths)?).unwrap_or(usize::MAX);
    let on_file = case.household.on_file_since;
    let first = case.incomes.iter().filter(|income| !income.voided).map(|income| income.month).min();
    let is_asked = first.is_some() || case.day.is_after(add_months(on_file, 1));
    let from = first.map_or(Month::of(on_file), |first| first.min(Month::of(on_file)));
    let window = case.window();
    let recent = case.income_of(Window::ending(case.day.month().minus(1)));
    let since_it_ended = recent.missing().filter(|month| *month > window.last);
    let watched = |month: &Month| month.last_day() >= stretch.since.on && *month >= from;
    let months: Vec<Month> = case.income_of(window).missing().chain(since_it_ended).filter(watched).collect();
    let is_watched = stretch.class == HouseholdClass::Unresolved && is_asked;
    (is_watched && months.len() >= least).then_some(Evidence::MonthsMissing { months })
}

/// Fewer visits, or sweeps, this year than the policy asks by now, pro rata. A part of the year asks
/// nothing that began before the household came on the list, onto the file unless such a visit was entered
/// by the end of it, or while the household was off the list or in a class without a cadence.
pub(super) fn too_few_visits(case: &Case<'_>, stretch: &Stretch) -> Vec<Evidence> {
    let year = case.day.year();
    let Some(cadence) = cadence_of(case.policy, case.household, stretch.class) else { return Vec::new() };
    let by_now = |setting, days: &[NaiveDate], first: Option<NaiveDate>| {
        let a_year = case.policy.count(setting).unwrap_or_default();
        let asked = |(begins, ends): (NaiveDate, NaiveDate)| {
            let is_recorded = begins >= case.household.on_file_since || first.is_some_and(|first| first <= ends);
            is_recorded && is_visited_on(case, begins)
        };
        let made = days.iter().filter(|day| day.year() == year).count();
        (u32::try_from(made).unwrap_or(u32::MAX), due_by(&case.day, a_year, asked))
    };
    let mut evidence = Vec::new();
    // The last visit that a roster tells of does not say that those before it were recorded.
    let is_recorded = |visit: &&Visit| visit.stands_as_entered();
    let first = counted_visits(Some(cadence), case.visits).filter(is_recorded).map(|visit| visit.visited_on).min();
    let (visits, needed) = by_now(Setting::LeastVisitsAYear, &counted_days(Some(cadence), case.visits), first);
    if visits < needed {
        evidence.push(Evidence::VisitsThisYear { year, visits, needed });
    }
    let is_sweep = |visit: &&Visit| visit.purpose == Some(VisitPurpose::Sweep) && visit.outcome == VisitOutcome::Met;
    let sweeps: Vec<NaiveDate> = case.entered().filter(is_sweep).map(|visit| visit.visited_on).collect();
    let (sweeps, needed) = by_now(Setting::LeastSweepsAYear, &sweeps, sweeps.iter().min().copied());
    if sweeps < needed {
        evidence.push(Evidence::SweepsThisYear { year, sweeps, needed });
    }
    evidence
}

/// Whether the household was on the list on a day, in a class that is visited. Where nobody stated when its
/// first class began, it had always been of it.
fn is_visited_on(case: &Case<'_>, day: NaiveDate) -> bool {
    let stretches = case.stretches();
    let of_the_day = stretches.iter().rfind(|stretch| stretch.from <= day);
    let first = stretches.first().filter(|first| first.defaulted);
    let is_visited = |it: &Stretch| it.active && cadence_of(case.policy, case.household, it.class).is_some();
    of_the_day.or(first).is_some_and(is_visited)
}
