//! Cells that are shown as one: every cell of the range says what its first one does.

use std::collections::HashMap;

use crate::exchange::sheet::{Cell, Merge, Sheet, SheetRow};

/// The merged ranges of a sheet, by column.
#[derive(Debug)]
pub(super) struct Merged<'s> {
    sheet: &'s Sheet,
    ranges: HashMap<u16, Vec<Merge>>,
}

impl<'s> Merged<'s> {
    pub(super) fn of(sheet: &'s Sheet) -> Self {
        let mut ranges: HashMap<u16, Vec<Merge>> = HashMap::new();
        let last = sheet.rows().iter().filter_map(|row| row.cells().last()).map(|(at, _)| at).max().unwrap_or(0);
        for merge in sheet.merges() {
            for column in merge.left..=merge.right.min(last) {
                ranges.entry(column).or_default().push(*merge);
            }
        }
        for of_column in ranges.values_mut() {
            of_column.sort_by_key(|range| range.top);
        }
        Self { sheet, ranges }
    }

    /// What a cell says, itself or by the range that it belongs to.
    pub(super) fn cell(&self, row: &'s SheetRow, column: u16) -> Option<&'s Cell> {
        row.get(column).or_else(|| {
            let of_column = self.ranges.get(&column)?;
            let at = of_column.partition_point(|range| range.top <= row.number).checked_sub(1)?;
            let range = of_column[at];
            (range.bottom >= row.number).then(|| self.sheet.row(range.top)?.get(range.left)).flatten()
        })
    }

    pub(super) fn text(&self, row: &SheetRow, column: u16) -> Option<String> {
        let row = self.sheet.row(row.number)?;
        self.cell(row, column).map(Cell::text)
    }
}
