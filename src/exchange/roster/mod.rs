//! A roster 花名册: the list of households, or of their members, that a village or the national
//! system hands over. Reads a file into what it says, row by row, with everything that is wrong.

mod assemble;
mod clashes;
mod columns;
mod header;
mod layout;
mod merged;
mod places;
mod row;
mod rows;
mod values;
pub mod written;

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::HouseholdCode;
use crate::domain::rough_date::RoughDate;

use super::Reading;
use super::refusal::FileRefused;
use super::sheet::Sheet;
use merged::Merged;

pub use columns::{ColumnByHand, ColumnSeen, ColumnsByHand, TableSeen};
pub use header::Column;
pub use places::village_stem;

coded! {
    /// What can be wrong with a row.
    RosterProblemKind {
        NoCode = "no_code",
        CodeUnreadable = "code_unreadable",
        NoName = "no_name",
        NoVillage = "no_village",
        ClassUnknown = "class_unknown",
        DuplicateCode = "duplicate_code",
        TwoHeads = "two_heads",
        /// The code stands here for a family with another village, another head and another ID.
        OtherHousehold = "other_household",
        IdAsNumber = "id_as_number",
        IdCheckDigit = "id_check_digit",
        IdUnreadable = "id_unreadable",
        IdBirthDate = "id_birth_date",
        /// One ID number under two codes.
        IdTwice = "id_twice",
        NameDoubtful = "name_doubtful",
        PhoneDigits = "phone_digits",
        /// Several numbers in a cell, of which the first was taken.
        PhoneSeveral = "phone_several",
        /// One phone or one head for many households.
        SharedByMany = "shared_by_many",
        DateInFuture = "date_in_future",
        /// A number such as 2025.1, which may have been 2025.10.
        DateDoubtful = "date_doubtful",
        /// A month is no day on which somebody was visited.
        VisitWithoutDay = "visit_without_day",
        PopulationDiffers = "population_differs",
        CategoryInferred = "category_inferred",
        /// A risk is named, and no category.
        PerhapsMonitored = "perhaps_monitored",
        EliminatedUndated = "eliminated_undated",
        EliminatedByDate = "eliminated_by_date",
        /// 否 beside a date of elimination.
        DatedButNotEliminated = "dated_but_not_eliminated",
        EliminatedBeforeIdentified = "eliminated_before_identified",
        /// Rows of one household say different things.
        RowsDiffer = "rows_differ",
        /// One village in several spellings.
        VillageSpelling = "village_spelling",
        /// The mark 风险消除 comes while a visit is overdue: it must not buy time.
        MarkBuysTime = "mark_buys_time",
        /// A formula that came to nothing: #N/A.
        ErrorCell = "error_cell",
        /// A value that cannot be read, and was left out.
        ValueIgnored = "value_ignored",
    }
}

coded! {
    Severity { Error = "error", Warning = "warning" }
}

impl RosterProblemKind {
    pub const fn severity(self) -> Severity {
        match self {
            Self::NoCode
            | Self::CodeUnreadable
            | Self::NoName
            | Self::NoVillage
            | Self::ClassUnknown
            | Self::DuplicateCode
            | Self::TwoHeads
            | Self::OtherHousehold => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

coded! {
    /// Why a row is no household and was passed over.
    SkipReason {
        Total = "total",
        /// Signatures, who filled it in, a note.
        Foot = "foot",
        /// The headings again, at a page break.
        Heading = "heading",
        /// 1 2 3 … under the headings.
        ColumnNumbers = "column_numbers",
        /// A template's example.
        Example = "example",
        /// One who is dead or married away.
        Gone = "gone",
    }
}

/// A row that is no household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedRow {
    pub sheet: String,
    pub row: u32,
    pub reason: SkipReason,
    /// The row's first words.
    pub text: String,
}

/// A sheet of the file, and whether it holds a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSeen {
    pub name: String,
    /// Rows that hold something.
    pub rows: usize,
    pub is_read: bool,
}

/// One thing wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterProblem {
    /// The sheet's name; empty in a file that has none.
    pub sheet: String,
    /// The row as the spreadsheet program numbers it, from 1.
    pub row: u32,
    /// The heading of the column.
    pub column: String,
    /// What stands there.
    pub value: String,
    pub kind: RosterProblemKind,
}

/// One member as the roster has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterMember {
    pub row: u32,
    pub code: Option<String>,
    pub facts: Facts<MemberFact>,
}

