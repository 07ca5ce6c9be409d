//! The commands of a form: moving, saving, leaving, beginning afresh.

use crate::domain::typed_day::typed_day;
use crate::ledger::StoreError;
use crate::report::clock_doubt_words;

use crate::tui::command::Command;
use crate::tui::effect::{Effect, Job, Read, Setup, Write};
use crate::tui::form::{Form, FormScreen, Kind};
use crate::tui::model::{Model, Screen};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::calendar::Calendar;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::who::Who;
use crate::tui::screens::record_form::Entered;

fn form_of(model: &mut Model) -> Option<&mut Form> {
    model.form_screen_mut().map(|(screen, _)| screen.form_mut())
}

pub(super) fn step(model: &mut Model, by: isize) {
    let Some(form) = form_of(model) else { return };
    for _ in 0..by.unsigned_abs().min(form.fields.len()) {
        if by > 0 { form.next() } else { form.previous() }
    }
}

pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Save => return save(model),
        Command::DiscardDraft => confirm_discard(model),
        Command::TakeLast => take_last(model),
        Command::Calendar => open_calendar(model),
        Command::Undo | Command::Redo => undo(model, command == Command::Redo),
        _ => {
            let Some(form) = form_of(model) else { return Vec::new() };
            match command {
                Command::Next => form.next(),
                Command::Previous => form.previous(),
                Command::NextSection => form.next_section(),
                Command::ClearField => return clear_field(model),
                _ => {}
            }
        }
    }
    Vec::new()
}

fn clear_field(model: &mut Model) -> Vec<Effect> {
    if let Some((screen, words)) = model.form_screen_mut() {
        screen.form_mut().replace("");
        screen.arrange(words);
    }
    Vec::new()
}

fn take_last(model: &mut Model) {
    let taken = match model.screens.last_mut() {
        Some(Screen::VisitForm(screen)) => screen.take_last(&model.words),
        Some(Screen::Record(screen)) => screen.take_last(&model.words),
        _ => false,
    };
    let Some(form) = form_of(model) else { return };
    if taken {
        form.next();
    } else {
        let is_amount = form.focused().is_some_and(|field| field.kind == Kind::Amount);
        let key = if is_amount { "form-no-last-amount" } else { "form-nothing-to-take" };
        model.warn(model.words.t(key));
    }
}

/// Saves; asks who is writing if that is not known yet.
fn save(model: &mut Model) -> Vec<Effect> {
    if model.me.is_none() {
        let who = Who::new(model.contacts.clone(), Command::Save);
        model.overlays.push(Overlay::Who(who));
        return Vec::new();
    }
    if let Some(doubt) = model.clock_doubt {
        let (question, yes) = (clock_doubt_words(&model.words, doubt), model.words.t("clock-yes"));
        model.overlays.push(Overlay::Confirm(Confirm { question, yes, command: Command::Save, selected_yes: false }));
        return Vec::new();
    }
    let effect = match model.screens.last_mut() {
        Some(Screen::VisitForm(_)) => return save_visit(model),
        Some(Screen::Record(_)) => return save_record(model),
        Some(Screen::HouseholdForm(_)) => return save_household(model),
        Some(Screen::WaterReport(screen)) => {
            let draft = screen.draft_key();
            screen.read(&model.words).map(|entry| Effect::Write(Write::KeepWaterReport { entry, draft }))
        }
        _ => return Vec::new(),
    };
    if effect.is_none() {
        model.warn(model.words.t("form-not-complete"));
    }
    effect.into_iter().collect()
}

