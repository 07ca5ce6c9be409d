//! Lines out and lines in. What goes out passes the gate for text that reaches a terminal.

use std::io::{self, BufRead, Write};

use crate::domain::clean::{fold_width, printable};

/// The longest line that is taken in: a note has room in it.
const MOST_BYTES: usize = 64 << 10;

/// Says one or more lines.
pub(super) fn say(text: &str) {
    let mut out = io::stdout().lock();
    for line in text.lines() {
        // Whoever listens no more is met when the next line is read.
        let _ = writeln!(out, "{}", printable(line));
    }
    let _ = out.flush();
}

/// What came of listening for a line.
pub(super) enum Heard {
    /// Without blanks around it.
    Line(String),
    /// No text, in the encoding of this program.
    NotText,
    TooLong,
}

/// A line that was typed; none at the end of the input. A line that is too long is read to its end and let go whole.
pub(super) fn listen(prompt: &str) -> Option<Heard> {
    let mut out = io::stdout().lock();
    // Whoever listens no more is met when the next line is read.
    let _ = write!(out, "{prompt}");
    let _ = out.flush();
    drop(out);
    let (mut line, mut is_too_long, mut input) = (Vec::new(), false, io::stdin().lock());
    loop {
        let mut part = Vec::new();
        let read = io::Read::take(&mut input, MOST_BYTES as u64).read_until(b'\n', &mut part).ok()?;
        if read == 0 && line.is_empty() && !is_too_long {
            say("");
            return None;
        }
        is_too_long |= line.len() + part.len() > MOST_BYTES;
        let is_end = read == 0 || part.ends_with(b"\n");
        if !is_too_long {
            line.extend(part);
        }
        if is_end {
            break;
        }
    }
    Some(match String::from_utf8(line) {
        _ if is_too_long => Heard::TooLong,
        Ok(line) => Heard::Line(line.trim().to_owned()),
        Err(_) => Heard::NotText,
    })
}

/// An answer to a question with few answers: full-width letters and digits mean their ASCII twins.
pub(super) fn plain_answer(line: &str) -> String {
    fold_width(line).trim().to_lowercase()
}
