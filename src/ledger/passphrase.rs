//! The passphrase of the database: set where there is none, changed, and a new recovery code.

use crate::domain::audited::AuditedKind;
use crate::store::{Progress, StoreError};
use crate::vault::{FileKey, KeyFault, KeyFile, Secret};

use super::Ledger;

impl Ledger {
    /// Encrypts the database by a key of its own, sealed by a passphrase. Gives the recovery code, which is seen this
    /// once. What was readable before may still be on the disk, and in copies.
    pub fn set_passphrase(
        &mut self,
        passphrase: &Secret,
        progress: Progress<'_>,
    ) -> Result<(FileKey, Secret), StoreError> {
        let key = FileKey::fresh().map_err(|_| StoreError::Io)?;
        let (file, code) = KeyFile::seal(&key, passphrase).map_err(|_: KeyFault| StoreError::Io)?;
        self.store.encrypt(&self.path, &key, &file, progress)?;
        self.log_if_possible(AuditedKind::PassphraseChanged, "first", None);
        // Where none can be made now, those that are there are better than none.
        let _ = self.replace_readable_backups(&mut |done, whole| {
            progress(done, whole);
            true
        });
        Ok((key, code))
    }

    /// Lets go of the file, so that another ledger has it alone. Until it is taken up again nothing can be read.
    pub fn let_go(&mut self) -> Result<(), StoreError> {
        self.store.let_go()
    }

    /// Opens the file again that was let go of; none: with the key of before.
    pub fn take_up(&mut self, key: Option<&FileKey>) -> Result<(), StoreError> {
        let before = self.store.key();
        self.store.take_up(&self.path, key.or(before.as_ref()))
    }

    /// Seals the key of the database by another passphrase; the database itself is not touched.
    pub fn change_passphrase(&mut self, passphrase: &Secret) -> Result<(), StoreError> {
        self.change_key_file(|file, key| Ok((file.with_passphrase(key, passphrase)?, ())))?;
        self.log_if_possible(AuditedKind::PassphraseChanged, "", None);
        Ok(())
    }

    /// Another recovery code in place of the one of before. It is seen this once.
    pub fn renew_recovery_code(&mut self) -> Result<Secret, StoreError> {
        let code = self.change_key_file(KeyFile::with_new_code)?;
        self.log_if_possible(AuditedKind::PassphraseChanged, "code", None);
        Ok(code)
    }

    fn change_key_file<T>(
        &self,
        change: impl FnOnce(&KeyFile, &FileKey) -> Result<(KeyFile, T), KeyFault>,
    ) -> Result<T, StoreError> {
        let key = self.store.passphrase_key().ok_or(StoreError::NoPassphrase)?;
        let changed = KeyFile::change(&self.path, key, |file| change(file, key));
        changed.map_err(|fault| StoreError::of_key_file(fault, &self.path))
    }
}
