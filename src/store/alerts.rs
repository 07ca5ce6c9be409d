//! The alerts of households as they were computed, beside their rows. No evidence and no answer of
//! anybody's: what follows from the rest, and is computed anew where it is not there.

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::alert::StandingAlerts;
use crate::domain::id::HouseholdId;
use crate::domain::key_group::{GroupFound, GroupStanding, GroupWanting};

use super::columns::id;
use super::error::StoreError;
use super::{Reader, Writer};

/// Between a group, how the household stands to it, and what is missing to know it.
const IS: char = '=';

/// The groups as they are kept; none where one cannot be read: it is of another program.
pub(super) fn groups_of(kept: &str) -> Option<Vec<GroupStanding>> {
    let one = |text: &str| {
        let (group, found) = text.split_once(IS)?;
        let (found, wanting) = found.split_once(IS).map_or((found, None), |(found, wanting)| (found, Some(wanting)));
        let wanting = wanting.map(|code| GroupWanting::from_code(code).ok_or(())).transpose().ok()?;
        Some(GroupStanding { group: group.to_owned(), found: GroupFound::from_code(found)?, wanting })
    };
    kept.split(',').filter(|text| !text.is_empty()).map(one).collect()
}

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
        let groups = alerts.groups.iter().map(|it| {
            let wanting = it.wanting.map(|wanting| format!("{IS}{}", wanting.code())).unwrap_or_default();
            format!("{}{IS}{}{wanting}", it.group, it.found.code())
        });
        self.tx
            .prepare_cached(
                "INSERT INTO household_alerts (household_id, alerts, groups, reckoned_on, holds_until)
                   VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (household_id) DO UPDATE SET alerts = excluded.alerts, groups = excluded.groups,
                   reckoned_on = excluded.reckoned_on, holds_until = excluded.holds_until",
            )?
            .execute(params![
                household_id.to_string(),
                codes.join(","),
                groups.collect::<Vec<_>>().join(","),
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
