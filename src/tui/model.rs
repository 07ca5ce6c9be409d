//! The whole state of the interface. Changed by `update` alone, drawn by `view` alone; neither reads a
//! clock, a file or the database.

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::domain::clock_doubt::ClockDoubt;
use crate::domain::contact::ContactName;
use crate::domain::policy::Policy;
use crate::i18n::Words;
use crate::ledger::StoreError;

use super::command::Command;
use super::form::{Field, FormScreen, Kind};
use super::keys::Context;
use super::overlays::Overlay;
use super::scene::Surroundings;
use super::screens::history::HistoryScreen;
use super::screens::household::HouseholdScreen;
use super::screens::household_form::HouseholdForm;
use super::screens::households::Households;
use super::screens::import::ImportScreen;
use super::screens::imports::ImportsScreen;
use super::screens::places::PlacesScreen;
use super::screens::record_form::RecordForm;
use super::screens::settings::SettingsScreen;
use super::screens::visit_form::VisitForm;
use super::screens::water_report::WaterReportForm;
use super::theme::Look;

/// A screen over the home screen.
#[derive(Debug)]
pub enum Screen {
    Household(HouseholdScreen),
    VisitForm(Box<VisitForm>),
    HouseholdForm(Box<HouseholdForm>),
    WaterReport(Box<WaterReportForm>),
    Import(ImportScreen),
    Imports(ImportsScreen),
    Record(Box<RecordForm>),
    Places(PlacesScreen),
    History(HistoryScreen),
    Settings(SettingsScreen),
}

/// One sentence above the footer, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub is_bad: bool,
}

/// The smallest window that is drawn into.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Everything.
#[derive(Debug)]
pub struct Model {
    pub words: Words,
    pub look: Look,
    pub policy: Policy,
    pub today: NaiveDate,
    pub me: Option<ContactName>,
    /// Every contact on file, for the question who I am.
    pub contacts: Vec<ContactName>,
    /// The window, in columns and lines.
    pub size: (u16, u16),
    /// None: the database is empty, and the welcome stands there.
    pub home: Option<Households>,
    pub screens: Vec<Screen>,
    pub overlays: Vec<Overlay>,
    pub message: Option<Message>,
    pub is_demo: bool,
    /// The database that is open.
    pub database: PathBuf,
    /// Why the clock may be wrong, until the person says that it is right.
    pub clock_doubt: Option<ClockDoubt>,
    /// The person would rather lose what could not be kept than stay in the form.
    pub is_let_go: bool,
    /// Why nothing can be saved at present; none as far as is known.
    pub cannot_write: Option<StoreError>,
    /// How many times this program has written: a list that was read before is out of date.
    pub writes: u64,
}

impl Model {
    /// What a screen is drawn with besides its own state.
    pub fn around(&self) -> Surroundings<'_> {
        Surroundings {
            words: &self.words,
            look: &self.look,
            policy: &self.policy,
            today: self.today,
            me: self.me.as_ref().map(ContactName::as_str),
            is_demo: self.is_demo,
        }
    }

    /// Where the next key is pressed.
    pub fn context(&self) -> Context {
        if let Some(overlay) = self.overlays.last() {
            return overlay.context();
        }
        self.screen_context()
    }

    /// The context of the screen itself, whatever stands over it.
    pub fn screen_context(&self) -> Context {
        match self.screens.last() {
            Some(Screen::Household(screen)) => screen.context(),
            Some(Screen::VisitForm(_) | Screen::HouseholdForm(_) | Screen::WaterReport(_) | Screen::Record(_)) => {
                Context::Form
            }
            Some(Screen::Places(_)) => Context::Places,
            Some(Screen::History(_)) => Context::History,
            Some(Screen::Settings(_)) => Context::Settings,
            Some(Screen::Import(screen)) => screen.context(),
            Some(Screen::Imports(screen)) => screen.context(),
            None => self.home.as_ref().map_or(Context::Welcome, Households::context),
        }
    }

    /// Commands of this place that would do nothing now.
    pub fn out_of_place(&self) -> Vec<Command> {
        match self.screens.last() {
            Some(Screen::Import(screen)) => screen.out_of_place(),
            Some(Screen::Imports(screen)) => screen.out_of_place(),
            Some(Screen::History(screen)) => screen.out_of_place(),
            Some(Screen::Household(screen)) => screen.out_of_place(&self.policy),
            Some(Screen::Settings(screen)) => screen.out_of_place(&self.policy),
            None => self.home.as_ref().map(Households::out_of_place).unwrap_or_default(),
            _ => self.form_screen().and_then(|screen| screen.form().focused()).map(of_no_use_in).unwrap_or_default(),
        }
    }

    /// The form that is open, whichever it is.
    pub fn form_screen(&self) -> Option<&dyn FormScreen> {
        match self.screens.last() {
            Some(Screen::VisitForm(screen)) => Some(screen.as_ref()),
            Some(Screen::HouseholdForm(screen)) => Some(screen.as_ref()),
            Some(Screen::WaterReport(screen)) => Some(screen.as_ref()),
            Some(Screen::Record(screen)) => Some(screen.as_ref()),
            _ => None,
        }
    }

    /// The form that is open, to be changed, and the words it is in.
    pub fn form_screen_mut(&mut self) -> Option<(&mut dyn FormScreen, &Words)> {
        match self.screens.last_mut() {
            Some(Screen::VisitForm(screen)) => Some((screen.as_mut(), &self.words)),
            Some(Screen::HouseholdForm(screen)) => Some((screen.as_mut(), &self.words)),
            Some(Screen::WaterReport(screen)) => Some((screen.as_mut(), &self.words)),
            Some(Screen::Record(screen)) => Some((screen.as_mut(), &self.words)),
            _ => None,
        }
    }

    pub fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    /// Something was written, so that writing is possible and what was read before is out of date.
    pub fn has_written(&mut self) {
        self.writes += 1;
        self.can_write_again();
    }

    /// Writing is possible. A save that was refused stays said until the next key: it is to be tried again.
    pub fn can_write_again(&mut self) {
        self.cannot_write = None;
    }

    /// The part above the message and the footer, and below the line that says why nothing can be saved.
    pub fn page(&self) -> Rect {
        let top = u16::from(self.cannot_write.is_some());
        Rect { y: top, height: self.size.1.saturating_sub(2 + top), ..self.area() }
    }

    pub fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    pub fn say(&mut self, text: String) {
        self.message = Some(Message { text, is_bad: false });
    }

    pub fn warn(&mut self, text: String) {
        self.message = Some(Message { text, is_bad: true });
    }
}

/// What does nothing in a field: only amounts and the water are taken from last time, only days have a
/// calendar.
fn of_no_use_in(field: &Field) -> Vec<Command> {
    let takes = field.kind == Kind::Amount || field.key.starts_with("water.");
    let is_day = matches!(field.kind, Kind::Day(_) | Kind::RoughDay);
    let commands = [(takes, Command::TakeLast), (is_day, Command::Calendar)];
    commands.into_iter().filter(|(is_of_use, _)| !is_of_use).map(|(_, command)| command).collect()
}
