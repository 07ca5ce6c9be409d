//! Commands on the settings: the policy chosen, its values set for this database or taken back.

use std::path::PathBuf;

use crate::domain::policy::{Origin, Policy};
use crate::i18n::Words;
use crate::ledger::StoreError;
use crate::report::policy::title;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Read, Setup};
use crate::tui::model::{Model, Screen};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::screens::record_form::RecordSubject;
use crate::tui::screens::settings::{SettingsTab, is_same};
use crate::tui::theme::Appearance;

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::Settings(screen)) = model.screens.last_mut() else { return Vec::new() };
    if screen.working.is_some() {
        return Vec::new();
    }
    match command {
        Command::NextTab => screen.step_tab(1),
        Command::PreviousTab => screen.step_tab(-1),
        Command::SetHere if screen.tab == SettingsTab::Policies => confirm_policy(model),
        Command::SetHere if screen.tab == SettingsTab::Appearance => return choose_appearance(model),
        // The question was answered with yes.
        Command::Settings => return use_policy(model),
        Command::SetHere => {
            let subject = RecordSubject::Setting(screen.selected_setting());
            return vec![Effect::Read(Read::OpenRecord { household_id: None, subject })];
        }
        Command::TakeBack => return take_back(model),
        _ => {}
    }
    Vec::new()
}

/// It is seen at once, and kept for the next start.
fn choose_appearance(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Settings(screen)) = model.screens.last() else { return Vec::new() };
    let Some(chosen) = screen.selected_appearance() else { return Vec::new() };
    match chosen {
        Appearance::Language(language) => model.words = Words::new(language),
        Appearance::Theme(name) => model.look.choose(name),
        Appearance::Database => {
            let (title, question) = (model.words.t("database-title"), model.words.t("database-question"));
            let path = model.database.display().to_string();
            model.overlays.push(Overlay::Ask(Ask::new(AskedFor::Database, title, question).with_answer(path)));
            return Vec::new();
        }
    }
    vec![Effect::Setup(Setup::KeepAppearance(chosen))]
}

fn confirm_policy(model: &mut Model) {
    let Some(Screen::Settings(screen)) = model.screens.last() else { return };
    let Some(policy) = screen.selected_policy() else { return };
    if is_same(policy, &model.policy) {
        return model.say(model.words.t("settings-in-use"));
    }
    let name = title(&model.words, policy);
    let question = model.words.with("settings-use-question", &[("title", &name)]);
    let yes = model.words.t("settings-use-yes");
    model.overlays.push(Overlay::Confirm(Confirm { question, yes, command: Command::Settings, selected_yes: false }));
}

fn use_policy(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Settings(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Some(id) = screen.selected_policy().map(|policy| policy.id.clone()) else { return Vec::new() };
    screen.working = Some((0, 0));
    vec![Effect::Job(Job::UsePolicy(id))]
}

/// The plan's own value holds again.
fn take_back(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Settings(screen)) = model.screens.last_mut() else { return Vec::new() };
    let setting = screen.selected_setting();
    if screen.tab != SettingsTab::Values || model.policy.origin(setting) != Some(Origin::Here) {
        model.warn(model.words.t("settings-nothing-here"));
        return Vec::new();
    }
    screen.working = Some((0, 0));
    vec![Effect::Job(Job::SetHere { setting, value: None, draft: None })]
}

/// Another database is open: everything that was read of the one before is gone.
pub(super) fn database_opened(
    model: &mut Model,
    path: PathBuf,
    policy: Policy,
    why_look_only: Option<StoreError>,
) -> Vec<Effect> {
    model.screens.clear();
    model.home = None;
    (model.policy, model.cannot_write) = (policy, why_look_only);
    model.say(model.words.with("database-opened", &[("path", &path.display().to_string())]));
    model.database = path;
    vec![Effect::Setup(Setup::OpenHome)]
}
