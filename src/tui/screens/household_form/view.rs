//! The household form on the screen: what it is for, then the fields.

use ratatui::layout::Rect;

use super::HouseholdForm;
use crate::tui::form;
use crate::tui::scene::{Scene, Surroundings};

pub fn draw(screen: &HouseholdForm, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, .. } = scene.around;
    let title = match &screen.file {
        Some(file) => words.with("form-edit-household", &[("name", &file.row.name)]),
        None => words.t("form-add-household"),
    };
    let rest = form::view::title(&title, &screen.kept, scene, area);
    form::view::draw(&screen.form, scene, rest);
}
