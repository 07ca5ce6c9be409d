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
pub mod gate;
mod happened;
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
mod watch;
mod widgets;

use std::env;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use ratatui::backend::Backend;

use crate::domain::audited::AuditedKind;
use crate::exit::{Exit, tell};
use crate::files::Throwaway;
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::report::passphrase::{ground_words, newer_elsewhere_words};
use crate::report::{clock_doubt_words, store_error_words};
use crate::session::Session;
use crate::vault::FileKey;

use app::{App, Flow};
use executor::{Executor, Jobs};
use gate::entry::Entered;
use happened::{Ended, Happened, beside};
use keys::Chord;
use model::Model;
use news::{Msg, News};
use overlays::page::Page;
use scene::Seen;
use screens::home::Home;
use shell::Shell;
use terminal::{Guard, Input, NoScreen};
use theme::{Glyphs, Look, Theme, ThemeName};
use watch::Watch;

/// Who opened, in the log: the interface.
const INTERFACE: &str = "interface";

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
    let words = Words::new(session.words.language());
    match live(session, demo) {
        Ok(Ok(Ended::Quit)) => Exit::Done,
        Ok(Ok(Ended::Gone)) => Exit::Refused,
        Ok(Ok(Ended::Crashed)) => {
            tell(&words.with("crashed", &[("place", &panics::place())]));
            Exit::Failed
        }
        Ok(Err((error, way_out))) => {
            tell(&store_error_words(&words, &error));
            if let Some(way_out) = way_out {
                tell(&way_out);
            }
            Exit::Refused
        }
        Err(_) => {
            tell(&words.t("terminal-failed"));
            Exit::Refused
        }
    }
}

/// Why the database was not opened, and what can be done about it.
type NotOpened = (StoreError, Option<String>);

/// Whatever ends the loop, what was typed is kept first, and the terminal is put back.
fn live(session: Session, demo: bool) -> io::Result<Result<Ended, NotOpened>> {
    let not_opened = |error: StoreError| {
        let way_out = session.way_out(&error);
        Ok(Err((error, way_out)))
    };
    let lock_after = session.config.lock_after_minutes();
    // Where nothing is asked for, what cannot be opened is said without a screen.
    let given = if demo { Ok(None) } else { gate::entry::given_key(&session) };
    let is_asked = !demo && matches!(given, Ok(None)) && gate::entry::is_asked(&session);
    let opened = given.and_then(|key| {
        let open = || open_executor(&session, demo, key.as_ref());
        (!is_asked).then(open).transpose()
    });
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => return not_opened(error),
    };
    let guard = Guard::enter(session.config.mouse.unwrap_or(true))?;
    panics::remember();
    let (sender, happened) = channel();
    listen(&sender)?;
    let mut terminal = terminal::screen()?;
    let look = look_of(&session);
    let mut is_by_code = false;
    let opened = if let Some(opened) = opened {
        opened
    } else {
        let entered = gate::entry::enter(&mut terminal, &session, &look, (&sender, &happened))?;
        is_by_code = matches!(entered, Ok(Entered::ByCode(_)));
        let opened = match entered {
            Ok(Entered::In(key) | Entered::ByCode(key)) => open_executor(&session, demo, key.as_ref()),
            Ok(Entered::Away(ended)) => return Ok(Ok(ended)),
            Err(error) => Err(error),
        };
        match opened {
            Ok(opened) => opened,
            Err(error) => return not_opened(error),
        }
    };
    let (mut executor, job_results) = opened;
    beside(&sender, {
        let sender = sender.clone();
        // The loop waits in one place.
        move || job_results.into_iter().for_each(|msg| drop(sender.send(Happened::told(msg))))
    });
    if !demo {
        executor.ledger.log_opening(INTERFACE);
    }
    if is_by_code {
        executor.ledger.log_if_possible(AuditedKind::PassphraseChanged, "recovery code", None);
    }
    let mut model = model(session.words, look, &executor, demo);
    check_clock(&mut model, &mut executor);
    if is_by_code {
        model.shell.say(model.shell.words.t("passphrase-changed-by-code"));
    }
    say_what_is_known(&mut model, &executor);
    let mut app = App { terminal, model, executor, seen: Seen::default(), suspend: terminal::suspend };
    let ended = panics::guarded(|| run_loop(&mut app, &happened, lock_after)).unwrap_or(Ok(Ended::Crashed));
    // What the panic was about may make this fail as well: then the draft of the last frame holds.
    let _ = panics::guarded(|| app.keep_what_was_typed());
    drop(guard);
    ended.map(Ok)
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

