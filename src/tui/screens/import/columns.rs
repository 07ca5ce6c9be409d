//! The headings of a roster and what each is read as, for a person to say otherwise:
//!
//! ```text
//!  表头                    读作                  第一格
//! ▌责任人电话              不读                  13800138001
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::exchange::roster::{Column, ColumnSeen, TableSeen};
use crate::i18n::Words;
use crate::ledger::HeadingIs;
use crate::report::imports::field_words;
use crate::text::{pad, wrap};

use crate::tui::overlays::finder::{Entry, Finder};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::heading;

/// The page of headings.
#[derive(Debug)]
pub struct ColumnsPage {
    /// Tables with different headings, each once.
    tables: Vec<TableSeen>,
    /// The selected column, counted through all tables.
    selected: usize,
    /// Something was assigned since the file was read.
    pub has_changed: bool,
}

impl ColumnsPage {
    pub fn new(tables: &[TableSeen]) -> Self {
        let mut different: Vec<TableSeen> = Vec::new();
        for table in tables {
            if !different.iter().any(|known| known.headings() == table.headings()) {
                different.push(table.clone());
            }
        }
        Self { tables: different, selected: 0, has_changed: false }
    }

    /// Selects another heading.
    pub fn step(&mut self, by: isize) {
        let count: usize = self.tables.iter().map(|table| table.columns.len()).sum();
        self.selected = self.selected.saturating_add_signed(by).min(count.saturating_sub(1));
    }

    /// The selected column, and the headings of its table.
    pub fn selected(&self) -> Option<(Vec<String>, &ColumnSeen)> {
        let all = self.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
        all.into_iter().nth(self.selected).map(|(table, column)| (table.headings(), column))
    }

    /// Everything that the selected heading can be.
    pub fn fields(&self, words: &Words) -> Option<Finder<HeadingIs>> {
        let (_, column) = self.selected()?;
        let entry = |value, name, code| Entry { value, name, code, also: String::new(), hint: String::new() };
        let mut entries = vec![
            entry(HeadingIs::AsItSays, words.t("columns-as-it-says"), ""),
            entry(HeadingIs::Nothing, words.t("columns-nothing"), ""),
        ];
        let fields = Column::ASSIGNABLE.iter();
        entries.extend(fields.map(|field| entry(HeadingIs::Field(*field), words.of(*field), field.code())));
        let is = column.field.map_or(HeadingIs::Nothing, HeadingIs::Field);
        let selected = entries.iter().position(|entry| entry.value == is).unwrap_or(0);
        Some(Finder::new(words.with("columns-choose", &[("heading", &column.heading)]), entries, selected))
    }

    /// Shows what was assigned; what a heading says itself is known when the file is read again.
    pub fn take(&mut self, headings: &[String], of: &str, is: HeadingIs) {
        self.has_changed = true;
        let tables = self.tables.iter_mut().filter(|table| table.headings() == headings);
        for column in tables.flat_map(|table| &mut table.columns).filter(|column| column.heading == of) {
            column.by_hand = is != HeadingIs::AsItSays;
            column.field = match is {
                HeadingIs::Field(field) => Some(field),
                HeadingIs::AsItSays | HeadingIs::Nothing => None,
            };
        }
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let around = scene.around;
        let Surroundings { words, look, .. } = scene.around;
        let columns = usize::from(area.width);
        let mut row = 0;
        for line in wrap(&words.t("columns-about"), columns.saturating_sub(2)) {
            scene.put(area, row, Line::styled(format!(" {line}"), look.theme.dim));
            row += 1;
        }
        let third = columns.saturating_sub(2) / 3;
        let titles = ["columns-heading", "columns-field", "columns-sample"].map(|key| pad(&words.t(key), third, ""));
        scene.put(area, row, Line::styled(format!(" {}", titles.concat()), look.theme.dim));
        let list = Rect { y: area.y + 1 + u16::try_from(row).unwrap_or(0), ..area };
        let list = Rect { height: area.bottom().saturating_sub(list.y), ..list };
        let lines = self.lines(around, third);
        let selected = lines.iter().position(|(at, _)| *at == Some(self.selected)).unwrap_or(0);
        let seen = usize::from(list.height);
        let top = scene.top_of("columns", selected, lines.len(), seen);
        for (row, (at, line)) in lines.into_iter().skip(top).take(seen).enumerate() {
            match at {
                Some(at) => scene.put_choice(list, row, line, at, Some(self.selected)),
                None => scene.put(list, row, line),
            }
        }
    }

    /// A line a column with its place among all, under a line a table.
    fn lines(&self, around: Surroundings<'_>, third: usize) -> Vec<(Option<usize>, Line<'static>)> {
        let Surroundings { words, look, .. } = around;
        let (mut lines, mut at) = (Vec::new(), 0);
        for table in &self.tables {
            let place = words.with("columns-table", &[("sheet", &table.sheet), ("row", &table.row.to_string())]);
            lines.push((None, heading(place.trim(), third * 3, look)));
            for column in &table.columns {
                lines.push((Some(at), column_line(column, at == self.selected, around, third)));
                at += 1;
            }
        }
        lines
    }
}

fn column_line(column: &ColumnSeen, selected: bool, around: Surroundings<'_>, third: usize) -> Line<'static> {
    let Surroundings { words, look, .. } = around;
    let cell = |text: &str| pad(text, third.saturating_sub(1), look.glyphs.ellipsis) + " ";
    let field = field_words(words, column.field);
    let field = if column.by_hand { words.with("columns-is-by-hand", &[("field", &field)]) } else { field };
    let style = match (column.by_hand, column.field) {
        (true, _) => look.theme.accent,
        (false, Some(_)) => Style::new(),
        (false, None) => look.theme.dim,
    };
    let line = Line::from(vec![
        Span::styled(if selected { look.glyphs.cursor } else { " " }, look.theme.accent),
        Span::raw(cell(&column.heading)),
        Span::styled(cell(&field), style),
        Span::styled(cell(&column.sample), look.theme.dim),
    ]);
    if selected { line.style(look.theme.selected) } else { line }
}
