//! Saying how it went: the exit code, results on stdout, sentences on stderr. Everything passes the gate
//! for text that goes to a terminal. A closed pipe is quiet.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

use crate::clock::local_minute;
use crate::domain::clean::{printable, printable_json};
use crate::domain::clock_doubt::ClockDoubt;
use crate::exchange::written::{FileNotWritten, WriteFault};
use crate::exit::{Exit, tell};
use crate::files::{IfThere, is_taken, write_whole};
use crate::i18n::Words;
use crate::ledger::{Ledger, StoreError, belongs_to};
use crate::log::{self, Fact};
use crate::report::passphrase::{ground_words, newer_elsewhere_words};
use crate::report::{not_written_words, store_error_words};
use crate::session::Session;

/// Prints a result. One that does not arrive in full is refused; a reader who went away is told nothing.
#[must_use]
pub fn print(words: &Words, result: &str) -> Exit {
    deliver(words, &printable(result))
}

/// Prints a result as JSON.
///
/// In a file every character beyond ASCII is escaped: whatever a program takes for the usual encoding, it reads it.
#[must_use]
pub(super) fn print_json(words: &Words, result: &impl serde::Serialize) -> Exit {
    match serde_json::to_string_pretty(result) {
        Ok(text) if OUT.get().is_some() => deliver(words, &ascii_json(&(text + "\n"))),
        Ok(text) => deliver(words, &printable_json(&(text + "\n"))),
        Err(_) => Exit::Failed,
    }
}

fn ascii_json(text: &str) -> String {
    let escaped = |c: char| {
        let mut units = [0; 2];
        c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>()
    };
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { escaped(c) }).collect()
}

/// The file that results go to instead of stdout, where one was named.
static OUT: OnceLock<PathBuf> = OnceLock::new();

/// From now on results go to a file. Nothing that is there is replaced, and nothing put in the place of what belongs to
/// the database.
pub(super) fn send_results_to(words: &Words, file: &Path, database: &Path) -> Result<(), String> {
    let said = |fault| not_written_words(words, &FileNotWritten::new(file, fault));
    if belongs_to(database, file) {
        return Err(said(WriteFault::Database));
    }
    if is_taken(file) {
        return Err(said(WriteFault::Taken));
    }
    // A second call would be a mistake, and changes nothing.
    let _ = OUT.set(file.to_owned());
    Ok(())
}

/// Results were to go to a file, and the command had none.
pub fn say_if_nothing_went_out(words: &Words) {
    if OUT.get().is_some_and(|file| !is_taken(file)) {
        tell(&words.t("result-none"));
    }
}

/// Written whole; a text begins with the mark by which old Windows programs know UTF-8.
fn deliver_to_file(words: &Words, file: &Path, result: &str) -> Exit {
    let mark = if result.is_ascii() { "" } else { "\u{feff}" };
    match write_whole(file, format!("{mark}{result}").as_bytes(), IfThere::Keep) {
        Ok(()) => Exit::Done,
        Err(_) => refuse(&words.with("result-not-written", &[("file", &file.display().to_string())])),
    }
}

fn deliver(words: &Words, result: &str) -> Exit {
    if let Some(file) = OUT.get() {
        return deliver_to_file(words, file, result);
    }
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
    log::note("not_opened", &[("why", Fact::Word(error.code()))]);
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
