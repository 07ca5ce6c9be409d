//! The real terminal: entering and leaving it, whatever way the program ends. This folder is the only
//! one that knows crossterm.

mod burst;
mod input;
mod mouse;
mod signals;
mod wide_safe;
mod widths;

use std::env;
use std::io::{self, IsTerminal, Stdout, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

pub use burst::as_paste;
use mouse::Clicks;

pub use input::{Input, Listen, listen};
pub use signals::suspend;
pub use wide_safe::WideSafe;
pub use widths::are_wide;

/// Why the interface cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScreen {
    /// Nobody sits there.
    NoTerminal,
    /// It can only write line after line.
    Dumb,
}

/// Somebody sits at both ends, and text can be put anywhere on the screen.
pub fn look() -> Result<(), NoScreen> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(NoScreen::NoTerminal);
    }
    if env::var_os("TERM").is_some_and(|kind| kind == "dumb") { Err(NoScreen::Dumb) } else { Ok(()) }
}

/// Puts the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard;

/// Clicks are asked for, also when the terminal is taken over again after a stop.
static TAKES_CLICKS: AtomicBool = AtomicBool::new(true);

impl Guard {
    /// Takes the terminal over: raw keys, a screen of its own, pastes told apart from typing, and clicks where
    /// they are wanted.
    pub fn enter(takes_clicks: bool) -> io::Result<Self> {
        TAKES_CLICKS.store(takes_clicks, Ordering::Relaxed);
        // With NO_COLOR the library would reset bold and reverse as well; the theme has no colours then.
        force_color_output(true);
        let guard = Self;
        take_over()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

fn take_over() -> io::Result<()> {
    // The library believes what it did last, and a shell may have set the terminal otherwise since.
    disable_raw_mode()?;
    enable_raw_mode()?;
    // A program that was killed on its own screen left its last frame there.
    execute!(stdout(), EnterAlternateScreen, Clear(ClearType::All))?;
    // An old console cannot tell a paste from typing; `as_paste` does, as far as that goes.
    let _ = execute!(stdout(), EnableBracketedPaste);
    if TAKES_CLICKS.load(Ordering::Relaxed) { execute!(stdout(), Clicks::Take) } else { Ok(()) }
}

/// Puts the terminal back; more than once does no harm.
fn restore() {
    // There is nobody left to tell if this fails.
    let _ = execute!(stdout(), Clicks::Leave);
    let _ = execute!(stdout(), DisableBracketedPaste);
    let _ = execute!(stdout(), LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// The terminal that is drawn on.
pub fn screen() -> io::Result<Terminal<WideSafe<CrosstermBackend<Stdout>>>> {
    Terminal::new(WideSafe(CrosstermBackend::new(stdout())))
}
