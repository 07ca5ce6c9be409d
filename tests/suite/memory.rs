//! The key of a database in the memory of a running program: nowhere as the text by which the cipher takes it.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;

use huifang::vault::{KeyFile, Secret};

use crate::pty::Pty;
use crate::vault::{PASSPHRASE, sealed};
use crate::world::skipped;

const PAGE: usize = 4096;

/// The parts of a process' memory that it may read, each from where to where.
fn readable(process: &Path) -> Vec<(u64, u64)> {
    let maps = fs::read_to_string(process.join("maps")).unwrap();
    let read = |line: &str| {
        let (range, rights) = line.split_once(' ')?;
        let (from, to) = range.split_once('-')?;
        let hex = |text| u64::from_str_radix(text, 16).ok();
        rights.starts_with('r').then_some((hex(from)?, hex(to)?))
    };
    maps.lines().filter_map(read).collect()
}

/// How often a text stands in the memory of a process.
fn found(process: &Path, text: &str) -> usize {
    let memory = File::open(process.join("mem")).unwrap();
    let mut count = 0;
    for (from, to) in readable(process) {
        let mut bytes = Vec::new();
        for at in (from..to).step_by(PAGE) {
            let mut page = [0; PAGE];
            // What belongs to the kernel cannot be read, and a page of a file may be gone.
            if memory.read_exact_at(&mut page, at).is_ok() {
                bytes.extend_from_slice(&page);
            }
        }
        count += bytes.windows(text.len()).filter(|window| *window == text.as_bytes()).count();
    }
    count
}

/// Fails where a program that shows the list holds what opened it.
fn holds_neither(mut program: Pty, home: &Path) {
    program.shows("欧阳丽小");
    let process = Path::new("/proc").join(program.child.process_id().unwrap().to_string());
    if File::open(process.join("mem")).is_err() {
        return skipped("the memory of another program cannot be read here");
    }
    assert!(found(&process, "欧阳丽小") > 0, "what is on the screen is in memory: it was looked through");
    let file = KeyFile::load(&home.join("data/huifang.db")).unwrap().unwrap();
    let literal = file.open(&Secret::typed(PASSPHRASE)).unwrap().literal();
    let digits = literal.trim_start_matches("x'").trim_end_matches('\'');
    assert_eq!(digits.len(), 64);
    assert_eq!(found(&process, digits), 0, "the key's digits");
    // Seen to fail: the session kept what `--passphrase-file` holds.
    assert_eq!(found(&process, PASSPHRASE), 0, "the passphrase");
    program.send("\x11").restored();
}

#[test]
fn a_program_opened_by_a_file_holds_neither_the_text_of_the_key_nor_the_passphrase() {
    let (home, pass, _) = sealed();
    holds_neither(Pty::start(home.path(), &["--passphrase-file", &pass]), home.path());
}

#[test]
fn a_program_opened_by_what_was_typed_holds_neither_the_text_of_the_key_nor_the_passphrase() {
    let (home, ..) = sealed();
    let mut program = Pty::start(home.path(), &[]);
    program.shows("口令：");
    // Key by key, as a hand does: what comes at once stands in the terminal's own buffer.
    for (place, c) in PASSPHRASE.chars().enumerate() {
        program.send(&c.to_string()).shows(&"*".repeat(place + 1));
    }
    program.send("\r");
    holds_neither(program, home.path());
}
