//! How many people households had by dates, and the registered populations of villages.

use chrono::NaiveDate;
use rusqlite::{Row, params};
use uuid::Uuid;

use crate::domain::class::HouseholdClass;
use crate::domain::population::{PeopleEntry, VillagePopulation};
use crate::domain::water_report::Village;

use super::columns::{coded, id, text_of, unreadable};
use super::error::StoreError;
use super::{Reader, Writer};

fn people_entry(row: &Row<'_>) -> rusqlite::Result<PeopleEntry> {
    let count: Option<String> = row.get("count")?;
    Ok(PeopleEntry { on: coded(row, "counted_on")?, count: count.and_then(|count| count.parse().ok()) })
}

fn village_population(row: &Row<'_>) -> rusqlite::Result<VillagePopulation> {
    Ok(VillagePopulation {
        id: id(row, "id")?,
        village: Village { township: row.get("township")?, name: row.get("village")? },
        registered: row.get("registered")?,
        stated_on: coded(row, "stated_on")?,
    })
}

impl Reader<'_> {
    /// A household's 家庭人口数 as it was stated, counted and corrected, in order of recording: read from
    /// the revisions, which alone know what stood there before.
    pub fn list_people_entries(&self, household_id: Uuid) -> Result<Vec<PeopleEntry>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT body ->> '$.facts.population' AS count,
               ifnull(body ->> '$.counted_on', body ->> '$.on_file_since') AS counted_on
             FROM revisions WHERE entity_id = ?1 AND entity = 'household' ORDER BY seq",
        )?;
        let rows = statement.query_map([household_id.to_string()], people_entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The registered populations that are stated, by township and village.
    pub fn list_village_populations(&self) -> Result<Vec<VillagePopulation>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM village_populations ORDER BY township, village")?;
        let rows = statement.query_map([], village_population)?;
        Ok(rows.collect::<Result<_, _>>()?)
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
}

impl Reader<'_> {
    /// The active households by township and village, counted on a day.
    pub fn count_by_village(&self, today: NaiveDate) -> Result<Vec<VillageCounts>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT ifnull(township, '') AS township, ifnull(village, '') AS village, count(*) AS households,
               ifnull(sum(due_on < ?1), 0) AS overdue, sum(class = ?2) AS unresolved,
               sum(CASE WHEN class = ?2 THEN CAST(ifnull(population, 0) AS INTEGER) ELSE 0 END) AS persons
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
            })
        };
        let rows = statement.query_map([today.to_string().as_str(), HouseholdClass::Unresolved.code()], counts)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_village_population(&self, stated: &VillagePopulation, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO village_populations (id, township, village, registered, stated_on, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET registered = excluded.registered, stated_on = excluded.stated_on",
            )?
            .execute(params![
                stated.id.to_string(),
                stated.village.township,
                stated.village.name,
                stated.registered,
                text_of(&stated.stated_on)?,
                seq,
            ])?;
        Ok(())
    }
}
