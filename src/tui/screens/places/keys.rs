//! What keys do on the villages: the list of one, its registered population, what was recorded of it.

use ratatui::layout::Rect;

use crate::ledger::HistoryOf;

use super::{PlacesScreen, view};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Read};
use crate::tui::face::Face;
use crate::tui::filter::{Choice, Filter};
use crate::tui::keys::Context;
use crate::tui::overlays::ask::Ask;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [Places]
    Asked { Open, Registered, History }
}

impl Face for PlacesScreen {
    fn context(&self) -> Context {
        Context::Places
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let asked = Asked::of(command)?;
        let Some(village) = self.selected_village() else {
            if asked != Asked::Open {
                shell.warn_of("registered-of-village");
            }
            return Some(Vec::new());
        };
        Some(match asked {
            Asked::Registered => {
                shell.ask(Ask::registered(village, &shell.words));
                Vec::new()
            }
            Asked::Open => vec![Effect::Go(Go::List(Box::new(Filter::only(&Choice::Village(village.name)))))],
            Asked::History => {
                let name = village.name.clone();
                vec![Effect::Read(Read::OpenHistory { of: HistoryOf::Village(village), name })]
            }
        })
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.move_by(by);
    }
}
