//! The dated rounds of the policy as they stand: how many days are left, how many households are reached, who is open.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::measure::Measure;
use crate::domain::month::Month;
use crate::domain::policy::{Round, RoundCounts, RoundSpan};
use crate::domain::round_progress::{MeasureReviewed, RoundFacts, RoundStanding, standing_in};
use crate::domain::visit::DatedVisit;
use crate::store::StoreError;

use super::Ledger;

/// A round that is over and has not reached all is shown for so many days more.
const SHOWN_AFTER_DAYS: u64 = 30;

/// One round, now.
#[derive(Debug, Clone)]
pub struct RoundNow {
    pub round: Round,
    pub span: RoundSpan,
    /// To its last day; negative: since it.
    pub days_left: i64,
    pub done: usize,
    /// The households that it has not reached, in the order of the due list.
    pub open: Vec<DueRow>,
}

impl RoundNow {
    /// The households of which it is asked.
    pub const fn asked(&self) -> usize {
        self.done + self.open.len()
    }
}

/// What the rounds look at of all households.
#[derive(Default)]
struct Facts {
    visits: HashMap<HouseholdId, Vec<DatedVisit>>,
    swept: HashMap<HouseholdId, Vec<NaiveDate>>,
    recorded: HashMap<HouseholdId, Vec<Month>>,
    measures: HashMap<HouseholdId, Vec<Measure>>,
    reviews: HashMap<HouseholdId, Vec<MeasureReviewed>>,
}

impl Ledger {
    /// The policy's rounds that run or come next, and those just over that are not done; by their last day.
    pub fn rounds(&self) -> Result<Vec<RoundNow>, StoreError> {
        let _view = self.store.view()?;
        let today = self.today();
        let shown_from = today.checked_sub_days(Days::new(SHOWN_AFTER_DAYS)).unwrap_or(today);
        let mut spans: Vec<(&Round, RoundSpan, bool)> = Vec::new();
        for round in &self.policy.rounds {
            let (next, before) = round.spans(today);
            let before = before.filter(|span| span.last >= shown_from && round.counts != RoundCounts::Nothing);
            spans.extend(before.map(|span| (round, span, true)));
            spans.extend(next.map(|span| (round, span, false)));
        }
        spans.sort_by_key(|(_, span, _)| span.last);
        let rows = self.store.reader().list_due_rows(None)?;
        let facts = self.facts_for(&spans)?;
        let now = spans.into_iter().map(|(round, span, is_over)| (self.round_now(round, span, &rows, &facts), is_over));
        Ok(now.filter(|(now, is_over)| !is_over || !now.open.is_empty()).map(|(now, _)| now).collect())
    }

    fn facts_for(&self, spans: &[(&Round, RoundSpan, bool)]) -> Result<Facts, StoreError> {
        let reader = self.store.reader();
        let first_of = |counts: RoundCounts| {
            spans.iter().filter(|(round, _, _)| round.counts == counts).map(|(_, span, _)| span.first).min()
        };
        let mut facts = Facts::default();
        if let Some(first) = first_of(RoundCounts::Visit) {
            facts.visits = reader.list_visits_since(first)?;
        }
        if let Some(first) = first_of(RoundCounts::Sweep) {
            facts.swept = reader.list_sweep_days(first)?;
        }
        if let Some(first) = first_of(RoundCounts::Income) {
            facts.recorded = reader.list_recorded_months(Month::of(first))?;
        }
        if let Some(first) = first_of(RoundCounts::Effect) {
            (facts.measures, facts.reviews) = (reader.list_all_measures()?, reader.list_measure_reviews(first)?);
        }
        Ok(facts)
    }

    fn round_now(&self, round: &Round, span: RoundSpan, rows: &[DueRow], facts: &Facts) -> RoundNow {
        let today = self.today();
        let mut now = RoundNow {
            round: round.clone(),
            span,
            days_left: span.last.signed_duration_since(today).num_days(),
            done: 0,
            open: Vec::new(),
        };
        for row in rows.iter().filter(|row| round.scope.takes(row.class)) {
            match self.standing_in_round(round, span, row, facts) {
                RoundStanding::NotAsked => {}
                RoundStanding::Done => now.done += 1,
                RoundStanding::Open => now.open.push(row.clone()),
            }
        }
        now
    }

    fn standing_in_round(&self, round: &Round, span: RoundSpan, row: &DueRow, facts: &Facts) -> RoundStanding {
        fn of<T>(table: &HashMap<HouseholdId, Vec<T>>, id: HouseholdId) -> &[T] {
            table.get(&id).map(Vec::as_slice).unwrap_or_default()
        }
        let cadence = self.policy.cadence(row.class, row.category());
        let modes = cadence.map_or(&[][..], |cadence| &cadence.counted_modes);
        let counted = of(&facts.visits, row.id).iter().filter(|visit| visit.is_counted(modes));
        let counted: Vec<NaiveDate> = counted.map(|visit| visit.visited_on).collect();
        let facts = RoundFacts {
            counted: &counted,
            swept: of(&facts.swept, row.id),
            recorded: of(&facts.recorded, row.id),
            measures: of(&facts.measures, row.id),
            reviews: of(&facts.reviews, row.id),
        };
        standing_in(round.counts, span, facts, self.today())
    }
}
