//! What keys do on the ledger of problems: narrowed, marked, closed, told back, opened again.

use ratatui::layout::Rect;

use super::{ProblemsScreen, ProblemsTab, view};
use crate::domain::problem::Problem;
use crate::ledger::{ListedProblem, ProblemChange};
use crate::text::fit;
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job, Read, Write};
use crate::tui::face::Face;
use crate::tui::keys::{Chord, Context};
use crate::tui::news::ProblemNews;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

/// So many are named in a question.
const NAMED: usize = 3;
/// Columns of one that is named.
const NAME: usize = 24;

commands_of! {
    [Problems, Narrowing]
    Asked { Open, NextTab, PreviousTab, Search, Mark, MarkAll, CloseProblems, ToldBack, Reopen, PrintProblems }
}

impl Face for ProblemsScreen {
    fn context(&self) -> Context {
        if self.list.typing { Context::Narrowing } else { Context::Problems }
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        match Asked::of(command)? {
            Asked::Open if self.list.typing => self.list.typing = false,
            Asked::Open => {
                return Some(
                    self.list
                        .selected()
                        .map(|it| Effect::Read(Read::OpenHousehold(it.household.id)))
                        .into_iter()
                        .collect(),
                );
            }
            Asked::NextTab | Asked::PreviousTab => {
                let is_open = self.tab == ProblemsTab::Open;
                self.show(if is_open { ProblemsTab::Closed } else { ProblemsTab::Open });
            }
            Asked::Search => self.list.typing = true,
            Asked::Mark => self.mark(),
            Asked::MarkAll => self.mark_all(),
            Asked::CloseProblems => self.ask_close(shell),
            Asked::Reopen => self.ask_reopen(shell),
            Asked::ToldBack => return Some(self.tell_back(shell)),
            Asked::PrintProblems if self.list.is_empty() => shell.warn_of("problems-nothing-to-write"),
            Asked::PrintProblems => {
                let problems = self.list.shown().cloned().collect();
                return Some(vec![Effect::Job(Job::PrintProblems { problems, language: shell.words.language() })]);
            }
        }
        Some(Vec::new())
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.list.move_by(by);
    }

    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        if self.list.widen() {
            self.narrow();
        } else if self.marked.is_empty() {
            return vec![Effect::Go(Go::Back)];
        } else {
            self.marked.clear();
        }
        Vec::new()
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        use Command::{CloseProblems, Mark, MarkAll, Open, PrintProblems, Reopen, ToldBack};
        let is_open = self.tab == ProblemsTab::Open;
        let mut useless = if is_open { vec![Reopen] } else { vec![CloseProblems, ToldBack] };
        if self.list.is_empty() {
            useless.extend([Open, Mark, MarkAll, CloseProblems, ToldBack, Reopen, PrintProblems]);
        }
        useless
    }

    fn press(&mut self, _shell: &mut Shell, chord: Chord) -> bool {
        let is_taken = self.list.press(chord);
        if is_taken == Some(true) {
            self.narrow();
        }
        is_taken.is_some()
    }

    fn paste(&mut self, line: &str) {
        self.list.paste(line);
        self.narrow();
    }

    fn line(&self) -> Option<&str> {
        Some(self.list.query.text())
    }
}

impl ProblemsScreen {
    /// The ones that a change is for, as they were seen.
    fn seen(&self) -> Vec<Problem> {
        self.chosen().into_iter().map(|listed| listed.problem.clone()).collect()
    }

    fn ask_close(&self, shell: &mut Shell) {
        if self.tab == ProblemsTab::Closed {
            return shell.warn_of("problems-is-closed");
        }
        let asked = AskedFor::CloseProblems(self.seen());
        self.ask(shell, asked, ["problems-close-title", "problems-close-question"]);
    }

    fn ask_reopen(&self, shell: &mut Shell) {
        if self.tab == ProblemsTab::Open {
            return shell.warn_of("problems-is-open");
        }
        let asked = AskedFor::ReopenProblems(self.seen());
        self.ask(shell, asked, ["problems-reopen-title", "problems-reopen-question"]);
    }

    fn ask(&self, shell: &mut Shell, asked_for: AskedFor, [title, question]: [&str; 2]) {
        let chosen = self.chosen();
        if chosen.is_empty() {
            return;
        }
        let words = &shell.words;
        let (count, today) = (chosen.len().to_string(), shell.today.to_string());
        let ellipsis = shell.look.glyphs.ellipsis;
        let named = |it: &&ListedProblem| fit(&format!("{} {}", &*it.household.name, it.problem.what), NAME, ellipsis);
        let mut which: Vec<String> = chosen.iter().take(NAMED).map(named).collect();
        which.extend((chosen.len() > NAMED).then(|| words.t("problems-and-more")));
        let which = which.join(&words.t("list-comma"));
        let filled = [("count", count.as_str()), ("today", &today), ("which", &which)];
        shell.ask(Ask::new(asked_for, words.t(title), words.with(question, &filled)));
    }

    /// Those of whom nobody was told are told back today; where there are none, those of today were not after all.
    /// An earlier day stays as it is.
    fn tell_back(&self, shell: &mut Shell) -> Vec<Effect> {
        let of_day = |day| self.seen().into_iter().filter(|it| it.told_back_on == day).collect::<Vec<_>>();
        let (untold, today) = (of_day(None), of_day(Some(self.today)));
        if self.tab == ProblemsTab::Closed || (untold.is_empty() && today.is_empty()) {
            shell.warn_of(if self.tab == ProblemsTab::Closed { "problems-is-closed" } else { "problems-told-before" });
            return Vec::new();
        }
        let (seen, change) =
            if untold.is_empty() { (today, ProblemChange::NotToldBack) } else { (untold, ProblemChange::ToldBack) };
        vec![Effect::Write(Write::ChangeProblems { seen, change })]
    }

    /// What came of them: read, or changed, all or none.
    pub fn take_news(&mut self, shell: &mut Shell, news: ProblemNews) -> Vec<Effect> {
        match news {
            ProblemNews::ProblemsLoaded(problems) => {
                self.take(problems, shell.today);
                return Vec::new();
            }
            ProblemNews::ProblemsChanged { changed, change } => {
                let key = match change {
                    ProblemChange::Close { .. } => "problems-closed-said",
                    ProblemChange::Reopen { .. } => "problems-reopened-said",
                    ProblemChange::ToldBack => "problems-told-said",
                    ProblemChange::NotToldBack => "problems-not-told-said",
                };
                shell.has_written();
                shell.say(shell.words.with(key, &[("count", &changed.len().to_string())]));
                self.renew(changed);
                // Those told back stay marked, so that the same key takes it back.
                if matches!(change, ProblemChange::Close { .. } | ProblemChange::Reopen { .. }) {
                    self.marked.clear();
                }
            }
            ProblemNews::ProblemsChangedElsewhere => shell.warn_of("problems-changed"),
        }
        // The list that is read again brings the problems with it.
        vec![Effect::Job(Job::LoadList(shell.writes))]
    }
}
