//! A problem 问题 found on a visit, to be solved by somebody by a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::checks::Check;
use crate::domain::codes::coded;
use crate::domain::id::{HouseholdId, ProblemId, VisitId};

coded! {
    /// How a problem stands.
    ProblemState {
        /// 未解决
        Open = "open",
        /// 现场解决
        SolvedOnTheSpot = "solved_on_the_spot",
        /// 已销号
        Closed = "closed",
    }
}

/// One problem of a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub id: ProblemId,
    pub household_id: HouseholdId,
    /// The visit that found it.
    pub visit_id: VisitId,
    pub what: String,
    pub check: Option<Check>,
    /// 责任单位
    pub unit: String,
    pub deadline: Option<NaiveDate>,
    pub state: ProblemState,
    pub found_on: NaiveDate,
    /// When whoever answers for it was told 反馈.
    #[serde(default)]
    pub told_back_on: Option<NaiveDate>,
    /// How it ended 销号; none while it is open.
    #[serde(default)]
    pub closing: Option<Closing>,
    pub voided: bool,
}

/// How a problem ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    pub on: NaiveDate,
    /// The visit on which it was closed; none where it was closed in the ledger of problems.
    #[serde(default)]
    pub visit_id: Option<VisitId>,
    /// What was done.
    pub done: String,
}

impl Problem {
    pub fn is_open(&self) -> bool {
        self.state == ProblemState::Open && !self.voided
    }

    /// The same problem, closed.
    #[must_use]
    pub fn closed(self, closing: Closing) -> Self {
        Self { state: ProblemState::Closed, closing: Some(closing), ..self }
    }

    /// The same problem, open again.
    #[must_use]
    pub fn reopened(self) -> Self {
        Self { state: ProblemState::Open, closing: None, ..self }
    }

    /// The same problem, of which whoever answers for it was told on a day, or was not after all.
    #[must_use]
    pub fn told_back(self, on: Option<NaiveDate>) -> Self {
        Self { told_back_on: on, ..self }
    }

    pub fn is_closed_by(&self, visit_id: VisitId) -> bool {
        self.closing.as_ref().is_some_and(|closing| closing.visit_id == Some(visit_id))
    }

    /// Days from a day until its deadline, negative once that has passed; none without one.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.deadline.map(|deadline| (deadline - today).num_days())
    }

    /// The order of the ledger: by deadline, those without one last, then by the day on which it was found.
    pub fn order(&self) -> (bool, Option<NaiveDate>, NaiveDate) {
        (self.deadline.is_none(), self.deadline, self.found_on)
    }

    /// It was closed, and not by the visit that found it.
    pub fn is_closed_elsewhere(&self) -> bool {
        self.closing.as_ref().is_some_and(|closing| closing.visit_id != Some(self.visit_id))
    }

    /// Somebody did something about it after the visit that found it.
    pub fn is_touched_since_found(&self) -> bool {
        self.told_back_on.is_some() || self.is_closed_elsewhere()
    }
}
