//! How many people households had by dates, and the registered populations of villages.

use chrono::NaiveDate;
use rusqlite::Row;

use crate::domain::class::HouseholdClass;
use crate::domain::id::HouseholdId;
use crate::domain::population::{PeopleChanged, PeopleHistory, PeopleStated, VillagePopulation};
use crate::domain::village::Village;

use super::Reader;
use super::columns::{coded, unreadable};
use super::error::StoreError;
use super::record::record;

/// The reason that stands at a household's revision when a visit counted its people.
pub const COUNTED_ON_A_VISIT: &str = "counted_on_a_visit";

record!(VillagePopulation in "village_populations" of |_| None, {
    id, village, registered, stated_on, voided,
});

impl Reader<'_> {
    /// A household's 家庭人口数 as it was stated, and the changes of visits that stand: read from the
    /// revisions, which alone know what stood there before. One older than the day of stating is dated by
    /// its recording.
    pub fn people_history(&self, household_id: HouseholdId) -> Result<PeopleHistory, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT seq, ifnull(reason, '') = ?2, body ->> '$.facts.population',
               ifnull(body ->> '$.counted_on', substr(recorded_at, 1, 10))
             FROM revisions WHERE entity_id = ?1 AND entity = 'household' ORDER BY seq",
        )?;
        let mut rows = statement.query([household_id.to_string().as_str(), COUNTED_ON_A_VISIT])?;
        let mut history = PeopleHistory::default();
        let mut known = None;
        while let Some(row) = rows.next()? {
            let (by_a_visit, count): (bool, Option<String>) = (row.get(1)?, row.get(2)?);
            let count = count.and_then(|count| count.parse::<u32>().ok());
            // Where no number was ever stated there is nothing to hold yet.
            let is_stated = count.is_some() || !history.stated.is_empty();
            if !by_a_visit && is_stated && known != Some(count) {
                let on: String = row.get(3)?;
                let on = on.parse().map_err(|_| unreadable())?;
                history.stated.push(PeopleStated { on, count, seq: row.get(0)? });
            }
            known = Some(count);
        }
        history.changed = self.people_changes(household_id)?;
        Ok(history)
    }

    fn people_changes(self, household_id: HouseholdId) -> Result<Vec<PeopleChanged>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT visited_on, findings ->> '$.population_change' AS by, seq FROM visits
             WHERE household_id = ?1 AND voided = 0 AND by IS NOT NULL",
        )?;
        let changed = |row: &Row<'_>| {
            Ok(PeopleChanged { on: coded(row, "visited_on")?, by: row.get("by")?, seq: row.get("seq")? })
        };
        let rows = statement.query_map([household_id.to_string()], changed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The registered populations that are stated, by township and village.
    pub fn list_village_populations(&self) -> Result<Vec<VillagePopulation>, StoreError> {
        self.list("WHERE voided = 0 ORDER BY township, village", [])
    }
}

/// The active households of a village, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageCounts {
    pub village: Village,
    pub households: usize,
    pub overdue: usize,
    pub unresolved_households: usize,
    /// Those whose population is known, summed.
    pub unresolved_persons: u32,
    /// Unresolved households whose population is not known.
    pub unknown_households: usize,
}

impl Reader<'_> {
    /// The active households by township and village, counted on a day.
    pub fn count_by_village(&self, today: NaiveDate) -> Result<Vec<VillageCounts>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT ifnull(township, '') AS township, ifnull(village, '') AS village, count(*) AS households,
               ifnull(sum(due_on < ?1), 0) AS overdue, sum(class = ?2) AS unresolved,
               sum(CASE WHEN class = ?2 THEN CAST(ifnull(population, 0) AS INTEGER) ELSE 0 END) AS persons,
               sum(class = ?2 AND population IS NULL) AS unknown
             FROM households WHERE active = 1 GROUP BY 1, 2 ORDER BY 1, 2",
        )?;
        let count = |row: &Row<'_>, column: &str| usize::try_from(row.get::<_, i64>(column)?).map_err(|_| unreadable());
        let counts = |row: &Row<'_>| {
            Ok(VillageCounts {
                village: Village { township: row.get("township")?, name: row.get("village")? },
                households: count(row, "households")?,
                overdue: count(row, "overdue")?,
                unresolved_households: count(row, "unresolved")?,
                unresolved_persons: row.get("persons")?,
                unknown_households: count(row, "unknown")?,
            })
        };
        let rows = statement.query_map([today.to_string().as_str(), HouseholdClass::Unresolved.code()], counts)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
