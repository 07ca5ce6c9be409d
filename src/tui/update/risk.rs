//! Commands on a household's income, measures and risk, and on the villages.

use crate::domain::income::net;
use crate::ledger::MOST_REGISTERED;
use crate::report::income_page::{month_lines, record_words, sum_lines};

use super::commands::why;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Read, Setup, Write};
use crate::tui::model::{Model, Screen};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::page::Page;
use crate::tui::overlays::who::Who;
use crate::tui::screens::household::HouseholdTab;
use crate::tui::screens::import::typed_path;
use crate::tui::screens::record_form::RecordSubject;

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last_mut() else { return Vec::new() };
    let household_id = screen.file.household.id;
    let open = |subject| vec![Effect::Read(Read::OpenRecord { household_id: Some(household_id), subject })];
    match command {
        Command::NextTab => screen.step_tab(true),
        Command::PreviousTab => screen.step_tab(false),
        Command::LogVisit => return vec![Effect::Read(Read::OpenVisitForm { household_id, correcting: None })],
        Command::WhyDue => why(model),
        Command::Open if screen.tab == HouseholdTab::Income => show_how(model),
        Command::SwitchWindow => screen.income.switch(&model.policy),
        Command::EditMonth => return edit_month(model),
        Command::VoidMonth => ask_void_month(model),
        Command::FallReasons => {
            let window_end = screen.income.window(&model.policy, model.today).last;
            return open(RecordSubject::Fall(window_end));
        }
        Command::AddMeasure => return open(RecordSubject::Measure(None)),
        Command::EditMeasure => {
            let measure = screen.selected_measure().map(|measure| measure.id);
            return measure.map(|id| open(RecordSubject::Measure(Some(id)))).unwrap_or_default();
        }
        Command::VoidMeasure => ask_void_measure(model),
        Command::ChangeStatus => return open(RecordSubject::Status),
        Command::Attest => return open(RecordSubject::Attestation),
        _ => {}
    }
    Vec::new()
}

/// How the selected figure was made.
fn show_how(model: &mut Model) {
    let Some(Screen::Household(screen)) = model.screens.last() else { return };
    let words = &model.words;
    let page = if let Some(month) = screen.selected_month(&model.policy) {
        let title = words.with("income-how-month", &[("month", &month.to_string())]);
        Page::new(title, month_lines(words, &screen.file, month))
    } else {
        let view = screen.income_view(&model.policy);
        Page::new(words.t("income-how-sum"), sum_lines(words, &view, &model.policy, model.today))
    };
    model.overlays.push(Overlay::Page(page));
}

/// Any month can be entered or corrected; on the sum the first that is missing.
fn edit_month(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Household(screen)) = model.screens.last() else { return Vec::new() };
    let missing = || screen.income_view(&model.policy).income.missing().next();
    let Some(month) = screen.selected_month(&model.policy).or_else(missing) else {
        model.warn(model.words.t("income-choose-month"));
        return Vec::new();
    };
    if month > crate::domain::month::Month::of(model.today) {
        model.warn(model.words.t("RecordRefused-income_in_future"));
        return Vec::new();
    }
    vec![Effect::Read(Read::OpenRecord {
        household_id: Some(screen.file.household.id),
        subject: RecordSubject::Month(month),
    })]
}

/// Only what was entered in the table is taken back here; a visit's income goes with its visit.
fn ask_void_month(model: &mut Model) {
    let Some(Screen::Household(screen)) = model.screens.last() else { return };
    let month = screen.selected_month(&model.policy);
    let record = screen.file.incomes.iter().find(|income| Some(income.month) == month);
    match record {
        Some(record) if record.visit_id.is_none() => {
            let asked = AskedFor::VoidMonth {
                household_id: screen.file.household.id,
                income_id: record.id,
                month: record.month,
            };
            let words = &model.words;
            let under = screen.file.incomes_under.iter().find(|under| under.month == record.month);
            let then = under.map_or_else(
                || words.t("void-month-then-missing"),
                |under| {
                    let net = net(&under.amounts).map_or_else(|| words.t("income-not-asked"), |net| net.to_string());
                    let record = record_words(words, &screen.file, under);
                    words.with("void-month-then-record", &[("record", &record), ("net", &net)])
                },
            );
            let question = words.with("void-month-question", &[("month", &record.month.to_string())]);
            let question = format!("{question} {then}");
            ask(model, asked, Command::VoidMonth, "void-month-title", question);
        }
        Some(_) => model.warn(model.words.t("void-month-of-visit")),
        None => model.warn(model.words.t("income-month-missing")),
    }
}

