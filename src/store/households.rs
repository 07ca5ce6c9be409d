//! The table of households and the due list that is read from it by index.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params, Row, params};

use crate::domain::alert::{AlertKind, StandingAlerts};
use crate::domain::due_counts::DueCounts;
use crate::domain::due_row::DueRow;
use crate::domain::household::{Household, PROVISIONAL};
use crate::domain::id::HouseholdId;
use crate::domain::label::HouseholdLabel;
use crate::domain::revisit::due_horizon;
use crate::domain::standing::Standing;
use crate::domain::visit::Try;

use super::alerts::groups_of;
use super::columns::{coded, id, text_of, unreadable};
use super::error::StoreError;
use super::record::record;
use super::{Reader, Writer};

record!(Household in "households" of |it| Some(it.id), {
    id, code, facts, roster, on_file_since, counted_on,
});

const DUE_ROW: &str = "SELECT h.id, h.code, h.name, h.township, h.village, h.village_group, h.contact, h.phone,
    h.id_number, h.population, h.household_type, h.category, h.class, h.since, h.since_defaulted,
    h.on_file_since, h.active, h.last_counted_on,
    h.last_mode, h.last_try_on, h.last_try, h.due_on, h.facts ->> '$.risks' AS risks,
    EXISTS (SELECT 1 FROM drafts d WHERE d.household_id = h.id AND d.form = 'visit'
      AND d.visit_id IS NULL) AS has_draft, a.alerts, a.groups, a.reckoned_on, a.holds_until
    FROM households h LEFT JOIN household_alerts a ON a.household_id = h.id";

fn due_row(row: &Row<'_>) -> rusqlite::Result<DueRow> {
    let text = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
    let labels = [text("category")?, text("household_type")?].map(|code| HouseholdLabel::from_code(&code));
    let monitored = labels.iter().flatten().copied().find(|label| label.is_monitored_category());
    let last_counted = match row.get::<_, Option<String>>("last_counted_on")? {
        Some(_) => Some((coded(row, "last_counted_on")?, coded(row, "last_mode")?)),
        None => None,
    };
    let last_try = match Try::from_code(&text("last_try")?) {
        Some(how) => Some((coded(row, "last_try_on")?, how)),
        None => None,
    };
    Ok(DueRow {
        id: id(row, "id")?,
        code: row.get("code")?,
        name: text("name")?.into(),
        township: text("township")?,
        village: text("village")?,
        group: text("village_group")?,
        contact: text("contact")?,
        phone: text("phone")?.into(),
        risks: text("risks")?,
        id_number: text("id_number")?.into(),
        population: text("population")?.parse().ok(),
        label: monitored.or_else(|| labels.into_iter().flatten().next()),
        class: coded(row, "class")?,
        since: coded(row, "since")?,
        since_defaulted: row.get("since_defaulted")?,
        on_file_since: coded(row, "on_file_since")?,
        active: row.get("active")?,
        last_counted,
        last_try,
        due_on: coded(row, "due_on")?,
        has_draft: row.get("has_draft")?,
        alerts: standing_alerts(row)?,
    })
}

fn standing_alerts(row: &Row<'_>) -> rusqlite::Result<Option<StandingAlerts>> {
    let Some(codes) = row.get::<_, Option<String>>("alerts")? else { return Ok(None) };
    let kinds = codes.split(',').filter(|code| !code.is_empty()).map(AlertKind::from_code);
    // A code that is not known here is of another program: the alerts are computed again.
    let Some(kinds) = kinds.collect::<Option<Vec<_>>>() else { return Ok(None) };
    let Some(groups) = groups_of(&row.get::<_, String>("groups")?) else { return Ok(None) };
    let (reckoned_on, holds_until) = (coded(row, "reckoned_on")?, coded(row, "holds_until")?);
    Ok(Some(StandingAlerts { kinds, groups, reckoned_on, holds_until }))
}

