//! What every screen shares: the words and the look, the policy and the day, who is here, the windows over the
//! screen, the sentence above the footer, and whether anything can be written.

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::domain::clock_doubt::ClockDoubt;
use crate::domain::contact::ContactName;
use crate::domain::policy::Policy;
use crate::i18n::Words;
use crate::ledger::{Protection, StoreError};

use super::gate::{Before, Gate};
use super::overlays::Overlay;
use super::overlays::ask::Ask;
use super::overlays::confirm::{Agreed, Confirm};
use super::overlays::page::Page;
use super::overlays::who::{Then, Who};
use super::scene::Surroundings;
use super::theme::Look;

/// One sentence above the footer, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub is_bad: bool,
}

/// The smallest window that is drawn into.
pub const SMALLEST: (u16, u16) = (60, 16);

/// The model without its screens.
#[derive(Debug)]
pub struct Shell {
    pub words: Words,
    pub look: Look,
    pub policy: Policy,
    pub today: NaiveDate,
    pub me: Option<ContactName>,
    /// Every contact on file, for the question who I am.
    pub contacts: Vec<ContactName>,
    /// The window, in columns and lines.
    pub size: (u16, u16),
    pub overlays: Vec<Overlay>,
    pub notice: Option<Notice>,
    pub is_demo: bool,
    /// The database that is open.
    pub database: PathBuf,
    /// Why the clock may be wrong, until the person says that it is right.
    pub clock_doubt: Option<ClockDoubt>,
    /// The person would rather lose what could not be kept than stay in the form.
    pub is_let_go: bool,
    /// Why nothing can be saved at present; none as far as is known.
    pub cannot_write: Option<StoreError>,
    pub protection: Protection,
    /// What stands before everything else until it is passed.
    pub gate: Option<Gate>,
    /// How many times this program has written: a list that was read before is out of date.
    pub writes: u64,
}

impl Shell {
    /// What a screen is drawn with besides its own state.
    pub fn around(&self) -> Surroundings<'_> {
        Surroundings {
            words: &self.words,
            look: &self.look,
            policy: &self.policy,
            today: self.today,
            me: self.me.as_ref().map(ContactName::as_str),
            is_demo: self.is_demo,
            is_unprotected: self.protection != Protection::Passphrase && !self.is_demo,
        }
    }

    /// The window, from its upper left corner.
    pub fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    /// The part above the notice and the footer, and below the line that says why nothing can be saved.
    pub fn page(&self) -> Rect {
        let top = u16::from(self.cannot_write.is_some());
        Rect { y: top, height: self.size.1.saturating_sub(2 + top), ..self.area() }
    }

    /// Nothing can be drawn there that anybody could use.
    pub fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
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

    /// What is shown is made up, or is not; made-up households have no passphrase.
    pub fn begin_demo(&mut self, is_demo: bool) {
        let has_begun = is_demo && !self.is_demo;
        self.is_demo = is_demo;
        if is_demo {
            self.protection = Protection::Open;
        }
        if has_begun {
            self.show_what_to_try();
        }
    }

    /// Made-up households are there to try things on.
    pub fn show_what_to_try(&mut self) {
        let tries = ["demo-try-1", "demo-try-2", "demo-try-3", "demo-try-4", "demo-try-5"];
        let mut lines: Vec<String> = tries.iter().map(|key| self.words.t(key)).collect();
        lines.extend([String::new(), self.words.t("demo-more")]);
        self.show(Page::passing(self.words.t("demo-title"), lines));
    }

    /// Asks for another passphrase, or for the first; made-up households need none.
    pub fn ask_new_passphrase(&mut self) {
        if self.is_demo {
            return self.warn_of("passphrase-not-of-demo");
        }
        let is_set = self.protection == Protection::Passphrase;
        self.gate = Some(Gate::new(if is_set { Before::NewPassphrase } else { Before::FirstPassphrase }));
    }

    /// Asks for the passphrase before another recovery code is made.
    pub fn ask_new_code(&mut self) {
        if self.protection == Protection::Passphrase && !self.is_demo {
            self.gate = Some(Gate::new(Before::NewCode));
        } else {
            self.warn_of("recovery-code-needs-passphrase");
        }
    }

    /// A sentence in the status line, until the next key.
    pub fn say(&mut self, text: String) {
        self.notice = Some(Notice { text, is_bad: false });
    }

    /// A sentence that something was not done, and why.
    pub fn warn(&mut self, text: String) {
        self.notice = Some(Notice { text, is_bad: true });
    }

    /// Warns in the words of a key.
    pub fn warn_of(&mut self, key: &str) {
        self.warn(self.words.t(key));
    }

    /// Opens a window that is only read.
    pub fn show(&mut self, page: Page) {
        self.overlays.push(Overlay::Page(page));
    }

    /// Whole numbers of persons are on the screen.
    pub fn shows_numbers(&self) -> bool {
        self.overlays.iter().any(Overlay::is_secret)
    }

    /// Takes them off.
    pub fn hide_numbers(&mut self) {
        self.overlays.retain(|overlay| !overlay.is_secret());
    }

    /// Asks before what cannot be taken back.
    pub fn confirm(&mut self, question: String, yes: String, then: Agreed) {
        self.overlays.push(Overlay::Confirm(Confirm { question, yes, then, selected_yes: false }));
    }

    /// Asks who is here; what was being done goes on after it.
    pub fn ask_who(&mut self, then: Then) {
        self.overlays.push(Overlay::Who(Who::new(self.contacts.clone(), then)));
    }

    /// Asks for a line of words, after who is asked where that is not known.
    pub fn ask(&mut self, ask: Ask) {
        if self.me.is_none() {
            self.ask_who(Then::Ask(Box::new(ask)));
        } else {
            self.overlays.push(Overlay::Ask(ask));
        }
    }
}
