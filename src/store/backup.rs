//! A backup: one file with the database as it was at a moment, its key file, and what it must hold. It is an
//! ordinary zip archive, so that what is in it can be taken out by other programs too; the database in it is
//! encrypted as ever. Nothing is called a backup that was not opened again and counted.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::chain;
use super::connect::{connect, size_beside};
use super::encrypt::says_more_than_ok;
use super::error::StoreError;
use super::open::PAGE_BYTES;
use super::progress::{Progress, watched};
use super::{Store, look_only, schema};
use crate::files::{IfThere, Part};
use crate::vault::{self, FileKey, KeyFile, Secret};

const FORMAT: &str = "huifang backup";
const VERSION: u32 = 1;
const DATABASE: &str = "huifang.db";
const KEY_FILE: &str = "huifang.db.key";
const MANIFEST: &str = "backup.json";
/// Of the small files within.
const MOST_SMALL: u64 = 64 << 10;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub households: i64,
    pub visits: i64,
    pub revisions: i64,
    /// The hash of the last revision; none where there is none, or of a form that had none.
    pub newest_hash: Option<String>,
}

/// The leaf that lies in it.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    format: String,
    version: u32,
    made_at: String,
    /// The form of the database.
    form: i32,
    counted: Counted,
    /// SHA-256 of the database within.
    sha256: String,
}

/// Where a backup goes, and how.
#[derive(Debug, Clone, Copy)]
pub struct BackupTo<'a> {
    pub place: &'a Path,
    pub if_there: IfThere,
    /// It is sealed by a passphrase of its own as well.
    pub seal: Option<&'a Secret>,
    pub made_at: &'a str,
}

impl Store {
    pub fn count(&self) -> Result<Counted, StoreError> {
        count(&self.conn)
    }

    /// The form that the database has.
    pub fn form(&self) -> Result<i32, StoreError> {
        schema::version(&self.conn)
    }

    /// Writes a backup, whole or not at all.
    pub fn back_up(&self, path: &Path, to: BackupTo<'_>, progress: Progress<'_>) -> Result<Counted, StoreError> {
        let not_made = |error: io::Error| StoreError::of_file(&error, to.place);
        let (copy, archive) = (Part::beside(to.place).map_err(not_made)?, Part::beside(to.place).map_err(not_made)?);
        // All that is in it is written twice: a copy, and the archive around it.
        let whole = 2 * (fs::metadata(path).map_or(0, |it| it.len()) + size_beside(path, "-wal"));
        let files = [copy.path(), archive.path()];
        let counted = watched(&self.conn, (&files, whole), progress, || {
            self.write_archive(path, to, copy.path(), archive.path())
        })?;
        drop(copy);
        let Some(passphrase) = to.seal else {
            archive.put_in_place(to.if_there).map_err(not_made)?;
            return Ok(counted);
        };
        let sealed = Part::beside(to.place).map_err(not_made)?;
        seal_over(passphrase, archive.path(), sealed.path()).map_err(not_made)?;
        sealed.put_in_place(to.if_there).map_err(not_made)?;
        Ok(counted)
    }

    /// Copies the database, and packs the copy with what belongs to it.
    fn write_archive(&self, path: &Path, to: BackupTo<'_>, copy: &Path, archive: &Path) -> Result<Counted, StoreError> {
        let not_made = |error: io::Error| StoreError::of_file(&error, to.place);
        let counted = copy_whole(&self.conn, self.key.as_ref(), copy)?;
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            made_at: to.made_at.to_owned(),
            form: schema::version(&self.conn)?,
            counted,
            sha256: crate::files::fingerprint(copy).map_err(not_made)?,
        };
        let key_file = KeyFile::load(path).ok().flatten().filter(|_| self.passphrase_key().is_some());
        pack(archive, copy, key_file.as_ref(), &manifest).map_err(not_made)?;
        look_over(archive, &manifest)?;
        Ok(manifest.counted)
    }
}

