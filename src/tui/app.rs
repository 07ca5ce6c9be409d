//! The loop's body, whatever terminal it draws on: take messages, carry out effects, settle, draw.

use ratatui::Terminal;
use ratatui::backend::Backend;

use super::command::Command;
use super::effect::{Effect, Msg};
use super::keys::{self, Chord};
use super::model::Model;
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
}

/// Whether the loop goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    Go,
    Quit,
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
            let mut queue = vec![msg];
            while let Some(msg) = queue.pop() {
                for effect in update(&mut self.model, msg) {
                    match effect {
                        Effect::Quit => {
                            self.settle();
                            return Ok(Flow::Quit);
                        }
                        Effect::Redraw => self.terminal.clear()?,
                        effect => queue.extend(self.stage.run(effect)),
                    }
                }
            }
        }
        self.settle();
        self.draw()?;
        Ok(Flow::Go)
    }

    /// Nothing is drawn, no form is left, and the program does not end, before what was typed is
    /// durable. Tells whether it is; a second try to leave goes through.
    fn settle(&mut self) -> bool {
        for effect in settle(&self.model) {
            for msg in self.stage.run(effect) {
                update(&mut self.model, msg);
            }
        }
        self.model.form_screen().is_none_or(|form| form.kept().missing(form.form()).is_none())
    }

    pub fn draw(&mut self) -> Result<(), B::Error> {
        self.terminal.draw(|frame| view(&self.model, frame))?;
        Ok(())
    }
}
