//! One household: what is known of it, and the timeline of its visits, each opening to its answers.

mod overview;
pub mod view;

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::visit::Visit;
use crate::i18n::Words;
use crate::ledger::{Anchor, HouseholdFile, WhyDue};
use crate::report::policy::rule_words;

coded! {
    /// The tabs of a household. Their words stand under `HouseholdTab-code`.
    HouseholdTab { Overview = "overview", Visits = "visits" }
}

/// The state of the screen.
#[derive(Debug)]
pub struct HouseholdScreen {
    pub file: Box<HouseholdFile>,
    pub tab: HouseholdTab,
    pub today: NaiveDate,
    /// First line shown of the overview.
    scroll: usize,
    /// Which visit is selected, the newest being 0.
    selected: usize,
}

impl HouseholdScreen {
    pub fn new(file: Box<HouseholdFile>, today: NaiveDate) -> Self {
        Self { file, tab: HouseholdTab::Overview, today, scroll: 0, selected: 0 }
    }

    /// Takes the file anew after something was saved: the same tab, the same visit.
    pub fn renew(&mut self, file: Box<HouseholdFile>) {
        let selected = self.selected_visit().map(|visit| visit.id);
        self.file = file;
        let place = self.visits().position(|visit| Some(visit.id) == selected);
        self.selected = place.unwrap_or(0);
    }

    pub fn step_tab(&mut self) {
        self.tab = match self.tab {
            HouseholdTab::Overview => HouseholdTab::Visits,
            HouseholdTab::Visits => HouseholdTab::Overview,
        };
    }

    /// Moves the selection, or the page, by so many lines; `hidden` lines do not fit on it.
    pub fn step(&mut self, by: isize, hidden: usize) {
        match self.tab {
            HouseholdTab::Overview => self.scroll = self.scroll.saturating_add_signed(by).min(hidden),
            HouseholdTab::Visits => {
                let last = self.file.visits.len().saturating_sub(1);
                self.selected = self.selected.saturating_add_signed(by).min(last);
            }
        }
    }

    /// The visits, newest first.
    fn visits(&self) -> impl Iterator<Item = &Visit> {
        self.file.visits.iter().rev()
    }

    pub fn selected_visit(&self) -> Option<&Visit> {
        self.visits().nth(self.selected)
    }
}

/// Why a household is due, in one sentence: the anchor, the rule, the sum.
pub fn why_words(words: &Words, why: &WhyDue) -> String {
    let (Some(rule), Some(due_on)) = (&why.rule, why.due_on) else { return words.t("why-no-cadence") };
    let anchor = match why.anchor {
        Anchor::Visit(on, mode) => words.with("why-visit", &[("on", &on.to_string()), ("mode", &words.of(mode))]),
        Anchor::Since(since) => words.with("why-since", &[("on", &since.to_string())]),
    };
    let rule = rule_words(words, rule);
    words.with("why-sum", &[("anchor", &anchor), ("rule", &rule), ("due", &due_on.to_string())])
}
