//! The interface for people: a loop that takes keys, changes the model, carries out effects and draws.

pub mod app;
pub mod command;
pub mod effect;
pub mod form;
mod keep_record;
pub mod keys;
pub mod model;
pub mod overlays;
pub mod screens;
pub mod stage;
pub mod terminal;
pub mod theme;
mod update;
mod view;
mod widgets;

use std::env;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::cli::{Exit, Session, tell};
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::report::store_error_words;

use app::{App, Flow};
use effect::Msg;
use model::Model;
use stage::{Jobs, Stage};
use terminal::{Guard, Input};
use theme::{Glyphs, Look, Theme};

/// Runs the interface until the person quits.
pub fn run(session: Session, demo: bool) -> Exit {
    if !terminal::is_present() {
        tell(&session.words.t("no-terminal"));
        return Exit::Refused;
    }
    let (jobs, job_results) = channel();
    let stage = match open_stage(&session, demo, Jobs::Beside(jobs)) {
        Ok(stage) => stage,
        Err(error) => {
            tell(&store_error_words(&session.words, &error));
            return Exit::Refused;
        }
    };
    let failed = session.words.t("terminal-failed");
    if let Ok(()) = run_loop(new_model(session, &stage, demo), stage, job_results) {
        Exit::Done
    } else {
        tell(&failed);
        Exit::Refused
    }
}

fn open_stage(session: &Session, demo: bool, jobs: Jobs) -> Result<Stage, StoreError> {
    let (config, config_file) = (session.config.clone(), session.places.config_file());
    let documents = session.places.documents.clone();
    if !demo {
        return Ok(Stage::new(session.open(IfMissing::Create)?, config, config_file, documents, jobs));
    }
    let folder = tempfile::tempdir().map_err(|_| StoreError::Folder(env::temp_dir()))?;
    let empty = Ledger::open(&folder.path().join("empty.db"), IfMissing::Create, session.clock, "demo")?;
    let mut stage = Stage::new(empty, config, config_file, documents, jobs);
    stage.start_demo()?;
    if session.author.is_some() {
        stage.ledger.set_author(session.author.clone());
    }
    Ok(stage)
}

fn new_model(session: Session, stage: &Stage, demo: bool) -> Model {
    let no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let look = Look {
        theme: if no_colour { Theme::mono() } else { Theme::colours() },
        glyphs: if session.ascii { Glyphs::ASCII } else { Glyphs::UNICODE },
        ascii: session.ascii,
    };
    model(session.words, look, stage, demo)
}

/// The model before anything happened.
pub fn model(words: crate::i18n::Words, look: Look, stage: &Stage, is_demo: bool) -> Model {
    Model {
        words,
        look,
        policy: stage.ledger.policy().clone(),
        today: stage.ledger.today(),
        me: stage.ledger.author().cloned(),
        contacts: Vec::new(),
        size: (80, 24),
        home: None,
        screens: Vec::new(),
        overlays: Vec::new(),
        message: None,
        is_demo,
        cannot_write: stage.ledger.look_only().cloned(),
        writes: 0,
    }
}

enum Happened {
    Input(Input),
    Told(Msg),
}

impl From<Input> for Happened {
    fn from(input: Input) -> Self {
        Self::Input(input)
    }
}

fn run_loop(model: Model, mut stage: Stage, job_results: Receiver<Msg>) -> io::Result<()> {
    let _guard = Guard::enter()?;
    let terminal = terminal::screen()?;
    let size = terminal.size()?;
    let opened = stage.run(effect::Effect::OpenHome);
    let mut app = App { terminal, model, stage };
    let first = std::iter::once(Msg::Resized(size.width, size.height)).chain(opened);
    app.take(first.collect())?;
    let (sender, happened) = channel::<Happened>();
    forward(job_results, sender.clone());
    terminal::read_into(sender);
    loop {
        let clock = app.stage.ledger.clock();
        let wait = Duration::from_secs(clock.seconds_to_next_minute());
        let mut batch = match happened.recv_timeout(wait) {
            Ok(first) => vec![first],
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        batch.extend(happened.try_iter());
        let Some(msgs) = messages(&mut app, batch)? else { return Ok(()) };
        if app.take(msgs)? == Flow::Quit {
            return Ok(());
        }
    }
}

/// Hands on what the jobs tell, so that the loop waits in one place.
fn forward(job_results: Receiver<Msg>, sender: Sender<Happened>) {
    std::thread::spawn(move || {
        for msg in job_results {
            if sender.send(Happened::Told(msg)).is_err() {
                return;
            }
        }
    });
}

/// What happened as messages; the day and other processes are looked at each time. None: the terminal
/// is gone.
fn messages<B: ratatui::backend::Backend>(
    app: &mut App<B>,
    batch: Vec<Happened>,
) -> Result<Option<Vec<Msg>>, B::Error> {
    let mut msgs = Vec::new();
    let today = app.stage.ledger.today();
    if today != app.model.today {
        msgs.push(Msg::TurnedTo(today));
    }
    if app.stage.changed_elsewhere() {
        msgs.push(Msg::ChangedElsewhere);
    }
    for happened in batch {
        match happened {
            Happened::Told(msg) => msgs.push(msg),
            Happened::Input(Input::Key(chord)) => msgs.push(Msg::Key(chord)),
            Happened::Input(Input::Paste(text)) => msgs.push(Msg::Paste(text)),
            Happened::Input(Input::Resized) => {
                app.terminal.autoresize()?;
                let size = app.terminal.size()?;
                msgs.push(Msg::Resized(size.width, size.height));
            }
            Happened::Input(Input::Gone) => return Ok(None),
        }
    }
    Ok(Some(msgs))
}
