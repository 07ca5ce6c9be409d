//! Everything that the loop waits for, in one place.

use std::sync::mpsc::Sender;

use super::news::Msg;
use super::panics;
use super::terminal::Input;

/// What happened.
pub(super) enum Happened {
    Input(Input),
    Told(Box<Msg>),
    /// A thread of ours ended in a panic.
    Crashed,
}

impl Happened {
    /// Somebody sits there.
    pub(super) const fn is_of_a_person(&self) -> bool {
        matches!(self, Self::Input(Input::Key(_) | Input::Paste(_) | Input::Click(_) | Input::Wheel { .. }))
    }

    pub(super) fn told(msg: Msg) -> Self {
        Self::Told(Box::new(msg))
    }
}

/// Runs work in a thread of its own; a panic in it is told.
pub(super) fn beside(sender: &Sender<Happened>, work: impl FnOnce() + Send + 'static) {
    let sender = sender.clone();
    std::thread::spawn(move || {
        if panics::guarded(work).is_err() {
            // A loop that has ended already listens no more.
            let _ = sender.send(Happened::Crashed);
        }
    });
}

/// Why the interface ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    Quit,
    /// The terminal is gone.
    Gone,
    /// The program itself failed, somewhere.
    Crashed,
}
