//! What stands above the fields of a visit:
//!
//! ```text
//!  走访 王小明 · 石桥村 三组 · 4 口人                       草稿已存 14:03:22
//!  上次 2026-09-28 入户走访
//! ```

use ratatui::text::Line;

use super::VisitForm;
use crate::tui::scene::Surroundings;
use crate::tui::widgets::who_and_where;

pub(super) fn title(screen: &VisitForm, around: Surroundings<'_>) -> String {
    let what = if screen.correcting.is_some() { "form-correct-visit" } else { "form-visit" };
    format!("{} {}", around.words.t(what), who_and_where(around, &screen.file.row))
}

pub(super) fn last_line(screen: &VisitForm, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let last = screen.last_visit().map_or_else(
        || words.t("form-no-last"),
        |visit| {
            let mode = visit.mode.map(|mode| words.of(mode)).unwrap_or_default();
            words.with("form-last", &[("on", &visit.visited_on.to_string()), ("mode", &mode)])
        },
    );
    Line::styled(format!(" {last}"), look.theme.dim)
}