/// Keeps a household, once nothing is missing and nothing is left to ask.
fn save_household(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::HouseholdForm(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Some(entry) = screen.read(&model.words) else {
        model.warn(model.words.t("form-not-complete"));
        return Vec::new();
    };
    if let Some(question) = screen.open_question(&model.words, &model.policy, &entry) {
        let yes = model.words.t("question-since-yes");
        model.overlays.push(Overlay::Confirm(Confirm { question, yes, command: Command::Save, selected_yes: false }));
        return Vec::new();
    }
    let draft = screen.draft_key();
    vec![Effect::Write(Write::KeepHousehold { entry: Box::new(entry), draft })]
}

/// Saves a visit or a correction, once nothing is missing and nothing is left to ask.
fn save_visit(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::VisitForm(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Some(entry) = screen.read(&model.words) else {
        model.warn(model.words.t("form-not-complete"));
        return Vec::new();
    };
    if let Some(question) = screen.open_question(&entry) {
        let (question, yes) = question.words(&model.words);
        model.overlays.push(Overlay::Confirm(Confirm { question, yes, command: Command::Save, selected_yes: false }));
        return Vec::new();
    }
    let (entry, draft) = (Box::new(entry), screen.draft_key());
    vec![match screen.correction() {
        Some(correction) => Effect::Write(Write::CorrectVisit { correction, entry, draft }),
        None => Effect::Write(Write::RecordVisit { entry, draft }),
    }]
}

/// Keeps a small form, once nothing is missing and nothing is left to ask. A value of the policy is
/// switched beside the screen, and the form gives way to the settings.
fn save_record(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Record(screen)) = model.screens.last_mut() else { return Vec::new() };
    let Some(entry) = screen.read(&model.words) else {
        model.warn(model.words.t("form-not-complete"));
        return Vec::new();
    };
    if let Some(question) = screen.open_question(&model.words, &entry) {
        let yes = model.words.t("question-record-all-the-same");
        model.overlays.push(Overlay::Confirm(Confirm { question, yes, command: Command::Save, selected_yes: false }));
        return Vec::new();
    }
    let draft = screen.draft_key();
    match entry {
        Entered::Record(entry) => vec![Effect::Write(Write::KeepRecord { entry: Box::new(entry), draft })],
        Entered::Setting(setting, value) => {
            model.screens.pop();
            if let Some(Screen::Settings(screen)) = model.screens.last_mut() {
                screen.working = Some((0, 0));
            }
            vec![Effect::Job(Job::SetHere { setting, value: Some(value), draft: Some(draft) })]
        }
    }
}

/// The question that was open is answered with yes.
pub(super) fn answer_yes(model: &mut Model, command: Command) -> Vec<Effect> {
    model.is_let_go = matches!(command, Command::Back | Command::Quit);
    // It is asked first, and once.
    if command == Command::Save && model.clock_doubt.take().is_some() {
        return vec![Effect::Setup(Setup::NoteStart)];
    }
    if let Some(Screen::HouseholdForm(screen)) = model.screens.last_mut() {
        let entry = screen.read(&model.words);
        screen.passed = entry.and_then(|entry| screen.open_question(&model.words, &model.policy, &entry));
    }
    if let Some(Screen::Record(screen)) = model.screens.last_mut() {
        let entry = screen.read(&model.words);
        screen.passed = entry.and_then(|entry| screen.open_question(&model.words, &entry));
    }
    if let Some(Screen::VisitForm(screen)) = model.screens.last_mut() {
        let entry = screen.read(&model.words);
        let question = entry.and_then(|entry| screen.open_question(&entry));
        screen.answered.extend(question);
    }
    Vec::new()
}

/// Opens the calendar of a field that takes a day.
fn open_calendar(model: &mut Model) {
    let today = model.today;
    let visits = match model.screens.last() {
        Some(Screen::VisitForm(screen)) => {
            screen.file.visits.iter().filter(|visit| !visit.voided).map(|visit| visit.visited_on).collect()
        }
        _ => Vec::new(),
    };
    let field = model.form_screen().and_then(|screen| screen.form().focused());
    let Some(Kind::Day(toward)) = field.map(|field| field.kind.clone()) else {
        return model.warn(model.words.t("calendar-no-day"));
    };
    let day = field.and_then(|field| typed_day(field.value(), today, toward).ok()).unwrap_or(today);
    model.overlays.push(Overlay::Calendar(Calendar::new(day, today, visits)));
}

/// Takes the day that was chosen.
pub(super) fn take_day(model: &mut Model, day: chrono::NaiveDate) {
    let Some((screen, words)) = model.form_screen_mut() else { return };
    screen.form_mut().replace(&day.to_string());
    screen.arrange(words);
    screen.form_mut().next();
}

fn undo(model: &mut Model, again: bool) {
    let Some((screen, words)) = model.form_screen_mut() else { return };
    screen.form_mut().undo(again);
    screen.arrange(words);
}

/// Leaves the form; what was typed stays as a draft, and the household under it shows it.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let has_draft = model.form_screen().is_some_and(|form| form.kept().at.is_some());
    let is_kept = model.form_screen().is_none_or(|form| form.kept().missing(form.form()).is_none());
    let (household, key) = match model.screens.pop() {
        Some(Screen::VisitForm(screen)) if screen.correcting.is_none() => {
            (Some(screen.file.household.id), "form-draft-stays")
        }
        Some(Screen::VisitForm(_)) => (None, "form-draft-stays-correction"),
        Some(Screen::WaterReport(_)) => (None, "form-draft-stays-report"),
        Some(Screen::Record(_)) => (None, "form-draft-stays-record"),
        _ => (None, "form-draft-stays-household"),
    };
    // Without a form nothing waits to be written: the next save will say how it is.
    if matches!(model.cannot_write, Some(StoreError::Busy)) {
        model.cannot_write = None;
    }
    if !is_kept {
        model.warn(model.words.t("unkept-left"));
    } else if has_draft {
        model.say(model.words.t(key));
        if let (Some(home), Some(id)) = (&mut model.home, household) {
            home.mark_draft(id, true);
        }
    }
    match model.screens.last() {
        Some(Screen::Household(screen)) => vec![Effect::Read(Read::RenewHousehold(screen.file.household.id))],
        _ => Vec::new(),
    }
}

/// Asks before a draft is thrown away.
fn confirm_discard(model: &mut Model) {
    let confirm = Confirm {
        question: model.words.t("discard-question"),
        yes: model.words.t("discard-yes"),
        command: Command::DiscardDraft,
        selected_yes: false,
    };
    model.overlays.push(Overlay::Confirm(confirm));
}
