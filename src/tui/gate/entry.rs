//! The gate at the start of the program, before any database is open.

use std::io;
use std::sync::mpsc::{Receiver, Sender};

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use super::{Before, Gate, GateWish, Step, work};
use crate::domain::policy::{DEFAULT, Policy};
use crate::i18n::Words;
use crate::ledger::StoreError;
use crate::session::Session;
use crate::tui::command::Command;
use crate::tui::happened::{Ended, Happened, beside};
use crate::tui::keys::{self, Chord, Context};
use crate::tui::news::{Msg, News};
use crate::tui::scene::{Scene, Seen, Surroundings};
use crate::tui::terminal::{self, Input};
use crate::tui::theme::Look;
use crate::tui::widgets::footer;
use crate::vault::{FileKey, Lock, Proof};

/// How somebody came to the gate.
pub(in crate::tui) enum Entered {
    /// With the key of the database; none where it has no passphrase.
    In(Option<FileKey>),
    /// By the recovery code, under a new passphrase.
    ByCode(Option<FileKey>),
    Away(Ended),
}

/// Something is asked for before the session's database is opened.
pub fn is_asked(session: &Session) -> bool {
    match session.lock() {
        Ok(Lock::Plain) | Err(_) => false,
        Ok(Lock::Open) => session.is_missing(),
        Ok(Lock::Sealed(_)) => true,
    }
}

/// The key that the given passphrase opens; none where none was given, or nothing is sealed by one.
pub fn given_key(session: &Session) -> Result<Option<FileKey>, StoreError> {
    match (&session.passphrase, session.lock()?) {
        (Some(given), Lock::Sealed(file)) => session.unlock(&file, &Proof::Passphrase(given.clone())).map(Some),
        _ => Ok(None),
    }
}

/// Asks for the passphrase of the session's database, or for one for a new database, until it is known.
pub(in crate::tui) fn enter<B: Backend<Error = io::Error>>(
    terminal: &mut Terminal<B>,
    session: &Session,
    look: &Look,
    (sender, happened): (&Sender<Happened>, &Receiver<Happened>),
) -> io::Result<Result<Entered, StoreError>> {
    if let Err(error) = session.refuse_what_is_gone() {
        return Ok(Err(error));
    }
    let gate = match (session.lock(), session.is_missing()) {
        (Err(error), _) => return Ok(Err(error)),
        (Ok(Lock::Plain), _) | (Ok(Lock::Open), false) => return Ok(Ok(Entered::In(None))),
        (Ok(Lock::Open), true) => Gate::new(Before::NewDatabase),
        (Ok(Lock::Sealed(_)), _) => Gate::new(Before::Start),
    };
    if let Err(error) = session.make_folder() {
        return Ok(Err(error));
    }
    let today = session.clock.today();
    let mut at = AtGate { gate, session, look, today };
    loop {
        at.draw(terminal)?;
        let Ok(first) = happened.recv() else { return Ok(Ok(Entered::Away(Ended::Gone))) };
        for it in std::iter::once(first).chain(happened.try_iter()) {
            match at.take(terminal, it)? {
                Step::Stay | Step::Stop => {}
                Step::Do(wish) => at.start(sender, wish),
                Step::Pass(key) if at.gate.is_by_code() => return Ok(Ok(Entered::ByCode(key))),
                Step::Pass(key) => return Ok(Ok(Entered::In(key))),
                Step::Leave => return Ok(Ok(Entered::Away(Ended::Quit))),
            }
        }
    }
}

struct AtGate<'s> {
    gate: Gate,
    session: &'s Session,
    look: &'s Look,
    today: NaiveDate,
}

impl AtGate<'_> {
    fn words(&self) -> &Words {
        &self.session.words
    }

    fn take<B: Backend<Error = io::Error>>(&mut self, terminal: &mut Terminal<B>, it: Happened) -> io::Result<Step> {
        Ok(match it {
            Happened::Input(Input::Key(chord)) => self.press(terminal, chord)?,
            Happened::Input(Input::Paste(text)) => {
                self.gate.paste(&text);
                Step::Stay
            }
            Happened::Input(Input::Resized | Input::WentOn) => {
                let size = terminal.size()?;
                terminal.resize(size.into())?;
                Step::Stay
            }
            Happened::Input(Input::Click(_) | Input::Wheel { .. }) => Step::Stay,
            Happened::Input(Input::Gone) | Happened::Crashed => Step::Leave,
            Happened::Told(msg) => {
                let Msg::News(News::OfGate(news)) = *msg else { return Ok(Step::Stay) };
                self.gate.take(&self.session.words, news)
            }
        })
    }

    fn press<B: Backend<Error = io::Error>>(&mut self, terminal: &mut Terminal<B>, chord: Chord) -> io::Result<Step> {
        match keys::command(Context::Gate, chord) {
            Some(Command::Quit) => return Ok(Step::Leave),
            Some(Command::Redraw) => {
                let size = terminal.size()?;
                terminal.resize(size.into())?;
            }
            Some(Command::Suspend) => drop(terminal::suspend()),
            command => return Ok(self.gate.press(&self.session.words, command, chord)),
        }
        Ok(Step::Stay)
    }

    /// Beside the screen, which says so meanwhile.
    fn start(&self, sender: &Sender<Happened>, wish: GateWish) {
        let (door, now, told) = (self.session.door(), self.session.clock.now(), sender.clone());
        beside(sender, move || {
            let news = work(wish, &door, now);
            // Nobody waits for it where the program has ended.
            let _ = told.send(Happened::told(Msg::News(News::OfGate(news))));
        });
    }

    fn draw<B: Backend<Error = io::Error>>(&self, terminal: &mut Terminal<B>) -> io::Result<()> {
        let policy = Policy::shipped(DEFAULT).and_then(Result::ok);
        let Some(policy) = policy else { return Ok(()) };
        let seen = Seen::default();
        terminal.draw(|frame| {
            let (words, look, today) = (self.words(), self.look, self.today);
            let around =
                Surroundings { words, look, policy: &policy, today, me: None, is_demo: false, is_unprotected: false };
            let mut scene = Scene::new(around, frame, &seen);
            let area = scene.frame.area();
            self.gate.draw(&mut scene, area);
            let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
            footer(&mut scene, Context::Gate, &self.gate.out_of_place(), foot);
        })?;
        Ok(())
    }
}
