//! Keeping measures: entered, changed, taken back.

use chrono::NaiveDate;

use crate::domain::clean::clean_text;
use crate::domain::id::{HouseholdId, MeasureId, RevisionId};
use crate::domain::measure::{Measure, MeasureKind};
use crate::domain::money::Amount;
use crate::store::{DraftKey, StoreError};

use super::Ledger;
use super::alerts::write;

/// A measure as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureEntry {
    pub household_id: HouseholdId,
    /// The measure that is changed, and the revision that the change started from; none: a new one.
    pub editing: Option<(MeasureId, Option<RevisionId>)>,
    pub kind: MeasureKind,
    pub item: String,
    pub funds: Option<Amount>,
    pub unit: String,
    pub from: NaiveDate,
    pub planned_end: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub effect: String,
}

/// Why a measure was not kept. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum MeasureRefused {
    #[error("measure_item_missing")]
    ItemMissing,
    #[error("measure_ends_before_it_begins")]
    EndsBefore,
    #[error("measure_ended_in_future")]
    EndedInFuture,
    #[error("reason_missing")]
    ReasonMissing,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Keeps a measure and removes the draft it came from.
    pub fn keep_measure(&mut self, entry: &MeasureEntry, draft: Option<&DraftKey>) -> Result<(), MeasureRefused> {
        let item = clean_text(&entry.item);
        if item.is_empty() {
            return Err(MeasureRefused::ItemMissing);
        }
        if [entry.planned_end, entry.ended_on].iter().flatten().any(|end| *end < entry.from) {
            return Err(MeasureRefused::EndsBefore);
        }
        if entry.ended_on.is_some_and(|ended| ended > self.today()) {
            return Err(MeasureRefused::EndedInFuture);
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            if let Some((id, started_from)) = entry.editing
                && writer.reader().head_revision(id)? != started_from
            {
                return Err(StoreError::ChangedMeanwhile.into());
            }
            let measure = Measure {
                id: entry.editing.map_or_else(MeasureId::fresh, |(id, _)| id),
                household_id: entry.household_id,
                kind: entry.kind,
                item,
                funds: entry.funds,
                unit: clean_text(&entry.unit),
                from: entry.from,
                planned_end: entry.planned_end,
                ended_on: entry.ended_on,
                effect: clean_text(&entry.effect),
                voided: false,
            };
            let known = writer.reader().list_measures(entry.household_id)?;
            if !known.contains(&measure) {
                writer.put(measure, None)?;
            }
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            Ok(())
        })
    }

    /// Takes a measure back that was entered by mistake; what visits said of it stays with them.
    pub fn void_measure(
        &mut self,
        household_id: HouseholdId,
        measure_id: MeasureId,
        reason: &str,
    ) -> Result<(), MeasureRefused> {
        if reason.trim().is_empty() {
            return Err(MeasureRefused::ReasonMissing);
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let known = writer.reader().list_measures(household_id)?;
            let measure = known.into_iter().find(|it| it.id == measure_id).ok_or(StoreError::ChangedMeanwhile)?;
            Ok(writer.put(Measure { voided: true, ..measure }, Some(reason.trim()))?)
        })
    }
}
