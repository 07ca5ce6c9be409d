//! The policy of the database: one that ships with the program or a file's text, and single values of
//! this database over it. Switching recomputes everything in one transaction.

use std::collections::BTreeMap;

use crate::domain::audited::AuditedKind;
use crate::domain::policy::{DEFAULT, FaultyValue, Policy, SHIPPED, Setting, Stated, Value, read_overrides, read_plan};
use crate::store::{Reader, StoreError, Writer};

use super::standing::renew_all;
use super::{Ledger, Progress};

/// The id of a shipped policy.
const ID: &str = "policy";
/// The text of a policy that came from a file; empty where a shipped one is used.
const TEXT: &str = "policy_text";
/// The values of this database, as a policy file states them.
const HERE: &str = "policy_here";

/// Why a policy was not taken. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum PolicyRefused {
    #[error("the policy is not readable")]
    Problems(Vec<FaultyValue>),
    #[error("no such policy")]
    Unknown,
    /// The person stopped it.
    #[error("cancelled")]
    Cancelled,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The policy that a database names; one that it names none of follows the default.
pub(super) fn policy_of(reader: Reader<'_>) -> Result<Policy, StoreError> {
    let stored = |key| Ok::<_, StoreError>(reader.find_setting(key)?.unwrap_or_default());
    compose(&stored(ID)?, &stored(TEXT)?, &stored(HERE)?).map_err(|_| StoreError::Damaged)
}

fn compose(id: &str, text: &str, here: &str) -> Result<Policy, PolicyRefused> {
    let id = if id.is_empty() { DEFAULT } else { id };
    let of_file = !text.is_empty();
    let text = if of_file { text } else { Policy::shipped_text(id).ok_or(PolicyRefused::Unknown)? };
    let plan = read_plan(text).map_err(PolicyRefused::Problems)?;
    let here = read_overrides(here).map_err(PolicyRefused::Problems)?;
    Policy::compose(plan, &here, of_file).map_err(PolicyRefused::Problems)
}

fn here_as_text(here: &BTreeMap<Setting, Stated>) -> String {
    let table =
        |(setting, stated): (&Setting, &Stated)| format!("[{}]\nvalue = {}\n", setting.code(), stated.value.to_toml());
    here.iter().map(table).collect()
}

impl Ledger {
    /// Takes one of the policies that ship with the program.
    pub fn use_shipped_policy(&mut self, id: &str, progress: Progress<'_>) -> Result<(), PolicyRefused> {
        self.switch(progress, |stored| {
            (stored.id, stored.text) = (id.to_owned(), String::new());
            Ok(())
        })
    }

    /// Takes the text of a policy file, which from then on lies in the database.
    pub fn use_policy_text(&mut self, text: &str, progress: Progress<'_>) -> Result<(), PolicyRefused> {
        let plan = read_plan(text).map_err(PolicyRefused::Problems)?;
        self.switch(progress, |stored| {
            (stored.id, stored.text) = (plan.id, text.to_owned());
            Ok(())
        })
    }

    /// Lays a value of this database over the policy, or takes it back.
    pub fn override_setting(
        &mut self,
        setting: Setting,
        value: Option<Value>,
        progress: Progress<'_>,
    ) -> Result<(), PolicyRefused> {
        self.switch(progress, |stored| {
            let mut here = read_overrides(&stored.here).map_err(PolicyRefused::Problems)?;
            match value {
                Some(value) => {
                    let before = here.get(&setting).map(|stated| stated.value.overridden(&value));
                    here.insert(
                        setting,
                        Stated { value: before.unwrap_or(value), wording: BTreeMap::new(), is_reading: false },
                    );
                }
                None => drop(here.remove(&setting)),
            }
            stored.here = here_as_text(&here);
            Ok(())
        })
    }

    /// The policies to choose from: those that ship with the program, and the one in use where it came
    /// from a file.
    pub fn policies(&self) -> Vec<Policy> {
        let mut policies: Vec<Policy> = SHIPPED.iter().filter_map(|(id, _)| Policy::shipped(id)?.ok()).collect();
        if self.policy.of_file {
            policies.push(self.policy.clone());
        }
        policies
    }

    /// Reads the policy again: another process may have switched it.
    pub fn reload_policy(&mut self) -> Result<(), StoreError> {
        self.policy = policy_of(self.store.reader())?;
        Ok(())
    }

    fn switch(
        &mut self,
        progress: Progress<'_>,
        change: impl FnOnce(&mut StoredPolicy) -> Result<(), PolicyRefused>,
    ) -> Result<(), PolicyRefused> {
        self.policy = self.write(|writer, _| {
            let mut stored = StoredPolicy::read(writer)?;
            change(&mut stored)?;
            let policy = compose(&stored.id, &stored.text, &stored.here)?;
            stored.write(writer)?;
            writer.log(AuditedKind::PolicyChanged, &policy.id, None)?;
            if !renew_all(writer, &policy, progress)? {
                return Err(PolicyRefused::Cancelled);
            }
            Ok::<_, PolicyRefused>(policy)
        })?;
        Ok(())
    }
}

/// What the settings hold of the policy.
#[derive(Debug, Default)]
struct StoredPolicy {
    id: String,
    text: String,
    here: String,
}

impl StoredPolicy {
    fn read(writer: &Writer<'_>) -> Result<Self, StoreError> {
        let stored = |key| Ok::<_, StoreError>(writer.reader().find_setting(key)?.unwrap_or_default());
        Ok(Self { id: stored(ID)?, text: stored(TEXT)?, here: stored(HERE)? })
    }

    fn write(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        for (key, value) in [(ID, &self.id), (TEXT, &self.text), (HERE, &self.here)] {
            writer.set_setting(key, value)?;
        }
        Ok(())
    }
}
