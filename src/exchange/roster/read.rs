//! Reading a roster file: every visible sheet that has the headings, and what is not read is named.

use std::path::Path;

use chrono::NaiveDate;

use super::columns::ColumnsByHand;
use super::layout::{self, Table};
use super::merged::Merged;
use super::row::ReadRow;
use super::{Roster, RosterFile, SheetSeen, SkipReason, SkippedRow, assemble, clashes, rows};
use crate::exchange::Reading;
use crate::exchange::refusal::FileRefused;
use crate::exchange::sheet::Sheet;

/// Reads a roster file. Dates after `today` are left out with a warning; `go_on` is asked now and then.
///
/// Where no sheet has the headings, the one that is nearest says what it lacks.
pub fn read_roster(
    path: &Path,
    today: NaiveDate,
    reading: Reading,
    by_hand: &ColumnsByHand,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Roster, FileRefused> {
    let sheets = reading.sheets(path, go_on)?;
    let merged: Vec<Merged<'_>> = sheets.iter().map(Merged::of).collect();
    let tables = sheets.iter().zip(&merged).map(|(sheet, merged)| layout::tables(sheet, merged, by_hand));
    let mut reader = RosterReader {
        roster: Roster { file: RosterFile::of(path)?, ..Roster::default() },
        today,
        rows: Vec::new(),
        refused: None,
        takes_lists: false,
    };
    let tables: Vec<Result<Vec<Table<'_>>, FileRefused>> = tables.collect();
    // A list of contacts beside the roster itself says nothing that the roster does not.
    reader.takes_lists = !tables.iter().flatten().flatten().any(|table| table.header.lacks().is_empty());
    for ((sheet, merged), tables) in sheets.iter().zip(&merged).zip(tables) {
        if !go_on() {
            return Err(FileRefused::Stopped);
        }
        reader.read_sheet(sheet, merged, tables, go_on)?;
    }
    reader.finish()
}

struct RosterReader {
    roster: Roster,
    today: NaiveDate,
    rows: Vec<ReadRow>,
    /// The refusal of the sheet that is nearest to a roster.
    refused: Option<FileRefused>,
    /// No table stands by itself: those that only add to what is on file are read.
    takes_lists: bool,
}

impl RosterReader {
    fn read_sheet(
        &mut self,
        sheet: &Sheet,
        merged: &Merged<'_>,
        tables: Result<Vec<Table<'_>>, FileRefused>,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<(), FileRefused> {
        if sheet.is_hidden() {
            let name = sheet.name().to_owned();
            self.roster.sheets.push(SheetSeen { name, rows: 0, is_read: false, is_hidden: true });
            return Ok(());
        }
        let mut not_read = Vec::new();
        let mut is_read = false;
        match tables {
            Err(why) => self.keep_refusal(why),
            Ok(tables) => {
                for table in tables {
                    let lacks = table.header.lacks();
                    if lacks.is_empty() || (self.takes_lists && table.header.adds_to_known()) {
                        is_read = true;
                        self.read_table(table, merged, go_on)?;
                    } else {
                        not_read.push((lacks, table));
                    }
                }
            }
        }
        let name = sheet.name().to_owned();
        self.roster.sheets.push(SheetSeen { name, rows: sheet.rows().len(), is_read, is_hidden: false });
        for (missing, table) in not_read {
            if is_read {
                self.roster.skipped.push(other_table(&table));
            } else {
                self.keep_refusal(FileRefused::ColumnMissing { missing, seen: Box::new(table.seen()) });
            }
        }
        Ok(())
    }

    fn read_table(
        &mut self,
        table: Table<'_>,
        merged: &Merged<'_>,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<(), FileRefused> {
        let seen = table.seen();
        let missing = table.header.lacks();
        if !missing.is_empty() {
            let why = FileRefused::ColumnMissing { missing, seen: Box::new(seen.clone()) };
            self.roster.only_for_known.get_or_insert(why);
        }
        self.roster.tables.push(seen);
        self.rows.extend(rows::read_rows(table, merged, self.today, &mut self.roster, go_on)?);
        Ok(())
    }

    /// The nearest to a roster says it best, and of those the one that lacks least, the first.
    fn keep_refusal(&mut self, why: FileRefused) {
        let nearness = |why: &FileRefused| match why {
            FileRefused::ColumnMissing { missing, .. } => 10_usize.saturating_sub(missing.len()).max(2),
            FileRefused::NoHeader { seen: Some(_) } => 1,
            _ => 0,
        };
        if self.refused.as_ref().is_none_or(|before| nearness(&why) > nearness(before)) {
            self.refused = Some(why);
        }
    }

    fn finish(self) -> Result<Roster, FileRefused> {
        let mut roster = self.roster;
        if !roster.sheets.iter().any(|sheet| sheet.is_read) {
            return Err(self.refused.unwrap_or(FileRefused::Empty));
        }
        assemble::assemble(self.rows, &mut roster);
        clashes::name_clashes(&mut roster);
        if roster.households.is_empty() && roster.left_out.is_empty() && roster.problems.is_empty() {
            return Err(FileRefused::NoRows);
        }
        let order: Vec<String> = roster.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let place = |sheet: &str| order.iter().position(|name| name == sheet);
        roster.problems.sort_by_key(|problem| (place(&problem.sheet), problem.row));
        Ok(roster)
    }
}

/// A table that is not read, by its headings.
fn other_table(table: &Table<'_>) -> SkippedRow {
    let seen = table.seen();
    SkippedRow {
        sheet: seen.sheet.clone(),
        row: seen.row,
        reason: SkipReason::OtherTable,
        text: format!("{} ({})", seen.headings().join(" "), table.rows.len()),
    }
}
