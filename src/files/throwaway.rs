//! A folder for what this run alone needs: gone with it, whatever way it ends. What holds people's data
//! must not stay where nobody looks for it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, TempDir};

use super::{MOST_TRIES, is_taken};

const PREFIX: &str = "huifang-run-";
/// Held by the living program: a folder whose mark nobody holds is of a program that was killed.
const MARK: &str = "held";

/// Those of this run, for an end that runs no destructors.
static OF_THIS_RUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A folder for this person alone. Dropped, it is gone.
#[derive(Debug)]
pub struct Throwaway {
    // Dropped in this order: some systems remove no file that is open.
    _mark: File,
    folder: TempDir,
}

impl Throwaway {
    pub fn new() -> io::Result<Self> {
        // Another start may take it for a leftover until it is held: then it is begun once more.
        for _ in 0..MOST_TRIES {
            let folder = Builder::new().prefix(PREFIX).tempdir()?;
            let place = folder.path().join(MARK);
            let Ok(mark) = File::create(&place) else { continue };
            // Where files cannot be locked nothing is ever cleared.
            let _ = mark.lock();
            if is_taken(&place) {
                of_this_run(|all| all.push(folder.path().to_owned()));
                return Ok(Self { _mark: mark, folder });
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        of_this_run(|all| all.retain(|folder| folder != self.folder.path()));
    }
}

/// Removes those that killed programs left; at each start.
pub fn clear_left_throwaways() {
    clear_left(&std::env::temp_dir());
}

/// Removes those of this run, right before the process ends without unwinding.
pub fn remove_throwaways() {
    of_this_run(|all| {
        for folder in all.drain(..) {
            // What cannot be removed now is cleared by the next run that makes one.
            let _ = fs::remove_dir_all(folder);
        }
    });
}

fn of_this_run<T>(with: impl FnOnce(&mut Vec<PathBuf>) -> T) -> T {
    with(&mut OF_THIS_RUN.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Removes the folders of ours that no living program holds.
fn clear_left(place: &Path) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder || !entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes()) {
            continue;
        }
        let Some(mark) = open_own(&entry.path()).filter(|mark| mark.try_lock().is_ok()) else { continue };
        // The mark goes last, and is held until then: what is left of a removal that fails is cleared later.
        for inside in fs::read_dir(entry.path()).into_iter().flatten().flatten() {
            if inside.file_name() != MARK {
                let _ = fs::remove_file(inside.path());
            }
        }
        // An open file is gone from its folder only when it is closed, but on Unix.
        let held = cfg!(unix).then_some(mark);
        let _ = fs::remove_file(entry.path().join(MARK));
        let _ = fs::remove_dir(entry.path());
        drop(held);
    }
}

/// The mark of a folder that is this person's own.
#[cfg(unix)]
fn open_own(folder: &Path) -> Option<File> {
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    let no_link = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).ok()?;
    let is_own = fs::symlink_metadata(folder).ok()?.uid() == rustix::process::geteuid().as_raw();
    let open = || OpenOptions::new().read(true).write(true).custom_flags(no_link).open(folder.join(MARK));
    if is_own { open().ok() } else { None }
}

#[cfg(not(unix))]
fn open_own(folder: &Path) -> Option<File> {
    OpenOptions::new().read(true).write(true).open(folder.join(MARK)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_program_left_is_cleared_and_what_a_living_one_holds_stays() {
        let place = tempfile::tempdir().unwrap();
        let folder = |name: &str, mark: bool| {
            let folder = place.path().join(name);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("looked-at.db"), "x").unwrap();
            (folder.clone(), mark.then(|| File::create(folder.join(MARK)).unwrap()))
        };
        let (left, _) = folder("huifang-run-left", true);
        let (alive, held) = folder("huifang-run-alive", true);
        held.as_ref().unwrap().lock().unwrap();
        let (begun, _) = folder("huifang-run-begun", false);
        let (other, _) = folder("somebody-else", true);
        clear_left(place.path());
        assert!(!left.exists());
        assert!(alive.exists() && begun.exists() && other.exists());
    }

    #[test]
    fn dropped_it_is_gone() {
        let made = Throwaway::new().unwrap();
        let path = made.path().to_owned();
        fs::write(path.join("x"), "x").unwrap();
        drop(made);
        assert!(!path.exists());
    }
}
