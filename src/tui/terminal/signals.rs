//! What the system tells a program besides keys: to end, to stop for a while, to go on.

use std::io;

/// What is waited for in a thread of its own.
#[cfg(unix)]
pub(super) struct Signals(signal_hook::iterator::Signals);

#[cfg(unix)]
impl Signals {
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
                    // Held until the end: a frame that is being drawn would hide the cursor again behind us.
                    let _out = io::stdout().lock();
                    super::restore();
                    std::process::exit(128 + signal);
                }
            }
        }
    }
}

#[cfg(unix)]
fn stop() {
    let _out = io::stdout().lock();
    super::restore();
    // Where the system does not let it stop, it goes on.
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}

/// Stops the program as the shell's own key does, until the shell lets it go on.
pub fn suspend() {
    #[cfg(unix)]
    {
        // Where the system does not let it stop, it goes on.
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::TSTP);
    }
}
