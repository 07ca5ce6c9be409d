//! The tables of what people state of a household that no visit shows: attestations, and why its
//! income fell.

use rusqlite::{Row, params};

use crate::domain::attestation::Attestation;
use crate::domain::fall_reason::FallReasons;
use crate::domain::id::HouseholdId;

use super::columns::{coded, id, json, json_of, text_of};
use super::error::StoreError;
use super::{Reader, Writer};

fn attestation(row: &Row<'_>) -> rusqlite::Result<Attestation> {
    Ok(Attestation {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        matter: coded(row, "matter")?,
        holds: row.get("holds")?,
        attested_on: coded(row, "attested_on")?,
        note: row.get("note")?,
        voided: row.get("voided")?,
    })
}

fn fall_reasons(row: &Row<'_>) -> rusqlite::Result<FallReasons> {
    Ok(FallReasons {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        window_end: coded(row, "window_end")?,
        reasons: json(row, "reasons")?,
        note: row.get("note")?,
        stated_on: coded(row, "stated_on")?,
        voided: row.get("voided")?,
    })
}

impl Reader<'_> {
    /// A household's attestations, in order of recording.
    pub fn list_attestations(&self, household_id: HouseholdId) -> Result<Vec<Attestation>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM attestations WHERE household_id = ?1 AND voided = 0 ORDER BY seq")?;
        let rows = statement.query_map([household_id.to_string()], attestation)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Why a household's income fell, in order of the windows: one statement a window.
    pub fn list_fall_reasons(&self, household_id: HouseholdId) -> Result<Vec<FallReasons>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT * FROM fall_reasons WHERE household_id = ?1 AND voided = 0 ORDER BY window_end, seq",
        )?;
        let rows = statement.query_map([household_id.to_string()], fall_reasons)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_attestation(&self, attestation: &Attestation, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO attestations (id, household_id, matter, holds, attested_on, note, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET matter = excluded.matter, holds = excluded.holds,
                   attested_on = excluded.attested_on, note = excluded.note, voided = excluded.voided",
            )?
            .execute(params![
                attestation.id.to_string(),
                attestation.household_id.to_string(),
                attestation.matter.code(),
                attestation.holds,
                text_of(&attestation.attested_on)?,
                attestation.note,
                attestation.voided,
                seq,
            ])?;
        Ok(())
    }

    pub(super) fn upsert_fall_reasons(&self, stated: &FallReasons, seq: i64) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "INSERT INTO fall_reasons (id, household_id, window_end, reasons, note, stated_on, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET window_end = excluded.window_end, reasons = excluded.reasons,
                   note = excluded.note, stated_on = excluded.stated_on, voided = excluded.voided",
            )?
            .execute(params![
                stated.id.to_string(),
                stated.household_id.to_string(),
                text_of(&stated.window_end)?,
                json_of(&stated.reasons)?,
                stated.note,
                text_of(&stated.stated_on)?,
                stated.voided,
                seq,
            ])?;
        Ok(())
    }
}
