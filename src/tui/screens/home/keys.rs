//! What keys do on the list of households, and on the welcome that stands there while it is empty.

use ratatui::layout::Rect;

use super::{Home, Households, view, welcome};
use crate::report::why_due::why_page;
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job, Read, Setup};
use crate::tui::face::Face;
use crate::tui::keys::{Chord, Context};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Agreed;
use crate::tui::overlays::filter::FilterList;
use crate::tui::overlays::page::Page;
use crate::tui::overlays::who::Then as ThenAsked;
use crate::tui::scene::Scene;
use crate::tui::screens::overview;
use crate::tui::screens::overview::keys::Then;
use crate::tui::shell::Shell;

use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::revisit::end_of_week;

commands_of! {
    [Welcome, Households, Typing]
    Asked {
        Import, AddHousehold, Demo, NextTab, PreviousTab, Search, Sort, SortBackwards, Filter, Mine, WhoAmI, Imports,
        Overview, Problems, Places, Settings, BlankSheets, HandOut, WhyDue, Open, LogVisit, WaterReport, Edit,
        Mark, MarkRange, MarkAll, GroupBy, SaveView, TakeBack,
    }
}

impl Face for Home {
    fn context(&self) -> Context {
        if let Some(overview) = self.second_face() {
            return if overview.working.is_some() { Context::Working } else { Context::Overview };
        }
        self.list.as_ref().map_or(Context::Welcome, Households::context)
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        if let Some(overview) = self.second_face() {
            return overview::view::draw(overview, scene, page);
        }
        match &self.list {
            Some(list) => view::draw(list, scene, page),
            None => welcome::draw(scene, page),
        }
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        if let Some(overview) = self.second_face_mut() {
            match overview.run(shell, command)? {
                Then::Stay => {}
                Then::ShowList => self.shows_overview = false,
                Then::List(these) => self.show_these(these),
                Then::Go(go) => return Some(vec![Effect::Go(go)]),
                Then::Read(read) => return Some(vec![Effect::Read(read)]),
            }
            return Some(Vec::new());
        }
        let asked = Asked::of(command)?;
        Some(match (asked, &mut self.list) {
            (Asked::Import, _) => vec![Effect::Go(Go::Import)],
            (Asked::AddHousehold, _) => vec![Effect::Read(Read::OpenHouseholdForm { household_id: None, at: None })],
            (Asked::Problems, Some(_)) => vec![Effect::Go(Go::Problems)],
            (Asked::Overview, Some(_)) => self.show_overview(),
            (Asked::Demo, _) => vec![Effect::Setup(Setup::StartDemo)],
            (asked, Some(list)) => list.run(shell, asked),
            (_, None) => Vec::new(),
        })
    }

    fn step(&mut self, shell: &Shell, by: isize) {
        if let Some(overview) = self.second_face_mut() {
            let page = shell.page();
            overview.step_by(by, page.width, page.height.saturating_sub(2));
        } else if let Some(list) = &mut self.list {
            list.step(by);
        }
    }

    fn back(&mut self, shell: &mut Shell) -> Vec<Effect> {
        if self.context() == Context::Working {
            return vec![Effect::Job(Job::CancelJob)];
        }
        if let Some(overview) = self.second_face_mut() {
            self.shows_overview = overview.step_back();
            return Vec::new();
        }
        let was_counted = self.list.as_ref().is_some_and(Households::shows_these);
        if !self.list.as_mut().is_some_and(Households::step_back) {
            shell.say(shell.words.t("how-to-quit"));
        }
        let leaves_these = was_counted && !self.list.as_ref().is_some_and(Households::shows_these);
        if leaves_these { self.show_overview() } else { Vec::new() }
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        let list = self.list.as_ref().filter(|_| self.second_face().is_none());
        list.map(Households::out_of_place).unwrap_or_default()
    }

    fn begin(&mut self, job: &Job) {
        if let (Some(overview), Job::WriteReport { .. }) = (self.second_face_mut(), job) {
            overview.working = Some((0, 0));
        } else if let (Some(list), Job::ChangeSeveral { .. } | Job::TakeSeveralBack(_) | Job::BlankSheets { .. }) =
            (&mut self.list, job)
        {
            list.working = Some((0, 0));
        }
    }

    fn progress(&mut self, done: usize, total: usize) {
        if let Some(working) = self.working_mut().as_mut() {
            *working = (done, total);
        }
    }

    fn end_work(&mut self) {
        *self.working_mut() = None;
    }

    fn press(&mut self, shell: &mut Shell, chord: Chord) -> bool {
        let Some(list) = self.list.as_mut().filter(|_| !self.shows_overview) else { return false };
        if list.typing {
            list.edit_query(chord);
            return true;
        }
        let Some(c) = chord.typed() else { return true };
        match c.to_digit(10) {
            Some(digit @ 1..=9) => {
                if !list.show_view(shell, digit) {
                    shell.warn(shell.words.with("view-not-saved", &[("digit", &digit.to_string())]));
                }
            }
            // Han text typed on a list opens the search with it.
            _ if !c.is_ascii() => list.start_typing(Some(c)),
            _ => return false,
        }
        true
    }

