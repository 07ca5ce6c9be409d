//! The household's population 家庭人口数 by dates, and that of a village.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::water_report::Village;

/// How many people a household had from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeopleEntry {
    pub on: NaiveDate,
    /// None: it was not known.
    pub count: Option<u32>,
}

/// The number in force on a day. `entries` are in order of recording: of two for one day the later
/// holds, and a later one for an earlier day replaces what was said of it. Before the first entry there
/// is nothing to go by but the first.
pub fn people_on(entries: &[PeopleEntry], day: NaiveDate) -> Option<u32> {
    entries.iter().rev().find(|entry| entry.on <= day).or_else(|| entries.first()).and_then(|entry| entry.count)
}

/// The registered population 户籍人口 of a village: what shares are reckoned of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillagePopulation {
    pub id: Uuid,
    pub village: Village,
    pub registered: u32,
    pub stated_on: NaiveDate,
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

    #[test]
    fn the_number_in_force_on_a_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let entry = |on: &str, count| PeopleEntry { on: day(on), count };
        let entries = [entry("2026-01-10", Some(4)), entry("2026-06-01", Some(5)), entry("2026-06-01", Some(3))];
        assert_eq!(people_on(&entries, day("2025-12-31")), Some(4), "nothing earlier to go by");
        assert_eq!(people_on(&entries, day("2026-05-31")), Some(4));
        assert_eq!(people_on(&entries, day("2026-06-01")), Some(3));
        assert_eq!(people_on(&[], day("2026-06-01")), None);
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
