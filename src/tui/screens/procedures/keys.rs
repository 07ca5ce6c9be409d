//! What keys do on the ledgers of clues and procedures, and on one procedure.

use ratatui::layout::Rect;

use crate::domain::procedure::fault::ProcedureFault;

use super::{ProcedurePage, ProceduresScreen, ProceduresTab, view};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job, Read};
use crate::tui::face::Face;
use crate::tui::keys::{Chord, Context};
use crate::tui::news::ProcedureNews;
use crate::tui::record::RecordSubject;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [Procedures, NarrowingProcedures, Procedure]
    Asked { Open, NextTab, PreviousTab, Search, AddClue, ProcedureOther, PrintPapers, OpenHousehold }
}

impl Face for ProceduresScreen {
    fn context(&self) -> Context {
        match &self.page {
            Some(_) => Context::Procedure,
            None if self.is_typing() => Context::NarrowingProcedures,
            None => Context::Procedures,
        }
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        Some(match Asked::of(command)? {
            Asked::Open if self.is_typing() => {
                (self.procedures.typing, self.clues.typing) = (false, false);
                Vec::new()
            }
            Asked::Open if self.page.as_ref().is_some_and(|page| !page.can_be_acted_on()) => {
                shell.warn(shell.words.of(ProcedureFault::NotItsTurn));
                Vec::new()
            }
            Asked::Open => self.open().into_iter().collect(),
            Asked::NextTab => {
                self.step_tab(1);
                Vec::new()
            }
            Asked::PreviousTab => {
                self.step_tab(-1);
                Vec::new()
            }
            Asked::Search => {
                let is_clues = self.tab == ProceduresTab::Clues;
                (self.procedures.typing, self.clues.typing) = (!is_clues, is_clues);
                Vec::new()
            }
            Asked::AddClue => vec![record(RecordSubject::NewClue)],
            Asked::ProcedureOther => {
                let id = self.page.as_ref().map(|page| page.it.procedure.id);
                id.map(|id| record(RecordSubject::ProcedureOther(id))).into_iter().collect()
            }
            Asked::PrintPapers => {
                let language = shell.words.language();
                self.page.as_ref().and_then(|page| page.papers(language)).map(Effect::Read).into_iter().collect()
            }
            Asked::OpenHousehold => self.household().into_iter().collect(),
        })
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        match (&mut self.page, self.tab) {
            (Some(page), _) => page.move_by(by),
            (None, ProceduresTab::Clues) => self.clues.move_by(by),
            (None, ProceduresTab::Running | ProceduresTab::Ended) => self.procedures.move_by(by),
        }
    }

    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        if self.page.take().is_some() {
            // Where it was opened from a household the ledgers were not read yet.
            return if self.procedures.is_read() { Vec::new() } else { vec![Effect::Go(Go::Back)] };
        }
        if self.procedures.widen() | self.clues.widen() {
            self.narrow();
            return Vec::new();
        }
        vec![Effect::Go(Go::Back)]
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        let is_empty = match self.tab {
            ProceduresTab::Clues => self.clues.is_empty(),
            ProceduresTab::Running | ProceduresTab::Ended => self.procedures.is_empty(),
        };
        if self.page.is_none() && is_empty { vec![Command::Open, Command::OpenHousehold] } else { Vec::new() }
    }

    fn press(&mut self, _shell: &mut Shell, chord: Chord) -> bool {
        if self.page.is_some() {
            return false;
        }
        let is_taken = match self.tab {
            ProceduresTab::Clues => self.clues.press(chord),
            ProceduresTab::Running | ProceduresTab::Ended => self.procedures.press(chord),
        };
        if is_taken == Some(true) {
            self.narrow();
        }
        is_taken.is_some()
    }

    fn paste(&mut self, line: &str) {
        match self.tab {
            ProceduresTab::Clues => self.clues.paste(line),
            ProceduresTab::Running | ProceduresTab::Ended => self.procedures.paste(line),
        }
        self.narrow();
    }

    fn line(&self) -> Option<&str> {
        Some(match self.tab {
            ProceduresTab::Clues => self.clues.query.text(),
            ProceduresTab::Running | ProceduresTab::Ended => self.procedures.query.text(),
        })
    }
}

const fn record(subject: RecordSubject) -> Effect {
    Effect::Read(Read::OpenRecord { household_id: None, subject })
}

impl ProceduresScreen {
    fn open(&self) -> Option<Effect> {
        if let Some(page) = &self.page {
            return page.subject().map(record);
        }
        Some(match self.tab {
            ProceduresTab::Clues => record(RecordSubject::Clue(self.clues.selected()?.clue.id)),
            ProceduresTab::Running | ProceduresTab::Ended => {
                Effect::Read(Read::OpenProcedure(self.procedures.selected()?.procedure.id))
            }
        })
    }

    fn household(&self) -> Option<Effect> {
        let of_page = self.page.as_ref().map(|page| page.it.procedure.household_id);
        let of_list = || match self.tab {
            ProceduresTab::Clues => self.clues.selected()?.clue.household_id,
            ProceduresTab::Running | ProceduresTab::Ended => Some(self.procedures.selected()?.procedure.household_id),
        };
        of_page.or_else(of_list).map(|id| Effect::Read(Read::OpenHousehold(id)))
    }

    /// What came of them: read, or one is looked at.
    pub fn take_news(&mut self, shell: &mut Shell, news: ProcedureNews) -> Vec<Effect> {
        match news {
            ProcedureNews::Loaded(ledgers) => self.take(ledgers),
            ProcedureNews::Opened(it, readiness) => self.look_at(ProcedurePage::new(*it, readiness)),
            ProcedureNews::Acted(it, readiness) => {
                self.look_at(ProcedurePage::new(*it, readiness));
                return vec![Effect::Job(Job::LoadProcedures(shell.words.language()))];
            }
            ProcedureNews::ClueKept(clue, is_new) => {
                let said = match (is_new, clue.joined_to) {
                    (true, Some(_)) => shell.words.t("clue-joined"),
                    (true, None) => shell.words.t("clue-kept-said"),
                    (false, _) if clue.voided => shell.words.t("clue-void-said"),
                    (false, _) => shell.words.with("clue-now", &[("state", &shell.words.of(clue.state()))]),
                };
                shell.say(said);
                if self.tab != ProceduresTab::Clues {
                    self.show(ProceduresTab::Clues);
                }
                return vec![Effect::Job(Job::LoadProcedures(shell.words.language()))];
            }
        }
        Vec::new()
    }
}
