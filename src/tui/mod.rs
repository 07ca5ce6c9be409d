//! The interface for people: a loop that takes keys, changes the model, carries out effects and draws.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod app;
pub mod command;
mod count_jobs;
pub mod effect;
pub mod executor;
mod face;
pub mod filter;
pub mod form;
mod form_keys;
mod import_jobs;
mod keep_record;
pub mod keys;
mod list;
pub mod model;
mod narrowed;
pub mod news;
pub mod overlays;
mod panics;
mod print_jobs;
pub mod record;
pub mod scene;
pub mod screens;
mod set_up;
mod several;
pub mod shell;
pub mod terminal;
mod text_line;
pub mod theme;
mod update;
mod view;
mod widgets;

use std::env;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use ratatui::backend::Backend;

use crate::exit::{Exit, tell};
use crate::files::Throwaway;
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::report::{clock_doubt_words, store_error_words};
use crate::session::Session;

use app::{App, Flow};
use executor::{Executor, Jobs};
use keys::Chord;
use model::Model;
use news::{Msg, News};
use scene::Seen;
use screens::home::Home;
use shell::Shell;
use terminal::{Guard, Input, NoScreen};
use theme::{Glyphs, Look, Theme, ThemeName};

/// How long what was typed may wait for another try to keep it.
const TRIES_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// Runs the interface until the person quits.
pub fn run(session: Session, demo: bool) -> Exit {
    if let Err(why) = terminal::look() {
        let key = match why {
            NoScreen::NoTerminal => "no-terminal",
            NoScreen::Dumb => "dumb-terminal",
        };
        tell(&session.words.t(key));
        return Exit::Refused;
    }
    let (jobs, job_results) = channel();
    let mut executor = match open_executor(&session, demo, Jobs::Beside(jobs)) {
        Ok(executor) => executor,
        Err(error) => {
            tell(&store_error_words(&session.words, &error));
            return Exit::Refused;
        }
    };
    let words = Words::new(session.words.language());
    let takes_clicks = session.config.mouse.unwrap_or(true);
    let mut model = new_model(session, &executor, demo);
    check_clock(&mut model, &mut executor);
    match live(model, executor, job_results, takes_clicks) {
        Ok(Ended::Quit) => Exit::Done,
        Ok(Ended::Gone) => Exit::Refused,
        Ok(Ended::Crashed) => {
            tell(&words.with("crashed", &[("place", &panics::place())]));
            Exit::Failed
        }
        Err(_) => {
            tell(&words.t("terminal-failed"));
            Exit::Refused
        }
    }
}

/// Why the interface ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Quit,
    /// The terminal is gone.
    Gone,
    /// The program itself failed, somewhere.
    Crashed,
}

/// Whatever ends the loop, what was typed is kept first, and the terminal is put back.
fn live(model: Model, executor: Executor, job_results: Receiver<Msg>, takes_clicks: bool) -> io::Result<Ended> {
    let guard = Guard::enter(takes_clicks)?;
    panics::remember();
    let mut app =
        App { terminal: terminal::screen()?, model, executor, seen: Seen::default(), suspend: terminal::suspend };
    let ended = panics::guarded(|| run_loop(&mut app, job_results)).unwrap_or(Ok(Ended::Crashed));
    // What the panic was about may make this fail as well: then the draft of the last frame holds.
    let _ = panics::guarded(|| app.keep_what_was_typed());
    drop(guard);
    ended
}

/// Doubts the clock where there is reason to; else, or once the person says that it is right, this start
/// is remembered.
pub fn check_clock(model: &mut Model, executor: &mut Executor) {
    // What cannot be read or kept here is met again at once, by what the person does.
    model.shell.clock_doubt = executor.ledger.clock_doubt().unwrap_or_default();
    match model.shell.clock_doubt {
        Some(doubt) => model.shell.warn(clock_doubt_words(&model.shell.words, doubt)),
        None => drop(executor.ledger.note_start()),
    }
}

fn open_executor(session: &Session, demo: bool, jobs: Jobs) -> Result<Executor, StoreError> {
    let (config, config_file) = (session.config.clone(), session.folders.config_file());
    let documents = session.folders.documents.clone();
    if !demo {
        return Ok(Executor::new(session.open(IfMissing::Create)?, config, config_file, documents, jobs));
    }
    let folder = Throwaway::new().map_err(|_| StoreError::Folder(env::temp_dir()))?;
    let empty = Ledger::open(&folder.path().join("empty.db"), IfMissing::Create, session.clock, "demo")?;
    let mut executor = Executor::new(empty, config, config_file, documents, jobs);
    executor.start_demo()?;
    if session.author.is_some() {
        executor.ledger.set_author(session.author.clone());
    }
    Ok(executor)
}

fn new_model(session: Session, executor: &Executor, demo: bool) -> Model {
    let no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let name = session.config.theme.as_deref().and_then(ThemeName::from_code).unwrap_or(ThemeName::Default);
    let look = Look {
        name,
        theme: if no_colour { Theme::mono() } else { Theme::of(name) },
        glyphs: if session.ascii { Glyphs::ASCII } else { Glyphs::UNICODE },
        ascii: session.ascii,
    };
    model(session.words, look, executor, demo)
}

