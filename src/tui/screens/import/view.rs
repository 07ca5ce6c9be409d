//! The import screen as it is drawn.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::exchange::roster::Severity;
use crate::i18n::Words;
use crate::text::{pad, tail, wrap};

use super::outcome::Shown;
use super::{ImportScreen, Planned, Step};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::bar;

pub fn draw(screen: &ImportScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let title = format!(" {}", words.t("import-title"));
    let file =
        screen.file().and_then(|file| Some(file.file_name()?.to_string_lossy().into_owned())).unwrap_or_default();
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&file, look.theme.dim));
    let page = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    match &screen.step {
        Step::Choose => draw_choose(screen, scene, page),
        Step::Working { applying, done, total } => {
            let key = if *applying { "import-applying" } else { "import-reading" };
            scene.put(page, 1, Line::from(format!("   {}", words.t(key))));
            let line = format!("   {} {done}/{total}", bar(*done, *total, 40, &look.glyphs));
            scene.put(page, 2, Line::styled(line, look.theme.accent));
        }
        Step::Plan(planned) => {
            let next = next(planned, words);
            planned.list.draw(&Shown { outcome: &planned.plan.outcome, next: &next, words, look }, scene, page);
        }
        Step::Columns { page: columns, .. } => columns.draw(scene, page),
    }
}

/// What to do with a plan.
pub fn next(planned: &Planned, words: &Words) -> String {
    let outcome = &planned.plan.outcome;
    let key = match (outcome.count(Severity::Error), planned.good_rows) {
        (0, _) => "import-next-apply",
        (_, true) => "import-next-good-rows",
        (_, false) => "import-next-errors",
    };
    let before = outcome.imported_before.map(|it| words.with("import-before", &[("number", &it.to_string())]));
    let villages = match (outcome.villages_offered.is_empty(), outcome.villages_joined.is_empty()) {
        (false, _) => words.t("import-next-join"),
        (true, false) => words.t("import-next-part"),
        (true, true) => String::new(),
    };
    villages + &words.t(key) + &before.unwrap_or_default()
}

fn draw_choose(screen: &ImportScreen, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let columns = usize::from(area.width.saturating_sub(6));
    let label = words.t("import-path");
    scene.put(area, 1, Line::styled(format!("   {label}"), look.theme.dim));
    let (shown, caret) = screen.path.seen(columns, look.glyphs.ellipsis);
    scene.put(area, 2, Line::from(vec![Span::raw("   "), Span::styled(shown, look.theme.edit)]));
    scene.frame.set_cursor_position(Position::new(area.x + 3 + u16::try_from(caret).unwrap_or(0), area.y + 2));
    let mut row = 4;
    let help = screen.seen.as_ref().map(|_| (words.t("columns-help"), look.theme.accent));
    let refused = screen.refused.iter().map(|why| (why.clone(), look.theme.bad));
    for (text, style) in refused.chain(help) {
        for line in wrap(&text, columns) {
            scene.put(area, row, Line::styled(format!("   {line}"), style));
            row += 1;
        }
    }
    if screen.files.is_empty() {
        for line in wrap(&words.t("import-no-files"), columns) {
            scene.put(area, row, Line::styled(format!("   {line}"), look.theme.dim));
            row += 1;
        }
        return;
    }
    scene.put(area, row, Line::styled(format!("   {}", words.t("import-found")), look.theme.dim));
    let room = usize::from(area.height).saturating_sub(row + 1);
    let top = scene.top_of("files", screen.selected.unwrap_or(0), screen.files.len(), room);
    for (at, file) in screen.files.iter().enumerate().skip(top).take(room) {
        let selected = screen.selected == Some(at);
        let text = tail(&file.display().to_string(), columns, look.glyphs.ellipsis);
        let style = if selected { look.theme.selected } else { Style::new() };
        let line = Line::styled(format!("   {}", pad(&text, columns, "")), style);
        scene.put_choice(area, row + 1 + at - top, line, at, screen.selected);
    }
}
