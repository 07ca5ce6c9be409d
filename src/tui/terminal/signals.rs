//! What the system tells a program besides keys: to end, to stop for a while, to go on.

#[cfg(unix)]
use std::io;

#[cfg(unix)]
use crate::process;

/// What is waited for in a thread of its own.
#[cfg(unix)]
pub(super) struct Signals(signal_hook::iterator::Signals);

#[cfg(unix)]
impl Signals {
    /// From now on the signals that end a program give the terminal back first.
    pub(super) fn catch() -> io::Result<Self> {
        use signal_hook::consts::{
            SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
        };
        let ending = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2];
        let all = ending.into_iter().chain([SIGTSTP, SIGCONT]);
        Ok(Self(signal_hook::iterator::Signals::new(all)?))
    }

    /// On those that end a program the terminal is put back and the program ends here: what was typed is
    /// a durable draft already. A stop gives the terminal back, and going on takes it over again.
    pub(super) fn wait(mut self, went_on: impl Fn() -> bool) {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        for signal in self.0.forever() {
            match signal {
                SIGTSTP => stop(),
                SIGCONT => {
                    // Where it cannot be taken over, the next frame says so.
                    let _ = super::take_over();
                    if !went_on() {
                        return;
                    }
                }
                _ => {
                    end_at_last(128 + signal);
                    // Held until the end: a frame that is being drawn would hide the cursor again behind us.
                    let _out = io::stdout().lock();
                    super::restore();
                    process::end(128 + signal);
                }
            }
        }
    }
}

/// A terminal that nobody reads holds the frame that is being written, and whoever waits for it.
#[cfg(unix)]
fn end_at_last(code: i32) {
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(2));
        process::end(code);
    });
}

#[cfg(unix)]
fn stop() {
    if !can_go_on() {
        return;
    }
    let _out = io::stdout().lock();
    super::restore();
    // Where the system does not let it stop, it goes on.
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}

/// A shell started the program and can let it go on: one that is the terminal's own command, stopped,
/// would stand still for ever.
///
/// Asked through nix, for which a session led from outside a container is number 0; for rustix a process
/// is never 0, and it ends the program.
#[cfg(unix)]
fn can_go_on() -> bool {
    use nix::unistd::{getpgid, getppid, getsid};
    let parent = Some(getppid());
    let is_of_this_session = matches!((getsid(parent), getsid(None)), (Ok(its), Ok(own)) if its == own);
    let has_own_group = matches!((getpgid(parent), getpgid(None)), (Ok(its), Ok(own)) if its != own);
    is_of_this_session && has_own_group
}

/// Stops the program as the shell's own key does, until the shell lets it go on. False: there is no shell
/// that could.
pub fn suspend() -> bool {
    #[cfg(unix)]
    if can_go_on() {
        return rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::TSTP).is_ok();
    }
    false
}
