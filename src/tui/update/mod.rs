//! How the model changes: `update` takes what happened and gives what the world must do. No I/O, no
//! clock.

mod commands;
mod forms;
mod household;
mod overlays;
mod record_results;
mod results;
mod risk;
mod settings;

use super::command::Command;
use super::effect::{Effect, Msg};
use super::form::view::note_columns;
use super::keys::{self, Chord};
use super::model::{Model, Screen};

/// Changes the model for one message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(chord) => press(model, chord),
        Msg::Paste(text) => paste(model, &text),
        Msg::Resized(columns, lines) => {
            model.size = (columns, lines);
            Vec::new()
        }
        other => results::take(model, other),
    }
}

/// What must be so before the next frame is drawn: the draft of an open form is kept, the preview is
/// that of the selected household.
pub fn settle(model: &Model) -> Vec<Effect> {
    let form = model.form_screen();
    let draft = form
        .and_then(|form| Some(Effect::SaveDraft { key: form.draft_key(), body: form.kept().missing(form.form())? }));
    let wanted = model.home.as_ref().filter(|_| model.screens.is_empty() && model.size.0 >= 100);
    let preview = wanted.and_then(super::screens::households::Households::wanted_preview).map(Effect::LoadPreview);
    draft.into_iter().chain(preview).collect()
}

fn press(model: &mut Model, chord: Chord) -> Vec<Effect> {
    model.message = None;
    if model.overlays.is_empty() && pressed_in_note(model, chord) {
        return Vec::new();
    }
    let command = keys::command(model.context(), chord);
    if !model.overlays.is_empty() {
        return overlays::press(model, chord, command);
    }
    match command {
        Some(command) => commands::run(model, command),
        None => type_into(model, chord),
    }
}

/// In a note Enter breaks the line, and the arrows step by lines until its first and its last.
fn pressed_in_note(model: &mut Model, chord: Chord) -> bool {
    let columns = note_columns(model.size.0);
    let Some((screen, words)) = model.form_screen_mut() else { return false };
    let taken = screen.form_mut().press_in_note(chord, columns);
    if taken {
        screen.arrange(words);
    }
    taken
}

/// A key that is no command here: text, a choice, or a search that begins.
fn type_into(model: &mut Model, chord: Chord) -> Vec<Effect> {
    if let Some((form, words)) = model.form_screen_mut() {
        form.press(words, chord);
        return Vec::new();
    }
    match model.screens.last_mut() {
        Some(Screen::Import(import)) => {
            import.edit(chord);
        }
        Some(_) => {}
        None => {
            let Some(home) = &mut model.home else { return Vec::new() };
            if home.typing {
                home.edit_query(chord);
            } else if let Some(c) = chord.typed() {
                match c.to_digit(10) {
                    Some(digit @ 1..=4) => home.show_tab(super::screens::households::Tab::ALL[digit as usize - 1]),
                    // Han text typed on a list opens the search with it.
                    _ if !c.is_ascii() => home.start_typing(Some(c)),
                    _ => {}
                }
            }
        }
    }
    Vec::new()
}

/// A paste only ever types.
fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.message = None;
    if let Some(overlay) = model.overlays.last_mut() {
        for c in text.chars().filter(|c| !c.is_control()) {
            overlays::type_char(overlay, c);
        }
        return Vec::new();
    }
    if let Some((form, words)) = model.form_screen_mut() {
        form.paste(words, text);
        return Vec::new();
    }
    match model.screens.last_mut() {
        Some(Screen::Import(import)) => import.paste(text),
        Some(_) => {}
        None => {
            if let Some(home) = &mut model.home {
                home.start_typing(None);
                text.chars().filter(|c| !c.is_control()).for_each(|c| home.type_char(c));
            }
        }
    }
    Vec::new()
}

/// How far a page key moves.
fn page_step(model: &Model) -> isize {
    isize::try_from(model.page().height.saturating_sub(4)).unwrap_or(10).max(1)
}

/// The step of a moving command; none for any other.
fn step_of(model: &Model, command: Command) -> Option<isize> {
    Some(match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -page_step(model),
        Command::PageDown => page_step(model),
        Command::First => isize::MIN / 2,
        Command::Last => isize::MAX / 2,
        _ => return None,
    })
}
