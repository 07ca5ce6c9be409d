//! Telling how far long work is, and stopping it.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::error::StoreError;

/// Told from time to time: done, of how many. Answers whether to go on.
pub type Progress<'a> = &'a mut (dyn FnMut(usize, usize) -> bool + Send);

/// How often it is looked how far a file has grown.
const LOOKS_EACH: Duration = Duration::from_millis(100);

/// Does work during which the connection makes no call back, and tells meanwhile how far the files that it writes
/// have grown, in hundredths of what they will hold. Who answers *no* stops it.
pub(super) fn watched<T>(
    conn: &Connection,
    (files, whole): (&[&Path], u64),
    progress: Progress<'_>,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let interrupt = conn.get_interrupt_handle();
    let (ends, ended) = channel::<()>();
    thread::scope(|scope| {
        let watching = scope.spawn(move || {
            let mut goes_on = true;
            loop {
                let written: u64 = files.iter().filter_map(|file| fs::metadata(file).ok()).map(|file| file.len()).sum();
                let hundredths = (written.saturating_mul(100) / whole.max(1)).min(100);
                goes_on = goes_on && progress(usize::try_from(hundredths).unwrap_or(100), 100);
                if !goes_on {
                    // Again and again: between two statements nothing is there to be interrupted.
                    interrupt.interrupt();
                }
                if ended.recv_timeout(LOOKS_EACH) != Err(RecvTimeoutError::Timeout) {
                    return !goes_on;
                }
            }
        });
        let done = work();
        drop(ends);
        // A thread that only counts does not panic.
        let is_stopped = watching.join().unwrap_or(false);
        if is_stopped { Err(StoreError::Stopped) } else { done }
    })
}
