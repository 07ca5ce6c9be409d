//! Writing a file whole: beside its place under a name of our own, for this person alone, synced, and
//! then moved there. What is interrupted leaves the file from before, and a part that the next try
//! clears away.

mod ground;
mod throwaway;

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::{Builder, NamedTempFile};

pub use ground::{Ground, free_space};
pub use throwaway::{Throwaway, clear_left_throwaways, remove_throwaways};

/// Stands in the names of our parts, and in no other file's.
const MARK: &str = ".huifang-part-";

/// How often a part, or a folder, is begun.
const MOST_TRIES: usize = 20;

/// What to do where there is a file already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfThere {
    /// It stays, and the writing is an [`io::ErrorKind::AlreadyExists`].
    Keep,
    Replace,
}

/// A file that is being written beside its place. Dropped, it is gone.
#[derive(Debug)]
pub struct Part {
    file: NamedTempFile,
    place: PathBuf,
}

impl Part {
    /// Begins a file beside `place`, and clears away what killed tries left there.
    pub fn beside(place: &Path) -> io::Result<Self> {
        clear_leftovers(place);
        let name = place.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        // Another program may take it for a leftover until it is held: then it is begun once more.
        for _ in 0..MOST_TRIES {
            let file = Builder::new().prefix(&marked(name)).rand_bytes(8).tempfile_in(folder_of(place))?;
            hold_against_clearing(file.as_file());
            if is_taken(file.path()) {
                return Ok(Self { file, place: place.to_owned() });
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.as_file_mut().write_all(bytes)
    }

    /// Makes the content durable, then moves it to its place, and makes that durable too.
    pub fn put_in_place(self, if_there: IfThere) -> io::Result<()> {
        let place = self.place.clone();
        self.put_at(&place, if_there)
    }

    /// As [`Self::put_in_place`], at another place in the same folder.
    pub fn put_at(self, place: &Path, if_there: IfThere) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        let moved = match if_there {
            IfThere::Keep => self.file.persist_noclobber(place),
            IfThere::Replace => self.file.persist(place),
        };
        match moved {
            // A file system without links cannot promise it: there it is looked first.
            Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists && !is_taken(place) => {
                error.file.persist(place).map_err(|error| error.error)?;
            }
            moved => drop(moved.map_err(|error| error.error)?),
        }
        sync_folder(&folder_of(place))
    }
}

/// Writes a file whole.
pub fn write_whole(place: &Path, bytes: &[u8], if_there: IfThere) -> io::Result<()> {
    let mut part = Part::beside(place)?;
    part.write(bytes)?;
    part.put_in_place(if_there)
}

/// Writes a file whole, but leaves it to the system when it is durable: for what is only good to have.
pub fn write_without_sync(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = Part::beside(place)?;
    part.write(bytes)?;
    part.file.persist(place).map(drop).map_err(|error| error.error)
}

/// Reads a text that is known to be small. What is no ordinary file, which may have no end, is an
/// [`io::ErrorKind::InvalidInput`]; a longer one an [`io::ErrorKind::FileTooLarge`].
pub fn read_small(place: &Path, most: u64) -> io::Result<String> {
    if !fs::metadata(place)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // Read at once: a text that grows leaves copies of itself behind, and this may be a passphrase.
    let mut text = String::with_capacity(usize::try_from(fs::metadata(place)?.len().min(most) + 1).unwrap_or_default());
    File::open(place)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(text) }
}

/// What tells a file's content from every other: its SHA-256, in hexadecimal digits.
pub fn fingerprint(place: &Path) -> io::Result<String> {
    let mut digest = Sha256::new();
    io::copy(&mut File::open(place)?, &mut digest)?;
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Makes a folder, and those above it, for this person alone.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Something stands at this place, were it a link that leads nowhere.
pub fn is_taken(place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok()
}

/// Both names lead to one file.
pub fn is_same_file(a: &Path, b: &Path) -> bool {
    match (identity(a), identity(b)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// What tells a file from every other, whatever its name.
#[cfg(unix)]
pub type Identity = (u64, u64);

/// What tells a file from every other, as far as that can be told here.
#[cfg(not(unix))]
pub type Identity = PathBuf;

/// The identity of a file; none where there is no file.
#[cfg(unix)]
pub fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// The identity of a file; none where there is no file.
#[cfg(not(unix))]
pub fn identity(path: &Path) -> Option<Identity> {
    fs::canonicalize(path).ok()
}

/// The name of a file that lies beside another and is named after it.
pub fn sidecar(path: &Path, ending: impl AsRef<OsStr>) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn marked(name: &OsStr) -> OsString {
    let mut marked = OsString::from(".");
    marked.push(name);
    marked.push(MARK);
    marked
}

fn folder_of(place: &Path) -> PathBuf {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Where a lock keeps every other handle out, the database library's too, a part is not locked, and none is cleared.
fn hold_against_clearing(part: &File) {
    if cfg!(unix) {
        // Where files cannot be locked, no leftover is ever cleared.
        let _ = part.lock();
    }
}

/// Parts of this place that no living program holds are of killed tries.
fn clear_leftovers(place: &Path) {
    if let (Some(name), true) = (place.file_name(), cfg!(unix)) {
        clear_unheld(&place.with_file_name(marked(name)));
    }
}

/// What the database library keeps beside a part that somebody is writing.
fn belongs_to_held(file: &Path) -> bool {
    let text = file.to_string_lossy();
    let of = ["-journal", "-wal", "-shm"].iter().find_map(|ending| text.strip_suffix(ending));
    let is_held = |part: &str| {
        let opened = OpenOptions::new().read(true).write(true).open(part);
        opened.is_ok_and(|part| part.try_lock().is_err())
    };
    of.is_some_and(is_held)
}

/// Removes the files whose names begin as this one does and that no living program holds. What cannot be
/// cleared stays.
pub fn clear_unheld(beginning: &Path) {
    let Some(begins) = beginning.file_name() else { return };
    for entry in fs::read_dir(folder_of(beginning)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !name.as_encoded_bytes().starts_with(begins.as_encoded_bytes()) || belongs_to_held(&entry.path()) {
            continue;
        }
        // Held until it is gone, or another program could begin to hold it in between.
        if let Ok(file) = OpenOptions::new().read(true).write(true).open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A name is durable when its folder is. Not every system can be told so.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_kept_unless_it_may_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("out.csv");
        write_whole(&place, b"one", IfThere::Keep).unwrap();
        let refused = write_whole(&place, b"two", IfThere::Keep).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&place).unwrap(), b"one");
        write_whole(&place, b"three", IfThere::Replace).unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no part is left");
    }

    #[cfg(unix)]
    #[test]
    fn only_parts_of_ours_that_nobody_holds_are_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("out.csv");
        let own = |name: &str| folder.path().join(name);
        for name in ["out.csv.part", ".out.csv.part", ".other.csv.huifang-part-abcdefgh"] {
            fs::write(own(name), "somebody's").unwrap();
        }
        fs::write(own(".out.csv.huifang-part-deadbeef"), "of a killed try").unwrap();
        let held = Part::beside(&place).unwrap();
        write_whole(&place, b"whole", IfThere::Keep).unwrap();
        assert!(held.path().exists(), "another try that goes on is left alone");
        assert!(!own(".out.csv.huifang-part-deadbeef").exists());
        drop(held);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_nowhere_is_not_replaced_and_files_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert!(is_taken(&link) && !link.exists());
        assert_eq!(write_whole(&link, b"x", IfThere::Keep).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        let place = folder.path().join("own.csv");
        write_whole(&place, b"x", IfThere::Keep).unwrap();
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
