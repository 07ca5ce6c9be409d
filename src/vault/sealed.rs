//! Files that leave the computer, sealed by a passphrase of their own in the age format: any age program opens them.

use std::io::{self, Read, Write};
use std::path::Path;

use age::secrecy::SecretString;

use super::secret::Secret;

const BEGINNING: &[u8] = b"age-encryption.org/";

/// Why a sealed file gives nothing.
#[derive(Debug, thiserror::Error)]
pub enum UnsealFault {
    #[error("the passphrase is wrong")]
    Wrong,
    #[error("the file is damaged")]
    Damaged,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes all of `from` to `to`, sealed.
pub fn seal(passphrase: &Secret, from: &mut impl Read, to: impl Write) -> io::Result<()> {
    let encryptor = age::Encryptor::with_user_passphrase(SecretString::from(passphrase.expose().to_owned()));
    let mut sealed = encryptor.wrap_output(to)?;
    io::copy(from, &mut sealed)?;
    sealed.finish()?.flush()
}

/// Writes what is sealed in `from` to `to`. What was written before a fault is not to be used.
pub fn unseal(passphrase: &Secret, from: impl Read, to: &mut impl Write) -> Result<(), UnsealFault> {
    let decryptor = age::Decryptor::new(from).map_err(of_age)?;
    let identity = age::scrypt::Identity::new(SecretString::from(passphrase.expose().to_owned()));
    let mut opened = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(of_age)?;
    io::copy(&mut opened, to)?;
    Ok(())
}

fn of_age(error: age::DecryptError) -> UnsealFault {
    match error {
        age::DecryptError::DecryptionFailed
        | age::DecryptError::NoMatchingKeys
        | age::DecryptError::KeyDecryptionFailed => UnsealFault::Wrong,
        age::DecryptError::Io(error) => UnsealFault::Io(error),
        _ => UnsealFault::Damaged,
    }
}

/// The file begins as a sealed one does.
pub fn is_sealed(file: &Path) -> io::Result<bool> {
    let mut begun = Vec::new();
    std::fs::File::open(file)?.take(BEGINNING.len() as u64).read_to_end(&mut begun)?;
    Ok(begun == BEGINNING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_comes_out_by_its_passphrase_alone_and_a_changed_byte_is_seen() {
        let (right, wrong) = (Secret::typed("seven willows"), Secret::typed("nine willows"));
        let mut sealed = Vec::new();
        seal(&right, &mut &b"341126197709218366"[..], &mut sealed).unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"341126"));
        let mut out = Vec::new();
        unseal(&right, &sealed[..], &mut out).unwrap();
        assert_eq!(out, b"341126197709218366");
        assert!(matches!(unseal(&wrong, &sealed[..], &mut Vec::new()), Err(UnsealFault::Wrong)));
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        assert!(unseal(&right, &sealed[..], &mut Vec::new()).is_err());
    }
}
