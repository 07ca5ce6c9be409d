//! One household: what is known of it, and the timeline of its visits, each opening to its answers.

pub mod income;
mod income_bars;
mod income_tab;
mod keys;
mod measures;
mod overview;
mod risk;
pub mod view;

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::policy::Policy;
use crate::domain::visit::Visit;
use crate::ledger::HouseholdFile;

use crate::tui::command::Command;
use crate::tui::keys::Context;
use income_tab::{IncomeTab, SUM_ROW};

coded! {
    /// The tabs of a household. Their words stand under `HouseholdTab-code`.
    HouseholdTab {
        Overview = "overview",
        Visits = "visits",
        Income = "income",
        Measures = "measures",
        Risk = "risk",
    }
}

/// The state of the screen.
#[derive(Debug)]
pub struct HouseholdScreen {
    pub file: Box<HouseholdFile>,
    pub tab: HouseholdTab,
    pub today: NaiveDate,
    /// First line shown of the overview or of the risk.
    scroll: usize,
    /// Which visit is selected, the newest being 0.
    selected: usize,
    pub income: IncomeTab,
    /// Which measure is selected.
    measure: usize,
}

impl HouseholdScreen {
    pub fn new(file: Box<HouseholdFile>, today: NaiveDate) -> Self {
        Self {
            file,
            tab: HouseholdTab::Overview,
            today,
            scroll: 0,
            selected: 0,
            income: IncomeTab::default(),
            measure: 0,
        }
    }

    /// The same at one of its pages.
    pub fn at(file: Box<HouseholdFile>, today: NaiveDate, tab: HouseholdTab) -> Self {
        Self { tab, ..Self::new(file, today) }
    }

    /// Takes the file anew after something was saved: the same tab, the same visit.
    pub fn renew(&mut self, file: Box<HouseholdFile>) {
        let selected = self.selected_visit().map(|visit| visit.id);
        self.file = file;
        let place = self.visits().position(|visit| Some(visit.id) == selected);
        self.selected = place.unwrap_or(0);
        self.measure = self.measure.min(self.file.measures.len().saturating_sub(1));
    }

    pub fn step_tab(&mut self, forward: bool) {
        let tabs = HouseholdTab::ALL;
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let step = if forward { 1 } else { tabs.len() - 1 };
        self.show_tab(tabs[(at + step) % tabs.len()]);
    }

    /// Goes to a tab, at its top.
    pub fn show_tab(&mut self, tab: HouseholdTab) {
        self.tab = tab;
        self.scroll = 0;
    }

    const fn context_of_tab(&self) -> Context {
        match self.tab {
            HouseholdTab::Overview => Context::Household,
            HouseholdTab::Visits => Context::Visits,
            HouseholdTab::Income => Context::Income,
            HouseholdTab::Measures => Context::Measures,
            HouseholdTab::Risk => Context::Risk,
        }
    }

    /// Moves the selection, or the page, by so many lines; `hidden` lines do not fit on it.
    fn scroll_or_select(&mut self, by: isize, hidden: usize) {
        match self.tab {
            HouseholdTab::Overview | HouseholdTab::Risk => {
                self.scroll = self.scroll.saturating_add_signed(by).min(hidden);
            }
            HouseholdTab::Income => {
                self.income.selected = self.income.selected.saturating_add_signed(by).min(SUM_ROW);
            }
            HouseholdTab::Measures => {
                let last = self.file.measures.len().saturating_sub(1);
                self.measure = self.measure.saturating_add_signed(by).min(last);
            }
            HouseholdTab::Visits => {
                let last = self.file.visits.len().saturating_sub(1);
                self.selected = self.selected.saturating_add_signed(by).min(last);
            }
        }
    }

    fn of_no_use(&self, policy: &Policy) -> Vec<Command> {
        let has_record = || self.selected_month(policy).is_some_and(|month| self.record(month).is_some());
        let commands = match self.tab {
            HouseholdTab::Overview => Vec::new(),
            HouseholdTab::Risk => vec![(!policy.groups.is_empty(), Command::MarkGroup)],
            HouseholdTab::Visits => {
                let is_entered = self.selected_visit().is_some_and(Visit::stands_as_entered);
                let stands = self.selected_visit().is_some_and(|visit| !visit.voided);
                vec![
                    (is_entered, Command::CorrectVisit),
                    (is_entered, Command::PrintSheet),
                    (stands, Command::VoidVisit),
                ]
            }
            HouseholdTab::Income => {
                vec![(self.selected_month(policy).is_some(), Command::EditMonth), (has_record(), Command::VoidMonth)]
            }
            HouseholdTab::Measures => {
                let is_any = self.selected_measure().is_some();
                vec![(is_any, Command::EditMeasure), (is_any, Command::VoidMeasure)]
            }
        };
        commands.into_iter().filter(|(is_of_use, _)| !is_of_use).map(|(_, command)| command).collect()
    }

    /// The visits, newest first.
    fn visits(&self) -> impl Iterator<Item = &Visit> {
        self.file.visits.iter().rev()
    }

    /// The visit of the timeline that a key would act on.
    pub fn selected_visit(&self) -> Option<&Visit> {
        self.visits().nth(self.selected)
    }
}
