//! What no record can show, and somebody vouches for with a note and a date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::coded;
use super::id::{AttestationId, HouseholdId};

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
