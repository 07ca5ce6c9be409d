//! What drawing needs, in one parameter for every screen and window.

use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::domain::policy::Policy;
use crate::i18n::Words;
use crate::text::{fit, width};

use super::keys::Chord;
use super::list::{kept_top, top_of};
use super::theme::Look;

/// What a screen is drawn with besides its own state.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    pub words: &'a Words,
    pub look: &'a Look,
    pub policy: &'a Policy,
    pub today: NaiveDate,
    pub me: Option<&'a str>,
    /// These are made-up households, and the screen says so.
    pub is_demo: bool,
    /// Whoever has the computer can read the database, and the screen says so.
    pub is_unprotected: bool,
}

/// What a click does where it falls. Nothing needs it: there is a key for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// Moves the selection by so many rows; what is selected already is opened.
    Step(isize),
    /// Shows the tab that stands so many further.
    Tab(isize),
    /// Goes to the field of a form.
    Field(usize),
    /// Is the key.
    Key(Chord),
    /// Gives the field that has the focus the answer of this digit, and stays there: where a click answers and goes
    /// on, another one there would answer the next question.
    Answer(char),
}

/// Where on the screen a click does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Target {
    area: Rect,
    click: Click,
}

/// What the last frame showed: where a click does something, and from which line on each list was seen.
#[derive(Debug, Default)]
pub struct Seen {
    targets: Vec<Target>,
    tops: BTreeMap<&'static str, usize>,
}

impl Seen {
    /// What a click there does; nothing where there is nothing to click.
    pub fn click_at(&self, at: Position) -> Option<Click> {
        self.targets.iter().rev().find(|target| target.area.contains(at)).map(|target| target.click)
    }
}

/// What a screen is drawn with, the frame that it is drawn on, and what is seen of it.
pub struct Scene<'a, 'f> {
    pub around: Surroundings<'a>,
    pub frame: &'a mut Frame<'f>,
    now: Seen,
    before: &'a Seen,
}

impl<'a> Deref for Scene<'a, '_> {
    type Target = Surroundings<'a>;

    fn deref(&self) -> &Surroundings<'a> {
        &self.around
    }
}

impl<'a, 'f> Scene<'a, 'f> {
    pub fn new(around: Surroundings<'a>, frame: &'a mut Frame<'f>, before: &'a Seen) -> Self {
        Self { around, frame, now: Seen::default(), before }
    }

    /// What is seen of what was drawn.
    pub fn into_seen(self) -> Seen {
        self.now
    }

    /// The first line to show of a list of so many: a list stays as it was seen as long as the selected line
    /// is in sight, so that nothing moves away under a pointer.
    pub fn top_of(&mut self, list: &'static str, selected: usize, count: usize, lines: usize) -> usize {
        let top = match self.before.tops.get(list) {
            Some(top) => kept_top(*top, selected, count, lines),
            None => top_of(selected, count, lines),
        };
        self.now.tops.insert(list, top);
        top
    }

    /// A click there does this.
    pub fn on_click(&mut self, area: Rect, click: Click) {
        self.now.targets.push(Target { area, click });
    }

    /// What was drawn there lies under something.
    pub fn out_of_reach(&mut self, area: Rect) {
        self.now.targets.retain(|target| !target.area.intersects(area));
    }

    /// A line of a choice: the one at `place`, where the one at `selected` is chosen. A click chooses it.
    pub fn put_choice(&mut self, area: Rect, row: usize, line: Line<'_>, place: usize, selected: Option<usize>) {
        self.put(area, row, line);
        let Ok(row) = u16::try_from(row) else { return };
        if row < area.height {
            // Where nothing is chosen yet, steps count from before the first.
            let by = selected.map_or(place.cast_signed() + 1, |at| place.cast_signed() - at.cast_signed());
            self.on_click(Rect { y: area.y + row, height: 1, ..area }, Click::Step(by));
        }
    }

    /// A list of so many lines, of which one may be selected: as much of it as has room in the area, the selected
    /// line in sight.
    pub fn list(
        &mut self,
        name: &'static str,
        area: Rect,
        (count, selected): (usize, Option<usize>),
        line: impl Fn(usize) -> Line<'static>,
    ) {
        let lines = usize::from(area.height);
        let top = self.top_of(name, selected.unwrap_or(0), count, lines);
        for at in top..count.min(top + lines) {
            self.put_choice(area, at - top, line(at), at, selected);
        }
    }

    /// Tabs beside each other on the first line of an area. Gives the columns they take.
    pub fn tabs(&mut self, area: Rect, names: &[String], selected: usize) -> u16 {
        let mut used = 1;
        for (place, name) in names.iter().enumerate() {
            let text = format!(" {name} ");
            let columns = u16::try_from(width(&text)).unwrap_or(u16::MAX);
            let tab = Rect { x: area.x.saturating_add(used), width: columns, height: 1, ..area }.intersection(area);
            let style = if place == selected { self.look.theme.selected } else { Style::new() };
            self.frame.render_widget(Line::styled(text, style), tab);
            self.on_click(tab, Click::Tab(place.cast_signed() - selected.cast_signed()));
            used = used.saturating_add(columns);
        }
        used
    }

