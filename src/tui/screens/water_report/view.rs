//! The water report on the screen: what it is for, then the fields.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::i18n::Words;

use super::WaterReportForm;
use crate::tui::form;
use crate::tui::theme::Look;

pub fn draw(screen: &WaterReportForm, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let rest = form::view::title(&words.t("water-report-title"), &screen.kept, words, look, frame, area);
    form::view::draw(&screen.form, words, look, frame, rest);
}
