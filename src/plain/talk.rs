//! Lines out and lines in. What goes out passes the gate for text that reaches a terminal.

use std::io::{self, BufRead, Write};

use crate::domain::clean::{fold_width, printable};

/// The longest line that is taken in: a note has room in it.
const MOST_BYTES: u64 = 64 << 10;

/// Says one or more lines.
pub(super) fn say(text: &str) {
    let mut out = io::stdout().lock();
    for line in text.lines() {
        // Whoever listens no more is met when the next line is read.
        let _ = writeln!(out, "{}", printable(line));
    }
    let _ = out.flush();
}

/// A line that was typed, without blanks around it; none at the end of the input.
pub(super) fn read(prompt: &str) -> Option<String> {
    let mut out = io::stdout().lock();
    let _ = write!(out, "{prompt}");
    let _ = out.flush();
    drop(out);
    let mut bytes = Vec::new();
    let read = io::Read::take(io::stdin().lock(), MOST_BYTES).read_until(b'\n', &mut bytes).ok()?;
    if read == 0 {
        say("");
        return None;
    }
    Some(String::from_utf8_lossy(&bytes).trim().to_owned())
}

/// An answer to a question with few answers: full-width letters and digits mean their ASCII twins.
pub(super) fn plain_answer(line: &str) -> String {
    fold_width(line).trim().to_lowercase()
}
