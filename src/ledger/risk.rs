//! What the rules say of households at risk: the assessments of all, and the share of unresolved persons by
//! village and township.

use std::collections::BTreeMap;

use crate::domain::assessment::{Assessment, assess};
use crate::domain::attestation::Attestation;
use crate::domain::case::Case;
use crate::domain::due_row::DueRow;
use crate::domain::household::{Household, Member};
use crate::domain::income::MonthIncome;
use crate::domain::measure::Measure;
use crate::domain::policy::{Policy, Setting};
use crate::domain::population::{PeopleHistory, RiskShare};
use crate::domain::problem::Problem;
use crate::domain::status::StatusChange;
use crate::domain::village::Village;
use crate::domain::visit::Visit;
use crate::domain::watched_day::WatchedDay;
use crate::store::{Reader, StoreError};

use super::{HouseholdFile, Ledger};

/// What the rules look at of one household.
#[derive(Debug)]
pub(super) struct CaseFile {
    pub(super) household: Household,
    pub(super) history: Vec<StatusChange>,
    pub(super) visits: Vec<Visit>,
    pub(super) incomes: Vec<MonthIncome>,
    pub(super) problems: Vec<Problem>,
    pub(super) measures: Vec<Measure>,
    pub(super) members: Vec<Member>,
    pub(super) attestations: Vec<Attestation>,
    pub(super) people: PeopleHistory,
}

impl CaseFile {
    pub(super) fn read(reader: Reader<'_>, household: Household) -> Result<Self, StoreError> {
        let id = household.id;
        Ok(Self {
            history: reader.list_status_changes(id)?,
            visits: reader.list_visits(id)?,
            incomes: reader.list_incomes(id)?,
            problems: reader.list_problems(id)?,
            measures: reader.list_measures(id)?,
            members: reader.list_members(id)?,
            attestations: reader.list_attestations(id)?,
            people: reader.people_history(id)?,
            household,
        })
    }

    pub(super) fn case<'a>(&'a self, policy: &'a Policy, today: chrono::NaiveDate) -> Case<'a> {
        Case {
            policy,
            day: WatchedDay::new(today),
            household: &self.household,
            history: &self.history,
            visits: &self.visits,
            incomes: &self.incomes,
            problems: &self.problems,
            measures: &self.measures,
            members: &self.members,
            attestations: &self.attestations,
            people: &self.people,
        }
    }
}

impl HouseholdFile {
    /// The household as the rules about its risk look at it.
    pub fn case<'a>(&'a self, policy: &'a Policy, today: chrono::NaiveDate) -> Case<'a> {
        Case {
            policy,
            day: WatchedDay::new(today),
            household: &self.household,
            history: &self.history,
            visits: &self.visits,
            incomes: &self.incomes,
            problems: &self.problems,
            measures: &self.measures,
            members: &self.members,
            attestations: &self.attestations,
            people: &self.people,
        }
    }
}

/// One household and its assessment.
#[derive(Debug, Clone)]
pub struct Assessed {
    pub row: DueRow,
    pub assessment: Assessment,
}

/// A village, or a whole township where the village has no name, with its share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRisk {
    pub township: String,
    /// None: the township as a whole.
    pub village: Option<String>,
    pub households: usize,
    pub overdue: usize,
    pub unresolved_households: usize,
    /// Of them those whose population is not known: the persons are at least so many.
    pub unknown_households: usize,
    pub share: RiskShare,
    /// Above the policy's share; none where that, or the population, is not stated.
    pub is_above: Option<bool>,
}

impl Ledger {
    /// Every household whose risk stands or is marked as eliminated, assessed; in the order of the due list.
    pub fn assess_all(&self) -> Result<Vec<Assessed>, StoreError> {
        let reader = self.store.reader();
        let mut assessed = Vec::new();
        for row in reader.list_due_rows(None)? {
            let file = CaseFile::read(reader, reader.get_household(row.id)?)?;
            if let Some(assessment) = assess(&file.case(&self.policy, self.today())) {
                assessed.push(Assessed { row, assessment });
            }
        }
        Ok(assessed)
    }

    /// Unresolved persons as a share of the registered population: each township after its villages.
    pub fn risk_by_place(&self) -> Result<Vec<PlaceRisk>, StoreError> {
        let reader = self.store.reader();
        let registered: BTreeMap<Village, u32> =
            reader.list_village_populations()?.into_iter().map(|it| (it.village, it.registered)).collect();
        let counted = reader.count_by_village(self.today())?.into_iter().map(|counts| PlaceRisk {
            share: RiskShare {
                unresolved_persons: counts.unresolved_persons,
                registered: registered.get(&counts.village).copied(),
            },
            township: counts.village.township,
            village: Some(counts.village.name),
            households: counts.households,
            overdue: counts.overdue,
            unresolved_households: counts.unresolved_households,
            unknown_households: counts.unknown_households,
            is_above: None,
        });
        let villages: Vec<PlaceRisk> = counted.collect();
        let percent = self.policy.count(Setting::LargeRiskPercent);
        let mut places = with_townships(&villages);
        for place in &mut places {
            let is_above = percent.and_then(|percent| place.share.is_above(percent));
            // With persons unknown it can be told that it is above, and not that it is not.
            place.is_above = is_above.filter(|above| *above || place.unknown_households == 0);
        }
        Ok(places)
    }
}

/// Each township after its villages: the sums of theirs, its population only where all are stated.
fn with_townships(villages: &[PlaceRisk]) -> Vec<PlaceRisk> {
    let mut places: Vec<PlaceRisk> = Vec::new();
    for group in villages.chunk_by(|a, b| a.township == b.township) {
        let registered: Option<Vec<u32>> = group.iter().map(|place| place.share.registered).collect();
        let sum = PlaceRisk {
            township: group[0].township.clone(),
            village: None,
            households: group.iter().map(|place| place.households).sum(),
            overdue: group.iter().map(|place| place.overdue).sum(),
            unresolved_households: group.iter().map(|place| place.unresolved_households).sum(),
            unknown_households: group.iter().map(|place| place.unknown_households).sum(),
            share: RiskShare {
                unresolved_persons: group.iter().map(|place| place.share.unresolved_persons).sum(),
                registered: registered.map(|registered| registered.iter().sum()),
            },
            is_above: None,
        };
        places.extend(group.iter().cloned());
        places.push(sum);
    }
    places
}
