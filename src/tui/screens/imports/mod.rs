//! The imports that were made here: the list, and one of them with everything that it said.

mod keys;
pub mod view;

use crate::ledger::{ImportOutcome, Imported, UndoOutcome};

use super::import::outcome::OutcomeList;

/// One import, opened.
#[derive(Debug)]
pub struct OpenImport {
    pub import: Imported,
    pub outcome: Box<ImportOutcome>,
    pub list: OutcomeList,
}

/// What is done beside the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Looking what taking this import back would do.
    Planning(i64),
    /// Done, of how many.
    Undoing(usize, usize),
}

/// The state of the screen.
#[derive(Debug)]
pub struct ImportsScreen {
    /// The newest first.
    pub imports: Vec<Imported>,
    selected: usize,
    pub open: Option<OpenImport>,
    /// What taking the selected one back would do, once it was asked.
    pub plan: Option<UndoOutcome>,
    /// How far the list of those that would stay is scrolled.
    pub plan_top: usize,
    pub working: Option<Work>,
}

impl ImportsScreen {
    pub fn new(imports: Vec<Imported>) -> Self {
        Self { imports, selected: 0, open: None, plan: None, plan_top: 0, working: None }
    }

    /// Takes the list as it stands now; the selected one stays selected.
    pub fn renew(&mut self, imports: Vec<Imported>) {
        let number = self.selected().map(|import| import.number);
        self.selected = imports.iter().position(|import| Some(import.number) == number).unwrap_or(0);
        *self = Self { selected: self.selected, ..Self::new(imports) };
    }

    /// The households that would stay are looked at.
    pub fn shows_kept(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| !plan.kept.is_empty())
    }

    pub fn move_by(&mut self, by: isize) {
        if let Some(plan) = self.plan.as_ref().filter(|plan| !plan.kept.is_empty()) {
            self.plan_top = self.plan_top.saturating_add_signed(by).min(plan.kept.len() - 1);
            return;
        }
        self.selected = self.selected.saturating_add_signed(by).min(self.imports.len().saturating_sub(1));
    }

    /// The open one, else the one under the cursor.
    pub fn selected(&self) -> Option<&Imported> {
        self.open.as_ref().map(|open| &open.import).or_else(|| self.imports.get(self.selected))
    }

    /// Everything that an import said, to be read.
    pub fn take(&mut self, import: Imported, outcome: Box<ImportOutcome>) {
        let list = OutcomeList::of(&outcome);
        self.open = Some(OpenImport { import, outcome, list });
    }
}
