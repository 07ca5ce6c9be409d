//! Workbooks of Excel before 2007 and of `OpenDocument`. Their library reserves the space of every cell
//! between the first and the last, so they are read where memory is bounded.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Dimensions, Range, Reader, SheetType, SheetVisible, Xls};
use zip::ZipArchive;

use super::refusal::FileRefused;
use super::sheet::{Cell, Sheet};
use super::xlsx_limits::check_limits;
use super::xlsx_sheet::{self, hidden_sheets, merge_of};
use super::xml_tables::read_xml;

pub(super) fn read_xls(bytes: &[u8]) -> Result<Vec<Sheet>, FileRefused> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => FileRefused::PasswordProtected,
        _ => FileRefused::Damaged,
    })?;
    let mut sheets: Vec<Sheet> = Vec::new();
    for name in visible(&book) {
        let range = book.worksheet_range(&name).map_err(|_| FileRefused::Damaged)?;
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let sheet = sheet_of(name, cells_of(&range), &merged, sheets.last())?;
        sheets.push(sheet);
    }
    sheets.extend(hidden_sheets(&book));
    Ok(sheets)
}

/// An `OpenDocument` is the XML of its content: so its merged cells are known too.
pub(super) fn read_ods(bytes: &[u8]) -> Result<Vec<Sheet>, FileRefused> {
    check_limits(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileRefused::Damaged)?;
    let mut part = |name: &str| -> Result<String, FileRefused> {
        let mut text = String::new();
        let mut part = archive.by_name(name).map_err(|_| FileRefused::Damaged)?;
        part.read_to_string(&mut text).map_err(|_| FileRefused::Damaged)?;
        Ok(text)
    };
    if part("META-INF/manifest.xml").is_ok_and(|manifest| manifest.contains("encryption-data")) {
        return Err(FileRefused::PasswordProtected);
    }
    read_xml(&part("content.xml")?)
}

/// A cell by its row and column, from 0.
type Placed = (usize, usize, Cell);

fn cells_of(range: &Range<Data>) -> impl Iterator<Item = Placed> + '_ {
    let (top, left) = range.start().unwrap_or_default();
    let placed = move |(row, column, data): (usize, usize, &Data)| {
        Some((top as usize + row, left as usize + column, value(data)?))
    };
    range.used_cells().filter_map(placed)
}

fn visible<'b, B: Reader<Cursor<&'b [u8]>>>(book: &B) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let visible = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
    visible.map(|sheet| sheet.name.clone()).collect()
}

fn sheet_of(
    name: String,
    cells: impl Iterator<Item = Placed>,
    merged: &[Dimensions],
    before: Option<&Sheet>,
) -> Result<Sheet, FileRefused> {
    let mut sheet = Sheet::named(name).after(before);
    for (row, column, cell) in cells {
        sheet.push(row, column, cell)?;
    }
    for range in merged {
        sheet.merge(merge_of(range.start, range.end))?;
    }
    Ok(sheet)
}

fn value(data: &Data) -> Option<Cell> {
    xlsx_sheet::value(&match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::String(text.clone()),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    })
}
