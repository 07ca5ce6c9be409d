//! tui
use crate::cli::{Exit, Session};
pub fn run(_session: Session, _demo: bool) -> Exit {
    Exit::Refused
}
