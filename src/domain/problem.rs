//! A problem 问题 found on a visit, to be solved by somebody by a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::checks::Check;
use super::codes::coded;

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
    pub id: Uuid,
    pub household_id: Uuid,
    /// The visit that found it.
    pub visit_id: Uuid,
    pub what: String,
    pub check: Option<Check>,
    /// 责任单位
    pub unit: String,
    pub deadline: Option<NaiveDate>,
    pub state: ProblemState,
    pub found_on: NaiveDate,
    pub voided: bool,
}
