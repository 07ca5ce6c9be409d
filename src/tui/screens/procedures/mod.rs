//! From clues to decisions: procedures by what is due next, those that ended, the ledger of clues; and one procedure with
//! its steps and grounds.

pub mod keys;
mod page;
pub mod view;

use crate::domain::assessment::Assessment;
use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::i18n::Words;
use crate::ledger::ListedProcedure;
use crate::tui::narrowed::{Found, Narrowed};

pub use page::ProcedurePage;

use crate::domain::clue::ListedClue;

coded! {
    /// The tabs. Their words stand under `ProceduresTab-code`.
    ProceduresTab { Running = "running", Clues = "clues", Ended = "ended" }
}

/// The state of the screen.
#[derive(Debug)]
pub struct ProceduresScreen {
    procedures: Narrowed<ListedProcedure>,
    clues: Narrowed<ListedClue>,
    tab: ProceduresTab,
    /// The procedure that is looked at.
    page: Option<Box<ProcedurePage>>,
}

/// Both ledgers with what each line is found by, made beside the screen.
#[derive(Debug)]
pub struct Ledgers {
    pub procedures: Vec<Found<ListedProcedure>>,
    pub clues: Vec<Found<ListedClue>>,
}

impl ProceduresScreen {
    pub fn new() -> Self {
        let (procedures, clues) = (Narrowed::default(), Narrowed::default());
        Self { procedures, clues, tab: ProceduresTab::Running, page: None }
    }

    /// The ledgers arrived, or arrived anew; the same line stays selected.
    pub fn take(&mut self, ledgers: Ledgers) {
        self.procedures.take(ledgers.procedures);
        self.clues.take(ledgers.clues);
        self.narrow();
    }

    /// A procedure as it stands now is looked at; on the same line where it was looked at before.
    pub fn look_at(&mut self, page: ProcedurePage) {
        let line = self.page.as_ref().filter(|it| it.it.procedure.id == page.it.procedure.id).map(|it| it.selected);
        self.page = Some(Box::new(match line {
            Some(selected) => page.at(selected),
            None => page,
        }));
    }

    /// The page as it stands now, where it is of this procedure.
    pub fn renew(&mut self, it: &ListedProcedure, readiness: Option<&Assessment>) {
        if self.page.as_ref().is_some_and(|page| page.it.procedure.id == it.procedure.id) {
            self.look_at(ProcedurePage::new(it.clone(), readiness.cloned()));
        }
    }

    fn narrow(&mut self) {
        let is_running = self.tab == ProceduresTab::Running;
        self.procedures.narrow(|it| it.procedure.is_running() == is_running, |it| it.procedure.id);
        self.clues.narrow(|_| true, |it| it.clue.id);
    }

    fn show(&mut self, tab: ProceduresTab) {
        self.tab = tab;
        self.procedures.select_first();
        self.narrow();
    }

    fn step_tab(&mut self, by: isize) {
        let count = ProceduresTab::ALL.len();
        let there = (self.tab as usize + count).saturating_add_signed(by) % count;
        self.show(ProceduresTab::ALL.get(there).copied().unwrap_or(self.tab));
    }

    const fn is_typing(&self) -> bool {
        self.page.is_none() && (self.procedures.typing || self.clues.typing)
    }
}

impl Default for ProceduresScreen {
    fn default() -> Self {
        Self::new()
    }
}

/// A procedure with everything that it is found by.
pub fn procedure_found_by(words: &Words, it: ListedProcedure) -> Found<ListedProcedure> {
    let kind = words.of(it.procedure.kind);
    let waits = it.procedure.waiting().map(|step| words.of(step)).unwrap_or_default();
    let (row, assigned) = (it.row.clone(), it.procedure.assigned_to.clone());
    let assigned = assigned.as_ref().map_or("", ContactName::as_str);
    Found::by(it, &[&row.name, &row.code, &row.village, &row.group, &kind, &waits, assigned])
}

/// A clue with everything that it is found by.
pub fn clue_found_by(words: &Words, it: ListedClue) -> Found<ListedClue> {
    let (clue, state) = (it.clue.clone(), words.of(it.clue.state()));
    let assigned = clue.assigned_to.as_ref().map_or("", ContactName::as_str);
    Found::by(it, &[&clue.of.name, &clue.of.village, &clue.of.group, &clue.what, &state, assigned])
}
