//! What keys do to a text that is typed and to the day of a calendar: the part of the table that names no command.

use tui_input::InputRequest;

use crate::domain::codes::coded;

use super::chord::{Chord, Key};
use super::layers::{ctrl, k};

coded! {
    /// A step in a text. The words stand under `Editing-code`.
    Editing {
        DeleteBack = "delete_back",
        DeleteNext = "delete_next",
        Left = "left",
        Right = "right",
        WordLeft = "word_left",
        WordRight = "word_right",
        Start = "start",
        End = "end",
        DeleteLine = "delete_line",
    }
}

coded! {
    /// A step in a calendar. The words stand under `DayStep-code`.
    DayStep {
        DayBefore = "day_before",
        DayAfter = "day_after",
        WeekBefore = "week_before",
        WeekAfter = "week_after",
        MonthBefore = "month_before",
        MonthAfter = "month_after",
        Today = "today",
    }
}

/// In a text; a command of the same key comes first.
pub const EDITING: &[(Editing, &[Chord])] = &[
    (Editing::DeleteBack, &[k(Key::Backspace)]),
    (Editing::DeleteNext, &[k(Key::Delete)]),
    (Editing::WordLeft, &[Chord::ctrl(Key::Left)]),
    (Editing::WordRight, &[Chord::ctrl(Key::Right)]),
    (Editing::Left, &[k(Key::Left)]),
    (Editing::Right, &[k(Key::Right)]),
    (Editing::Start, &[k(Key::Home)]),
    (Editing::End, &[k(Key::End)]),
    (Editing::DeleteLine, &[ctrl('u')]),
];

/// In a calendar.
pub const DAY_STEPS: &[(DayStep, &[Chord])] = &[
    (DayStep::DayBefore, &[k(Key::Left)]),
    (DayStep::DayAfter, &[k(Key::Right)]),
    (DayStep::WeekBefore, &[k(Key::Up)]),
    (DayStep::WeekAfter, &[k(Key::Down)]),
    (DayStep::MonthBefore, &[k(Key::PageUp)]),
    (DayStep::MonthAfter, &[k(Key::PageDown)]),
    (DayStep::Today, &[k(Key::Home)]),
];

fn found<T: Copy>(table: &[(T, &[Chord])], chord: Chord) -> Option<T> {
    table.iter().find(|(_, chords)| chords.contains(&chord)).map(|(step, _)| *step)
}

/// What a key asks of a text; none where it types, or means nothing.
pub fn editing(chord: Chord) -> Option<InputRequest> {
    // Where Ctrl adds nothing it is as if it were not held.
    let plain = Chord::plain(chord.key.without_shift());
    Some(match found(EDITING, chord).or_else(|| found(EDITING, plain))? {
        Editing::DeleteBack => InputRequest::DeletePrevChar,
        Editing::DeleteNext => InputRequest::DeleteNextChar,
        Editing::Left => InputRequest::GoToPrevChar,
        Editing::Right => InputRequest::GoToNextChar,
        Editing::WordLeft => InputRequest::GoToPrevWord,
        Editing::WordRight => InputRequest::GoToNextWord,
        Editing::Start => InputRequest::GoToStart,
        Editing::End => InputRequest::GoToEnd,
        Editing::DeleteLine => InputRequest::DeleteLine,
    })
}

/// Where a key goes in a calendar.
pub fn day_step(chord: Chord) -> Option<DayStep> {
    found(DAY_STEPS, Chord::plain(chord.key.without_shift()))
}
