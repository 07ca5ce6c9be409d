//! The passphrase of the database: set where there is none, changed, and a new recovery code.

use crate::domain::audited::AuditedKind;
use crate::files::IfThere;
use crate::store::StoreError;
use crate::vault::{FileKey, KeyFault, KeyFile, Secret};

use super::{BackupBefore, Ledger};

impl Ledger {
    /// Encrypts the database by a key of its own, sealed by a passphrase. Gives the recovery code, which is seen this
    /// once. What was readable before may still be on the disk, and in copies.
    pub fn set_passphrase(&mut self, passphrase: &Secret) -> Result<(FileKey, Secret), StoreError> {
        let key = FileKey::fresh().map_err(|_| StoreError::Io)?;
        let (file, code) = KeyFile::seal(&key, passphrase).map_err(|_: KeyFault| StoreError::Io)?;
        self.back_up_by_itself(BackupBefore::Encrypting)?;
        self.store.encrypt(&self.path, &key, &file)?;
        self.log_if_possible(AuditedKind::PassphraseChanged, "", None);
        Ok((key, code))
    }

    /// Seals the key of the database by another passphrase; the database itself is not touched.
    pub fn change_passphrase(&mut self, passphrase: &Secret) -> Result<(), StoreError> {
        let (file, key) = self.key_file()?;
        self.keep_key_file(file.with_passphrase(key, passphrase))?;
        self.log_if_possible(AuditedKind::PassphraseChanged, "", None);
        Ok(())
    }

    /// Another recovery code in place of the one of before. It is seen this once.
    pub fn renew_recovery_code(&mut self) -> Result<Secret, StoreError> {
        let (file, key) = self.key_file()?;
        let (file, code) = file.with_new_code(key).map_err(|_| StoreError::Io)?;
        self.keep_key_file(Ok(file))?;
        self.log_if_possible(AuditedKind::PassphraseChanged, "code", None);
        Ok(code)
    }

    fn key_file(&self) -> Result<(KeyFile, &FileKey), StoreError> {
        let damaged = || StoreError::KeyFile(self.path.clone());
        let file = KeyFile::load(&self.path).map_err(|_| damaged())?.ok_or_else(damaged)?;
        let key = self.store.passphrase_key().ok_or(StoreError::NoPassphrase)?;
        Ok((file, key))
    }

    fn keep_key_file(&self, file: Result<KeyFile, KeyFault>) -> Result<(), StoreError> {
        let file = file.map_err(|_| StoreError::Io)?;
        file.keep(&self.path, IfThere::Replace).map_err(|_| StoreError::Folder(KeyFile::place(&self.path)))
    }
}
