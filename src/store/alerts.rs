//! The alerts of households as they were computed, beside their rows. No evidence and no answer of
//! anybody's: what follows from the rest, and is computed anew where it is not there.

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::alert::StandingAlerts;
use crate::domain::id::HouseholdId;

use super::columns::id;
use super::error::StoreError;
use super::{Reader, Writer};

impl Reader<'_> {
    /// The households of the list whose alerts do not stand on a day: they are to be computed.
    pub fn list_without_alerts(&self, today: NaiveDate) -> Result<Vec<HouseholdId>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT h.id FROM households h LEFT JOIN household_alerts a ON a.household_id = h.id
             WHERE h.active = 1 AND (a.household_id IS NULL OR ?1 NOT BETWEEN a.reckoned_on AND a.holds_until)
             ORDER BY h.seq",
        )?;
        let rows = statement.query_map([today.to_string()], |row| id(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub fn keep_alerts(&self, household_id: HouseholdId, alerts: &StandingAlerts) -> Result<(), StoreError> {
        let codes: Vec<&str> = alerts.kinds.iter().map(|kind| kind.code()).collect();
        self.tx
            .prepare_cached(
                "INSERT INTO household_alerts (household_id, alerts, reckoned_on, holds_until) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (household_id) DO UPDATE SET alerts = excluded.alerts,
                   reckoned_on = excluded.reckoned_on, holds_until = excluded.holds_until",
            )?
            .execute(params![
                household_id.to_string(),
                codes.join(","),
                alerts.reckoned_on.to_string(),
                alerts.holds_until.to_string(),
            ])?;
        Ok(())
    }

    pub fn forget_alerts(&self, household_id: HouseholdId) -> Result<(), StoreError> {
        let mut statement = self.tx.prepare_cached("DELETE FROM household_alerts WHERE household_id = ?1")?;
        statement.execute([household_id.to_string()])?;
        Ok(())
    }

    pub fn forget_all_alerts(&self) -> Result<(), StoreError> {
        self.tx.execute("DELETE FROM household_alerts", [])?;
        Ok(())
    }
}
