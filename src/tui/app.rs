//! The loop's body, whatever terminal it draws on: take messages, carry out effects, settle, draw.

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Position;

use super::command::Command;
use super::effect::{Effect, Loop};
use super::model::Model;
use super::news::{FormNews, Msg};
use super::overlays::Overlay;
use super::overlays::confirm::Confirm;
use super::panics;
use super::scene::Seen;
use super::stage::Stage;
use super::update::{settle, update};
use super::view::view;

/// The interface on a terminal.
pub struct App<B: Backend> {
    pub terminal: Terminal<B>,
    pub model: Model,
    pub stage: Stage,
    /// What is seen of the last frame.
    pub seen: Seen,
    /// Stops the program until the shell lets it go on; false where there is none.
    pub suspend: fn() -> bool,
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
            if let Msg::Crashed = msg {
                return Ok(Flow::Crashed);
            }
            let mut queue = vec![msg];
            while let Some(msg) = queue.pop() {
                for effect in update(&mut self.model, msg) {
                    match effect {
                        Effect::Loop(Loop::Quit) if self.may_leave(Command::Quit) => return Ok(Flow::Quit),
                        Effect::Loop(Loop::LeaveForm) if self.may_leave(Command::Back) => {
                            queue.push(Msg::FormNews(FormNews::FormLeft));
                        }
                        Effect::Loop(Loop::Quit | Loop::LeaveForm) => {}
                        Effect::Loop(Loop::Redraw) => self.repaint()?,
                        Effect::Loop(Loop::Suspend) => {
                            if !(self.suspend)() {
                                self.model.warn(self.model.words.t("no-shell"));
                            }
                        }
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
        let size = self.terminal.size()?;
        self.model.size = (size.width, size.height);
        self.terminal.resize(size.into())
    }

    /// What a click there means on the last frame; nothing where there is nothing to click.
    pub fn clicked(&self, at: Position) -> Option<Msg> {
        self.seen.click_at(at).map(Msg::Click)
    }

    /// What is typed could not be kept yet.
    pub fn owes_a_draft(&self) -> bool {
        self.model.form_screen().is_some_and(|form| form.kept().missing(form.form()).is_some())
    }

    /// Keeps the draft of an open form, as far as that can be done.
    pub fn keep_what_was_typed(&mut self) {
        self.settle();
    }

    /// No form is left, and the program does not end, while what was typed is nowhere but in the form:
    /// that is asked about.
    fn may_leave(&mut self, command: Command) -> bool {
        let is_let_go = std::mem::take(&mut self.model.is_let_go);
        if self.settle() || is_let_go {
            return true;
        }
        let (question, yes) = (self.model.words.t("unkept-question"), self.model.words.t("unkept-yes"));
        self.model.overlays = vec![Overlay::Confirm(Confirm { question, yes, command, selected_yes: false })];
        false
    }

    /// Nothing is drawn, no form is left, and the program does not end, before what was typed is
    /// durable. Tells whether it is.
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
        let mut now = Seen::default();
        self.terminal.draw(|frame| now = view(&self.model, frame, &self.seen))?;
        self.seen = now;
        Ok(())
    }
}
