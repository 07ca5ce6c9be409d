//! What a round of the plan goes over: of all households at once, and nothing that it does not count.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::id::HouseholdId;
use crate::domain::measure::{Measure, MeasureReview};
use crate::domain::month::Month;
use crate::domain::round_progress::MeasureReviewed;
use crate::domain::visit::VisitPurpose;

use super::Reader;
use super::columns::{coded, id};
use super::error::StoreError;

impl Reader<'_> {
    /// The days of visits for a purpose on which somebody was met, from a day on.
    pub fn list_days_of(
        &self,
        purpose: VisitPurpose,
        first: NaiveDate,
    ) -> Result<HashMap<HouseholdId, Vec<NaiveDate>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, visited_on FROM visits
             WHERE voided = 0 AND purpose = ?1 AND outcome = 'met' AND visited_on >= ?2",
        )?;
        let rows = statement.query_map([purpose.code(), &first.to_string()], |row| {
            Ok((id(row, "household_id")?, coded(row, "visited_on")?))
        })?;
        by_household(rows)
    }

    /// The months from one on whose income is recorded: in the record that holds, the five amounts are all given.
    pub fn list_recorded_months(&self, first: Month) -> Result<HashMap<HouseholdId, Vec<Month>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, month FROM incomes AS i
             WHERE voided = 0 AND month >= ?1 AND seq =
               (SELECT max(seq) FROM incomes WHERE household_id = i.household_id AND month = i.month AND voided = 0)
               AND wage_fen IS NOT NULL AND business_gross_fen IS NOT NULL AND business_cost_fen IS NOT NULL
               AND property_fen IS NOT NULL AND transfer_fen IS NOT NULL",
        )?;
        let rows =
            statement.query_map([first.to_string()], |row| Ok((id(row, "household_id")?, coded(row, "month")?)))?;
        by_household(rows)
    }

    /// How many months of a household are recorded from one to another, as [`Self::list_recorded_months`] has it.
    pub fn count_recorded_months(
        &self,
        household_id: HouseholdId,
        first: Month,
        last: Month,
    ) -> Result<u32, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM incomes AS i
             WHERE household_id = ?1 AND voided = 0 AND month BETWEEN ?2 AND ?3 AND seq =
               (SELECT max(seq) FROM incomes WHERE household_id = ?1 AND month = i.month AND voided = 0)
               AND wage_fen IS NOT NULL AND business_gross_fen IS NOT NULL AND business_cost_fen IS NOT NULL
               AND property_fen IS NOT NULL AND transfer_fen IS NOT NULL",
        )?;
        let of = [household_id.to_string(), first.to_string(), last.to_string()];
        Ok(statement.query_row(of, |row| row.get(0))?)
    }

    /// The measures that are not void.
    pub fn list_all_measures(&self) -> Result<HashMap<HouseholdId, Vec<Measure>>, StoreError> {
        let measures: Vec<Measure> = self.list("WHERE voided = 0", [])?;
        let mut of: HashMap<HouseholdId, Vec<Measure>> = HashMap::new();
        for measure in measures {
            of.entry(measure.household_id).or_default().push(measure);
        }
        Ok(of)
    }

    /// Which measures visits looked at from a day on: what was said of their effect, not only that they are
    /// delivered.
    pub fn list_measure_reviews(
        &self,
        first: NaiveDate,
    ) -> Result<HashMap<HouseholdId, Vec<MeasureReviewed>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT household_id, visited_on, findings ->> '$.measures' AS reviews FROM visits
             WHERE voided = 0 AND visited_on >= ?1 AND json_array_length(findings, '$.measures') > 0",
        )?;
        let mut rows = statement.query([first.to_string()])?;
        let mut of: HashMap<HouseholdId, Vec<MeasureReviewed>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let on = coded(row, "visited_on")?;
            let reviews: Vec<MeasureReview> = serde_json::from_str(&row.get::<_, String>("reviews")?)?;
            let judged = reviews.iter().filter(|review| review.judges_effect());
            let reviewed = judged.map(|review| MeasureReviewed { on, measure_id: review.measure_id });
            of.entry(id(row, "household_id")?).or_default().extend(reviewed);
        }
        Ok(of)
    }
}

fn by_household<T>(
    rows: impl Iterator<Item = rusqlite::Result<(HouseholdId, T)>>,
) -> Result<HashMap<HouseholdId, Vec<T>>, StoreError> {
    let mut of: HashMap<HouseholdId, Vec<T>> = HashMap::new();
    for row in rows {
        let (household_id, value) = row?;
        of.entry(household_id).or_default().push(value);
    }
    Ok(of)
}
