//! Keeping measures: entered, changed, taken back.

use crate::domain::entry::Reason;
use crate::domain::id::{HouseholdId, MeasureId};
use crate::domain::measure::{Measure, MeasureEntry, MeasureFault};
use crate::store::{DraftKey, StoreError};

use super::keep::refuse_if_changed;
use super::{Ledger, Refused};

impl Ledger {
    pub fn keep_measure(
        &mut self,
        entry: &MeasureEntry,
        draft: Option<&DraftKey>,
    ) -> Result<(), Refused<MeasureFault>> {
        Refused::if_any(entry.faults(self.today()))?;
        self.keep(draft, |writer, _| {
            entry.editing.map_or(Ok(()), |basis| refuse_if_changed(writer, basis))?;
            let measure = entry.measure(entry.editing.map_or_else(MeasureId::fresh, |basis| basis.id));
            if !writer.reader().list_measures(entry.household_id)?.contains(&measure) {
                writer.put(measure, None)?;
            }
            Ok(())
        })
    }

    /// Takes a measure back that was entered by mistake; what visits said of it stays with them.
    pub fn void_measure(
        &mut self,
        household_id: HouseholdId,
        measure_id: MeasureId,
        reason: &Reason,
    ) -> Result<(), Refused<MeasureFault>> {
        self.write(|writer, _| {
            let known = writer.reader().list_measures(household_id)?;
            let measure = known.into_iter().find(|it| it.id == measure_id).ok_or(StoreError::ChangedMeanwhile)?;
            Ok(writer.correct(Measure { voided: true, ..measure }, reason.as_str())?)
        })
    }
}
