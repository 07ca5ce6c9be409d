//! The household form on the screen: what it is for, then the fields.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::i18n::Words;

use super::HouseholdForm;
use crate::tui::form;
use crate::tui::theme::Look;

pub fn draw(screen: &HouseholdForm, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let title = match &screen.file {
        Some(file) => words.with("form-edit-household", &[("name", &file.row.name)]),
        None => words.t("form-add-household"),
    };
    let rest = form::view::title(&title, &screen.kept, words, look, frame, area);
    form::view::draw(&screen.form, words, look, frame, rest);
}
