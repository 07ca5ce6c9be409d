//! The water report on the screen: what it is for, then the fields.

use ratatui::layout::Rect;

use super::WaterReportForm;
use crate::tui::form;
use crate::tui::scene::{Scene, Surroundings};

pub fn draw(screen: &WaterReportForm, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, .. } = scene.around;
    let rest = form::view::title(&words.t("water-report-title"), &screen.kept, scene, area);
    form::view::draw(&screen.form, scene, rest);
}
