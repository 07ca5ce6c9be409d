//! The one way by which a finished file goes out, and why one could not be written.

use std::io;
use std::path::{Path, PathBuf};

use crate::domain::codes::coded;
use crate::files;
use crate::vault::{self, Secret};

pub use crate::files::IfThere;

/// The ending of a sealed file.
const SEALED: &str = "age";

coded! {
    /// Why a file was not written.
    WriteFault {
        /// There is a file of that name.
        Taken = "taken",
        /// What has that name is no ordinary file.
        NotAFile = "not_a_file",
        /// It is the database, or belongs to it.
        Database = "database",
        NoFolder = "no_folder",
        NoPermission = "no_permission",
        ReadOnly = "read_only",
        Full = "full",
        /// Another program holds it.
        InUse = "in_use",
        /// The name does not end in .xlsx.
        NotXlsx = "not_xlsx",
        /// The name ends neither in .xlsx nor in .csv.
        NotATable = "not_a_table",
        /// More rows or longer text than such a file holds.
        TooLarge = "too_large",
        Failed = "failed",
    }
}

/// A file could not be written: there is none, or the one from before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", fault.code())]
pub struct FileNotWritten {
    pub file: PathBuf,
    pub fault: WriteFault,
}

impl FileNotWritten {
    pub fn new(file: &Path, fault: WriteFault) -> Self {
        Self { file: file.to_owned(), fault }
    }
}

/// How a file goes out.
#[derive(Debug, Clone, Copy)]
pub struct Outlet<'a> {
    pub if_there: IfThere,
    /// Sealed by a passphrase; then its name ends in `.age` behind the ending that says its kind.
    pub seal: Option<&'a Secret>,
}

impl From<IfThere> for Outlet<'_> {
    fn from(if_there: IfThere) -> Self {
        Self { if_there, seal: None }
    }
}

/// The ending that says of which kind a file is, in small letters; empty where there is none, or where the name does
/// not say that the file is sealed.
pub fn kind_of(file: &Path, outlet: Outlet<'_>) -> String {
    let ending = |file: &Path| file.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    match (outlet.seal, ending(file).as_str()) {
        (Some(_), SEALED) => ending(&file.with_extension("")),
        (Some(_), _) => String::new(),
        (None, kind) => kind.to_owned(),
    }
}

/// Writes a finished file to its place. What is there is replaced only if told so, and only if it is an
/// ordinary file.
pub fn write_out<'a>(file: &Path, bytes: &[u8], outlet: impl Into<Outlet<'a>>) -> Result<(), FileNotWritten> {
    let Outlet { if_there, seal } = outlet.into();
    let sealed = seal.map(|passphrase| {
        let mut sealed = Vec::new();
        vault::seal(passphrase, &mut &*bytes, &mut sealed).map(|()| sealed)
    });
    let sealed = sealed.transpose().map_err(|error| FileNotWritten::new(file, fault_of(&error)))?;
    let bytes = sealed.as_deref().unwrap_or(bytes);
    let refused = |fault| Err(FileNotWritten::new(file, fault));
    match std::fs::symlink_metadata(file) {
        Ok(_) if if_there == IfThere::Keep => return refused(WriteFault::Taken),
        Ok(there) if !there.is_file() => return refused(WriteFault::NotAFile),
        _ => {}
    }
    files::write_whole(file, bytes, if_there).or_else(|error| refused(fault_of(&error)))
}

fn fault_of(error: &io::Error) -> WriteFault {
    // What Windows says of a file that Excel holds.
    const SHARING: [i32; 2] = [32, 33];
    if cfg!(windows) && error.raw_os_error().is_some_and(|code| SHARING.contains(&code)) {
        return WriteFault::InUse;
    }
    match error.kind() {
        io::ErrorKind::AlreadyExists => WriteFault::Taken,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidInput => WriteFault::NoFolder,
        io::ErrorKind::PermissionDenied => WriteFault::NoPermission,
        io::ErrorKind::ReadOnlyFilesystem => WriteFault::ReadOnly,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => WriteFault::Full,
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => WriteFault::InUse,
        _ => WriteFault::Failed,
    }
}
