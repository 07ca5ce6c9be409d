//! Importing a roster: choose the file, look at the plan, apply it.

pub mod columns;
pub mod keys;
pub mod outcome;
pub mod view;

use std::path::PathBuf;

use crate::exchange::roster::{Severity, TableSeen};
use crate::ledger::ImportPlan;

use crate::tui::command::Command;
use crate::tui::keys::Chord;
use crate::tui::list::step_from;
use crate::tui::text_line::{Edited, TextLine};
use columns::ColumnsPage;
use outcome::OutcomeList;

/// Where the import stands.
#[derive(Debug)]
pub enum Step {
    Choose,
    /// Reading or writing; done, of how many.
    Working {
        applying: bool,
        done: usize,
        total: usize,
    },
    Plan(Planned),
    /// What each heading is read as; with the plan that it came from, if there was one.
    Columns {
        page: ColumnsPage,
        under: Option<Planned>,
    },
}

/// A plan that is looked at.
#[derive(Debug)]
pub struct Planned {
    pub plan: Box<ImportPlan>,
    pub list: OutcomeList,
    pub good_rows: bool,
}

impl Planned {
    pub fn new(plan: Box<ImportPlan>) -> Self {
        let list = OutcomeList::of(&plan.outcome);
        Self { plan, list, good_rows: false }
    }
}

/// The state of the screen.
#[derive(Debug)]
pub struct ImportScreen {
    pub step: Step,
    /// The path, as typed or taken from the list.
    pub path: TextLine,
    /// Rosters found where people keep them, newest first.
    pub files: Vec<PathBuf>,
    pub selected: Option<usize>,
    /// Why the last file was refused.
    pub refused: Option<String>,
    /// The headings of the refused file, which a person may say to be something.
    pub seen: Option<TableSeen>,
}

impl ImportScreen {
    pub fn new() -> Self {
        Self {
            step: Step::Choose,
            path: TextLine::default(),
            files: Vec::new(),
            selected: None,
            refused: None,
            seen: None,
        }
    }

    /// Commands that would do nothing as things are.
    fn of_no_use(&self) -> Vec<Command> {
        let outcome = match &self.step {
            Step::Plan(planned) => &planned.plan.outcome,
            Step::Choose if self.seen.is_none() => return vec![Command::Columns],
            Step::Choose | Step::Working { .. } | Step::Columns { .. } => return Vec::new(),
        };
        let has_errors = outcome.count(Severity::Error) > 0;
        let has_spellings = !outcome.villages_offered.is_empty() || !outcome.villages_joined.is_empty();
        let commands = [(has_errors, Command::GoodRows), (has_spellings, Command::JoinVillages)];
        commands.into_iter().filter(|(is_of_use, _)| !is_of_use).map(|(_, command)| command).collect()
    }

    /// The file that is meant; none while nothing is named.
    pub fn file(&self) -> Option<PathBuf> {
        typed_path(self.path.text())
    }

    /// Chooses another of the files that were found.
    pub fn step_file(&mut self, by: isize) {
        if self.files.is_empty() {
            return;
        }
        let at = step_from(self.selected, by, self.files.len());
        self.selected = Some(at);
        self.path = TextLine::new(self.files[at].display().to_string());
        self.forget_refusal();
    }

    /// A key in the path that is no command. Tells whether it did anything.
    pub fn edit(&mut self, chord: Chord) -> bool {
        if self.path.edit(chord) == Edited::Nothing {
            return false;
        }
        self.selected = None;
        self.forget_refusal();
        true
    }

    pub fn clear_path(&mut self) {
        self.path.clear();
        self.selected = None;
        self.forget_refusal();
    }

    /// What was said of the file before does not hold for another.
    pub fn forget_refusal(&mut self) {
        self.refused = None;
        self.seen = None;
    }

    fn type_path(&mut self, text: &str) {
        for c in text.trim().chars().filter(|c| !c.is_control()) {
            self.path.insert(c);
        }
    }

    /// A plan stands there that can be applied as things are.
    pub fn can_apply(&self) -> bool {
        match &self.step {
            Step::Plan(it) => it.good_rows || it.plan.outcome.count(Severity::Error) == 0,
            Step::Choose | Step::Working { .. } | Step::Columns { .. } => false,
        }
    }
}

impl Default for ImportScreen {
    fn default() -> Self {
        Self::new()
    }
}

/// The path that was typed, pasted or dropped, without the quotes that a terminal puts around it.
pub fn typed_path(text: &str) -> Option<PathBuf> {
    let typed = text.trim().trim_matches(['\'', '"']);
    (!typed.is_empty()).then(|| PathBuf::from(typed))
}
