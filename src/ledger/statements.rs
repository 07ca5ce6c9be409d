//! What people state that no visit shows: attestations, why an income fell, how many people a village
//! has.

use chrono::NaiveDate;

use crate::domain::attestation::{Attestation, AttestedMatter};
use crate::domain::clean::clean_text;
use crate::domain::fall_reason::{FallReason, FallReasons};
use crate::domain::id::{AttestationId, FallReasonsId, HouseholdId, VillagePopulationId};
use crate::domain::month::Month;
use crate::domain::population::VillagePopulation;
use crate::domain::visit::check_visit_day;
use crate::domain::water_report::Village;
use crate::store::{DraftKey, StoreError};

use super::Ledger;
use super::alerts::write;

/// An attestation as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttestationEntry {
    pub household_id: HouseholdId,
    pub matter: AttestedMatter,
    pub holds: bool,
    pub attested_on: NaiveDate,
    pub note: String,
}

/// Why a statement was not kept. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StatementRefused {
    /// Without a note nobody can vouch.
    #[error("note_missing")]
    NoteMissing,
    #[error("attested_in_future")]
    DayImpossible,
    #[error("reason_missing")]
    ReasonMissing,
    #[error("registered_impossible")]
    RegisteredImpossible,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The most people that a village can have on its register.
pub const MOST_REGISTERED: u32 = 1_000_000;

impl Ledger {
    /// Keeps an attestation; the one before it stays on file.
    pub fn attest(&mut self, entry: &AttestationEntry, draft: Option<&DraftKey>) -> Result<(), StatementRefused> {
        let note = clean_text(&entry.note);
        if note.is_empty() {
            return Err(StatementRefused::NoteMissing);
        }
        if check_visit_day(entry.attested_on, self.today()).is_err() {
            return Err(StatementRefused::DayImpossible);
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let attestation = Attestation {
                id: AttestationId::fresh(),
                household_id: entry.household_id,
                matter: entry.matter,
                holds: entry.holds,
                attested_on: entry.attested_on,
                note,
                voided: false,
            };
            writer.put(attestation, None)?;
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            Ok(())
        })
    }

    /// States why a household's income fell in the window that ends with a month; what was stated of it
    /// before is corrected.
    pub fn state_fall_reasons(
        &mut self,
        household_id: HouseholdId,
        window_end: Month,
        reasons: &[FallReason],
        note: &str,
        draft: Option<&DraftKey>,
    ) -> Result<(), StatementRefused> {
        if reasons.is_empty() {
            return Err(StatementRefused::ReasonMissing);
        }
        let (stamp, stated_on) = (self.stamp(), self.today());
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let known = writer.reader().list_fall_reasons(household_id)?;
            let same = known.iter().find(|stated| stated.window_end == window_end);
            let stated = FallReasons {
                id: same.map_or_else(FallReasonsId::fresh, |same| same.id),
                household_id,
                window_end,
                reasons: reasons.to_vec(),
                note: clean_text(note),
                stated_on,
                voided: false,
            };
            writer.put(stated, None)?;
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            Ok(())
        })
    }

    /// Keeps the registered population of a village.
    pub fn keep_village_population(&mut self, village: &Village, registered: u32) -> Result<(), StatementRefused> {
        if !(1..=MOST_REGISTERED).contains(&registered) {
            return Err(StatementRefused::RegisteredImpossible);
        }
        let (stamp, stated_on) = (self.stamp(), self.today());
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let known = writer.reader().list_village_populations()?;
            let same = known.iter().find(|stated| stated.village == *village);
            let id = same.map_or_else(VillagePopulationId::fresh, |same| same.id);
            Ok(writer
                .put(VillagePopulation { id, village: village.clone(), registered, stated_on, voided: false }, None)?)
        })
    }
}
