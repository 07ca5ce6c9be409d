//! What a month asked of a household: whether it was to be visited by the month's end, as things stood before the
//! month's own visits, and whether it was. A visit that nothing asked for is voluntary, and stands beside.

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::label::HouseholdLabel;
use crate::domain::month::Month;
use crate::domain::policy::Policy;
use crate::domain::revisit;
use crate::domain::standing::stretches_in;
use crate::domain::status::{StatusChange, Stretch};
use crate::domain::visit::DatedVisit;

/// A household in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthDuty {
    /// Not on the list or not on file yet, or neither asked for nor visited.
    None,
    /// Asked for by this day, which may lie before the month.
    Obliged {
        due_on: NaiveDate,
        visited_on: Option<NaiveDate>,
    },
    Voluntary {
        visited_on: NaiveDate,
    },
}

impl MonthDuty {
    pub const fn is_obliged(self) -> bool {
        matches!(self, Self::Obliged { .. })
    }

    /// Asked for, and visited.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Obliged { visited_on: Some(_), .. })
    }

    /// Asked for, and not visited yet.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Obliged { visited_on: None, .. })
    }

    pub const fn is_voluntary(self) -> bool {
        matches!(self, Self::Voluntary { .. })
    }

    /// The day by which it was asked for.
    pub const fn due_on(self) -> Option<NaiveDate> {
        match self {
            Self::Obliged { due_on, .. } => Some(due_on),
            Self::None | Self::Voluntary { .. } => None,
        }
    }

    /// The first counted visit of the month.
    pub const fn visited_on(self) -> Option<NaiveDate> {
        match self {
            Self::None => None,
            Self::Obliged { visited_on, .. } => visited_on,
            Self::Voluntary { visited_on } => Some(visited_on),
        }
    }
}

/// What the months of a household are told from.
#[derive(Debug, Clone)]
pub struct Rhythm<'a> {
    policy: &'a Policy,
    category: Option<HouseholdLabel>,
    /// Of a month before this day nothing is known.
    on_file_since: NaiveDate,
    /// Oldest first.
    stretches: Vec<Stretch>,
    /// In order of their days.
    visits: &'a [DatedVisit],
}

impl<'a> Rhythm<'a> {
    /// `history` is in order of the days and of recording within a day, `visits` in order of their days.
    pub fn of(policy: &'a Policy, row: &DueRow, history: &[StatusChange], visits: &'a [DatedVisit]) -> Self {
        let stretches = stretches_in(policy, row.category(), history);
        Self { policy, category: row.category(), on_file_since: row.on_file_since, stretches, visits }
    }

    /// How it stood on a day; none where it was not on the list, or not on file yet.
    pub fn stretch_at(&self, day: NaiveDate) -> Option<&Stretch> {
        let stretch = self.stretches.iter().rfind(|stretch| stretch.from <= day);
        stretch.filter(|stretch| stretch.active && self.on_file_since <= day)
    }

    /// A visit counts by the cadence of the class that the household had on its day.
    pub fn counts(&self, visit: &DatedVisit) -> bool {
        let of_day = self.stretches.iter().rfind(|stretch| stretch.from <= visit.visited_on);
        let cadence = of_day.or(self.stretches.first()).and_then(|it| self.policy.cadence(it.class, self.category));
        visit.is_counted(cadence.map(|cadence| cadence.counted_modes.as_slice()).unwrap_or_default())
    }

    /// The last counted visit by a day.
    pub fn last_counted_by(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.visits.iter().rfind(|visit| visit.visited_on <= day && self.counts(visit)).map(|visit| visit.visited_on)
    }

    /// The month as it stood at its end, by the class of then and the cadence of today's policy: what a household
    /// owed before its class changed within the month is not asked for any more.
    pub fn duty(&self, month: Month) -> MonthDuty {
        let (first, end) = (month.first_day(), month.last_day());
        let Some(stretch) = self.stretch_at(end) else { return MonthDuty::None };
        let Some(cadence) = self.policy.cadence(stretch.class, self.category) else { return MonthDuty::None };
        let counted = || self.visits.iter().filter(|visit| visit.is_counted(&cadence.counted_modes));
        let before = counted().rfind(|visit| visit.visited_on < first).map(|visit| visit.visited_on);
        let visited_on = counted().map(|visit| visit.visited_on).find(|day| (first..=end).contains(day));
        let due_on = cadence.rule.due_on(revisit::anchor(stretch.since.on, stretch.defaulted, before));
        match visited_on {
            _ if due_on <= end => MonthDuty::Obliged { due_on, visited_on },
            Some(visited_on) => MonthDuty::Voluntary { visited_on },
            None => MonthDuty::None,
        }
    }
}
