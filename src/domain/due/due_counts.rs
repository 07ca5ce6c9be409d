//! How many households of a list stand in each state on a day, and how far the month's visits are.

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::month::Month;
use crate::domain::revisit::RevisitState;

/// How many active households stand in each state on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DueCounts {
    pub overdue: usize,
    /// Among the overdue: no counted visit on file at all.
    pub never_visited: usize,
    pub due: usize,
    pub later: usize,
    pub all: usize,
}

impl DueCounts {
    pub fn of<'a>(rows: impl Iterator<Item = &'a DueRow>, today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for row in rows {
            counts.all += 1;
            match row.state(today) {
                RevisitState::Overdue => {
                    counts.overdue += 1;
                    counts.never_visited += usize::from(row.last_counted.is_none());
                }
                RevisitState::Due => counts.due += 1,
                RevisitState::Later => counts.later += 1,
                RevisitState::None => {}
            }
        }
        counts
    }
}

/// Of the households that are to be visited in a month, those that were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthProgress {
    /// A counted visit lies in the month.
    pub visited: usize,
    /// Those, and the ones that are still due until its end, overdue ones too.
    pub of: usize,
}

impl MonthProgress {
    pub fn of<'a>(rows: impl Iterator<Item = &'a DueRow>, today: NaiveDate) -> Self {
        let month = Month::of(today);
        let mut progress = Self::default();
        for row in rows {
            let is_visited = row.last_counted.is_some_and(|(on, _)| Month::of(on) == month);
            let is_due = row.due_on.is_some_and(|due| due <= month.last_day());
            progress.visited += usize::from(is_visited);
            progress.of += usize::from(is_visited || is_due);
        }
        progress
    }
}
