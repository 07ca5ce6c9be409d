//! Carrying out a command on the screen that has the keys.

use crate::domain::rough_date::Precision;
use crate::ledger::WhyDue;
use crate::report::policy::{rule_words, title as policy_title};
use crate::text::pad;

use super::{forms, import, step_of};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Loop, Read, Setup};
use crate::tui::keys::{Context, bindings};
use crate::tui::model::{Model, Screen};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::filter::FilterList;
use crate::tui::overlays::finder::palette;
use crate::tui::overlays::page::Page;
use crate::tui::overlays::who::Who;
use crate::tui::screens::household::why_words;
use crate::tui::screens::import::ImportScreen;
use crate::tui::widgets::class_words;

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(by) = step_of(model, command) {
        return step(model, by);
    }
    match command {
        Command::Quit => vec![Effect::Loop(Loop::Quit)],
        Command::Redraw => vec![Effect::Loop(Loop::Redraw)],
        Command::Suspend => vec![Effect::Loop(Loop::Suspend)],
        Command::Help => {
            help(model);
            Vec::new()
        }
        Command::Palette => {
            let palette = palette(&model.words, model.screen_context());
            model.overlays.push(Overlay::Palette(palette));
            Vec::new()
        }
        Command::Back => back(model),
        Command::Import => {
            model.screens.push(Screen::Import(ImportScreen::new()));
            vec![Effect::Job(Job::FindRosters)]
        }
        Command::Imports => vec![Effect::Read(Read::LoadImports)],
        Command::AddHousehold => vec![Effect::Read(Read::OpenHouseholdForm(None))],
        Command::History => super::history::open(model),
        Command::Demo => vec![Effect::Setup(Setup::StartDemo)],
        _ => match model.screen_context() {
            Context::Form => forms::run(model, command),
            Context::Import | Context::ImportPlan | Context::Columns | Context::Imports | Context::OpenedImport => {
                import::run(model, command)
            }
            Context::Household | Context::Visits => super::household::run(model, command),
            Context::Income | Context::Measures | Context::Risk => super::risk::run(model, command),
            Context::Places => super::risk::on_places(model, command),
            Context::History => super::history::run(model, command),
            Context::Settings => super::settings::run(model, command),
            _ => on_home(model, command),
        },
    }
}

pub(super) fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    let most = match model.screens.last() {
        Some(Screen::Household(screen)) => screen.lines_below(model.around(), model.page()),
        _ => 0,
    };
    match model.screens.last_mut() {
        Some(Screen::Household(screen)) => screen.step(by, most),
        Some(Screen::Import(_) | Screen::Imports(_)) => import::step(model, by),
        Some(Screen::Places(screen)) => screen.step(by),
        Some(Screen::History(screen)) => screen.step(by),
        Some(Screen::Settings(screen)) => screen.step(by),
        Some(Screen::VisitForm(_) | Screen::HouseholdForm(_) | Screen::WaterReport(_) | Screen::Record(_)) => {
            forms::step(model, by);
        }
        None => {
            if let Some(home) = &mut model.home {
                home.step(by);
            }
        }
    }
    Vec::new()
}

/// One step back; nothing that was typed is lost by it.
fn back(model: &mut Model) -> Vec<Effect> {
    match model.screens.last_mut() {
        Some(Screen::VisitForm(_) | Screen::HouseholdForm(_) | Screen::WaterReport(_) | Screen::Record(_)) => {
            vec![Effect::Loop(Loop::LeaveForm)]
        }
        Some(Screen::Settings(screen)) if screen.working.is_some() => vec![Effect::Job(Job::CancelJob)],
        Some(Screen::Import(_) | Screen::Imports(_)) => import::back(model),
        Some(Screen::Household(_) | Screen::Places(_) | Screen::Settings(_) | Screen::History(_)) => {
            model.screens.pop();
            Vec::new()
        }
        None => {
            let stepped = model.home.as_mut().is_some_and(crate::tui::screens::households::Households::step_back);
            if !stepped {
                model.say(model.words.t("how-to-quit"));
            }
            Vec::new()
        }
    }
}

