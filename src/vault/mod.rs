//! Who may read a database: its key, the passphrase and the recovery code that seal it, the tries that failed.
//! Knows files, no database.
//!
//! Every database is encrypted by a random key of its own. The passphrase only seals that key, so that it can
//! be changed without touching the database. A database without a passphrase is encrypted by a key that every
//! copy of the program holds: that hides nothing, but the cipher sees damage.

mod file_key;
mod key_file;
mod recovery_code;
mod sealed;
mod secret;
mod strength;
mod tries;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono::{DateTime, Utc};

pub use file_key::FileKey;
pub use key_file::{KeyFault, KeyFile};
pub use sealed::{UnsealFault, is_sealed, seal, unseal};
pub use secret::{FEWEST_CHARACTERS, Secret};
pub use strength::Strength;
pub use tries::{Door, Tries};

/// How every plain `SQLite` file begins.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// What stands between a person and a database.
#[derive(Debug, Clone)]
pub enum Lock {
    /// It is not encrypted: of a program that could not yet.
    Plain,
    /// No passphrase.
    Open,
    /// A passphrase.
    Sealed(Box<KeyFile>),
}

impl Lock {
    /// What a database is locked with; of one that is not there yet, what it will be.
    pub fn of(database: &Path) -> Result<Self, KeyFault> {
        if is_plain(database).unwrap_or(false) {
            return Ok(Self::Plain);
        }
        Ok(KeyFile::load(database)?.map_or(Self::Open, |file| Self::Sealed(Box::new(file))))
    }
}

/// Begins as a file that is not encrypted does.
pub fn is_plain(file: &Path) -> io::Result<bool> {
    let mut begun = [0; 16];
    match File::open(file)?.read_exact(&mut begun) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| begun == *PLAIN),
    }
}

/// How somebody shows that the database is theirs to read.
#[derive(Debug, Clone)]
pub enum Proof {
    Passphrase(Secret),
    RecoveryCode(Secret),
}

/// A try that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("wrong")]
    Wrong,
    #[error("wrong code")]
    WrongCode,
    /// Too many failed; the next is taken in so many seconds.
    #[error("wait")]
    Wait(i64),
    #[error(transparent)]
    KeyFile(KeyFault),
}

/// Tries to open a key file. A wrong try is remembered.
pub fn unlock(file: &KeyFile, door: &Door, proof: &Proof, now: DateTime<Utc>) -> Result<FileKey, Refusal> {
    // One after the other: of many programs that try at once each counts.
    let _held = door.hold();
    let mut tries = Tries::load(door);
    match tries.wait(now) {
        0 => {}
        seconds => return Err(Refusal::Wait(seconds)),
    }
    let opened = match proof {
        Proof::Passphrase(secret) => file.open(secret),
        Proof::RecoveryCode(secret) => file.open_by_code(secret),
    };
    opened.map_err(|fault| match fault {
        KeyFault::Wrong => {
            tries.add(door, now);
            if matches!(proof, Proof::RecoveryCode(_)) { Refusal::WrongCode } else { Refusal::Wrong }
        }
        other => Refusal::KeyFile(other),
    })
}
