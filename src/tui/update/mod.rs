//! How the model changes: `update` takes what happened and gives what the world must do. No I/O, no
//! clock. What a screen does itself stands beside it; here is what is no screen's.

mod agreed;
mod gate;
mod kept;
mod news;
mod opened;
mod overlays;
mod palette;
mod pointer;

use crate::text::pad;

use super::command::{Command, Everywhere, Move, OnScreen};
use super::effect::{Effect, Loop, Read, Write};
use super::form::view::note_columns;
use super::form_keys::say_if_not_taken;
use super::keys::{self, Chord, Context, bindings};
use super::model::Model;
use super::news::Msg;
use super::overlays::Overlay;
use super::overlays::finder::palette as palette_of;
use super::overlays::page::Page;
use super::screens::Screen;
use super::screens::home::Households;
use super::shell::Shell;

/// The longest line that is typed outside of forms: a path has room in it.
const MOST_IN_A_LINE: usize = 1000;
/// From this width on, the selected household is previewed.
const PREVIEW_FROM: u16 = 100;

/// Changes the model for one message.
pub fn update(model: &mut Model, mut msg: Msg) -> Vec<Effect> {
    if let Some(effects) = gate::take(model, &mut msg) {
        return effects;
    }
    match msg {
        Msg::Key(chord) => press(model, chord),
        Msg::Paste(text) => paste(model, &text),
        Msg::Click(click) => pointer::click(model, click),
        Msg::Wheel { down } => pointer::turn_wheel(model, down),
        Msg::Resized(columns, lines) => {
            model.shell.size = (columns, lines);
            Vec::new()
        }
        Msg::News(news) => news::take(model, news),
        Msg::FileNews(news) => news::take_file_news(model, news),
        Msg::FormNews(news) => news::take_form_news(model, news),
        Msg::HistoryNews(news) => news::take_history_news(model, news),
        Msg::PlaceNews(news) => news::take_place_news(model, news),
        Msg::SettingsNews(news) => news::take_settings_news(model, news),
        Msg::ImportNews(news) => news::take_import_news(model, news),
        Msg::ProblemNews(news) => match model.screens.iter_mut().find_map(Screen::problems_mut) {
            Some(screen) => screen.take_news(&mut model.shell, news),
            None => Vec::new(),
        },
        Msg::RosterNews(news) => {
            if let Some(Screen::Import(screen)) = model.screens.last_mut() {
                screen.take(&mut model.shell, news);
            }
            Vec::new()
        }
        Msg::Progress { done, total } => {
            match &mut model.shell.gate {
                Some(gate) => gate.tell_progress(done, total),
                None => model.top_mut().0.progress(done, total),
            }
            Vec::new()
        }
        // The loop ends with it.
        Msg::Crashed => Vec::new(),
    }
}

/// What must be so before the next frame is drawn: the draft of an open form is kept, the preview is
/// that of the selected household.
pub fn settle(model: &Model) -> (Option<Write>, Option<Read>) {
    let draft = model.form().and_then(|form| {
        let (kept, key) = (form.kept(), form.draft_key());
        Some(Write::SaveDraft { key, body: kept.missing(form.form())?, aside_first: kept.aside_first })
    });
    let is_previewed = model.screens.is_empty() && model.shell.size.0 >= PREVIEW_FROM;
    let wanted = model.home.list.as_ref().filter(|_| is_previewed).and_then(Households::wanted_preview);
    (draft, wanted.map(Read::LoadPreview))
}

fn press(model: &mut Model, chord: Chord) -> Vec<Effect> {
    let chord = keys::meant(model.context(), chord);
    let command = keys::command(model.context(), chord);
    if model.shell.is_too_small() {
        // Nothing is done that nobody could see.
        return command.and_then(Everywhere::of).map(everywhere).into_iter().collect();
    }
    model.shell.notice = None;
    if !model.shell.overlays.is_empty() {
        return overlays::press(model, chord, command);
    }
    if pressed_in_note(model, chord) {
        return Vec::new();
    }
    if let Some(command) = command {
        return run(model, command);
    }
    type_into(model, chord);
    Vec::new()
}

// Where nothing but the loop's own is asked, no key may mean more.
const _: () = keys::assert_all_taken(&[Context::Everywhere, Context::Working], &[]);

const fn everywhere(asked: Everywhere) -> Effect {
    Effect::Loop(match asked {
        Everywhere::Quit => Loop::Quit,
        Everywhere::Redraw => Loop::Redraw,
        Everywhere::Suspend => Loop::Suspend,
        Everywhere::Lock => Loop::Lock,
    })
}

