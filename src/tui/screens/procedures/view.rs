//! The ledgers as they are drawn:
//!
//! ```text
//!  线索和认定 · 3 件                                          2026-11-22 周日
//!  进行中 2  线索 5  已结束 1
//!  ▌11-09 超13天  识别  王小明  石桥村 二组  待村级评议  李卫国
//! ```

use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::clue::{ListedClue, days_left};
use crate::domain::contact::ContactName;
use crate::ledger::ListedProcedure;
use crate::report::procedures::state_words;
use crate::text::{fit, pad, wrap};
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::widgets::{short_day, weekday};

use super::{ProceduresScreen, ProceduresTab};

/// The columns of a line.
const DAY: usize = 9;
const LEFT: usize = 14;
const KIND: usize = 11;
const HEAD: usize = 9;
const PLACE: usize = 18;
/// From this width on the place has room.
const PLACE_FROM: usize = 78;

pub fn draw(screen: &ProceduresScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    if let Some(page) = &screen.page {
        return page.draw(scene, area);
    }
    let Surroundings { words, look, today, .. } = scene.around;
    let title = format!(" {}", words.t("procedures-title"));
    let day = format!("{today} {}", weekday(words, today));
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&day, look.theme.dim));
    draw_tabs(screen, scene, Rect { y: area.y + 1, height: 1, ..area });
    let list = rest(area, 2);
    let (columns, around) = (usize::from(area.width), scene.around);
    let is_read = screen.procedures.is_read();
    let is_empty =
        if screen.tab == ProceduresTab::Clues { screen.clues.is_empty() } else { screen.procedures.is_empty() };
    if is_empty {
        let empty = match screen.tab {
            _ if !is_read => "procedures-loading",
            ProceduresTab::Running => "procedures-none",
            ProceduresTab::Clues => "procedures-no-clues",
            ProceduresTab::Ended => "procedures-none-ended",
        };
        for (row, line) in wrap(&words.t(empty), columns.saturating_sub(4)).into_iter().enumerate() {
            scene.put(list, row + 1, Line::styled(format!("   {line}"), look.theme.dim));
        }
        return;
    }
    if screen.tab == ProceduresTab::Clues {
        let (count, selected) = (screen.clues.count(), screen.clues.selected_row());
        return scene.list("clues", list, (count, Some(selected)), |row| {
            screen.clues.at(row).map_or_else(Line::default, |it| clue_line(it, row == selected, columns, around))
        });
    }
    let (count, selected) = (screen.procedures.count(), screen.procedures.selected_row());
    scene.list("procedures", list, (count, Some(selected)), |row| {
        screen.procedures.at(row).map_or_else(Line::default, |it| line(it, row == selected, columns, around))
    });
}

fn draw_tabs(screen: &ProceduresScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let words = scene.around.words;
    let count = |tab: ProceduresTab| match tab {
        ProceduresTab::Clues => screen.clues.all().filter(|it| it.clue.is_open()).count(),
        ProceduresTab::Running => screen.procedures.all().filter(|it| it.procedure.is_running()).count(),
        ProceduresTab::Ended => screen.procedures.all().filter(|it| !it.procedure.is_running()).count(),
    };
    let names: Vec<String> =
        ProceduresTab::ALL.iter().map(|tab| format!("{} {}", words.of(*tab), count(*tab))).collect();
    let used = scene.tabs(area, &names, screen.tab as usize);
    let right = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    match screen.tab {
        ProceduresTab::Clues => screen.clues.draw_typed(scene, right),
        ProceduresTab::Running | ProceduresTab::Ended => screen.procedures.draw_typed(scene, right),
    }
}