/// One household as the roster has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterHousehold {
    pub sheet: String,
    /// The first row that names it.
    pub row: u32,
    /// None: the list has no codes, or counts its rows.
    pub code: Option<HouseholdCode>,
    pub facts: Facts<HouseholdFact>,
    /// None: the roster has one row a household and no members.
    pub members: Option<Vec<RosterMember>>,
    pub last_visit_on: Option<RoughDate>,
    /// The headings under which problems of the elimination, of the code and of the village are told.
    pub elimination_heading: String,
    pub code_heading: String,
    pub village_heading: String,
}

/// The file that a roster came in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterFile {
    /// Without the folders.
    pub name: String,
    /// Tells the content from every other.
    pub fingerprint: String,
}

impl RosterFile {
    fn of(path: &Path) -> Result<Self, FileRefused> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let fingerprint = crate::files::fingerprint(path).map_err(|_| FileRefused::Unreadable)?;
        Ok(Self { name, fingerprint })
    }
}

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    pub file: RosterFile,
    /// Households without an error, in the file's order.
    pub households: Vec<RosterHousehold>,
    /// The codes of households left out for an error: not absent from the file.
    pub left_out: Vec<HouseholdCode>,
    pub unknown_columns: Vec<String>,
    /// In order of the sheets and rows.
    pub problems: Vec<RosterProblem>,
    pub skipped: Vec<SkippedRow>,
    pub sheets: Vec<SheetSeen>,
    /// The headings of every table that was read.
    pub tables: Vec<TableSeen>,
}

impl Roster {
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.kind.severity() == Severity::Error)
    }
}

/// Reads a roster file. Dates after `today` are left out with a warning; `go_on` is asked now and then.
///
/// Every visible sheet that has the headings is read; the others are named. Where none has them, the one
/// that is nearest says what it lacks.
pub fn read_roster(
    path: &Path,
    today: NaiveDate,
    reading: Reading,
    by_hand: &ColumnsByHand,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Roster, FileRefused> {
    let sheets = reading.sheets(path, go_on)?;
    let mut roster = Roster { file: RosterFile::of(path)?, ..Roster::default() };
    let mut read = Vec::new();
    let mut refused: Option<FileRefused> = None;
    for sheet in &sheets {
        if !go_on() {
            return Err(FileRefused::Stopped);
        }
        let rows = read_sheet(sheet, today, by_hand, &mut roster, go_on);
        let seen = SheetSeen { name: sheet.name().to_owned(), rows: sheet.rows().len(), is_read: rows.is_ok() };
        roster.sheets.push(seen);
        match rows {
            Ok(rows) => read.extend(rows),
            Err(why @ (FileRefused::NoHeader { .. } | FileRefused::Empty | FileRefused::ColumnMissing { .. })) => {
                // The nearest to a roster says it best, and of those the first.
                let nearness = |why: &FileRefused| match why {
                    FileRefused::ColumnMissing { .. } => 2,
                    FileRefused::NoHeader { seen: Some(_) } => 1,
                    _ => 0,
                };
                if refused.as_ref().is_none_or(|before| nearness(&why) > nearness(before)) {
                    refused = Some(why);
                }
            }
            Err(why) => return Err(why),
        }
    }
    if !roster.sheets.iter().any(|sheet| sheet.is_read) {
        return Err(refused.unwrap_or(FileRefused::Empty));
    }
    assemble::assemble(read, &mut roster);
    clashes::name_clashes(&mut roster);
    if roster.households.is_empty() && roster.left_out.is_empty() && roster.problems.is_empty() {
        return Err(FileRefused::NoRows);
    }
    let order: Vec<String> = roster.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let place = |sheet: &str| order.iter().position(|name| name == sheet);
    roster.problems.sort_by_key(|problem| (place(&problem.sheet), problem.row));
    Ok(roster)
}

/// The rows of a sheet's tables, each with the headings that it stands under.
fn read_sheet(
    sheet: &Sheet,
    today: NaiveDate,
    by_hand: &ColumnsByHand,
    roster: &mut Roster,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Vec<row::ReadRow>, FileRefused> {
    let merged = Merged::of(sheet);
    let mut rows = Vec::new();
    for table in layout::tables(sheet, &merged, by_hand)? {
        roster.tables.push(table.seen());
        for name in &table.header.unknown {
            if !name.is_empty() && !roster.unknown_columns.contains(name) {
                roster.unknown_columns.push(name.clone());
            }
        }
        rows.extend(rows::read_rows(table, &merged, today, roster, go_on)?);
    }
    Ok(rows)
}
