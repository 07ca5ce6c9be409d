//! One household with everything that is on file about it.

use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::NaiveDate;

use crate::domain::coverage::{CoveragePeriod, MonthMark, month_marks, past_periods};
use crate::domain::dossier::Dossier;
use crate::domain::due_row::DueRow;
use crate::domain::household::Household;
use crate::domain::id::{EntityId, HouseholdId, RevisionId, VisitId};
use crate::domain::income::MonthIncome;
use crate::domain::month::Month;
use crate::domain::standing::{cadence_of, counted_days, counted_visits, stretches_of};
use crate::domain::village::Village;
use crate::domain::water_report::WaterReport;
use crate::store::{Draft, StoreError};

use super::Ledger;
use super::dossier::read_dossier;

/// A household's file.
#[derive(Debug, Clone)]
pub struct HouseholdFile {
    pub row: DueRow,
    pub dossier: Dossier,
    /// The visits that count by the policy.
    pub counted: Vec<VisitId>,
    /// Their days, in order, each once.
    pub counted_on: Vec<NaiveDate>,
    /// What would hold for a month if its record were taken back.
    pub incomes_under: Vec<MonthIncome>,
    /// Those of the household's village, in order of their days.
    pub water_reports: Vec<WaterReport>,
    pub drafts: Vec<Draft>,
    /// The periods that have ended, in order.
    pub coverage: Vec<CoveragePeriod>,
    /// The last revision of each visit, month's income and measure, that a change starts from.
    head_revisions: BTreeMap<EntityId, RevisionId>,
    /// The last revision of the household or of a member, that an edit starts from.
    pub revision: Option<RevisionId>,
}

/// A file is the dossier with what people see beside it: whoever reads one asks for the visits, not for the
/// visits of its dossier.
impl Deref for HouseholdFile {
    type Target = Dossier;

    fn deref(&self) -> &Dossier {
        &self.dossier
    }
}

impl HouseholdFile {
    /// The last revision of a visit, a month's income or a measure.
    pub fn revision_of(&self, id: impl Into<EntityId>) -> Option<RevisionId> {
        self.head_revisions.get(&id.into()).copied()
    }

    /// The coverage grid: a mark for each of so many months, the last of which is `last`.
    pub fn month_marks(&self, last: Month, count: u32) -> Vec<MonthMark> {
        let first = last.minus(count.saturating_sub(1));
        let since = self.history.first().map_or(self.row.since.on, |change| change.on.on);
        month_marks(&self.coverage, &self.counted_on, since, first, count)
    }
}

impl Ledger {
    pub fn show_by_code(&self, code: &str) -> Result<Option<HouseholdFile>, StoreError> {
        let found = self.store.reader().find_household_by_code(code)?;
        found.map(|household| self.file_of(household)).transpose()
    }

    pub fn show(&self, household_id: HouseholdId) -> Result<HouseholdFile, StoreError> {
        self.file_of(self.store.reader().get_household(household_id)?)
    }

    fn file_of(&self, household: Household) -> Result<HouseholdFile, StoreError> {
        let reader = self.store.reader();
        let id = household.id;
        let row = reader.get_due_row(id)?;
        let dossier = read_dossier(reader, household)?;
        let cadence = cadence_of(&self.policy, &dossier.household, row.class);
        Ok(HouseholdFile {
            counted: counted_visits(cadence, &dossier.visits).map(|visit| visit.id).collect(),
            counted_on: counted_days(cadence, &dossier.visits),
            coverage: self.coverage(&dossier),
            incomes_under: reader.list_incomes_under(id)?,
            water_reports: reader.list_water_reports(&Village::of(&dossier.household))?,
            drafts: reader.list_drafts(id)?,
            head_revisions: reader.head_revisions(id)?,
            revision: reader.head_revision_of_household(id)?,
            row,
            dossier,
        })
    }

    /// Each stretch by the rule of its own class, so that a new class erases no missed period.
    fn coverage(&self, dossier: &Dossier) -> Vec<CoveragePeriod> {
        let Dossier { household, history, visits, .. } = dossier;
        let stretches = stretches_of(&self.policy, household, history);
        let mut coverage = Vec::new();
        for (place, stretch) in stretches.iter().enumerate().filter(|(_, stretch)| stretch.active) {
            let Some(cadence) = cadence_of(&self.policy, household, stretch.class) else { continue };
            let until = stretches.get(place + 1).map_or(self.today(), |next| next.from);
            let days = counted_days(Some(cadence), visits);
            let periods = past_periods(&cadence.rule, stretch.since.on, &days, until);
            // After a short absence the clock runs on; what ended before the return was told, or was nobody's.
            coverage.extend(periods.into_iter().filter(|period| period.to >= stretch.from));
        }
        coverage
    }
}
