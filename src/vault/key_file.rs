//! The small file beside a database that holds its key twice: sealed by the passphrase and by the recovery
//! code. Whoever has neither gets nothing out of it, and a change of the passphrase writes it alone.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::file_key::{FileKey, KEY_BYTES};
use super::recovery_code;
use super::secret::Secret;
use crate::files::{IfThere, read_small, sidecar, write_whole};

const FORMAT: &str = "huifang key file";
const VERSION: u32 = 1;
/// How long another program's try is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// Of a file that holds two sealed keys.
const MOST_BYTES: u64 = 16 << 10;
/// OWASP's advice for Argon2id is less; a key file gets into wrong hands together with the database.
const MEMORY_KIB: u32 = 64 << 10;
const PASSES: u32 = 3;
/// More than this no program of ours ever asked for: somebody wants the computer to hang.
const MOST_MEMORY_KIB: u32 = 1 << 20;
const MOST_PASSES: u32 = 20;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Passphrase,
    RecoveryCode,
}

/// The key, sealed by one of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    memory_kib: u32,
    passes: u32,
    salt: Bytes,
    nonce: Bytes,
    /// The key, encrypted.
    key: Bytes,
}

/// The file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    format: String,
    version: u32,
    /// The same as long as the key is.
    key_id: Uuid,
    /// By which the key that it holds is told from others without opening it.
    check: Bytes,
    passphrase: Sealed,
    recovery_code: Sealed,
}

/// Why a key file gives no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// It cannot be read, or is none.
    #[error("the key file is damaged")]
    Damaged,
    /// Sealed by something else.
    #[error("the passphrase is wrong")]
    Wrong,
    /// It could not be written.
    #[error("the key file was not written")]
    NotWritten,
    /// The system gives no random numbers or no memory.
    #[error("the system failed")]
    System,
}

impl KeyFile {
    /// Where the key file of a database lies.
    pub fn place(database: &Path) -> PathBuf {
        sidecar(database, ".key")
    }

