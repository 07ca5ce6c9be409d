//! What can go wrong with the database file. Each kind has a code, by which `i18n` finds the sentence
//! for people; no message carries a value from the database.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why the database could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database {0} does not exist")]
    Missing(PathBuf),
    #[error("the file {0} is empty")]
    Empty(PathBuf),
    #[error("the file {0} is not a huifang database")]
    Foreign(PathBuf),
    #[error("the database {0} was written by a newer huifang")]
    Newer(PathBuf),
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

    /// The file that the error is about.
    pub fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Missing(path) | Self::Empty(path) | Self::Foreign(path) | Self::Newer(path) | Self::Folder(path) => {
                Some(path)
            }
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
