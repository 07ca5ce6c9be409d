//! How a run ends: its exit code, and a last sentence on stderr.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::domain::clean::printable;

/// The exit code of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Done, with problems that are listed.
    WithProblems = 1,
    /// Refused; nothing was changed.
    Refused = 2,
    /// The program itself failed.
    Failed = 101,
}

/// Says one sentence to the person.
pub fn tell(sentence: &str) {
    // There is nobody else to tell if this fails.
    let _ = writeln!(io::stderr().lock(), "{}", printable(sentence));
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
