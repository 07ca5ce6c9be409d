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
use crate::text::Pinyin;
use crate::tui::text_line::TextLine;

coded! {
    /// The tabs. Their words stand under `ProblemsTab-code`.
    ProblemsTab { Open = "open", Closed = "closed" }
}

/// A problem with what it is found by, made beside the screen.
#[derive(Debug)]
pub struct Line {
    listed: ListedProblem,
    text: String,
}

impl Line {
    pub fn new(words: &Words, listed: ListedProblem) -> Self {
        Self { text: text_of(words, &listed), listed }
    }
}

/// The state of the screen.
#[derive(Debug)]
pub struct ProblemsScreen {
    /// None: they are being read.
    lines: Option<Vec<Line>>,
    tab: ProblemsTab,
    query: TextLine,
    /// The line that narrows has the focus.
    typing: bool,
    /// The places of those that are shown.
    shown: Vec<usize>,
    selected: usize,
    marked: BTreeSet<ProblemId>,
    today: NaiveDate,
}

impl ProblemsScreen {
    pub fn new(today: NaiveDate) -> Self {
        Self {
            lines: None,
            tab: ProblemsTab::Open,
            query: TextLine::default(),
            typing: false,
            shown: Vec::new(),
            selected: 0,
            marked: BTreeSet::new(),
            today,
        }
    }

    /// The problems arrived, or arrived anew; the same one stays selected.
    pub fn take(&mut self, lines: Vec<Line>, today: NaiveDate) {
        self.today = today;
        self.lines = Some(lines);
        self.narrow();
        let known: BTreeSet<ProblemId> = self.all().map(|problem| problem.id).collect();
        self.marked.retain(|id| known.contains(id));
    }

    /// Some are otherwise now: seen at once, before the list is read again.
    fn renew(&mut self, changed: Vec<Problem>) {
        let mut changed: HashMap<ProblemId, Problem> = changed.into_iter().map(|it| (it.id, it)).collect();
        for line in self.lines.iter_mut().flatten() {
            if let Some(problem) = changed.remove(&line.listed.problem.id) {
                line.listed.problem = problem;
            }
        }
        self.narrow();
    }

    fn all(&self) -> impl Iterator<Item = &Problem> {
        self.lines.iter().flatten().map(|line| &line.listed.problem)
    }

    fn is_in_tab(&self, problem: &Problem) -> bool {
        match self.tab {
            ProblemsTab::Open => problem.state == ProblemState::Open,
            ProblemsTab::Closed => problem.state == ProblemState::Closed,
        }
    }

    /// How many stand in a tab, whatever is typed.
    fn count(&self, tab: ProblemsTab) -> usize {
        let state = match tab {
            ProblemsTab::Open => ProblemState::Open,
            ProblemsTab::Closed => ProblemState::Closed,
        };
        self.all().filter(|problem| problem.state == state).count()
    }

    /// Works out what is shown: what holds every word that is typed, in Chinese or pinyin.
    fn narrow(&mut self) {
        let selected = self.selected().map(|listed| listed.problem.id);
        let typed = self.query.text().to_lowercase();
        let wanted: Vec<(&str, Option<Pinyin>)> =
            typed.split_whitespace().map(|word| (word, Pinyin::new(word, true))).collect();
        let fits = |line: &Line| {
            let holds = |(word, pinyin): &(&str, Option<Pinyin>)| {
                line.text.contains(word) || pinyin.as_ref().is_some_and(|it| it.find(&line.text).is_some())
            };
            self.is_in_tab(&line.listed.problem) && wanted.iter().all(holds)
        };
        let lines = self.lines.iter().flatten().enumerate();
        self.shown = lines.filter(|(_, line)| fits(line)).map(|(place, _)| place).collect();
        let lines = self.lines.as_deref().unwrap_or_default();
        let again = self.shown.iter().position(|place| Some(lines[*place].listed.problem.id) == selected);
        self.selected = again.unwrap_or_else(|| self.selected.min(self.shown.len().saturating_sub(1)));
    }

    fn show(&mut self, tab: ProblemsTab) {
        (self.tab, self.selected) = (tab, 0);
        self.marked.clear();
        self.narrow();
    }

    fn at(&self, row: usize) -> Option<&ListedProblem> {
        Some(&self.lines.as_ref()?.get(*self.shown.get(row)?)?.listed)
    }

    /// The problem that a key would act on.
    pub fn selected(&self) -> Option<&ListedProblem> {
        self.at(self.selected)
    }

    /// Those that are marked, in the order of the list; where none is, the selected one.
    fn chosen(&self) -> Vec<&ListedProblem> {
        let marked = self.lines.iter().flatten().map(|line| &line.listed);
        let marked: Vec<&ListedProblem> = marked.filter(|it| self.marked.contains(&it.problem.id)).collect();
        if marked.is_empty() { self.selected().into_iter().collect() } else { marked }
    }

    fn move_by(&mut self, by: isize) {
        self.selected = self.selected.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    /// Marks the selected one or takes its mark away, and goes on to the next.
    fn mark(&mut self) {
        let Some(id) = self.selected().map(|listed| listed.problem.id) else { return };
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
        self.move_by(1);
    }

    /// Marks all that are shown; where they all are, takes the marks away.
    fn mark_all(&mut self) {
        let ids: BTreeSet<ProblemId> =
            (0..self.shown.len()).filter_map(|row| self.at(row)).map(|listed| listed.problem.id).collect();
        if ids.is_subset(&self.marked) {
            self.marked.retain(|id| !ids.contains(id));
        } else {
            self.marked.extend(ids);
        }
    }
}

/// Everything that a problem is found by, in small letters.
fn text_of(words: &Words, listed: &ListedProblem) -> String {
    let ListedProblem { problem, household, .. } = listed;
    let check = problem.check.map(|check| words.of(check)).unwrap_or_default();
    let parts = [
        household.name.as_str(),
        &household.code,
        &household.village,
        &household.group,
        &household.contact,
        &problem.what,
        &problem.unit,
        &check,
    ];
    parts.join(" ").to_lowercase()
}
