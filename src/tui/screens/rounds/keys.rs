//! What keys do on the rounds: the list of those who are open.

use ratatui::layout::Rect;

use super::{RoundsScreen, view};
use crate::domain::policy::RoundCounts;
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go};
use crate::tui::face::Face;
use crate::tui::filter::Filter;
use crate::tui::keys::Context;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [Rounds]
    Asked { Open }
}

impl Face for RoundsScreen {
    fn context(&self) -> Context {
        Context::Rounds
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let Asked::Open = Asked::of(command)?;
        let Some(now) = self.selected() else { return Some(Vec::new()) };
        if let Some(these) = self.these(&shell.words) {
            return Some(vec![Effect::Go(Go::List(Box::new(Filter { these: Some(these), ..Filter::default() })))]);
        }
        let is_counted = now.round.counts != RoundCounts::Nothing;
        shell.say(shell.words.t(if is_counted { "round-nobody-open" } else { "round-not-counted" }));
        Some(Vec::new())
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.count().saturating_sub(1));
    }
}
