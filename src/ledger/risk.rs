//! What the rules say of households at risk: the assessments of all, and the share of unresolved persons by
//! village and township.

use std::collections::BTreeMap;

use super::dossier::read_dossier;
use crate::domain::assessment::{Assessment, assess};
use crate::domain::due_row::DueRow;
use crate::domain::policy::Setting;
use crate::domain::population::RiskShare;
use crate::domain::village::Village;
use crate::store::StoreError;

use super::Ledger;

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
            let file = read_dossier(reader, reader.get_household(row.id)?)?;
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
