//! What keys do on the list of households, and on the welcome that stands there while it is empty.

use ratatui::layout::Rect;

use super::{Home, Households, Tab, view, welcome};
use crate::report::why_due::why_page;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Go, Job, Read, Setup};
use crate::tui::face::Face;
use crate::tui::keys::{Chord, Context};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::filter::FilterList;
use crate::tui::overlays::page::Page;
use crate::tui::overlays::who::Then;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

use crate::domain::id::HouseholdId;

impl Face for Home {
    fn context(&self) -> Context {
        self.list.as_ref().map_or(Context::Welcome, Households::context)
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        match &self.list {
            Some(list) => view::draw(list, scene, page),
            None => welcome::draw(scene, page),
        }
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        Some(match command {
            Command::Import => vec![Effect::Go(Go::Import)],
            Command::AddHousehold => vec![Effect::Read(Read::OpenHouseholdForm(None))],
            Command::Demo => vec![Effect::Setup(Setup::StartDemo)],
            _ => return self.list.as_mut()?.run(shell, command),
        })
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        if let Some(list) = &mut self.list {
            list.step(by);
        }
    }

    fn back(&mut self, shell: &mut Shell) -> Vec<Effect> {
        if !self.list.as_mut().is_some_and(Households::step_back) {
            shell.say(shell.words.t("how-to-quit"));
        }
        Vec::new()
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        self.list.as_ref().map(Households::out_of_place).unwrap_or_default()
    }

    fn press(&mut self, _shell: &mut Shell, chord: Chord) -> bool {
        let Some(list) = &mut self.list else { return false };
        if list.typing {
            list.edit_query(chord);
            return true;
        }
        let Some(c) = chord.typed() else { return true };
        match c.to_digit(10) {
            Some(digit @ 1..=4) => list.show_tab(Tab::ALL[digit as usize - 1]),
            // Han text typed on a list opens the search with it.
            _ if !c.is_ascii() => list.start_typing(Some(c)),
            _ => return false,
        }
        true
    }

    fn paste(&mut self, line: &str) {
        if let Some(list) = &mut self.list {
            list.start_typing(None);
            line.chars().for_each(|c| list.type_char(c));
        }
    }

    fn line(&self) -> Option<&str> {
        self.list.as_ref().map(|list| list.query.text())
    }
}

impl Households {
    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        match command {
            Command::NextTab => self.step_tab(true),
            Command::PreviousTab => self.step_tab(false),
            Command::Search => self.start_typing(None),
            Command::Sort => {
                self.step_sort();
                self.say_order(shell);
            }
            Command::SortBackwards => {
                self.sort_backwards();
                self.say_order(shell);
            }
            Command::Filter => {
                let list = FilterList::new(self.filter.clone(), self.choices(&self.filter), &shell.words);
                shell.overlays.push(Overlay::Filter(list));
            }
            Command::Mine => self.show_mine(shell),
            Command::WhoAmI => shell.ask_who(Then::Nothing),
            Command::Imports => return Some(vec![Effect::Read(Read::LoadImports)]),
            Command::Places => return Some(vec![Effect::Read(Read::OpenPlaces)]),
            Command::Settings => return Some(vec![Effect::Read(Read::OpenSettings)]),
            Command::BlankSheets => {
                shell.say(shell.words.t("sheet-blank-working"));
                let (contact, language) = (self.mine.clone(), shell.words.language());
                return Some(vec![Effect::Job(Job::BlankSheets { contact, language })]);
            }
            _ => return self.run_on_selected(shell, command),
        }
        Some(Vec::new())
    }

    /// What is done to the selected household; nothing where none is.
    fn run_on_selected(&self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let selected = self.selected();
        let with = |read: fn(HouseholdId) -> Read| selected.map(|row| Effect::Read(read(row.id))).into_iter().collect();
        Some(match command {
            Command::WhyDue => {
                if let Some(row) = selected {
                    let (title, lines) = why_page(&shell.words, row, &shell.policy, shell.today);
                    shell.show(Page::new(title, lines));
                }
                Vec::new()
            }
            Command::Open => with(Read::OpenHousehold),
            Command::LogVisit => with(|household_id| Read::OpenVisitForm { household_id, correcting: None }),
            Command::WaterReport => with(Read::OpenWaterReport),
            Command::Edit => with(|id| Read::OpenHouseholdForm(Some(id))),
            _ => return None,
        })
    }

    fn say_order(&self, shell: &mut Shell) {
        let key = if self.backwards { "sorted-backwards" } else { "sorted-by" };
        shell.say(shell.words.with(key, &[("order", &shell.words.of(self.sort))]));
    }

    /// Shows my households, or all again. Who I am is asked the first time.
    fn show_mine(&mut self, shell: &mut Shell) {
        match (&self.mine, &shell.me) {
            (Some(_), _) => self.mine = None,
            (None, Some(me)) => self.mine = Some(me.as_str().to_owned()),
            (None, None) => shell.ask_who(Then::Command(Command::Mine)),
        }
        self.filter_changed();
    }
}
