//! A small log in the data folder, for whoever helps when something goes wrong: when the program began and ended, what
//! was refused, where it failed. Names, numbers and texts of persons cannot get into it: it takes words that stand in
//! the source, numbers, and places in the source.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use crate::clock::{Clock, local_second};

/// A file that is longer gives way to a new one; one older is kept.
const MOST_BYTES: u64 = 64 << 10;
const NAME: &str = "huifang.log";
const OLDER: &str = "huifang.log.1";

static LOG: OnceLock<Log> = OnceLock::new();

/// What a line of the log may hold besides its event.
#[derive(Debug, Clone, Copy)]
pub enum Fact<'a> {
    /// A code or a name that stands in the source.
    Word(&'static str),
    Number(i64),
    /// A file of the source and a line of it.
    Place(&'a Location<'a>),
}

#[derive(Debug)]
struct Log {
    folder: PathBuf,
    is_debug: bool,
    /// One writes at a time.
    turn: Mutex<()>,
}

/// From now on there is a log in this folder, as far as the folder is there.
pub fn begin(folder: &Path, is_debug: bool) {
    // A second call would be a mistake, and changes nothing.
    let _ = LOG.set(Log { folder: folder.to_owned(), is_debug, turn: Mutex::new(()) });
}

/// The file of the log.
pub fn place(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Notes that something happened.
pub fn note(event: &'static str, facts: &[(&'static str, Fact<'_>)]) {
    if let Some(log) = LOG.get() {
        log.write(event, facts);
    }
}

/// The same, where `--debug` was given.
pub fn debug(event: &'static str, facts: &[(&'static str, Fact<'_>)]) {
    if let Some(log) = LOG.get().filter(|log| log.is_debug) {
        log.write(event, facts);
    }
}

impl Log {
    fn write(&self, event: &'static str, facts: &[(&'static str, Fact<'_>)]) {
        let mut line = format!("{} {} {event}", local_second(Clock::default().now()), std::process::id());
        for (name, fact) in facts {
            // A text takes everything.
            let _ = match fact {
                Fact::Word(word) => write!(line, " {name}={word}"),
                Fact::Number(number) => write!(line, " {name}={number}"),
                Fact::Place(place) => write!(line, " {name}={}:{}", in_source(place.file()), place.line()),
            };
        }
        line.push('\n');
        let _turn = self.turn.lock();
        let file = place(&self.folder);
        if fs::metadata(&file).is_ok_and(|it| it.len() > MOST_BYTES) {
            // One that cannot be set aside grows on.
            let _ = fs::rename(&file, self.folder.join(OLDER));
        }
        // Nothing depends on the log, and no folder is made for it.
        if let Ok(mut file) = File::options().create(true).append(true).open(file) {
            let _ = file.write_all(line.as_bytes());
        }
    }
}

/// The file within its crate: where the crate lay when the program was built may name a person.
fn in_source(file: &str) -> &str {
    let lies = file.split_once("/registry/src/").and_then(|(_, rest)| rest.split_once('/'));
    lies.map_or(file, |(_, within)| within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_crate_lay_is_told_to_nobody() {
        assert_eq!(in_source("src/main.rs"), "src/main.rs");
        assert_eq!(
            in_source("/home/li/.cargo/registry/src/index-1/csv-1.3.1/src/reader.rs"),
            "csv-1.3.1/src/reader.rs"
        );
    }

    #[test]
    fn it_holds_what_it_was_told_and_gives_way_when_it_is_long() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log { folder: folder.path().to_owned(), is_debug: false, turn: Mutex::new(()) };
        log.write("begin", &[("command", Fact::Word("due")), ("exit", Fact::Number(2))]);
        let text = fs::read_to_string(place(folder.path())).unwrap();
        assert!(text.ends_with(" begin command=due exit=2\n"), "{text}");
        for _ in 0..2000 {
            log.write("panic", &[("at", Fact::Place(Location::caller()))]);
        }
        let sizes = [NAME, OLDER].map(|name| fs::metadata(folder.path().join(name)).unwrap().len());
        assert!(sizes.iter().all(|size| *size < MOST_BYTES + 200), "{sizes:?}");
        assert!(fs::read_to_string(place(folder.path())).unwrap().contains("at=src/log.rs:"));
    }
}
