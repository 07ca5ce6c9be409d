//! What this process leaves behind when it fails: nothing of what it held.

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
