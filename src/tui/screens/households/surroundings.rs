//! What the home screen is drawn with besides its own state.

use crate::domain::policy::Policy;
use crate::i18n::Words;

use crate::tui::theme::Look;

/// What the home screen is drawn with besides its own state.
pub struct Surroundings<'a> {
    pub words: &'a Words,
    pub look: &'a Look,
    pub policy: &'a Policy,
    pub me: Option<&'a str>,
    /// These are made-up households, and the screen says so.
    pub is_demo: bool,
}
