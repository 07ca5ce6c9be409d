//! Who opened the database, exported, looked at whole numbers, corrected, changed the policy.

use std::path::Path;
use std::time::Duration;

use crate::domain::audited::AuditedKind;
use crate::domain::id::HouseholdId;
use crate::store::{AuditRow, StoreError};
use crate::vault::{Door, Tries};

use super::{HouseholdFile, Ledger};

/// A log that cannot be written delays nobody longer.
const PATIENCE: Duration = Duration::from_millis(200);
const PATIENCE_OF_OTHERS: Duration = Duration::from_secs(5);

impl Ledger {
    /// The whole log, the newest first.
    pub fn audit_log(&self) -> Result<Vec<AuditRow>, StoreError> {
        self.store.reader().list_audit_log()
    }

    /// Logs what was done; where the log cannot be written the deed is refused.
    pub fn log(&mut self, what: AuditedKind, about: &str, reason: Option<&str>) -> Result<(), StoreError> {
        self.write(|writer, _| writer.log(what, about, reason))
    }

    /// The same of what is done whether it can be logged or not.
    pub fn log_if_possible(&mut self, what: AuditedKind, about: &str, reason: Option<&str>) {
        if self.look_only().is_some() || self.set_patience(PATIENCE).is_err() {
            return;
        }
        let _ = self.log(what, about, reason);
        let _ = self.set_patience(PATIENCE_OF_OTHERS);
    }

    /// Everything of a household, whole numbers among it; logged before it is given.
    pub fn reveal(&mut self, household_id: HouseholdId) -> Result<HouseholdFile, StoreError> {
        let file = self.show(household_id)?;
        self.log(AuditedKind::Revealed, file.household.code.as_str(), None)?;
        Ok(file)
    }

    /// Logs that the database was opened, and the tries that failed before.
    pub fn log_opening(&mut self, face: &str) {
        let door = self.door();
        if self.look_only().is_some() {
            Tries::forget_known(&door);
            return;
        }
        if self.set_patience(PATIENCE).is_err() {
            return;
        }
        let tries = Tries::load(&door);
        let logged = self.write(|writer, _| {
            for at in &tries.0 {
                writer.log_at(*at, AuditedKind::OpeningFailed, "", None)?;
            }
            writer.log(AuditedKind::Opened, face, None)
        });
        if logged.is_ok() && !tries.0.is_empty() {
            Tries::forget(&door);
        }
        let _ = self.set_patience(PATIENCE_OF_OTHERS);
    }

    /// What somebody knocks at who has a passphrase.
    pub fn door(&self) -> Door {
        let known = self.known.clone().unwrap_or_else(|| self.path.with_extension("known"));
        Door { database: self.path.clone(), known }
    }

    /// Compares with what this computer knows of the database. What lacks what was acknowledged is only looked at.
    pub fn compare_with_known(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.known = Some(folder.to_owned());
        self.store.compare_with_known(folder, &self.path)
    }

    /// What is there is what holds from now on, whatever was known. The database is to be opened anew.
    pub fn take_as_it_is(&self) -> Result<(), StoreError> {
        self.store.take_as_it_is()
    }
}
