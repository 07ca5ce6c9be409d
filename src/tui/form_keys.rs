//! What keys do on every form: moving, saving, leaving, beginning afresh.

use ratatui::layout::Rect;

use crate::domain::typed_day::typed_day;
use crate::report::clock_doubt_words;

use super::command::{Command, commands_of};
use super::effect::{Effect, Loop};
use super::face::Face;
use super::form::{self, FormScreen, Kind, Pressed, Saving};
use super::keys::{Chord, Context};
use super::overlays::Overlay;
use super::overlays::calendar::Calendar;
use super::overlays::confirm::Agreed;
use super::overlays::who::Then;
use super::scene::Scene;
use super::shell::Shell;

commands_of! {
    [Form]
    Asked { Save, DiscardDraft, TakeLast, Calendar, Undo, Redo, Next, Previous, NextSection, ClearField }
}

impl<F: FormScreen> Face for F {
    fn context(&self) -> Context {
        Context::Form
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        let title = self.title(scene.around);
        let below = form::view::title(&title, self.kept(), scene, page);
        let lines = self.head(scene.around);
        let taken = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(below.height);
        for (row, line) in lines.into_iter().enumerate() {
            scene.put(below, row, line);
        }
        let rest = Rect { y: below.y + taken, height: below.height - taken, ..below };
        form::view::draw(self.form(), scene, rest);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        match Asked::of(command)? {
            Asked::Save => return Some(save(self, shell)),
            Asked::DiscardDraft => {
                shell.confirm(shell.words.t("discard-question"), shell.words.t("discard-yes"), Agreed::Discard);
            }
            Asked::TakeLast => take_last(self, shell),
            Asked::Calendar => open_calendar(self, shell),
            Asked::Undo => {
                self.form_mut().undo(false);
                self.arrange(&shell.words);
            }
            Asked::Redo => {
                self.form_mut().undo(true);
                self.arrange(&shell.words);
            }
            Asked::Next => self.form_mut().next(),
            Asked::Previous => self.form_mut().previous(),
            Asked::NextSection => self.form_mut().next_section(),
            Asked::ClearField => {
                self.form_mut().replace("");
                self.arrange(&shell.words);
            }
        }
        Some(Vec::new())
    }

    fn step(&mut self, _shell: &Shell, by: isize) {
        let form = self.form_mut();
        for _ in 0..by.unsigned_abs().min(form.fields.len()) {
            if by > 0 { form.next() } else { form.previous() }
        }
    }

    /// What was typed is kept first.
    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        vec![Effect::Loop(Loop::LeaveForm)]
    }

    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        let Some(field) = self.form().focused() else { return Vec::new() };
        let is_day = matches!(field.kind, Kind::Day(_) | Kind::RoughDay);
        let commands = [(self.can_take_last(field), Command::TakeLast), (is_day, Command::Calendar)];
        commands.into_iter().filter(|(is_of_use, _)| !is_of_use).map(|(_, command)| command).collect()
    }

    fn press(&mut self, shell: &mut Shell, chord: Chord) -> bool {
        let pressed = FormScreen::press(self, &shell.words, chord);
        say_if_not_taken(shell, pressed);
        true
    }

    fn form(&self) -> Option<&dyn FormScreen> {
        Some(self)
    }

    fn form_mut(&mut self) -> Option<&mut dyn FormScreen> {
        Some(self)
    }
}

/// Saves, once it is known who does and that the clock is right, nothing is missing and nothing is left to ask.
fn save(screen: &mut dyn FormScreen, shell: &mut Shell) -> Vec<Effect> {
    if shell.me.is_none() {
        shell.ask_who(Then::Command(Command::Save));
        return Vec::new();
    }
    if let Some(doubt) = shell.clock_doubt {
        shell.confirm(clock_doubt_words(&shell.words, doubt), shell.words.t("clock-yes"), Agreed::ClockIsRight);
        return Vec::new();
    }
    match screen.save(shell) {
        Saving::Incomplete => {
            let unplaced = screen.form().unplaced().map(str::to_owned);
            shell.warn(unplaced.unwrap_or_else(|| shell.words.t("form-not-complete")));
        }
        Saving::Ask { question, yes } => shell.confirm(question, yes, Agreed::Passed),
        Saving::Keep(effects) => return effects,
    }
    Vec::new()
}

fn take_last(screen: &mut dyn FormScreen, shell: &mut Shell) {
    if screen.take_last(&shell.words) {
        return screen.form_mut().next();
    }
    let is_amount = screen.form().focused().is_some_and(|field| field.kind == Kind::Amount);
    shell.warn_of(if is_amount { "form-no-last-amount" } else { "form-nothing-to-take" });
}

/// Opens the calendar of a field that takes a day.
fn open_calendar(screen: &dyn FormScreen, shell: &mut Shell) {
    let today = shell.today;
    let field = screen.form().focused();
    let Some(Kind::Day(toward)) = field.map(|field| field.kind.clone()) else {
        return shell.warn_of("calendar-no-day");
    };
    let day = field.and_then(|field| typed_day(field.value(), today, toward).ok()).unwrap_or(today);
    shell.overlays.push(Overlay::Calendar(Calendar::new(day, today, screen.days_to_mark())));
}

/// A text that takes no more says so, and so does a choice that a key stands for none of.
pub fn say_if_not_taken(shell: &mut Shell, pressed: Pressed) {
    match pressed {
        Pressed::Full => shell.warn(shell.words.with("text-full", &[("most", &form::MAX_CHARS.to_string())])),
        Pressed::NoChoice => shell.warn_of("form-no-choice"),
        Pressed::Changed | Pressed::ChangedAndDone | Pressed::Moved | Pressed::Ignored => {}
    }
}
