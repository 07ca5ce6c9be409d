//! Every key of the program as a table: what `huifang keys` prints and `docs/keys.md` holds.

use std::fmt::Write;

use crate::domain::codes::Coded;
use crate::i18n::Words;

use super::{BINDINGS, Chord, Context, DAY_STEPS, EDITING};

/// Keys that answer, which no command is bound to, and the keys of their words.
const ANSWERS: [(&str, &str); 5] = [
    ("`1` … `9` `a` … `z`", "keys-digit"),
    ("`1` … `9` `0`", "keys-tick"),
    ("`Left` `Right`", "keys-arrows"),
    ("`1` … `9`", "keys-view"),
    ("`Tab` `Shift-Tab`", "keys-tab"),
];

/// The keys of every place, in Markdown.
pub fn listing(words: &Words) -> String {
    let mut out = String::new();
    for context in Context::ALL {
        let _ = writeln!(out, "| {} | |\n|---|---|", words.of(*context));
        for binding in BINDINGS.iter().filter(|binding| binding.context == *context) {
            let keys: Vec<String> = binding.chords.iter().map(|chord| format!("`{chord}`")).collect();
            let _ = writeln!(out, "| {} | {} |", keys.join(" ").replace('|', "\\|"), words.of(binding.command));
        }
        out.push('\n');
    }
    part(&mut out, words, "keys-of-text", EDITING);
    part(&mut out, words, "keys-of-days", DAY_STEPS);
    let _ = writeln!(out, "| {} | |\n|---|---|", words.t("keys-of-answers"));
    for (keys, what) in ANSWERS {
        let _ = writeln!(out, "| {keys} | {} |", words.t(what));
    }
    out
}

/// The part of the table that names no command.
fn part<T: Coded + Copy>(out: &mut String, words: &Words, title: &str, rows: &[(T, &[Chord])]) {
    // A text takes everything.
    let _ = writeln!(out, "| {} | |\n|---|---|", words.t(title));
    for (step, chords) in rows {
        let keys: Vec<String> = chords.iter().map(|chord| format!("`{chord}`")).collect();
        let _ = writeln!(out, "| {} | {} |", keys.join(" "), words.of(*step));
    }
    out.push('\n');
}
