//! The ledger of problems: all that are open by deadline, those that were closed; several at once.

pub mod keys;
pub mod view;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::id::ProblemId;
use crate::domain::problem::{Problem, ProblemState};
use crate::i18n::Words;
use crate::ledger::ListedProblem;
use crate::tui::narrowed::{Found, Narrowed};

coded! {
    /// The tabs. Their words stand under `ProblemsTab-code`.
    ProblemsTab { Open = "open", Closed = "closed" }
}

/// The state of the screen.
#[derive(Debug)]
pub struct ProblemsScreen {
    list: Narrowed<ListedProblem>,
    tab: ProblemsTab,
    marked: BTreeSet<ProblemId>,
    today: NaiveDate,
}

impl ProblemsScreen {
    pub fn new(today: NaiveDate) -> Self {
        Self { list: Narrowed::default(), tab: ProblemsTab::Open, marked: BTreeSet::new(), today }
    }

    /// The problems arrived, or arrived anew; the same one stays selected.
    pub fn take(&mut self, lines: Vec<Found<ListedProblem>>, today: NaiveDate) {
        self.today = today;
        self.list.take(lines);
        self.narrow();
        let known: BTreeSet<ProblemId> = self.all().map(|problem| problem.id).collect();
        self.marked.retain(|id| known.contains(id));
    }

    /// Some are otherwise now: seen at once, before the list is read again.
    fn renew(&mut self, changed: Vec<Problem>) {
        let mut changed: HashMap<ProblemId, Problem> = changed.into_iter().map(|it| (it.id, it)).collect();
        for listed in self.list.all_mut() {
            if let Some(problem) = changed.remove(&listed.problem.id) {
                listed.problem = problem;
            }
        }
        self.narrow();
    }

    fn all(&self) -> impl Iterator<Item = &Problem> {
        self.list.all().map(|listed| &listed.problem)
    }

    /// How many stand in a tab, whatever is typed.
    fn count(&self, tab: ProblemsTab) -> usize {
        let state = state_of(tab);
        self.all().filter(|problem| problem.state == state).count()
    }

    fn narrow(&mut self) {
        let state = state_of(self.tab);
        self.list.narrow(|listed| listed.problem.state == state, |listed| listed.problem.id);
    }

    fn show(&mut self, tab: ProblemsTab) {
        self.tab = tab;
        self.list.select_first();
        self.marked.clear();
        self.narrow();
    }

    /// Those that are marked, in the order of the list; where none is, the selected one.
    fn chosen(&self) -> Vec<&ListedProblem> {
        let marked: Vec<&ListedProblem> = self.list.all().filter(|it| self.marked.contains(&it.problem.id)).collect();
        if marked.is_empty() { self.list.selected().into_iter().collect() } else { marked }
    }

    /// Marks the selected one or takes its mark away, and goes on to the next.
    fn mark(&mut self) {
        let Some(id) = self.list.selected().map(|listed| listed.problem.id) else { return };
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
        self.list.move_by(1);
    }

    /// Marks all that are shown; where they all are, takes the marks away.
    fn mark_all(&mut self) {
        let ids: BTreeSet<ProblemId> = self.list.shown().map(|listed| listed.problem.id).collect();
        if ids.is_subset(&self.marked) {
            self.marked.retain(|id| !ids.contains(id));
        } else {
            self.marked.extend(ids);
        }
    }
}

const fn state_of(tab: ProblemsTab) -> ProblemState {
    match tab {
        ProblemsTab::Open => ProblemState::Open,
        ProblemsTab::Closed => ProblemState::Closed,
    }
}

/// A problem with everything that it is found by.
pub fn found_by(words: &Words, listed: ListedProblem) -> Found<ListedProblem> {
    let household = listed.household.clone();
    let check = listed.problem.check.map(|check| words.of(check)).unwrap_or_default();
    let (what, unit) = (listed.problem.what.clone(), listed.problem.unit.clone());
    let of: [&str; 5] = [&household.name, &household.code, &household.village, &household.group, &household.contact];
    let parts: Vec<&str> = of.into_iter().chain([&*what, &unit, &check]).collect();
    Found::by(listed, &parts)
}
