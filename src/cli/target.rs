//! The file that a command writes: never the database, and nothing that is there unless the person says
//! so.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use clap::ArgMatches;

use crate::domain::clean::printable;
use crate::exchange::written::{FileNotWritten, WriteFault};
use crate::exit::Exit;
use crate::files::{IfThere, is_taken};
use crate::ledger::Ledger;
use crate::report::not_written_words;
use crate::session::Session;

use super::report::refuse;

/// Whether the file that was named may replace one that is there; refused where it cannot be written.
pub(super) fn target(session: &Session, ledger: &Ledger, file: &Path, arguments: &ArgMatches) -> Result<IfThere, Exit> {
    let refused = |fault| refuse(&not_written_words(&session.words, &FileNotWritten::new(file, fault)));
    if ledger.owns(file) {
        return Err(refused(WriteFault::Database));
    }
    if std::fs::symlink_metadata(file).is_ok_and(|there| !there.is_file()) {
        return Err(refused(WriteFault::NotAFile));
    }
    if arguments.get_flag("force") {
        return Ok(IfThere::Replace);
    }
    match is_taken(file) {
        false => Ok(IfThere::Keep),
        true if may_replace(session, file) => Ok(IfThere::Replace),
        true => Err(refused(WriteFault::Taken)),
    }
}

/// Asks, where somebody is there to answer.
fn may_replace(session: &Session, file: &Path) -> bool {
    confirmed(&session.words.with("file-exists-question", &[("file", &file.display().to_string())]))
}

/// Asks on the terminal; false where nobody is there to answer.
pub(super) fn confirmed(question: &str) -> bool {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return false;
    }
    // Nobody sees a question that cannot be written, and nobody answers it.
    let _ = write!(io::stderr(), "{}", printable(question));
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "是" | "ｙ")
}