fn on_home(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(home) = &mut model.home else { return Vec::new() };
    let selected = home.selected().map(|row| row.id);
    match command {
        Command::NextTab => home.step_tab(true),
        Command::PreviousTab => home.step_tab(false),
        Command::Search => home.start_typing(None),
        Command::Sort => {
            home.step_sort();
            say_order(model);
        }
        Command::SortBackwards => {
            home.sort_backwards();
            say_order(model);
        }
        Command::Filter => {
            let list = FilterList::new(home, &model.words);
            model.overlays.push(Overlay::Filter(list));
        }
        Command::Mine => mine(model),
        Command::WhoAmI => {
            let who = Who::new(model.contacts.clone(), Command::Redraw);
            model.overlays.push(Overlay::Who(who));
        }
        Command::WhyDue => why(model),
        Command::Open => return selected.map(Read::OpenHousehold).map(Effect::Read).into_iter().collect(),
        Command::LogVisit => {
            let opened =
                selected.map(|household_id| Effect::Read(Read::OpenVisitForm { household_id, correcting: None }));
            return opened.into_iter().collect();
        }
        Command::Places => return vec![Effect::Read(Read::OpenPlaces)],
        Command::BlankSheets => {
            let (contact, language) = (home.mine.clone(), model.words.language());
            model.say(model.words.t("sheet-blank-working"));
            return vec![Effect::Job(Job::BlankSheets { contact, language })];
        }
        Command::Settings => return vec![Effect::Read(Read::OpenSettings)],
        Command::WaterReport => {
            return selected.map(Read::OpenWaterReport).map(Effect::Read).into_iter().collect();
        }
        Command::Edit => {
            return selected.map(|id| Effect::Read(Read::OpenHouseholdForm(Some(id)))).into_iter().collect();
        }
        _ => {}
    }
    Vec::new()
}

fn say_order(model: &mut Model) {
    let Some(home) = &model.home else { return };
    let key = if home.backwards { "sorted-backwards" } else { "sorted-by" };
    let said = model.words.with(key, &[("order", &model.words.of(home.sort))]);
    model.say(said);
}

/// Shows my households, or all again. Who I am is asked the first time.
fn mine(model: &mut Model) {
    let Some(home) = &mut model.home else { return };
    match (&home.mine, &model.me) {
        (Some(_), _) => home.mine = None,
        (None, Some(me)) => home.mine = Some(me.as_str().to_owned()),
        (None, None) => {
            let who = Who::new(model.contacts.clone(), Command::Mine);
            model.overlays.push(Overlay::Who(who));
        }
    }
    home.filter_changed();
}

/// Why the household is due: the class, the rule, the day that the clock runs from, the sum.
pub(super) fn why(model: &mut Model) {
    let row = match model.screens.last() {
        Some(Screen::Household(screen)) => Some(&screen.file.row),
        _ => model.home.as_ref().and_then(|home| home.selected()),
    };
    let Some(row) = row else { return };
    let words = &model.words;
    let why = WhyDue::of(row, &model.policy);
    let modes: Vec<String> = why.counted_modes.iter().map(|mode| words.of(*mode)).collect();
    let mut lines = Vec::new();
    let mut line = |key: &str, value: String| lines.push(format!("{} {value}", pad(&words.t(key), 12, "")));
    line("household-class", class_words(words, row));
    let precision = Some(why.since.precision).filter(|precision| *precision != Precision::Day);
    let precision = precision.map(|precision| words.of(precision)).unwrap_or_default();
    line("household-since", format!("{} {precision}", why.since));
    line("why-policy", policy_title(words, &model.policy));
    if let Some(rule) = &why.rule {
        line("why-rule", rule_words(words, rule));
        line("why-origin", why.origin.map(|origin| words.of(origin)).unwrap_or_default());
        line("why-modes", modes.join(&words.t("list-comma")));
        line("why-anchor", why.anchor.on().to_string());
    }
    lines.push(String::new());
    lines.push(why_words(words, &why));
    if let Some(days) = Some(row.days_overdue(model.today)).filter(|days| *days > 0) {
        lines.push(words.with("why-overdue", &[("days", &days.to_string()), ("today", &model.today.to_string())]));
    }
    if row.last_counted.is_none() && why.rule.is_some() {
        lines.push(words.t("why-never"));
    }
    let title = words.with("why-title", &[("name", &row.name)]);
    model.overlays.push(Overlay::Page(Page::new(title, lines)));
}

/// Every key of the screen, from the table.
fn help(model: &mut Model) {
    let context = model.screen_context();
    let words = &model.words;
    let lines = bindings(context).map(|binding| {
        let keys: Vec<String> = binding.chords.iter().map(ToString::to_string).collect();
        format!("{} {}", pad(&keys.join("  "), 26, ""), words.of(binding.command))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.push(String::new());
    let about = match context {
        Context::Form => "help-form",
        Context::Households | Context::Typing => "help-households",
        _ => "help-anywhere",
    };
    lines.push(words.t(about));
    if context == Context::Households {
        lines.push(words.t("help-terms"));
    }
    lines.push(words.t("help-mouse"));
    let title = words.with("help-title", &[("place", &words.of(context))]);
    model.overlays.push(Overlay::Page(Page::new(title, lines)));
}
