//! The key that a database is encrypted with.

use std::fmt;

use zeroize::Zeroizing;

/// Bytes of a key: AES-256.
pub(super) const KEY_BYTES: usize = 32;

/// Opens every database that was made without a passphrase. It protects nothing, but lets the cipher's checks
/// find damage there as well: SHA-256 of `huifang: no passphrase`.
const OPEN: [u8; KEY_BYTES] = [
    0x53, 0x9e, 0x78, 0xc6, 0x65, 0x9b, 0xb9, 0xc5, 0xd0, 0xae, 0x4d, 0x0b, 0x3b, 0x14, 0x59, 0x3e, 0x76, 0xc4, 0x47,
    0xf8, 0x29, 0x62, 0x66, 0x94, 0xd1, 0xbe, 0xe1, 0xde, 0xa5, 0xe6, 0x4a, 0xbe,
];

/// The key of a database.
#[derive(Clone, PartialEq, Eq)]
pub struct FileKey(Zeroizing<[u8; KEY_BYTES]>);

impl FileKey {
    /// A new random one.
    pub fn fresh() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// The one that everybody has.
    pub fn open() -> Self {
        Self(Zeroizing::new(OPEN))
    }

    pub fn is_open(&self) -> bool {
        *self.0 == OPEN
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// As the cipher takes it: `x'…'`, no text that a key would still have to be made of.
    pub fn literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(2 * KEY_BYTES + 3));
        literal.push_str("x'");
        for byte in self.0.iter() {
            for half in [byte >> 4, byte & 15] {
                literal.push(char::from_digit(half.into(), 16).unwrap_or('0'));
            }
        }
        literal.push('\'');
        literal
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileKey")
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_open_key_is_what_the_page_says() {
        assert_eq!(OPEN, <[u8; 32]>::from(Sha256::digest("huifang: no passphrase")));
        assert_eq!(FileKey::open().literal().len(), 67);
    }

    #[test]
    fn a_key_shows_itself_to_nobody() {
        assert_eq!(format!("{:?}", FileKey::fresh().unwrap()), "FileKey");
    }
}
