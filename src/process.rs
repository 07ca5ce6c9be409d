//! How this process ends, and what it leaves behind: nothing of what it held.

use crate::files::remove_throwaways;

/// Ends the process at once. What still runs beside is cut off: everything that was said to be saved is, and the
/// cipher, which such work may be using, is not taken down under it.
pub fn end(code: i32) -> ! {
    remove_throwaways();
    signal_hook::low_level::exit(code)
}

/// From now on what is made is for this person alone, whatever makes it.
pub fn make_files_private() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
}

/// From now on no core file is written: it would hold names and ID numbers.
pub fn leave_no_core() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // A system that refuses this writes cores only where its keeper asked for them.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // The limit alone does not hold where the system hands cores to a program.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
