//! The commands of a form: moving, saving, leaving, beginning afresh.

use super::super::command::Command;
use super::super::effect::Effect;
use super::super::form::{Form, FormScreen};
use super::super::model::{Model, Screen};
use super::super::overlays::Overlay;
use super::super::overlays::confirm::Confirm;
use super::super::overlays::who::Who;

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
        if let Some(field) = screen.form_mut().focused_mut() {
            field.set("");
        }
        screen.arrange(words);
    }
    Vec::new()
}

fn take_last(model: &mut Model) {
    let Some(Screen::VisitForm(screen)) = model.screens.last_mut() else { return };
    if screen.take_last(&model.words) {
        screen.form.next();
    } else {
        model.warn(model.words.t("form-nothing-to-take"));
    }
}

/// Saves; asks who is writing if that is not known yet.
fn save(model: &mut Model) -> Vec<Effect> {
    if model.me.is_none() {
        let who = Who::new(model.contacts.clone(), Command::Save);
        model.overlays.push(Overlay::Who(who));
        return Vec::new();
    }
    if let Some(Screen::VisitForm(screen)) = model.screens.last_mut() {
        let dropped = screen.dropped_answers();
        if dropped > 0 && !screen.drops_answers {
            let question = model.words.with("drop-question", &[("count", &dropped.to_string())]);
            let yes = model.words.t("drop-yes");
            let confirm = Confirm { question, yes, command: Command::Save, selected_yes: false };
            model.overlays.push(Overlay::Confirm(confirm));
            return Vec::new();
        }
    }
    let effect = match model.screens.last_mut() {
        Some(Screen::VisitForm(screen)) => {
            let draft = screen.draft_key();
            screen.read(&model.words).map(|entry| Effect::RecordVisit { entry: Box::new(entry), draft })
        }
        Some(Screen::HouseholdForm(screen)) => {
            let draft = screen.draft_key();
            screen.read(&model.words).map(|entry| Effect::KeepHousehold { entry: Box::new(entry), draft })
        }
        _ => return Vec::new(),
    };
    if effect.is_none() {
        model.warn(model.words.t("form-not-complete"));
    }
    effect.into_iter().collect()
}

/// Leaves the form; what was typed stays as a draft.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let has_draft = model.form_screen().is_some_and(|form| form.kept().at.is_some());
    let household = match model.screens.pop() {
        Some(Screen::VisitForm(screen)) => Some(screen.file.household.id),
        _ => None,
    };
    if has_draft {
        let key = if household.is_some() { "form-draft-stays" } else { "form-draft-stays-household" };
        model.say(model.words.t(key));
        if let (Some(home), Some(id)) = (&mut model.home, household) {
            home.mark_draft(id, true);
        }
    }
    Vec::new()
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
