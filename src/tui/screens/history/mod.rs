//! What was recorded of a household or a village, the newest first: who, when, why, from what to what; a
//! statement that was a mistake is voided here.

mod keys;
pub mod view;

use crate::ledger::{HistoryEntry, HistoryOf};

/// The state of the screen.
#[derive(Debug)]
pub struct HistoryScreen {
    pub of: HistoryOf,
    /// Whose it is, in words.
    pub title: String,
    pub entries: Vec<HistoryEntry>,
    pub selected: usize,
}

impl HistoryScreen {
    pub fn new(of: HistoryOf, title: String, entries: Vec<HistoryEntry>) -> Self {
        Self { of, title, entries, selected: 0 }
    }

    /// Takes what is recorded now; the cursor stays where it is.
    pub fn renew(&mut self, entries: Vec<HistoryEntry>) {
        self.entries = entries;
        self.move_by(0);
    }

    pub fn move_by(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.entries.len().saturating_sub(1));
    }

    /// The entry that a key would act on.
    pub fn selected(&self) -> Option<&HistoryEntry> {
        self.entries.get(self.selected)
    }
}
