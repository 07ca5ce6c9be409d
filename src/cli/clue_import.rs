//! `huifang clues import FILE`: a department's list of clues.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use crate::domain::clean::clean_text;
use crate::exchange::Reading;
use crate::exchange::clue_list::read_clue_list;
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{ClueListFrom, ClueListOutcome, Ledger};
use crate::report::{file_refused_words, store_error_words};
use crate::session::Session;

use super::report::print_json;

pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let file = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let department = arguments.get_one::<String>("department").map(|text| clean_text(text)).unwrap_or_default();
    let on = arguments.get_one("on").copied().unwrap_or(ledger.today());
    let is_planned = arguments.get_flag("dry-run");
    let rows = read_clue_list(&file, Reading::Apart)
        .map_err(|refused| file_refused_words(words, &refused, &file.display().to_string()))?;
    let outcome = ledger.import_clues(&rows, &ClueListFrom { department, on }, is_planned);
    let outcome = outcome.map_err(|error| store_error_words(words, &error))?;
    if arguments.get_flag("json") {
        let printed = print_json(words, &as_json(&outcome, !is_planned));
        return Ok(if printed == Exit::Done { exit_of(&outcome) } else { printed });
    }
    let [kept, on_file, joined, known] =
        [outcome.kept, outcome.on_file, outcome.joined, outcome.known].map(|count| count.to_string());
    let args = [("kept", kept.as_str()), ("on_file", &on_file), ("joined", &joined), ("known", &known)];
    tell(&words.with(if is_planned { "clue-list-plan" } else { "clue-list-done" }, &args));
    for refused in &outcome.refused {
        tell(&refused_words(words, refused));
    }
    Ok(exit_of(&outcome))
}

/// The sheet, the row, what is wrong, and what to do.
fn refused_words(words: &Words, refused: &crate::ledger::ClueRowRefused) -> String {
    let faults: Vec<String> = refused.faults.iter().map(|fault| words.of(*fault)).collect();
    let (row, faults) = (refused.number.to_string(), faults.join(&words.t("list-semicolon")));
    words.with("clue-list-refused", &[("sheet", &refused.sheet), ("row", &row), ("faults", &faults)])
}

const fn exit_of(outcome: &ClueListOutcome) -> Exit {
    if outcome.refused.is_empty() { Exit::Done } else { Exit::WithProblems }
}

fn as_json(outcome: &ClueListOutcome, is_applied: bool) -> serde_json::Value {
    let refused = outcome.refused.iter().map(|it| {
        let faults: Vec<&str> = it.faults.iter().map(|fault| fault.code()).collect();
        json!({ "sheet": it.sheet, "row": it.number, "faults": faults })
    });
    json!({
        "applied": is_applied,
        "kept": outcome.kept,
        "on_file": outcome.on_file,
        "joined": outcome.joined,
        "known": outcome.known,
        "refused": refused.collect::<Vec<_>>(),
    })
}
