//! What keys do while a roster is imported: the file chosen, its headings said to be something, the plan applied.

use ratatui::layout::Rect;

use crate::ledger::{HeadingIs, Spellings};
use crate::report::import_error_words;

use super::columns::ColumnsPage;
use super::outcome::Shown;
use super::view::{self, next};
use super::{ImportScreen, Planned, Step};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job, Read, Write};
use crate::tui::face::Face;
use crate::tui::keys::{Chord, Context};
use crate::tui::news::RosterNews;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Agreed;
use crate::tui::overlays::who::Then;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [Import, ImportPlan, Columns]
    Asked { Open, Save, ClearField, Imports, Columns, AssignColumn, GoodRows, JoinVillages, ApplyImport }
}

impl Face for ImportScreen {
    fn context(&self) -> Context {
        match self.step {
            Step::Choose => Context::Import,
            Step::Working { .. } => Context::Working,
            Step::Plan(_) => Context::ImportPlan,
            Step::Columns { .. } => Context::Columns,
        }
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        match Asked::of(command)? {
            Asked::Imports => return Some(vec![Effect::Read(Read::LoadImports)]),
            Asked::Open | Asked::Save => return Some(self.read(shell)),
            Asked::ClearField => self.clear_path(),
            Asked::Columns => self.open_columns(shell),
            Asked::AssignColumn => {
                if let Step::Columns { page, .. } = &self.step {
                    shell.overlays.extend(page.fields(&shell.words).map(Overlay::Field));
                }
            }
            Asked::GoodRows => {
                if let Step::Plan(it) = &mut self.step {
                    it.good_rows = !it.good_rows;
                }
            }
            Asked::JoinVillages => return Some(self.join_villages(shell)),
            Asked::ApplyImport => return Some(self.ask_before_upheaval(shell)),
        }
        Some(Vec::new())
    }

    fn step(&mut self, shell: &Shell, by: isize) {
        match &mut self.step {
            Step::Choose => self.step_file(by),
            Step::Plan(planned) => {
                let next = next(planned, &shell.words);
                let shown =
                    Shown { outcome: &planned.plan.outcome, next: &next, words: &shell.words, look: &shell.look };
                planned.list.step(by, &shown, below_title(shell));
            }
            Step::Columns { page, .. } => page.step(by),
            Step::Working { .. } => {}
        }
    }

    fn back(&mut self, shell: &mut Shell) -> Vec<Effect> {
        match std::mem::replace(&mut self.step, Step::Choose) {
            working @ Step::Working { .. } => {
                self.step = working;
                return vec![Effect::Job(Job::CancelJob)];
            }
            Step::Plan(_) => {}
            Step::Columns { page, .. } if page.has_changed => return self.read(shell),
            Step::Columns { under, .. } => self.step = under.map_or(Step::Choose, Step::Plan),
            Step::Choose => return vec![Effect::Go(Go::Back)],
        }
        Vec::new()
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        self.of_no_use()
    }

    /// A plan is read; its file is typed.
    fn press(&mut self, _shell: &mut Shell, chord: Chord) -> bool {
        let is_typed = matches!(self.step, Step::Choose);
        if is_typed {
            self.edit(chord);
        }
        is_typed
    }

    fn paste(&mut self, line: &str) {
        if matches!(self.step, Step::Choose) {
            self.type_path(line);
        }
    }

    fn line(&self) -> Option<&str> {
        matches!(self.step, Step::Choose).then(|| self.path.text())
    }

    fn progress(&mut self, done: usize, total: usize) {
        if let Step::Working { done: shown, total: of, .. } = &mut self.step {
            (*shown, *of) = (done, total);
        }
    }
}

/// Columns and lines below the title.
pub fn below_title(shell: &Shell) -> (usize, usize) {
    let page = shell.page();
    (usize::from(page.width), usize::from(page.height.saturating_sub(1)))
}

impl ImportScreen {
    /// Reads the file that is named.
    fn read(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Some(file) = self.file() else {
            shell.warn_of("import-name-a-file");
            return Vec::new();
        };
        self.forget_refusal();
        self.step = Step::Working { applying: false, done: 0, total: 0 };
        vec![Effect::Job(Job::PlanImport(file))]
    }

