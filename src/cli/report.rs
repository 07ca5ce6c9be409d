//! Saying how it went: the exit code, results on stdout, sentences on stderr. A closed pipe is quiet.

use std::io::{self, Write};

use crate::exchange::refusal::FileRefused;
use crate::exchange::roster::RosterProblem;
use crate::i18n::Words;
use crate::ledger::StoreError;

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

/// The sentence for an error of the database.
pub fn store_error(words: &Words, error: &StoreError) -> String {
    let path = error.path().map(|path| path.display().to_string()).unwrap_or_default();
    words.with(&format!("StoreError-{}", error.code()), &[("path", &path)])
}

/// The sentence for a file that was refused whole.
pub fn file_refused(words: &Words, why: &FileRefused, file: &str) -> String {
    let key = format!("FileRefused-{}", why.code());
    match why {
        FileRefused::ColumnMissing(columns) => {
            let names: Vec<String> = columns.iter().map(|column| words.t(&format!("Column-{column}"))).collect();
            words.with(&key, &[("file", file), ("columns", &names.join(&words.t("list-comma")))])
        }
        FileRefused::CodeAsNumber { row, column } => {
            words.with(&key, &[("file", file), ("row", &row.to_string()), ("column", column)])
        }
        _ => words.with(&key, &[("file", file)]),
    }
}

/// What is wrong with a row, and what to do.
pub fn roster_problem(words: &Words, problem: &RosterProblem) -> String {
    words.t(&format!("RosterProblemKind-{}", problem.kind.code()))
}
