//! Where a household stands: its class and since when, its last counted visit, its due date.

pub mod settle_class;

use chrono::NaiveDate;

use crate::domain::class::{HouseholdClass, monitored_category};
use crate::domain::household::Household;
use crate::domain::label::HouseholdLabel;
use crate::domain::policy::{Cadence, Policy};
use crate::domain::revisit;
use crate::domain::status::{StatusChange, Stretch, stretches};
use crate::domain::visit::{Try, Visit, VisitMode, VisitOutcome};

/// What is computed of a household from its history, its visits and the policy. The state on a day
/// is not part of it: that is [`revisit::state`] of the due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub stretch: Stretch,
    /// The last counted visit: its day and its mode.
    pub last_counted: Option<(NaiveDate, VisitMode)>,
    /// The last visit that does not count, where it came after all that do: its day, and how it was made.
    pub last_try: Option<(NaiveDate, Try)>,
    pub due_on: Option<NaiveDate>,
}

/// The cadence that holds for a household in a class.
pub fn cadence_of<'a>(policy: &'a Policy, household: &Household, class: HouseholdClass) -> Option<&'a Cadence> {
    policy.cadence(class, monitored_category(&household.facts))
}

/// The stretches of a household's history by a policy, oldest first; the last one stands.
pub fn stretches_of(policy: &Policy, household: &Household, history: &[StatusChange]) -> Vec<Stretch> {
    stretches_in(policy, monitored_category(&household.facts), history)
}

/// The same, of a household of a monitored category, or of none.
pub fn stretches_in(policy: &Policy, category: Option<HouseholdLabel>, history: &[StatusChange]) -> Vec<Stretch> {
    stretches(history, |class, left, back| {
        policy.cadence(class, category).is_none_or(|cadence| back <= cadence.rule.interval_after(left))
    })
}

/// The visits that move the clock: by the modes of the cadence; without one, only a roster's.
pub fn counted_visits<'a>(cadence: Option<&'a Cadence>, visits: &'a [Visit]) -> impl Iterator<Item = &'a Visit> {
    let modes = cadence.map_or(&[][..], |cadence| &cadence.counted_modes);
    visits.iter().filter(move |visit| visit.is_counted(modes))
}

/// The days of a household's counted visits, in order, each once.
pub fn counted_days(cadence: Option<&Cadence>, visits: &[Visit]) -> Vec<NaiveDate> {
    let mut days: Vec<_> = counted_visits(cadence, visits).map(|visit| visit.visited_on).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn last_counted(cadence: Option<&Cadence>, visits: &[Visit]) -> Option<(NaiveDate, VisitMode)> {
    let last = counted_visits(cadence, visits).max_by_key(|visit| visit.visited_on)?;
    Some((last.visited_on, last.mode.unwrap_or(VisitMode::Unknown)))
}

fn last_try(cadence: Option<&Cadence>, visits: &[Visit], counted_on: Option<NaiveDate>) -> Option<(NaiveDate, Try)> {
    let modes = cadence?.counted_modes.as_slice();
    let is_try = |visit: &&Visit| {
        !visit.voided && !visit.is_counted(modes) && counted_on.is_none_or(|counted| visit.visited_on > counted)
    };
    let last = visits.iter().filter(is_try).max_by_key(|visit| visit.visited_on)?;
    let how = match (last.outcome, last.mode) {
        (VisitOutcome::Met, Some(mode)) => Try::Mode(mode),
        _ => Try::NobodyMet,
    };
    Some((last.visited_on, how))
}

/// Computes where a household stands; none without any history.
pub fn standing(
    policy: &Policy,
    household: &Household,
    history: &[StatusChange],
    visits: &[Visit],
) -> Option<Standing> {
    let stretch = *stretches_of(policy, household, history).last()?;
    let cadence = cadence_of(policy, household, stretch.class);
    let last_counted = last_counted(cadence, visits);
    let anchor = revisit::anchor(stretch.since.on, stretch.defaulted, last_counted.map(|(on, _)| on));
    let due_on = cadence.filter(|_| stretch.active).map(|cadence| cadence.rule.due_on(anchor));
    let last_try = last_try(cadence, visits, last_counted.map(|(on, _)| on));
    Some(Standing { stretch, last_counted, last_try, due_on })
}