/// Copies a database with all that is in its log, by the same key, and looks the copy over.
pub(super) fn copy_whole(conn: &Connection, key: Option<&FileKey>, copy: &Path) -> Result<Counted, StoreError> {
    // What is only looked at can be copied as well.
    let looks_only: bool = conn.pragma_query_value(None, "query_only", |row| row.get(0))?;
    conn.pragma_update(None, "query_only", false)?;
    // As bytes: a file's name may be no UTF-8.
    let copied = conn.execute("VACUUM INTO CAST(?1 AS TEXT)", [copy.as_os_str().as_encoded_bytes()]);
    conn.pragma_update(None, "query_only", looks_only)?;
    copied?;
    let written = connect(copy, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    // Its structure was made by this call; what can go wrong is what reached the disk.
    let damage = if key.is_some() { "cipher_integrity_check" } else { "integrity_check" };
    if says_more_than_ok(&written, damage)? {
        return Err(StoreError::Io);
    }
    count(&written)
}

/// What a database holds.
pub(super) fn count(conn: &Connection) -> Result<Counted, StoreError> {
    let rows = |table: &str| conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
    let has_chain = schema::version(conn)? >= schema::WITH_CHAIN;
    let newest = if has_chain { chain::newest(conn)? } else { None };
    Ok(Counted {
        households: rows("households")?,
        visits: rows("visits")?,
        revisions: rows("revisions")?,
        newest_hash: newest.map(|(_, hash, _)| hash),
    })
}

fn pack(archive: &Path, database: &Path, key_file: Option<&KeyFile>, manifest: &Manifest) -> io::Result<()> {
    let mut zip = ZipWriter::new(File::options().write(true).truncate(true).open(archive)?);
    // What is encrypted cannot be made smaller.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    zip.start_file(MANIFEST, stored)?;
    zip.write_all(&serde_json::to_vec_pretty(manifest)?)?;
    if let Some(key_file) = key_file {
        zip.start_file(KEY_FILE, stored)?;
        zip.write_all(&key_file.to_bytes())?;
    }
    zip.start_file(DATABASE, stored)?;
    io::copy(&mut File::open(database)?, &mut zip)?;
    zip.finish()?.sync_all()
}

/// The archive holds, read again, what was put into it.
fn look_over(archive: &Path, manifest: &Manifest) -> Result<(), StoreError> {
    let mut opened = Opened::of(archive)?;
    let is_same = matches!(&opened.within, Within::Archive { manifest: read, .. } if read.sha256 == manifest.sha256);
    if is_same && opened.is_whole() { Ok(()) } else { Err(StoreError::Io) }
}

fn seal_over(passphrase: &Secret, from: &Path, to: &Path) -> io::Result<()> {
    vault::seal(passphrase, &mut File::open(from)?, File::options().write(true).truncate(true).open(to)?)
}

/// A backup that was opened.
pub struct Opened {
    within: Within,
    /// The key file within, or beside a bare database; none where there is none.
    pub key_file: Option<KeyFile>,
}

enum Within {
    Archive {
        archive: ZipArchive<File>,
        manifest: Manifest,
    },
    /// A copy of a database alone: one that was made by hand, or before it was brought to a newer form.
    Bare(PathBuf),
}

impl Opened {
    /// Opens a backup that is not sealed, or was unsealed.
    pub fn of(file: &Path) -> Result<Self, StoreError> {
        let not_ours = || StoreError::NoBackup(file.to_owned());
        let Ok(mut archive) = ZipArchive::new(File::open(file).map_err(|_| not_ours())?) else {
            return Self::of_bare(file);
        };
        let manifest = small(&mut archive, MANIFEST).ok_or_else(not_ours)?;
        let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|_| not_ours())?;
        if manifest.format != FORMAT || manifest.version != VERSION {
            return Err(not_ours());
        }
        let key_file = small(&mut archive, KEY_FILE).map(|bytes| KeyFile::from_bytes(&bytes));
        let key_file = key_file.transpose().map_err(|_| not_ours())?;
        Ok(Self { within: Within::Archive { archive, manifest }, key_file })
    }

    /// A database without an archive around it, whose log was folded in.
    fn of_bare(file: &Path) -> Result<Self, StoreError> {
        let is_database = vault::is_plain(file).unwrap_or(false)
            || fs::metadata(file).is_ok_and(|it| it.len() > 0 && it.len().is_multiple_of(PAGE_BYTES));
        if !is_database {
            return Err(StoreError::NoBackup(file.to_owned()));
        }
        // A write that was interrupted, or a log: the file alone is not the database.
        if size_beside(file, "-wal") > 0 || size_beside(file, "-journal") > 0 {
            return Err(StoreError::InUse);
        }
        let key_file = KeyFile::load(file).map_err(|fault| StoreError::of_key_file(fault, file))?;
        Ok(Self { within: Within::Bare(file.to_owned()), key_file })
    }

    /// Nobody has to say a passphrase for it.
    pub fn opens_without_passphrase(&self) -> bool {
        match &self.within {
            Within::Archive { .. } => self.key_file.is_none(),
            Within::Bare(file) => {
                let open = FileKey::open();
                let key = (!vault::is_plain(file).unwrap_or(false)).then_some(&open);
                // As it lies there, so that nothing appears beside it.
                look_only::as_it_lies(file, key).is_ok_and(|conn| schema::version(&conn).is_ok())
            }
        }
    }

    /// It is a copy of a database alone.
    pub fn is_bare(&self) -> bool {
        matches!(self.within, Within::Bare(_))
    }

    /// The database within is known to be what was put in.
    pub fn is_whole(&mut self) -> bool {
        let Within::Archive { archive, manifest } = &mut self.within else { return false };
        let mut digest = Sha256::new();
        let read = archive.by_name(DATABASE).map_err(io::Error::from).and_then(|mut it| io::copy(&mut it, &mut digest));
        let found: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        read.is_ok() && found == manifest.sha256
    }

    /// What it must hold, where that was written down.
    pub fn counted(&self) -> Option<&Counted> {
        match &self.within {
            Within::Archive { manifest, .. } => Some(&manifest.counted),
            Within::Bare(_) => None,
        }
    }

    /// Takes the database out; what is not what was put in is refused.
    pub(super) fn take_out(&mut self, to: &Path) -> Result<(), StoreError> {
        let mut file = File::options().write(true).truncate(true).open(to).map_err(|_| StoreError::Io)?;
        let copied = match &mut self.within {
            Within::Archive { archive, .. } => {
                io::copy(&mut archive.by_name(DATABASE).map_err(|_| StoreError::Damaged)?, &mut file)
            }
            Within::Bare(from) => File::open(from).and_then(|mut from| io::copy(&mut from, &mut file)),
        };
        copied.map_err(|error| match error.kind() {
            io::ErrorKind::StorageFull => StoreError::Full,
            _ => StoreError::Damaged,
        })?;
        let Within::Archive { manifest, .. } = &self.within else { return Ok(()) };
        let found = crate::files::fingerprint(to).map_err(|_| StoreError::Io)?;
        if found == manifest.sha256 { Ok(()) } else { Err(StoreError::Damaged) }
    }
}

fn small(archive: &mut ZipArchive<File>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    archive.by_name(name).ok()?.take(MOST_SMALL).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
