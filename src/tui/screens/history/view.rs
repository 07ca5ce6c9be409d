//! The history as it is drawn:
//!
//! ```text
//! ▌2026-11-22 14:03 张敏 变更 资料（搬了家）
//!     行政村：石桥村 → 上河村
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::report::history::{change_lines, entry_words};
use crate::text::wrap;

use super::HistoryScreen;
use crate::tui::scene::{Scene, Surroundings};

/// Columns before the lines of what changed.
const INDENT: usize = 4;

pub fn draw(screen: &HistoryScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, .. } = scene.around;
    let count = words.with("history-count", &[("count", &screen.entries.len().to_string())]);
    let title = format!(" {}", screen.title);
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&count, look.theme.dim));
    if screen.entries.is_empty() {
        scene.put(area, 2, Line::styled(format!("  {}", words.t("history-none")), look.theme.dim));
        return;
    }
    let height = usize::from(area.height.saturating_sub(1));
    let columns = usize::from(area.width);
    let mut lines = lines_around(screen, around, columns, height);
    let selected = lines.iter().position(|(at, _)| *at == screen.selected).unwrap_or(0);
    let length = lines.iter().filter(|(at, _)| *at == screen.selected).count();
    // The whole selected entry is seen, and what comes before it as far as there is room.
    let top = (selected + length).saturating_sub(height).min(selected);
    for (row, (at, line)) in lines.drain(top..).take(height).enumerate() {
        scene.put_choice(area, row + 1, line, at, Some(screen.selected));
    }
}

/// The lines of the entries around the selected one: no more than can be seen.
fn lines_around(
    screen: &HistoryScreen,
    around: Surroundings<'_>,
    columns: usize,
    height: usize,
) -> Vec<(usize, Line<'static>)> {
    let Surroundings { words, look, policy, .. } = around;
    let from = screen.selected.saturating_sub(height);
    let near = screen.entries.iter().enumerate().skip(from).take(height * 2);
    let mut lines = Vec::new();
    for (at, entry) in near {
        let is_selected = at == screen.selected;
        let style = if is_selected { look.theme.selected } else { Style::new() };
        let mark = if is_selected { look.glyphs.cursor } else { " " };
        let head = wrap(&entry_words(words, policy, entry), columns.saturating_sub(2));
        lines.extend(head.into_iter().map(|text| (at, Line::styled(format!("{mark}{text}"), style))));
        for change in change_lines(words, entry) {
            let wrapped = wrap(&change, columns.saturating_sub(INDENT + 1));
            let indent = " ".repeat(INDENT);
            lines.extend(wrapped.into_iter().map(|text| (at, Line::styled(format!("{indent}{text}"), look.theme.dim))));
        }
    }
    lines
}
