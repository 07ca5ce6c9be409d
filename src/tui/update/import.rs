//! Importing a roster, the columns that a person assigns, and the imports that were made.

use crate::ledger::{ImportOutcome, Spellings, UndoOutcome, UndoRefused};
use crate::report::import_error_words;
use crate::report::imports::{later_words, undo_refused_words, undo_words};

use crate::ledger::HeadingIs;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Read, Setup, Write};
use crate::tui::keys::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::news::{ImportNews, RosterNews};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::who::Who;
use crate::tui::screens::import::columns::ColumnsPage;
use crate::tui::screens::import::outcome::Shown;
use crate::tui::screens::import::view::next;
use crate::tui::screens::import::{ImportScreen, Planned, Step};
use crate::tui::screens::imports::view::about;
use crate::tui::screens::imports::{ImportsScreen, Work};

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match model.screens.last() {
        Some(Screen::Imports(_)) => on_imports(model, command),
        _ => on_import(model, command),
    }
}

fn on_import(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
    match (command, &mut screen.step) {
        (Command::Imports, _) => return vec![Effect::Read(Read::LoadImports)],
        (Command::Open | Command::Save, Step::Choose) => return read(model),
        (Command::ClearField, Step::Choose) => screen.clear_path(),
        (Command::Columns, Step::Choose) => match &screen.seen {
            Some(seen) => {
                let page = ColumnsPage::new(std::slice::from_ref(seen));
                screen.step = Step::Columns { page, under: None };
            }
            None => model.warn(model.words.t("columns-no-file")),
        },
        (Command::Columns, Step::Plan(_)) => open_columns(screen),
        (Command::AssignColumn, Step::Columns { page, .. }) => {
            let fields = page.fields(&model.words);
            model.overlays.extend(fields.map(Overlay::Field));
        }
        (Command::GoodRows, Step::Plan(it)) => it.good_rows = !it.good_rows,
        (Command::JoinVillages, Step::Plan(_)) => return join_villages(model),
        (Command::ApplyImport, Step::Plan(_)) => return ask_before_upheaval(model),
        // The question was answered with yes.
        (Command::Confirm, Step::Plan(_)) => return apply(model),
        _ => {}
    }
    Vec::new()
}

/// Reads the file that is named.
fn read(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Some(file) = screen.file() else {
        model.warn(model.words.t("import-name-a-file"));
        return Vec::new();
    };
    screen.forget_refusal();
    screen.step = Step::Working { applying: false, done: 0, total: 0 };
    vec![Effect::Job(Job::PlanImport(file))]
}

fn open_columns(screen: &mut ImportScreen) {
    match std::mem::replace(&mut screen.step, Step::Choose) {
        Step::Plan(planned) => {
            let page = ColumnsPage::new(planned.plan.tables());
            screen.step = Step::Columns { page, under: Some(planned) };
        }
        other => screen.step = other,
    }
}

/// Joins the spellings that are offered; where none are, parts those that were joined.
fn join_villages(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Step::Plan(planned) = &screen.step else { return Vec::new() };
    let outcome = &planned.plan.outcome;
    let spellings = match (outcome.villages_offered.is_empty(), outcome.villages_joined.is_empty()) {
        (false, _) => Spellings::Join,
        (true, false) => Spellings::Apart,
        (true, true) => {
            model.warn(model.words.t("villages-nothing"));
            return Vec::new();
        }
    };
    let working = Step::Working { applying: false, done: 0, total: 0 };
    match std::mem::replace(&mut screen.step, working) {
        Step::Plan(planned) => vec![Effect::Job(Job::PlanAgain { plan: planned.plan, spellings })],
        _ => Vec::new(),
    }
}

/// An old file, or another village's, is asked about before it overturns much.
fn ask_before_upheaval(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Import(screen)) = model.screens.last() else { return Vec::new() };
    let Step::Plan(planned) = &screen.step else { return Vec::new() };
    let outcome = &planned.plan.outcome;
    if !screen.can_apply() || !outcome.is_upheaval() {
        return apply(model);
    }
    let question = model.words.with("import-upheaval", &[("count", &outcome.weighty().to_string())]);
    let yes = model.words.t("import-upheaval-yes");
    model.overlays.push(Overlay::Confirm(Confirm { question, yes, command: Command::Confirm, selected_yes: false }));
    Vec::new()
}

