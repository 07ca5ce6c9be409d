//! The visit form on the screen:
//!
//! ```text
//!  走访 王小明 · 石桥村 三组 · 4 口人                       草稿已存 14:03:22
//!  上次 2026-09-28 入户走访
//!  ── 何时、如何 ──────────────────────────────────────────────
//!  ▌走访方式        入户走访                      入户走访
//! ```

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::VisitForm;
use crate::tui::form;
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::who_and_where;

pub fn draw(screen: &VisitForm, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, .. } = scene.around;
    let what = if screen.correcting.is_some() { "form-correct-visit" } else { "form-visit" };
    let title = format!("{} {}", words.t(what), who_and_where(around, &screen.file.row));
    let below = form::view::title(&title, &screen.kept, scene, area);
    let last = screen.last_visit().map_or_else(
        || words.t("form-no-last"),
        |visit| {
            let mode = visit.mode.map(|mode| words.of(mode)).unwrap_or_default();
            words.with("form-last", &[("on", &visit.visited_on.to_string()), ("mode", &mode)])
        },
    );
    scene.put(below, 0, Line::styled(format!(" {last}"), look.theme.dim));
    let rest = Rect { y: below.y + 1, height: below.height.saturating_sub(1), ..below };
    form::view::draw(&screen.form, scene, rest);
}
