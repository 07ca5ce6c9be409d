//! The table of villages' water reports.

use rusqlite::{Row, params};

use crate::domain::water_report::{Village, WaterReport};

use super::columns::{coded, id, text_of};
use super::error::StoreError;
use super::{Reader, Writer};

fn water_report(row: &Row<'_>) -> rusqlite::Result<WaterReport> {
    Ok(WaterReport {
        id: id(row, "id")?,
        village: Village { township: row.get("township")?, name: row.get("village")? },
        tested_on: coded(row, "tested_on")?,
        level: coded(row, "level")?,
        note: row.get("note")?,
        voided: row.get("voided")?,
    })
}

impl Reader<'_> {
    /// A village's reports, in order of their days and of recording.
    pub fn list_water_reports(&self, village: &Village) -> Result<Vec<WaterReport>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT * FROM water_reports WHERE township = ?1 AND village = ?2 AND voided = 0 ORDER BY tested_on, seq",
        )?;
        let rows = statement.query_map([&village.township, &village.name], water_report)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_water_report(&self, report: &WaterReport, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO water_reports (id, township, village, tested_on, level, note, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET tested_on = excluded.tested_on,
                   level = excluded.level, note = excluded.note, voided = excluded.voided",
            )?
            .execute(params![
                report.id.to_string(),
                report.village.township,
                report.village.name,
                text_of(&report.tested_on)?,
                report.level.code(),
                report.note,
                report.voided,
                seq,
            ])?;
        Ok(())
    }
}
