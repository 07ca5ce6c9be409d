//! The import screen as it is drawn.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::exchange::roster::Severity;
use crate::i18n::Words;
use crate::ledger::{HouseholdChange, ImportPlan};
use crate::report::{change_words, roster_problem_words, sheet_not_read_words, skipped_row_words};
use crate::text::{fit, pad, pad_left, width, wrap};

use super::super::super::theme::Look;
use super::super::super::widgets::{bar, heading, put_line, two_sided};
use super::{ImportScreen, Step};

pub fn draw(screen: &ImportScreen, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let title = format!(" {}", words.t("import-title"));
    let file =
        screen.file().and_then(|file| Some(file.file_name()?.to_string_lossy().into_owned())).unwrap_or_default();
    two_sided(frame, Rect { height: 1, ..area }, (&title, look.theme.bold), (&file, look.theme.dim), look);
    let page = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    match &screen.step {
        Step::Choose => draw_choose(screen, words, look, frame, page),
        Step::Working { applying, done, total } => {
            let key = if *applying { "import-applying" } else { "import-reading" };
            put_line(frame, page, 1, Line::from(format!("   {}", words.t(key))));
            let line = format!("   {} {done}/{total}", bar(*done, *total, 40, &look.glyphs));
            put_line(frame, page, 2, Line::styled(line, look.theme.accent));
        }
        Step::Plan { plan, scroll, good_rows } => {
            for (row, line) in
                plan_lines(plan, *good_rows, words, look, area.width).into_iter().skip(*scroll).enumerate()
            {
                put_line(frame, page, row, line);
            }
        }
    }
}

fn draw_choose(screen: &ImportScreen, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width.saturating_sub(6));
    let label = words.t("import-path");
    put_line(frame, area, 1, Line::styled(format!("   {label}"), look.theme.dim));
    let path = screen.path.value();
    let hidden = width(path).saturating_sub(columns.saturating_sub(1));
    let shown = if hidden > 0 { tail(path, columns.saturating_sub(2), look.glyphs.ellipsis) } else { path.to_owned() };
    let line = vec![Span::raw("   "), Span::styled(pad(&shown, columns, ""), look.theme.edit)];
    put_line(frame, area, 2, Line::from(line));
    let caret = screen.path.visual_cursor().saturating_sub(hidden).min(columns);
    frame.set_cursor_position(Position::new(area.x + 3 + u16::try_from(caret).unwrap_or(0), area.y + 2));
    let mut row = 4;
    for line in screen.refused.iter().flat_map(|why| wrap(why, columns)) {
        put_line(frame, area, row, Line::styled(format!("   {line}"), look.theme.bad));
        row += 1;
    }
    if screen.files.is_empty() {
        for line in wrap(&words.t("import-no-files"), columns) {
            put_line(frame, area, row, Line::styled(format!("   {line}"), look.theme.dim));
            row += 1;
        }
        return;
    }
    put_line(frame, area, row, Line::styled(format!("   {}", words.t("import-found")), look.theme.dim));
    let room = usize::from(area.height).saturating_sub(row + 1);
    let top = screen.selected.unwrap_or(0).saturating_sub(room / 2).min(screen.files.len().saturating_sub(room));
    for (at, file) in screen.files.iter().enumerate().skip(top).take(room) {
        let selected = screen.selected == Some(at);
        let text = tail(&file.display().to_string(), columns, look.glyphs.ellipsis);
        let style = if selected { look.theme.selected } else { Style::new() };
        put_line(frame, area, row + 1 + at - top, Line::styled(format!("   {}", pad(&text, columns, "")), style));
    }
}

/// The end of a path, where its name is.
fn tail(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut rest = text.chars();
    while width(rest.as_str()) + width(ellipsis) > columns && rest.next().is_some() {}
    fit(&format!("{ellipsis}{}", rest.as_str()), columns, "")
}

