//! The loop's body, whatever terminal it draws on: take messages, carry out effects, settle, draw.

use ratatui::Terminal;
use ratatui::backend::Backend;

use super::effect::{Effect, Msg};
use super::model::Model;
use super::stage::Stage;
use super::update::{settle, update};
use super::view::view;

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

    /// Nothing is drawn, and the program does not end, before what was typed is durable.
    fn settle(&mut self) {
        for effect in settle(&self.model) {
            for msg in self.stage.run(effect) {
                update(&mut self.model, msg);
            }
        }
    }

    pub fn draw(&mut self) -> Result<(), B::Error> {
        self.terminal.draw(|frame| view(&self.model, frame))?;
        Ok(())
    }
}
