//! What no record can show, and somebody vouches for with a note and a date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::clean::clean_text;
use crate::domain::codes::coded;
use crate::domain::id::{AttestationId, HouseholdId};
use crate::domain::visit::check_past_day;

coded! {
    /// What is attested.
    AttestedMatter {
        /// 大额刚性支出已彻底解决
        SpendingSolved = "spending_solved",
        /// 家中有劳动力
        Labour = "labour",
        /// 农户同意
        Consent = "consent",
    }
}

/// One statement; the latest of a matter holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    pub id: AttestationId,
    pub household_id: HouseholdId,
    pub matter: AttestedMatter,
    /// It is so, or it is not.
    pub holds: bool,
    pub attested_on: NaiveDate,
    pub note: String,
    /// It was recorded by mistake.
    #[serde(default)]
    pub voided: bool,
}

/// The statement that holds: the latest by its day, then by recording. `attestations` are in order of
/// recording.
pub fn holding(attestations: &[Attestation], matter: AttestedMatter) -> Option<&Attestation> {
    attestations.iter().filter(|it| it.matter == matter).max_by_key(|it| it.attested_on)
}

/// An attestation as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttestationEntry {
    pub household_id: HouseholdId,
    pub matter: AttestedMatter,
    pub holds: bool,
    pub attested_on: NaiveDate,
    pub note: String,
}

coded! {
    /// Why an attestation cannot be kept as it was entered.
    AttestationFault {
        /// After today, or before 2000.
        DayImpossible = "day_impossible",
        /// Without a note nobody vouches.
        NoteMissing = "note_missing",
    }
}

impl AttestationEntry {
    /// Everything that keeps the entry from being kept, in the order of the form.
    pub fn faults(&self, today: NaiveDate) -> Vec<AttestationFault> {
        let day = check_past_day(self.attested_on, today).is_err().then_some(AttestationFault::DayImpossible);
        let note = clean_text(&self.note).is_empty().then_some(AttestationFault::NoteMissing);
        day.into_iter().chain(note).collect()
    }

    /// What the entry states, its note cleaned.
    pub fn attestation(&self, id: AttestationId) -> Attestation {
        Attestation {
            id,
            household_id: self.household_id,
            matter: self.matter,
            holds: self.holds,
            attested_on: self.attested_on,
            note: clean_text(&self.note),
            voided: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attestation_has_a_note_and_a_day_that_is_past() {
        use AttestationFault::{DayImpossible, NoteMissing};
        for (on, note, faults) in [
            ("2026-11-22", "村会计核对", vec![]),
            ("2000-01-01", "村会计核对", vec![]),
            ("2026-11-23", "村会计核对", vec![DayImpossible]),
            ("1999-12-31", " ", vec![DayImpossible, NoteMissing]),
            ("2026-11-22", "", vec![NoteMissing]),
        ] {
            let entry = AttestationEntry {
                household_id: HouseholdId::made_up(1),
                matter: AttestedMatter::Labour,
                holds: true,
                attested_on: on.parse().unwrap(),
                note: note.to_owned(),
            };
            assert_eq!(entry.faults("2026-11-22".parse().unwrap()), faults, "{on} {note:?}");
        }
    }
}