/// The plan as lines: the counts, what to do next, then everything in detail.
pub fn plan_lines(plan: &ImportPlan, good_rows: bool, words: &Words, look: &Look, columns: u16) -> Vec<Line<'static>> {
    let outcome = &plan.outcome;
    let columns = usize::from(columns).saturating_sub(2);
    let mut lines = vec![Line::from("")];
    for (key, count, style) in [
        ("import-new", outcome.new, look.theme.good),
        ("import-changed", outcome.changed.len(), look.theme.bold),
        ("import-unchanged", outcome.unchanged, look.theme.dim),
        ("import-absent", outcome.absent.len(), look.theme.dim),
        ("import-conflicts", outcome.conflicts.len(), look.theme.warn),
        ("import-since-defaulted", outcome.since_defaulted, look.theme.dim),
        ("import-errors", outcome.count(Severity::Error), look.theme.bad),
        ("import-warnings", outcome.count(Severity::Warning), look.theme.warn),
    ] {
        let style = if count == 0 { look.theme.dim } else { style };
        let number = Span::styled(pad_left(&count.to_string(), 7, ""), style);
        lines.push(Line::from(vec![number, Span::raw(format!("  {}", words.t(key)))]));
    }
    let next = match (outcome.count(Severity::Error), good_rows) {
        (0, _) => "import-next-apply",
        (_, true) => "import-next-good-rows",
        (_, false) => "import-next-errors",
    };
    lines.push(Line::from(""));
    lines.extend(
        wrap(&words.t(next), columns).into_iter().map(|line| Line::styled(format!("  {line}"), look.theme.accent)),
    );
    let mut section = |title: &str, texts: Vec<String>, style: Style| {
        if !texts.is_empty() {
            lines.push(heading(title, columns, look));
            let texts = texts.iter().flat_map(|text| wrap(text, columns.saturating_sub(2)));
            lines.extend(texts.map(|line| Line::styled(format!("  {line}"), style)));
        }
    };
    let (weighty, others): (Vec<_>, Vec<_>) = outcome.changed.iter().partition(|change| change.is_weighty());
    section(&words.t("import-weighty"), changes(words, weighty), look.theme.warn);
    for (title, severity, style) in
        [("import-errors", Severity::Error, look.theme.bad), ("import-warnings", Severity::Warning, look.theme.warn)]
    {
        let problems = outcome.problems.iter().filter(|problem| problem.kind.severity() == severity);
        section(&words.t(title), problems.map(|problem| roster_problem_words(words, problem)).collect(), style);
    }
    let sheets = outcome.sheets.iter().filter_map(|sheet| sheet_not_read_words(words, sheet));
    section(&words.t("import-sheets-not-read"), sheets.collect(), look.theme.warn);
    let skipped = outcome.skipped.iter().map(|skipped| skipped_row_words(words, skipped));
    section(&words.t("import-skipped"), skipped.collect(), look.theme.dim);
    let villages = outcome.new_by_village.iter();
    let villages = villages.map(|(village, count)| format!("{} {village}", pad(&count.to_string(), 6, "")));
    section(&words.t("import-new-by-village"), villages.collect(), Style::new());
    section(&words.t("import-conflicts"), changes(words, outcome.conflicts.iter()), Style::new());
    section(&words.t("import-changed"), changes(words, others), Style::new());
    let undated = outcome.undated.iter().map(|it| format!("{} {} {}", it.code, it.name, it.village));
    section(&words.t("import-undated"), undated.collect(), look.theme.dim);
    let absent = outcome.absent.iter().map(|it| format!("{} {} {}", it.code, it.name, it.village));
    section(&words.t("import-absent"), absent.collect(), look.theme.dim);
    section(&words.t("import-columns"), joined(&outcome.unknown_columns, &words.t("list-comma")), look.theme.dim);
    lines
}

/// Short things on one line, if there are any.
fn joined(texts: &[String], between: &str) -> Vec<String> {
    if texts.is_empty() { Vec::new() } else { vec![texts.join(between)] }
}

fn changes<'c>(words: &Words, changes: impl IntoIterator<Item = &'c HouseholdChange>) -> Vec<String> {
    let about = |change: &HouseholdChange| {
        let fields: Vec<String> = change.fields.iter().map(|field| change_words(words, field)).collect();
        format!("{} {}  {}", change.code, change.name, fields.join(&words.t("list-semicolon")))
    };
    changes.into_iter().map(about).collect()
}