    /// A line of text in an area, by its row from the top; nothing below the area's end, and no end of a
    /// line cut off without a mark.
    pub fn put(&mut self, area: Rect, row: usize, line: Line<'_>) {
        let Ok(row) = u16::try_from(row) else { return };
        if row < area.height {
            let line = cut_to(line, usize::from(area.width), self.look.glyphs.ellipsis);
            self.frame.render_widget(line, Rect { y: area.y + row, height: 1, ..area });
        }
    }

    /// A line with something at each end; the left gives way.
    pub fn two_sided(&mut self, area: Rect, left: (&str, Style), right: (&str, Style)) {
        let total = usize::from(area.width);
        let ellipsis = self.look.glyphs.ellipsis;
        let right_text = fit(right.0, total / 2, ellipsis);
        let left_room = total.saturating_sub(width(&right_text) + 2);
        let left_text = fit(left.0, left_room, ellipsis);
        let gap = total.saturating_sub(width(&left_text) + width(&right_text) + 1);
        let spans =
            vec![Span::styled(left_text, left.1), Span::raw(" ".repeat(gap)), Span::styled(right_text, right.1)];
        self.frame.render_widget(Line::from(spans), area);
    }

    /// A window in the middle of the area, cleared and framed. Gives the inside.
    pub fn popup(&mut self, area: Rect, columns: u16, lines: u16, title: &str) -> Rect {
        let (columns, lines) = (columns.min(area.width), lines.min(area.height));
        let window = Rect {
            x: area.x + (area.width - columns) / 2,
            y: area.y + (area.height - lines) / 2,
            width: columns,
            height: lines,
        };
        self.out_of_reach(self.frame.area());
        self.clear_wide_neighbours(window);
        self.frame.render_widget(Clear, window);
        self.draw_frame(window, title);
        Rect {
            x: window.x + 2,
            y: window.y + 1,
            width: window.width.saturating_sub(4),
            height: window.height.saturating_sub(2),
        }
    }

    /// A wide character whose right half the window covers would hide the window's border (ratatui issue
    /// 2526): it is blanked.
    fn clear_wide_neighbours(&mut self, window: Rect) {
        let Some(x) = window.x.checked_sub(1) else { return };
        for y in window.top()..window.bottom() {
            if let Some(cell) = self.frame.buffer_mut().cell_mut((x, y)).filter(|cell| width(cell.symbol()) == 2) {
                cell.set_symbol(" ");
            }
        }
    }

    fn draw_frame(&mut self, window: Rect, title: &str) {
        let (glyphs, style) = (&self.around.look.glyphs, self.around.look.theme.accent);
        let inner = usize::from(window.width).saturating_sub(2);
        let title = fit(&format!(" {title} "), inner.saturating_sub(2), glyphs.ellipsis);
        let rest = inner.saturating_sub(width(&title) + 1);
        let top =
            format!("{}{}{title}{}{}", glyphs.corners[0], glyphs.line, glyphs.line.repeat(rest), glyphs.corners[1]);
        let bottom = format!("{}{}{}", glyphs.corners[2], glyphs.line.repeat(inner), glyphs.corners[3]);
        self.put(window, 0, Line::styled(top, style));
        self.put(window, usize::from(window.height).saturating_sub(1), Line::styled(bottom, style));
        for row in 1..window.height.saturating_sub(1) {
            for x in [window.x, window.right().saturating_sub(1)] {
                if let Some(cell) = self.frame.buffer_mut().cell_mut((x, window.y + row)) {
                    cell.set_symbol(glyphs.column).set_style(style);
                }
            }
        }
    }
}

/// The line in so many columns; where it is longer it ends with the mark of what was cut.
fn cut_to<'a>(mut line: Line<'a>, columns: usize, ellipsis: &str) -> Line<'a> {
    let mut left = columns;
    for at in 0..line.spans.len() {
        let is_last = line.spans.iter().skip(at + 1).all(|span| span.content.trim().is_empty());
        let needed = width(&line.spans[at].content);
        if needed < left || needed == left && is_last {
            left -= needed;
            continue;
        }
        let text = line.spans[at].content.trim_end();
        if is_last && width(text) <= left {
            return line;
        }
        let text = fit(&format!("{text}{ellipsis}"), left, ellipsis);
        line.spans[at].content = text.into();
        line.spans.truncate(at + 1);
        return line;
    }
    line
}

/// What is left of an area under so many lines.
pub fn rest(area: Rect, used: usize) -> Rect {
    let used = u16::try_from(used).unwrap_or(area.height).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(texts: &[&str], columns: usize) -> String {
        let line = Line::from(texts.iter().map(|text| Span::raw((*text).to_owned())).collect::<Vec<_>>());
        cut_to(line, columns, "…").spans.iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn a_line_that_is_too_long_ends_in_a_mark_and_any_other_is_as_it_was() {
        let table = [
            (&["abc", "def"][..], 6, "abcdef"),
            (&["abc", "def"], 5, "abcd…"),
            (&["abc", "def"], 3, "ab…"),
            (&["abc", "   "], 3, "abc   "),
            (&["abc", "  ", "d"], 4, "abc…"),
            (&["石桥村", "x"], 6, "石桥…"),
            (&["石桥村  "], 6, "石桥村  "),
            (&["石桥村"], 5, "石桥…"),
            (&[], 3, ""),
        ];
        for (texts, columns, wanted) in table {
            assert_eq!(cut(texts, columns), wanted, "{texts:?} in {columns}");
        }
    }
}