/// Does what a command means on the screen that is seen.
fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(asked) = Everywhere::of(command) {
        return vec![everywhere(asked)];
    }
    if let Some(asked) = Move::of(command) {
        let by = step_of(&model.shell, asked);
        return step(model, by);
    }
    let context = model.top().context();
    let (top, shell) = model.top_mut();
    match OnScreen::of(command) {
        Some(OnScreen::Help) => help(shell, context),
        Some(OnScreen::Palette) => {
            let palette = palette_of(&shell.words, context);
            shell.overlays.push(Overlay::Palette(palette));
        }
        Some(OnScreen::Back) => return top.back(shell),
        // None: asked for before another screen came on top.
        None => return top.run(shell, command).unwrap_or_default(),
    }
    Vec::new()
}

fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    let (top, shell) = model.top_mut();
    top.step(shell, by);
    Vec::new()
}

/// In a note Enter breaks the line, and the arrows step by lines until its first and its last.
fn pressed_in_note(model: &mut Model, chord: Chord) -> bool {
    let Some((form, shell)) = model.form_mut() else { return false };
    let columns = note_columns(form.form(), shell.size.0);
    let Some(pressed) = form.form_mut().press_in_note(chord, columns) else { return false };
    form.arrange(&shell.words);
    say_if_not_taken(shell, pressed);
    true
}

/// A key that is no command here: text, a choice, or a search that begins.
fn type_into(model: &mut Model, chord: Chord) {
    if chord.typed().is_some() && line_is_full(model) {
        return;
    }
    let (top, shell) = model.top_mut();
    let is_taken = top.press(shell, chord);
    if let Some(c) = chord.typed().filter(|c| !is_taken && !c.is_control()) {
        shell.warn(shell.words.with("no-such-key", &[("key", &c.to_string())]));
    }
}

/// A paste only ever types.
fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.shell.is_too_small() {
        return Vec::new();
    }
    model.shell.notice = None;
    if model.shell.overlays.is_empty()
        && let Some((form, shell)) = model.form_mut()
    {
        let pressed = form.paste(&shell.words, text);
        say_if_not_taken(shell, pressed);
        return Vec::new();
    }
    // What is no form is one line.
    let typed = typed_line(model).unwrap_or_default().chars().count();
    let line: String = text.trim().chars().filter(|c| !c.is_control()).take(MOST_IN_A_LINE + 1).collect();
    if typed + line.chars().count() > MOST_IN_A_LINE {
        say_full(&mut model.shell);
        return Vec::new();
    }
    match model.shell.overlays.last_mut() {
        Some(overlay) => line.chars().for_each(|c| overlays::type_char(overlay, c)),
        None => model.top_mut().0.paste(&line),
    }
    Vec::new()
}

fn say_full(shell: &mut Shell) {
    shell.warn(shell.words.with("text-full", &[("most", &MOST_IN_A_LINE.to_string())]));
}

/// What is typed into the one line that takes text here; none where none does.
fn typed_line(model: &Model) -> Option<&str> {
    model.shell.overlays.last().map_or_else(|| model.top().line(), |overlay| overlay.line())
}

/// A line that takes no more says so.
fn line_is_full(model: &mut Model) -> bool {
    let is_full = typed_line(model).is_some_and(|line| line.chars().count() >= MOST_IN_A_LINE);
    if is_full {
        say_full(&mut model.shell);
    }
    is_full
}

/// By how many lines.
fn step_of(shell: &Shell, asked: Move) -> isize {
    let page = isize::try_from(shell.page().height.saturating_sub(4)).unwrap_or(10).max(1);
    match asked {
        Move::Up => -1,
        Move::Down => 1,
        Move::PageUp => -page,
        Move::PageDown => page,
        Move::First => isize::MIN / 2,
        Move::Last => isize::MAX / 2,
    }
}

/// Every key of the screen, from the table.
fn help(shell: &mut Shell, context: Context) {
    let words = &shell.words;
    let lines = bindings(context).map(|binding| {
        let keys: Vec<String> = binding.chords.iter().map(ToString::to_string).collect();
        format!("{} {}", pad(&keys.join("  "), 26, ""), words.of(binding.command))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.push(String::new());
    let is_list = matches!(context, Context::Households | Context::Typing);
    let is_form = context == Context::Form;
    lines.push(words.t(if is_form {
        "help-form"
    } else if context == Context::Overview {
        "help-overview"
    } else if is_list {
        "help-households"
    } else {
        "help-anywhere"
    }));
    if context == Context::Households {
        lines.push(words.t("help-terms"));
    }
    lines.push(words.t("help-mouse"));
    let title = words.with("help-title", &[("place", &words.of(context))]);
    shell.show(Page::new(title, lines));
}
