//! What people state that no visit shows: attestations, why an income fell, how many people a village
//! has.

use crate::domain::attestation::{AttestationEntry, AttestationFault};
use crate::domain::fall_reason::{FallEntry, FallFault};
use crate::domain::id::{AttestationId, FallReasonsId, VillagePopulationId};
use crate::domain::population::{Registered, VillagePopulation};
use crate::domain::village::Village;
use crate::store::{DraftKey, StoreError};

use super::{Ledger, Refused};

impl Ledger {
    /// Keeps an attestation; the one before it stays on file.
    pub fn attest(
        &mut self,
        entry: &AttestationEntry,
        draft: Option<&DraftKey>,
    ) -> Result<(), Refused<AttestationFault>> {
        Refused::if_any(entry.faults(self.today()))?;
        self.keep(draft, |writer, _| Ok(writer.put(entry.attestation(AttestationId::fresh()), None)?))
    }

    /// States why a household's income fell in the window that ends with a month; what was stated of it
    /// before is corrected.
    pub fn state_fall_reasons(
        &mut self,
        entry: &FallEntry,
        draft: Option<&DraftKey>,
    ) -> Result<(), Refused<FallFault>> {
        Refused::if_any(entry.faults())?;
        let stated_on = self.today();
        self.keep(draft, |writer, _| {
            let known = writer.reader().list_fall_reasons(entry.household_id)?;
            let same = known.iter().find(|stated| stated.window_end == entry.window_end);
            let id = same.map_or_else(FallReasonsId::fresh, |same| same.id);
            Ok(writer.put(entry.fall_reasons(id, stated_on), None)?)
        })
    }

    /// Keeps the registered population of a village.
    pub fn keep_village_population(&mut self, village: &Village, registered: Registered) -> Result<(), StoreError> {
        let stated_on = self.today();
        self.write(|writer, _| {
            let known = writer.reader().list_village_populations()?;
            let same = known.iter().find(|stated| stated.village == *village);
            let id = same.map_or_else(VillagePopulationId::fresh, |same| same.id);
            let (village, registered) = (village.clone(), registered.persons());
            writer.put(VillagePopulation { id, village, registered, stated_on, voided: false }, None)
        })
    }
}
