//! The imports that were made here, and taking one back, in words.

use crate::clock::local_minute;
use crate::exchange::roster::{Column, ColumnByHand};
use crate::i18n::Words;
use crate::ledger::{Imported, Kept, KeptFor, UndoOutcome, UndoRefused, Undone, VillageSpelling};

use super::store_error_words;

/// One import on one line: its number, when, who, the file, how much.
pub fn imported_words(words: &Words, import: &Imported) -> String {
    let counts = import.counts;
    let undone = if import.is_undone() { words.t("imports-is-undone") } else { String::new() };
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

/// That an import was taken back: when, by whom, and for how many households it was not.
pub fn undone_words(words: &Words, undone: &Undone) -> String {
    let (at, by) = (local_minute(undone.at), author_words(words, &undone.by));
    let mut text = words.with("imports-undone", &[("at", &at), ("by", &by)]);
    if !undone.kept.is_empty() {
        text += &words.with("imports-undone-but-for", &[("count", &undone.kept.len().to_string())]);
    }
    text
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

/// That later imports are to be taken back first.
pub fn later_words(words: &Words, plan: &UndoOutcome) -> String {
    let latest = plan.kept.iter().flat_map(|kept| kept.later_imports.iter()).max();
    latest.map_or_else(String::new, |number| words.with("imports-later-first", &[("number", &number.to_string())]))
}

/// A household that keeps what the import said, and why.
pub fn kept_words(words: &Words, kept: &Kept) -> String {
    let recorded = kept.because.iter().filter(|because| **because != KeptFor::LaterImport);
    let mut because: Vec<String> = recorded.map(|because| words.of(*because)).collect();
    let later = kept.later_imports.iter();
    because.extend(later.map(|number| words.with("imports-later", &[("number", &number.to_string())])));
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
            let kept = words.with("UndoRefused-recorded_since", &[("kept", &plan.kept.len().to_string())]);
            format!("{kept}{}", later_words(words, plan))
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
