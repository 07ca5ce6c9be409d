//! How the model changes: `update` takes what happened and gives what the world must do. No I/O, no
//! clock.

mod commands;
mod forms;
mod history;
mod household;
mod import;
mod overlays;
mod palette;
mod pointer;
mod record_results;
mod results;
mod risk;
mod settings;

use super::command::Command;
use super::effect::{Effect, Read, Write};
use super::form::{self, view::note_columns};
use super::keys::{self, Chord};
use super::model::{Model, Screen};
use super::news::Msg;
use super::screens::import::Step;
use super::screens::imports::Work;

/// The longest line that is typed outside of forms: a path has room in it.
const MOST_IN_A_LINE: usize = 1000;

/// Changes the model for one message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(chord) => press(model, chord),
        Msg::Paste(text) => paste(model, &text),
        Msg::Click(click) => pointer::click(model, click),
        Msg::Wheel { down } => pointer::turn_wheel(model, down),
        Msg::Resized(columns, lines) => {
            model.size = (columns, lines);
            Vec::new()
        }
        Msg::News(news) => results::take(model, news),
        Msg::FormNews(news) => results::take_form_news(model, news),
        Msg::HistoryNews(news) => history::take(model, news),
        Msg::PlaceNews(news) => record_results::take_places(model, news),
        Msg::SettingsNews(news) => record_results::take_settings(model, news),
        Msg::ImportNews(news) => import::take_news(model, news),
        Msg::RosterNews(news) => {
            import::take_roster_news(model, news);
            Vec::new()
        }
        Msg::Progress { done, total } => {
            show_progress(model, done, total);
            Vec::new()
        }
        // The loop ends with it.
        Msg::Crashed => Vec::new(),
    }
}

/// How far the work beside the screen is, on the screen that waits for it.
fn show_progress(model: &mut Model, done: usize, total: usize) {
    match model.screens.last_mut() {
        Some(Screen::Settings(screen)) => screen.working = Some((done, total)),
        Some(Screen::Imports(screen)) => screen.working = screen.working.map(|_| Work::Undoing(done, total)),
        Some(Screen::Import(screen)) => {
            if let Step::Working { done: shown, total: of, .. } = &mut screen.step {
                (*shown, *of) = (done, total);
            }
        }
        _ => {}
    }
}

/// What must be so before the next frame is drawn: the draft of an open form is kept, the preview is
/// that of the selected household.
pub fn settle(model: &Model) -> Vec<Effect> {
    let form = model.form_screen();
    let draft = form.and_then(|form| {
        let (kept, key) = (form.kept(), form.draft_key());
        Some(Effect::Write(Write::SaveDraft { key, body: kept.missing(form.form())?, aside_first: kept.aside_first }))
    });
    let wanted = model.home.as_ref().filter(|_| model.screens.is_empty() && model.size.0 >= 100);
    let preview = wanted
        .and_then(super::screens::households::Households::wanted_preview)
        .map(Read::LoadPreview)
        .map(Effect::Read);
    draft.into_iter().chain(preview).collect()
}

