//! Flat tables out: an .xlsx workbook ready for paper, or one table as CSV. What stands in the cells is
//! put together elsewhere.

use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};

use crate::text::width;

use super::written::{FileNotWritten, Outlet, WriteFault, kind_of, write_out};

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// A code, an ID number, a phone: never a number, whatever opens the file.
    Digits(String),
    Count(i64),
    /// In fen; shown in yuan.
    Fen(i64),
    /// In yuan with its separators, and no fen.
    Yuan(i64),
    /// The sum of other rows of the same column: the table says which, the file lets the spreadsheet
    /// program compute it again.
    Sum {
        rows: Vec<u32>,
        fen: i64,
    },
    /// The same of whole numbers.
    CountSum {
        rows: Vec<u32>,
        count: i64,
    },
    /// One column of the row as a share of another, in tenths of a percent; a formula as well.
    Share {
        part: u16,
        whole: u16,
        tenths: i64,
    },
}

impl Cell {
    /// Nothing where the text is empty.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Nothing where there is no day.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, |day| Self::Text(day.to_string()))
    }
}

/// One table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub name: String,
    pub title: String,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// Rows that sum others, by their place: printed bold.
    pub sums: Vec<usize>,
    /// Columns that are repeated on each page of paper.
    pub frozen_columns: u16,
    /// In points, where there must be room to write; else what the text takes.
    pub row_height: Option<f64>,
    /// Lines under the table, to sign on.
    pub closing: Vec<String>,
    /// The words at the foot of the paper, from left to right.
    pub footer: [String; 3],
}

/// Rows above the first of the table: the title, and the headings.
const HEAD_ROWS: u32 = 2;
/// Points that a heading of two lines takes: a spreadsheet program does not measure it.
const HEADING_HEIGHT: f64 = 25.5;
/// A spreadsheet program takes 255 arguments of a function.
const MOST_ARGUMENTS: usize = 250;
/// Widths of columns in characters: at least, at most.
const WIDTHS: (usize, usize) = (6, 32);

/// Writes the tables, of the kind that the name's ending says; as CSV only the first.
pub fn write_tables<'a>(
    file: &Path,
    title: &str,
    tables: &[Table],
    outlet: impl Into<Outlet<'a>>,
) -> Result<(), FileNotWritten> {
    let outlet = outlet.into();
    let made = match (kind_of(file, outlet).as_str(), tables.first()) {
        // Made in memory: a half-written zip would speak up by itself when it is dropped.
        ("xlsx", _) => workbook(title, tables).and_then(|mut workbook| workbook.save_to_buffer()).ok(),
        ("csv", Some(first)) => {
            // Tables of the same columns are one list in parts.
            let parts: Vec<&Table> = tables.iter().filter(|table| table.headings == first.headings).collect();
            csv_of(&parts).ok()
        }
        _ => return Err(FileNotWritten::new(file, WriteFault::NotATable)),
    };
    let bytes = made.ok_or_else(|| FileNotWritten::new(file, WriteFault::TooLarge))?;
    write_out(file, &bytes, outlet)
}

fn workbook(title: &str, tables: &[Table]) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title));
    for table in tables {
        write_table(workbook.add_worksheet(), table)?;
    }
    Ok(workbook)
}

fn write_table(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    let plain = Format::new().set_font_name("宋体").set_font_size(9).set_border(FormatBorder::Thin);
    let plain = plain.set_align(FormatAlign::VerticalCenter);
    let heading = plain.clone().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let heading = heading.set_text_wrap();
    let title = Format::new().set_font_name("宋体").set_font_size(14).set_bold();
    sheet.write_string_with_format(0, 0, &table.title, &title)?;
    sheet.set_row_height(1, HEADING_HEIGHT)?;
    for (column, text) in (0u16..).zip(&table.headings) {
        sheet.write_string_with_format(1, column, text, &heading)?;
        sheet.set_column_width(column, column_width(table, usize::from(column)))?;
    }
    for (row, (place, cells)) in (HEAD_ROWS..).zip(table.rows.iter().enumerate()) {
        if let Some(height) = table.row_height {
            sheet.set_row_height(row, height)?;
        }
        let format = if table.sums.contains(&place) { plain.clone().set_bold() } else { plain.clone() };
        for (column, cell) in (0u16..).zip(cells) {
            write_cell(sheet, (row, column), cell, &format)?;
        }
    }
    let below = HEAD_ROWS + u32::try_from(table.rows.len()).unwrap_or(0) + 1;
    let signed = Format::new().set_font_name("宋体").set_font_size(10);
    for (row, line) in (below..).step_by(2).zip(&table.closing) {
        sheet.write_string_with_format(row, 0, line, &signed)?;
    }
    sheet.set_freeze_panes(HEAD_ROWS, table.frozen_columns)?;
    sheet.set_repeat_rows(1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    let [left, middle, right] = &table.footer;
    // A number at the beginning would be read as a font size, so a blank stands before.
    // `&` begins a code there; those of the page numbers are ours.
    let [left, middle] = [left, middle].map(|text| text.replace('&', "&&"));
    sheet.set_footer(format!("&L&9 {left}&C&9 {middle}&R&9 {right}"));
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^52 fen, and the file holds floats")]
fn write_cell(sheet: &mut Worksheet, at: (u32, u16), cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    let (row, column) = at;
    let money = format.clone().set_num_format("#,##0.00");
    let whole = format.clone().set_num_format("#,##0");
    match cell {
        Cell::Empty => sheet.write_blank(row, column, format)?,
        Cell::Text(text) | Cell::Digits(text) => sheet.write_string_with_format(row, column, text, format)?,
        Cell::Count(count) | Cell::Yuan(count) => sheet.write_number_with_format(row, column, *count as f64, &whole)?,
        Cell::Fen(fen) => sheet.write_number_with_format(row, column, *fen as f64 / 100.0, &money)?,
        Cell::Sum { rows, fen } => {
            let formula = Formula::new(sum_formula(column, rows)).set_result(decimal(*fen));
            sheet.write_formula_with_format(row, column, formula, &money)?
        }
        Cell::CountSum { rows, count } => {
            let formula = Formula::new(sum_formula(column, rows)).set_result(count.to_string());
            sheet.write_formula_with_format(row, column, formula, &whole)?
        }
        Cell::Share { part, whole, tenths } => {
            let [part, whole] = [part, whole].map(|it| rust_xlsxwriter::utility::column_number_to_name(*it));
            let (at, percent) = (row + 1, format.clone().set_num_format("0.0%"));
            let formula =
                Formula::new(format!("={part}{at}/{whole}{at}")).set_result((*tenths as f64 / 1000.0).to_string());
            sheet.write_formula_with_format(row, column, formula, &percent)?
        }
    };
    Ok(())
}

/// `=SUM(F3:F9,F12)`: runs of rows as ranges.
fn sum_formula(column: u16, rows: &[u32]) -> String {
    let name = rust_xlsxwriter::utility::column_number_to_name(column);
    let cell = |row: &u32| format!("{name}{}", row + HEAD_ROWS + 1);
    let runs = rows.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [one] => cell(one),
        run => format!("{}:{}", cell(&run[0]), cell(&run[run.len() - 1])),
    });
    let runs: Vec<String> = runs.collect();
    let sums = runs.chunks(MOST_ARGUMENTS).map(|runs| format!("SUM({})", runs.join(",")));
    format!("={}", sums.collect::<Vec<_>>().join("+"))
}

