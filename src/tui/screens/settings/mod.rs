//! The settings of the database: which policy holds, every value of it with where it comes from, and
//! values of this database's own.

pub mod keys;
pub mod view;

use std::path::PathBuf;

use crate::domain::codes::coded;
use crate::domain::policy::{Policy, Setting};

use crate::tui::theme::Appearance;

coded! {
    /// The tabs of the settings. Their words stand under `SettingsTab-code`.
    SettingsTab { Values = "values", Policies = "policies", Appearance = "appearance" }
}

/// The state of the screen.
#[derive(Debug)]
pub struct SettingsScreen {
    pub tab: SettingsTab,
    /// The shipped policies, and the one in use where it came from a file.
    pub policies: Vec<Policy>,
    policy: usize,
    value: usize,
    appearance: usize,
    /// The file that is open.
    pub database: PathBuf,
    /// Done, of how many, while everything is computed anew.
    pub working: Option<(usize, usize)>,
}

/// The same plan, whatever values of this database lie over it.
pub fn is_same(policy: &Policy, other: &Policy) -> bool {
    policy.id == other.id && policy.of_file == other.of_file
}

impl SettingsScreen {
    pub fn new(policies: Vec<Policy>, in_use: &Policy, database: PathBuf) -> Self {
        let policy = policies.iter().position(|policy| is_same(policy, in_use)).unwrap_or(0);
        Self { tab: SettingsTab::Values, policies, policy, value: 0, appearance: 0, database, working: None }
    }

    pub fn step_tab(&mut self, by: isize) {
        let count = SettingsTab::ALL.len();
        let here = SettingsTab::ALL.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let there = (here + count).saturating_add_signed(by) % count;
        self.tab = SettingsTab::ALL.get(there).copied().unwrap_or(self.tab);
    }

    pub fn move_by(&mut self, by: isize) {
        let (place, count) = match self.tab {
            SettingsTab::Values => (&mut self.value, Setting::ALL.len()),
            SettingsTab::Policies => (&mut self.policy, self.policies.len()),
            SettingsTab::Appearance => (&mut self.appearance, Appearance::ALL.len()),
        };
        *place = place.saturating_add_signed(by).min(count.saturating_sub(1));
    }

    /// The policy that a key would switch to; none on another tab.
    pub fn selected_policy(&self) -> Option<&Policy> {
        self.policies.get(self.policy)
    }

    pub fn selected_appearance(&self) -> Option<Appearance> {
        Appearance::ALL.get(self.appearance).copied()
    }

    /// The value of the policy that a key would act on.
    pub fn selected_setting(&self) -> Setting {
        Setting::ALL.get(self.value).copied().unwrap_or(Setting::InclusionLine)
    }
}
