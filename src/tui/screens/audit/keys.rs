//! What keys do on the findings: go to where one is mended, say that it is right as it is.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::{AuditScreen, AuditTab, view};
use crate::domain::audit_finding::{AuditKind, AuditPlace};
use crate::report::audit::of_words;
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job, Read};
use crate::tui::face::Face;
use crate::tui::filter::{Filter, These};
use crate::tui::keys::{Chord, Context};
use crate::tui::news::AuditNews;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::scene::Scene;
use crate::tui::screens::household::HouseholdTab;
use crate::tui::screens::household_form::member_key;
use crate::tui::shell::Shell;

commands_of! {
    [Audit, NarrowingFindings]
    Asked { Open, NextTab, PreviousTab, Search, Mark, MarkAll, CheckFindings, UncheckFinding }
}

impl Face for AuditScreen {
    fn context(&self) -> Context {
        match self.working {
            Some(_) => Context::Working,
            None if self.list.typing => Context::NarrowingFindings,
            None => Context::Audit,
        }
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        match Asked::of(command)? {
            Asked::Open if self.list.typing => self.list.typing = false,
            Asked::Open => return Some(self.go_there(shell)),
            Asked::NextTab | Asked::PreviousTab => {
                let is_open = self.tab == AuditTab::Open;
                self.show(if is_open { AuditTab::Checked } else { AuditTab::Open });
            }
            Asked::Search => self.list.typing = true,
            Asked::Mark => self.mark(),
            Asked::MarkAll => self.mark_all(),
            Asked::CheckFindings => self.ask_check(shell),
            Asked::UncheckFinding => return Some(self.uncheck(shell)),
        }
        Some(Vec::new())
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.list.move_by(by);
    }

    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        if self.working.is_some() {
            // Nothing is lost with what was not read yet.
            return vec![Effect::Job(Job::CancelJob), Effect::Go(Go::Back)];
        }
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
        use Command::{CheckFindings, Mark, MarkAll, Open, UncheckFinding};
        let is_open = self.tab == AuditTab::Open;
        let mut useless = if is_open { vec![UncheckFinding] } else { vec![CheckFindings] };
        if self.list.is_empty() {
            useless.extend([Open, Mark, MarkAll, CheckFindings, UncheckFinding]);
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

    fn begin(&mut self, job: &Job) {
        if matches!(job, Job::LoadAudit(_)) && !self.list.is_read() {
            self.working = Some((0, 0));
        }
    }

    fn progress(&mut self, done: usize, total: usize) {
        if let Some(working) = &mut self.working {
            *working = (done, total);
        }
    }

    fn end_work(&mut self) {
        self.working = None;
    }

    fn line(&self) -> Option<&str> {
        Some(self.list.query.text())
    }
}

impl AuditScreen {
    /// To the field, the page or the list where the selected finding is mended.
    fn go_there(&self, shell: &Shell) -> Vec<Effect> {
        let Some(listed) = self.list.selected() else { return Vec::new() };
        let place = listed.finding.place();
        let Some(id) = listed.finding.household_id else {
            let ids = listed.several.iter().map(|row| row.id).collect();
            let these = These::new(shell.words.of(listed.finding.kind), ids);
            return vec![Effect::Go(Go::List(Box::new(Filter { these, ..Filter::default() })))];
        };
        let form = |at: String| Read::OpenHouseholdForm { household_id: Some(id), at: Some(at) };
        let page = |tab| Read::OpenHouseholdAt(id, tab);
        vec![Effect::Read(match place {
            AuditPlace::Fact(fact) => form(fact.code().to_owned()),
            AuditPlace::Member(member, fact) => form(member_key(member, fact.code())),
            AuditPlace::Status => page(HouseholdTab::Risk),
            AuditPlace::Visits => page(HouseholdTab::Visits),
            AuditPlace::Incomes => page(HouseholdTab::Income),
            AuditPlace::Households => page(HouseholdTab::Overview),
        })]
    }

    fn ask_check(&self, shell: &mut Shell) {
        let findings = self.findings();
        if self.tab == AuditTab::Checked || findings.is_empty() {
            return shell.warn_of("audit-is-checked");
        }
        let words = &shell.words;
        let count = findings.len().to_string();
        let kinds: BTreeSet<AuditKind> = findings.iter().map(|finding| finding.kind).collect();
        let which = match (self.chosen().as_slice(), kinds.first()) {
            ([one], _) => of_words(words, one),
            (_, Some(kind)) if kinds.len() == 1 => words.of(*kind),
            _ => words.with("audit-kinds", &[("count", &kinds.len().to_string())]),
        };
        let question = words.with("audit-check-question", &[("count", &count), ("which", &which)]);
        shell.ask(Ask::new(AskedFor::CheckFindings(findings), words.t("audit-check-title"), question));
    }

    fn uncheck(&self, shell: &mut Shell) -> Vec<Effect> {
        let checked = self.list.selected().filter(|listed| listed.checked.is_some());
        let Some(finding) = checked.map(|listed| listed.finding.clone()) else {
            shell.warn_of("audit-is-not-checked");
            return Vec::new();
        };
        vec![Effect::Job(Job::UncheckFinding(finding))]
    }

    /// They were read, or what was checked is another now.
    pub fn take_news(&mut self, shell: &mut Shell, news: AuditNews) -> Vec<Effect> {
        let (said, count) = match news {
            AuditNews::Loaded(found) => {
                self.take(found);
                return Vec::new();
            }
            // The screen that asked is left; another that was opened since reads by itself.
            AuditNews::Stopped => return Vec::new(),
            AuditNews::Checked(findings, checked) => {
                self.renew(&findings, &checked);
                ("audit-checked-said", findings.len())
            }
            AuditNews::Unchecked(finding) => {
                self.renew(&[finding], &[]);
                ("audit-unchecked-said", 1)
            }
        };
        shell.can_write_again();
        shell.say(shell.words.with(said, &[("count", &count.to_string())]));
        Vec::new()
    }
}
