//! How wide this terminal draws the characters of lines and marks: two columns in some consoles and settings, where
//! every column behind them would stand wrong.

use std::io;

/// What stands in frames, bars and marks; one column each.
const PROBE: &str = "─│·✓█";
const COLUMNS: u16 = 5;

/// The characters take more columns than they should; none where the terminal does not say. Keys that were typed
/// meanwhile are given back.
pub fn are_wide() -> (Option<bool>, String) {
    match columns_of_probe() {
        Ok((columns, typed)) => (columns.map(|columns| columns > COLUMNS), typed),
        Err(_) => (None, String::new()),
    }
}

/// Draws the probe at the left edge, asks where the cursor is, and wipes the line.
#[cfg(unix)]
fn columns_of_probe() -> io::Result<(Option<u16>, String)> {
    use std::io::Write;
    use std::time::{Duration, Instant};

    use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    /// A terminal answers within a few milliseconds; over a slow line the default is as good.
    const PATIENCE: Duration = Duration::from_millis(120);
    const MORE_PATIENCE: Duration = Duration::from_millis(900);

    let stdin = io::stdin();
    let waits = |patience: Duration| {
        let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
        let patience = Timespec { tv_sec: 0, tv_nsec: patience.subsec_nanos().into() };
        matches!(poll(&mut watched, Some(&patience)), Ok(1..))
    };
    // Where somebody types already, an answer could not be told from what they type.
    if waits(Duration::ZERO) {
        return Ok((None, String::new()));
    }
    enable_raw_mode()?;
    let ask = || -> io::Result<Vec<u8>> {
        let mut out = io::stdout().lock();
        out.write_all(format!("\r{PROBE}\x1b[6n\r\x1b[K").as_bytes())?;
        out.flush()?;
        drop(out);
        let (begun, mut heard) = (Instant::now(), Vec::new());
        // An answer that has begun is waited for longer: its rest would be taken for keys.
        let patience = |heard: &[u8]| if heard.contains(&0x1b) { MORE_PATIENCE } else { PATIENCE };
        while !heard.contains(&b'R') && waits(patience(&heard).saturating_sub(begun.elapsed())) {
            let mut bytes = [0; 64];
            let count = rustix::io::read(&stdin, &mut bytes)?;
            heard.extend_from_slice(&bytes[..count]);
            if count == 0 {
                break;
            }
        }
        Ok(heard)
    };
    let heard = ask();
    disable_raw_mode()?;
    Ok(told_apart(&heard?))
}

/// The console knows where its cursor is.
#[cfg(not(unix))]
fn columns_of_probe() -> io::Result<(Option<u16>, String)> {
    use std::io::Write;

    use ratatui::crossterm::cursor::position;

    let mut out = io::stdout().lock();
    write!(out, "\r{PROBE}")?;
    out.flush()?;
    let (columns, _) = position()?;
    write!(out, "\r{}\r", " ".repeat(usize::from(columns)))?;
    out.flush()?;
    Ok((Some(columns), String::new()))
}

/// The column that the terminal answered, from 0, and what was typed around the answer.
#[cfg(unix)]
fn told_apart(heard: &[u8]) -> (Option<u16>, String) {
    let heard = String::from_utf8_lossy(heard).into_owned();
    let answer = heard.split_once("\x1b[").and_then(|(before, rest)| {
        let (place, after) = rest.split_once('R')?;
        let (_, column) = place.split_once(';')?;
        Some((column.parse::<u16>().ok()?.checked_sub(1)?, format!("{before}{after}")))
    });
    match answer {
        Some((column, typed)) => (Some(column), typed),
        // The beginning of an answer was typed by nobody.
        None => (None, heard.split('\x1b').next().unwrap_or_default().to_owned()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_told_from_what_was_typed() {
        assert_eq!(told_apart(b"\x1b[12;6R"), (Some(5), String::new()));
        assert_eq!(told_apart(b"ab\x1b[1;11Rc"), (Some(10), "abc".into()));
        assert_eq!(told_apart("王".as_bytes()), (None, "王".into()));
        assert_eq!(told_apart(b""), (None, String::new()));
        assert_eq!(told_apart(b"j\x1b[1;1"), (None, "j".into()), "an answer that never ended");
    }
}
