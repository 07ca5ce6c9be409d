//! Foreign files are read in a process of its own, where memory and time are bounded, which Esc can end
//! and which dies alone: a file made to break its reader breaks nothing else.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::refusal::FileRefused;
use super::sheet::{Merge, Sheet, SheetRow};
use super::sheets::read_sheets;

/// The first argument of the reading process; no command that a person types.
pub const READER: &str = "read-sheets-apart";

/// How long a file may take, as the clock on the wall has it.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often it is asked whether to go on.
const ASKED_EVERY: Duration = Duration::from_millis(50);
#[cfg(unix)]
const MAX_MEMORY: u64 = 1 << 30;
#[cfg(unix)]
const MAX_SECONDS: u64 = 60;
/// More than the sheets of the largest roster come to.
const MAX_ANSWER: u64 = 512 << 20;

/// What the reading process answers, a line each.
#[derive(Debug, Serialize, Deserialize)]
enum Line {
    /// A sheet begins.
    Sheet(String),
    /// One that is not shown.
    Hidden(String),
    Row(SheetRow),
    Merge(Merge),
    /// All of it was read.
    End,
    Refused(String),
}

/// Reads the sheets of a file in another process; `go_on` is asked now and then.
pub(super) fn read_sheets_apart(path: &Path, go_on: &mut dyn FnMut() -> bool) -> Result<Vec<Sheet>, FileRefused> {
    let mut child = start(path)?;
    let Some(answer) = child.stdout.take() else { return Err(FileRefused::ReaderMissing) };
    let (sender, answered) = channel();
    let listener = std::thread::spawn(move || {
        // Whoever waits no more needs no answer.
        let _ = sender.send(collect(answer));
    });
    let deadline = Instant::now() + PATIENCE;
    let read = loop {
        match answered.recv_timeout(ASKED_EVERY) {
            Ok(read) => break read,
            Err(RecvTimeoutError::Disconnected) => break Err(FileRefused::Damaged),
            Err(RecvTimeoutError::Timeout) if !go_on() => break Err(FileRefused::Stopped),
            Err(RecvTimeoutError::Timeout) if Instant::now() > deadline => break Err(FileRefused::TooLarge),
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    // It may have ended by itself; either way nothing of it is left.
    let _ = child.kill();
    let _ = child.wait();
    let _ = listener.join();
    read
}

fn start(path: &Path) -> Result<Child, FileRefused> {
    let program = env::current_exe().map_err(|_| FileRefused::ReaderMissing)?;
    Command::new(program)
        .arg(READER)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| FileRefused::ReaderMissing)
}

/// The sheets that the other process tells of. One that ends before the end met something that it could
/// not survive.
fn collect(answer: impl Read) -> Result<Vec<Sheet>, FileRefused> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut lines = BufReader::new(answer.take(MAX_ANSWER));
    let mut line = Vec::new();
    loop {
        line.clear();
        lines.read_until(b'\n', &mut line).map_err(|_| FileRefused::Damaged)?;
        match serde_json::from_slice(&line).map_err(|_| FileRefused::Damaged)? {
            Line::Sheet(name) => sheets.push(Sheet::named(name)),
            Line::Hidden(name) => sheets.push(Sheet::hidden(name)),
            Line::Row(row) => sheets.last_mut().ok_or(FileRefused::Damaged)?.push_row(row),
            Line::Merge(range) => sheets.last_mut().ok_or(FileRefused::Damaged)?.merge(range)?,
            Line::End => return Ok(sheets),
            Line::Refused(code) => return Err(FileRefused::from_code(&code)),
        }
    }
}

/// The reading process, if that is what the arguments ask for.
pub fn serve(arguments: &[OsString]) -> Option<ExitCode> {
    let [_, command, path] = arguments else { return None };
    if command != OsStr::new(READER) {
        return None;
    }
    bound();
    let told = tell(Path::new(path), &mut BufWriter::new(std::io::stdout().lock()));
    Some(if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell(path: &Path, out: &mut impl Write) -> std::io::Result<()> {
    let mut line = |line: &Line| -> std::io::Result<()> {
        serde_json::to_writer(&mut *out, line)?;
        out.write_all(b"\n")
    };
    match read_sheets(path) {
        Err(refused) => line(&Line::Refused(refused.code()))?,
        Ok(sheets) => {
            for sheet in sheets {
                let name = sheet.name().to_owned();
                line(&if sheet.is_hidden() { Line::Hidden(name) } else { Line::Sheet(name) })?;
                let (rows, merges) = sheet.into_parts();
                rows.into_iter()
                    .map(Line::Row)
                    .chain(merges.into_iter().map(Line::Merge))
                    .try_for_each(|it| line(&it))?;
            }
            line(&Line::End)?;
        }
    }
    out.flush()
}

/// No more memory and time than any roster needs, and no file is written.
#[cfg(unix)]
fn bound() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
    for (resource, most) in [(Resource::As, MAX_MEMORY), (Resource::Cpu, MAX_SECONDS), (Resource::Fsize, 0)] {
        // A system that knows no such limit has the one of time, which the asking process keeps.
        let _ = setrlimit(resource, limit(most));
    }
}

#[cfg(not(unix))]
fn bound() {}
