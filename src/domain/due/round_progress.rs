//! How far a round of the plan is: of which households it is asked, and which it has reached.

use chrono::NaiveDate;

use crate::domain::measure::Measure;
use crate::domain::month::Month;
use crate::domain::policy::{RoundCounts, RoundSpan};

/// What a round looks at of a household.
#[derive(Debug, Clone, Copy, Default)]
pub struct RoundFacts<'a> {
    /// The days of counted visits.
    pub counted: &'a [NaiveDate],
    /// The days of visits for a sweep on which somebody was met.
    pub swept: &'a [NaiveDate],
    /// The days of visits of solicitude on which somebody was met.
    pub solicitude: &'a [NaiveDate],
    /// The months whose income is recorded.
    pub recorded: &'a [Month],
    /// Those that are not void.
    pub measures: &'a [Measure],
    /// Which measures were looked at, when.
    pub reviews: &'a [MeasureReviewed],
}

/// A visit that looked at the effect of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureReviewed {
    pub on: NaiveDate,
    pub measure_id: crate::domain::id::MeasureId,
}

/// Where a household stands in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundStanding {
    /// It is not asked of it: nothing to look at.
    NotAsked,
    Open,
    Done,
}

/// Where a household that the round is for stands on a day.
pub fn standing_in(counts: RoundCounts, span: RoundSpan, facts: RoundFacts<'_>, today: NaiveDate) -> RoundStanding {
    if span.first > today {
        return RoundStanding::NotAsked;
    }
    let last = span.last.min(today);
    let is_within = |day: &NaiveDate| (span.first..=last).contains(day);
    let done = |is_done: bool| if is_done { RoundStanding::Done } else { RoundStanding::Open };
    match counts {
        RoundCounts::Visit => done(facts.counted.iter().any(is_within)),
        RoundCounts::Festival => done(facts.solicitude.iter().any(is_within)),
        RoundCounts::Sweep => done(facts.swept.iter().any(is_within)),
        RoundCounts::Income => {
            let months = span.months();
            done(!months.is_empty() && months.iter().all(|month| facts.recorded.contains(month)))
        }
        RoundCounts::Effect => {
            let mut in_force = facts.measures.iter().filter(|measure| measure.is_in_force(last)).peekable();
            if in_force.peek().is_none() {
                return RoundStanding::NotAsked;
            }
            let is_reviewed = |measure: &Measure| {
                facts.reviews.iter().any(|review| review.measure_id == measure.id && is_within(&review.on))
            };
            done(in_force.all(is_reviewed))
        }
        RoundCounts::Nothing => RoundStanding::NotAsked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{HouseholdId, MeasureId};
    use crate::domain::measure::MeasureKind;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const fn measure(id: u128, from: NaiveDate) -> Measure {
        Measure {
            id: MeasureId::made_up(id),
            household_id: HouseholdId::made_up(1),
            kind: MeasureKind::Employment,
            item: String::new(),
            funds: None,
            unit: String::new(),
            from,
            planned_end: None,
            ended_on: None,
            effect: String::new(),
            voided: false,
        }
    }

    #[test]
    fn a_round_reaches_a_household_by_what_it_counts_between_its_days() {
        let span = RoundSpan { first: day("2026-10-01"), last: day("2026-12-31") };
        let today = day("2026-11-22");
        let stands = |counts, facts: RoundFacts<'_>| standing_in(counts, span, facts, today);
        let days = |text: &str| text.split_whitespace().map(day).collect::<Vec<_>>();
        for (on, expected) in [
            ("2026-09-30 2027-01-01", RoundStanding::Open),
            ("2026-10-01", RoundStanding::Done),
            ("2026-11-22", RoundStanding::Done),
            ("2026-11-23", RoundStanding::Open),
        ] {
            let on = days(on);
            let facts = RoundFacts { counted: &on, ..RoundFacts::default() };
            assert_eq!(stands(RoundCounts::Visit, facts), expected, "{on:?}");
            assert_eq!(stands(RoundCounts::Sweep, facts), RoundStanding::Open);
            assert_eq!(stands(RoundCounts::Sweep, RoundFacts { swept: &on, ..RoundFacts::default() }), expected);
        }
        let months: Vec<Month> = ["2026-10", "2026-11"].iter().map(|month| month.parse().unwrap()).collect();
        let of = |recorded: &[Month]| stands(RoundCounts::Income, RoundFacts { recorded, ..RoundFacts::default() });
        assert_eq!(of(&months), RoundStanding::Open, "December is missing");
        let all = [months.clone(), vec!["2026-12".parse().unwrap()]].concat();
        assert_eq!(of(&all), RoundStanding::Done);
    }

    #[test]
    fn every_measure_in_force_is_looked_at_and_without_one_nothing_is_asked() {
        let span = RoundSpan { first: day("2026-10-01"), last: day("2026-12-31") };
        let measures = [measure(1, day("2026-01-01")), measure(2, day("2026-10-05"))];
        let reviewed = |id, on: &str| MeasureReviewed { on: day(on), measure_id: MeasureId::made_up(id) };
        let stands = |measures: &[Measure], reviews: &[MeasureReviewed]| {
            let facts = RoundFacts { measures, reviews, ..RoundFacts::default() };
            standing_in(RoundCounts::Effect, span, facts, day("2026-11-22"))
        };
        assert_eq!(stands(&[], &[]), RoundStanding::NotAsked);
        assert_eq!(stands(&[measure(3, day("2026-11-23"))], &[]), RoundStanding::NotAsked, "it has not begun");
        assert_eq!(stands(&measures, &[reviewed(1, "2026-10-02")]), RoundStanding::Open);
        let both = [reviewed(1, "2026-10-02"), reviewed(2, "2026-11-01")];
        assert_eq!(stands(&measures, &both), RoundStanding::Done);
        assert_eq!(stands(&measures, &[reviewed(1, "2026-09-30"), both[1]]), RoundStanding::Open);
    }
}
