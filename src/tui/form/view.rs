//! Drawing a form: label, this time, last time, in three columns; headings between sections; the
//! answers to choose from in a strip at the foot, so that nothing jumps.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::text::{fit, pad, width, wrap};

use super::super::theme::Look;
use super::{Field, Form};

/// Lines of the strip under the fields.
pub const STRIP_LINES: u16 = 2;

enum Row<'a> {
    Heading(&'static str),
    Field(usize, &'a Field),
}

fn rows(form: &Form) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut section = "";
    for (index, field) in form.fields.iter().enumerate().filter(|(_, field)| field.visible) {
        if field.section != section {
            section = field.section;
            rows.push(Row::Heading(section));
        }
        rows.push(Row::Field(index, field));
    }
    rows
}

/// On a wide window the columns stay together: an eye does not cross two hundred columns.
const WIDEST: usize = 120;

/// The widths of the three columns: label, value, last time.
fn columns(total: usize) -> (usize, usize, usize) {
    let total = total.min(WIDEST);
    let label = if total >= 90 { 20 } else { 16 };
    let last = if total >= 110 { 40 } else { (total / 3).min(30) };
    (label, total.saturating_sub(label + last + 4), last)
}

/// How many rows of fields fit into an area of this height.
pub fn page(height: u16) -> usize {
    usize::from(height.saturating_sub(STRIP_LINES)).max(1)
}

/// Draws the form into an area, the strip at its foot included.
pub fn draw(form: &Form, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let rows = rows(form);
    let height = page(area.height);
    let focused = rows.iter().position(|row| matches!(row, Row::Field(index, _) if *index == form.focus_index()));
    let top = first_row(focused.unwrap_or(0), rows.len(), height);
    for (line, row) in rows.iter().skip(top).take(height).enumerate() {
        let line = u16::try_from(line).unwrap_or(u16::MAX);
        let place = Rect { y: area.y + line, height: 1, ..area };
        match row {
            Row::Heading(key) => draw_heading(&words.t(key), look, frame, place),
            Row::Field(index, field) => draw_field(field, *index == form.focus_index(), words, look, frame, place),
        }
    }
    let strip = Rect { y: area.bottom().saturating_sub(STRIP_LINES), height: STRIP_LINES.min(area.height), ..area };
    draw_strip(form, words, look, frame, strip);
}

/// Keeps the focused row a third down, so that what comes next is in sight; derived, not remembered.
fn first_row(focused: usize, count: usize, height: usize) -> usize {
    focused.saturating_sub(height / 3).min(count.saturating_sub(height))
}

fn draw_heading(title: &str, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let line = look.glyphs.line;
    let rest = usize::from(area.width).saturating_sub(width(title) + 5);
    let text = format!(" {line}{line} {title} {}", line.repeat(rest));
    frame.render_widget(Line::styled(text, look.theme.accent), area);
}

fn draw_field(field: &Field, focused: bool, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let (label, value, last) = columns(usize::from(area.width));
    let glyphs = &look.glyphs;
    let marker = if field.problem.is_some() {
        Span::styled(glyphs.no, look.theme.bad)
    } else if focused {
        Span::styled(glyphs.cursor, look.theme.accent)
    } else {
        Span::raw(" ")
    };
    let (shown, caret) = shown_value(field, value, focused);
    let empty = shown.is_empty();
    let text = if empty && !focused { words.t("none") } else { shown };
    let style = match (focused, empty) {
        (true, _) => look.theme.edit,
        (false, true) => look.theme.dim,
        (false, false) => Style::new(),
    };
    let spans = vec![
        marker,
        Span::raw(pad(&field.label, label, glyphs.ellipsis)),
        Span::raw(" "),
        Span::styled(pad(&text, value, glyphs.ellipsis), style),
        Span::raw("  "),
        Span::styled(pad(&field.last, last, glyphs.ellipsis), look.theme.dim),
    ];
    frame.render_widget(Line::from(spans), area);
    if focused {
        let column = u16::try_from(label + 2 + caret).unwrap_or(0);
        frame.set_cursor_position(Position::new(area.x + column.min(area.width.saturating_sub(1)), area.y));
    }
}

/// What is seen of a value, and the caret's column in it: the part around the caret.
fn shown_value(field: &Field, columns: usize, focused: bool) -> (String, usize) {
    if !field.choices().is_empty() {
        return (field.shown(), 0);
    }
    let (value, caret) = (field.value(), field.caret());
    if !focused || width(value) < columns {
        return (value.to_owned(), caret);
    }
    // Cut whole characters off the front until the caret is in sight.
    let mut cut = 0;
    let mut rest = value.chars();
    while caret - cut >= columns {
        let Some(first) = rest.next() else { break };
        cut += width(first.encode_utf8(&mut [0; 4]));
    }
    (fit(rest.as_str(), columns, ""), caret - cut)
}

fn draw_strip(form: &Form, words: &Words, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(field) = form.focused() else { return };
    let columns = usize::from(area.width.saturating_sub(2));
    let (text, style) = match &field.problem {
        Some(problem) => (problem.clone(), look.theme.bad),
        None if field.choices().is_empty() => (field.hint.clone(), look.theme.dim),
        None => return draw_choices(field, look, frame, area),
    };
    let lines = wrap(&text, columns);
    let lines = if lines.is_empty() { vec![words.t("none")] } else { lines };
    for (line, text) in lines.iter().take(usize::from(area.height)).enumerate() {
        let y = area.y + u16::try_from(line).unwrap_or(0);
        frame.render_widget(Line::styled(format!(" {text}"), style), Rect { y, height: 1, ..area });
    }
}

/// The answers with their digits, none broken in the middle.
fn draw_choices(field: &Field, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let mut lines = vec![String::new()];
    for choice in field.choices() {
        let mark = if field.is_chosen(choice) { look.glyphs.ticked } else { "" };
        let text = format!(" {}{mark}{} ", choice.digit, choice.label);
        match lines.last_mut() {
            Some(line) if width(line) + width(&text) <= columns => line.push_str(&text),
            _ => lines.push(text),
        }
    }
    for (line, text) in (0..area.height).zip(lines) {
        frame.render_widget(Line::from(text), Rect { y: area.y + line, height: 1, ..area });
    }
}
