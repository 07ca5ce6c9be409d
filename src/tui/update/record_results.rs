//! What came back for the small forms, the alerts, the villages and the policy.

use crate::domain::due_row::DueRow;
use crate::ledger::{HouseholdFile, PolicyRefused};
use crate::report::policy::policy_problem_words;
use crate::report::store_error_words;

use super::import;
use super::results::{open_form, refuse_by_store};
use crate::tui::effect::{Effect, Job, Msg, Read, RecordRefused, Write};
use crate::tui::model::{Model, Screen};
use crate::tui::screens::places::PlacesScreen;
use crate::tui::screens::record_form::RecordForm;
use crate::tui::screens::settings::SettingsScreen;

pub(super) fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::RecordOpened { subject, file, drafts } => {
            let form = RecordForm::open(&model.words, subject, file, &model.policy, model.today);
            return open_form(model, drafts, form, |form| Screen::Record(Box::new(form)));
        }
        Msg::RecordKept { row, file } => kept(model, *row, file),
        Msg::RecordRefused(refused) => return refuse(model, &refused),
        msg @ (Msg::HistoryOpened { .. } | Msg::StatementVoided { .. } | Msg::VoidRefused(_)) => {
            return super::history::take(model, msg);
        }
        Msg::PlacesOpened(places) => model.screens.push(Screen::Places(PlacesScreen::new(places, model.today))),
        Msg::RegisteredKept(places) => {
            model.can_write_again();
            if let Some(Screen::Places(screen)) = model.screens.last_mut() {
                screen.renew(places);
                model.say(model.words.t("record-kept"));
            }
        }
        Msg::SettingsOpened(policies) => {
            let screen = SettingsScreen::new(policies, &model.policy, model.database.clone());
            model.screens.push(Screen::Settings(screen));
        }
        other => return take_policy(model, other),
    }
    Vec::new()
}

/// Back to the household under the form, with everything that follows from what was kept.
fn kept(model: &mut Model, row: DueRow, file: Box<HouseholdFile>) {
    if matches!(model.screens.last(), Some(Screen::Record(_))) {
        model.screens.pop();
    }
    model.has_written();
    model.say(model.words.t("record-kept"));
    if let Some(Screen::Household(screen)) = model.screens.last_mut() {
        screen.renew(file);
    }
    if let Some(home) = &mut model.home {
        home.put_row(row);
    }
}

/// What came back of the settings.
fn take_policy(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::PolicySwitched => {
            model.has_written();
            model.say(model.words.t("settings-switched"));
            return vec![Effect::Write(Write::ReloadPolicy), Effect::Job(Job::LoadList(model.writes))];
        }
        Msg::PolicyRefused(refused) => refuse_policy(model, &refused),
        Msg::PolicyLoaded(policy) => {
            // What was read of households hangs on the policy that was.
            let is_another = model.policy != *policy;
            model.policy = *policy;
            if let Some(home) = model.home.as_mut().filter(|_| is_another) {
                home.preview = None;
            }
            match model.screens.last_mut() {
                Some(Screen::Settings(screen)) => screen.working = None,
                Some(Screen::Household(screen)) if is_another => {
                    return vec![Effect::Read(Read::RenewHousehold(screen.file.household.id))];
                }
                _ => {}
            }
        }
        Msg::Progress { done, total } if matches!(model.screens.last(), Some(Screen::Settings(_))) => {
            if let Some(Screen::Settings(screen)) = model.screens.last_mut() {
                screen.working = Some((done, total));
            }
        }
        other => return import::take_result(model, other),
    }
    Vec::new()
}

/// Says why a small form was not kept, at the field where it can be mended.
fn refuse(model: &mut Model, refused: &RecordRefused) -> Vec<Effect> {
    let sentence = match refused {
        RecordRefused::Store(error) => return refuse_by_store(model, error),
        RecordRefused::Entry(code) => model.words.t(&format!("RecordRefused-{code}")),
    };
    if let (RecordRefused::Entry(code), Some(Screen::Record(screen))) = (refused, model.screens.last_mut()) {
        let field = match code.as_str() {
            "status_before_last_change" | "status_in_future" | "attested_in_future" => "on",
            "status_not_possible" | "status_detail_missing" => "kind",
            "measure_item_missing" => "item",
            "note_missing" => "note",
            _ => "reason",
        };
        screen.form.mark(field, sentence.clone());
    }
    model.warn(sentence);
    // The next try starts from what is there now.
    match model.screens.last() {
        Some(Screen::Household(screen)) => vec![Effect::Read(Read::RenewHousehold(screen.file.household.id))],
        _ => Vec::new(),
    }
}

fn refuse_policy(model: &mut Model, refused: &PolicyRefused) {
    if let Some(Screen::Settings(screen)) = model.screens.last_mut() {
        screen.working = None;
    }
    let sentence = match refused {
        PolicyRefused::Store(error) => store_error_words(&model.words, error),
        PolicyRefused::Cancelled => model.words.t("settings-cancelled"),
        PolicyRefused::Unknown => model.words.t("settings-unknown"),
        PolicyRefused::Problems(problems) => {
            problems.first().map(|problem| policy_problem_words(&model.words, problem)).unwrap_or_default()
        }
    };
    model.warn(sentence);
}
