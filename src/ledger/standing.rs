//! Renewing what is computed: in the transaction that changed what it is computed from.

use crate::domain::id::HouseholdId;
use crate::domain::policy::Policy;
use crate::domain::standing::standing;
use crate::store::{StoreError, Writer};

use super::{Ledger, Progress};

const FINGERPRINT: &str = "policy_fingerprint";

/// Computes one household anew and keeps the result on its row.
pub(super) fn renew_standing(
    writer: &mut Writer<'_>,
    policy: &Policy,
    household_id: HouseholdId,
) -> Result<(), StoreError> {
    let reader = writer.reader();
    // Another process may have switched the policy since this one read it: nothing is mixed.
    if reader.find_setting(FINGERPRINT)?.is_some_and(|known| known != policy.fingerprint()) {
        return Err(StoreError::ChangedMeanwhile);
    }
    let household = reader.get_household(household_id)?;
    let history = reader.list_status_changes(household_id)?;
    let visits = reader.list_visits(household_id)?;
    let standing = standing(policy, &household, &history, &visits);
    writer.touch(household_id);
    match standing {
        Some(standing) => writer.update_standing(household_id, &standing),
        None => Ok(()),
    }
}

/// Computes every household anew; false when it was stopped.
pub(super) fn renew_all(writer: &mut Writer<'_>, policy: &Policy, progress: Progress<'_>) -> Result<bool, StoreError> {
    writer.set_setting(FINGERPRINT, &policy.fingerprint())?;
    writer.forget_all_alerts()?;
    let households = writer.reader().list_households()?;
    for (done, household) in households.iter().enumerate() {
        renew_standing(writer, policy, household.id)?;
        if !progress(done + 1, households.len()) {
            return Ok(false);
        }
    }
    // Their alerts are computed beside the screen, by the policy that holds then.
    drop(writer.take_touched());
    Ok(true)
}

impl Ledger {
    pub(super) fn renew_if_policy_changed(&mut self) -> Result<(), StoreError> {
        let fingerprint = self.policy.fingerprint();
        if self.store.look_only().is_some()
            || self.store.reader().find_setting(FINGERPRINT)?.as_deref() == Some(fingerprint.as_str())
        {
            return Ok(());
        }
        self.write(|writer, policy| renew_all(writer, policy, &mut |_, _| true).map(|_| ()))
    }

    /// Fills the current tables again from the revisions alone.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.write(|writer, policy| {
            writer.rebuild()?;
            renew_all(writer, policy, &mut |_, _| true).map(|_| ())
        })
    }
}
