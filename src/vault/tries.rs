//! Failed tries to open a database, kept beside its key file until one succeeds: after five, each has to wait
//! longer than the one before, also over a new start.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::files::{IfThere, read_small, sidecar, write_whole};

/// So many are free.
const FREE: usize = 5;
const LONGEST_WAIT: i64 = 60;
const MOST_BYTES: u64 = 64 << 10;
/// So many are remembered.
const MOST_KEPT: usize = 500;

/// The tries that failed since the last that did not, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tries(pub Vec<DateTime<Utc>>);

impl Tries {
    fn place(database: &Path) -> PathBuf {
        sidecar(database, ".key-tries")
    }

    pub fn load(database: &Path) -> Self {
        let text = read_small(&Self::place(database), MOST_BYTES).unwrap_or_default();
        Self(text.lines().filter_map(|line| line.parse().ok()).collect())
    }

    /// Seconds until the next is taken.
    pub fn wait(&self, now: DateTime<Utc>) -> i64 {
        // One of the future was made by a clock that was wrong: nobody waits for it to come.
        let Some(last) = self.0.last().filter(|last| self.0.len() >= FREE && **last <= now) else { return 0 };
        let doubled = u32::try_from(self.0.len() - FREE).unwrap_or(u32::MAX).min(6);
        let wait = (1_i64 << doubled).min(LONGEST_WAIT);
        (wait - (now - *last).num_seconds()).clamp(0, wait)
    }

    /// Remembers one that failed.
    pub fn add(&mut self, database: &Path, now: DateTime<Utc>) {
        self.0.push(now);
        let first = self.0.len().saturating_sub(MOST_KEPT);
        let lines: Vec<String> = self.0.iter().skip(first).map(DateTime::to_rfc3339).collect();
        // Where nothing can be written, nothing is counted.
        let _ = write_whole(&Self::place(database), lines.join("\n").as_bytes(), IfThere::Replace);
    }

    /// They are told elsewhere: forgets them.
    pub fn forget(database: &Path) {
        // What cannot be removed is told once more.
        let _ = fs::remove_file(Self::place(database));
    }
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
    }

    #[test]
    fn they_are_kept_over_a_start_and_forgotten_when_told() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("x.db");
        let mut tries = Tries::load(&database);
        tries.add(&database, DateTime::UNIX_EPOCH);
        assert_eq!(Tries::load(&database), tries);
        Tries::forget(&database);
        assert_eq!(Tries::load(&database), Tries::default());
    }
}
