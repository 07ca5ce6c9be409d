//! Tables in plain XML: Excel 2003's own, and an `OpenDocument` in one file.

use std::str::FromStr;

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use super::refusal::FileRefused;
use super::sheet::{Cell, MAX_COLUMNS, Merge, Sheet, without_result};

pub(super) fn read_xml(text: &str) -> Result<Vec<Sheet>, FileRefused> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut tables = Tables::default();
    loop {
        match reader.read_event().map_err(|_| FileRefused::Damaged)? {
            Event::Start(tag) => tables.start(&tag),
            Event::Empty(tag) => {
                tables.start(&tag);
                tables.end(tag.local_name().as_ref())?;
            }
            Event::End(tag) => tables.end(tag.local_name().as_ref())?,
            Event::Text(text) => tables.text(&text),
            Event::CData(text) => tables.text(&text),
            Event::GeneralRef(name) => tables.character(&name),
            Event::Eof => return Ok(tables.sheets),
            _ => {}
        }
    }
}

/// What has been read of the file.
#[derive(Default)]
struct Tables {
    sheets: Vec<Sheet>,
    row: usize,
    column: usize,
    /// How many rows and cells alike the file says the present ones are.
    row_again: usize,
    cell_again: usize,
    cell: Option<OpenCell>,
    /// The cells of the present row: the file may say that there are several like it.
    row_cells: Vec<(usize, Cell)>,
    takes_text: bool,
    in_note: bool,
    /// The style that is being read, and those of tables that are not shown.
    style: String,
    hidden_styles: Vec<String>,
    /// The present table is not shown.
    is_hidden: bool,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    kind: String,
    formula: Option<String>,
    /// The value beside the text that is shown.
    value: Option<String>,
    across: usize,
    down: usize,
}

/// An attribute by its name without its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.value.to_string())
}

/// What a cell holds; one program says of an error that it is a text, and behind that that it is an error.
fn kind_of(tag: &BytesStart<'_>) -> String {
    let is_kind = |it: &Attribute<'_>| it.key.local_name().as_ref() == "value-type";
    let is_error = tag.attributes().flatten().any(|it| is_kind(&it) && it.value.as_ref() == "error");
    if is_error { "Error".to_owned() } else { attribute(tag, "value-type").unwrap_or_default() }
}

fn number<T: FromStr>(tag: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(tag, name)?.parse().ok()
}

impl Tables {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "Worksheet" | "table" => {
                let name = attribute(tag, "Name").or_else(|| attribute(tag, "name")).unwrap_or_default();
                let style = attribute(tag, "style-name").unwrap_or_default();
                self.is_hidden = self.hidden_styles.contains(&style);
                let sheet = if self.is_hidden { Sheet::hidden(name) } else { Sheet::named(name) };
                self.sheets.push(sheet.after(self.sheets.last()));
                (self.row, self.column) = (0, 0);
            }
            "Row" | "table-row" => {
                self.row = number::<usize>(tag, "Index").map_or(self.row, |index| index.max(1) - 1);
                self.row_again = number(tag, "number-rows-repeated").unwrap_or(1).max(1);
                self.column = 0;
            }
            "Cell" | "table-cell" | "covered-table-cell" => {
                self.column = number::<usize>(tag, "Index").map_or(self.column, |index| index.max(1) - 1);
                self.cell_again = number(tag, "number-columns-repeated").unwrap_or(1).max(1);
                let spanned = |name| number::<usize>(tag, name).map_or(0, |count| count.max(1) - 1);
                self.cell = Some(OpenCell {
                    kind: kind_of(tag),
                    formula: attribute(tag, "Formula").or_else(|| attribute(tag, "formula")),
                    value: attribute(tag, "date-value").or_else(|| attribute(tag, "value")),
                    across: number(tag, "MergeAcross").unwrap_or_else(|| spanned("number-columns-spanned")),
                    down: number(tag, "MergeDown").unwrap_or_else(|| spanned("number-rows-spanned")),
                    ..OpenCell::default()
                });
            }
            "Data" => {
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(tag, "Type").unwrap_or_default();
                }
                self.takes_text = true;
            }
            "p" => {
                self.takes_text = !self.in_note;
                self.text(if self.cell.as_ref().is_some_and(|cell| !cell.text.is_empty()) { "\n" } else { "" });
            }
            "annotation" | "Comment" => (self.in_note, self.takes_text) = (true, false),
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden_styles.push(self.style.clone());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: &str) -> Result<(), FileRefused> {
        match tag {
            "Data" | "p" => self.takes_text = false,
            "annotation" | "Comment" => self.in_note = false,
            "Cell" | "table-cell" | "covered-table-cell" => self.end_cell()?,
            "Row" | "table-row" => self.end_row()?,
            "Worksheet" | "table" => self.is_hidden = false,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let (Some(cell), true) = (&mut self.cell, self.takes_text) {
            cell.text.push_str(text);
        }
    }

    /// `&lt;` and its kin; a name that the file itself gives a meaning is let go.
    fn character(&mut self, name: &str) {
        let text = match name {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "apos" => "'",
            "quot" => "\"",
            _ => {
                let digits = name.trim_start_matches('#');
                let code = digits.strip_prefix('x').map_or_else(|| digits.parse(), |hex| u32::from_str_radix(hex, 16));
                let c = code.ok().and_then(char::from_u32).map(String::from).unwrap_or_default();
                return self.text(&c);
            }
        };
        self.text(text);
    }

    fn end_cell(&mut self) -> Result<(), FileRefused> {
        let (Some(cell), false) = (self.cell.take(), self.is_hidden) else { return Ok(()) };
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        let (across, down) = (cell.across, cell.down);
        if let Some(value) = cell.value() {
            // What the file repeats beyond any roster is not told apart from one that is too large.
            if self.cell_again > MAX_COLUMNS {
                return Err(FileRefused::TooLarge);
            }
            let columns = self.column..self.column.saturating_add(self.cell_again);
            self.row_cells.extend(columns.map(|column| (column, value.clone())));
        }
        if across > 0 || down > 0 {
            let row = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
            let (top, left) = (row(self.row + 1), place(self.column));
            let (bottom, right) = (row(self.row.saturating_add(down) + 1), place(self.column.saturating_add(across)));
            sheet.merge(Merge { top, left, bottom, right })?;
        }
        self.column = self.column.saturating_add(self.cell_again);
        Ok(())
    }
}

