//! The dated rounds of the policy as they stand: how many days are left, how many households are reached, who is open.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::measure::Measure;
use crate::domain::month::Month;
use crate::domain::month_duty::Rhythm;
use crate::domain::policy::{Round, RoundCounts, RoundSpan, RoundTime};
use crate::domain::round_progress::{MeasureReviewed, RoundFacts, RoundStanding, standing_in};
use crate::domain::status::StatusChange;
use crate::domain::visit::{DatedVisit, VisitPurpose};
use crate::store::StoreError;

use super::Ledger;

/// A round that is over and has not reached all is shown for so many days more: one that comes each month, any other.
const SHOWN_AFTER_DAYS: [u64; 2] = [30, 90];

/// One round, now.
#[derive(Debug, Clone)]
pub struct RoundNow {
    pub round: Round,
    pub span: RoundSpan,
    pub has_begun: bool,
    /// To its last day; negative: since it.
    pub days_left: i64,
    pub done: usize,
    /// The households that it has not reached, in the order of the due list.
    pub open: Vec<DueRow>,
}

impl RoundNow {
    fn new(round: &Round, span: RoundSpan, today: NaiveDate) -> Self {
        let days_left = span.last.signed_duration_since(today).num_days();
        Self { round: round.clone(), span, has_begun: span.first <= today, days_left, done: 0, open: Vec::new() }
    }

    /// The households of which it is asked.
    pub const fn asked(&self) -> usize {
        self.done + self.open.len()
    }
}

/// What the rounds look at of all households.
#[derive(Default)]
struct Facts {
    histories: HashMap<HouseholdId, Vec<StatusChange>>,
    solicitude: HashMap<HouseholdId, Vec<NaiveDate>>,
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
        let mut spans: Vec<(&Round, RoundSpan, bool)> = Vec::new();
        for round in &self.policy.rounds {
            let (next, before) = round.spans(today);
            let is_monthly = matches!(round.time, RoundTime::Every { months: 1, .. });
            let days = SHOWN_AFTER_DAYS[usize::from(!is_monthly)];
            let shown_from = today.checked_sub_days(Days::new(days)).unwrap_or(today);
            let before = before.filter(|span| span.last >= shown_from && round.counts != RoundCounts::Nothing);
            spans.extend(before.map(|span| (round, span, true)));
            spans.extend(next.map(|span| (round, span, false)));
        }
        spans.sort_by_key(|(_, span, _)| span.last);
        let facts = self.facts_for(&spans)?;
        let mut now: Vec<RoundNow> = spans.iter().map(|(round, span, _)| RoundNow::new(round, *span, today)).collect();
        for row in self.store.reader().list_due_rows(None)? {
            self.put_where_it_stands(&row, &facts, &mut now);
        }
        let shown = now.into_iter().zip(&spans).filter(|(now, (_, _, is_over))| !is_over || !now.open.is_empty());
        Ok(shown.map(|(now, _)| now).collect())
    }

    fn facts_for(&self, spans: &[(&Round, RoundSpan, bool)]) -> Result<Facts, StoreError> {
        let reader = self.store.reader();
        let first_of = |counts: RoundCounts| {
            spans.iter().filter(|(round, _, _)| round.counts == counts).map(|(_, span, _)| span.first).min()
        };
        let mut facts = Facts { histories: reader.list_all_status_changes()?, ..Facts::default() };
        if let Some(first) = first_of(RoundCounts::Festival) {
            facts.solicitude = reader.list_days_of(VisitPurpose::Festival, first)?;
        }
        if let Some(first) = first_of(RoundCounts::Visit) {
            facts.visits = reader.list_visits_since(first)?;
        }
        if let Some(first) = first_of(RoundCounts::Sweep) {
            facts.swept = reader.list_days_of(VisitPurpose::Sweep, first)?;
        }
        if let Some(first) = first_of(RoundCounts::Income) {
            facts.recorded = reader.list_recorded_months(Month::of(first))?;
        }
        if let Some(first) = first_of(RoundCounts::Effect) {
            (facts.measures, facts.reviews) = (reader.list_all_measures()?, reader.list_measure_reviews(first)?);
        }
        Ok(facts)
    }

    /// Counts a household in each round that was for it: by its class at the round's end, or today's while it runs.
    fn put_where_it_stands(&self, row: &DueRow, facts: &Facts, now: &mut [RoundNow]) {
        fn of<T>(table: &HashMap<HouseholdId, Vec<T>>, id: HouseholdId) -> &[T] {
            table.get(&id).map(Vec::as_slice).unwrap_or_default()
        }
        let today = self.today();
        let rhythm = Rhythm::of(&self.policy, row, of(&facts.histories, row.id), &[]);
        let counted = of(&facts.visits, row.id).iter().filter(|visit| rhythm.counts(visit));
        let counted: Vec<NaiveDate> = counted.map(|visit| visit.visited_on).collect();
        let facts = RoundFacts {
            counted: &counted,
            swept: of(&facts.swept, row.id),
            solicitude: of(&facts.solicitude, row.id),
            recorded: of(&facts.recorded, row.id),
            measures: of(&facts.measures, row.id),
            reviews: of(&facts.reviews, row.id),
        };
        for now in now {
            let class = rhythm.stretch_at(now.span.last.min(today)).map(|stretch| stretch.class);
            if class.is_none_or(|class| !now.round.scope.takes(class)) {
                continue;
            }
            match standing_in(now.round.counts, now.span, facts, today) {
                RoundStanding::NotAsked => {}
                RoundStanding::Done => now.done += 1,
                RoundStanding::Open => now.open.push(row.clone()),
            }
        }
    }
}
