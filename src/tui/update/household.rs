//! Commands on one household: its visits opened, corrected, voided, printed.

use crate::ledger::Correction;

use super::commands::why;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Read, Write};
use crate::tui::model::{Model, Screen};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::who::Who;
use crate::tui::screens::household::HouseholdTab;

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last_mut() else { return Vec::new() };
    let household_id = screen.file.household.id;
    match command {
        Command::LogVisit => return vec![Effect::Read(Read::OpenVisitForm { household_id, correcting: None })],
        Command::Edit => return vec![Effect::Read(Read::OpenHouseholdForm(Some(household_id)))],
        Command::WaterReport => return vec![Effect::Read(Read::OpenWaterReport(household_id))],
        Command::WhyDue => why(model),
        Command::Open if screen.tab == HouseholdTab::Visits => {
            return screen.selected_visit().map(|visit| Effect::Read(Read::OpenVisit(visit.id))).into_iter().collect();
        }
        Command::CorrectVisit => return correct(model),
        Command::VoidVisit => ask_why_void(model),
        Command::PrintSheet => return print_sheet(model),
        Command::NextTab | Command::Open => screen.step_tab(true),
        Command::PreviousTab => screen.step_tab(false),
        _ => {}
    }
    Vec::new()
}

fn print_sheet(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last() else { return Vec::new() };
    let Some(visit) = screen.selected_visit() else { return Vec::new() };
    if !visit.stands_as_entered() {
        model.warn(model.words.t("visit-no-sheet"));
        return Vec::new();
    }
    let (household_id, visit_id) = (visit.household_id, visit.id);
    vec![Effect::Read(Read::PrintSheet { household_id, visit_id, language: model.words.language() })]
}

fn correct(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last() else { return Vec::new() };
    let Some(visit) = screen.selected_visit() else { return Vec::new() };
    if !visit.stands_as_entered() {
        let key = if visit.voided { "visit-is-void" } else { "visit-of-roster" };
        model.warn(model.words.t(key));
        return Vec::new();
    }
    vec![Effect::Read(Read::OpenVisitForm { household_id: visit.household_id, correcting: Some(visit.id) })]
}

/// A void needs a reason, and somebody who says it.
fn ask_why_void(model: &mut Model) {
    let Some(Screen::Household(screen)) = model.screens.last() else { return };
    let Some(visit) = screen.selected_visit() else { return };
    if visit.voided {
        return model.warn(model.words.t("visit-is-void"));
    }
    let question = model.words.with("void-question", &[("on", &visit.visited_on.to_string())]);
    let overlay = if model.me.is_none() {
        Overlay::Who(Who::new(model.contacts.clone(), Command::VoidVisit))
    } else {
        Overlay::Ask(Ask::new(AskedFor::VoidVisit, model.words.t("void-title"), question))
    };
    model.overlays.push(overlay);
}

/// The reason was given: the selected visit is voided.
pub(super) fn void(model: &Model, reason: String) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last() else { return Vec::new() };
    let Some(visit) = screen.selected_visit() else { return Vec::new() };
    let started_from = screen.file.head_revisions.get(&visit.id).copied();
    vec![Effect::Write(Write::VoidVisit(Correction { visit_id: visit.id, started_from, reason }))]
}