impl Tables {
    fn end_row(&mut self) -> Result<(), FileRefused> {
        let cells = std::mem::take(&mut self.row_cells);
        if let (Some(sheet), false) = (self.sheets.last_mut(), cells.is_empty()) {
            for row in self.row..self.row.saturating_add(self.row_again) {
                for (column, cell) in &cells {
                    sheet.push(row, *column, cell.clone())?;
                }
            }
        }
        self.row = self.row.saturating_add(self.row_again);
        Ok(())
    }
}

impl OpenCell {
    fn value(&self) -> Option<Cell> {
        let text = self.text.trim();
        let stated = self.value.as_deref().unwrap_or(text);
        let value = match self.kind.as_str() {
            "Number" | "float" => stated.parse().ok().filter(|number: &f64| number.is_finite()).map(Cell::Number),
            "DateTime" | "date" => stated.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()).map(Cell::Date),
            "Error" => Some(Cell::Error(text.into())),
            _ => None,
        };
        let without_result = || self.formula.as_deref().filter(|_| self.kind.is_empty()).map(without_result);
        value.or_else(|| (!text.is_empty()).then(|| Cell::Text(text.into()))).or_else(without_result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(xml: &str) -> Vec<(u32, u16, Cell)> {
        let sheets = read_xml(xml).unwrap();
        let rows = sheets.iter().flat_map(|sheet| sheet.rows().iter());
        rows.flat_map(|row| row.cells().map(|(column, cell)| (row.number, column, cell.clone())).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn rows_and_cells_may_be_passed_over_and_repeated() {
        let xml = "<Workbook><Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"3\"><Cell ss:Index=\"2\"><Data \
                   ss:Type=\"String\">A &amp; &#66;</Data></Cell><Cell><Data ss:Type=\"Number\">4</Data></Cell></Row>\
                   </Table></Worksheet></Workbook>";
        assert_eq!(cells(xml), [(3, 1, Cell::Text("A & B".into())), (3, 2, Cell::Number(4.0))]);
        let xml = "<office:document><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"5\">\
                   <table:table-cell/></table:table-row><table:table-row><table:table-cell \
                   table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"date\" \
                   office:date-value=\"2026-11-22\"><text:p>22.11.26</text:p></table:table-cell></table:table-row>\
                   </table:table></office:document>";
        assert_eq!(cells(xml), [(6, 2, Cell::Date("2026-11-22".parse().unwrap()))]);
    }

    #[test]
    fn an_error_and_a_formula_without_a_result_are_named_as_what_they_are() {
        let error = |text: &str| Cell::Error(text.into());
        let xml = "<Workbook><Worksheet ss:Name=\"a\"><Table><Row><Cell ss:Formula=\"=R1C2\"/><Cell><Data \
                   ss:Type=\"Error\">#N/A</Data></Cell></Row></Table></Worksheet></Workbook>";
        assert_eq!(cells(xml), [(1, 0, error("=R1C2")), (1, 1, error("#N/A"))]);
        let xml = "<office:document><table:table><table:table-row><table:table-cell table:formula=\"of:=[.B1]\"/>\
                   <table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" \
                   calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell><table:table-cell \
                   table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\" \
                   calcext:value-type=\"string\"/></table:table-row></table:table></office:document>";
        assert_eq!(cells(xml), [(1, 0, error("=[.B1]")), (1, 1, error("#N/A"))], "an empty text is a result");
    }

    #[test]
    fn rows_alike_notes_and_tables_that_are_not_shown() {
        let xml = "<office:document><style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/>\
                   </style:style><table:table table:name=\"old\" table:style-name=\"ta2\"><table:table-row>\
                   <table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:table>\
                   <table:table table:name=\"a\" table:style-name=\"ta1\"><table:table-row \
                   table:number-rows-repeated=\"2\"><table:table-cell><office:annotation><text:p>note</text:p>\
                   </office:annotation><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
                   </office:document>";
        assert_eq!(cells(xml), [(1, 0, Cell::Text("x".into())), (2, 0, Cell::Text("x".into()))]);
    }

    #[test]
    fn what_repeats_without_end_is_refused() {
        let xml = "<office:document><table:table><table:table-row><table:table-cell \
                   table:number-columns-repeated=\"99999999\"><text:p>x</text:p></table:table-cell></table:table-row>\
                   </table:table></office:document>";
        assert_eq!(read_xml(xml).unwrap_err(), FileRefused::TooLarge);
    }
}
