//! Listening to the terminal: keys, pastes, its size, and that it is gone.

#![expect(clippy::wildcard_enum_match_arm, reason = "what the library may tell grows with it, and is not for us")]

use std::io;

use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use crate::tui::keys::{Chord, Key};

#[cfg(unix)]
use super::signals::Signals;

/// What the terminal tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Chord),
    Paste(String),
    Click(Position),
    /// The wheel was turned by a notch.
    Wheel {
        down: bool,
    },
    Resized,
    /// The program was stopped and goes on: the screen holds something else.
    WentOn,
    /// Nothing can be read any more.
    Gone,
}

/// Work that waits for something, for a thread of its own.
pub type Listen = Box<dyn FnOnce() + Send>;

/// What must run beside the loop, so that it hears everything.
pub fn listen(tell: impl Fn(Input) -> bool + Clone + Send + 'static) -> io::Result<Vec<Listen>> {
    #[cfg(unix)]
    {
        let signals = Signals::catch()?;
        let (of_signals, of_end) = (tell.clone(), tell.clone());
        Ok(vec![
            Box::new(move || read(&tell)),
            Box::new(move || signals.wait(|| of_signals(Input::WentOn))),
            Box::new(move || wait_for_the_end(&of_end)),
        ])
    }
    #[cfg(not(unix))]
    {
        Ok(vec![Box::new(move || read(&tell))])
    }
}

fn read(tell: &impl Fn(Input) -> bool) {
    loop {
        let input = match event::read() {
            Ok(event) => translate(event),
            Err(_) => Some(Input::Gone),
        };
        let gone = input == Some(Input::Gone);
        if input.is_some_and(|input| !tell(input)) || gone {
            return;
        }
    }
}

/// A terminal that goes without a word: the library would read nothing for ever, as fast as it can.
#[cfg(unix)]
fn wait_for_the_end(tell: &impl Fn(Input) -> bool) {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdin = io::stdin();
    // Asked for nothing, it still says that the other end is closed.
    let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
    while matches!(poll(&mut watched, None), Ok(0) | Err(rustix::io::Errno::INTR)) {}
    tell(Input::Gone);
}

fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Resized),
        Event::Mouse(mouse) => pointed(mouse),
        _ => None,
    }
}

/// The left button and the wheel; with a key held the mouse is the terminal's own, to select text.
fn pointed(event: MouseEvent) -> Option<Input> {
    match event.kind {
        _ if !event.modifiers.is_empty() => None,
        MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(Position::new(event.column, event.row))),
        MouseEventKind::ScrollUp => Some(Input::Wheel { down: false }),
        MouseEventKind::ScrollDown => Some(Input::Wheel { down: true }),
        _ => None,
    }
}

fn chord(event: KeyEvent) -> Option<Chord> {
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let key = match event.code {
        KeyCode::Up if shift => Key::ShiftUp,
        KeyCode::Down if shift => Key::ShiftDown,
        KeyCode::Left if shift => Key::ShiftLeft,
        KeyCode::Right if shift => Key::ShiftRight,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
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
        (Key::Char(c), true) if shift => Some(Chord::ctrl(Key::Char(c.to_ascii_uppercase()))),
        (Key::Char(c), true) => Some(Chord::ctrl(Key::Char(c.to_ascii_lowercase()))),
        (Key::Char(_), false) if event.modifiers.contains(KeyModifiers::ALT) => None,
        _ => Some(Chord { key, ctrl }),
    }
}
