//! A sheet of cells as any file gives it: rows by their number, and in each only the cells that hold
//! something.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::refusal::FileRefused;

/// What one cell holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Cell {
    #[serde(rename = "t")]
    Text(Box<str>),
    /// Finite.
    #[serde(rename = "n")]
    Number(f64),
    #[serde(rename = "d")]
    Date(NaiveDate),
    /// `#N/A` and its kin: a formula that came to nothing.
    #[serde(rename = "e")]
    Error(Box<str>),
}

impl Cell {
    /// The cell as text: whole numbers without a point, days in ISO form.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.to_string(),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e17 => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
        }
    }
}

/// Enough of a formula to find the cell again.
const SHOWN_OF_A_FORMULA: usize = 40;

/// A formula that no program has computed yet: what it would come to is not known, and not nothing.
pub(super) fn without_result(formula: &str) -> Cell {
    let text = formula.trim_start_matches("of:").trim_start_matches('=');
    let beginning: String = text.chars().take(SHOWN_OF_A_FORMULA).collect();
    Cell::Error(format!("={beginning}").into())
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct SheetRow {
    /// As the spreadsheet program shows it, from 1.
    pub(super) number: u32,
    cells: Vec<(u16, Cell)>,
}

impl SheetRow {
    pub(super) fn get(&self, column: u16) -> Option<&Cell> {
        self.cells.binary_search_by_key(&column, |(at, _)| *at).ok().map(|index| &self.cells[index].1)
    }

    /// The one text of a row, which may be written in several of its cells where they are merged.
    pub(super) fn alone(&self) -> Option<String> {
        let mut texts = self.cells().map(|(_, cell)| cell.text()).filter(|text| !text.trim().is_empty());
        let first = texts.next()?;
        texts.all(|text| text == first).then_some(first)
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = (u16, &Cell)> {
        self.cells.iter().map(|(column, cell)| (*column, cell))
    }
}

/// A range of cells shown as one; rows as numbered, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Merge {
    pub(super) top: u32,
    pub(super) left: u16,
    pub(super) bottom: u32,
    pub(super) right: u16,
}

/// More than this is no roster: a county has 100,000 households.
const MAX_ROWS: usize = 200_000;
pub(super) const MAX_COLUMNS: usize = 256;
const MAX_CELL_BYTES: usize = 4096;
const MAX_CELLS: usize = 3_200_000;
const MAX_MERGES: usize = 100_000;
const MAX_TEXT_BYTES: usize = 64 << 20;

/// A sheet under construction, and then read row by row.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    name: String,
    /// Not shown, and not read.
    is_hidden: bool,
    rows: Vec<SheetRow>,
    merges: Vec<Merge>,
    cells: usize,
    text_bytes: usize,
}

impl Sheet {
    pub(super) fn named(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// One that is not shown: only its name is known.
    pub(super) fn hidden(name: String) -> Self {
        Self { name, is_hidden: true, ..Self::default() }
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.is_hidden
    }

    /// The limits hold for all sheets of a file together: what those before had counts.
    pub(super) fn after(self, before: Option<&Self>) -> Self {
        let (cells, text_bytes) = before.map_or((0, 0), |before| (before.cells, before.text_bytes));
        Self { cells, text_bytes, ..self }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn into_parts(self) -> (Vec<SheetRow>, Vec<Merge>) {
        (self.rows, self.merges)
    }

    /// Cells from here to there are shown as one; what reaches past the columns of a roster is let go.
    pub(super) fn merge(&mut self, range: Merge) -> Result<(), FileRefused> {
        if usize::from(range.left) < MAX_COLUMNS {
            self.merges.push(range);
        }
        if self.merges.len() > MAX_MERGES { Err(FileRefused::TooLarge) } else { Ok(()) }
    }

    pub(super) fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// A row by the number that the spreadsheet program shows.
    pub(super) fn row(&self, number: u32) -> Option<&SheetRow> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok().map(|at| &self.rows[at])
    }

    /// Adds a whole row; rows come from above.
    pub(super) fn push_row(&mut self, row: SheetRow) {
        self.rows.push(row);
    }

    /// Adds a cell; cells come in the order of rows and, within a row, of columns. Both from 0.
    pub(super) fn push(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), FileRefused> {
        self.count(&cell)?;
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(FileRefused::TooLarge);
        }
        let number = u32::try_from(row + 1).map_err(|_| FileRefused::TooLarge)?;
        let column = u16::try_from(column).map_err(|_| FileRefused::TooLarge)?;
        match self.rows.last_mut() {
            Some(last) if last.number == number => last.cells.push((column, cell)),
            _ => self.rows.push(SheetRow { number, cells: vec![(column, cell)] }),
        }
        Ok(())
    }

    /// The rows that hold something, from above.
    pub(super) fn rows(&self) -> &[SheetRow] {
        &self.rows
    }

    /// Counts one more cell towards what a roster can have.
    fn count(&mut self, cell: &Cell) -> Result<(), FileRefused> {
        let bytes = if let Cell::Text(text) = cell { text.len() } else { 0 };
        self.cells += 1;
        self.text_bytes += bytes;
        if bytes > MAX_CELL_BYTES || self.cells > MAX_CELLS || self.text_bytes > MAX_TEXT_BYTES {
            return Err(FileRefused::TooLarge);
        }
        Ok(())
    }
}
