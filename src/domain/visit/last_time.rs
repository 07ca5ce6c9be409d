//! "Last time": what stands beside the fields of a new visit.

use chrono::NaiveDate;

use crate::domain::income::{MonthIncome, is_recorded};
use crate::domain::month::Month;
use crate::domain::visit::Visit;

/// The latest visit with answers before one on `day`; on the same day, the one entered earlier. A
/// roster's visit has no answers and never serves. `visits` are in order of days and of recording.
pub fn last_visit_with_answers<'v>(
    visits: impl IntoIterator<Item = &'v Visit, IntoIter: DoubleEndedIterator>,
    day: NaiveDate,
) -> Option<&'v Visit> {
    let with_answers = |visit: &&Visit| visit.stands_as_entered() && visit.has_answers() && visit.visited_on <= day;
    visits.into_iter().rev().find(with_answers)
}

/// Last time of a visit that is on file: as if it were entered again on `day`.
pub fn last_visit_before<'v>(visits: &'v [Visit], visit: &Visit, day: NaiveDate) -> Option<&'v Visit> {
    let is_before = |other: &&Visit| {
        other.id != visit.id
            && (other.visited_on < day || (other.visited_on == day && other.entered_at < visit.entered_at))
    };
    last_visit_with_answers(visits.iter().filter(is_before), day)
}

/// The latest recorded month before the form's. `incomes` are in order of months, one each.
pub fn last_income(incomes: &[MonthIncome], month: Month) -> Option<&MonthIncome> {
    incomes.iter().rev().find(|income| income.month < month && is_recorded(&income.amounts))
}
