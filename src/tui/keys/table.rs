//! The rows of the table of keys.

use super::super::command::Command;
use super::Context;
use super::chord::{Chord, Key};

/// In a context, these keys mean this command.
#[derive(Debug)]
pub struct Binding {
    pub context: Context,
    pub command: Command,
    pub chords: &'static [Chord],
}

const fn c(letter: char) -> Chord {
    Chord::letter(letter)
}

const fn ctrl(letter: char) -> Chord {
    Chord::ctrl(Key::Char(letter))
}

const fn k(key: Key) -> Chord {
    Chord::plain(key)
}

const fn f(number: u8) -> Chord {
    Chord::plain(Key::F(number))
}

const fn on(context: Context, command: Command, chords: &'static [Chord]) -> Binding {
    Binding { context, command, chords }
}

use Command as C;
use Context::{Calendar, Choosing, Everywhere, Form, Household, Households, Import, Reading, Typing, Visits, Welcome};

/// Every key of the interface. Within a context in the order of the footer.
pub const BINDINGS: &[Binding] = &[
    on(Welcome, C::Import, &[k(Key::Enter), c('i'), ctrl('r')]),
    on(Welcome, C::AddHousehold, &[c('a'), ctrl('k')]),
    on(Welcome, C::Demo, &[c('d'), ctrl('d')]),
    on(Welcome, C::Help, &[c('?'), c('？'), ctrl('g'), f(1)]),
    on(Welcome, C::Quit, &[c('q'), ctrl('q'), ctrl('c'), f(10)]),
    on(Households, C::Open, &[k(Key::Enter)]),
    on(Households, C::LogVisit, &[c('n'), ctrl('n'), f(2)]),
    on(Households, C::Search, &[c('/'), c('、'), ctrl('f'), f(3)]),
    on(Households, C::Filter, &[c('f'), ctrl('t'), f(4)]),
    on(Households, C::Sort, &[c('s'), ctrl('o'), f(5)]),
    on(Households, C::WhyDue, &[c('w'), ctrl('w'), f(6)]),
    on(Households, C::Mine, &[c('m'), ctrl('u')]),
    on(Households, C::NextTab, &[k(Key::Tab), k(Key::Right)]),
    on(Households, C::PreviousTab, &[k(Key::BackTab), k(Key::Left)]),
    on(Households, C::Import, &[c('i'), ctrl('r')]),
    on(Households, C::AddHousehold, &[c('a'), ctrl('k')]),
    on(Households, C::Edit, &[c('e'), ctrl('e')]),
    on(Households, C::WaterReport, &[c('r'), ctrl('d')]),
    on(Households, C::WhoAmI, &[c('u'), ctrl('y')]),
    on(Households, C::Palette, &[c(':'), c('：'), ctrl('p'), f(9)]),
    on(Households, C::Help, &[c('?'), c('？'), ctrl('g'), f(1)]),
    on(Households, C::Back, &[c('q'), k(Key::Esc), ctrl('x')]),
    on(Households, C::Up, &[c('k'), k(Key::Up)]),
    on(Households, C::Down, &[c('j'), k(Key::Down)]),
    on(Households, C::PageUp, &[k(Key::PageUp)]),
    on(Households, C::PageDown, &[k(Key::PageDown)]),
    on(Households, C::First, &[c('g'), k(Key::Home)]),
    on(Households, C::Last, &[c('G'), k(Key::End)]),
    on(Typing, C::Open, &[k(Key::Enter)]),
    on(Typing, C::Up, &[k(Key::Up)]),
    on(Typing, C::Down, &[k(Key::Down)]),
    on(Typing, C::PageUp, &[k(Key::PageUp)]),
    on(Typing, C::PageDown, &[k(Key::PageDown)]),
    on(Typing, C::LogVisit, &[ctrl('n'), f(2)]),
    on(Typing, C::WhyDue, &[ctrl('w'), f(6)]),
    on(Typing, C::Edit, &[ctrl('e')]),
    on(Typing, C::WaterReport, &[ctrl('d')]),
    on(Household, C::LogVisit, &[c('n'), ctrl('n'), f(2)]),
    on(Household, C::WhyDue, &[c('w'), ctrl('w'), f(6)]),
    on(Household, C::NextTab, &[k(Key::Tab), k(Key::Right)]),
    on(Household, C::PreviousTab, &[k(Key::BackTab), k(Key::Left)]),
    on(Household, C::Open, &[k(Key::Enter)]),
    on(Household, C::Edit, &[c('e'), ctrl('e')]),
    on(Household, C::WaterReport, &[c('r'), ctrl('d')]),
    on(Household, C::Palette, &[c(':'), c('：'), ctrl('p'), f(9)]),
    on(Household, C::Help, &[c('?'), c('？'), ctrl('g'), f(1)]),
    on(Household, C::Back, &[k(Key::Esc), c('q'), ctrl('x')]),
    on(Household, C::Up, &[c('k'), k(Key::Up)]),
    on(Household, C::Down, &[c('j'), k(Key::Down)]),
    on(Household, C::PageUp, &[k(Key::PageUp)]),
    on(Household, C::PageDown, &[k(Key::PageDown)]),
    on(Household, C::First, &[c('g'), k(Key::Home)]),
    on(Household, C::Last, &[c('G'), k(Key::End)]),
    on(Visits, C::Open, &[k(Key::Enter)]),
    on(Visits, C::LogVisit, &[c('n'), ctrl('n'), f(2)]),
    on(Visits, C::CorrectVisit, &[c('e'), ctrl('e')]),
    on(Visits, C::PrintSheet, &[c('p'), ctrl('r')]),
    on(Visits, C::VoidVisit, &[c('d'), ctrl('u')]),
    on(Visits, C::WhyDue, &[c('w'), ctrl('w'), f(6)]),
    on(Visits, C::NextTab, &[k(Key::Tab), k(Key::Right)]),
    on(Visits, C::PreviousTab, &[k(Key::BackTab), k(Key::Left)]),
    on(Visits, C::Palette, &[c(':'), c('：'), ctrl('p'), f(9)]),
    on(Visits, C::Help, &[c('?'), c('？'), ctrl('g'), f(1)]),
    on(Visits, C::Back, &[k(Key::Esc), c('q'), ctrl('x')]),
    on(Visits, C::Up, &[c('k'), k(Key::Up)]),
    on(Visits, C::Down, &[c('j'), k(Key::Down)]),
    on(Visits, C::PageUp, &[k(Key::PageUp)]),
    on(Visits, C::PageDown, &[k(Key::PageDown)]),
    on(Visits, C::First, &[c('g'), k(Key::Home)]),
    on(Visits, C::Last, &[c('G'), k(Key::End)]),
    on(Form, C::Next, &[k(Key::Tab), k(Key::Enter), k(Key::Down)]),
    on(Form, C::Save, &[ctrl('s')]),
    on(Form, C::Back, &[k(Key::Esc), ctrl('x')]),
    on(Form, C::TakeLast, &[ctrl('y'), f(7)]),
    on(Form, C::NextSection, &[ctrl('k'), Chord::ctrl(Key::PageDown)]),
    on(Form, C::Calendar, &[ctrl('d'), f(8)]),
    on(Form, C::Undo, &[ctrl('z')]),
    on(Form, C::Redo, &[ctrl('Z'), ctrl('o')]),
    on(Form, C::ClearField, &[ctrl('u')]),
    on(Form, C::DiscardDraft, &[ctrl('r')]),
    on(Form, C::Previous, &[k(Key::BackTab), k(Key::Up)]),
    on(Form, C::PageUp, &[k(Key::PageUp)]),
    on(Form, C::PageDown, &[k(Key::PageDown)]),
    on(Import, C::Open, &[k(Key::Enter)]),
    on(Import, C::Back, &[k(Key::Esc), ctrl('x')]),
    on(Import, C::ClearField, &[ctrl('u')]),
    on(Import, C::Save, &[ctrl('s')]),
    on(Import, C::GoodRows, &[ctrl('t'), f(4)]),
    on(Import, C::Up, &[k(Key::Up)]),
    on(Import, C::Down, &[k(Key::Down)]),
    on(Import, C::PageUp, &[k(Key::PageUp)]),
    on(Import, C::PageDown, &[k(Key::PageDown)]),
    on(Reading, C::Back, &[k(Key::Esc), k(Key::Enter), c('q'), ctrl('x')]),
    on(Reading, C::Up, &[c('k'), k(Key::Up)]),
    on(Reading, C::Down, &[c('j'), k(Key::Down)]),
    on(Reading, C::First, &[k(Key::Home)]),
    on(Reading, C::Last, &[k(Key::End)]),
    on(Reading, C::PageUp, &[k(Key::PageUp)]),
    on(Reading, C::PageDown, &[k(Key::PageDown), c(' ')]),
    on(Choosing, C::Confirm, &[k(Key::Enter)]),
    on(Choosing, C::Back, &[k(Key::Esc), ctrl('x')]),
    on(Choosing, C::Up, &[k(Key::Up), k(Key::BackTab)]),
    on(Choosing, C::Down, &[k(Key::Down), k(Key::Tab)]),
    on(Choosing, C::PageUp, &[k(Key::PageUp)]),
    on(Choosing, C::PageDown, &[k(Key::PageDown)]),
    on(Choosing, C::First, &[k(Key::Home)]),
    on(Choosing, C::Last, &[k(Key::End)]),
    on(Calendar, C::Confirm, &[k(Key::Enter)]),
    on(Calendar, C::Back, &[k(Key::Esc), ctrl('x')]),
    on(Everywhere, C::Help, &[ctrl('g'), f(1)]),
    on(Everywhere, C::Palette, &[ctrl('p'), f(9)]),
    on(Everywhere, C::Back, &[k(Key::Esc), ctrl('x')]),
    on(Everywhere, C::Redraw, &[ctrl('l')]),
    on(Everywhere, C::Quit, &[ctrl('q'), ctrl('c'), f(10)]),
];
