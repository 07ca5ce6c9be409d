//! What the person chose, in `config.toml`. Nothing that was not chosen is ever written there.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::files::{IfThere, make_private_folder, read_small, write_whole};

/// A few choices take no more.
const MOST_BYTES: u64 = 64 << 10;

/// The choices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `zh-CN` or `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `unicode` or `ascii`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub glyphs: Option<String>,
    /// `default`, `light` or `high_contrast`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// `false`: the mouse stays the terminal's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
    /// After so many minutes without a key the passphrase is asked for; 0: never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_after_minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<PathBuf>,
    /// The contact who uses this computer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub me: Option<String>,
    /// The file holds choices that could not be read: it is not written over.
    #[serde(skip)]
    pub is_unreadable: bool,
}

/// The file cannot be read or written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ConfigFault {
    #[error("config_unreadable")]
    Unreadable { line: String },
    #[error("config_unwritable")]
    Unwritable,
}

/// Unless something else was chosen.
const LOCK_AFTER_MINUTES: u32 = 5;

impl Config {
    pub fn lock_after_minutes(&self) -> u32 {
        self.lock_after_minutes.unwrap_or(LOCK_AFTER_MINUTES)
    }

    /// Reads the file; a file that is not there holds no choices.
    pub fn load(file: &Path) -> Result<Self, ConfigFault> {
        let text = match read_small(file, MOST_BYTES) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ConfigFault::Unreadable { line: error.kind().to_string() }),
        };
        toml::from_str(&text).map_err(|error| ConfigFault::Unreadable { line: error.message().to_owned() })
    }

    pub fn save(&self, file: &Path) -> Result<(), ConfigFault> {
        if self.is_unreadable {
            return Err(ConfigFault::Unwritable);
        }
        let text = toml::to_string(self).map_err(|_| ConfigFault::Unwritable)?;
        let folder = file.parent().unwrap_or(Path::new("."));
        make_private_folder(folder)
            .and_then(|()| write_whole(file, text.as_bytes(), IfThere::Replace))
            .map_err(|_| ConfigFault::Unwritable)
    }
}
