//! The rows of the table of keys.

use std::sync::LazyLock;

use super::Context;
use super::cadre::CADRE;
use super::chord::{Chord, Key};
use super::layers::{ASK, HISTORY, LEAVE, Layer, MOVE, MOVE_WHILE_TYPING, Rows, TABS, VISIT, WHY, c, ctrl, f, k};
use crate::tui::command::Command;

use Command as C;
use Context::{
    Calendar, Choosing, Columns, Everywhere, Form, Gate, History, Household, Households, Import, ImportPlan, Imports,
    Income, Measures, OpenedImport, Reading, Risk, Settings, Typing, Visits, Welcome, Working,
};

/// In a context, these keys mean this command.
#[derive(Debug)]
pub struct Binding {
    pub context: Context,
    pub command: Command,
    pub chords: &'static [Chord],
}

/// All of them.
pub(super) const TABLES: &[Rows] = &[ROWS, CADRE];

const ROWS: Rows = &[
    (
        Welcome,
        &[&[
            (C::Import, &[k(Key::Enter), c('i'), ctrl('4')]),
            (C::AddHousehold, &[c('a'), k(Key::Insert)]),
            (C::Demo, &[c('d'), k(Key::Tab)]),
            (C::Help, &[c('?'), c('？'), ctrl('g'), f(1)]),
            (C::Quit, &[c('q'), ctrl('q'), ctrl('c'), f(10)]),
        ]],
    ),
    (
        Households,
        &[
            &[(C::Open, &[k(Key::Enter)])],
            VISIT,
            &[
                (C::Search, &[c('/'), c('、'), ctrl('f'), f(3)]),
                (C::Filter, &[c('f'), ctrl('t'), f(4)]),
                (C::Sort, &[c('s'), ctrl('o'), f(5)]),
            ],
            WHY,
            &[(C::SortBackwards, &[c('S'), Chord::ctrl(Key::Left)]), (C::Mine, &[c('m'), Chord::ctrl(Key::Up)])],
            &[(C::GroupBy, &[c('y'), k(Key::ShiftLeft)]), (C::SaveView, &[c('V'), ctrl('s')])],
            TABS,
            &[
                (C::Import, &[c('i'), ctrl('4')]),
                (C::Imports, &[c('I'), Chord::ctrl(Key::PageUp)]),
                (C::AddHousehold, &[c('a'), k(Key::Insert)]),
                (C::Edit, &[c('e'), ctrl('e')]),
                (C::BlankSheets, &[c('b'), ctrl('5')]),
                (C::HandOut, &[c('l'), ctrl('y'), f(7)]),
                (C::Mark, &[c(' '), k(Key::ShiftDown)]),
                (C::MarkRange, &[c('M'), k(Key::ShiftRight)]),
                (C::MarkAll, &[c('A'), Chord::ctrl(Key::Insert)]),
                (C::TakeBack, &[c('z'), k(Key::Delete)]),
                (C::WaterReport, &[c('r'), Chord::ctrl(Key::Down)]),
                (C::Overview, &[c('o'), Chord::ctrl(Key::Right)]),
                (C::Problems, &[c('x'), k(Key::Backspace)]),
                (C::Places, &[c('v'), Chord::ctrl(Key::End)]),
                (C::Settings, &[c('p'), Chord::ctrl(Key::Home)]),
                (C::WhoAmI, &[c('u'), ctrl('6')]),
                (C::Lock, &[c('L'), k(Key::ShiftUp)]),
            ],
            ASK,
            &[(C::Back, &[c('q'), k(Key::Esc), ctrl('x')])],
            MOVE,
        ],
    ),
    (
        Typing,
        &[
            &[(C::Open, &[k(Key::Enter)])],
            MOVE_WHILE_TYPING,
            &[
                (C::LogVisit, &[ctrl('n'), f(2)]),
                (C::WhyDue, &[ctrl('w'), f(6)]),
                (C::Edit, &[ctrl('e')]),
                (C::WaterReport, &[Chord::ctrl(Key::Down)]),
            ],
        ],
    ),
    (
        Household,
        &[
            VISIT,
            WHY,
            TABS,
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::Edit, &[c('e'), ctrl('e')]),
                (C::WaterReport, &[c('r'), Chord::ctrl(Key::Down)]),
                (C::Reveal, &[c('i'), k(Key::Backspace)]),
                (C::Procedures, &[c('t'), k(Key::ShiftRight)]),
            ],
            HISTORY,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Visits,
        &[
            &[(C::Open, &[k(Key::Enter)])],
            VISIT,
            &[
                (C::CorrectVisit, &[c('e'), ctrl('e')]),
                (C::PrintSheet, &[c('p'), ctrl('5')]),
                (C::VoidVisit, &[c('d'), k(Key::Delete)]),
            ],
            HISTORY,
            WHY,
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Income,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::EditMonth, &[c('e'), ctrl('e')]),
                (C::SwitchWindow, &[c('t'), ctrl('t')]),
                (C::FallReasons, &[c('r'), k(Key::Insert)]),
                (C::VoidMonth, &[c('d'), k(Key::Delete)]),
            ],
            HISTORY,
            VISIT,
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Measures,
        &[
            &[
                (C::AddMeasure, &[c('a'), k(Key::Insert)]),
                (C::EditMeasure, &[k(Key::Enter), c('e'), ctrl('e')]),
                (C::VoidMeasure, &[c('d'), k(Key::Delete)]),
            ],
            HISTORY,
            VISIT,
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Risk,
        &[
            &[
                (C::ChangeStatus, &[c('c'), ctrl('e')]),
                (C::Attest, &[c('a'), k(Key::Insert)]),
                (C::MarkGroup, &[c('z'), k(Key::ShiftDown)]),
            ],
            HISTORY,
            WHY,
            VISIT,
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (History, &[&[(C::VoidRecord, &[c('d'), k(Key::Delete)])], ASK, LEAVE, MOVE]),
    (
        Settings,
        &[
            &[(C::Override, &[k(Key::Enter), c('e'), ctrl('e')]), (C::TakeBack, &[c('d'), k(Key::Delete)])],
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Form,
        &[&[
            (C::Next, &[k(Key::Tab), k(Key::Enter), k(Key::Down)]),
            (C::Save, &[ctrl('s')]),
            (C::Back, &[k(Key::Esc), ctrl('x')]),
            (C::TakeLast, &[ctrl('y'), f(7)]),
            (C::NextSection, &[ctrl('k'), Chord::ctrl(Key::PageDown)]),
            (C::Calendar, &[ctrl('d'), f(8)]),
            (C::Undo, &[ctrl('z')]),
            (C::Redo, &[ctrl('Z'), ctrl('7')]),
            (C::ClearField, &[ctrl('u')]),
            (C::DiscardDraft, &[ctrl('r')]),
            (C::Previous, &[k(Key::BackTab), k(Key::Up)]),
            (C::PageUp, &[k(Key::PageUp)]),
            (C::PageDown, &[k(Key::PageDown)]),
        ]],
    ),
    (
        Import,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::Back, &[k(Key::Esc), ctrl('x')]),
                (C::Imports, &[Chord::ctrl(Key::PageUp)]),
                (C::Columns, &[ctrl('e')]),
                (C::ClearField, &[ctrl('u')]),
                (C::Save, &[ctrl('s')]),
            ],
            MOVE_WHILE_TYPING,
        ],
    ),
    (
        ImportPlan,
        &[
            &[(C::ApplyImport, &[k(Key::Enter), ctrl('s')])],
            LEAVE,
            &[
                (C::GoodRows, &[c('t'), ctrl('t'), f(4)]),
                (C::Columns, &[c('e'), ctrl('e')]),
                (C::JoinVillages, &[c('v'), k(Key::Tab)]),
            ],
            ASK,
            &[
                (C::Up, &[c('k'), k(Key::Up)]),
                (C::Down, &[c('j'), k(Key::Down)]),
                (C::PageUp, &[k(Key::PageUp)]),
                (C::PageDown, &[k(Key::PageDown), c(' ')]),
                (C::First, &[c('g'), k(Key::Home)]),
                (C::Last, &[c('G'), k(Key::End)]),
            ],
        ],
    ),
    (Columns, &[&[(C::AssignColumn, &[k(Key::Enter), c('e'), ctrl('e')])], ASK, LEAVE, MOVE]),
    (Imports, &[&[(C::Open, &[k(Key::Enter)]), (C::UndoImport, &[c('u'), k(Key::Delete)])], ASK, LEAVE, MOVE]),
    (
        OpenedImport,
        &[
            &[(C::UndoImport, &[c('u'), k(Key::Delete)])],
            ASK,
            LEAVE,
            &[
                (C::Up, &[c('k'), k(Key::Up)]),
                (C::Down, &[c('j'), k(Key::Down)]),
                (C::PageUp, &[k(Key::PageUp)]),
                (C::PageDown, &[k(Key::PageDown), c(' ')]),
                (C::First, &[c('g'), k(Key::Home)]),
                (C::Last, &[c('G'), k(Key::End)]),
            ],
        ],
    ),
    (Working, &[&[(C::Back, &[k(Key::Esc), ctrl('x')])]]),
    (
        Reading,
        &[&[
            (C::Back, &[k(Key::Esc), k(Key::Enter), c('q'), ctrl('x')]),
            (C::Up, &[c('k'), k(Key::Up)]),
            (C::Down, &[c('j'), k(Key::Down)]),
            (C::First, &[k(Key::Home)]),
            (C::Last, &[k(Key::End)]),
            (C::PageUp, &[k(Key::PageUp)]),
            (C::PageDown, &[k(Key::PageDown), c(' ')]),
        ]],
    ),
    (
        Choosing,
        &[&[
            (C::Confirm, &[k(Key::Enter)]),
            (C::Back, &[k(Key::Esc), ctrl('x')]),
            (C::Up, &[k(Key::Up), k(Key::BackTab)]),
            (C::Down, &[k(Key::Down), k(Key::Tab)]),
            (C::PageUp, &[k(Key::PageUp)]),
            (C::PageDown, &[k(Key::PageDown)]),
            (C::First, &[k(Key::Home)]),
            (C::Last, &[k(Key::End)]),
        ]],
    ),
    (
        Gate,
        &[&[
            (C::Confirm, &[k(Key::Enter)]),
            (C::OtherProof, &[k(Key::Tab)]),
            (C::ClearField, &[ctrl('u')]),
            (C::Back, &[k(Key::Esc), ctrl('x')]),
        ]],
    ),
    (Calendar, &[&[(C::Confirm, &[k(Key::Enter)]), (C::Back, &[k(Key::Esc), ctrl('x')])]]),
    (
        Everywhere,
        &[&[
            (C::Help, &[ctrl('g'), f(1)]),
            (C::Palette, &[ctrl('p'), f(9)]),
            (C::Back, &[k(Key::Esc), ctrl('x')]),
            (C::Redraw, &[ctrl('l')]),
            (C::Lock, &[k(Key::ShiftUp)]),
            (C::Suspend, &[ctrl('z')]),
            (C::Quit, &[ctrl('q'), ctrl('c'), f(10)]),
        ]],
    ),
];

/// Every key of the interface. Within a context in the order of the footer.
pub static BINDINGS: LazyLock<Vec<Binding>> = LazyLock::new(|| {
    let of = |(context, layers): &(Context, &[Layer])| {
        let context = *context;
        let rows = layers.iter().flat_map(|layer| layer.iter());
        rows.map(move |(command, chords)| Binding { context, command: *command, chords }).collect::<Vec<_>>()
    };
    TABLES.iter().flat_map(|rows| rows.iter()).flat_map(of).collect()
});
