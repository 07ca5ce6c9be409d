//! What keys do on the imports that were made: one opened, one taken back.

use ratatui::layout::Rect;

use crate::ledger::{Imported, UndoOutcome, UndoRefused};
use crate::report::imports::{later_words, undo_refused_words, undo_words};

use super::view::{self, about};
use super::{ImportsScreen, Work};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job};
use crate::tui::face::Face;
use crate::tui::keys::Context;
use crate::tui::overlays::confirm::Agreed;
use crate::tui::scene::Scene;
use crate::tui::screens::import::keys::below_title;
use crate::tui::screens::import::outcome::Shown;
use crate::tui::shell::Shell;

commands_of! {
    [Imports, OpenedImport]
    Asked { Open, UndoImport }
}

impl Face for ImportsScreen {
    fn context(&self) -> Context {
        match (&self.working, &self.open) {
            (Some(_), _) => Context::Working,
            (None, _) if self.shows_kept() => Context::OpenedImport,
            (None, Some(_)) => Context::OpenedImport,
            (None, None) => Context::Imports,
        }
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let asked = Asked::of(command)?;
        let Some((number, is_undone)) = self.selected().map(|import| (import.number, import.is_wholly_undone())) else {
            return Some(Vec::new());
        };
        Some(match asked {
            Asked::Open if self.context() == Context::Imports => vec![Effect::Job(Job::OpenImport(number))],
            Asked::Open => Vec::new(),
            Asked::UndoImport if is_undone => {
                shell.warn(undo_refused_words(&shell.words, &UndoRefused::AlreadyUndone));
                Vec::new()
            }
            // Those that would stay were looked at.
            Asked::UndoImport if self.shows_kept() => {
                self.ask_whether_to_undo(shell);
                Vec::new()
            }
            Asked::UndoImport => vec![Effect::Job(Job::PlanUndo(number))],
        })
    }

    /// Scrolls, or moves the selection.
    fn step(&mut self, shell: &Shell, by: isize) {
        let shows_kept = self.shows_kept();
        match self.open.as_mut().filter(|_| !shows_kept) {
            Some(open) => {
                let next = about(&shell.words, &open.import);
                let shown = Shown { outcome: &open.outcome, next: &next, words: &shell.words, look: &shell.look };
                open.list.step(by, &shown, below_title(shell));
            }
            None => self.move_by(by),
        }
    }

    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        match self.working {
            Some(Work::Undoing(..)) => return vec![Effect::Job(Job::CancelJob)],
            // What is only looked at is let go.
            Some(Work::Planning(_)) => self.working = None,
            None if self.shows_kept() => self.plan = None,
            None if self.open.take().is_none() => return vec![Effect::Go(Go::Back)],
            None => self.plan = None,
        }
        Vec::new()
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        let can_undo = self.selected().is_some_and(|import| !import.is_wholly_undone());
        if can_undo { Vec::new() } else { vec![Command::UndoImport] }
    }

    fn begin(&mut self, job: &Job) {
        if let Job::PlanUndo(number) = job {
            self.working = Some(Work::Planning(*number));
        }
        if matches!(job, Job::UndoImport { .. }) {
            self.working = Some(Work::Undoing(0, 0));
        }
    }

    fn progress(&mut self, done: usize, total: usize) {
        self.working = self.working.map(|_| Work::Undoing(done, total));
    }

    fn end_work(&mut self) {
        self.working = None;
    }
}

impl ImportsScreen {
    /// The import is still the selected one, and nothing else is being done.
    pub fn is_free_to_open(&self, import: &Imported) -> bool {
        self.working.is_none() && self.selected().is_some_and(|selected| selected.number == import.number)
    }

    /// What taking this import back would do is waited for.
    pub fn awaits(&self, number: i64) -> bool {
        self.working == Some(Work::Planning(number))
    }

    /// Where some would stay, those are looked at first.
    pub fn take_undo_plan(&mut self, shell: &mut Shell, plan: UndoOutcome) {
        self.working = None;
        self.plan_top = 0;
        self.plan = Some(plan);
        if !self.shows_kept() {
            self.ask_whether_to_undo(shell);
        }
    }

    fn ask_whether_to_undo(&self, shell: &mut Shell) {
        let Some(plan) = &self.plan else { return };
        let the_others = !plan.kept.is_empty();
        let question = undo_words(&shell.words, plan) + &later_words(&shell.words, plan);
        let yes = shell.words.t(if the_others { "imports-undo-others" } else { "imports-undo-yes" });
        shell.confirm(question, yes, Agreed::UndoImport { number: plan.number, the_others });
    }
}
