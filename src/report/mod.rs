//! Sentences about what the ledger and the files tell: the one place where errors, changes and row
//! problems become words, for commands and screens alike.

pub mod answers;
pub mod audit;
pub mod clues;
pub mod codes;
pub mod evidence;
pub mod figures;
pub mod groups;
pub mod hand_out;
pub mod history;
pub mod household_text;
pub mod imports;
pub mod income_page;
pub mod income_tables;
pub mod notice;
pub mod overview;
pub mod papers;
pub mod passphrase;
pub mod period;
pub mod policy;
pub mod problem_table;
pub mod procedures;
pub mod roster_table;
pub mod rounds;
mod sheet_questions;
pub mod visit_page;
pub mod visit_sheet;
pub mod visit_table;
pub mod why_due;

use std::path::Path;

use crate::clock::local_minute;
use crate::domain::clock_doubt::ClockDoubt;
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::exchange::refusal::FileRefused;
use crate::exchange::roster::{Column, RosterFault, RosterFaultKind, SheetSeen, SkippedRow};
use crate::exchange::written::FileNotWritten;
use crate::i18n::Words;
use crate::ledger::{FieldChange, ImportError, StoreError};

/// The sentence for an error of the database.
pub fn store_error_words(words: &Words, error: &StoreError) -> String {
    let path = error.path().map(|path| path.display().to_string()).unwrap_or_default();
    let key = format!("StoreError-{}", error.code());
    match error {
        StoreError::Wait(seconds) => words.with(&key, &[("seconds", &seconds.to_string())]),
        StoreError::Lacking(lacking) => {
            let since = lacking.since.map_or_else(|| words.t("none"), local_minute);
            let (records, place) = (lacking.records.to_string(), lacking.place.clone());
            words.with(&key, &[("records", &records), ("since", &since), ("path", &place)])
        }
        _ => words.with(&key, &[("path", &path)]),
    }
}

/// What makes the clock doubtful, and what to do.
pub fn clock_doubt_words(words: &Words, doubt: ClockDoubt) -> String {
    let (key, at) = match doubt {
        ClockDoubt::Behind(newest) => ("clock-behind", newest),
        ClockDoubt::FarAhead(last_start) => ("clock-far-ahead", last_start),
    };
    words.with(key, &[("at", &local_minute(at))])
}

/// The sentence for a file that was refused whole.
pub fn file_refused_words(words: &Words, why: &FileRefused, file: &str) -> String {
    let key = format!("FileRefused-{}", why.code());
    match why {
        FileRefused::ColumnMissing { missing, seen } => {
            let names: Vec<String> = missing.iter().map(|column| missing_column_words(words, column)).collect();
            let comma = words.t("list-comma");
            words.with(
                &key,
                &[("file", file), ("columns", &names.join(&comma)), ("seen", &seen.headings().join(&comma))],
            )
        }
        FileRefused::CodeAsNumber { row, column } => {
            words.with(&key, &[("file", file), ("row", &row.to_string()), ("column", column)])
        }
        _ => words.with(&key, &[("file", file)]),
    }
}

/// A column that a roster cannot be without; the household type serves as well as the category.
fn missing_column_words(words: &Words, column: &str) -> String {
    if column == Column::Category.code() { words.t("columns-class") } else { words.t(&format!("Column-{column}")) }
}

/// The sentence for a file that could not be written.
pub fn not_written_words(words: &Words, error: &FileNotWritten) -> String {
    let file = error.file.display().to_string();
    words.with(&format!("WriteFault-{}", error.fault.code()), &[("file", &file)])
}

/// The sentence for an import that was refused.
pub fn import_error_words(words: &Words, error: &ImportError, file: &Path) -> String {
    match error {
        ImportError::Refused(why) => file_refused_words(words, why, &file.display().to_string()),
        ImportError::Store(error) => store_error_words(words, error),
        ImportError::RowsWithErrors => words.t("ImportError-rows_with_errors"),
        ImportError::TooMuchChanges => words.t("ImportError-too_much_changes"),
        ImportError::NoSuchHeading(heading) => words.with("ImportError-no_such_heading", &[("heading", heading)]),
        ImportError::Cancelled => words.t("ImportError-cancelled"),
    }
}

