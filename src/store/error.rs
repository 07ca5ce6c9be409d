//! What can go wrong with the database file. Each kind has a code, by which `i18n` finds the sentence
//! for people; no message carries a value from the database.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

use super::lacking::Lacking;
use crate::vault::{KeyFault, KeyFile, Refusal};

/// Why the database could not be opened, read or written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    #[error("the database {0} does not exist")]
    Missing(PathBuf),
    #[error("the file {0} is empty")]
    Empty(PathBuf),
    #[error("the file {0} is not a huifang database")]
    Foreign(PathBuf),
    #[error("the database {0} was written by a newer huifang")]
    Newer(PathBuf),
    #[error("the name {0} leads to no file")]
    Dangling(PathBuf),
    #[error("the database {0} may not be read")]
    NoPermission(PathBuf),
    #[error("the database {0} is no longer at its place")]
    Moved(PathBuf),
    #[error("the database {0} has a passphrase")]
    Locked(PathBuf),
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    #[error("the database lacks {} records that were acknowledged", .0.records)]
    Lacking(Box<Lacking>),
    #[error("the database {0} is gone, and its backups are there")]
    Gone(PathBuf),
    #[error("the key file of {0} does not fit")]
    OtherKey(PathBuf),
    #[error("the recovery code is wrong")]
    WrongCode,
    #[error("the file {0} is no backup")]
    NoBackup(PathBuf),
    #[error("the database is open elsewhere")]
    InUse,
    #[error("somebody stopped it")]
    Stopped,
    #[error("the database has no passphrase")]
    NoPassphrase,
    #[error("the passphrase is too short")]
    ShortPassphrase,
    #[error("the next passphrase is taken in {0} seconds")]
    Wait(i64),
    #[error("the key file of {0} is damaged")]
    KeyFile(PathBuf),
    #[error("the key file of {0} is missing")]
    NoKey(PathBuf),
    #[error("the database is damaged")]
    Damaged,
    #[error("another program is writing to the database")]
    Busy,
    #[error("the database cannot be written")]
    ReadOnly,
    #[error("the disk is full")]
    Full,
    #[error("the encrypted build of SQLite is missing")]
    NoCipher,
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile,
    #[error("the folder {0} cannot be made or written")]
    Folder(PathBuf),
    #[error("reading or writing the database failed")]
    Io,
    #[error("the database refused a request: {0}")]
    Refused(String),
}

impl StoreError {
    /// The stable code of this kind of error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Empty(_) => "empty",
            Self::Foreign(_) => "foreign",
            Self::Newer(_) => "newer",
            Self::Dangling(_) => "dangling",
            Self::NoPermission(_) => "no_permission",
            Self::Moved(_) => "moved",
            Self::Locked(_) => "locked",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::Lacking(_) => "lacking",
            Self::Gone(_) => "gone",
            Self::OtherKey(_) => "other_key",
            Self::WrongCode => "wrong_code",
            Self::NoBackup(_) => "no_backup",
            Self::InUse => "in_use",
            Self::Stopped => "stopped",
            Self::NoPassphrase => "no_passphrase",
            Self::ShortPassphrase => "short_passphrase",
            Self::Wait(_) => "wait",
            Self::KeyFile(_) => "key_file",
            Self::NoKey(_) => "no_key",
            Self::Damaged => "damaged",
            Self::Busy => "busy",
            Self::ReadOnly => "read_only",
            Self::Full => "full",
            Self::NoCipher => "no_cipher",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::Folder(_) => "folder",
            Self::Io => "io",
            Self::Refused(_) => "refused",
        }
    }

    /// Every code, for the test that each has its sentence.
    pub const CODES: &'static [&'static str] = &[
        "missing",
        "empty",
        "foreign",
        "newer",
        "dangling",
        "no_permission",
        "moved",
        "locked",
        "wrong_passphrase",
        "lacking",
        "gone",
        "other_key",
        "wrong_code",
        "no_backup",
        "in_use",
        "stopped",
        "no_passphrase",
        "short_passphrase",
        "wait",
        "key_file",
        "no_key",
        "damaged",
        "busy",
        "read_only",
        "full",
        "no_cipher",
        "changed_meanwhile",
        "folder",
        "io",
        "refused",
    ];

    /// The database cannot be written, and it may still be possible to look at it.
    pub const fn leaves_looking(&self) -> bool {
        matches!(self, Self::ReadOnly | Self::Full | Self::Io | Self::Folder(_))
    }

    /// As long as this stands, nothing can be written at all.
    pub const fn stops_writing(&self) -> bool {
        self.leaves_looking() || matches!(self, Self::Busy | Self::Moved(_) | Self::Lacking(_))
    }

    /// What kept a file beside the database from being made.
    pub(super) fn of_file(error: &io::Error, database: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Folder(database.to_owned()),
        }
    }

    /// Why a database stays closed to somebody.
    pub fn of_refusal(why: Refusal, database: &Path) -> Self {
        match why {
            Refusal::Wrong => Self::WrongPassphrase,
            Refusal::WrongCode => Self::WrongCode,
            Refusal::Wait(seconds) => Self::Wait(seconds),
            Refusal::KeyFile(_) => Self::KeyFile(database.to_owned()),
        }
    }

    /// Why the key file of a database was not made or changed.
    pub fn of_key_file(fault: KeyFault, database: &Path) -> Self {
        match fault {
            KeyFault::NotWritten => Self::Folder(KeyFile::place(database)),
            KeyFault::Damaged | KeyFault::Wrong => Self::KeyFile(database.to_owned()),
            KeyFault::System => Self::Io,
        }
    }

    /// The file that the error is about.
    pub fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Missing(path)
            | Self::Empty(path)
            | Self::Foreign(path)
            | Self::Newer(path)
            | Self::Dangling(path)
            | Self::NoPermission(path)
            | Self::Moved(path)
            | Self::Locked(path)
            | Self::KeyFile(path)
            | Self::NoKey(path)
            | Self::NoBackup(path)
            | Self::Gone(path)
            | Self::OtherKey(path)
            | Self::Folder(path) => Some(path),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            // The file of locks beside the database found no room.
            Some(_) if error.sqlite_error().is_some_and(|it| it.extended_code == SQLITE_IOERR_SHMSIZE) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Io,
            Some(code) => Self::Refused(format!("{code:?}")),
            None => Self::from_conversion(&error),
        }
    }
}

impl StoreError {
    /// A value in the file that the program cannot read is damage, whatever it says; the text of the
    /// error is left out, since it may quote the value.
    fn from_conversion(error: &rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Self::Damaged,
            rusqlite::Error::QueryReturnedNoRows => Self::Refused("no such row".to_owned()),
            _ => Self::Refused("misuse".to_owned()),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        Self::Damaged
    }
}
