//! The household's population 家庭人口数 by dates, and that of a village.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::VillagePopulationId;
use crate::domain::village::Village;

/// A number that a roster or a hand stated, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeopleStated {
    pub on: NaiveDate,
    /// None: it was taken away, and is not known from then on.
    pub count: Option<u32>,
    /// Its place in the order of recording.
    pub seq: i64,
}

/// By how many people a visit that stands says that the household grew or shrank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeopleChanged {
    pub on: NaiveDate,
    pub by: i32,
    pub seq: i64,
}

/// 家庭人口数 by dates: what was stated, and what visits counted since. A visit that is voided or
/// corrected changes it at once, since nothing of it is kept here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleHistory {
    pub stated: Vec<PeopleStated>,
    pub changed: Vec<PeopleChanged>,
}

impl PeopleHistory {
    /// The number in force on a day: the latest that was stated by then, of two for one day the one
    /// recorded later; and the changes by then that were recorded after it. Before the first statement
    /// there is nothing to go by but the first.
    pub fn on(&self, day: NaiveDate) -> Option<u32> {
        let latest = self.stated.iter().filter(|it| it.on <= day).max_by_key(|it| (it.on, it.seq));
        let first = || self.stated.iter().min_by_key(|it| (it.on, std::cmp::Reverse(it.seq)));
        let base = latest.or_else(first)?;
        let changes = self.changed.iter().filter(|it| it.on <= day && it.seq > base.seq);
        let by: i32 = changes.map(|it| it.by).sum();
        base.count?.checked_add_signed(by)
    }
}

/// The registered population 户籍人口 of a village: what shares are computed of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillagePopulation {
    pub id: VillagePopulationId,
    pub village: Village,
    pub registered: u32,
    pub stated_on: NaiveDate,
    /// It was recorded by mistake.
    #[serde(default)]
    pub voided: bool,
}

/// A registered population that a village can have: one person at least, a million at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registered(u32);

impl Registered {
    pub const MOST: u32 = 1_000_000;

    pub fn new(persons: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&persons).then_some(Self(persons))
    }

    pub const fn persons(self) -> u32 {
        self.0
    }
}

/// Unresolved persons 未消除风险人口 as a share of a registered population.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RiskShare {
    pub unresolved_persons: u32,
    /// None: not stated for all that is summed.
    pub registered: Option<u32>,
}

impl RiskShare {
    /// In hundredths of a percent, rounded half up; none without a population.
    pub fn basis_points(self) -> Option<u32> {
        let registered = self.registered.filter(|registered| *registered > 0)?;
        Some((self.unresolved_persons * 20_000 + registered) / (2 * registered))
    }

    /// Above so many percent, exactly; none without a population.
    pub fn is_above(self, percent: u32) -> Option<bool> {
        let registered = self.registered.filter(|registered| *registered > 0)?;
        Some(u64::from(self.unresolved_persons) * 100 > u64::from(percent) * u64::from(registered))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stated(on: &str, count: Option<u32>, seq: i64) -> PeopleStated {
        PeopleStated { on: day(on), count, seq }
    }

    fn changed(on: &str, by: i32, seq: i64) -> PeopleChanged {
        PeopleChanged { on: day(on), by, seq }
    }

    #[test]
    fn the_number_in_force_on_a_day() {
        let history = PeopleHistory {
            stated: vec![
                stated("2026-01-10", Some(9), 1),
                stated("2026-01-10", Some(4), 2),
                stated("2026-06-01", Some(5), 5),
                stated("2026-10-01", None, 9),
            ],
            changed: vec![changed("2026-03-01", 1, 3), changed("2026-07-01", -1, 7), changed("2026-02-01", 1, 8)],
        };
        for (on, count) in [
            ("2025-12-31", Some(4)), // nothing earlier to go by; a slip mended the same day is no number
            ("2026-02-28", Some(5)),
            ("2026-03-01", Some(6)),
            ("2026-06-01", Some(6)), // stated, and one that came in February was recorded after that
            ("2026-07-01", Some(5)),
            ("2026-10-01", None),
        ] {
            assert_eq!(history.on(day(on)), count, "{on}");
        }
        assert_eq!(PeopleHistory::default().on(day("2026-06-01")), None);
    }

    #[test]
    fn a_village_has_from_one_to_a_million_people() {
        for (persons, is_possible) in [(0, false), (1, true), (1_000_000, true), (1_000_001, false)] {
            assert_eq!(Registered::new(persons).map(Registered::persons), is_possible.then_some(persons));
        }
    }

    #[test]
    fn a_share_is_above_only_when_it_is_more() {
        let share = |persons, registered| RiskShare { unresolved_persons: persons, registered };
        assert_eq!(share(40, Some(2000)).is_above(2), Some(false), "two of a hundred is not above two percent");
        assert_eq!(share(41, Some(2000)).is_above(2), Some(true));
        assert_eq!(share(41, Some(2000)).basis_points(), Some(205));
        assert_eq!((share(1, None).is_above(2), share(1, Some(0)).basis_points()), (None, None));
    }
}