    /// The headings of the plan, or of the file that was refused for them.
    fn open_columns(&mut self, shell: &mut Shell) {
        match std::mem::replace(&mut self.step, Step::Choose) {
            Step::Plan(planned) => {
                let page = ColumnsPage::new(planned.plan.tables());
                self.step = Step::Columns { page, under: Some(planned) };
            }
            Step::Choose => match &self.seen {
                Some(seen) => {
                    let page = ColumnsPage::new(std::slice::from_ref(seen));
                    self.step = Step::Columns { page, under: None };
                }
                None => shell.warn_of("columns-no-file"),
            },
            other @ (Step::Working { .. } | Step::Columns { .. }) => self.step = other,
        }
    }

    /// Joins the spellings that are offered; where none are, parts those that were joined.
    fn join_villages(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Step::Plan(planned) = &self.step else { return Vec::new() };
        let outcome = &planned.plan.outcome;
        let spellings = match (outcome.villages_offered.is_empty(), outcome.villages_joined.is_empty()) {
            (false, _) => Spellings::Join,
            (true, false) => Spellings::Apart,
            (true, true) => {
                shell.warn_of("villages-nothing");
                return Vec::new();
            }
        };
        let working = Step::Working { applying: false, done: 0, total: 0 };
        match std::mem::replace(&mut self.step, working) {
            Step::Plan(planned) => vec![Effect::Job(Job::PlanAgain { plan: planned.plan, spellings })],
            Step::Choose | Step::Working { .. } | Step::Columns { .. } => Vec::new(),
        }
    }

    /// An old file, or another village's, is asked about before it overturns much.
    fn ask_before_upheaval(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Step::Plan(planned) = &self.step else { return Vec::new() };
        let outcome = &planned.plan.outcome;
        if !self.can_apply() || !outcome.is_upheaval() {
            return self.apply(shell);
        }
        let question = shell.words.with("import-upheaval", &[("count", &outcome.weighty().to_string())]);
        shell.confirm(question, shell.words.t("import-upheaval-yes"), Agreed::ApplyImport);
        Vec::new()
    }

    /// Applies the plan, once it is known who does.
    pub fn apply(&mut self, shell: &mut Shell) -> Vec<Effect> {
        if !self.can_apply() {
            shell.warn_of("import-next-errors");
            return Vec::new();
        }
        if shell.me.is_none() && !shell.contacts.is_empty() {
            shell.ask_who(Then::Agreed(Agreed::ApplyImport));
            return Vec::new();
        }
        let working = Step::Working { applying: true, done: 0, total: 0 };
        match std::mem::replace(&mut self.step, working) {
            Step::Plan(Planned { plan, good_rows, .. }) => vec![Effect::Job(Job::ApplyImport { plan, good_rows })],
            Step::Choose | Step::Working { .. } | Step::Columns { .. } => Vec::new(),
        }
    }

    /// The selected heading is this.
    pub fn assign(&self, is: HeadingIs) -> Vec<Effect> {
        let Step::Columns { page, .. } = &self.step else { return Vec::new() };
        let assigned = page.selected().map(|(headings, column)| (headings, column.heading.clone()));
        let assigned = assigned.map(|(headings, heading)| Write::AssignColumn { headings, heading, is });
        assigned.map(Effect::Write).into_iter().collect()
    }

    /// What came of reading, planning or importing.
    pub fn take(&mut self, shell: &mut Shell, news: RosterNews) {
        match news {
            RosterNews::RostersFound(files) => {
                // A folder was named instead of a file.
                if matches!(self.step, Step::Working { .. }) {
                    self.step = Step::Choose;
                }
                self.files = files;
            }
            RosterNews::ImportPlanned(plan) => self.step = Step::Plan(Planned::new(plan)),
            RosterNews::ColumnAssigned { headings, heading, is } => {
                if let Step::Columns { page, .. } = &mut self.step {
                    page.take(&headings, &heading, is);
                }
            }
            RosterNews::ImportRefused { error, file, plan: Some(plan) } => {
                self.step = Step::Plan(Planned::new(plan));
                shell.warn(import_error_words(&shell.words, &error, &file));
            }
            RosterNews::ImportRefused { error, file, plan: None } => {
                self.step = Step::Choose;
                self.refused = Some(import_error_words(&shell.words, &error, &file));
                self.seen = error.seen().cloned();
            }
        }
    }
}