/// What this computer knows of the database and that is not in it comes before anything else.
fn say_what_is_known(model: &mut Model, executor: &Executor) {
    let words = &model.shell.words;
    let others = executor.ledger.other_windows();
    let sentence = match (executor.ledger.lacking(), executor.ledger.newer_elsewhere()) {
        (Some(lacking), _) => store_error_words(words, &StoreError::Lacking(Box::new(lacking.clone()))),
        (None, Some(newer)) => newer_elsewhere_words(words, newer),
        (None, None) => {
            if let Some(sentence) = ground_words(words, executor.ledger.ground()) {
                model.shell.warn(sentence);
            } else if others > 0 {
                model.shell.say(words.t("another-window"));
            }
            return;
        }
    };
    let page = Page::new(words.t("lacking-title"), vec![sentence]);
    model.shell.show(page);
}

fn open_executor(
    session: &Session,
    demo: bool,
    key: Option<&FileKey>,
) -> Result<(Executor, Receiver<Msg>), StoreError> {
    let (jobs, job_results) = channel();
    let jobs = Jobs::Beside(jobs);
    let (config, config_file) = (session.config.clone(), session.folders.config_file());
    let documents = session.folders.documents.clone();
    if !demo {
        let ledger = session.open(IfMissing::Create, key)?;
        return Ok((Executor::new(ledger, config, config_file, documents, jobs), job_results));
    }
    let folder = Throwaway::new().map_err(|_| StoreError::Folder(env::temp_dir()))?;
    let empty = Ledger::open(&folder.path().join("empty.db"), IfMissing::Create, session.clock, "demo")?;
    let mut executor = Executor::new(empty, config, config_file, documents, jobs);
    executor.start_demo()?;
    if session.author.is_some() {
        executor.ledger.set_author(session.author.clone());
    }
    Ok((executor, job_results))
}

fn look_of(session: &Session) -> Look {
    let no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let name = session.config.theme.as_deref().and_then(ThemeName::from_code).unwrap_or(ThemeName::Default);
    Look {
        name,
        theme: if no_colour { Theme::mono() } else { Theme::of(name) },
        glyphs: if session.ascii { Glyphs::ASCII } else { Glyphs::UNICODE },
        ascii: session.ascii,
    }
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
        protection: executor.ledger.protection(),
        gate: None,
        writes: 0,
    };
    Model { shell, home: Home::default(), screens: Vec::new() }
}

/// Everything that the terminal tells is heard from now on.
fn listen(sender: &Sender<Happened>) -> io::Result<()> {
    let listening = terminal::listen({
        let sender = sender.clone();
        move |input| sender.send(Happened::Input(input)).is_ok()
    })?;
    for listen in listening {
        beside(sender, listen);
    }
    Ok(())
}

fn run_loop<B: Backend<Error = io::Error>>(
    app: &mut App<B>,
    happened: &Receiver<Happened>,
    lock_after: u32,
) -> io::Result<Ended> {
    let size = app.terminal.size()?;
    let opened = app.executor.set_up(effect::Setup::OpenHome);
    let mut msgs: Vec<Msg> = std::iter::once(Msg::Resized(size.width, size.height)).chain(opened).collect();
    let mut watch = Watch::new(app.executor.ledger.clock(), lock_after);
    loop {
        match app.take(msgs)? {
            Flow::Go => {}
            Flow::Quit => return Ok(Ended::Quit),
            Flow::Crashed => return Ok(Ended::Crashed),
        }
        let mut batch = match happened.recv_timeout(watch.patience(app)) {
            Ok(first) => vec![first],
            Err(RecvTimeoutError::Timeout) => {
                watch.quiet(app);
                Vec::new()
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Gone),
        };
        batch.extend(happened.try_iter());
        let batch = watch.heard(batch);
        msgs = match messages(app, batch)? {
            Ok(msgs) => msgs,
            Err(ended) => return Ok(ended),
        };
    }
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
