//! The list of who must be visited: its rows, its counts, and why a household is due.

pub mod audit;
pub mod audit_finding;
pub mod checked_finding;
pub mod due_counts;
pub mod due_row;
pub mod month_duty;
pub mod overview;
pub mod round_progress;
pub mod why_due;
