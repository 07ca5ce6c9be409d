//! The imports that were made here, and taking one back, in words.

use crate::clock::local_minute;
use crate::exchange::roster::{Column, ColumnByHand};
use crate::i18n::Words;
use crate::ledger::{Imported, Kept, UndoOutcome, UndoRefused, VillageSpelling};

use super::store_error_words;

/// One import on one line: its number, when, who, the file, how much.
pub fn imported_words(words: &Words, import: &Imported) -> String {
    let counts = import.counts;
    let undone = if import.undone.is_some() { words.t("imports-is-undone") } else { String::new() };
    let text = words.with(
        "imports-line",
        &[
            ("number", &import.number.to_string()),
            ("at", &local_minute(import.imported_at)),
            ("author", &author_words(words, &import.author)),
            ("file", &import.file_name),
            ("new", &counts.new.to_string()),
            ("changed", &counts.changed.to_string()),
            ("unchanged", &counts.unchanged.to_string()),
        ],
    );
    undone + &text
}

/// Who did it; nobody had said.
pub fn author_words(words: &Words, author: &str) -> String {
    if author.is_empty() { words.t("imports-nobody") } else { author.to_owned() }
}

/// What taking an import back does, or did.
pub fn undo_words(words: &Words, outcome: &UndoOutcome) -> String {
    let key = if outcome.applied { "imports-undo-done" } else { "imports-undo-plan" };
    let parts = [
        ("imports-undo-withdrawn", outcome.withdrawn),
        ("imports-undo-restored", outcome.restored),
        ("imports-undo-kept", outcome.kept.len()),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(key, count)| words.with(key, &[("count", &count.to_string())])).collect();
    let what = if parts.is_empty() { words.t("imports-undo-nothing") } else { parts.join(&words.t("list-semicolon")) };
    words.with(key, &[("number", &outcome.number.to_string()), ("what", &what)])
}

/// A household that keeps what the import said, and why.
pub fn kept_words(words: &Words, kept: &Kept) -> String {
    let because: Vec<String> = kept.because.iter().map(|because| words.of(*because)).collect();
    words.with(
        "imports-kept",
        &[
            ("code", &kept.code),
            ("name", &kept.name),
            ("village", &kept.village),
            ("because", &because.join(&words.t("list-comma"))),
        ],
    )
}

/// Why an import was not taken back.
pub fn undo_refused_words(words: &Words, refused: &UndoRefused) -> String {
    match refused {
        UndoRefused::Store(error) => store_error_words(words, error),
        UndoRefused::RecordedSince(plan) => {
            words.with("UndoRefused-recorded_since", &[("kept", &plan.kept.len().to_string())])
        }
        UndoRefused::NoSuchImport | UndoRefused::AlreadyUndone | UndoRefused::Cancelled => {
            words.t(&format!("UndoRefused-{refused}"))
        }
    }
}

/// What a column is read as.
pub fn field_words(words: &Words, field: Option<Column>) -> String {
    field.map_or_else(|| words.t("columns-nothing"), |field| words.of(field))
}

/// A column that a person assigned.
pub fn column_by_hand_words(words: &Words, column: &ColumnByHand) -> String {
    words.with("columns-by-hand", &[("heading", &column.heading), ("field", &field_words(words, column.field))])
}

/// A spelling of a village that was taken for another.
pub fn village_joined_words(words: &Words, spelling: &VillageSpelling) -> String {
    spelling_words(words, "villages-joined", spelling)
}

/// A spelling of a village that may be another's.
pub fn village_offered_words(words: &Words, spelling: &VillageSpelling) -> String {
    spelling_words(words, "villages-offered", spelling)
}

fn spelling_words(words: &Words, key: &str, spelling: &VillageSpelling) -> String {
    let count = spelling.households.to_string();
    words.with(key, &[("spelt", &spelling.spelt), ("kept", &spelling.kept), ("count", &count)])
}
