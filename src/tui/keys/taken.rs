//! That the table of keys and the screens agree: asked while the program is built.

use super::Context;
use super::table::TABLES;
use crate::tui::command::{Command, Everywhere, Move, OnScreen};

/// Asked while the program is built. What every screen takes is left out.
///
/// # Panics
///
/// Where a key of these contexts means a command that is none of these, or one of these has no key there: then
/// the program is not built.
pub const fn assert_all_taken(contexts: &[Context], commands: &[Command]) {
    let mut has_key = [false; Command::ALL.len()];
    let mut table = 0;
    while table < TABLES.len() {
        let mut at = 0;
        while at < TABLES[table].len() {
            let (context, layers) = &TABLES[table][at];
            let mut layer = 0;
            while holds_context(contexts, *context) && layer < layers.len() {
                let mut row = 0;
                while row < layers[layer].len() {
                    let command = layers[layer][row].0;
                    let is_taken = holds(commands, command) || is_common(command);
                    assert!(is_taken, "a key means what its screen does not take");
                    has_key[command as usize] = true;
                    row += 1;
                }
                layer += 1;
            }
            at += 1;
        }
        table += 1;
    }
    let mut at = 0;
    while at < commands.len() {
        assert!(has_key[commands[at] as usize], "a screen takes a command that has no key there");
        at += 1;
    }
}

const fn is_common(command: Command) -> bool {
    Everywhere::of(command).is_some() || Move::of(command).is_some() || OnScreen::of(command).is_some()
}

const fn holds(commands: &[Command], wanted: Command) -> bool {
    let mut at = 0;
    while at < commands.len() {
        if commands[at] as usize == wanted as usize {
            return true;
        }
        at += 1;
    }
    false
}

const fn holds_context(contexts: &[Context], wanted: Context) -> bool {
    let mut at = 0;
    while at < contexts.len() {
        if contexts[at] as usize == wanted as usize {
            return true;
        }
        at += 1;
    }
    false
}
