//! Whether a mark took an overdue household off its clock.

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::evidence::Evidence;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::policy::Policy;
use crate::domain::revisit;
use crate::domain::standing::{cadence_of, counted_days, stretches_of};
use crate::domain::status::StatusChange;
use crate::domain::visit::Visit;

/// A mark 风险消除 on a household whose visit was overdue by its old cadence when it was marked: the mark
/// must not buy time. `before` is the history before the mark; none where it came onto the file marked.
pub fn mark_bought_time(
    policy: &Policy,
    household: &Household,
    before: &[StatusChange],
    visits: &[Visit],
    marked_on: NaiveDate,
) -> Option<Evidence> {
    let stretch = stretches_of(policy, household, before).last().copied();
    let cadence = cadence_of(policy, household, HouseholdClass::Unresolved)?;
    let visited = counted_days(Some(cadence), visits).into_iter().rfind(|day| *day <= marked_on);
    let anchor = match stretch {
        Some(stretch) if stretch.class != HouseholdClass::Unresolved => return None,
        Some(stretch) => revisit::anchor(stretch.since.on, stretch.defaulted, visited),
        // It came onto the file with its mark: what is known of the time before is the visit.
        None => {
            let identified = household.date(HouseholdFact::IdentifiedOn).map(|date| date.on);
            identified.map_or(visited?, |on| revisit::anchor(on, false, visited).min(marked_on))
        }
    };
    if stretch.is_none() && visited.is_none() {
        return None;
    }
    let due_on = cadence.rule.due_on(anchor);
    (due_on < marked_on).then_some(Evidence::MarkedLate { marked_on, due_on, last_counted_on: visited })
}
