//! The alerts that stand beside each household: renewed by the write that changes what they rest on, and
//! for those that a day has changed before they are read.

use crate::domain::alert::StandingAlerts;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::policy::Policy;
use crate::store::{Reader, StoreError, Writer};

use super::Ledger;
use super::dossier::read_dossier;

/// A write of more households leaves theirs to be computed beside the screen: an import would take twice as
/// long.
const MOST_AT_ONCE: usize = 50;
/// So many in one transaction: what is typed meanwhile must not wait for them.
const A_TRANSACTION: usize = 16;

/// Renews what is said of the households that a write changed, with it.
pub(super) fn renew_touched(writer: &mut Writer<'_>, policy: &Policy) -> Result<(), StoreError> {
    let touched = writer.take_touched();
    if touched.len() > MOST_AT_ONCE {
        touched.into_iter().try_for_each(|household_id| writer.forget_alerts(household_id))
    } else {
        touched.into_iter().try_for_each(|household_id| renew_alerts(writer, policy, household_id))
    }
}

/// The household's row as it stands after what was written, its alerts with it.
pub(super) fn row_after(
    writer: &mut Writer<'_>,
    policy: &Policy,
    household_id: HouseholdId,
) -> Result<DueRow, StoreError> {
    renew_alerts(writer, policy, household_id)?;
    writer.reader().get_due_row(household_id)
}

fn renew_alerts(writer: &mut Writer<'_>, policy: &Policy, household_id: HouseholdId) -> Result<(), StoreError> {
    match standing_alerts(writer.reader(), policy, writer.today(), household_id)? {
        Some(alerts) => writer.keep_alerts(household_id, &alerts),
        // It was withdrawn, its alerts with it.
        None => Ok(()),
    }
}

fn standing_alerts(
    reader: Reader<'_>,
    policy: &Policy,
    today: chrono::NaiveDate,
    household_id: HouseholdId,
) -> Result<Option<StandingAlerts>, StoreError> {
    let Some(household) = reader.find_household(household_id)? else { return Ok(None) };
    Ok(Some(StandingAlerts::of(&read_dossier(reader, household)?.case(policy, today))))
}

impl Ledger {
    /// Computes the alerts that do not stand today, and keeps them; a few at a time, so that others can write
    /// in between.
    pub fn renew_alerts(&mut self) -> Result<(), StoreError> {
        let without = self.store.reader().list_without_alerts(self.today())?;
        for some in without.chunks(A_TRANSACTION) {
            let stamp = self.stamp();
            self.store.write(&stamp, |writer| {
                some.iter().try_for_each(|household_id| renew_alerts(writer, &self.policy, *household_id))
            })?;
        }
        Ok(())
    }

    /// Computes the alerts of rows that lack them, and keeps nothing: for where nothing can be written.
    pub fn fill_in_alerts(&self, rows: &mut [DueRow]) -> Result<(), StoreError> {
        let today = self.today();
        for row in rows.iter_mut().filter(|row| row.alerts_on(today).is_none()) {
            row.alerts = standing_alerts(self.store.reader(), &self.policy, today, row.id)?;
        }
        Ok(())
    }
}
