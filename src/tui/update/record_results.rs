//! What came back for the small forms, the alerts, the villages and the policy.

use crate::domain::due_row::DueRow;
use crate::ledger::{HouseholdFile, PolicyRefused};
use crate::report::policy::policy_problem_words;
use crate::report::store_error_words;

use super::results::refuse_by_store;
use crate::tui::effect::{Effect, Job, Read, Write};
use crate::tui::model::{Model, Screen};
use crate::tui::news::{PlaceNews, RecordRefused, SettingsNews};
use crate::tui::screens::places::PlacesScreen;
use crate::tui::screens::settings::SettingsScreen;

pub(super) fn take_places(model: &mut Model, news: PlaceNews) -> Vec<Effect> {
    match news {
        PlaceNews::PlacesOpened(places) => model.screens.push(Screen::Places(PlacesScreen::new(places, model.today))),
        PlaceNews::RegisteredKept(places) => {
            model.can_write_again();
            if let Some(Screen::Places(screen)) = model.screens.last_mut() {
                screen.renew(places);
                model.say(model.words.t("record-kept"));
            }
        }
    }
    Vec::new()
}

/// Back to the household under the form, with everything that follows from what was kept.
pub(super) fn kept(model: &mut Model, row: DueRow, file: Box<HouseholdFile>) {
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
pub(super) fn take_settings(model: &mut Model, news: SettingsNews) -> Vec<Effect> {
    match news {
        SettingsNews::SettingsOpened(policies) => {
            let screen = SettingsScreen::new(policies, &model.policy, model.database.clone());
            model.screens.push(Screen::Settings(screen));
        }
        SettingsNews::PolicySwitched => {
            model.has_written();
            model.say(model.words.t("settings-switched"));
            return vec![Effect::Write(Write::ReloadPolicy), Effect::Job(Job::LoadList(model.writes))];
        }
        SettingsNews::PolicyRefused(refused) => refuse_policy(model, &refused),
        SettingsNews::PolicyLoaded(policy) => {
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
    }
    Vec::new()
}

/// Says why a small form was not kept, at the field where it can be mended.
pub(super) fn refuse(model: &mut Model, refused: &RecordRefused) -> Vec<Effect> {
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