    fn paste(&mut self, line: &str) {
        if let Some(list) = self.list.as_mut().filter(|_| !self.shows_overview) {
            list.start_typing(None);
            line.chars().for_each(|c| list.type_char(c));
        }
    }

    fn line(&self) -> Option<&str> {
        self.list.as_ref().filter(|_| !self.shows_overview).map(|list| list.query.text())
    }
}

impl Households {
    fn run(&mut self, shell: &mut Shell, asked: Asked) -> Vec<Effect> {
        match asked {
            Asked::NextTab => self.step_tab(true),
            Asked::PreviousTab => self.step_tab(false),
            Asked::Search => self.start_typing(None),
            Asked::Sort => {
                self.step_sort();
                self.say_order(shell);
            }
            Asked::SortBackwards => {
                self.sort_backwards();
                self.say_order(shell);
            }
            Asked::Filter => {
                let list =
                    FilterList::new(self.filter.clone(), self.choices(&self.filter), &shell.words, &shell.policy);
                shell.overlays.push(Overlay::Filter(list));
            }
            Asked::Mine => self.show_mine(shell),
            Asked::WhoAmI => shell.ask_who(ThenAsked::Nothing),
            Asked::Imports => return vec![Effect::Read(Read::LoadImports)],
            Asked::Places => return vec![Effect::Read(Read::OpenPlaces)],
            Asked::Settings => return vec![Effect::Read(Read::OpenSettings)],
            Asked::BlankSheets => return self.blank_sheets(shell),
            Asked::HandOut => self.ask_hand_out(shell),
            Asked::WhyDue => self.say_why_due(shell),
            Asked::Open => return self.of_selected(Read::OpenHousehold),
            Asked::LogVisit => {
                return self.of_selected(|household_id| Read::OpenVisitForm { household_id, correcting: None });
            }
            Asked::WaterReport => return self.of_selected(Read::OpenWaterReport),
            Asked::GroupBy => self.step_group(shell),
            Asked::SaveView => self.ask_view(shell),
            Asked::Mark => self.mark(),
            Asked::MarkRange => self.mark_range(),
            Asked::MarkAll => self.mark_all(),
            Asked::TakeBack if self.last_change.is_some() => {
                return self.last_change.clone().map(|it| Effect::Job(Job::TakeSeveralBack(it))).into_iter().collect();
            }
            Asked::TakeBack => shell.warn_of("several-nothing-to-take-back"),
            Asked::Edit if !self.marks.is_empty() => {
                if shell.me.is_none() {
                    shell.ask_who(ThenAsked::Command(Command::Edit));
                } else {
                    self.ask_several(shell);
                }
            }
            Asked::Edit => return self.of_selected(|id| Read::OpenHouseholdForm { household_id: Some(id), at: None }),
            Asked::Import | Asked::AddHousehold | Asked::Demo | Asked::Overview | Asked::Problems => {}
        }
        Vec::new()
    }

    /// What is read for the selected household; nothing where none is.
    fn of_selected(&self, read: fn(HouseholdId) -> Read) -> Vec<Effect> {
        self.selected().map(|row| Effect::Read(read(row.id))).into_iter().collect()
    }

    /// Blank sheets for the marked households; for those of a list that was counted; else for those of the filter
    /// that are due by the week's end.
    fn blank_sheets(&self, shell: &mut Shell) -> Vec<Effect> {
        let until = end_of_week(self.today);
        let is_due = |row: &&DueRow| row.due_on.is_some_and(|due| due <= until);
        let rows: Vec<&DueRow> = match (self.marks.is_empty(), self.shows_these()) {
            (false, _) | (true, true) => self.marked_or_shown(),
            (true, false) => self.admitted().filter(is_due).collect(),
        };
        if rows.is_empty() {
            shell.say(shell.words.with("sheet-blank-none", &[("until", &until.to_string())]));
            return Vec::new();
        }
        shell.say(shell.words.t("sheet-blank-working"));
        let (households, language) = (rows.into_iter().map(|row| row.id).collect(), shell.words.language());
        vec![Effect::Job(Job::BlankSheets { households, language })]
    }

    /// Nothing is written by a key that was not meant.
    fn ask_hand_out(&self, shell: &mut Shell) {
        let count = self.marked_or_shown().len();
        if count == 0 {
            return shell.warn_of("handout-nobody");
        }
        let count = count.to_string();
        let question = shell.words.with("handout-question", &[("count", &count)]);
        shell.confirm(question, shell.words.t("handout-yes"), Agreed::HandOut);
    }

    /// The marked households, or the shown ones, as lists, a sheet a contact.
    pub fn hand_out(&self, shell: &Shell) -> Vec<Effect> {
        let rows: Vec<DueRow> = self.marked_or_shown().into_iter().cloned().collect();
        vec![Effect::Job(Job::HandOut { rows, language: shell.words.language() })]
    }

    fn say_why_due(&self, shell: &mut Shell) {
        let Some(row) = self.selected() else { return };
        let (title, lines) = why_page(&shell.words, row, &shell.policy, shell.today);
        shell.show(Page::new(title, lines));
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
            (None, None) => shell.ask_who(ThenAsked::Command(Command::Mine)),
        }
        self.filter_changed();
    }
}
