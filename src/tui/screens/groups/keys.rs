//! What keys do on the key groups: by what they are told apart, the number that is chosen, the list behind it.

use ratatui::layout::Rect;

use super::{GroupsScreen, view};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go};
use crate::tui::face::Face;
use crate::tui::filter::Filter;
use crate::tui::keys::Context;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [Groups]
    Asked { Open, NextTab, PreviousTab, NextColumn, PreviousColumn }
}

impl Face for GroupsScreen {
    fn context(&self) -> Context {
        Context::Groups
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        match Asked::of(command)? {
            Asked::NextTab => self.show_by(true),
            Asked::PreviousTab => self.show_by(false),
            Asked::NextColumn => self.step_count(true),
            Asked::PreviousColumn => self.step_count(false),
            Asked::Open => match self.these(&shell.words) {
                Some(these) => {
                    let filter = Filter { these: Some(these), ..Filter::default() };
                    return Some(vec![Effect::Go(Go::List(Box::new(filter)))]);
                }
                None => shell.say(shell.words.t("group-nobody")),
            },
        }
        Some(Vec::new())
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }
}
