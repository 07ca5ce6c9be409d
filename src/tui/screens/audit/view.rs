//! The findings as they are drawn, with what the selected one means at the foot:
//!
//! ```text
//!  数据核查 · 132 条                                           2026-11-22 周日
//!  待核对 130  已核实 2
//! ▌ 证件号码校验位不对    0012 王小明 石桥村 三组   王小明 110105********0021
//!  ── 证件号码校验位不对 ─────────────────────────────────────────────────────
//!  多半抄错了一位，比对不上本人。
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::ledger::ListedFinding;
use crate::report::audit::{of_words, subject_words};
use crate::text::{fit, pad, wrap};
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::widgets::{bar, heading, weekday};

use super::{AuditScreen, AuditTab, key_of};

/// Lines at the foot: what it is, why it matters, how to mend it.
const FOOT: u16 = 5;

pub fn draw(screen: &AuditScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, today, .. } = scene.around;
    let count = words.with("audit-findings", &[("count", &screen.list.count().to_string())]);
    let title = words.t("audit-screen");
    let title =
        if screen.list.is_read() { format!(" {title} {} {count}", look.glyphs.dot) } else { format!(" {title}") };
    let day = if screen.marked.is_empty() {
        format!("{today} {}", weekday(words, today))
    } else {
        words.with("audit-marked", &[("count", &screen.marked.len().to_string())])
    };
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&day, look.theme.dim));
    draw_tabs(screen, scene, Rect { y: area.y + 1, height: 1, ..area });
    let page = rest(area, 2);
    if let Some((done, total)) = screen.working.filter(|(_, total)| *total > 0) {
        scene.put(page, 1, Line::from(format!("   {}", words.t("audit-reading"))));
        let progress = format!("   {} {}%", bar(done, total, 30, &look.glyphs), done * 100 / total);
        return scene.put(page, 2, Line::styled(progress, look.theme.accent));
    }
    let empty = match (screen.list.is_read(), screen.tab) {
        (false, _) => "audit-reading",
        (true, _) if !screen.list.query.is_empty() => "audit-none-found",
        (true, AuditTab::Open) => "audit-none",
        (true, AuditTab::Checked) => "audit-none-checked",
    };
    if screen.list.is_empty() {
        return scene.put(page, 1, Line::styled(format!("   {}", words.t(empty)), look.theme.dim));
    }
    let foot = FOOT.min(page.height / 2);
    let list = Rect { height: page.height - foot, ..page };
    let (around, columns) = (scene.around, usize::from(area.width));
    scene.list("audit", list, (screen.list.count(), Some(screen.list.selected_row())), |row| {
        screen.list.at(row).map_or_else(Line::default, |listed| line(screen, listed, row, columns, around))
    });
    if let Some(listed) = screen.list.selected() {
        for (row, line) in about(listed, columns, around).into_iter().enumerate() {
            scene.put(Rect { y: list.bottom(), height: foot, ..page }, row, line);
        }
    }
}

fn draw_tabs(screen: &AuditScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, .. } = scene.around;
    let names: Vec<String> = AuditTab::ALL.iter().map(|tab| tab_words(screen, words, *tab)).collect();
    let used = scene.tabs(area, &names, screen.tab as usize);
    let right = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    screen.list.draw_typed(scene, right);
}

/// A tab, and how many it has once that is known.
fn tab_words(screen: &AuditScreen, words: &Words, tab: AuditTab) -> String {
    let name = words.of(tab);
    if screen.list.is_read() { format!("{name} {}", screen.count(tab)) } else { name }
}

fn line(
    screen: &AuditScreen,
    listed: &ListedFinding,
    row: usize,
    columns: usize,
    around: Surroundings<'_>,
) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let ellipsis = look.glyphs.ellipsis;
    let is_selected = row == screen.list.selected_row();
    let mark = if screen.marked.contains(&key_of(listed)) { look.glyphs.ticked } else { " " };
    let third = columns.saturating_sub(3) / 3;
    let line = Line::from(vec![
        Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::styled(pad(mark, 2, ""), look.theme.accent),
        Span::raw(pad(&words.of(listed.finding.kind), third.saturating_sub(1), ellipsis) + " "),
        Span::raw(pad(&of_words(words, listed), third.saturating_sub(1), ellipsis) + " "),
        Span::styled(fit(&subject_words(words, listed), third, ellipsis), look.theme.dim),
    ]);
    if is_selected { line.style(look.theme.selected) } else { line }
}

/// What the finding means: why it matters and how to mend it, or why it is right as it is.
fn about(listed: &ListedFinding, columns: usize, around: Surroundings<'_>) -> Vec<Line<'static>> {
    let Surroundings { words, look, .. } = around;
    let kind = listed.finding.kind;
    let mut lines = vec![heading(&words.of(kind), columns, look)];
    let why = words.with("audit-why", &[("why", &words.about(kind, "why"))]);
    let then = match &listed.checked {
        Some(checked) => {
            words.with("audit-checked-on", &[("on", &checked.checked_on.to_string()), ("why", &checked.why)])
        }
        None => words.with("audit-mend", &[("mend", &words.about(kind, "mend"))]),
    };
    for (text, style) in [(why, look.theme.dim), (then, Style::new())] {
        lines
            .extend(wrap(&text, columns.saturating_sub(2)).into_iter().map(|it| Line::styled(format!(" {it}"), style)));
    }
    lines
}
