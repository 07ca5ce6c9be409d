//! Reads the sheets of an xlsx workbook, cell by cell: a whole-range reader would reserve the space
//! for every cell between the first and the last.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};
use chrono::NaiveDate;

use super::refusal::FileRefused;
use super::sheet::{Cell, Merge, Sheet, without_result};
use super::xlsx_limits::check_limits;

/// The visible sheets of a workbook, in their order.
pub(super) fn read_workbook(bytes: &[u8]) -> Result<Vec<Sheet>, FileRefused> {
    let mut workbook = Workbook::open(bytes)?;
    let mut sheets: Vec<Sheet> = Vec::new();
    for name in workbook.visible_sheets() {
        let sheet = workbook.read(name, sheets.last())?;
        sheets.push(sheet);
    }
    sheets.extend(hidden_sheets(&workbook.xlsx));
    Ok(sheets)
}

/// The sheets that are not shown, by their names.
pub(super) fn hidden_sheets<R: Read + Seek, B: Reader<R>>(book: &B) -> impl Iterator<Item = Sheet> {
    let sheets = book.sheets_metadata().iter();
    let hidden = sheets.filter(|sheet| sheet.visible != SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
    hidden.map(|sheet| Sheet::hidden(sheet.name.clone())).collect::<Vec<_>>().into_iter()
}

/// A workbook whose sheets are read one at a time.
struct Workbook<'a> {
    xlsx: Xlsx<Cursor<&'a [u8]>>,
}

impl<'a> Workbook<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, FileRefused> {
        check_limits(bytes)?;
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
        Ok(Self { xlsx })
    }

    fn visible_sheets(&self) -> Vec<String> {
        let visible = self
            .xlsx
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
        visible.map(|sheet| sheet.name.clone()).collect()
    }

    fn read(&mut self, name: String, before: Option<&Sheet>) -> Result<Sheet, FileRefused> {
        let mut sheet = self.read_cells(name, before)?;
        let merged = self.xlsx.merge_cells_by_sheet_name(sheet.name()).map_err(|error| refused(&error))?;
        for range in &merged {
            sheet.merge(merge_of(range.start, range.end))?;
        }
        Ok(sheet)
    }

    fn read_cells(&mut self, name: String, before: Option<&Sheet>) -> Result<Sheet, FileRefused> {
        let mut sheet = Sheet::named(name).after(before);
        let mut cells = self.xlsx.worksheet_cells_reader(sheet.name()).map_err(|error| refused(&error))?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| refused(&error))? {
            let (row, column) = cell.pos;
            let value = match (&cell.value, &cell.formula) {
                (DataRef::Empty, Some(formula)) => Some(without_result(formula_text(formula))),
                (value, _) => self::value(value),
            };
            if let Some(value) = value {
                sheet.push(row as usize, column as usize, value)?;
            }
        }
        Ok(sheet)
    }
}

fn formula_text(formula: &XlsxFormulaMetadata) -> &str {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        _ => "",
    }
}

/// A range as calamine has it, from 0.
pub(super) fn merge_of(start: (u32, u32), end: (u32, u32)) -> Merge {
    let column = |at: u32| u16::try_from(at).unwrap_or(u16::MAX);
    Merge { top: start.0 + 1, left: column(start.1), bottom: end.0 + 1, right: column(end.1) }
}

fn refused(error: &XlsxError) -> FileRefused {
    match error {
        XlsxError::Password => FileRefused::PasswordProtected,
        _ => FileRefused::Damaged,
    }
}

#[expect(clippy::cast_precision_loss, reason = "whole numbers in a spreadsheet are floats to begin with")]
pub(super) fn value(data: &DataRef<'_>) -> Option<Cell> {
    match data {
        DataRef::Empty | DataRef::DurationIso(_) => None,
        DataRef::Error(error) => Some(Cell::Error(error.to_string().into())),
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) if number.is_finite() => Some(Cell::Number(*number)),
        DataRef::Float(number) => text_cell(&number.to_string()),
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Bool(truth) => text_cell(if *truth { "true" } else { "false" }),
        DataRef::DateTime(moment) => Some(match moment.as_datetime() {
            Some(at) if moment.is_datetime() => Cell::Date(at.date()),
            _ => Cell::Number(moment.as_f64()),
        }),
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
            day.map_or_else(|| text_cell(text), |day| Some(Cell::Date(day)))
        }
    }
}

fn text_cell(text: &str) -> Option<Cell> {
    (!text.trim().is_empty()).then(|| Cell::Text(text.into()))
}
