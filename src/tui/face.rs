//! What every screen answers for: the keys that mean something on it, what it does with them, how it is drawn.

use ratatui::layout::Rect;

use super::command::Command;
use super::effect::{Effect, Go, Job};
use super::form::FormScreen;
use super::keys::{Chord, Context};
use super::scene::Scene;
use super::shell::Shell;

/// A screen, whichever it is.
pub trait Face {
    /// Where its keys are pressed.
    fn context(&self) -> Context;

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect);

    /// Does what a command means here; none where it is no command of this screen.
    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>>;

    /// Moves the selection, or what is seen, by so many lines.
    fn step(&mut self, shell: &Shell, by: isize);

    /// One step back; nothing that was typed is lost by it.
    fn back(&mut self, _shell: &mut Shell) -> Vec<Effect> {
        vec![Effect::Go(Go::Back)]
    }

    /// Commands that would do nothing as things are.
    fn out_of_place(&self, _shell: &Shell) -> Vec<Command> {
        Vec::new()
    }

    /// Takes a key that is no command. False where it means nothing here.
    fn press(&mut self, _shell: &mut Shell, _chord: Chord) -> bool {
        false
    }

    /// Takes in one pasted line.
    fn paste(&mut self, _line: &str) {}

    /// What is typed into its one line of text; none where nothing is.
    fn line(&self) -> Option<&str> {
        None
    }

    /// Work that it asked for begins beside it.
    fn begin(&mut self, _job: &Job) {}

    /// How far that work is.
    fn progress(&mut self, _done: usize, _total: usize) {}

    /// That work ended without a result.
    fn end_work(&mut self) {}

    /// Its form, where it is one.
    fn form(&self) -> Option<&dyn FormScreen> {
        None
    }

    fn form_mut(&mut self) -> Option<&mut dyn FormScreen> {
        None
    }
}
