//! A department's list of clues 部门筛查预警: a row a household, under headings as offices write them. What a row says is
//! judged elsewhere; here it is found.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::clean::{clean_name, clean_note, clean_text, fold_width};
use crate::domain::personal::Personal;

use super::reading::Reading;
use super::refusal::FileRefused;
use super::sheet::{Sheet, SheetRow};

/// The headings stand among so many rows from the top.
const HEADED_WITHIN: usize = 20;

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Column {
    Name,
    Village,
    Group,
    Phone,
    Code,
    IdNumber,
    What,
}

/// The headings by what they say.
static HEADINGS: LazyLock<BTreeMap<Column, Vec<String>>> = LazyLock::new(|| {
    // It is part of the program, and a test reads it.
    toml::from_str(include_str!("../../assets/clues/columns.toml")).unwrap_or_default()
});

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClueRow {
    pub sheet: String,
    /// As the spreadsheet program shows it.
    pub number: u32,
    pub name: Personal,
    pub village: String,
    pub group: String,
    pub phone: Personal,
    pub code: String,
    pub id_number: Personal,
    pub what: String,
}

/// Reads the rows of every sheet that has a name and what is said under headings.
pub fn read_clue_list(file: &Path, reading: Reading) -> Result<Vec<ClueRow>, FileRefused> {
    let sheets = reading.sheets(file, &mut || true)?;
    let tables: Vec<Option<Vec<ClueRow>>> =
        sheets.into_iter().filter(|sheet| !sheet.is_hidden()).map(rows_of).collect();
    if tables.iter().all(Option::is_none) {
        return Err(FileRefused::NoHeader { seen: None });
    }
    let rows: Vec<ClueRow> = tables.into_iter().flatten().flatten().collect();
    if rows.is_empty() { Err(FileRefused::NoRows) } else { Ok(rows) }
}

/// The rows under the headings of a sheet; none where it has none.
fn rows_of(sheet: Sheet) -> Option<Vec<ClueRow>> {
    let name = sheet.name().to_owned();
    let (rows, _) = sheet.into_parts();
    let headed = |row: &SheetRow| {
        let columns = columns_of(row);
        (columns.contains_key(&Column::Name) && columns.contains_key(&Column::What)).then_some(columns)
    };
    let (at, columns) = rows.iter().take(HEADED_WITHIN).enumerate().find_map(|(at, row)| Some((at, headed(row)?)))?;
    let text = |row: &SheetRow, column: Column| {
        columns.get(&column).and_then(|at| row.get(*at)).map(super::sheet::Cell::text).unwrap_or_default()
    };
    let read = |row: &SheetRow| ClueRow {
        sheet: name.clone(),
        number: row.number,
        name: clean_name(&text(row, Column::Name)).into(),
        village: clean_text(&text(row, Column::Village)),
        group: clean_text(&text(row, Column::Group)),
        phone: clean_text(&text(row, Column::Phone)).into(),
        code: clean_text(&text(row, Column::Code)),
        id_number: clean_text(&text(row, Column::IdNumber)).into(),
        what: clean_note(&text(row, Column::What)),
    };
    let rows = rows.iter().skip(at + 1).map(read);
    Some(rows.filter(|row| !(row.name.is_empty() && row.what.is_empty())).collect())
}

/// The places of the columns in a row of headings.
fn columns_of(row: &SheetRow) -> BTreeMap<Column, u16> {
    let mut columns = BTreeMap::new();
    for (column, wanted) in HEADINGS.iter() {
        let found = wanted
            .iter()
            .find_map(|heading| row.cells().find(|(_, cell)| is_heading(&cell.text(), heading)).map(|(at, _)| at));
        columns.extend(found.map(|at| (*column, at)));
    }
    columns
}

fn is_heading(text: &str, heading: &str) -> bool {
    let plain = |text: &str| -> String {
        fold_width(text).to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
    };
    plain(text) == plain(heading)
}
