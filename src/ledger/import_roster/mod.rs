//! Importing a roster: first a plan that changes nothing, then all of it in one transaction.

mod compare;
mod identify;
mod outcome;
mod villages;

use std::collections::HashSet;
use std::path::Path;

use crate::domain::facts::HouseholdFact;
use crate::domain::household::HouseholdCode;
use crate::domain::visit::Visit;
use crate::exchange::Reading;
use crate::exchange::refusal::FileRefused;
use crate::exchange::roster::{ColumnByHand, Roster, RosterFault, Severity, TableSeen, read_roster};
use crate::ledger::{BackupBefore, Progress};
use crate::store::{Reader, StoreError, Writer};

use super::columns_by_hand::remember_columns;
use super::imports::{imported_before, keep_import};
use super::standing::renew_standing;
use super::{Ledger, ensure_contact};
use compare::{Comparison, compare};
use identify::{Identified, Identifier};
use villages::Villages;

pub use outcome::{Absent, FieldChange, HouseholdChange, ImportOutcome};
pub use villages::{Spellings, VillageSpelling};

/// Why a roster was not imported. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    Refused(FileRefused),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Error rows, and nobody said to leave them out.
    #[error("rows_with_errors")]
    RowsWithErrors,
    /// Much would change, and nobody said that it may.
    #[error("too_much_changes")]
    TooMuchChanges,
    /// A column was assigned by a heading that no table has.
    #[error("no_such_heading")]
    NoSuchHeading(String),
    /// The person stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl From<FileRefused> for ImportError {
    fn from(refused: FileRefused) -> Self {
        if refused == FileRefused::Stopped { Self::Cancelled } else { Self::Refused(refused) }
    }
}

impl ImportError {
    /// The headings of a refused file, where a person who says what they are may help.
    pub fn seen(&self) -> Option<&TableSeen> {
        match self {
            Self::Refused(why) => why.seen(),
            _ => None,
        }
    }
}

/// A roster that was read and compared, ready to be applied.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    roster: Roster,
    villages: Villages,
    pub outcome: ImportOutcome,
}

impl ImportPlan {
    /// The headings of every table, and what they were read as.
    pub fn tables(&self) -> &[TableSeen] {
        &self.roster.tables
    }
}

impl Ledger {
    /// Reads a roster and says what importing it would do.
    pub fn plan_import(
        &self,
        file: &Path,
        reading: Reading,
        progress: Progress<'_>,
    ) -> Result<ImportPlan, ImportError> {
        let by_hand = self.columns_by_hand()?;
        let roster = read_roster(file, self.today(), reading, &by_hand, &mut || progress(0, 0))?;
        self.plan_roster(roster, Spellings::AsBefore, progress)
    }

    /// As [`Self::plan_import`], of a roster that was read before.
    pub fn plan_roster(
        &self,
        roster: Roster,
        spellings: Spellings,
        progress: Progress<'_>,
    ) -> Result<ImportPlan, ImportError> {
        let reader = self.store.reader();
        let villages = Villages::of(reader, &roster.households, spellings)?;
        let mut outcome = outcome_of(reader, &roster, &villages)?;
        let mut identifier = Identifier::default();
        let mut is_any_known = false;
        for (done, household) in roster.households.iter().enumerate() {
            let other_spelling = villages.other_spelling(household);
            let household = villages.joined(household);
            let identified = identifier.identify(reader, &household, other_spelling)?;
            is_any_known |= identified.on_file.is_some();
            match refused(&identified) {
                Some(problem) => outcome.problems.push(problem),
                None => tally(&mut outcome, &compare(reader, &self.policy, &household, identified, self.today())?),
            }
            if !progress(done + 1, roster.households.len()) {
                return Err(ImportError::Cancelled);
            }
        }
        if let (Some(why), false) = (&roster.only_for_known, is_any_known) {
            return Err(why.clone().into());
        }
        outcome.absent = absent(reader, &roster, &identifier)?;
        Ok(ImportPlan { roster, villages, outcome })
    }

    /// A plan anew, with the spellings of its villages joined or as they are.
    pub fn plan_again(
        &self,
        plan: ImportPlan,
        spellings: Spellings,
        progress: Progress<'_>,
    ) -> Result<ImportPlan, ImportError> {
        self.plan_roster(plan.roster, spellings, progress)
    }

