//! Drawing a form: label, this time, last time, in three columns; headings between sections; the
//! answers to choose from in a strip at the foot, so that nothing jumps.

use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::text::{fit, pad, width, wrap, wrap_ranges};

use super::{Field, Form, Kept, Kind};
use crate::tui::scene::{Click, Scene, Surroundings};
use crate::tui::theme::Look;
use crate::tui::widgets::{answer_mark, answer_style};

/// Lines of the strip under the fields.
const STRIP_LINES: u16 = 2;

/// The fewest lines that a note takes, so that it can be seen for what it is.
const NOTE_LINES: usize = 2;

enum Row<'a> {
    Heading(&'static str),
    /// A field, and which of its lines.
    Field(usize, &'a Field, usize),
}

fn rows(form: &Form, columns: usize) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut section = "";
    for (index, field) in form.fields.iter().enumerate().filter(|(_, field)| field.visible) {
        if field.section != section {
            section = field.section;
            rows.push(Row::Heading(section));
        }
        rows.extend((0..lines_of(field, columns)).map(|line| Row::Field(index, field, line)));
    }
    rows
}

fn lines_of(field: &Field, columns: usize) -> usize {
    if field.kind == Kind::Note { wrap_ranges(field.value(), columns).len().max(NOTE_LINES) } else { 1 }
}

/// On a wide window the columns stay together: an eye does not cross two hundred columns.
const WIDEST: usize = 120;

/// The widths of the three columns of a form.
#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    value: usize,
    last: usize,
}

impl Columns {
    fn of(form: &Form, total: u16) -> Self {
        let total = usize::from(total).min(WIDEST);
        let label = if total >= 80 { 20 } else { 18 };
        let last = match form.has_last {
            false => 0,
            true if total >= 110 => 40,
            true => (total / 3).min(30),
        };
        Self { label, value: total.saturating_sub(label + last + 4), last }
    }
}

/// The columns in which a note is wrapped, in a window of this width.
pub fn note_columns(form: &Form, total: u16) -> usize {
    Columns::of(form, total).value.saturating_sub(1)
}

/// The line above a form: what it is, and whether what was typed is kept. Gives the area below.
pub fn title(title: &str, kept: &Kept, scene: &mut Scene<'_, '_>, area: Rect) -> Rect {
    let Surroundings { words, look, .. } = scene.around;
    let (state, style) = match (&kept.at, kept.is_behind) {
        (Some(at), false) => (words.with("form-draft-kept", &[("at", at)]), look.theme.dim),
        (None, false) if kept.is_of_file => (words.t("form-unchanged"), look.theme.dim),
        (None, false) => (words.t("form-nothing-typed"), look.theme.dim),
        (Some(at), true) => (words.with("form-draft-behind", &[("at", at)]), look.theme.bad),
        (None, true) => (words.t("form-draft-never"), look.theme.bad),
    };
    let title = format!(" {title}");
    scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&state, style));
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// Lines of the form that are seen whatever the strip needs.
const FORM_LINES: u16 = 5;

/// Lines of the strip: as many as the choices of the focused field need, as far as some of the form stays.
fn strip_lines(form: &Form, area: Rect) -> u16 {
    let needed = form.focused().map_or(0, |field| {
        let problem = if field.choices().is_empty() { 0 } else { problem_lines(field, area).len() };
        problem + choice_lines(field, "+", usize::from(area.width)).len()
    });
    u16::try_from(needed)
        .unwrap_or(STRIP_LINES)
        .clamp(STRIP_LINES, area.height.saturating_sub(FORM_LINES).max(STRIP_LINES))
}

/// Draws the form into an area, the strip at its foot included.
pub fn draw(form: &Form, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, .. } = scene.around;
    let columns = Columns::of(form, area.width);
    let note = note_columns(form, area.width);
    let rows = rows(form, note);
    let strip_lines = strip_lines(form, area);
    let height = usize::from(area.height.saturating_sub(strip_lines)).max(1);
    let caret_line = form.focused().filter(|field| field.kind == Kind::Note).map_or(0, |it| it.input().place(note).0);
    let focused = rows.iter().position(
        |row| matches!(row, Row::Field(index, _, line) if *index == form.focus_index() && *line == caret_line),
    );
    let top = first_row(focused.unwrap_or(0), rows.len(), height);
    for (line, row) in rows.iter().skip(top).take(height).enumerate() {
        let line = u16::try_from(line).unwrap_or(u16::MAX);
        let place = Rect { y: area.y + line, height: 1, ..area };
        match row {
            Row::Heading(key) => draw_heading(&words.t(key), scene, place),
            Row::Field(index, field, line) => {
                scene.on_click(place, Click::Field(*index));
                let shown = ShownField { field, line: *line, focused: *index == form.focus_index(), columns };
                shown.draw(scene, place);
            }
        }
    }
    let strip = Rect { y: area.bottom().saturating_sub(strip_lines), height: strip_lines.min(area.height), ..area };
    draw_strip(form, scene, strip);
}

