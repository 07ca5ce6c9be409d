//! Saying how it went: the exit code, results on stdout, sentences on stderr. A closed pipe is quiet.

use std::io::{self, Write};

/// The exit code of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Done, with problems that are listed.
    WithProblems = 1,
    /// Refused; nothing was changed.
    Refused = 2,
}

/// Prints a result. A reader who went away is no error.
pub(super) fn print(result: &str) {
    // Nothing can be said to a closed pipe.
    let _ = io::stdout().lock().write_all(result.as_bytes()).and_then(|()| io::stdout().flush());
}

/// Prints a result as JSON.
pub(super) fn print_json(result: &impl serde::Serialize) {
    if let Ok(text) = serde_json::to_string_pretty(result) {
        print(&(text + "\n"));
    }
}

/// Says one sentence to the person.
pub fn tell(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "{sentence}");
}

/// Says why nothing was done.
pub(super) fn refuse(sentence: &str) -> Exit {
    tell(sentence);
    Exit::Refused
}
