//! The real terminal: entering and leaving it, whatever way the program ends, and what it needs to
//! draw Chinese right. The only file that knows crossterm.

use std::io::{self, IsTerminal, Stdout, stdout};
use std::sync::Once;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::layout::{Position, Size};

use super::keys::{Chord, Key};
use crate::text::width;

/// What the terminal tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Chord),
    Paste(String),
    Resized,
    /// Nothing can be read any more.
    Gone,
}

/// Somebody sits at both ends.
pub fn is_present() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Puts the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard;

impl Guard {
    /// Takes the terminal over: raw keys, a screen of its own, pastes told apart from typing.
    pub fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        // With NO_COLOR the library would reset bold and reverse as well; the theme has no colours then.
        force_color_output(true);
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        restore_on_panic();
        restore_on_signals()?;
        Ok(Self)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Puts the terminal back; more than once does no harm.
fn restore() {
    // There is nobody left to tell if this fails.
    let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            told(panic);
        }));
    });
}

/// On TERM, HUP and INT the program ends here: what was typed is a durable draft already.
#[cfg(unix)]
fn restore_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // Held until the end: a frame that is being drawn would hide the cursor again behind us.
            let _out = stdout().lock();
            restore();
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same face as on Unix")]
fn restore_on_signals() -> io::Result<()> {
    Ok(())
}

/// Reads the terminal in a thread of its own and hands everything on.
pub fn read_into<T: From<Input> + Send + 'static>(sender: Sender<T>) {
    thread::spawn(move || {
        loop {
            let input = match event::read() {
                Ok(event) => translate(event),
                Err(_) => Some(Input::Gone),
            };
            let gone = input == Some(Input::Gone);
            if input.is_some_and(|input| sender.send(input.into()).is_err()) || gone {
                return;
            }
        }
    });
}

fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Resized),
        _ => None,
    }
}

fn chord(event: KeyEvent) -> Option<Chord> {
    let key = match event.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    match (key, ctrl) {
        // Some terminals send these bytes for Backspace.
        (Key::Char('h'), true) => Some(Chord::plain(Key::Backspace)),
        (Key::Char(c), true) if event.modifiers.contains(KeyModifiers::SHIFT) => {
            Some(Chord::ctrl(Key::Char(c.to_ascii_uppercase())))
        }
        (Key::Char(c), true) => Some(Chord::ctrl(Key::Char(c.to_ascii_lowercase()))),
        (Key::Char(_), false) if event.modifiers.contains(KeyModifiers::ALT) => None,
        _ => Some(Chord { key, ctrl }),
    }
}

/// The terminal that is drawn on.
pub fn screen() -> io::Result<Terminal<WideSafe<CrosstermBackend<Stdout>>>> {
    Terminal::new(WideSafe(CrosstermBackend::new(stdout())))
}

/// Writes a blank behind every wide character before the character itself, so that its second half
/// takes the new style too (ratatui issue 2652).
#[derive(Debug)]
pub struct WideSafe<B>(pub B);

impl<B: Backend> Backend for WideSafe<B> {
    type Error = B::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), B::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<(u16, u16, Cell)> = content.map(|(x, y, cell)| (x, y, cell.clone())).collect();
        let mut written = Vec::with_capacity(cells.len());
        let mut hidden = None;
        for (x, y, cell) in cells {
            if hidden == Some((x, y)) {
                continue;
            }
            if width(cell.symbol()) == 2 {
                hidden = Some((x + 1, y));
                let mut blank = cell.clone();
                blank.set_symbol(" ");
                written.push((x + 1, y, blank));
            }
            written.push((x, y, cell));
        }
        self.0.draw(written.iter().map(|(x, y, cell)| (*x, *y, cell)))
    }

    fn hide_cursor(&mut self) -> Result<(), B::Error> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), B::Error> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, B::Error> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), B::Error> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), B::Error> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Result<(), B::Error> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> Result<Size, B::Error> {
        self.0.size()
    }

    fn window_size(&mut self) -> Result<WindowSize, B::Error> {
        self.0.window_size()
    }

    fn flush(&mut self) -> Result<(), B::Error> {
        self.0.flush()
    }
}