impl Reader<'_> {
    pub fn find_household(&self, household_id: HouseholdId) -> Result<Option<Household>, StoreError> {
        self.find("WHERE id = ?1", [household_id.to_string()])
    }

    pub fn get_household(&self, household_id: HouseholdId) -> Result<Household, StoreError> {
        self.find_household(household_id)?.ok_or(StoreError::ChangedMeanwhile)
    }

    /// The households whose head has this ID number.
    pub fn list_households_of_id(&self, id_number: &str) -> Result<Vec<Household>, StoreError> {
        self.list("WHERE id_number = ?1 ORDER BY code", [id_number])
    }

    /// The households of a village whose head has this name.
    pub fn list_households_named(&self, village: &str, name: &str) -> Result<Vec<Household>, StoreError> {
        self.list("WHERE village = ?1 AND name = ?2 ORDER BY code", [village, name])
    }

    /// The highest number of a code of our own; 0 where there is none.
    pub fn highest_provisional_code(&self) -> Result<u32, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT code FROM households WHERE code >= ?1 AND code < ?2 ORDER BY length(code) DESC, code DESC LIMIT 1",
        )?;
        let after = PROVISIONAL.replace('-', ".");
        let code: Option<String> = statement.query_row([PROVISIONAL, &after], |row| row.get(0)).optional()?;
        Ok(code.and_then(|code| code.strip_prefix(PROVISIONAL)?.parse().ok()).unwrap_or(0))
    }

    pub fn find_household_by_code(&self, code: &str) -> Result<Option<Household>, StoreError> {
        self.find("WHERE code = ?1", [code])
    }

    /// Every household, by code.
    pub fn list_households(&self) -> Result<Vec<Household>, StoreError> {
        self.list("ORDER BY code", [])
    }

    pub fn get_due_row(&self, household_id: HouseholdId) -> Result<DueRow, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{DUE_ROW} WHERE h.id = ?1"))?;
        statement.query_row([household_id.to_string()], due_row).optional()?.ok_or(StoreError::ChangedMeanwhile)
    }

    /// Active households by due date, then code, those without a due date last: the first so many, or
    /// all of them.
    pub fn list_due_rows(&self, first: Option<u32>) -> Result<Vec<DueRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "{DUE_ROW} WHERE h.active = 1 ORDER BY h.due_on IS NULL, h.due_on, h.code LIMIT ?1"
        ))?;
        let rows = statement.query_map([first.map_or(-1, i64::from)], due_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Households that left the list, by code.
    pub fn list_inactive_rows(&self) -> Result<Vec<DueRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{DUE_ROW} WHERE h.active = 0 ORDER BY h.code"))?;
        let rows = statement.query_map([], due_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every village with its township, as they are spelt, and how many households of the list each has.
    pub fn list_villages(&self) -> Result<Vec<(String, String, usize)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT ifnull(township, '') AS township, village, count(*) AS households FROM households
             WHERE active = 1 AND village IS NOT NULL GROUP BY 1, 2",
        )?;
        let rows = statement.query_map([], |row| {
            let households: u32 = row.get("households")?;
            Ok((row.get("township")?, row.get("village")?, households as usize))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn count_households(&self) -> Result<usize, StoreError> {
        self.count("SELECT count(*) FROM households", [])
    }

    /// Counts by index, for the first screen.
    pub fn due_counts(&self, today: NaiveDate) -> Result<DueCounts, StoreError> {
        let (today, horizon) = (today.to_string(), due_horizon(today).to_string());
        let active = "SELECT count(*) FROM households WHERE active = 1 AND due_on IS NOT NULL AND";
        Ok(DueCounts {
            overdue: self.count(&format!("{active} due_on < ?1"), [&today])?,
            never_visited: self.count(&format!("{active} due_on < ?1 AND last_counted_on IS NULL"), [&today])?,
            due: self.count(&format!("{active} due_on >= ?1 AND due_on <= ?2"), [&today, &horizon])?,
            later: self.count(&format!("{active} due_on > ?1"), [&horizon])?,
            all: self.count("SELECT count(*) FROM households WHERE active = 1", [])?,
        })
    }

    fn count(self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let count: i64 = statement.query_row(params, |row| row.get(0))?;
        Ok(usize::try_from(count).map_err(|_| unreadable())?)
    }
}

impl Writer<'_> {
    /// Keeps what was computed of a household beside it.
    pub fn update_standing(&self, household_id: HouseholdId, standing: &Standing) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "UPDATE households SET class = ?2, since = ?3, since_defaulted = ?4, active = ?5,
                   last_counted_on = ?6, last_mode = ?7, due_on = ?8, last_try_on = ?9, last_try = ?10 WHERE id = ?1",
            )?
            .execute(params![
                household_id.to_string(),
                standing.stretch.class.code(),
                text_of(&standing.stretch.since)?,
                standing.stretch.defaulted,
                standing.stretch.active,
                standing.last_counted.map(|(on, _)| on.to_string()),
                standing.last_counted.map(|(_, mode)| mode.code()),
                standing.due_on.map(|on| on.to_string()),
                standing.last_try.map(|(on, _)| on.to_string()),
                standing.last_try.map(|(_, how)| how.code()),
            ])?;
        Ok(())
    }
}