fn apply(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
    if !screen.can_apply() {
        model.warn(model.words.t("import-next-errors"));
        return Vec::new();
    }
    if asks_who_i_am(model, Command::Confirm) {
        return Vec::new();
    }
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
    let working = Step::Working { applying: true, done: 0, total: 0 };
    match std::mem::replace(&mut screen.step, working) {
        Step::Plan(Planned { plan, good_rows, .. }) => vec![Effect::Job(Job::ApplyImport { plan, good_rows })],
        _ => Vec::new(),
    }
}

/// Asks once who is here, before something is written; the command is then given again.
fn asks_who_i_am(model: &mut Model, then: Command) -> bool {
    let is_unknown = model.me.is_none() && !model.contacts.is_empty();
    if is_unknown {
        model.overlays.push(Overlay::Who(Who::new(model.contacts.clone(), then)));
    }
    is_unknown
}

/// The selected heading is this.
pub(super) fn assign(model: &mut Model, is: HeadingIs) -> Vec<Effect> {
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Step::Columns { page, .. } = &screen.step else { return Vec::new() };
    let assigned = page.selected().map(|(headings, column)| (headings, column.heading.clone()));
    assigned
        .map(|(headings, heading)| Effect::Write(Write::AssignColumn { headings, heading, is }))
        .into_iter()
        .collect()
}

fn on_imports(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Screen::Imports(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Some(selected) = screen.selected() else { return Vec::new() };
    let (number, is_wholly_undone) = (selected.number, selected.is_wholly_undone());
    match command {
        Command::Open if screen.context() == Context::Imports => vec![Effect::Job(Job::OpenImport(number))],
        Command::UndoImport if is_wholly_undone => {
            model.warn(undo_refused_words(&model.words, &UndoRefused::AlreadyUndone));
            Vec::new()
        }
        // The question was answered with yes: it was of the import that it named.
        Command::Confirm => {
            let Some(plan) = screen.plan.clone() else { return Vec::new() };
            if asks_who_i_am(model, Command::Confirm) {
                return Vec::new();
            }
            if let Some(Screen::Imports(screen)) = model.screens.last_mut() {
                screen.working = Some(Work::Undoing(0, 0));
            }
            vec![Effect::Job(Job::UndoImport { number: plan.number, the_others: !plan.kept.is_empty() })]
        }
        // Those that would stay were looked at.
        Command::UndoImport if screen.shows_kept() => {
            ask_whether_to_undo(model);
            Vec::new()
        }
        Command::UndoImport => {
            screen.working = Some(Work::Planning(number));
            vec![Effect::Job(Job::PlanUndo(number))]
        }
        _ => Vec::new(),
    }
}

/// Scrolls, or moves the selection.
pub(super) fn step(model: &mut Model, by: isize) {
    let page = model.page();
    let size = (usize::from(page.width), usize::from(page.height.saturating_sub(1)));
    let (words, look) = (&model.words, &model.look);
    match model.screens.last_mut() {
        Some(Screen::Import(screen)) => match &mut screen.step {
            Step::Choose => screen.step_file(by),
            Step::Plan(planned) => {
                let next = next(planned, words);
                let shown = Shown { outcome: &planned.plan.outcome, next: &next, words, look };
                planned.list.step(by, &shown, size);
            }
            Step::Columns { page, .. } => page.step(by),
            Step::Working { .. } => {}
        },
        Some(Screen::Imports(screen)) if screen.shows_kept() => screen.step(by),
        Some(Screen::Imports(screen)) => match &mut screen.open {
            Some(open) => {
                let next = about(words, &open.import);
                let shown = Shown { outcome: &open.outcome, next: &next, words, look };
                open.list.step(by, &shown, size);
            }
            None => screen.step(by),
        },
        _ => {}
    }
}

/// One step back.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    match model.screens.last_mut() {
        Some(Screen::Import(screen)) => match std::mem::replace(&mut screen.step, Step::Choose) {
            working @ Step::Working { .. } => {
                screen.step = working;
                return vec![Effect::Job(Job::CancelJob)];
            }
            Step::Plan(_) => {}
            Step::Columns { page, .. } if page.has_changed => return read(model),
            Step::Columns { under, .. } => screen.step = under.map_or(Step::Choose, Step::Plan),
            Step::Choose => drop(model.screens.pop()),
        },
        Some(Screen::Imports(screen)) => {
            match screen.working {
                Some(Work::Undoing(..)) => return vec![Effect::Job(Job::CancelJob)],
                // What is only looked at is let go.
                Some(Work::Planning(_)) => {
                    screen.working = None;
                    return Vec::new();
                }
                None => {}
            }
            if screen.shows_kept() {
                screen.plan = None;
            } else if screen.open.take().is_none() {
                model.screens.pop();
            } else {
                screen.plan = None;
            }
        }
        _ => {}
    }
    Vec::new()
}

