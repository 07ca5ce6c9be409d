//! The overview of all households of the list: read at once, and nothing of what grows with a visit.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::contact::Contact;
use crate::domain::due_row::DueRow;
use crate::domain::month_duty::Rhythm;
use crate::domain::overview::{OverviewHousehold, months_until};
use crate::store::StoreError;

use super::Ledger;

/// The households of the list on a day, in the order of the due list.
#[derive(Debug, Clone)]
pub struct Overview {
    pub today: NaiveDate,
    pub households: Vec<OverviewHousehold>,
    /// Those that left the list since: months before saw them.
    pub departed: Vec<OverviewHousehold>,
    pub contacts: Vec<Contact>,
}

impl Overview {
    /// All of them, for what was in past months.
    pub fn ever(&self) -> impl Iterator<Item = &OverviewHousehold> {
        self.households.iter().chain(&self.departed)
    }
}

impl Ledger {
    /// Every household of the list with its last twelve months; alerts that are not kept are computed.
    pub fn overview(&self) -> Result<Overview, StoreError> {
        let _view = self.store.view()?;
        let (reader, today) = (self.store.reader(), self.today());
        let mut rows = reader.list_due_rows(None)?;
        self.fill_in_alerts(&mut rows)?;
        let (histories, visits) = (reader.list_all_status_changes()?, reader.list_dated_visits()?);
        let mut problems: HashMap<_, usize> = HashMap::new();
        for problem in reader.list_open_problems()? {
            *problems.entry(problem.household_id).or_default() += 1;
        }
        let counted = |row: DueRow| {
            let history = histories.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let rhythm =
                Rhythm::of(&self.policy, &row, history, visits.get(&row.id).map(Vec::as_slice).unwrap_or_default());
            let months = months_until(today).map(|month| rhythm.duty(month)).collect();
            OverviewHousehold { open_problems: problems.get(&row.id).copied().unwrap_or(0), months, row }
        };
        let departed = reader.list_inactive_rows()?.into_iter().map(&counted).collect();
        let contacts = reader.list_contacts_in_full()?;
        Ok(Overview { today, households: rows.into_iter().map(counted).collect(), departed, contacts })
    }
}