/// What is wrong with a row, and what to do, without saying where.
pub fn roster_remedy_words(words: &Words, problem: &RosterFault) -> String {
    words.t(&format!("RosterFaultKind-{}", problem.kind.code()))
}

/// What is wrong with a row: where, what stands there, what to do.
pub fn roster_problem_words(words: &Words, problem: &RosterFault) -> String {
    words.with(
        "import-problem",
        &[
            ("sheet", &sheet_words(words, &problem.sheet)),
            ("row", &problem.row.to_string()),
            ("column", &problem.column),
            ("value", &problem_value_words(words, problem)),
            ("severity", &words.t(&format!("Severity-{}", problem.kind.severity().code()))),
            ("message", &roster_remedy_words(words, problem)),
        ],
    )
}

/// What stands in the cell; what the program made of it, in words.
fn problem_value_words(words: &Words, problem: &RosterFault) -> String {
    use RosterFaultKind as K;
    if !matches!(problem.kind, K::CategoryInferred | K::PerhapsMonitored | K::RowsDiffer) {
        return problem.value.clone();
    }
    let word = |code: &str| match (HouseholdLabel::from_code(code), RiskType::from_code(code)) {
        (Some(label), _) => words.of(label),
        (None, Some(risk)) => words.of(risk),
        (None, None) if matches!(code, "yes" | "no") => words.t(code),
        (None, None) => code.to_owned(),
    };
    problem.value.split(',').map(word).collect::<Vec<_>>().join(&words.t("list-comma"))
}

/// A row that is no household: where, why, and how it begins.
pub fn skipped_row_words(words: &Words, skipped: &SkippedRow) -> String {
    words.with(
        "import-skipped-row",
        &[
            ("sheet", &sheet_words(words, &skipped.sheet)),
            ("row", &skipped.row.to_string()),
            ("reason", &words.of(skipped.reason)),
            ("text", &skipped.text),
        ],
    )
}

/// A sheet of which nothing was read; none for one that was, or that is empty.
pub fn sheet_not_read_words(words: &Words, sheet: &SheetSeen) -> Option<String> {
    if sheet.is_hidden {
        return Some(words.with("import-sheet-hidden", &[("sheet", &sheet.name)]));
    }
    let is_told = !sheet.is_read && sheet.rows > 0;
    is_told.then(|| words.with("import-sheet-not-read", &[("sheet", &sheet.name), ("rows", &sheet.rows.to_string())]))
}

fn sheet_words(words: &Words, sheet: &str) -> String {
    if sheet.is_empty() { String::new() } else { words.with("import-sheet", &[("sheet", sheet)]) }
}

/// One changed value: what, before, after.
pub fn change_words(words: &Words, field: &FieldChange) -> String {
    let none = || words.t("none");
    let [what, old, new] = match field {
        FieldChange::Household(change) => {
            let value = |text: &str| words.household_fact(change.fact, text);
            [words.of(change.fact), change.old.as_deref().map_or_else(none, value), value(&change.new)]
        }
        FieldChange::Member(name, change) => {
            let value = |text: &str| words.member_fact(change.fact, text);
            let what = format!("{name} {}", words.of(change.fact));
            [what, change.old.as_deref().map_or_else(none, value), value(&change.new)]
        }
        FieldChange::MemberAdded(name) => [words.t("import-member"), none(), name.clone()],
        FieldChange::LastVisit { old, new } => {
            [words.t("import-last-visit"), old.map_or_else(none, |day| day.to_string()), new.to_string()]
        }
        FieldChange::Class { old, new } => [words.t("household-class"), words.of(*old), words.of(*new)],
    };
    words.with("field-change", &[("what", &what), ("old", &old), ("new", &new)])
}
