//! The mouse: the wheel and clicks do what keys do.

use super::{overlays, press};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::keys::{Chord, Context, Key};
use crate::tui::model::Model;
use crate::tui::scene::Click;

/// Lines that a notch of the wheel moves a text by.
const LINES: usize = 3;

/// A page is scrolled by lines, a list steps by entries.
pub(super) fn turn_wheel(model: &mut Model, down: bool) -> Vec<Effect> {
    let chord = Chord::plain(if down { Key::Down } else { Key::Up });
    let is_read = matches!(model.context(), Context::Reading | Context::Household | Context::Risk);
    let notch = if is_read { LINES } else { 1 };
    (0..notch).flat_map(|_| press(model, chord)).collect()
}

/// A click does what was drawn there.
pub(super) fn click(model: &mut Model, click: Click) -> Vec<Effect> {
    match click {
        Click::Key(chord) => press(model, chord),
        Click::Answer(digit) => answer(model, digit),
        Click::Step(0) => press(model, Chord::plain(Key::Enter)),
        Click::Step(by) => {
            model.shell.notice = None;
            step(model, by)
        }
        Click::Tab(by) => {
            model.shell.notice = None;
            let command = if by > 0 { Command::NextTab } else { Command::PreviousTab };
            (0..by.unsigned_abs()).flat_map(|_| super::run(model, command)).collect()
        }
        Click::Field(place) => {
            model.shell.notice = None;
            if let Some((form, _)) = model.form_mut() {
                form.form_mut().focus_at(place);
            }
            Vec::new()
        }
    }
}

fn answer(model: &mut Model, digit: char) -> Vec<Effect> {
    let asked = model.form().map(|form| form.form().focus_index());
    let effects = press(model, Chord::letter(digit));
    if let (Some(asked), Some((form, _))) = (asked, model.form_mut()) {
        form.form_mut().focus_at(asked);
    }
    effects
}

fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    if model.shell.overlays.is_empty() {
        return super::step(model, by);
    }
    overlays::step(model, by);
    Vec::new()
}