pub(super) fn take_news(model: &mut Model, news: ImportNews) -> Vec<Effect> {
    match news {
        ImportNews::ImportApplied(outcome) => return imported(model, &outcome),
        ImportNews::ImportUndone(outcome) => return undone(model, &outcome),
        ImportNews::ImportsLoaded(imports) => match model.screens.last_mut() {
            Some(Screen::Imports(screen)) => screen.renew(imports),
            _ => model.screens.push(Screen::Imports(ImportsScreen::new(imports))),
        },
        ImportNews::UndoPlanned(plan) => {
            let is_awaited = matches!(model.screens.last(), Some(Screen::Imports(it)) if it.working == Some(Work::Planning(plan.number)));
            if is_awaited {
                take_undo_plan(model, *plan);
            }
        }
        // Something was recorded between the plan and the yes.
        ImportNews::UndoRefused(UndoRefused::RecordedSince(plan)) => take_undo_plan(model, *plan),
        ImportNews::UndoRefused(refused) => {
            end_work(model);
            model.warn(undo_refused_words(&model.words, &refused));
        }
        ImportNews::ImportOpened { import, outcome } => {
            // Something else may be selected or asked by now.
            if let Some(Screen::Imports(screen)) = model.screens.last_mut()
                && screen.working.is_none()
                && model.overlays.is_empty()
                && screen.selected().is_some_and(|selected| selected.number == import.number)
            {
                screen.take(import, outcome);
            }
        }
    }
    Vec::new()
}

pub(super) fn take_roster_news(model: &mut Model, news: RosterNews) {
    let Some(Screen::Import(screen)) = model.screens.last_mut() else { return };
    match news {
        RosterNews::RostersFound(files) => {
            // A folder was named instead of a file.
            if matches!(screen.step, Step::Working { .. }) {
                screen.step = Step::Choose;
            }
            screen.take_files(files);
        }
        RosterNews::ImportPlanned(plan) => screen.step = Step::Plan(Planned::new(plan)),
        RosterNews::ColumnAssigned { headings, heading, is } => {
            if let Step::Columns { page, .. } = &mut screen.step {
                page.take(&headings, &heading, is);
            }
        }
        RosterNews::ImportRefused { error, file, plan: Some(plan) } => {
            screen.step = Step::Plan(Planned::new(plan));
            model.warn(import_error_words(&model.words, &error, &file));
        }
        RosterNews::ImportRefused { error, file, plan: None } => {
            screen.step = Step::Choose;
            screen.refused = Some(import_error_words(&model.words, &error, &file));
            screen.seen = error.seen().cloned();
        }
    }
}

fn imported(model: &mut Model, outcome: &ImportOutcome) -> Vec<Effect> {
    model.screens.clear();
    model.has_written();
    let (new, changed) = (outcome.new.to_string(), outcome.changed.len().to_string());
    let unchanged = outcome.unchanged.to_string();
    let said = model.words.with("import-applied", &[("new", &new), ("changed", &changed), ("unchanged", &unchanged)]);
    model.say(said);
    vec![Effect::Setup(Setup::OpenHome)]
}

fn end_work(model: &mut Model) {
    if let Some(Screen::Imports(screen)) = model.screens.last_mut() {
        screen.working = None;
    }
}

/// Where some would stay, those are looked at first.
fn take_undo_plan(model: &mut Model, plan: UndoOutcome) {
    end_work(model);
    if let Some(Screen::Imports(screen)) = model.screens.last_mut() {
        screen.plan_top = 0;
        screen.plan = Some(plan);
        if !screen.shows_kept() {
            ask_whether_to_undo(model);
        }
    }
}

fn ask_whether_to_undo(model: &mut Model) {
    let Some(Screen::Imports(screen)) = model.screens.last() else { return };
    let Some(plan) = &screen.plan else { return };
    let question = undo_words(&model.words, plan) + &later_words(&model.words, plan);
    let yes = if plan.kept.is_empty() { "imports-undo-yes" } else { "imports-undo-others" };
    let yes = model.words.t(yes);
    let confirm = Confirm { question, yes, command: Command::Confirm, selected_yes: false };
    model.overlays.push(Overlay::Confirm(confirm));
}

fn undone(model: &mut Model, outcome: &UndoOutcome) -> Vec<Effect> {
    model.has_written();
    end_work(model);
    if let Some(Screen::Imports(screen)) = model.screens.last_mut() {
        screen.open = None;
    }
    model.say(undo_words(&model.words, outcome));
    vec![Effect::Read(Read::LoadImports), Effect::Setup(Setup::OpenHome)]
}