/// The model before anything happened.
pub fn model(words: crate::i18n::Words, look: Look, executor: &Executor, is_demo: bool) -> Model {
    let shell = Shell {
        words,
        look,
        policy: executor.ledger.policy().clone(),
        today: executor.ledger.today(),
        me: executor.ledger.author().cloned(),
        contacts: Vec::new(),
        size: (80, 24),
        overlays: Vec::new(),
        notice: None,
        is_demo,
        database: executor.ledger.path().to_owned(),
        clock_doubt: None,
        is_let_go: false,
        cannot_write: executor.ledger.look_only().cloned(),
        writes: 0,
    };
    Model { shell, home: Home::default(), screens: Vec::new() }
}

enum Happened {
    Input(Input),
    Told(Box<Msg>),
    /// A thread of ours ended in a panic.
    Crashed,
}

fn run_loop<B: Backend<Error = io::Error>>(app: &mut App<B>, job_results: Receiver<Msg>) -> io::Result<Ended> {
    let (sender, happened) = channel::<Happened>();
    let listening = terminal::listen({
        let sender = sender.clone();
        move |input| sender.send(Happened::Input(input)).is_ok()
    })?;
    for listen in listening {
        beside(&sender, listen);
    }
    beside(&sender, {
        let sender = sender.clone();
        // The loop waits in one place.
        move || job_results.into_iter().for_each(|msg| drop(sender.send(told(msg))))
    });
    let size = app.terminal.size()?;
    let opened = app.executor.set_up(effect::Setup::OpenHome);
    let mut msgs: Vec<Msg> = std::iter::once(Msg::Resized(size.width, size.height)).chain(opened).collect();
    loop {
        match app.take(msgs)? {
            Flow::Go => {}
            Flow::Quit => return Ok(Ended::Quit),
            Flow::Crashed => return Ok(Ended::Crashed),
        }
        let minute = Duration::from_secs(app.executor.ledger.clock().seconds_to_next_minute());
        let wait = if app.owes_a_draft() { minute.min(TRIES_AGAIN_AFTER) } else { minute };
        let mut batch = match happened.recv_timeout(wait) {
            Ok(first) => vec![first],
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Gone),
        };
        batch.extend(happened.try_iter());
        msgs = match messages(app, batch)? {
            Ok(msgs) => msgs,
            Err(ended) => return Ok(ended),
        };
    }
}

fn told(msg: Msg) -> Happened {
    Happened::Told(Box::new(msg))
}

/// Runs work in a thread of its own; a panic in it is told.
fn beside(sender: &Sender<Happened>, work: impl FnOnce() + Send + 'static) {
    let sender = sender.clone();
    std::thread::spawn(move || {
        if panics::guarded(work).is_err() {
            // A loop that has ended already listens no more.
            let _ = sender.send(Happened::Crashed);
        }
    });
}

/// What happened as messages; the day and other processes are looked at each time. Or why all of it ends.
fn messages<B: Backend>(app: &mut App<B>, batch: Vec<Happened>) -> Result<Result<Vec<Msg>, Ended>, B::Error> {
    let mut msgs = Vec::new();
    let today = app.executor.ledger.today();
    if today != app.model.shell.today {
        msgs.push(Msg::News(News::TurnedTo(today)));
    }
    if app.executor.changed_elsewhere() {
        msgs.push(Msg::News(News::ChangedElsewhere));
    }
    let mut typed = Vec::new();
    for happened in batch {
        if let Happened::Input(Input::Key(chord)) = happened {
            typed.push(chord);
            continue;
        }
        msgs.extend(typed_msgs(&mut typed));
        match happened {
            Happened::Told(msg) => msgs.push(*msg),
            Happened::Input(Input::Key(_)) => {}
            Happened::Input(Input::Paste(text)) => msgs.push(Msg::Paste(text)),
            Happened::Input(Input::Click(at)) => {
                // It was meant for what is seen after everything before it.
                match app.take(std::mem::take(&mut msgs))? {
                    Flow::Go => msgs.extend(app.clicked(at)),
                    Flow::Quit => return Ok(Err(Ended::Quit)),
                    Flow::Crashed => return Ok(Err(Ended::Crashed)),
                }
            }
            Happened::Input(Input::Wheel { down }) => msgs.push(Msg::Wheel { down }),
            Happened::Input(Input::Resized) => {
                // Whole, even at the size of before: the terminal may have moved what stood there.
                app.repaint()?;
                let size = app.terminal.size()?;
                msgs.push(Msg::Resized(size.width, size.height));
            }
            Happened::Input(Input::WentOn) => app.repaint()?,
            Happened::Input(Input::Gone) => return Ok(Err(Ended::Gone)),
            Happened::Crashed => return Ok(Err(Ended::Crashed)),
        }
    }
    msgs.extend(typed_msgs(&mut typed));
    Ok(Ok(msgs))
}

/// Keys that arrived together: typed, or pasted where the terminal cannot say so.
fn typed_msgs(typed: &mut Vec<Chord>) -> Vec<Msg> {
    let chords = std::mem::take(typed);
    match terminal::as_paste(&chords) {
        Some(text) => vec![Msg::Paste(text)],
        None => chords.into_iter().map(Msg::Key).collect(),
    }
}
