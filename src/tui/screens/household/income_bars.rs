//! Twelve months as bars, with the line drawn in as what it asks of a month.

use ratatui::text::{Line, Span};

use crate::domain::income::net;
use crate::domain::window_income::WindowIncome;
use crate::text::pad;

use crate::tui::theme::Look;

/// Columns of a month.
const MONTH: usize = 4;
/// Eighths of a character in which a bar ends.
const STEPS: i64 = 8;

/// The bars from top to bottom, then the numbers of the months: so many lines.
pub(super) fn bars(
    income: &WindowIncome,
    line: Option<i64>,
    legend: &str,
    look: &Look,
    lines: usize,
) -> Vec<Line<'static>> {
    let height = i64::try_from(lines.saturating_sub(1)).unwrap_or(1).max(1);
    let of_month =
        |month| income.months.get(&month).and_then(|it| net(&it.amounts)).map(crate::domain::money::Money::fen);
    let months: Vec<(u32, Option<i64>)> =
        income.window.months().map(|month| (month.number(), of_month(month))).collect();
    let highest = months.iter().filter_map(|(_, fen)| *fen).chain(line).max().unwrap_or(0).max(1);
    let level = |fen: i64| fen.max(0) * height * STEPS / highest;
    // The row, counted from the bottom, that the line runs through.
    let line_row = line.map(|fen| ((level(fen) + STEPS - 1) / STEPS).clamp(1, height));
    let mut drawn: Vec<Line<'static>> = (1..=height)
        .rev()
        .map(|row| {
            let mut spans = vec![Span::raw("   ")];
            for (_, fen) in &months {
                let cell = cell(fen.map(level), row, look);
                let (text, style) = match cell {
                    Some(text) => (text.repeat(2), look.theme.accent),
                    None if line_row == Some(row) => (look.glyphs.line.repeat(2), look.theme.warn),
                    None if row == 1 && fen.is_none() => (pad(look.glyphs.dot, 2, ""), look.theme.dim),
                    None => (" ".repeat(2), look.theme.dim),
                };
                let gap = if line_row == Some(row) { look.glyphs.line } else { " " };
                spans.push(Span::styled(text, style));
                spans.push(Span::styled(gap.repeat(MONTH - 2), look.theme.warn));
            }
            if line_row == Some(row) {
                spans.push(Span::styled(format!(" {legend}"), look.theme.warn));
            }
            Line::from(spans)
        })
        .collect();
    let numbers: String = months.iter().map(|(number, _)| pad(&number.to_string(), MONTH, "")).collect();
    drawn.push(Line::styled(format!("   {numbers}"), look.theme.dim));
    drawn
}

/// What a bar of a level shows in a row; nothing above its end.
fn cell(level: Option<i64>, row: i64, look: &Look) -> Option<&'static str> {
    let filled = level? - (row - 1) * STEPS;
    match filled {
        ..1 => None,
        1..STEPS => usize::try_from(filled).ok().and_then(|filled| look.glyphs.bars.get(filled - 1)).copied(),
        _ => Some(look.glyphs.full),
    }
}
