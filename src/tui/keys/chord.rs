//! A key as it was pressed, apart from any terminal library.

use std::fmt;

/// A key of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    ShiftUp,
    ShiftDown,
    ShiftLeft,
    ShiftRight,
}

impl Key {
    /// The key that means the same where Shift adds nothing.
    #[must_use]
    pub const fn without_shift(self) -> Self {
        match self {
            Self::ShiftUp => Self::Up,
            Self::ShiftDown => Self::Down,
            Self::ShiftLeft => Self::Left,
            Self::ShiftRight => Self::Right,
            key @ (Self::Char(_)
            | Self::F(_)
            | Self::Enter
            | Self::Esc
            | Self::Tab
            | Self::BackTab
            | Self::Backspace
            | Self::Delete
            | Self::Insert
            | Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::PageUp
            | Self::PageDown
            | Self::Home
            | Self::End) => key,
        }
    }
}

/// A key with Ctrl held down or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    pub key: Key,
    pub ctrl: bool,
}

impl Chord {
    /// A key without Ctrl.
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false }
    }

    /// A key with Ctrl held.
    pub const fn ctrl(key: Key) -> Self {
        Self { key, ctrl: true }
    }

    /// A key that types a character.
    pub const fn letter(c: char) -> Self {
        Self::plain(Key::Char(c))
    }

    /// A character that text takes in.
    pub const fn typed(self) -> Option<char> {
        match self {
            Self { key: Key::Char(c), ctrl: false } => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            write!(f, "Ctrl-")?;
        }
        match self.key {
            Key::Char(c) if self.ctrl && c.is_ascii_uppercase() => write!(f, "Shift-{c}"),
            Key::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            Key::Char(' ') => write!(f, "Space"),
            Key::Char(c) => write!(f, "{c}"),
            Key::F(number) => write!(f, "F{number}"),
            Key::BackTab => write!(f, "Shift-Tab"),
            Key::ShiftUp => write!(f, "Shift-Up"),
            Key::ShiftDown => write!(f, "Shift-Down"),
            Key::ShiftLeft => write!(f, "Shift-Left"),
            Key::ShiftRight => write!(f, "Shift-Right"),
            Key::PageUp => write!(f, "PgUp"),
            Key::PageDown => write!(f, "PgDn"),
            named @ (Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::Backspace
            | Key::Delete
            | Key::Insert
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End) => write!(f, "{named:?}"),
        }
    }
}
