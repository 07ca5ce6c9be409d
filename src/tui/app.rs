//! The loop's body, whatever terminal it draws on: take messages, carry out effects, settle, draw.

use ratatui::Terminal;
use ratatui::backend::Backend;

use super::command::Command;
use super::effect::{Effect, Msg};
use super::keys::{self, Chord};
use super::model::Model;
use super::panics;
use super::stage::Stage;
use super::update::{settle, update};
use super::view::view;

/// The key leaves an open form, or the program.
fn ends_form(model: &Model, chord: Chord) -> bool {
    let command = keys::command(model.context(), chord);
    model.form_screen().is_some() && matches!(command, Some(Command::Back | Command::Quit))
}

/// The interface on a terminal.
pub struct App<B: Backend> {
    pub terminal: Terminal<B>,
    pub model: Model,
    pub stage: Stage,
    /// Stops the program until the shell lets it go on.
    pub suspend: fn(),
}

/// Whether the loop goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    Go,
    Quit,
    /// Work beside the screen ended in a panic.
    Crashed,
}

impl<B: Backend> App<B> {
    /// Takes everything that has happened, then draws once.
    pub fn take(&mut self, msgs: Vec<Msg>) -> Result<Flow, B::Error> {
        for msg in msgs {
            if let Msg::Key(chord) = &msg {
                let was_warned = self.model.message.as_ref().is_some_and(|message| message.is_bad);
                if ends_form(&self.model, *chord) && !self.settle() && !was_warned {
                    continue;
                }
            }
            if let Msg::Crashed = msg {
                return Ok(Flow::Crashed);
            }
            let mut queue = vec![msg];
            while let Some(msg) = queue.pop() {
                for effect in update(&mut self.model, msg) {
                    match effect {
                        Effect::Quit => {
                            self.settle();
                            return Ok(Flow::Quit);
                        }
                        Effect::Redraw => self.repaint()?,
                        Effect::Suspend => (self.suspend)(),
                        effect => queue.extend(self.stage.run(effect)),
                    }
                }
            }
        }
        self.settle();
        self.draw()?;
        Ok(Flow::Go)
    }

    /// The next frame is drawn whole. The terminal is asked nothing: whoever reads it would take the answer.
    pub fn repaint(&mut self) -> Result<(), B::Error> {
        let area = self.terminal.size()?;
        self.terminal.resize(area.into())
    }

    /// What is typed could not be kept yet.
    pub fn owes_a_draft(&self) -> bool {
        self.model.form_screen().is_some_and(|form| form.kept().missing(form.form()).is_some())
    }

    /// Keeps the draft of an open form, as far as that can be done.
    pub fn keep_what_was_typed(&mut self) {
        self.settle();
    }

    /// Nothing is drawn, no form is left, and the program does not end, before what was typed is
    /// durable. Tells whether it is; a second try to leave goes through.
    fn settle(&mut self) -> bool {
        for effect in settle(&self.model) {
            for msg in self.stage.run(effect) {
                update(&mut self.model, msg);
            }
        }
        !self.owes_a_draft()
    }

    pub fn draw(&mut self) -> Result<(), B::Error> {
        if self.model.form_screen().is_some_and(|form| form.kept().at.is_some()) {
            panics::rehearse("frame");
        }
        self.terminal.draw(|frame| view(&self.model, frame))?;
        Ok(())
    }
}
