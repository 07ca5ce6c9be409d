//! Saying how it went: the exit code, results on stdout, sentences on stderr. Everything passes the gate
//! for text that goes to a terminal. A closed pipe is quiet.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use crate::clock::local_minute;
use crate::domain::clean::{printable, printable_json};
use crate::domain::clock_doubt::ClockDoubt;
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{Ledger, StoreError};
use crate::report::passphrase::{ground_words, newer_elsewhere_words};
use crate::report::store_error_words;
use crate::session::Session;

/// Prints a result. One that does not arrive in full is refused; a reader who went away is told nothing.
#[must_use]
pub fn print(words: &Words, result: &str) -> Exit {
    deliver(words, &printable(result))
}

/// Prints a result as JSON.
#[must_use]
pub(super) fn print_json(words: &Words, result: &impl serde::Serialize) -> Exit {
    match serde_json::to_string_pretty(result) {
        Ok(text) => deliver(words, &printable_json(&(text + "\n"))),
        Err(_) => Exit::Failed,
    }
}

fn deliver(words: &Words, result: &str) -> Exit {
    let mut out = io::stdout().lock();
    match out.write_all(result.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Refused,
        Err(_) => refuse(&words.t("result-not-printed")),
    }
}

/// Says on stderr that the clock stands before something that was recorded already.
pub fn say_if_clock_is_behind(words: &Words, ledger: &Ledger) {
    // What cannot be read here is met again at once.
    if let Ok(Some(ClockDoubt::Behind(newest))) = ledger.clock_doubt() {
        tell(&words.with("clock-behind-told", &[("at", &local_minute(newest))]));
    }
}

/// Says on stderr what this computer knows of the database and that is not in it.
pub(super) fn say_what_is_known(words: &Words, ledger: &Ledger) {
    if let Some(lacking) = ledger.lacking() {
        tell(&store_error_words(words, &StoreError::Lacking(Box::new(lacking.clone()))));
    } else if let Some(newer) = ledger.newer_elsewhere() {
        tell(&newer_elsewhere_words(words, newer));
    }
    if let Some(sentence) = ground_words(words, ledger.ground()) {
        tell(&sentence);
    }
}

/// Says why the database was not opened, and where there is a good backup.
pub fn refuse_to_open(session: &Session, error: &StoreError) -> Exit {
    tell(&store_error_words(&session.words, error));
    if let Some(way_out) = session.way_out(error) {
        tell(&way_out);
    }
    Exit::Refused
}

/// Says why nothing was done.
pub(super) fn refuse(sentence: &str) -> Exit {
    tell(sentence);
    Exit::Refused
}

/// A bar on a terminal, and nothing elsewhere.
pub(super) fn progress_bar(working: &str) -> ProgressBar {
    let bar = if io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    let style =
        ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    bar.set_message(working.to_owned());
    bar
}

/// Shows on a bar how far the work is, which nothing stops.
pub(super) fn shown_on(bar: &ProgressBar) -> impl FnMut(usize, usize) -> bool + '_ {
    |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        true
    }
}