/// Keeps the focused row a third down, so that what comes next is in sight; derived, not remembered.
fn first_row(focused: usize, count: usize, height: usize) -> usize {
    focused.saturating_sub(height / 3).min(count.saturating_sub(height))
}

fn draw_heading(title: &str, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { look, .. } = scene.around;
    let line = look.glyphs.line;
    let rest = usize::from(area.width).saturating_sub(width(title) + 5);
    let text = format!(" {line}{line} {title} {}", line.repeat(rest));
    scene.frame.render_widget(Line::styled(text, look.theme.accent), area);
}

/// One line of a field on the screen.
struct ShownField<'a> {
    field: &'a Field,
    line: usize,
    focused: bool,
    columns: Columns,
}

impl ShownField<'_> {
    fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let around = scene.around;
        let Surroundings { look, .. } = scene.around;
        let Self { field, line, focused, columns: Columns { label, value, last } } = *self;
        let glyphs = &look.glyphs;
        let marker = match (line, field.fault.is_some(), focused) {
            (0, true, _) => Span::styled(glyphs.no, look.theme.bad),
            (_, false, true) => Span::styled(glyphs.cursor, look.theme.accent),
            _ => Span::raw(" "),
        };
        let name = if line == 0 { field.label.as_str() } else { "" };
        let mut spans = vec![marker, Span::raw(pad(name, label, glyphs.ellipsis)), Span::raw(" ")];
        let (shown, caret) = self.value(value);
        spans.extend(self.value_spans(&shown, value, around));
        if line == 0 {
            let (text, style) = self.last(look);
            spans.push(Span::styled(format!("  {}", pad(&text, last, glyphs.ellipsis)), style));
        }
        scene.frame.render_widget(Line::from(spans), area);
        if let Some(caret) = caret.filter(|_| focused) {
            let column = u16::try_from(label + 2 + caret).unwrap_or(0);
            scene.frame.set_cursor_position(Position::new(area.x + column.min(area.width.saturating_sub(1)), area.y));
        }
    }

    /// What is seen of the value on this line, and the caret's column if it stands here.
    fn value(&self, columns: usize) -> (String, Option<usize>) {
        let field = self.field;
        if field.kind == Kind::Note {
            let lines = wrap_ranges(field.value(), columns.saturating_sub(1));
            let text = lines.get(self.line).and_then(|range| field.value().get(range.clone())).unwrap_or_default();
            let (row, column) = field.input().place(columns.saturating_sub(1));
            return (text.trim_end().to_owned(), (row == self.line).then_some(column));
        }
        if !field.is_typed() {
            return (field.shown(), Some(0));
        }
        let (text, caret) = seen(field, columns, self.focused);
        (text, Some(caret))
    }

    /// The value, then what was understood of it, in exactly so many columns.
    fn value_spans(&self, shown: &str, columns: usize, around: Surroundings<'_>) -> Vec<Span<'static>> {
        let Surroundings { words, look, .. } = around;
        let field = self.field;
        let ellipsis = look.glyphs.ellipsis;
        let blank = self.line == 0 && shown.is_empty() && !self.focused;
        let mark = field.mark().map(|answer| answer_mark(answer, &look.glyphs)).unwrap_or_default();
        let text = if blank { words.t("none") } else { format!("{mark}{shown}") };
        let style = match (self.focused, blank) {
            (true, _) if field.is_replaced_by_typing() => look.theme.edit.add_modifier(Modifier::REVERSED),
            (true, _) => look.theme.edit,
            (false, true) => look.theme.dim,
            (false, false) => field.mark().map_or(Style::new(), |answer| answer_style(answer, &look.theme)),
        };
        if field.meaning.is_empty() || !meaning_fits(field, columns) {
            return vec![Span::styled(pad(&text, columns, ellipsis), style)];
        }
        let meaning = pad(&format!("  {}", field.meaning), columns - width(&text), ellipsis);
        vec![Span::styled(text, style), Span::styled(meaning, look.theme.dim)]
    }

    fn last(&self, look: &Look) -> (String, Style) {
        let field = self.field;
        let mark = field.last_mark.map(|answer| answer_mark(answer, &look.glyphs)).unwrap_or_default();
        let text = format!("{mark}{}", field.last);
        if field.is_worse {
            return (format!("{text} {}", look.glyphs.worse), look.theme.bad);
        }
        (text, look.theme.dim)
    }
}

