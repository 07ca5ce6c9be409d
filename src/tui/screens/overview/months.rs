//! The months beside the overview: the last twelve as bars, and this one day by day.
//!
//! ```text
//!  2026-11  ████░░░░░░  23%  1791/7790 户 · 主动 1210
//!
//!  2026-11 每天：到期 / 走访（户）
//!     一      二      三      四      五      六      日
//!                                                      1
//!                                                    0/3
//! ```

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::overview::{MonthVisits, percent};
use crate::report::overview::month_words;
use crate::text::{pad, pad_left};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::{bar, heading};

use super::OverviewFace;

/// What the months take beside the table.
pub(super) const COLUMNS: u16 = 64;
/// The widest a day is.
const DAY: usize = 9;
const BAR: usize = 10;
/// Lines of a week: the days, their numbers.
const WEEK: usize = 2;

/// The most lines that they take: headings, months, weeks of two lines, what was carried over.
pub(super) const LINES: usize = 2 + 12 + 1 + 6 * WEEK + 1;

/// As many of their lines as there is room for, from one on.
pub(super) fn draw(face: &OverviewFace, scene: &mut Scene<'_, '_>, area: Rect, top: usize) {
    for (row, line) in lines(face, scene.around, usize::from(area.width)).into_iter().skip(top).enumerate() {
        scene.put(area, row, line);
    }
}

fn lines(face: &OverviewFace, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
    let name = face.name_of(around.words, face.selected);
    let title = format!("{} {} {name}", around.words.t("overview-months"), around.look.glyphs.dot);
    let mut lines = vec![heading(&title, columns, around.look)];
    lines.extend(face.months.iter().map(|month| month_line(month, around)));
    let Some(month) = face.months.last() else { return lines };
    let title = around.words.with("overview-days", &[("month", &month.month.to_string())]);
    lines.push(heading(&title, columns, around.look));
    lines.extend(day_lines(month, around, columns));
    lines
}

fn month_line(month: &MonthVisits, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let percent = percent(month.visited, month.obliged);
    let bar = if month.obliged > 0 { bar(month.visited, month.obliged, BAR, &look.glyphs) } else { String::new() };
    let percent = percent.map_or_else(|| words.t("none"), |percent| format!("{percent}%"));
    Line::from(vec![
        Span::styled(format!("  {}  ", month.month), look.theme.dim),
        Span::styled(pad(&bar, BAR, ""), look.theme.accent),
        Span::raw(format!(" {}  {}", pad_left(&percent, 4, ""), month_words(words, month))),
    ])
}

fn day_lines(month: &MonthVisits, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
    let Surroundings { words, look, today, .. } = around;
    let columns = (columns.saturating_sub(1) / 7).min(DAY);
    let heads = (1..=7).map(|day| pad_left(&words.t(&format!("calendar-day-{day}")), columns, ""));
    let mut lines = vec![Line::styled(heads.collect::<String>(), look.theme.dim)];
    let days: Vec<NaiveDate> = month.month.first_day().iter_days().take(month.days.len()).collect();
    let before = month.month.first_day().weekday().num_days_from_monday() as usize;
    for week in 0..(before + days.len()).div_ceil(7) {
        let places = (week * 7..week * 7 + 7).map(|place| place.checked_sub(before).filter(|at| *at < days.len()));
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for place in places {
            let (number, counts, is_today) = place.map_or_else(Default::default, |at| {
                let (due, visited) = month.days[at];
                let counts = if due + visited > 0 { format!("{due}/{visited}") } else { look.glyphs.dot.to_owned() };
                (days[at].day().to_string(), counts, days[at] == today)
            });
            let style = if is_today { look.theme.accent } else { look.theme.dim };
            above.push(Span::styled(pad_left(&number, columns, ""), style));
            below.push(Span::styled(pad_left(&counts, columns, ""), Style::new()));
        }
        lines.extend([Line::from(above), Line::from(below)]);
    }
    if month.carried_over > 0 {
        let count = month.carried_over.to_string();
        let carried = words.with("overview-carried", &[("count", &count)]);
        lines.push(Line::styled(format!("  {carried}"), look.theme.dim));
    }
    lines
}
