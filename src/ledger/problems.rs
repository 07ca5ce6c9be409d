//! The ledger of problems 问题台账: all of every household, told back, closed, opened again; several at once.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::entry::Reason;
use crate::domain::id::HouseholdId;
use crate::domain::problem::{Closing, Problem, ProblemState};
use crate::store::StoreError;

use super::Ledger;

/// A problem, its household, and who found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedProblem {
    pub problem: Problem,
    pub household: DueRow,
    pub found_by: Vec<String>,
}

/// What becomes of problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemChange {
    /// 销号, with what was done.
    Close { done: Reason },
    /// 反馈: whoever answers for them was told today.
    ToldBack,
    /// They were not told today after all.
    NotToldBack,
    /// They are open again, and why.
    Reopen { why: Reason },
}

impl ProblemChange {
    /// The problem after it; none where it cannot be done to a problem that stands so.
    fn of(&self, problem: &Problem, today: NaiveDate) -> Option<Problem> {
        let problem = problem.clone();
        match self {
            Self::Close { done } => (problem.is_open() && problem.found_on <= today)
                .then(|| problem.closed(Closing { on: today, visit_id: None, done: done.as_str().to_owned() })),
            Self::ToldBack => problem.told_back_on.is_none().then(|| problem.told_back(Some(today))),
            Self::NotToldBack => (problem.told_back_on == Some(today)).then(|| problem.told_back(None)),
            Self::Reopen { .. } => (problem.state == ProblemState::Closed).then(|| problem.reopened()),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Close { .. } | Self::ToldBack | Self::NotToldBack => None,
            Self::Reopen { why } => Some(why.as_str()),
        }
    }
}

impl Ledger {
    /// The problems of the households on the list, the open ones first, by deadline; those that are void left out.
    pub fn problems(&self) -> Result<Vec<ListedProblem>, StoreError> {
        let reader = self.store.reader();
        let rows = reader.list_due_rows(None)?.into_iter().map(|row| (row.id, row));
        let rows: HashMap<HouseholdId, DueRow> = rows.collect();
        let finders = reader.list_finders()?;
        let mut listed: Vec<ListedProblem> = Vec::new();
        for problem in reader.list_all_problems()? {
            let Some(household) = rows.get(&problem.household_id).cloned() else { continue };
            let found_by = finders.get(&problem.visit_id).cloned().unwrap_or_default();
            listed.push(ListedProblem { problem, household, found_by });
        }
        listed.sort_by_key(|listed| (!listed.problem.is_open(), listed.problem.order()));
        Ok(listed)
    }

    /// Changes problems, all of them or none: refused where one is not any more as it was seen. Gives them as they
    /// are then.
    pub fn change_problems(&mut self, seen: &[Problem], change: &ProblemChange) -> Result<Vec<Problem>, StoreError> {
        let today = self.today();
        self.write(|writer, _| {
            let mut changed = Vec::with_capacity(seen.len());
            for problem in seen {
                let is_as_seen = writer.reader().find_problem(problem.id)?.as_ref() == Some(problem);
                let after = change.of(problem, today).filter(|_| is_as_seen && !problem.voided);
                let after = after.ok_or(StoreError::ChangedMeanwhile)?;
                writer.put(after.clone(), change.reason())?;
                changed.push(after);
            }
            Ok(changed)
        })
    }
}