/// The day that something is due on, how far it is, and how it looks.
fn due_spans(due: Option<NaiveDate>, none: &str, around: Surroundings<'_>) -> [Span<'static>; 2] {
    let Surroundings { words, look, today, .. } = around;
    let ellipsis = look.glyphs.ellipsis;
    let (day, left, style) = match due.map(|due| (due, (due - today).num_days())) {
        None if none.is_empty() => (String::new(), String::new(), Style::new()),
        None => (String::new(), none.to_owned(), look.theme.dim),
        Some((due, left)) => {
            let (key, style) = match left {
                ..0 => ("problems-late", look.theme.bad),
                0 => ("problems-due-today", look.theme.warn),
                1.. => ("problems-days-left", Style::new()),
            };
            (short_day(due, today), words.with(key, &[("days", &left.abs().to_string())]), style)
        }
    };
    [Span::styled(pad(&day, DAY, ellipsis), style), Span::styled(pad(&left, LEFT, ellipsis), style)]
}

/// One line: when, what, who, where, and the rest as far as there is room.
fn spans(
    due: [Span<'static>; 2],
    parts: [&str; 3],
    rest: &str,
    is_selected: bool,
    columns: usize,
    around: Surroundings<'_>,
) -> Line<'static> {
    let look = around.look;
    let ellipsis = look.glyphs.ellipsis;
    let cursor = Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent);
    let [kind, name, place] = parts;
    let mut line = vec![cursor];
    line.extend(due);
    let mut used = 1 + DAY + LEFT + KIND + HEAD;
    line.push(Span::raw(format!("{} ", pad(kind, KIND - 1, ellipsis))));
    line.push(Span::raw(format!("{} ", pad(name, HEAD - 1, ellipsis))));
    if columns >= PLACE_FROM {
        line.push(Span::raw(format!("{} ", pad(place, PLACE - 1, ellipsis))));
        used += PLACE;
    }
    line.push(Span::raw(fit(rest, columns.saturating_sub(used + 1), ellipsis)));
    let line = Line::from(line);
    if is_selected { line.style(look.theme.selected) } else { line }
}

fn line(it: &ListedProcedure, is_selected: bool, columns: usize, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, today, policy, .. } = around;
    let holidays = policy.holidays();
    let due = it.procedure.next_due(holidays).map(|due| due.on);
    let state = state_words(words, &it.procedure, today, holidays);
    let none = if it.procedure.is_running() { words.t("procedure-no-day") } else { String::new() };
    let assigned = it.procedure.assigned_to.as_ref().map_or("", ContactName::as_str).to_owned();
    let green = it.procedure.green.as_ref().map(|_| words.t("procedure-green-short")).unwrap_or_default();
    let rest: Vec<String> = [green, state, assigned].into_iter().filter(|part| !part.is_empty()).collect();
    let place = format!("{} {}", it.row.village, it.row.group);
    let parts = [&*words.of(it.procedure.kind), &it.row.name, place.trim()];
    spans(due_spans(due, &none, around), parts, &rest.join(&dotted(look.glyphs.dot)), is_selected, columns, around)
}

fn clue_line(it: &ListedClue, is_selected: bool, columns: usize, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, today, .. } = around;
    let clue = &it.clue;
    let due = it.decide_by.filter(|_| clue.is_open());
    let none = if clue.is_open() { words.t("procedure-no-day") } else { String::new() };
    let due = due.map(|end| today + chrono::TimeDelta::days(days_left(end, today)));
    let result = clue.result.as_ref().map(|result| words.of(result.outcome)).unwrap_or_default();
    let assigned = clue.assigned_to.as_ref().map_or("", ContactName::as_str).to_owned();
    let rest = [result, clue.what.replace('\n', " "), assigned];
    let rest: Vec<String> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    let place = format!("{} {}", clue.of.village, clue.of.group);
    let parts = [&*words.of(clue.state()), &clue.of.name, place.trim()];
    spans(due_spans(due, &none, around), parts, &rest.join(&dotted(look.glyphs.dot)), is_selected, columns, around)
}

fn dotted(dot: &str) -> String {
    format!(" {dot} ")
}