/// Yuan with two decimals, and nothing else.
fn decimal(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100)
}

/// As wide as its widest cell, within reason; the measure of a character is half a Chinese one.
fn column_width(table: &Table, column: usize) -> f64 {
    let of_cell = |cells: &Vec<Cell>| cells.get(column).map_or(0, |cell| width(&shown(cell)));
    let widest = table.rows.iter().map(of_cell).max().unwrap_or(0);
    let heading = table.headings.get(column).map_or(0, |text| width(text).div_ceil(2).max(width(text).min(10)));
    let (least, most) = WIDTHS;
    let columns = u32::try_from(widest.max(heading).clamp(least, most)).unwrap_or(20);
    // A width counts characters of eleven points; these have nine.
    f64::from(columns) * 0.88 + 1.5
}

/// Every text of a table as it stands in the workbook, by the name of its cell; the foot of the paper last.
pub fn cells_by_name(table: &Table) -> Vec<(String, String)> {
    let name = |column: u16, row: u32| rust_xlsxwriter::utility::row_col_to_cell(row, column);
    let mut cells = vec![(name(0, 0), table.title.clone())];
    cells.extend((0u16..).zip(&table.headings).map(|(column, text)| (name(column, 1), text.clone())));
    for (row, of_row) in (HEAD_ROWS..).zip(&table.rows) {
        cells.extend((0u16..).zip(of_row).map(|(column, cell)| (name(column, row), shown(cell))));
    }
    let below = HEAD_ROWS + u32::try_from(table.rows.len()).unwrap_or(0) + 1;
    cells.extend((below..).step_by(2).zip(&table.closing).map(|(row, text)| (name(0, row), text.clone())));
    cells.extend(table.footer.iter().map(|text| ("&".to_owned(), text.clone())));
    cells
}

/// A cell as people read it.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Digits(text) => text.clone(),
        Cell::Count(count) | Cell::Yuan(count) | Cell::CountSum { count, .. } => count.to_string(),
        Cell::Fen(fen) | Cell::Sum { fen, .. } => decimal(*fen),
        Cell::Share { tenths, .. } => format!("{}.{}%", tenths / 10, tenths % 10),
    }
}

/// A cell as people read it, and whether it is a number.
pub(super) fn shown_and_is_number(cell: &Cell) -> (String, bool) {
    let is_number = !matches!(cell, Cell::Empty | Cell::Text(_) | Cell::Digits(_));
    (shown(cell), is_number)
}

/// UTF-8 with its mark, so that spreadsheet programs read Chinese; what would be read as a formula
/// gets a `'` before it.
fn csv_of(parts: &[&Table]) -> Result<Vec<u8>, csv::Error> {
    let mut text = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::Writer::from_writer(&mut text);
    let headings = parts.first().map(|table| table.headings.as_slice()).unwrap_or_default();
    writer.write_record(headings.iter().map(|text| guarded(text)))?;
    for cells in parts.iter().flat_map(|table| &table.rows) {
        let field = |cell: &Cell| match cell {
            Cell::Text(text) => guarded(text),
            Cell::Digits(text) => format!("=\"{text}\""),
            other => shown(other),
        };
        writer.write_record(cells.iter().map(field))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(text)
}

/// A text that is guarded already is guarded once more, so that it comes back as it was.
fn guarded(text: &str) -> String {
    let is_formula =
        text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_names_its_rows_as_the_spreadsheet_counts_them() {
        assert_eq!(sum_formula(5, &[0, 1, 2]), "=SUM(F3:F5)");
        assert_eq!(sum_formula(0, &[3, 7, 8]), "=SUM(A6,A10:A11)");
        assert_eq!((decimal(-5), decimal(123_450)), ("-0.05".to_owned(), "1234.50".to_owned()));
        assert_eq!(guarded("=1+1"), "'=1+1");
    }
}
