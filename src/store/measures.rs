//! The table of measures.

use rusqlite::{Row, params};

use crate::domain::id::HouseholdId;
use crate::domain::measure::Measure;
use crate::domain::money::Amount;

use super::columns::{coded, id, text_of, unreadable};
use super::error::StoreError;
use super::{Reader, Writer};

fn measure(row: &Row<'_>) -> rusqlite::Result<Measure> {
    let funds: Option<i64> = row.get("funds_fen")?;
    Ok(Measure {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        kind: coded(row, "kind")?,
        item: row.get("item")?,
        funds: funds.map(Amount::from_fen).transpose().map_err(|_| unreadable())?,
        unit: row.get("unit")?,
        from: coded(row, "from_on")?,
        planned_end: coded(row, "planned_end")?,
        ended_on: coded(row, "ended_on")?,
        effect: row.get("effect")?,
        voided: row.get("voided")?,
    })
}

impl Reader<'_> {
    /// A household's measures that are not void, in order of their beginning and of recording.
    pub fn list_measures(&self, household_id: HouseholdId) -> Result<Vec<Measure>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM measures WHERE household_id = ?1 AND voided = 0 ORDER BY from_on, seq")?;
        let rows = statement.query_map([household_id.to_string()], measure)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_measure(&self, measure: &Measure, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO measures (id, household_id, kind, item, funds_fen, unit, from_on, planned_end, ended_on,
                   effect, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                 ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, item = excluded.item,
                   funds_fen = excluded.funds_fen, unit = excluded.unit, from_on = excluded.from_on,
                   planned_end = excluded.planned_end, ended_on = excluded.ended_on, effect = excluded.effect,
                   voided = excluded.voided",
            )?
            .execute(params![
                measure.id.to_string(),
                measure.household_id.to_string(),
                measure.kind.code(),
                measure.item,
                measure.funds.map(Amount::fen),
                measure.unit,
                text_of(&measure.from)?,
                text_of(&measure.planned_end)?,
                text_of(&measure.ended_on)?,
                measure.effect,
                measure.voided,
                seq,
            ])?;
        Ok(())
    }
}
