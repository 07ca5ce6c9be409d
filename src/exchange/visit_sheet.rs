//! The printable ledger sheet 走访记录: one A4 page a visit, as an .xlsx workbook. What stands on a page
//! is put together elsewhere; here it is laid out for paper.

use std::path::Path;

use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::text::wrap;

use super::written::{FileNotWritten, Outlet, WriteFault, write_out};

/// One page.
#[derive(Debug, Clone, Default)]
pub struct SheetPage {
    /// The name of its worksheet.
    pub name: String,
    pub title: String,
    /// The household in pairs of what and which.
    pub household: Vec<(String, String)>,
    pub sections: Vec<SheetSection>,
    /// Lines to sign on.
    pub signatures: Vec<String>,
    /// The words at the foot of the paper, from left to right.
    pub footer: [String; 3],
}

/// A heading with the names of the columns, and rows under it.
#[derive(Debug, Clone, Default)]
pub struct SheetSection {
    /// What, this time, last time.
    pub heading: [String; 3],
    pub rows: Vec<[String; 3]>,
}

/// The columns' widths in characters: what, this time, last time. Together they fill A4 upright.
const WIDTHS: [f64; 4] = [17.0, 21.0, 21.0, 28.0];
/// The same in columns of text, to compute how high a row must be.
const THIS_TIME: usize = 40;
const LAST_TIME: usize = 27;
const LABEL: usize = 16;
/// The height of a line, in points.
const LINE: f64 = 15.5;

/// Writes the pages as a workbook.
pub fn write_sheets<'a>(
    file: &Path,
    title: &str,
    pages: &[SheetPage],
    outlet: impl Into<Outlet<'a>>,
) -> Result<(), FileNotWritten> {
    // Made in memory: a half-written zip would speak up by itself when it is dropped.
    let made = workbook(title, pages).and_then(|mut workbook| workbook.save_to_buffer());
    let bytes = made.map_err(|_| FileNotWritten::new(file, WriteFault::TooLarge))?;
    write_out(file, &bytes, outlet)
}

fn workbook(title: &str, pages: &[SheetPage]) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title));
    for page in pages {
        Paper::new(workbook.add_worksheet())?.page(page)?;
    }
    Ok(workbook)
}

/// A worksheet being filled from the top.
struct Paper<'w> {
    sheet: &'w mut Worksheet,
    row: u32,
    plain: Format,
}

impl<'w> Paper<'w> {
    fn new(sheet: &'w mut Worksheet) -> Result<Self, XlsxError> {
        for (column, width) in (0u16..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        let plain = Format::new()
            .set_font_name("宋体")
            .set_font_size(10)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        Ok(Self { sheet, row: 0, plain })
    }

    fn page(mut self, page: &SheetPage) -> Result<(), XlsxError> {
        self.sheet.set_name(&page.name)?;
        let title = self.plain.clone().set_bold().set_font_size(16).set_align(FormatAlign::Center);
        self.merged(0, 3, &page.title, &title)?;
        self.end_row(28.0)?;
        self.household(&page.household)?;
        for section in &page.sections {
            self.section(section)?;
        }
        self.end_row(8.0)?;
        for line in &page.signatures {
            let plain = self.plain.clone();
            self.merged(0, 3, line, &plain)?;
            self.end_row(26.0)?;
        }
        self.print_setup(page)
    }

    /// Two pairs a row.
    fn household(&mut self, facts: &[(String, String)]) -> Result<(), XlsxError> {
        let value = self.plain.clone().set_border(FormatBorder::Thin);
        let label = value.clone().set_bold();
        for pair in facts.chunks(2) {
            let right = pair.get(1).cloned().unwrap_or_default();
            self.sheet.write_string_with_format(self.row, 0, &pair[0].0, &label)?;
            self.sheet.write_string_with_format(self.row, 1, &pair[0].1, &value)?;
            self.sheet.write_string_with_format(self.row, 2, &right.0, &label)?;
            self.sheet.write_string_with_format(self.row, 3, &right.1, &value)?;
            let lines = lines_of(&pair[0].1, THIS_TIME / 2).max(lines_of(&right.1, LAST_TIME));
            self.end_row(LINE * lines)?;
        }
        self.end_row(6.0)
    }

    fn section(&mut self, section: &SheetSection) -> Result<(), XlsxError> {
        let cell = self.plain.clone().set_border(FormatBorder::Thin);
        let heading = cell.clone().set_bold().set_background_color("#E8E8E8");
        for (texts, label, value) in std::iter::once((&section.heading, &heading, &heading))
            .chain(section.rows.iter().map(|row| (row, &cell, &cell)))
        {
            self.sheet.write_string_with_format(self.row, 0, &texts[0], label)?;
            self.merged(1, 2, &texts[1], value)?;
            self.sheet.write_string_with_format(self.row, 3, &texts[2], value)?;
            let lines =
                lines_of(&texts[0], LABEL).max(lines_of(&texts[1], THIS_TIME)).max(lines_of(&texts[2], LAST_TIME));
            self.end_row(LINE * lines)?;
        }
        Ok(())
    }

    /// A text over several columns of the present row.
    fn merged(&mut self, first: u16, last: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        // As text whatever it begins with: never a formula.
        self.sheet.merge_range(self.row, first, self.row, last, "", format)?;
        self.sheet.write_string_with_format(self.row, first, text, format)?;
        Ok(())
    }

    fn end_row(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn print_setup(self, page: &SheetPage) -> Result<(), XlsxError> {
        const A4: u8 = 9;
        // What stands in the middle counts pages by codes of its own.
        let [left, middle, right] = &page.footer;
        let [left, right] = [left, right].map(|text| text.replace('&', "&&"));
        self.sheet
            .set_paper_size(A4)
            .set_portrait()
            .set_margins(0.5, 0.5, 0.5, 0.7, 0.3, 0.3)
            .set_print_center_horizontally(true)
            .set_print_fit_to_pages(1, 1)
            // A blank after the size of the letters, or a number would be read as part of it.
            .set_footer(format!("&L&8 {left}&C&8 {middle}&R&8 {right}"));
        self.sheet.set_print_area(0, 0, self.row - 1, 3)?;
        self.sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }
}

/// How many lines a text takes in so many columns.
fn lines_of(text: &str, columns: usize) -> f64 {
    f64::from(u32::try_from(wrap(text, columns).len()).unwrap_or(u32::MAX))
}
