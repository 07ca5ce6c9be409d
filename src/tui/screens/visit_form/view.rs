//! The visit form on the screen:
//!
//! ```text
//!  走访 王小明 · 石桥村 三组 · 4 口人                       草稿已存 14:03:22
//!  上次 2026-09-28 入户走访
//!  ── 何时、如何 ──────────────────────────────────────────────
//!  ▌走访方式        入户走访                      入户走访
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::last_time::last_visit_with_answers;
use crate::i18n::Words;

use super::super::super::form;
use super::super::super::theme::Look;
use super::super::super::widgets::{two_sided, who_and_where};
use super::VisitForm;

pub fn draw(screen: &VisitForm, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let row = &screen.file.row;
    let title = format!(" {} {}", words.t("form-visit"), who_and_where(words, look, row));
    let kept = match &screen.kept.at {
        Some(at) => words.with("form-draft-kept", &[("at", at)]),
        None => words.t("form-nothing-typed"),
    };
    two_sided(frame, Rect { height: 1, ..area }, (&title, look.theme.bold), (&kept, look.theme.dim), look);
    let last = last_visit_with_answers(&screen.file.visits, screen.today).map_or_else(
        || words.t("form-no-last"),
        |visit| {
            let mode = visit.mode.map(|mode| words.of(mode)).unwrap_or_default();
            words.with("form-last", &[("on", &visit.visited_on.to_string()), ("mode", &mode)])
        },
    );
    let below = Rect { y: area.y + 1, height: 1, ..area };
    two_sided(frame, below, (&format!(" {last}"), look.theme.dim), ("", look.theme.dim), look);
    let rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    form::view::draw(&screen.form, words, look, frame, rest);
}
