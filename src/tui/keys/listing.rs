//! Every key of the program as a table: what `huifang keys` prints and `docs/keys.md` holds.

use std::fmt::Write;

use crate::i18n::Words;

use super::{BINDINGS, Context};

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
    out
}
