//! `huifang imports list | show | undo`: what was imported here, and taking an import back.

use std::fmt::Write;
use std::path::Path;

use chrono::{DateTime, Utc};
use clap::ArgMatches;
use serde::Serialize;

use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{Imported, KeptFor, Ledger, StoreError, UndoOutcome, UndoRefused};
use crate::report::imports::{imported_words, kept_words, undo_refused_words, undo_words, undone_words};
use crate::report::store_error_words;
use crate::session::Session;

use super::import::details;
use super::import_json::ImportJson;
use super::report::{print, print_json, refuse};
use super::target::confirmed;

/// Lists, shows or takes back imports.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let done = match arguments.subcommand() {
        Some(("list", arguments)) => list(words, ledger, arguments),
        Some(("show", arguments)) => show(words, ledger, arguments),
        Some(("undo", arguments)) => return undo(words, ledger, arguments),
        _ => return Exit::Refused,
    };
    done.unwrap_or_else(|error| refuse(&store_error_words(words, &error)))
}

fn number(arguments: &ArgMatches) -> i64 {
    arguments.get_one::<i64>("number").copied().unwrap_or_default()
}

#[derive(Serialize)]
struct ImportedJson {
    number: i64,
    file: String,
    fingerprint: String,
    imported_at: DateTime<Utc>,
    author: String,
    new: usize,
    changed: usize,
    unchanged: usize,
    absent: usize,
    conflicts: usize,
    errors: usize,
    warnings: usize,
    skipped: usize,
    undone_at: Option<DateTime<Utc>>,
    undone_by: Option<String>,
    /// How many households it was not taken back for.
    undone_but_for: usize,
}

impl ImportedJson {
    fn of(it: &Imported) -> Self {
        let counts = it.counts;
        Self {
            number: it.number,
            file: it.file_name.clone(),
            fingerprint: it.fingerprint.clone(),
            imported_at: it.imported_at,
            author: it.author.clone(),
            new: counts.new,
            changed: counts.changed,
            unchanged: counts.unchanged,
            absent: counts.absent,
            conflicts: counts.conflicts,
            errors: counts.errors,
            warnings: counts.warnings,
            skipped: counts.skipped,
            undone_at: it.undone.last().map(|undone| undone.at),
            undone_but_for: it.undone.last().map_or(0, |undone| undone.kept.len()),
            undone_by: it.undone.last().map(|undone| undone.by.clone()),
        }
    }
}

fn list(words: &Words, ledger: &Ledger, arguments: &ArgMatches) -> Result<Exit, StoreError> {
    let imports = ledger.imports()?;
    if arguments.get_flag("json") {
        return Ok(print_json(words, &imports.iter().map(ImportedJson::of).collect::<Vec<_>>()));
    }
    if imports.is_empty() {
        tell(&words.t("imports-none"));
    }
    let lines: Vec<String> = imports.iter().map(|it| imported_words(words, it) + "\n").collect();
    Ok(print(words, &lines.concat()))
}

#[derive(Serialize)]
struct ShownJson {
    import: ImportedJson,
    said: ImportJson,
}

fn show(words: &Words, ledger: &Ledger, arguments: &ArgMatches) -> Result<Exit, StoreError> {
    let number = number(arguments);
    let (Some(import), Some(outcome)) = (ledger.find_import(number)?, ledger.import_outcome(number)?) else {
        return Ok(refuse(&undo_refused_words(words, &UndoRefused::NoSuchImport)));
    };
    if arguments.get_flag("json") {
        let said = ImportJson::of(words, &outcome, None, Path::new(&import.file_name));
        return Ok(print_json(words, &ShownJson { import: ImportedJson::of(&import), said }));
    }
    let mut page = imported_words(words, &import) + "\n";
    for undone in &import.undone {
        let _ = writeln!(page, "{}", undone_words(words, undone));
    }
    Ok(print(words, &(page + &details(words, &outcome))))
}

#[derive(Serialize)]
struct UndoJson {
    number: i64,
    withdrawn: usize,
    restored: usize,
    kept: Vec<KeptJson>,
    applied: bool,
}

#[derive(Serialize)]
struct KeptJson {
    code: String,
    name: String,
    village: String,
    because: Vec<KeptFor>,
}

impl UndoJson {
    fn of(outcome: &UndoOutcome) -> Self {
        let kept = outcome.kept.iter().map(|kept| KeptJson {
            code: kept.code.clone(),
            name: kept.name.clone().into(),
            village: kept.village.clone(),
            because: kept.because.iter().copied().collect(),
        });
        Self {
            number: outcome.number,
            withdrawn: outcome.withdrawn,
            restored: outcome.restored,
            kept: kept.collect(),
            applied: outcome.applied,
        }
    }
}

fn undo(words: &Words, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let (number, the_others) = (number(arguments), arguments.get_flag("others"));
    let planned = ledger.plan_undo(number).and_then(|plan| {
        if plan.kept.is_empty() || the_others { Ok(plan) } else { Err(UndoRefused::RecordedSince(Box::new(plan))) }
    });
    let done = match planned {
        Ok(plan) if arguments.get_flag("dry-run") => Ok(plan),
        Ok(plan)
            if !arguments.get_flag("yes")
                && !confirmed(&(undo_words(words, &plan) + &words.t("imports-undo-question"))) =>
        {
            return refuse(&words.t("imports-undo-not-confirmed"));
        }
        Ok(_) => ledger.undo_import(number, the_others, &mut |_, _| true),
        Err(refused) => Err(refused),
    };
    let (outcome, refused) = match done {
        Ok(outcome) => (Some(outcome), None),
        Err(UndoRefused::RecordedSince(plan)) => (Some(*plan.clone()), Some(UndoRefused::RecordedSince(plan))),
        Err(refused) => (None, Some(refused)),
    };
    let printed = outcome.as_ref().map_or(Exit::Done, |outcome| {
        if arguments.get_flag("json") {
            print_json(words, &UndoJson::of(outcome))
        } else {
            print(words, &page(words, outcome))
        }
    });
    match (refused, outcome) {
        (Some(refused), _) => refuse(&undo_refused_words(words, &refused)),
        // It was taken back: only the list did not arrive.
        (None, Some(outcome)) if !outcome.kept.is_empty() || (outcome.applied && printed == Exit::Refused) => {
            Exit::WithProblems
        }
        (None, _) => printed,
    }
}

fn page(words: &Words, outcome: &UndoOutcome) -> String {
    let mut page = undo_words(words, outcome) + "\n";
    for kept in &outcome.kept {
        let _ = writeln!(page, "{}", kept_words(words, kept));
    }
    page
}
