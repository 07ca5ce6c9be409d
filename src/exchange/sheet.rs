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
}

impl Cell {
    /// The cell as text: whole numbers without a point, days in ISO form.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e17 => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
        }
    }
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

    pub(super) fn cells(&self) -> impl Iterator<Item = (u16, &Cell)> {
        self.cells.iter().map(|(column, cell)| (*column, cell))
    }
}

/// More than this is no roster: a county has 100,000 households.
const MAX_ROWS: usize = 200_000;
const MAX_COLUMNS: usize = 256;
const MAX_CELL_BYTES: usize = 4096;
const MAX_CELLS: usize = 3_200_000;
const MAX_TEXT_BYTES: usize = 64 << 20;

/// A sheet under construction, and then read row by row.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    name: String,
    rows: Vec<SheetRow>,
    cells: usize,
    text_bytes: usize,
}

impl Sheet {
    pub(super) fn named(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// The limits hold for all sheets of a file together: what those before had counts.
    pub(super) fn after(self, before: Option<&Self>) -> Self {
        let (cells, text_bytes) = before.map_or((0, 0), |before| (before.cells, before.text_bytes));
        Self { cells, text_bytes, ..self }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn into_rows(self) -> Vec<SheetRow> {
        self.rows
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

    /// Gives the first cell of a vertically merged range to every row of it (all from 0).
    pub(super) fn fill_down(&mut self, column: usize, first_row: usize, last_row: usize) -> Result<(), FileRefused> {
        let Ok(column) = u16::try_from(column) else { return Ok(()) };
        let number = |row: usize| u32::try_from(row + 1).unwrap_or(u32::MAX);
        let from = self.rows.partition_point(|row| row.number < number(first_row));
        let to = self.rows.partition_point(|row| row.number <= number(last_row));
        let Some(cell) = self.rows.get(from).filter(|row| row.number == number(first_row)).and_then(|r| r.get(column))
        else {
            return Ok(());
        };
        let cell = cell.clone();
        for at in from + 1..to {
            if let Err(place) = self.rows[at].cells.binary_search_by_key(&column, |(at, _)| *at) {
                self.count(&cell)?;
                self.rows[at].cells.insert(place, (column, cell.clone()));
            }
        }
        Ok(())
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
