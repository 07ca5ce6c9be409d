//! What an import will do, or did.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::class::HouseholdClass;
use crate::domain::facts::{FactChange, HouseholdFact, MemberFact};
use crate::domain::personal::Personal;
use crate::exchange::roster::{ColumnByHand, RosterFault, Severity, SheetSeen, SkippedRow};

use super::villages::VillageSpelling;

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
    pub name: Personal,
    pub fields: Vec<FieldChange>,
}

/// A household by what people know it by: one on file that the roster does not have, one without a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    pub code: String,
    pub name: Personal,
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
    pub problems: Vec<RosterFault>,
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
