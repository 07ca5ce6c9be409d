//! Failed tries to open a database, kept beside its key file until one succeeds: after five, each has to wait
//! longer than the one before, also over a new start. Where nothing can be written there they are kept among what
//! this computer knows of databases.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::key_file::{hold, hold_file};
use crate::files::{IfThere, make_private_folder, read_small, sidecar, write_whole};

const ENDING: &str = ".key-tries";

/// So many are free.
const FREE: usize = 5;
const LONGEST_WAIT: i64 = 60;
const MOST_BYTES: u64 = 64 << 10;
/// So many are remembered.
const MOST_KEPT: usize = 500;

/// A database, and the folder of what this computer knows of databases.
#[derive(Debug, Clone)]
pub struct Door {
    pub database: PathBuf,
    pub known: PathBuf,
}

impl Door {
    fn beside(&self, ending: &str) -> PathBuf {
        sidecar(&self.database, ending)
    }

    fn known(&self, ending: &str) -> PathBuf {
        let place = fs::canonicalize(&self.database).unwrap_or_else(|_| self.database.clone());
        let digest = Sha256::digest(place.as_os_str().as_encoded_bytes());
        let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        self.known.join(short + ending)
    }

    /// Keeps other programs from the tries as long as it is held.
    pub(super) fn hold(&self) -> io::Result<File> {
        match hold(&self.database) {
            Err(error) if error.kind() != io::ErrorKind::TimedOut => {
                make_private_folder(&self.known)?;
                hold_file(&self.known(".key-lock"))
            }
            held => held,
        }
    }

    fn tries(&self) -> [PathBuf; 2] {
        [self.beside(ENDING), self.known(ENDING)]
    }
}

/// The tries that failed since the last that did not, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tries(pub Vec<DateTime<Utc>>);

impl Tries {
    pub fn load(door: &Door) -> Self {
        let read = |place: &PathBuf| read_small(place, MOST_BYTES).unwrap_or_default();
        let texts = door.tries().each_ref().map(read);
        let mut tries: Vec<_> = texts.iter().flat_map(|text| text.lines()).filter_map(|it| it.parse().ok()).collect();
        tries.sort_unstable();
        Self(tries)
    }

    /// Seconds until the next is taken.
    pub fn wait(&self, now: DateTime<Utc>) -> i64 {
        // One of the future was made by a clock that was wrong: it counts, and nobody waits for it to come.
        let past = self.0.iter().filter(|at| **at <= now).max();
        let Some(last) = past.filter(|_| self.0.len() >= FREE) else { return 0 };
        let doubled = u32::try_from(self.0.len() - FREE).unwrap_or(u32::MAX).min(6);
        let wait = (1_i64 << doubled).min(LONGEST_WAIT);
        (wait - (now - *last).num_seconds()).clamp(0, wait)
    }

    /// Remembers one that failed.
    pub fn add(&mut self, door: &Door, now: DateTime<Utc>) {
        self.0.push(now);
        // Where nothing can be written at all, nothing is counted.
        let _ = one_more(&door.beside(ENDING), now)
            .or_else(|_| make_private_folder(&door.known).and_then(|()| one_more(&door.known(ENDING), now)));
    }

    /// They are told elsewhere: forgets them.
    pub fn forget(door: &Door) {
        // What cannot be removed is told once more.
        let _ = fs::remove_file(door.beside(ENDING));
        Self::forget_known(door);
    }

    /// Somebody came in where nothing can be told: those that could not be kept beside the database are forgotten.
    pub fn forget_known(door: &Door) {
        let _ = fs::remove_file(door.known(ENDING));
    }
}

fn one_more(place: &Path, now: DateTime<Utc>) -> io::Result<()> {
    let text = read_small(place, MOST_BYTES).unwrap_or_default();
    let now = now.to_rfc3339();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.push(&now);
    let first = lines.len().saturating_sub(MOST_KEPT);
    write_whole(place, lines[first..].join("\n").as_bytes(), IfThere::Replace)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn after_five_each_waits_longer_up_to_a_minute() {
        let now = DateTime::UNIX_EPOCH;
        let waits = |count: usize| Tries(vec![now; count]).wait(now);
        assert_eq!([0, 4, 5, 6, 7, 10, 11, 12, 400].map(waits), [0, 0, 1, 2, 4, 32, 60, 60, 60]);
        assert_eq!(Tries(vec![now; 7]).wait(now + TimeDelta::seconds(3)), 1);
        assert_eq!(Tries(vec![now; 7]).wait(now - TimeDelta::days(3)), 0, "a clock that was wrong");
        let among = [vec![now; 6], vec![now + TimeDelta::days(365)]].concat();
        assert_eq!(Tries(among).wait(now), 4, "one of the future keeps nobody from waiting");
    }

    #[test]
    fn they_are_kept_over_a_start_and_forgotten_when_told() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("x.db");
        let door = Door { database, known: folder.path().join("known") };
        let mut tries = Tries::load(&door);
        tries.add(&door, DateTime::UNIX_EPOCH);
        assert_eq!(Tries::load(&door), tries);
        assert!(!door.known.exists());
        Tries::forget(&door);
        assert_eq!(Tries::load(&door), Tries::default());
    }

    #[test]
    fn where_nothing_can_be_written_beside_the_database_they_are_kept_with_what_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door { database: folder.path().join("gone/x.db"), known: folder.path().join("known") };
        for second in 0..3 {
            let _held = door.hold().unwrap();
            Tries::load(&door).add(&door, DateTime::UNIX_EPOCH + TimeDelta::seconds(second));
        }
        assert_eq!(Tries::load(&door).0.len(), 3);
        let other = Door { database: folder.path().join("gone/y.db"), ..door.clone() };
        assert_eq!(Tries::load(&other), Tries::default(), "another database has its own");
        Tries::forget(&door);
        assert_eq!(Tries::load(&door), Tries::default());
    }
}
