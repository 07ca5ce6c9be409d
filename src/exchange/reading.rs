//! Where a foreign file is read: here, or where it can do no harm.

use std::path::Path;

use super::apart::read_sheets_apart;
use super::refusal::FileRefused;
use super::sheet::Sheet;
use super::sheets::{read_sheets, refuse_what_is_no_file};

/// Where a foreign file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// In this process: for files that are known.
    Here,
    /// In a process of its own.
    Apart,
}

impl Reading {
    pub(super) fn sheets(self, path: &Path, go_on: &mut dyn FnMut() -> bool) -> Result<Vec<Sheet>, FileRefused> {
        refuse_what_is_no_file(path)?;
        match self {
            Self::Here => read_sheets(path),
            Self::Apart => read_sheets_apart(path, go_on),
        }
    }
}
