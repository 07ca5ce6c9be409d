//! The rows of the table of keys for what a cadre looks at: the overview, the ledgers and the findings behind it.

use super::Context;
use super::chord::{Chord, Key};
use super::layers::{ASK, HISTORY, LEAVE, MOVE, MOVE_WHILE_TYPING, Rows, TABS, c, ctrl, f, k};
use crate::tui::command::Command as C;

use Context::{
    Audit, Groups, Narrowing, NarrowingFindings, NarrowingProcedures, Overview, Places, Problems, Procedure,
    Procedures, Rounds,
};

pub(super) const CADRE: Rows = &[
    (
        Overview,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::NextTab, &[k(Key::Tab)]),
                (C::PreviousTab, &[k(Key::BackTab)]),
                (C::Sort, &[c('s'), ctrl('o'), f(5)]),
                (C::Months, &[c('c'), ctrl('d'), f(8)]),
                (C::WriteReport, &[c('p'), ctrl('5')]),
                (C::Rounds, &[c('r'), k(Key::ShiftRight)]),
                (C::Procedures, &[c('t'), k(Key::Backspace)]),
                (C::Audit, &[c('d'), k(Key::ShiftDown)]),
                (C::Groups, &[c('z'), k(Key::ShiftLeft)]),
                (C::EditContact, &[c('e'), ctrl('e')]),
                (C::HouseholdList, &[c('o'), Chord::ctrl(Key::Right)]),
                (C::SortBackwards, &[c('S'), Chord::ctrl(Key::Left)]),
                (C::NextColumn, &[c('l'), k(Key::Right)]),
                (C::PreviousColumn, &[c('h'), k(Key::Left)]),
            ],
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Problems,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::Mark, &[c(' '), k(Key::ShiftDown), k(Key::Insert)]),
                (C::CloseProblems, &[c('c'), ctrl('e')]),
                (C::ToldBack, &[c('t'), ctrl('d'), f(8)]),
                (C::Reopen, &[c('d'), k(Key::Delete)]),
                (C::Search, &[c('/'), c('、'), ctrl('f'), f(3)]),
                (C::MarkAll, &[c('a'), Chord::ctrl(Key::Insert)]),
                (C::PrintProblems, &[c('p'), ctrl('5')]),
            ],
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (
        Procedures,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::AddClue, &[c('a'), k(Key::Insert)]),
                (C::OpenHousehold, &[c('o'), k(Key::ShiftRight)]),
                (C::Search, &[c('/'), c('、'), ctrl('f'), f(3)]),
            ],
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (NarrowingProcedures, &[&[(C::Open, &[k(Key::Enter)])], MOVE_WHILE_TYPING]),
    (
        Procedure,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::ProcedureOther, &[c('e'), ctrl('e')]),
                (C::PrintPapers, &[c('p'), ctrl('5')]),
                (C::OpenHousehold, &[c('o'), k(Key::ShiftRight)]),
            ],
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (Narrowing, &[&[(C::Open, &[k(Key::Enter)])], MOVE_WHILE_TYPING]),
    (
        Audit,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::Mark, &[c(' '), k(Key::ShiftDown), k(Key::Insert)]),
                (C::CheckFindings, &[c('c'), ctrl('e')]),
                (C::UncheckFinding, &[c('d'), k(Key::Delete)]),
                (C::Search, &[c('/'), c('、'), ctrl('f'), f(3)]),
                (C::MarkAll, &[c('a'), Chord::ctrl(Key::Insert)]),
            ],
            TABS,
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (NarrowingFindings, &[&[(C::Open, &[k(Key::Enter)])], MOVE_WHILE_TYPING]),
    (
        Groups,
        &[
            &[
                (C::Open, &[k(Key::Enter)]),
                (C::NextTab, &[k(Key::Tab)]),
                (C::PreviousTab, &[k(Key::BackTab)]),
                (C::NextColumn, &[c('l'), k(Key::Right)]),
                (C::PreviousColumn, &[c('h'), k(Key::Left)]),
            ],
            ASK,
            LEAVE,
            MOVE,
        ],
    ),
    (Rounds, &[&[(C::Open, &[k(Key::Enter)])], ASK, LEAVE, MOVE]),
    (Places, &[&[(C::Open, &[k(Key::Enter)]), (C::Registered, &[c('e'), ctrl('e')])], HISTORY, ASK, LEAVE, MOVE]),
];
