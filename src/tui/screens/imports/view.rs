//! The imports as they are drawn:
//!
//! ```text
//!   第几次 时间              导入人    新增 有变化  文件
//! ▌      3 2026-11-22 14:03  张敏        47      0  花名册.xlsx
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::clock::local_minute;
use crate::i18n::Words;
use crate::ledger::{Imported, UndoOutcome};
use crate::report::imports::{author_words, kept_words, later_words, undo_words, undone_words};
use crate::text::{fit, pad, pad_left, width, wrap};

use super::{ImportsScreen, OpenImport, Work};
use crate::tui::scene::{Scene, Surroundings, rest};
use crate::tui::screens::import::outcome::Shown;
use crate::tui::widgets::{bar, heading};

/// Columns of the number, the time, the author, and a count.
const WIDTHS: (usize, usize, usize, usize) = (7, 17, 17, 7);
/// From so many columns on, the counts stand there too.
const WIDE: usize = 90;

pub fn draw(screen: &ImportsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let title = format!(" {}", words.t("imports-title"));
    let file = screen.open.as_ref().map(|open| open.import.file_name.clone()).unwrap_or_default();
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&file, look.theme.dim));
    let page = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    match screen.working {
        Some(Work::Planning(_)) => {
            return scene.put(page, 1, Line::from(format!("   {}", words.t("imports-planning"))));
        }
        Some(Work::Undoing(done, total)) => {
            scene.put(page, 1, Line::from(format!("   {}", words.t("imports-undoing"))));
            let line = format!("   {} {done}/{total}", bar(done, total, 40, &look.glyphs));
            return scene.put(page, 2, Line::styled(line, look.theme.accent));
        }
        None => {}
    }
    match (&screen.plan, &screen.open) {
        (Some(plan), _) if screen.shows_kept() => draw_kept(plan, screen.plan_top, scene, page),
        (_, Some(open)) => draw_open(open, scene, page),
        (_, None) => draw_list(screen, scene, page),
    }
}

/// What keeps an import from being taken back whole, household by household.
fn draw_kept(plan: &UndoOutcome, top: usize, scene: &mut Scene<'_, '_>, page: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let columns = usize::from(page.width);
    let title = format!("{} {}/{}", words.t("imports-kept-title"), top + 1, plan.kept.len());
    let mut lines = vec![heading(&title, columns.saturating_sub(2), look)];
    let about = undo_words(words, plan) + &later_words(words, plan) + &words.t("imports-undo-look");
    let room = columns.saturating_sub(4);
    lines.extend(wrap(&about, room).into_iter().map(|line| Line::styled(format!("  {line}"), look.theme.accent)));
    let kept =
        plan.kept.iter().skip(top).take(usize::from(page.height)).flat_map(|kept| wrap(&kept_words(words, kept), room));
    lines.extend(kept.map(|line| Line::styled(format!("  {line}"), look.theme.warn)));
    for (row, line) in lines.into_iter().enumerate() {
        scene.put(page, row, line);
    }
}

fn draw_open(open: &OpenImport, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let next = about(words, &open.import);
    open.list.draw(&Shown { outcome: &open.outcome, next: &next, words, look }, scene, area);
}

/// When, by whom, and whether it was taken back.
pub fn about(words: &Words, import: &Imported) -> String {
    let at = local_minute(import.imported_at);
    let by = author_words(words, &import.author);
    let mut text = words.with("imports-by", &[("number", &import.number.to_string()), ("at", &at), ("by", &by)]);
    for undone in &import.undone {
        text += &undone_words(words, undone);
    }
    text
}

fn draw_list(screen: &ImportsScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let Surroundings { words, look, .. } = scene.around;
    if screen.imports.is_empty() {
        scene.put(area, 1, Line::styled(format!("   {}", words.t("imports-none")), look.theme.dim));
        return;
    }
    let is_wide = usize::from(area.width) >= WIDE;
    let (number, time, author, count) = WIDTHS;
    let mut head = pad_left(&words.t("imports-number"), number, "") + " " + &pad(&words.t("imports-at"), time, "");
    head += &pad(&words.t("imports-author"), author, "");
    if is_wide {
        let counts = ["import-new", "import-changed", "import-unchanged"];
        head += &counts.map(|key| pad_left(&words.t(key), count + 3, "")).concat();
    }
    head += &format!("  {}", words.t("imports-file"));
    scene.put(area, 0, Line::styled(format!(" {head}"), look.theme.dim));
    scene.list("imports", rest(area, 1), (screen.imports.len(), Some(screen.selected)), |place| {
        import_line(&screen.imports[place], place == screen.selected, usize::from(area.width), around)
    });
}

fn import_line(import: &Imported, selected: bool, columns: usize, around: Surroundings<'_>) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let (number, time, author, count) = WIDTHS;
    let mut text = pad_left(&import.number.to_string(), number, "") + " ";
    text += &pad(&local_minute(import.imported_at), time, "");
    text += &(pad(&author_words(words, &import.author), author - 1, look.glyphs.ellipsis) + " ");
    if columns >= WIDE {
        let counts = [import.counts.new, import.counts.changed, import.counts.unchanged];
        text += &counts.map(|it| pad_left(&it.to_string(), count + 3, "")).concat();
    }
    let undone = if import.is_undone() { words.t("imports-is-undone") } else { String::new() };
    let style = if import.is_undone() { look.theme.dim } else { Style::new() };
    let room = columns.saturating_sub(width(&text) + width(&undone) + 3);
    let line = Line::from(vec![
        Span::styled(if selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::styled(format!("{text}  "), style),
        Span::styled(undone, look.theme.warn),
        Span::styled(fit(&import.file_name, room, look.glyphs.ellipsis), style),
    ]);
    if selected { line.style(look.theme.selected) } else { line }
}
