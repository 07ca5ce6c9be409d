//! Importing a roster: first a plan that changes nothing, then all of it in one transaction.

mod compare;
mod identify;
mod villages;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::class::HouseholdClass;
use crate::domain::facts::{FactChange, HouseholdFact, MemberFact};
use crate::domain::household::HouseholdCode;
use crate::domain::visit::Visit;
use crate::exchange::Reading;
use crate::exchange::refusal::FileRefused;
use crate::exchange::roster::{
    ColumnByHand, Roster, RosterProblem, Severity, SheetSeen, SkippedRow, TableSeen, read_roster,
};
use crate::store::{Reader, StoreError, Writer};

use super::columns_by_hand::remember_columns;
use super::imports::{imported_before, keep_import};
use super::standing::renew_standing;
use super::{Ledger, ensure_contact};
use compare::{Comparison, compare};
use identify::{Identified, Identifier};
use villages::Villages;

pub use villages::VillageSpelling;

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

/// One value that the file changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldChange {
    Household(FactChange<HouseholdFact>),
    /// The member's name first.
    Member(String, FactChange<MemberFact>),
    MemberAdded(String),
    /// A visit that the roster knows of, and the last one on file before.
    LastVisit {
        old: Option<NaiveDate>,
        new: NaiveDate,
    },
    /// What follows from the rest: how often it is visited.
    Class {
        old: HouseholdClass,
        new: HouseholdClass,
    },
}

/// A household and what the file changes of it, or what stands against a change made by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdChange {
    pub code: String,
    pub name: String,
    pub fields: Vec<FieldChange>,
}

/// A household by what people know it by: one on file that the roster does not have, one without a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    pub code: String,
    pub name: String,
    pub village: String,
}

/// What an import will do, or did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOutcome {
    pub new: usize,
    /// How many of the new ones lie in each village.
    pub new_by_village: BTreeMap<String, usize>,
    pub changed: Vec<HouseholdChange>,
    pub unchanged: usize,
    /// How many households have no date in the roster, and count from today.
    pub since_defaulted: usize,
    /// Which those are.
    pub undated: Vec<Absent>,
    pub absent: Vec<Absent>,
    /// Changed in the file and by hand: the value on file stays.
    pub conflicts: Vec<HouseholdChange>,
    pub unknown_columns: Vec<String>,
    pub columns_by_hand: Vec<ColumnByHand>,
    /// Villages in several spellings, which may be joined.
    pub villages_offered: Vec<VillageSpelling>,
    /// Spellings that were taken for others.
    pub villages_joined: Vec<VillageSpelling>,
    pub problems: Vec<RosterProblem>,
    /// Rows that are no household.
    pub skipped: Vec<SkippedRow>,
    pub sheets: Vec<SheetSeen>,
    /// The last import of this very content that still stands, by its number.
    pub imported_before: Option<i64>,
    pub applied: bool,
}

impl HouseholdChange {
    /// The head, the contact, or what the class follows from is another: what a wrong file would change.
    pub fn is_weighty(&self) -> bool {
        use HouseholdFact as F;
        const WEIGHTY: [F; 6] =
            [F::Name, F::Contact, F::Category, F::HouseholdType, F::RiskEliminated, F::EliminatedOn];
        let is_weighty = |field: &FieldChange| match field {
            // What was not known before overturns nothing.
            FieldChange::Household(change) => WEIGHTY.contains(&change.fact) && change.old.is_some(),
            FieldChange::Class { .. } => true,
            FieldChange::Member(..) | FieldChange::MemberAdded(_) | FieldChange::LastVisit { .. } => false,
        };
        self.fields.iter().any(is_weighty)
    }
}

impl ImportOutcome {
    /// Of how many households the head, the contact or the class changes.
    pub fn weighty(&self) -> usize {
        self.changed.iter().filter(|change| change.is_weighty()).count()
    }

    /// More than a tenth of the households that were here already change so: an old file, or another
    /// village's, would.
    pub fn is_upheaval(&self) -> bool {
        self.weighty() * 10 > self.changed.len() + self.unchanged
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.kind.severity() == severity).count()
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

/// What to do with the spellings of a village.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spellings {
    /// Those joined before are; others are named, and offered to be joined.
    #[default]
    AsBefore,
    /// All are joined, in files to come too.
    Join,
    /// None of this file are, nor in files to come.
    Apart,
}

/// Told after each household: done, of how many. Answers whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

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
        let today = self.today();
        let total = plan.roster.households.len();
        self.write(|writer, policy| {
            let mut outcome = outcome_of(writer.reader(), &plan.roster, &plan.villages)?;
            let first_seq = writer.reader().newest_seq()? + 1;
            let mut identifier = Identifier::default();
            let mut contacts = writer.reader().list_contacts()?;
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
                ensure_contact(writer, &mut contacts, comparison.household.fact(HouseholdFact::Contact))?;
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
fn refused(identified: &Identified) -> Option<RosterProblem> {
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
        name: comparison.household.fact(HouseholdFact::Name).to_owned(),
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
        name: comparison.household.fact(HouseholdFact::Name).to_owned(),
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