/// Whether what was understood has its place behind the value; else the strip at the foot says it.
fn meaning_fits(field: &Field, columns: usize) -> bool {
    width(field.value()) + width(&field.meaning) + 3 <= columns
}

/// What is seen of a value in one line, and the caret's column in it: the part around the caret.
fn seen(field: &Field, columns: usize, focused: bool) -> (String, usize) {
    let (value, caret) = (field.value(), field.input().column());
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

fn draw_strip(form: &Form, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let Some(field) = form.focused() else { return };
    let columns = usize::from(area.width.saturating_sub(2));
    if !field.choices().is_empty() {
        let problem = problem_lines(field, area);
        let below = u16::try_from(problem.len()).unwrap_or(0).min(area.height);
        for (row, text) in problem.into_iter().enumerate() {
            scene.put(area, row, Line::styled(format!(" {text}"), look.theme.bad));
        }
        let rest = Rect { y: area.y + below, height: area.height - below, ..area };
        return draw_choices(form, field, scene, rest);
    }
    let (text, style) = match &field.fault {
        Some(problem) => (problem.clone(), look.theme.bad),
        None if !meaning_fits(field, Columns::of(form, area.width).value) => {
            (format!("{}  {}", field.meaning, field.hint), look.theme.dim)
        }
        None => (field.hint.clone(), look.theme.dim),
    };
    let lines = wrap(&text, columns);
    let lines = if lines.is_empty() { vec![words.t("none")] } else { lines };
    for (line, text) in lines.iter().take(usize::from(area.height)).enumerate() {
        let y = area.y + u16::try_from(line).unwrap_or(0);
        scene.frame.render_widget(Line::styled(format!(" {text}"), style), Rect { y, height: 1, ..area });
    }
}

/// What is wrong with a field, in lines; none where nothing is.
fn problem_lines(field: &Field, area: Rect) -> Vec<String> {
    field.fault.iter().flat_map(|problem| wrap(problem, usize::from(area.width.saturating_sub(2)))).collect()
}

/// The answers with their digits in lines, none broken in the middle; what is no answer has no digit.
fn choice_lines(field: &Field, ticked: &str, room: usize) -> Vec<Vec<(Option<char>, String)>> {
    let mut lines: Vec<Vec<(Option<char>, String)>> = vec![Vec::new()];
    let texts = field.choices().iter().map(|choice| {
        let mark = if field.is_chosen(choice) { ticked } else { "" };
        // A letter would read as part of the word.
        let gap = if choice.digit.is_alphabetic() && mark.is_empty() { " " } else { "" };
        (Some(choice.digit), format!(" {}{mark}{gap}{} ", choice.digit, choice.label))
    });
    let also = (!field.also.is_empty()).then(|| (None, format!(" {} ", field.also)));
    for text in texts.chain(also) {
        let used = |line: &[(Option<char>, String)]| line.iter().map(|(_, text)| width(text)).sum::<usize>();
        match lines.last_mut() {
            Some(line) if used(line) + width(&text.1) <= room => line.push(text),
            _ => lines.push(vec![text]),
        }
    }
    lines
}

fn draw_choices(form: &Form, field: &Field, scene: &mut Scene<'_, '_>, area: Rect) {
    let Surroundings { look, .. } = scene.around;
    let room = usize::from(area.width);
    let mut lines = choice_lines(field, look.glyphs.ticked, room);
    // What stands beside may be cut off there: where there is room, it is read here.
    let beside = Columns::of(form, area.width).last;
    if lines.len() == 1 && width(&field.last) > beside {
        lines.push(vec![(None, format!(" {}", fit(&field.last, room.saturating_sub(2), look.glyphs.ellipsis)))]);
    }
    for (line, texts) in (area.y..area.bottom()).zip(lines) {
        let mut x = area.x;
        for (digit, text) in texts {
            let columns = u16::try_from(width(&text)).unwrap_or(u16::MAX);
            let place = Rect { x, y: line, width: columns, height: 1 }.intersection(area);
            scene.frame.render_widget(Line::from(text), place);
            if let Some(digit) = digit {
                scene.on_click(place, Click::Answer(digit));
            }
            x = place.right();
        }
    }
}
