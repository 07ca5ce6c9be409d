//! Keys while a window stands over the screen.

use crate::domain::clean::fold_char;

use super::{commands, forms, import, line_is_full, palette, risk, step_of};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Setup, Write};
use crate::tui::keys::{Chord, Key};
use crate::tui::model::{Model, Screen};
use crate::tui::overlays::Overlay;

pub(super) fn press(model: &mut Model, chord: Chord, command: Option<Command>) -> Vec<Effect> {
    match command {
        Some(command @ (Command::Quit | Command::Redraw | Command::Suspend)) => return commands::run(model, command),
        Some(Command::Back) => {
            model.overlays.pop();
            return Vec::new();
        }
        Some(Command::Confirm) => return choose(model),
        _ => {}
    }
    let by = command.and_then(|command| step_of(model, command));
    if by.is_none() && chord.typed().is_some() && line_is_full(model) {
        return Vec::new();
    }
    if let Some(by) = by {
        step(model, by);
        return Vec::new();
    }
    edit(model, chord)
}

/// Moves what is selected in the window, or what is seen of it.
pub(super) fn step(model: &mut Model, by: isize) {
    let page = model.page();
    match model.overlays.last_mut() {
        Some(Overlay::Page(window)) => window.step(by, page),
        Some(Overlay::Palette(window)) => window.step(by),
        Some(Overlay::Field(window)) => window.step(by),
        Some(Overlay::Filter(window)) => window.step(by),
        Some(Overlay::Who(window)) => window.step(by),
        Some(Overlay::Confirm(window)) => window.selected_yes = by > 0,
        Some(Overlay::Calendar(window)) => window.step(by),
        Some(Overlay::Ask(_)) | None => {}
    }
}

/// A key that is typed into the window, or answers it.
fn edit(model: &mut Model, chord: Chord) -> Vec<Effect> {
    match model.overlays.last_mut() {
        Some(Overlay::Confirm(window)) => match chord.typed().map(fold_char) {
            Some('y' | 'Y') => {
                window.selected_yes = true;
                return choose(model);
            }
            Some('n' | 'N') => {
                model.overlays.pop();
            }
            _ => {}
        },
        Some(Overlay::Palette(_)) => palette::edit(model, chord),
        Some(Overlay::Field(window)) => window.edit(chord),
        Some(Overlay::Who(window)) => window.edit(chord),
        Some(Overlay::Ask(window)) => window.edit(chord),
        Some(Overlay::Calendar(window)) => window.press(chord),
        Some(Overlay::Filter(_)) if chord == Chord::letter(' ') => return choose(model),
        Some(Overlay::Filter(list)) => list.edit(chord),
        Some(Overlay::Page(_)) | None => {}
    }
    Vec::new()
}

/// A pasted character.
pub(super) fn type_char(overlay: &mut Overlay, c: char) {
    match overlay {
        Overlay::Palette(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Field(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Who(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Ask(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Filter(list) => list.edit(Chord::plain(Key::Char(c))),
        Overlay::Page(_) | Overlay::Confirm(_) | Overlay::Calendar(_) => {}
    }
}

/// Enter in a window: what is selected is done.
fn choose(model: &mut Model) -> Vec<Effect> {
    match model.overlays.pop() {
        Some(Overlay::Palette(palette)) => match palette.chosen() {
            Some(found) => palette::choose(model, found),
            None => Vec::new(),
        },
        Some(Overlay::Field(fields)) => match fields.chosen() {
            Some(is) => import::assign(model, is),
            None => Vec::new(),
        },
        Some(Overlay::Filter(mut list)) => {
            let filter = list.toggle();
            if let Some(home) = &mut model.home {
                home.filter = filter;
                home.filter_changed();
                list.recount(home, &model.words);
            }
            model.overlays.push(Overlay::Filter(list));
            Vec::new()
        }
        Some(Overlay::Who(who)) => {
            if let Some(name) = who.chosen() {
                model.me = Some(name.clone());
                if let Some(Screen::VisitForm(form)) = model.screens.last_mut() {
                    form.default_visitor(&model.words, name.as_str());
                }
                let mut effects = vec![Effect::Setup(Setup::SetMe(name))];
                effects.extend(commands::run(model, who.then));
                effects
            } else {
                model.overlays.push(Overlay::Who(who));
                Vec::new()
            }
        }
        Some(Overlay::Calendar(calendar)) => {
            forms::take_day(model, calendar.selected);
            Vec::new()
        }
        Some(Overlay::Ask(ask)) => {
            if let Some(answer) = ask.answered() {
                return risk::answered(model, ask.asked_for, answer);
            }
            model.overlays.push(Overlay::Ask(ask));
            Vec::new()
        }
        Some(Overlay::Confirm(confirm)) if confirm.selected_yes => match confirm.command {
            Command::DiscardDraft => discard(model),
            command => {
                let mut effects = forms::answer_yes(model, command);
                effects.extend(commands::run(model, command));
                effects
            }
        },
        _ => Vec::new(),
    }
}

fn discard(model: &Model) -> Vec<Effect> {
    model.form_screen().map(|form| Effect::Write(Write::DiscardDraft(form.draft_key()))).into_iter().collect()
}
