//! Keys while a window stands over the screen.

use chrono::NaiveDate;

use crate::domain::clean::fold_char;
use crate::domain::contact::ContactName;

use super::{agreed, everywhere, line_is_full, palette, step_of};
use crate::tui::command::{Command, Everywhere, Move, OnScreen, commands_of};
use crate::tui::effect::{Effect, Setup};
use crate::tui::keys::{Chord, Key};
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::who::Then;
use crate::tui::screens::Screen;

commands_of! {
    [Reading, Choosing, Calendar]
    Asked { Confirm }
}

/// A key while a window is open: nothing under it is reached.
pub(super) fn press(model: &mut Model, chord: Chord, command: Option<Command>) -> Vec<Effect> {
    if let Some(asked) = command.and_then(Everywhere::of) {
        return vec![everywhere(asked)];
    }
    if let Some(Asked::Confirm) = command.and_then(Asked::of) {
        return choose(model);
    }
    if command.and_then(OnScreen::of) == Some(OnScreen::Back) {
        model.shell.overlays.pop();
        return Vec::new();
    }
    let lets_through = matches!(model.shell.overlays.last(), Some(Overlay::Page(page)) if page.lets_keys_through);
    if lets_through && command.is_none() {
        model.shell.overlays.pop();
        return super::press(model, chord);
    }
    // Where there is nothing to choose from, every such key is the line's.
    let has_list = !matches!(model.shell.overlays.last(), Some(Overlay::Ask(_)));
    let by = command.filter(|_| has_list).and_then(Move::of).map(|asked| step_of(&model.shell, asked));
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
    let page = model.shell.page();
    match model.shell.overlays.last_mut() {
        Some(Overlay::Page(window)) => window.step(by, page),
        Some(Overlay::Palette(window)) => window.step(by),
        Some(Overlay::Field(window)) => window.step(by),
        Some(Overlay::Several(window)) => window.step(by),
        Some(Overlay::Filter(window)) => window.step(by),
        Some(Overlay::Who(window)) => window.step(by),
        Some(Overlay::Confirm(window)) => window.selected_yes = by > 0,
        Some(Overlay::Calendar(window)) => window.step(by),
        Some(Overlay::Ask(_)) | None => {}
    }
}

/// A key that is typed into the window, or answers it.
fn edit(model: &mut Model, chord: Chord) -> Vec<Effect> {
    match model.shell.overlays.last_mut() {
        Some(Overlay::Confirm(window)) => match chord.typed().map(fold_char) {
            Some('y' | 'Y') => {
                window.selected_yes = true;
                return choose(model);
            }
            Some('n' | 'N') => {
                model.shell.overlays.pop();
            }
            _ => {}
        },
        Some(Overlay::Palette(_)) => palette::edit(model, chord),
        Some(Overlay::Field(window)) => window.edit(chord),
        Some(Overlay::Several(window)) => window.edit(chord),
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
        Overlay::Several(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Who(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Ask(window) => window.edit(Chord::plain(Key::Char(c))),
        Overlay::Filter(list) => list.edit(Chord::plain(Key::Char(c))),
        Overlay::Page(_) | Overlay::Confirm(_) | Overlay::Calendar(_) => {}
    }
}

/// Enter in a window: what is selected is done.
fn choose(model: &mut Model) -> Vec<Effect> {
    match model.shell.overlays.pop() {
        Some(Overlay::Palette(palette)) => match palette.chosen() {
            Some(found) => palette::choose(model, found),
            None => Vec::new(),
        },
        Some(Overlay::Field(fields)) => {
            let (Some(is), Some(Screen::Import(screen))) = (fields.chosen(), model.screens.last()) else {
                return Vec::new();
            };
            screen.assign(is)
        }
        Some(Overlay::Several(wishes)) => match (wishes.chosen(), &model.home.list) {
            (Some(wish), Some(list)) => list.several_chosen(&mut model.shell, wish, wishes.query()),
            _ => Vec::new(),
        },
        Some(Overlay::Filter(mut list)) => {
            let filter = list.toggle();
            if let Some(home) = &mut model.home.list {
                list.recount(home.choices(&filter), &model.shell.words, &model.shell.policy);
                home.filter = filter;
                home.filter_changed();
            }
            model.shell.overlays.push(Overlay::Filter(list));
            Vec::new()
        }
        Some(Overlay::Who(who)) => {
            if let Some(me) = who.chosen() {
                return i_am(model, me, who.then);
            }
            model.shell.overlays.push(Overlay::Who(who));
            Vec::new()
        }
        Some(Overlay::Calendar(calendar)) => {
            take_day(model, calendar.selected);
            Vec::new()
        }
        Some(Overlay::Ask(ask)) => {
            if let Some(answer) = ask.answered() {
                return agreed::answered(model, ask.asked_for, answer);
            }
            model.shell.overlays.push(Overlay::Ask(ask));
            Vec::new()
        }
        Some(Overlay::Confirm(confirm)) if confirm.selected_yes => agreed::agreed(model, confirm.then),
        Some(Overlay::Confirm(_) | Overlay::Page(_)) | None => Vec::new(),
    }
}

/// It is known who is here; what was being done goes on.
fn i_am(model: &mut Model, me: ContactName, then: Then) -> Vec<Effect> {
    if let Some((form, shell)) = model.form_mut() {
        form.know_me(&shell.words, me.as_str());
    }
    model.shell.me = Some(me.clone());
    let mut effects = vec![Effect::Setup(Setup::SetMe(me))];
    match then {
        Then::Nothing => {}
        Then::Command(command) => effects.extend(super::run(model, command)),
        Then::Agreed(agreed) => effects.extend(agreed::agreed(model, agreed)),
        Then::Ask(ask) => model.shell.overlays.push(Overlay::Ask(*ask)),
    }
    effects
}

/// Takes the day that was chosen.
fn take_day(model: &mut Model, day: NaiveDate) {
    let Some((form, shell)) = model.form_mut() else { return };
    form.form_mut().replace(&day.to_string());
    form.arrange(&shell.words);
    form.form_mut().next();
}