fn press(model: &mut Model, chord: Chord) -> Vec<Effect> {
    if model.is_too_small() {
        return press_unseen(model, chord);
    }
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

/// In a window too small to show anything, nothing is done that nobody could see.
fn press_unseen(model: &mut Model, chord: Chord) -> Vec<Effect> {
    match keys::command(model.context(), chord) {
        Some(command @ (Command::Quit | Command::Redraw | Command::Suspend)) => commands::run(model, command),
        _ => Vec::new(),
    }
}

/// In a note Enter breaks the line, and the arrows step by lines until its first and its last.
fn pressed_in_note(model: &mut Model, chord: Chord) -> bool {
    let width = model.size.0;
    let Some((screen, words)) = model.form_screen_mut() else { return false };
    let columns = note_columns(screen.form(), width);
    let Some(effect) = screen.form_mut().press_in_note(chord, columns) else { return false };
    screen.arrange(words);
    say_if_not_taken(model, effect);
    true
}

/// A key that is no command here: text, a choice, or a search that begins.
fn type_into(model: &mut Model, chord: Chord) -> Vec<Effect> {
    if let Some((form, words)) = model.form_screen_mut() {
        let effect = form.press(words, chord);
        say_if_not_taken(model, effect);
        return Vec::new();
    }
    if chord.typed().is_some() && line_is_full(model) {
        return Vec::new();
    }
    match model.screens.last_mut() {
        // A plan is read, and its file is chosen.
        Some(Screen::Import(import)) if matches!(import.step, Step::Choose) => {
            import.edit(chord);
        }
        Some(_) => say_no_such_key(model, chord),
        None => {
            let Some(home) = &mut model.home else {
                say_no_such_key(model, chord);
                return Vec::new();
            };
            if home.typing {
                home.edit_query(chord);
            } else if let Some(c) = chord.typed() {
                match c.to_digit(10) {
                    Some(digit @ 1..=4) => home.show_tab(super::screens::households::Tab::ALL[digit as usize - 1]),
                    // Han text typed on a list opens the search with it.
                    _ if !c.is_ascii() => home.start_typing(Some(c)),
                    _ => say_no_such_key(model, chord),
                }
            }
        }
    }
    Vec::new()
}

/// A paste only ever types.
fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.is_too_small() {
        return Vec::new();
    }
    model.message = None;
    if model.overlays.is_empty()
        && let Some((form, words)) = model.form_screen_mut()
    {
        let effect = form.paste(words, text);
        say_if_not_taken(model, effect);
        return Vec::new();
    }
    // What is no form is one line.
    let typed = typed_line(model).unwrap_or_default().chars().count();
    let line: String = text.trim().chars().filter(|c| !c.is_control()).take(MOST_IN_A_LINE + 1).collect();
    if typed + line.chars().count() > MOST_IN_A_LINE {
        say_full(model, MOST_IN_A_LINE);
        return Vec::new();
    }
    if let Some(overlay) = model.overlays.last_mut() {
        line.chars().for_each(|c| overlays::type_char(overlay, c));
        return Vec::new();
    }
    match model.screens.last_mut() {
        Some(Screen::Import(import)) if matches!(import.step, Step::Choose) => import.paste(&line),
        Some(_) => {}
        None => {
            if let Some(home) = &mut model.home {
                home.start_typing(None);
                line.chars().for_each(|c| home.type_char(c));
            }
        }
    }
    Vec::new()
}

/// A text that takes no more says so, and so does a choice that a key stands for none of.
fn say_if_not_taken(model: &mut Model, effect: form::Effect) {
    match effect {
        form::Effect::Full => say_full(model, form::MAX_CHARS),
        form::Effect::NoChoice => model.warn(model.words.t("form-no-choice")),
        form::Effect::Changed | form::Effect::ChangedAndDone | form::Effect::Moved | form::Effect::Ignored => {}
    }
}

/// A character that means nothing here.
fn say_no_such_key(model: &mut Model, chord: Chord) {
    if let Some(c) = chord.typed().filter(|c| !c.is_control()) {
        model.warn(model.words.with("no-such-key", &[("key", &c.to_string())]));
    }
}

fn say_full(model: &mut Model, most: usize) {
    model.warn(model.words.with("text-full", &[("most", &most.to_string())]));
}

/// What is typed into the one line that takes text here; none where none does.
fn typed_line(model: &Model) -> Option<&str> {
    match (model.overlays.last(), model.screens.last()) {
        (Some(overlay), _) => overlay.line(),
        (None, Some(Screen::Import(import))) if matches!(import.step, Step::Choose) => Some(import.path.value()),
        (None, Some(_)) => None,
        (None, None) => model.home.as_ref().map(|home| home.query.value()),
    }
}

/// A line that takes no more says so.
fn line_is_full(model: &mut Model) -> bool {
    let is_full = typed_line(model).is_some_and(|line| line.chars().count() >= MOST_IN_A_LINE);
    if is_full {
        say_full(model, MOST_IN_A_LINE);
    }
    is_full
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
