//! The interface for people: a loop that takes keys, changes the model, carries out effects and draws.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod app;
pub mod begin;
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
mod procedure_jobs;
pub mod procedure_write;
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

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Instant;

use ratatui::backend::Backend;

use crate::domain::audited::AuditedKind;
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::StoreError;
use crate::log::{self, Fact};
use crate::report::store_error_words;
use crate::session::Session;
use crate::vault::FileKey;

use app::{App, Flow};
use executor::{Executor, Jobs};
use gate::entry::Entered;
use happened::{Ended, Happened, beside};
use keys::{Chord, Key};
use model::Model;
use news::Msg;
use scene::Seen;
use terminal::{Guard, Input, NoScreen};
use theme::Look;
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
            log::note("not_opened", &[("why", Fact::Word(error.code()))]);
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
fn live(mut session: Session, demo: bool) -> io::Result<Result<Ended, NotOpened>> {
    let (was_found_wide, typed_ahead) = choose_characters(&mut session);
    let not_opened = |error: StoreError| {
        let way_out = session.way_out(&error);
        Ok(Err((error, way_out)))
    };
    let lock_after = session.config.lock_after_minutes();
    // Where nothing is asked for, what cannot be opened is said without a screen.
    let given = if demo { Ok(None) } else { gate::entry::given_key(&session) };
    let is_asked = !demo && matches!(given, Ok(None)) && gate::entry::is_asked(&session);
    let (jobs, job_results) = channel();
    let open = |key: Option<&FileKey>| begin::open_executor(&session, demo, key, Jobs::Beside(jobs.clone()));
    let opened = given.and_then(|key| {
        let open = || open(key.as_ref());
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
    for c in typed_ahead.chars().filter(|c| *c == '\r' || !c.is_control()) {
        let chord = if c == '\r' { Chord::plain(Key::Enter) } else { Chord::letter(c) };
        // The other end is here.
        let _ = sender.send(Happened::Input(Input::Key(chord)));
    }
    let mut terminal = terminal::screen()?;
    let look = begin::look_of(&session);
    let mut is_by_code = false;
    let opened = if let Some(opened) = opened {
        opened
    } else {
        let entered = gate::entry::enter(&mut terminal, &session, &look, (&sender, &happened))?;
        is_by_code = matches!(entered, Ok(Entered::ByCode(_)));
        let opened = match entered {
            Ok(Entered::In(key) | Entered::ByCode(key)) => open(key.as_ref()),
            Ok(Entered::Away(ended)) => return Ok(Ok(ended)),
            Err(error) => Err(error),
        };
        match opened {
            Ok(opened) => opened,
            Err(error) => return not_opened(error),
        }
    };
    // What opened it is not kept while it is open.
    session.passphrase = None;
    let mut executor = opened;
    beside(&sender, {
        let sender = sender.clone();
        // The loop waits in one place.
        move || job_results.into_iter().for_each(|msg| drop(sender.send(Happened::told(msg))))
    });
    let is_seen_first = (demo, is_by_code, was_found_wide);
    let model = model_at_start(session.words, &look, &mut executor, is_seen_first);
    let mut app = App { terminal, model, executor, seen: Seen::default(), suspend: terminal::suspend };
    let ended = panics::guarded(|| run_loop(&mut app, &happened, lock_after)).unwrap_or(Ok(Ended::Crashed));
    // What the panic was about may make this fail as well: then the draft of the last frame holds.
    let _ = panics::guarded(|| app.keep_what_was_typed());
    drop(guard);
    ended.map(Ok)
}

/// The model with what is said first, and what of the start belongs into the log.
fn model_at_start(
    words: Words,
    look: &Look,
    executor: &mut Executor,
    (demo, is_by_code, was_found_wide): (bool, bool, bool),
) -> Model {
    if !demo {
        executor.ledger.log_opening(INTERFACE);
    }
    if is_by_code {
        executor.ledger.log_if_possible(AuditedKind::PassphraseChanged, "recovery code", None);
    }
    let mut model = begin::model(words, *look, executor, demo);
    begin::check_clock(&mut model, executor);
    if is_by_code {
        model.shell.say(model.shell.words.t("passphrase-changed-by-code"));
    }
    begin::say_what_is_known(&mut model, executor);
    if demo {
        model.shell.show_what_to_try();
    }
    if was_found_wide && model.shell.notice.is_none() {
        model.shell.say(model.shell.words.t("widths-ascii"));
    }
    model
}

/// Takes plain characters where this terminal draws the others too wide, unless that was chosen. Tells whether it does,
/// and gives what was typed meanwhile.
fn choose_characters(session: &mut Session) -> (bool, String) {
    if session.ascii || session.config.glyphs.is_some() {
        return (false, String::new());
    }
    let (are_wide, typed) = terminal::are_wide();
    session.ascii = are_wide == Some(true);
    (session.ascii, typed)
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
        let begun = Instant::now();
        let flow = app.take(msgs)?;
        let micros = i64::try_from(begun.elapsed().as_micros()).unwrap_or(i64::MAX);
        log::debug("frame", &[("micros", Fact::Number(micros))]);
        match flow {
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
    let mut msgs = app.look_around();
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
