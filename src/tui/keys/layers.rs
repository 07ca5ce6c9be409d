//! Keys that several contexts share, in layers; and the short names of keys in the tables.

use super::Context;
use super::chord::{Chord, Key};
use crate::tui::command::Command as C;

/// Commands with their keys, for one context or for several.
pub(super) type Layer = &'static [(C, &'static [Chord])];

pub(super) const fn c(letter: char) -> Chord {
    Chord::letter(letter)
}

pub(super) const fn ctrl(letter: char) -> Chord {
    Chord::ctrl(Key::Char(letter))
}

pub(super) const fn k(key: Key) -> Chord {
    Chord::plain(key)
}

pub(super) const fn f(number: u8) -> Chord {
    Chord::plain(Key::F(number))
}

/// Through a list or a page.
pub(super) const MOVE: Layer = &[
    (C::Up, &[c('k'), k(Key::Up)]),
    (C::Down, &[c('j'), k(Key::Down)]),
    (C::PageUp, &[k(Key::PageUp)]),
    (C::PageDown, &[k(Key::PageDown)]),
    (C::First, &[c('g'), k(Key::Home)]),
    (C::Last, &[c('G'), k(Key::End)]),
];

/// The same under a line that takes letters.
pub(super) const MOVE_WHILE_TYPING: Layer = &[
    (C::Up, &[k(Key::Up)]),
    (C::Down, &[k(Key::Down)]),
    (C::PageUp, &[k(Key::PageUp)]),
    (C::PageDown, &[k(Key::PageDown)]),
];

/// From tab to tab.
pub(super) const TABS: Layer =
    &[(C::NextTab, &[k(Key::Tab), k(Key::Right)]), (C::PreviousTab, &[k(Key::BackTab), k(Key::Left)])];

/// What can be done here.
pub(super) const ASK: Layer =
    &[(C::Palette, &[c(':'), c('：'), ctrl('p'), f(9)]), (C::Help, &[c('?'), c('？'), ctrl('g'), f(1)])];

/// To the screen below.
pub(super) const LEAVE: Layer = &[(C::Back, &[k(Key::Esc), c('q'), ctrl('x')])];

/// A visit, from wherever a household is seen.
pub(super) const VISIT: Layer = &[(C::LogVisit, &[c('n'), ctrl('n'), f(2)])];

/// Why it is due.
pub(super) const WHY: Layer = &[(C::WhyDue, &[c('w'), ctrl('w'), f(6)])];

/// What was recorded.
pub(super) const HISTORY: Layer = &[(C::History, &[c('h'), Chord::ctrl(Key::Delete)])];

/// Contexts, each with the layers that it lays over one another, in the order of its footer.
pub(super) type Rows = &'static [(Context, &'static [Layer])];
