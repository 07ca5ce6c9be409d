//! What keys do on what was recorded: a statement that was a mistake is voided.

use ratatui::layout::Rect;

use crate::ledger::HistoryEntry;
use crate::report::history::entry_words;

use super::{HistoryScreen, view};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::Effect;
use crate::tui::face::Face;
use crate::tui::keys::Context;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [History]
    Asked { VoidRecord }
}

impl Face for HistoryScreen {
    fn context(&self) -> Context {
        Context::History
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let Asked::VoidRecord = Asked::of(command)?;
        let Some(entry) = self.selected().filter(|entry| entry.can_be_voided()) else {
            shell.warn_of("history-no-void");
            return Some(Vec::new());
        };
        let asked = AskedFor::VoidRecord { of: self.of.clone(), basis: entry.basis() };
        let what = entry_words(&shell.words, &shell.policy, entry);
        let question = shell.words.with("history-void-question", &[("what", &what)]);
        shell.ask(Ask::new(asked, shell.words.t("history-void-title"), question));
        Some(Vec::new())
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.move_by(by);
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        let can_void = self.selected().is_some_and(HistoryEntry::can_be_voided);
        if can_void { Vec::new() } else { vec![Command::VoidRecord] }
    }
}