fn ask_void_measure(model: &mut Model) {
    let Some(Screen::Household(screen)) = model.screens.last() else { return };
    let Some(measure) = screen.selected_measure() else { return };
    let asked = AskedFor::VoidMeasure { household_id: screen.file.household.id, measure_id: measure.id };
    let question = model.words.with("void-measure-question", &[("item", &measure.item)]);
    ask(model, asked, Command::VoidMeasure, "void-measure-title", question);
}

/// Asks for a line of words, after who is asked where that is not known.
pub(super) fn ask(model: &mut Model, asked_for: AskedFor, command: Command, title: &str, question: String) {
    let overlay = if model.me.is_none() {
        Overlay::Who(Who::new(model.contacts.clone(), command))
    } else {
        Overlay::Ask(Ask::new(asked_for, model.words.t(title), question))
    };
    model.overlays.push(overlay);
}

/// The answer to a question: what it is for is done.
pub(super) fn answered(model: &mut Model, asked_for: AskedFor, answer: String) -> Vec<Effect> {
    match asked_for {
        AskedFor::VoidVisit => super::household::void(model, answer),
        AskedFor::VoidMonth { household_id, income_id, month } => {
            let draft = RecordSubject::Month(month).draft_key(Some(household_id));
            vec![Effect::Write(Write::VoidMonth { household_id, income_id, reason: answer, draft })]
        }
        AskedFor::VoidMeasure { household_id, measure_id } => {
            vec![Effect::Write(Write::VoidMeasure { household_id, measure_id, reason: answer })]
        }
        AskedFor::VoidRecord { of, entity_id, seen } => {
            vec![Effect::Write(Write::VoidStatement { of, entity_id, seen, reason: answer })]
        }
        AskedFor::Database => typed_path(&answer).map(Setup::UseDatabase).map(Effect::Setup).into_iter().collect(),
        AskedFor::Registered(village) => {
            let folded = crate::domain::clean::fold_width(&answer);
            let number = folded.trim().replace(',', "").parse().ok();
            if let Some(registered) = number.filter(|number| (1..=MOST_REGISTERED).contains(number)) {
                return vec![Effect::Write(Write::KeepRegistered(village, registered))];
            }
            // What was typed stays to be put right.
            let question = model.words.with("registered-question", &[("village", &village.name)]);
            let title = model.words.t("registered-title");
            let again = Ask::new(AskedFor::Registered(village), title, question).with_answer(answer);
            model.overlays.push(Overlay::Ask(again));
            model.warn(model.words.t("RecordRefused-registered_impossible"));
            Vec::new()
        }
    }
}

pub(super) fn on_places(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::Places(screen)) = model.screens.last() else { return Vec::new() };
    let village = screen.selected_village();
    match (command, village) {
        (Command::Registered, Some(village)) => {
            let question = model.words.with("registered-question", &[("village", &village.name)]);
            ask(model, AskedFor::Registered(village), Command::Registered, "registered-title", question);
        }
        (Command::Registered, None) => model.warn(model.words.t("registered-of-village")),
        (Command::Open, Some(village)) => {
            model.screens.clear();
            if let Some(home) = &mut model.home {
                home.filter.village = Some(village.name);
                home.show_tab(crate::tui::screens::households::Tab::All);
                home.filter_changed();
            }
        }
        _ => {}
    }
    Vec::new()
}
