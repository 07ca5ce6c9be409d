//! What keys do on the settings: the policy chosen, its values set for this database or taken back, the language,
//! the theme and the database.

use ratatui::layout::Rect;

use crate::domain::policy::Origin;
use crate::i18n::Words;
use crate::ledger::PolicyRefused;
use crate::report::policy::{policy_problem_words, title};
use crate::report::store_error_words;

use super::{SettingsScreen, SettingsTab, is_same, view};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Go, Job, Read, Setup};
use crate::tui::face::Face;
use crate::tui::keys::Context;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::confirm::Agreed;
use crate::tui::record::RecordSubject;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;
use crate::tui::theme::Appearance;

commands_of! {
    [Settings]
    Asked { NextTab, PreviousTab, Override, TakeBack }
}

impl Face for SettingsScreen {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let asked = Asked::of(command)?;
        if self.working.is_some() {
            return Some(Vec::new());
        }
        Some(match asked {
            Asked::NextTab => {
                self.step_tab(1);
                Vec::new()
            }
            Asked::PreviousTab => {
                self.step_tab(-1);
                Vec::new()
            }
            Asked::Override => match self.tab {
                SettingsTab::Policies => self.confirm_policy(shell),
                SettingsTab::Appearance => self.choose_appearance(shell),
                SettingsTab::Values => {
                    let subject = RecordSubject::Setting(self.selected_setting());
                    vec![Effect::Read(Read::OpenRecord { household_id: None, subject })]
                }
            },
            Asked::TakeBack => self.take_back(shell),
        })
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        self.move_by(by);
    }

    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        let is_working = self.working.is_some();
        vec![if is_working { Effect::Job(Job::CancelJob) } else { Effect::Go(Go::Back) }]
    }

    fn out_of_place(&self, shell: &Shell) -> Vec<Command> {
        let is_own =
            self.tab == SettingsTab::Values && shell.policy.origin(self.selected_setting()) == Some(Origin::Override);
        if is_own { Vec::new() } else { vec![Command::TakeBack] }
    }

    fn begin(&mut self, job: &Job) {
        if matches!(job, Job::UsePolicy(_) | Job::Override { .. }) {
            self.working = Some((0, 0));
        }
    }

    fn progress(&mut self, done: usize, total: usize) {
        self.working = Some((done, total));
    }

    fn end_work(&mut self) {
        self.working = None;
    }
}

impl SettingsScreen {
    /// It is seen at once, and kept for the next start.
    fn choose_appearance(&self, shell: &mut Shell) -> Vec<Effect> {
        let Some(chosen) = self.selected_appearance() else { return Vec::new() };
        match chosen {
            Appearance::Language(language) => shell.words = Words::new(language),
            Appearance::Theme(name) => shell.look.choose(name),
            Appearance::Database => {
                let (title, question) = (shell.words.t("database-title"), shell.words.t("database-question"));
                let path = shell.database.display().to_string();
                let ask = Ask::new(AskedFor::Database, title, question).with_answer(path);
                shell.overlays.push(Overlay::Ask(ask));
                return Vec::new();
            }
            Appearance::RecoveryCode => {
                shell.ask_new_code();
                return Vec::new();
            }
            Appearance::Passphrase => {
                shell.ask_new_passphrase();
                return Vec::new();
            }
        }
        vec![Effect::Setup(Setup::KeepAppearance(chosen))]
    }

    fn confirm_policy(&self, shell: &mut Shell) -> Vec<Effect> {
        let Some(policy) = self.selected_policy() else { return Vec::new() };
        if is_same(policy, &shell.policy) {
            shell.say(shell.words.t("settings-in-use"));
            return Vec::new();
        }
        let question = shell.words.with("settings-use-question", &[("title", &title(&shell.words, policy))]);
        shell.confirm(question, shell.words.t("settings-use-yes"), Agreed::UsePolicy(policy.id.clone()));
        Vec::new()
    }

    /// The plan's own value holds again.
    fn take_back(&self, shell: &mut Shell) -> Vec<Effect> {
        let setting = self.selected_setting();
        if self.tab != SettingsTab::Values || shell.policy.origin(setting) != Some(Origin::Override) {
            shell.warn_of("settings-nothing-here");
            return Vec::new();
        }
        vec![Effect::Job(Job::Override { setting, value: None, draft: None })]
    }
}

/// Says why the policy was not switched.
pub fn refuse(shell: &mut Shell, refused: &PolicyRefused) {
    let sentence = match refused {
        PolicyRefused::Store(error) => store_error_words(&shell.words, error),
        PolicyRefused::Cancelled => shell.words.t("settings-cancelled"),
        PolicyRefused::Unknown => shell.words.t("settings-unknown"),
        PolicyRefused::Problems(problems) => {
            problems.first().map(|problem| policy_problem_words(&shell.words, problem)).unwrap_or_default()
        }
    };
    shell.warn(sentence);
}
