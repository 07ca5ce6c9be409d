//! A panic anywhere: it is remembered where it happened and nothing of what it says, which may hold a
//! name; whoever runs the work ends it in order.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

use crate::log::{self, Fact};

/// Where the first panic happened.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// From now on a panic writes nothing: the terminal is not a page to write on.
pub(super) fn remember() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        if let Some(place) = panic.location() {
            log::note("panic", &[("at", Fact::Place(place))]);
        }
        if let Ok(mut first) = PLACE.lock() {
            first.get_or_insert(place);
        }
    }));
}

/// Runs work to its end or its panic.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    panic::catch_unwind(AssertUnwindSafe(work))
}

/// Panics if the environment asks for it at this point, so that what follows can be looked at. No
/// release build knows of it.
pub(super) fn rehearse(point: &str) {
    let is_asked = || std::env::var_os("HUIFANG_REHEARSE_PANIC").is_some_and(|asked| asked == point);
    assert!(!(cfg!(debug_assertions) && is_asked()), "rehearsed");
}

/// Where it happened: a file of the program and a line.
pub(super) fn place() -> String {
    PLACE.lock().ok().and_then(|place| place.clone()).unwrap_or_default()
}