    /// Seals a key by a passphrase and by a new recovery code, which is seen this once.
    pub fn seal(key: &FileKey, passphrase: &Secret) -> Result<(Self, Secret), KeyFault> {
        let code = recovery_code::fresh().map_err(|_| KeyFault::System)?;
        let key_id = Uuid::now_v7();
        let read = recovery_code::read(&code).ok_or(KeyFault::System)?;
        let file = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            key_id,
            check: check_of(key),
            passphrase: Sealed::of(key, key_id, Slot::Passphrase, passphrase)?,
            recovery_code: Sealed::of(key, key_id, Slot::RecoveryCode, &read)?,
        };
        Ok((file, code))
    }

    /// Makes a key for a database that is still to be made, and puts it beside its place, sealed by a passphrase and by
    /// a recovery code, which is seen this once.
    pub fn make(database: &Path, passphrase: &Secret) -> Result<(FileKey, Secret), KeyFault> {
        let key = FileKey::fresh().map_err(|_| KeyFault::System)?;
        let (file, code) = Self::seal(&key, passphrase)?;
        file.keep(database, IfThere::Keep).map_err(|_| KeyFault::NotWritten)?;
        Ok((key, code))
    }

    /// The same key under another passphrase; the recovery code holds as before.
    pub fn with_passphrase(&self, key: &FileKey, passphrase: &Secret) -> Result<Self, KeyFault> {
        Ok(Self { passphrase: Sealed::of(key, self.key_id, Slot::Passphrase, passphrase)?, ..self.clone() })
    }

    /// The same key under another recovery code, which is seen this once.
    pub fn with_new_code(&self, key: &FileKey) -> Result<(Self, Secret), KeyFault> {
        let code = recovery_code::fresh().map_err(|_| KeyFault::System)?;
        let read = recovery_code::read(&code).ok_or(KeyFault::System)?;
        let recovery_code = Sealed::of(key, self.key_id, Slot::RecoveryCode, &read)?;
        Ok((Self { recovery_code, ..self.clone() }, code))
    }

    /// The key, for whoever knows the passphrase.
    pub fn open(&self, passphrase: &Secret) -> Result<FileKey, KeyFault> {
        self.passphrase.open(self.key_id, Slot::Passphrase, passphrase)
    }

    /// The key, for whoever has the paper.
    pub fn open_by_code(&self, typed: &Secret) -> Result<FileKey, KeyFault> {
        let code = recovery_code::read(typed).ok_or(KeyFault::Wrong)?;
        self.recovery_code.open(self.key_id, Slot::RecoveryCode, &code)
    }

    /// It holds this key.
    pub fn is_of(&self, key: &FileKey) -> bool {
        self.check == check_of(key)
    }

    /// Puts another one in the place of the key file of a database, which must hold this key. Of two that do so at
    /// once, the second begins from what the first made.
    pub fn change<T>(
        database: &Path,
        key: &FileKey,
        change: impl FnOnce(&Self) -> Result<(Self, T), KeyFault>,
    ) -> Result<T, KeyFault> {
        let _held = hold(database);
        let file = Self::load(database)?.filter(|file| file.is_of(key)).ok_or(KeyFault::Damaged)?;
        let (changed, value) = change(&file)?;
        changed.keep(database, IfThere::Replace).map_err(|_| KeyFault::NotWritten)?;
        Ok(value)
    }

    /// It holds the same key as the other one, whatever both are sealed by.
    pub fn is_of_same_key(&self, other: &Self) -> bool {
        self.key_id == other.key_id
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyFault> {
        let file: Self = serde_json::from_slice(bytes).map_err(|_| KeyFault::Damaged)?;
        let is_sound = |slot: &Sealed| {
            (8..=MOST_MEMORY_KIB).contains(&slot.memory_kib) && (1..=MOST_PASSES).contains(&slot.passes)
        };
        let is_ours = file.format == FORMAT && file.version == VERSION;
        let is_sound = is_ours && is_sound(&file.passphrase) && is_sound(&file.recovery_code);
        if is_sound { Ok(file) } else { Err(KeyFault::Damaged) }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// The key file of a database; none where it has none.
    pub fn load(database: &Path) -> Result<Option<Self>, KeyFault> {
        match read_small(&Self::place(database), MOST_BYTES) {
            Ok(text) => Self::from_bytes(text.as_bytes()).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(_) => Err(KeyFault::Damaged),
        }
    }

    /// Puts it beside a database, whole and durable, or leaves what is there.
    pub fn keep(&self, database: &Path, if_there: IfThere) -> io::Result<()> {
        write_whole(&Self::place(database), &self.to_bytes(), if_there)
    }
}

impl Sealed {
    fn of(key: &FileKey, key_id: Uuid, slot: Slot, secret: &Secret) -> Result<Self, KeyFault> {
        let random = |count: usize| {
            let mut bytes = vec![0; count];
            getrandom::fill(&mut bytes).map_err(|_| KeyFault::System)?;
            Ok(Bytes(bytes))
        };
        let (salt, nonce) = (random(16)?, random(24)?);
        let mut slot_of = Self { memory_kib: MEMORY_KIB, passes: PASSES, salt, nonce, key: Bytes(Vec::new()) };
        let about = about(key_id, slot);
        let payload = Payload { msg: key.bytes(), aad: &about };
        let sealed = slot_of.cipher(secret)?.encrypt(XNonce::from_slice(&slot_of.nonce.0), payload);
        slot_of.key = Bytes(sealed.map_err(|_| KeyFault::System)?);
        Ok(slot_of)
    }

    fn open(&self, key_id: Uuid, slot: Slot, secret: &Secret) -> Result<FileKey, KeyFault> {
        if self.nonce.0.len() != 24 {
            return Err(KeyFault::Damaged);
        }
        let about = about(key_id, slot);
        let payload = Payload { msg: &self.key.0, aad: &about };
        let opened = self.cipher(secret)?.decrypt(XNonce::from_slice(&self.nonce.0), payload);
        let bytes = Zeroizing::new(opened.map_err(|_| KeyFault::Wrong)?);
        FileKey::from_bytes(&bytes).ok_or(KeyFault::Damaged)
    }

    fn cipher(&self, secret: &Secret) -> Result<XChaCha20Poly1305, KeyFault> {
        let params = Params::new(self.memory_kib, self.passes, 1, Some(KEY_BYTES)).map_err(|_| KeyFault::Damaged)?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let made = argon.hash_password_into(secret.expose().as_bytes(), &self.salt.0, key.as_mut_slice());
        made.map_err(|_| KeyFault::Damaged)?;
        Ok(XChaCha20Poly1305::new(Key::from_slice(key.as_slice())))
    }
}

/// Keeps other programs from the key file and the tries of a database as long as it is held. Where files cannot be
/// locked, there is one program.
pub(super) fn hold(database: &Path) -> io::Result<File> {
    hold_file(&sidecar(database, ".key-lock"))
}

pub(super) fn hold_file(place: &Path) -> io::Result<File> {
    let lock = File::options().create(true).truncate(false).write(true).open(place)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            // One that was stopped while it held it keeps nobody out for ever.
            Err(_) if Instant::now() >= deadline => return Err(io::ErrorKind::TimedOut.into()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

fn check_of(key: &FileKey) -> Bytes {
    Bytes(Sha256::new().chain_update(b"huifang key check").chain_update(key.bytes()).finalize()[..8].to_vec())
}

/// What a sealed key is bound to: it cannot be moved to another file or to the other place in this one.
fn about(key_id: Uuid, slot: Slot) -> Vec<u8> {
    let slot = match slot {
        Slot::Passphrase => "passphrase",
        Slot::RecoveryCode => "recovery code",
    };
    format!("{FORMAT} {VERSION} {key_id} {slot}").into_bytes()
}

/// Bytes as hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Bytes(Vec<u8>);

impl From<Bytes> for String {
    fn from(bytes: Bytes) -> Self {
        bytes.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl TryFrom<String> for Bytes {
    type Error = KeyFault;

    fn try_from(text: String) -> Result<Self, KeyFault> {
        let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
        let digits = digits.filter(|digits| digits.len() % 2 == 0).ok_or(KeyFault::Damaged)?;
        let byte = |pair: &[u32]| u8::try_from(pair[0] << 4 | pair[1]).unwrap_or_default();
        Ok(Self(digits.chunks(2).map(byte).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_comes_out_by_either_way_and_by_no_other() {
        let key = FileKey::fresh().unwrap();
        let right = Secret::typed("seven willows");
        let (file, code) = KeyFile::seal(&key, &right).unwrap();
        let read = KeyFile::from_bytes(&file.to_bytes()).unwrap();
        assert!(read.open(&right) == Ok(key.clone()));
        assert!(read.open_by_code(&code) == Ok(key.clone()));
        assert_eq!(read.open(&Secret::typed("seven willowz")), Err(KeyFault::Wrong));
        assert_eq!(read.open(&code), Err(KeyFault::Wrong));
        let other = read.with_passphrase(&key, &Secret::typed("nine willows")).unwrap();
        assert_eq!(other.open(&right), Err(KeyFault::Wrong));
        assert!(other.open(&Secret::typed("nine willows")) == Ok(key.clone()));
        assert!(other.open_by_code(&code) == Ok(key.clone()), "the paper still holds");
        let (anew, newer) = other.with_new_code(&key).unwrap();
        assert_eq!(anew.open_by_code(&code), Err(KeyFault::Wrong));
        assert!(anew.open_by_code(&newer) == Ok(key));
        assert!(anew.is_of_same_key(&file));
    }

    #[test]
    fn no_byte_of_a_key_file_can_be_changed_and_give_another_key() {
        let key = FileKey::fresh().unwrap();
        let right = Secret::typed("seven willows");
        let (file, _) = KeyFile::seal(&key, &right).unwrap();
        let cheap = |slot: &Sealed| Sealed { memory_kib: 8, passes: 1, ..slot.clone() };
        let sealed = Sealed::of(&key, file.key_id, Slot::Passphrase, &right).unwrap();
        assert!(sealed.open(file.key_id, Slot::RecoveryCode, &right) == Err(KeyFault::Wrong), "bound to its place");
        assert!(cheap(&sealed).open(file.key_id, Slot::Passphrase, &right) == Err(KeyFault::Wrong));
        for asked in [u32::MAX, MOST_MEMORY_KIB + 1, 0] {
            let mut greedy = file.clone();
            greedy.passphrase.memory_kib = asked;
            assert_eq!(KeyFile::from_bytes(&greedy.to_bytes()).err(), Some(KeyFault::Damaged));
        }
        assert_eq!(KeyFile::from_bytes(b"{}").err(), Some(KeyFault::Damaged));
    }
}
