//! What nobody may read over a shoulder or in a log: it shows itself to nobody, and is wiped when it goes.

use std::fmt;
use std::io;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::files::read_small;

/// A passphrase has at least so many characters.
pub const FEWEST_CHARACTERS: usize = 8;
/// A file with a passphrase holds one line.
const MOST_BYTES: u64 = 4096;

/// A passphrase or a recovery code, as it was typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// What was typed; full-width characters of an input method mean their ASCII twins.
    pub fn typed(text: &str) -> Self {
        // Room for the longest that it can become: a text that grows leaves what it was behind.
        let mut typed = Zeroizing::new(String::with_capacity(12 * text.len()));
        typed.extend(text.nfkc());
        Self(typed)
    }

    /// The first line of a file.
    pub fn from_file(file: &Path) -> io::Result<Self> {
        let text = Zeroizing::new(read_small(file, MOST_BYTES)?);
        // Editors put a mark before, and a blank behind that nobody sees.
        let text = text.trim_start_matches('\u{feff}');
        Ok(Self::typed(text.lines().next().unwrap_or_default().trim_end()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Too short to be a passphrase.
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < FEWEST_CHARACTERS
    }

    /// The text itself, for what seals with it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}
