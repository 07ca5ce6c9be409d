//! The ledger of problems as it is drawn:
//!
//! ```text
//!  问题台账 · 4008 户                                          2026-11-22 周日
//!  未解决 4873  已销号 12                                        已选 3 个
//!  ✓10-31 超22天    王小明  石桥村 三组  基本医疗  慢病证办理  县医保局
//! ```

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ledger::ListedProblem;
use crate::text::{fit, pad};
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::widgets::{short_day, weekday};

use super::{ProblemsScreen, ProblemsTab};

/// The columns of a line, those that give way last first.
const DAY: usize = 9;
const LEFT: usize = 14;
const HEAD: usize = 9;
const CHECK: usize = 9;
const PLACE: usize = 18;
const UNIT: usize = 14;
/// From these widths on the check, the place and the unit have room.
const CHECK_FROM: usize = 70;
const UNIT_FROM: usize = 96;
const PLACE_FROM: usize = 78;

pub fn draw(screen: &ProblemsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, today, .. } = scene.around;
    let households: BTreeSet<_> = screen.list.shown().map(|listed| listed.household.id).collect();
    let households = words.with("problems-households", &[("count", &households.len().to_string())]);
    let count = words.with("problems-count", &[("count", &screen.list.count().to_string())]);
    let title = format!(" {} {dot} {count} {dot} {households}", words.t("problems-title"), dot = look.glyphs.dot);
    let day = if screen.marked.is_empty() {
        format!("{today} {}", weekday(words, today))
    } else {
        words.with("problems-marked", &[("count", &screen.marked.len().to_string())])
    };
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&day, look.theme.dim));
    draw_tabs(screen, scene, Rect { y: area.y + 1, height: 1, ..area });
    let list = rest(area, 2);
    let empty = match (screen.list.is_read(), screen.tab) {
        (false, _) => "problems-reading",
        (true, _) if !screen.list.query.is_empty() => "problems-none-found",
        (true, ProblemsTab::Open) => "problems-none",
        (true, ProblemsTab::Closed) => "problems-none-closed",
    };
    if screen.list.is_empty() {
        return scene.put(list, 1, Line::styled(format!("   {}", words.t(empty)), look.theme.dim));
    }
    let around = scene.around;
    let columns = usize::from(area.width);
    scene.list("problems", list, (screen.list.count(), Some(screen.list.selected_row())), |row| {
        screen.list.at(row).map_or_else(Line::default, |listed| line(screen, listed, row, columns, around))
    });
}

fn draw_tabs(screen: &ProblemsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, .. } = scene.around;
    let names: Vec<String> =
        ProblemsTab::ALL.iter().map(|tab| format!("{} {}", words.of(*tab), screen.count(*tab))).collect();
    let used = scene.tabs(area, &names, screen.tab as usize);
    let right = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    screen.list.draw_typed(scene, right);
}

fn line(
    screen: &ProblemsScreen,
    listed: &ListedProblem,
    row: usize,
    columns: usize,
    around: Surroundings<'_>,
) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let ListedProblem { problem, household, .. } = listed;
    let ellipsis = look.glyphs.ellipsis;
    let mark = if screen.marked.contains(&problem.id) { look.glyphs.ticked } else { " " };
    let left = problem.days_left(screen.today);
    let (day, told_left, style) = match (&problem.closing, left) {
        (Some(closing), _) => (short_day(closing.on, screen.today), String::new(), look.theme.dim),
        (None, None) => (String::new(), words.t("problems-no-deadline"), look.theme.dim),
        (None, Some(left)) => {
            let day = problem.deadline.map(|day| short_day(day, screen.today)).unwrap_or_default();
            let (key, style) = match left {
                ..0 => ("problems-late", look.theme.bad),
                0 => ("problems-due-today", look.theme.warn),
                1.. => ("problems-days-left", Style::new()),
            };
            (day, words.with(key, &[("days", &left.abs().to_string())]), style)
        }
    };
    let mut spans = vec![
        Span::styled(if row == screen.list.selected_row() { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::styled(pad(mark, 2, ""), look.theme.accent),
        Span::styled(pad(&day, DAY, ellipsis), style),
    ];
    let mut used = 3 + DAY;
    let mut add = |text: &str, columns: usize, style: Style| {
        spans.push(Span::styled(format!("{} ", pad(text, columns - 1, ellipsis)), style));
        used += columns;
    };
    if problem.closing.is_none() {
        add(&told_left, LEFT, style);
    }
    add(&household.name, HEAD, Style::new());
    if columns >= PLACE_FROM {
        add(format!("{} {}", household.village, household.group).trim(), PLACE, Style::new());
    }
    if columns >= CHECK_FROM {
        add(&problem.check.map(|check| words.short(check)).unwrap_or_default(), CHECK, Style::new());
    }
    if columns >= UNIT_FROM {
        add(&problem.unit, UNIT, Style::new());
    }
    let told = problem.told_back_on.map(|on| words.with("problems-told", &[("on", &short_day(on, screen.today))]));
    let done = problem.closing.as_ref().map(|closing| closing.done.clone()).filter(|done| !done.is_empty());
    let what = [Some(problem.what.clone()), done, told].into_iter().flatten().collect::<Vec<_>>();
    spans.push(Span::raw(fit(
        &what.join(&format!(" {} ", look.glyphs.dot)),
        columns.saturating_sub(used + 1),
        ellipsis,
    )));
    let line = Line::from(spans);
    if row == screen.list.selected_row() { line.style(look.theme.selected) } else { line }
}
