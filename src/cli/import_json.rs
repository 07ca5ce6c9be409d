//! An import as JSON: what `import --json` and `imports show --json` print.

use std::path::Path;

use serde::Serialize;

use crate::exchange::roster::{ColumnByHand, RosterFault, Severity, SheetSeen, SkippedRow};
use crate::i18n::Words;
use crate::ledger::{Absent, FieldChange, HouseholdChange, ImportError, ImportOutcome, VillageSpelling};
use crate::report::{import_error_words, roster_remedy_words};

/// An import, and why the file was refused where it was.
#[derive(Serialize)]
pub(super) struct ImportJson {
    new: usize,
    changed: usize,
    unchanged: usize,
    since_defaulted: usize,
    undated: Vec<AbsentJson>,
    absent: Vec<AbsentJson>,
    conflicts: Vec<ConflictJson>,
    unknown_columns: Vec<String>,
    columns_by_hand: Vec<ColumnByHand>,
    villages_offered: Vec<VillageSpelling>,
    villages_joined: Vec<VillageSpelling>,
    problems: Vec<ProblemJson>,
    skipped: Vec<SkippedJson>,
    sheets: Vec<SheetJson>,
    /// The number of the last import of this very content; null where there is none.
    imported_before: Option<i64>,
    applied: bool,
}

#[derive(Serialize)]
struct SkippedJson {
    sheet: String,
    row: u32,
    reason: &'static str,
    text: String,
}

#[derive(Serialize)]
struct SheetJson {
    name: String,
    rows: usize,
    read: bool,
    hidden: bool,
}

#[derive(Serialize)]
struct AbsentJson {
    code: String,
    name: String,
    village: String,
}

#[derive(Serialize)]
struct ConflictJson {
    code: String,
    field: String,
    member: Option<String>,
    local: Option<String>,
    file: String,
}

#[derive(Serialize)]
struct ProblemJson {
    sheet: Option<String>,
    row: Option<u32>,
    column: Option<String>,
    value: Option<String>,
    severity: &'static str,
    code: String,
    message: String,
}

impl ImportJson {
    pub(super) fn of(words: &Words, outcome: &ImportOutcome, refused: Option<&ImportError>, file: &Path) -> Self {
        let whole_file = refused.filter(|error| !matches!(error, ImportError::RowsWithErrors));
        let whole_file = whole_file.map(|error| ProblemJson {
            sheet: None,
            row: None,
            column: None,
            value: None,
            severity: Severity::Error.code(),
            code: match error {
                ImportError::Refused(why) => why.code(),
                ImportError::Store(error) => error.code().to_owned(),
                ImportError::RowsWithErrors
                | ImportError::Cancelled
                | ImportError::TooMuchChanges
                | ImportError::NoSuchHeading(_) => error.to_string(),
            },
            message: import_error_words(words, error, file),
        });
        let row = |problem: &RosterFault| ProblemJson {
            sheet: Some(problem.sheet.clone()).filter(|sheet| !sheet.is_empty()),
            row: Some(problem.row),
            column: Some(problem.column.clone()),
            value: Some(problem.value.clone()),
            severity: problem.kind.severity().code(),
            code: problem.kind.code().to_owned(),
            message: roster_remedy_words(words, problem),
        };
        Self {
            new: outcome.new,
            changed: outcome.changed.len(),
            unchanged: outcome.unchanged,
            since_defaulted: outcome.since_defaulted,
            undated: outcome.undated.iter().map(absent).collect(),
            absent: outcome.absent.iter().map(absent).collect(),
            conflicts: outcome.conflicts.iter().flat_map(conflicts).collect(),
            unknown_columns: outcome.unknown_columns.clone(),
            columns_by_hand: outcome.columns_by_hand.clone(),
            villages_offered: outcome.villages_offered.clone(),
            villages_joined: outcome.villages_joined.clone(),
            problems: whole_file.into_iter().chain(outcome.problems.iter().map(row)).collect(),
            skipped: outcome.skipped.iter().map(skipped).collect(),
            sheets: outcome.sheets.iter().map(sheet).collect(),
            imported_before: outcome.imported_before,
            applied: outcome.applied,
        }
    }
}

fn absent(it: &Absent) -> AbsentJson {
    AbsentJson { code: it.code.clone(), name: it.name.clone().into(), village: it.village.clone() }
}

fn skipped(it: &SkippedRow) -> SkippedJson {
    SkippedJson { sheet: it.sheet.clone(), row: it.row, reason: it.reason.code(), text: it.text.clone() }
}

fn sheet(it: &SheetSeen) -> SheetJson {
    SheetJson { name: it.name.clone(), rows: it.rows, read: it.is_read, hidden: it.is_hidden }
}

fn conflicts(change: &HouseholdChange) -> impl Iterator<Item = ConflictJson> + '_ {
    change.fields.iter().filter_map(|field| {
        let (field, member, local, file) = match field {
            FieldChange::Household(it) => (it.fact.code(), None, it.old.clone(), it.new.clone()),
            FieldChange::Member(name, it) => (it.fact.code(), Some(name.clone()), it.old.clone(), it.new.clone()),
            FieldChange::MemberAdded(_) | FieldChange::LastVisit { .. } | FieldChange::Class { .. } => return None,
        };
        Some(ConflictJson {
            code: change.code.clone(),
            field: field.to_owned(),
            member,
            local: local.map(Into::into),
            file: file.into(),
        })
    })
}