    /// Applies a plan in one transaction, comparing once more inside it. Rows with errors refuse all
    /// of it unless `good_rows`.
    pub fn apply_import(
        &mut self,
        plan: &ImportPlan,
        good_rows: bool,
        progress: Progress<'_>,
    ) -> Result<ImportOutcome, ImportError> {
        if plan.roster.has_errors() && !good_rows {
            return Err(ImportError::RowsWithErrors);
        }
        self.back_up_by_itself(BackupBefore::Import, progress).map_err(|error| match error {
            StoreError::Stopped => ImportError::Cancelled,
            other => other.into(),
        })?;
        let today = self.today();
        let total = plan.roster.households.len();
        self.write(|writer, policy| {
            let mut outcome = outcome_of(writer.reader(), &plan.roster, &plan.villages)?;
            let first_seq = writer.reader().newest_seq()? + 1;
            let mut identifier = Identifier::default();
            for (done, household) in plan.roster.households.iter().enumerate() {
                let other_spelling = plan.villages.other_spelling(household);
                let household = plan.villages.joined(household);
                let identified = identifier.identify(writer.reader(), &household, other_spelling)?;
                if let Some(problem) = refused(&identified) {
                    outcome.problems.push(problem);
                    if good_rows {
                        continue;
                    }
                    return Err(ImportError::RowsWithErrors);
                }
                let comparison = compare(writer.reader(), policy, &household, identified, today)?;
                tally(&mut outcome, &comparison);
                ensure_contact(writer, comparison.household.fact(HouseholdFact::Contact))?;
                let household_id = comparison.household.id;
                identifier.is_written(household_id);
                if write_household(writer, comparison)? {
                    renew_standing(writer, policy, household_id)?;
                }
                if !progress(done + 1, total) {
                    return Err(ImportError::Cancelled);
                }
            }
            outcome.absent = absent(writer.reader(), &plan.roster, &identifier)?;
            outcome.applied = true;
            plan.villages.remember(writer)?;
            remember_columns(writer, &plan.roster.tables)?;
            keep_import(writer, &plan.roster.file, first_seq, &outcome)?;
            Ok(outcome)
        })
    }
}

/// The parts of the outcome that concern the file as a whole.
fn outcome_of(reader: Reader<'_>, roster: &Roster, villages: &Villages) -> Result<ImportOutcome, StoreError> {
    let by_hand = roster.tables.iter().flat_map(TableSeen::by_hand);
    let mut by_hand: Vec<ColumnByHand> =
        by_hand.map(|column| ColumnByHand { heading: column.heading.clone(), field: column.field }).collect();
    by_hand.dedup();
    let mut problems = roster.problems.clone();
    problems.extend(roster.households.iter().filter_map(|household| villages.doubt(household)));
    Ok(ImportOutcome {
        imported_before: imported_before(reader, &roster.file.fingerprint)?,
        unknown_columns: roster.unknown_columns.clone(),
        columns_by_hand: by_hand,
        villages_offered: villages.offered().to_vec(),
        villages_joined: villages.used(&roster.households),
        problems,
        skipped: roster.skipped.clone(),
        sheets: roster.sheets.clone(),
        ..ImportOutcome::default()
    })
}

/// What keeps a household out although its row is well: its code stands here for another family.
fn refused(identified: &Identified) -> Option<RosterFault> {
    identified.problem.clone().filter(|problem| problem.kind.severity() == Severity::Error)
}

/// The households on file that the file does not mean.
fn absent(reader: Reader<'_>, roster: &Roster, identifier: &Identifier) -> Result<Vec<Absent>, StoreError> {
    let left_out: HashSet<&str> = roster.left_out.iter().map(HouseholdCode::as_str).collect();
    let rows = reader.list_due_rows(None)?.into_iter();
    let absent = rows.filter(|row| !identifier.has_meant(&row.code) && !left_out.contains(row.code.as_str()));
    let mut absent: Vec<Absent> =
        absent.map(|row| Absent { code: row.code, name: row.name, village: row.village }).collect();
    absent.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(absent)
}

fn tally(outcome: &mut ImportOutcome, comparison: &Comparison) {
    let about = |fields: &[FieldChange]| HouseholdChange {
        code: comparison.household.code.as_str().to_owned(),
        name: comparison.household.fact(HouseholdFact::Name).to_owned().into(),
        fields: fields.to_vec(),
    };
    if comparison.is_new {
        outcome.new += 1;
        let village = comparison.household.fact(HouseholdFact::Village).to_owned();
        *outcome.new_by_village.entry(village).or_default() += 1;
    } else if comparison.changes.is_empty() {
        outcome.unchanged += 1;
    } else {
        outcome.changed.push(about(&comparison.changes));
    }
    if !comparison.conflicts.is_empty() {
        outcome.conflicts.push(about(&comparison.conflicts));
    }
    outcome.since_defaulted += usize::from(comparison.since_defaulted);
    outcome.undated.extend(comparison.since_defaulted.then(|| Absent {
        code: comparison.household.code.as_str().to_owned(),
        name: comparison.household.fact(HouseholdFact::Name).to_owned().into(),
        village: comparison.household.fact(HouseholdFact::Village).to_owned(),
    }));
    outcome.problems.extend(comparison.warnings.clone());
}

/// Writes what a comparison asks for; tells whether that was anything.
fn write_household(writer: &mut Writer<'_>, comparison: Comparison) -> Result<bool, StoreError> {
    let Comparison { household, household_differs, members, status_changes, visit, .. } = comparison;
    let writes = household_differs || !members.is_empty() || !status_changes.is_empty() || visit.is_some();
    if household_differs {
        writer.put(household, None)?;
    }
    for member in members {
        writer.put(member, None)?;
    }
    for change in status_changes {
        writer.put(change, None)?;
    }
    if let Some(visit) = visit {
        writer.put(Visit { entered_at: writer.now(), ..visit }, None)?;
    }
    Ok(writes)
}
