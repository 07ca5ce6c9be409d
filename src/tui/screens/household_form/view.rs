//! The household form on the screen: what it is for, then the fields.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::i18n::Words;

use super::super::super::form;
use super::super::super::theme::Look;
use super::super::super::widgets::two_sided;
use super::HouseholdForm;

pub fn draw(screen: &HouseholdForm, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let title = match &screen.file {
        Some(file) => words.with("form-edit-household", &[("name", &file.row.name)]),
        None => words.t("form-add-household"),
    };
    let kept = match &screen.kept.at {
        Some(at) => words.with("form-draft-kept", &[("at", at)]),
        None => words.t("form-nothing-typed"),
    };
    two_sided(
        frame,
        Rect { height: 1, ..area },
        (&format!(" {title}"), look.theme.bold),
        (&kept, look.theme.dim),
        look,
    );
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    form::view::draw(&screen.form, words, look, frame, rest);
}
