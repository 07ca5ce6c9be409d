//! Asking the terminal for clicks and the wheel. The library's own command asks for every movement of the
//! mouse as well, which nothing here uses and a slow line would carry.

use std::fmt;

use ratatui::crossterm::Command;
#[cfg(windows)]
use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};

/// Buttons and the wheel are told, with their place in a form that any width of window fits into; or the mouse
/// is the terminal's again.
pub enum Clicks {
    Take,
    Leave,
}

impl Command for Clicks {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(match self {
            Self::Take => "\x1b[?1000h\x1b[?1006h",
            Self::Leave => "\x1b[?1006l\x1b[?1000l",
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        match self {
            Self::Take => EnableMouseCapture.execute_winapi(),
            Self::Leave => DisableMouseCapture.execute_winapi(),
        }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        EnableMouseCapture.is_ansi_code_supported()
    }
}
