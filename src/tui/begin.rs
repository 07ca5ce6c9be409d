//! What stands before the first key: the world opened, the model before anything happened, and what is said first.

use std::env;

use crate::files::Throwaway;
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::report::passphrase::{ground_words, newer_elsewhere_words};
use crate::report::{clock_doubt_words, store_error_words};
use crate::session::Session;
use crate::vault::FileKey;

use super::executor::{Executor, Jobs};
use super::model::Model;
use super::overlays::page::Page;
use super::screens::home::Home;
use super::shell::Shell;
use super::theme::{Glyphs, Look, Theme, ThemeName};

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
pub fn say_what_is_known(model: &mut Model, executor: &Executor) {
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

/// The world behind the interface: the session's database, or made-up households.
pub fn open_executor(session: &Session, demo: bool, key: Option<&FileKey>, jobs: Jobs) -> Result<Executor, StoreError> {
    let (config, config_file) = (session.config.clone(), session.folders.config_file());
    let documents = session.folders.documents.clone();
    if !demo {
        let ledger = session.open(IfMissing::Create, key)?;
        return Ok(Executor::new(ledger, config, config_file, documents, jobs));
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

pub fn look_of(session: &Session) -> Look {
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
pub fn model(words: Words, look: Look, executor: &Executor, is_demo: bool) -> Model {
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
