//! The tables of a web page, which many government sites export under the name of a spreadsheet.

use std::collections::HashMap;

use html5gum::{Token, Tokenizer};

use super::refusal::FileRefused;
use super::sheet::{Cell, Merge, Sheet};

/// No cell of a roster spans more.
const MOST_SPANNED: u32 = 200_000;

/// Each table that stands in no other, as a sheet.
pub(super) fn read_html(text: &str) -> Result<Vec<Sheet>, FileRefused> {
    let mut page = Page::default();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let span = |name: &[u8]| {
                    let text = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).trim().to_owned());
                    text.and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).clamp(1, MOST_SPANNED)
                };
                page.start(&tag.name, span(b"rowspan"), span(b"colspan"))?;
            }
            Token::EndTag(tag) => page.end(&tag.name)?,
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.end_cell()?;
    Ok(page.sheets)
}

/// What has been read of a page.
#[derive(Default)]
struct Page {
    sheets: Vec<Sheet>,
    /// Tables that are open around what is read.
    depth: u32,
    row: Option<usize>,
    column: usize,
    /// Columns that a cell of a row above still covers, and for how many rows more.
    covered: HashMap<usize, u32>,
    cell: Option<OpenCell>,
    is_hidden: bool,
}

struct OpenCell {
    text: String,
    rows: u32,
    columns: u32,
}

impl Page {
    fn start(&mut self, tag: &[u8], rows: u32, columns: u32) -> Result<(), FileRefused> {
        match tag {
            b"table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.sheets.push(Sheet::default().after(self.sheets.last()));
                    (self.row, self.covered) = (None, HashMap::new());
                }
            }
            b"tr" if self.depth == 1 => {
                self.end_cell()?;
                self.row = Some(self.row.map_or(0, |row| row + 1));
                self.column = 0;
                self.covered.retain(|_, left| *left > 0);
            }
            b"td" | b"th" if self.depth == 1 => {
                self.end_cell()?;
                self.row.get_or_insert(0);
                self.cell = Some(OpenCell { text: String::new(), rows, columns });
            }
            b"br" | b"p" | b"div" => self.text(" "),
            b"style" | b"script" => self.is_hidden = true,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &[u8]) -> Result<(), FileRefused> {
        match tag {
            b"table" => {
                if self.depth == 1 {
                    self.end_cell()?;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            b"td" | b"th" | b"tr" if self.depth == 1 => self.end_cell()?,
            b"style" | b"script" => self.is_hidden = false,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let (Some(cell), false) = (&mut self.cell, self.is_hidden) {
            cell.text.push_str(text);
        }
    }

    /// Puts the open cell where the cells above leave room for it.
    fn end_cell(&mut self) -> Result<(), FileRefused> {
        let (Some(cell), Some(row), Some(sheet)) = (self.cell.take(), self.row, self.sheets.last_mut()) else {
            return Ok(());
        };
        while let Some(left) = self.covered.get_mut(&self.column).filter(|left| **left > 0) {
            *left -= 1;
            self.column += 1;
        }
        let text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            sheet.push(row, self.column, Cell::Text(text.into()))?;
        }
        let (width, below) = (cell.columns.min(256), cell.rows - 1);
        if cell.rows > 1 || cell.columns > 1 {
            let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
            let right = self.column + width as usize - 1;
            let top = number(row + 1);
            sheet.merge(Merge { top, left: place(self.column), bottom: top + below, right: place(right) })?;
        }
        for column in self.column..self.column + width as usize {
            if below > 0 {
                self.covered.insert(column, below);
            }
        }
        self.column += width as usize;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(html: &str) -> Vec<(u32, u16, String)> {
        let sheets = read_html(html).unwrap();
        let rows = sheets.iter().flat_map(|sheet| sheet.rows().iter());
        rows.flat_map(|row| row.cells().map(|(column, cell)| (row.number, column, cell.text())).collect::<Vec<_>>())
            .collect()
    }

    fn cell(row: u32, column: u16, text: &str) -> (u32, u16, String) {
        (row, column, text.to_owned())
    }

    #[test]
    fn tags_that_nobody_closed_and_words_for_characters_are_read() {
        let html = "<table><tr><td>户编号<td>姓&nbsp;名<tr><td>A1<td><b>王</b>小明<br>&lt;1&gt;</table>";
        let expected = [cell(1, 0, "户编号"), cell(1, 1, "姓 名"), cell(2, 0, "A1"), cell(2, 1, "王小明 <1>")];
        assert_eq!(cells(html), expected);
    }

    #[test]
    fn a_cell_over_several_rows_moves_those_beside_it() {
        let html = "<table><tr><td rowspan=2>石桥村</td><td>A</td></tr><tr><td>B</td></tr><tr><td>上河村</td><td>C</td></tr></table>";
        let expected = [cell(1, 0, "石桥村"), cell(1, 1, "A"), cell(2, 1, "B"), cell(3, 0, "上河村"), cell(3, 1, "C")];
        assert_eq!(cells(html), expected);
        let merges = read_html(html).unwrap()[0].merges().to_vec();
        assert_eq!((merges.len(), merges[0].bottom), (1, 2));
    }

    #[test]
    fn what_is_no_text_and_tables_within_cells_stay_out() {
        let html = "<style>td{}</style><table><tr><td>A<table><tr><td>x</td></tr></table></td><td>B</td></tr></table>";
        assert_eq!(cells(html), [cell(1, 0, "Ax"), cell(1, 1, "B")]);
    }
}
