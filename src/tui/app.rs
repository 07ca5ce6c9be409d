//! The loop's body, whatever terminal it draws on: take messages, carry out effects, settle, draw.

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Position;

use crate::log::{self, Fact};

use super::effect::{Effect, Job, Loop};
use super::executor::Executor;
use super::model::Model;
use super::news::{FormNews, GuardNews, Msg, News};
use super::overlays::confirm::Agreed;
use super::panics;
use super::scene::Seen;
use super::update::{settle, update};
use super::view::view;

/// The interface on a terminal.
pub struct App<B: Backend> {
    pub terminal: Terminal<B>,
    pub model: Model,
    pub executor: Executor,
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
            if let Some(error) = msg.failure() {
                log::note("failed", &[("why", Fact::Word(error.code()))]);
            }
            if let Msg::News(News::OfGuard(GuardNews::Folded)) = &msg {
                self.executor.ledger.note_folded();
            }
            let mut queue = vec![msg];
            while let Some(msg) = queue.pop() {
                for effect in update(&mut self.model, msg) {
                    match self.carry_out(effect)? {
                        Some(msgs) => queue.extend(msgs),
                        None => return Ok(Flow::Quit),
                    }
                }
            }
        }
        self.settle();
        self.draw()?;
        Ok(Flow::Go)
    }

    /// Does what was asked; gives what it led to, none where the program ends.
    fn carry_out(&mut self, effect: Effect) -> Result<Option<Vec<Msg>>, B::Error> {
        Ok(Some(match effect {
            Effect::Read(read) => vec![self.executor.read(read)],
            Effect::Write(write) => vec![self.executor.write(write)],
            Effect::Setup(setup) => self.executor.set_up(setup),
            Effect::Job(job) => self.start(job),
            Effect::Go(go) => {
                let job = self.model.go(go);
                job.map(|job| self.start(job)).unwrap_or_default()
            }
            Effect::Loop(Loop::Quit) if self.may_leave(Agreed::Quit) => return Ok(None),
            Effect::Loop(Loop::LeaveForm) if self.may_leave(Agreed::LeaveForm) => {
                vec![Msg::FormNews(FormNews::FormLeft)]
            }
            Effect::Loop(Loop::Quit | Loop::LeaveForm) => Vec::new(),
            Effect::Loop(Loop::Redraw) => {
                panics::rehearse("redraw");
                self.repaint()?;
                Vec::new()
            }
            Effect::Loop(Loop::Lock) => vec![Msg::News(News::OfGuard(GuardNews::LockAsked))],
            Effect::Loop(Loop::Suspend) => {
                if !(self.suspend)() {
                    self.model.shell.warn_of("no-shell");
                }
                Vec::new()
            }
        }))
    }

    /// The screen that asked for it is told that its work begins.
    fn start(&mut self, job: Job) -> Vec<Msg> {
        self.model.top_mut().0.begin(&job);
        self.executor.start(job)
    }

    /// The day and other processes, as far as something changed since they were last looked at.
    pub fn look_around(&mut self) -> Vec<Msg> {
        let today = self.executor.ledger.today();
        let has_turned = today != self.model.shell.today;
        let turned = has_turned.then_some(News::TurnedTo(today));
        let changed = self.executor.changed_elsewhere().then_some(News::ChangedElsewhere);
        turned.into_iter().chain(changed).map(Msg::News).collect()
    }

    /// The next frame is drawn whole. The terminal is asked nothing: whoever reads it would take the answer.
    pub fn repaint(&mut self) -> Result<(), B::Error> {
        let size = self.terminal.size()?;
        self.model.shell.size = (size.width, size.height);
        self.terminal.resize(size.into())
    }

    /// What a click there means on the last frame; nothing where there is nothing to click.
    pub fn clicked(&self, at: Position) -> Option<Msg> {
        self.seen.click_at(at).map(Msg::Click)
    }

    /// What is typed could not be kept yet.
    pub fn owes_a_draft(&self) -> bool {
        self.model.form().is_some_and(|form| form.kept().missing(form.form()).is_some())
    }

    /// Keeps the draft of an open form, as far as that can be done.
    pub fn keep_what_was_typed(&mut self) {
        self.settle();
    }

    /// No form is left, and the program does not end, while what was typed is nowhere but in the form:
    /// that is asked about.
    fn may_leave(&mut self, leaving: Agreed) -> bool {
        let is_let_go = std::mem::take(&mut self.model.shell.is_let_go);
        if self.settle() || is_let_go {
            return true;
        }
        let shell = &mut self.model.shell;
        shell.overlays.clear();
        shell.confirm(shell.words.t("unkept-question"), shell.words.t("unkept-yes"), leaving);
        false
    }

    /// Nothing is drawn, no form is left, and the program does not end, before what was typed is
    /// durable. Tells whether it is.
    fn settle(&mut self) -> bool {
        if self.executor.has_let_go {
            return !self.owes_a_draft();
        }
        let (draft, preview) = settle(&self.model);
        let written = draft.map(|write| self.executor.write(write));
        let read = preview.map(|read| self.executor.read(read));
        for msg in written.into_iter().chain(read) {
            update(&mut self.model, msg);
        }
        !self.owes_a_draft()
    }

    /// Draws the frame of the model as it stands, and remembers what was seen where.
    pub fn draw(&mut self) -> Result<(), B::Error> {
        if self.model.form().is_some_and(|form| form.kept().at.is_some()) {
            panics::rehearse("frame");
        }
        let mut now = Seen::default();
        self.terminal.draw(|frame| now = view(&self.model, frame, &self.seen))?;
        self.seen = now;
        Ok(())
    }
}
