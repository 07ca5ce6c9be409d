//! What keys do on the overview: a column chosen and sorted by, the list behind a number opened.

use chrono::Days;

use super::{OverviewFace, months, view};
use crate::domain::month::Month;
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Go, Read};
use crate::tui::filter::These;
use crate::tui::overlays::ask::Ask;
use crate::tui::record::RecordSubject;
use crate::tui::shell::Shell;

/// So many days of a month belong to the report of the one before.
const LATE_DAYS: u64 = 10;

commands_of! {
    [Overview]
    Asked { Open, NextTab, PreviousTab, NextColumn, PreviousColumn, Sort, SortBackwards, Months, WriteReport, HouseholdList, EditContact, Rounds, Procedures, Groups, Audit }
}

/// What the home screen does after a key on its second face.
#[derive(Debug)]
pub enum Then {
    Stay,
    /// The list is seen again.
    ShowList,
    /// The list is seen, narrowed to these.
    List(These),
    Read(Read),
    Go(Go),
}

impl OverviewFace {
    /// None where it is no command of the overview.
    pub fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Then> {
        match Asked::of(command)? {
            Asked::NextTab => self.show_by(true),
            Asked::PreviousTab => self.show_by(false),
            Asked::NextColumn => self.step_measure(true),
            Asked::PreviousColumn => self.step_measure(false),
            Asked::Sort => self.sort_and_say(shell, false),
            Asked::SortBackwards => self.sort_and_say(shell, true),
            Asked::Months => (self.shows_months, self.months_top) = (!self.shows_months, 0),
            Asked::WriteReport => {
                // In its first days a month is not yet what is reported.
                let month = Month::of(shell.today - Days::new(LATE_DAYS));
                shell.ask(Ask::report(month.to_string(), &shell.words));
            }
            Asked::Audit => return Some(Then::Go(Go::Audit)),
            Asked::Rounds => return Some(Then::Go(Go::Rounds)),
            Asked::Groups => return Some(Then::Go(Go::Groups)),
            Asked::Procedures => return Some(Then::Go(Go::Procedures)),
            Asked::HouseholdList => return Some(Then::ShowList),
            Asked::EditContact => match self.selected_contact() {
                Some(contact) => {
                    let subject = RecordSubject::Contact(contact.id);
                    return Some(Then::Read(Read::OpenRecord { household_id: None, subject }));
                }
                None => shell.warn_of("overview-no-contact-here"),
            },
            Asked::Open => match self.these(&shell.words) {
                Some(these) => return Some(Then::List(these)),
                None => shell.say(shell.words.t("overview-nobody")),
            },
        }
        Some(Then::Stay)
    }

    /// Moves the selection by so many rows.
    pub fn step_by(&mut self, by: isize, columns: u16, lines: u16) {
        if self.shows_months && columns < view::MONTHS_FROM {
            let hidden = months::LINES.saturating_sub(usize::from(lines));
            self.months_top = self.months_top.saturating_add_signed(by).min(hidden);
        } else {
            self.step(by);
        }
    }

    /// Out of the months, where they stand in place of the table. Tells whether they did.
    pub fn step_back(&mut self) -> bool {
        std::mem::take(&mut self.shows_months)
    }

    fn sort_and_say(&mut self, shell: &mut Shell, backwards: bool) {
        self.sort(backwards);
        let key = if backwards { "overview-sorted-backwards" } else { "overview-sorted" };
        shell.say(shell.words.with(key, &[("measure", &shell.words.of(self.measure))]));
    }
}
