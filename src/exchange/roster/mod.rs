//! A roster 花名册: the list of households, or of their members, that a village or the national
//! system hands over. Reads a file into what it says, row by row, with everything that is wrong.

mod assemble;
mod header;
mod row;
mod values;

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::HouseholdCode;
use crate::domain::rough_date::RoughDate;

use super::Reading;
use super::refusal::FileRefused;
use super::sheet::Sheet;

pub use header::Column;

coded! {
    /// What can be wrong with a row.
    RosterProblemKind {
        NoCode = "no_code",
        CodeUnreadable = "code_unreadable",
        NoName = "no_name",
        NoVillage = "no_village",
        ClassUnknown = "class_unknown",
        IdAsNumber = "id_as_number",
        DuplicateCode = "duplicate_code",
        TwoHeads = "two_heads",
        IdCheckDigit = "id_check_digit",
        IdUnreadable = "id_unreadable",
        IdBirthDate = "id_birth_date",
        PhoneDigits = "phone_digits",
        DateInFuture = "date_in_future",
        PopulationDiffers = "population_differs",
        EliminatedUndated = "eliminated_undated",
        EliminatedByDate = "eliminated_by_date",
        /// The mark 风险消除 comes while a visit is overdue: it must not buy time.
        MarkBuysTime = "mark_buys_time",
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
            | Self::IdAsNumber
            | Self::DuplicateCode
            | Self::TwoHeads => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

/// One thing wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterProblem {
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
    /// The first row that names it.
    pub row: u32,
    pub code: HouseholdCode,
    pub facts: Facts<HouseholdFact>,
    /// None: the roster has one row a household and no members.
    pub members: Option<Vec<RosterMember>>,
    pub last_visit_on: Option<RoughDate>,
    /// The heading under which a problem of the elimination is told.
    pub elimination_heading: String,
}

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// Households without an error, in the file's order.
    pub households: Vec<RosterHousehold>,
    /// The codes of households left out for an error: not absent from the file.
    pub left_out: Vec<HouseholdCode>,
    pub unknown_columns: Vec<String>,
    /// In order of the rows.
    pub problems: Vec<RosterProblem>,
}

impl Roster {
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.kind.severity() == Severity::Error)
    }
}

/// Reads a roster file. Dates after `today` are left out with a warning; `go_on` is asked now and then.
///
/// The first sheet with a header is read; a sheet that is nearly one is told of only if none is.
pub fn read_roster(
    path: &Path,
    today: NaiveDate,
    reading: Reading,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Roster, FileRefused> {
    let mut refused = None;
    for sheet in reading.sheets(path, go_on)? {
        match read_sheet(&sheet, today) {
            Err(why @ (FileRefused::NoHeader | FileRefused::Empty | FileRefused::ColumnMissing(_))) => {
                let better = matches!(why, FileRefused::ColumnMissing(_)) || refused.is_none();
                refused = if better { Some(why) } else { refused };
            }
            other => return other,
        }
    }
    Err(refused.unwrap_or(FileRefused::Empty))
}

fn read_sheet(sheet: &Sheet, today: NaiveDate) -> Result<Roster, FileRefused> {
    if sheet.rows().is_empty() {
        return Err(FileRefused::Empty);
    }
    let header = header::find_header(sheet)?;
    let rows = row::read_rows(sheet, &header, today)?;
    Ok(assemble::assemble(rows, &header))
}
