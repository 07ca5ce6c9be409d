//! Workbooks of Excel before 2007 and of `OpenDocument`. Their library reserves the space of every cell
//! between the first and the last, so they are read where memory is bounded.

use std::io::Cursor;

use calamine::{Data, DataRef, DataType, Dimensions, Ods, Range, Reader, SheetType, SheetVisible, Xls};

use super::refusal::FileRefused;
use super::sheet::{Cell, Sheet, without_result};
use super::xlsx_limits::check_limits;
use super::xlsx_sheet::{self, merge_of};

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
    Ok(sheets)
}

pub(super) fn read_ods(bytes: &[u8]) -> Result<Vec<Sheet>, FileRefused> {
    check_limits(bytes)?;
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::OdsError::Password => FileRefused::PasswordProtected,
        _ => FileRefused::Damaged,
    })?;
    let mut sheets: Vec<Sheet> = Vec::new();
    for name in visible(&book) {
        let range = book.worksheet_range(&name).map_err(|_| FileRefused::Damaged)?;
        let formulas = book.worksheet_formula(&name).map_err(|_| FileRefused::Damaged)?;
        let mut cells: Vec<Placed> = cells_of(&range).chain(unreckoned(&range, &formulas)).collect();
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let sheet = sheet_of(name, cells.into_iter(), &[], sheets.last())?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A cell by its row and column, from 0.
type Placed = (usize, usize, Cell);

fn cells_of(range: &Range<Data>) -> impl Iterator<Item = Placed> + '_ {
    let (top, left) = range.start().unwrap_or_default();
    let placed = move |(row, column, data): (usize, usize, &Data)| {
        // An error is told as a text here.
        let error = data.get_string().filter(|text| is_error(text)).map(|text| Cell::Error(text.into()));
        Some((top as usize + row, left as usize + column, error.or_else(|| value(data))?))
    };
    range.used_cells().filter_map(placed)
}

/// `#N/A`, `#VALUE!`, `Err:508`.
fn is_error(text: &str) -> bool {
    let is_code = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_uppercase() || "/0?!".contains(c));
    text.strip_prefix('#').is_some_and(is_code)
        || text.strip_prefix("Err:").is_some_and(|code| code.parse::<u16>().is_ok())
}

/// Formulas whose cells hold nothing, not even an empty text.
fn unreckoned<'r>(range: &'r Range<Data>, formulas: &'r Range<String>) -> impl Iterator<Item = Placed> + 'r {
    let (top, left) = formulas.start().unwrap_or_default();
    let placed = move |(row, column, formula): (usize, usize, &String)| {
        let at = (top.checked_add(u32::try_from(row).ok()?)?, left.checked_add(u32::try_from(column).ok()?)?);
        let is_empty = matches!(range.get_value(at), None | Some(Data::Empty));
        (is_empty && !formula.is_empty()).then(|| (at.0 as usize, at.1 as usize, without_result(formula)))
    };
    formulas.used_cells().filter_map(placed)
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
