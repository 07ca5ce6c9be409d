//! Why a household is due: the class, the rule, the day that the clock runs from, the sum.

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::policy::{Origin, Policy};
use crate::domain::revisit::RevisitRule;
use crate::domain::rough_date::RoughDate;
use crate::domain::visit::{Try, VisitMode};

/// What the clock runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Visit(NaiveDate, VisitMode),
    /// No counted visit since the class began.
    Since(RoughDate),
}

impl Anchor {
    pub const fn on(self) -> NaiveDate {
        match self {
            Self::Visit(on, _) => on,
            Self::Since(since) => since.on,
        }
    }
}

/// The computation of one due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyDue {
    pub class: HouseholdClass,
    /// It did not leave the list.
    pub active: bool,
    /// None: a class without a cadence, or a household that left the list.
    pub rule: Option<RevisitRule>,
    pub counted_modes: Vec<VisitMode>,
    /// Where the rule comes from: the plan, the default, or this database.
    pub origin: Option<Origin>,
    pub since: RoughDate,
    pub anchor: Anchor,
    /// A later visit that does not count.
    pub last_try: Option<(NaiveDate, Try)>,
    pub due_on: Option<NaiveDate>,
}

impl WhyDue {
    /// Explains a row by the policy that gave it its due date.
    pub fn of(row: &DueRow, policy: &Policy) -> Self {
        let cadence = policy.cadence(row.class, row.category()).filter(|_| row.active);
        let visit = row.last_counted.filter(|(on, _)| row.since_defaulted || *on >= row.since.on);
        Self {
            class: row.class,
            active: row.active,
            origin: cadence.and_then(|cadence| policy.cadence_origin(cadence)),
            rule: cadence.map(|cadence| cadence.rule.clone()),
            counted_modes: cadence.map(|cadence| cadence.counted_modes.clone()).unwrap_or_default(),
            since: row.since,
            anchor: visit.map_or(Anchor::Since(row.since), |(on, mode)| Anchor::Visit(on, mode)),
            last_try: row.last_try.filter(|_| row.active),
            due_on: row.due_on,
        }
    }
}
