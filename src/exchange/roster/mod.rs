//! A roster 花名册: the list of households, or of their members, that a village or the national
//! system hands over. Reads a file into what it says, row by row, with everything that is wrong.

mod adopt;
mod assemble;
mod clashes;
mod column;
mod columns;
mod header;
mod layout;
mod merged;
mod places;
mod read;
mod row;
mod row_cells;
mod rows;
mod section;
mod values;
pub mod written;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::HouseholdCode;
use crate::domain::rough_date::RoughDate;

use super::refusal::FileRefused;

pub use column::Column;
pub use columns::{ColumnByHand, ColumnSeen, ColumnsByHand, TableSeen};
pub use places::village_stem;
pub use read::read_roster;

coded! {
    /// What can be wrong with a row.
    RosterFaultKind {
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
        /// The same head in the same village and group is on file under another code.
        OtherCode = "other_code",
        /// Several heads of one name in one village and group, and no ID number to tell them by.
        Namesakes = "namesakes",
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
        /// Two columns of one thing say two things.
        ColumnsDiffer = "columns_differ",
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

impl RosterFaultKind {
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
        /// A second table of the sheet, without the columns that a roster needs.
        OtherTable = "other_table",
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
    /// Not shown by the spreadsheet program, and so not read.
    #[serde(default)]
    pub is_hidden: bool,
}

/// One thing wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterFault {
    /// The sheet's name; empty in a file that has none.
    pub sheet: String,
    /// The row as the spreadsheet program numbers it, from 1.
    pub row: u32,
    /// The heading of the column.
    pub column: String,
    /// What stands there.
    pub value: String,
    pub kind: RosterFaultKind,
}

/// One member as the roster has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterMember {
    pub row: u32,
    pub code: Option<String>,
    pub facts: Facts<MemberFact>,
}

/// What a whole list does not say: a list of contacts needs no village and no class where the households
/// are on file already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unstated {
    pub name: bool,
    pub village: bool,
    pub class: bool,
}

impl Unstated {
    pub fn is_anything(self) -> bool {
        self.name || self.village || self.class
    }
}

/// Under which heading a table states what, to tell of a problem.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Headings {
    pub code: String,
    facts: BTreeMap<HouseholdFact, String>,
}

impl Headings {
    pub fn of(&self, fact: HouseholdFact) -> &str {
        self.facts.get(&fact).map_or("", String::as_str)
    }
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
    pub unstated: Unstated,
    /// The headings that it stands under.
    pub headings: Arc<Headings>,
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
    pub problems: Vec<RosterFault>,
    pub skipped: Vec<SkippedRow>,
    pub sheets: Vec<SheetSeen>,
    /// The headings of every table that was read.
    pub tables: Vec<TableSeen>,
    /// Why the file is refused where none of its households is on file; none: it stands by itself.
    pub only_for_known: Option<FileRefused>,
}

impl Roster {
    /// Names the columns of a table of which nothing is kept: what is told of the contact besides the name too.
    fn columns_not_used(&mut self, header: &header::Header) {
        let of_contact = header.places(Column::OfContact).iter().map(|(_, title)| title);
        for name in header.unknown.iter().chain(of_contact) {
            if !name.is_empty() && !self.unknown_columns.contains(name) {
                self.unknown_columns.push(name.clone());
            }
        }
    }

    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.kind.severity() == Severity::Error)
    }
}
