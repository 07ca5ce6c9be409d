//! A finding of the audit that somebody looked at: it is right as it is, and why.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::audit_finding::{AuditFinding, AuditKind};
use crate::domain::id::{CheckedFindingId, HouseholdId};

/// What was checked. It holds for as long as the same is found: once it is about something else, it is found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedFinding {
    pub id: CheckedFindingId,
    /// None: it is of several households.
    pub household_id: Option<HouseholdId>,
    pub kind: AuditKind,
    /// Whom or what it is about, as it was found.
    pub subject: String,
    /// Of what the finding rests on, nothing of it masked.
    pub fingerprint: String,
    pub why: String,
    pub checked_on: NaiveDate,
    /// It is to be looked at again.
    #[serde(default)]
    pub voided: bool,
}

impl CheckedFinding {
    /// It is what was found.
    pub fn is_of(&self, finding: &AuditFinding) -> bool {
        self.kind == finding.kind
            && self.household_id == finding.household_id
            && self.fingerprint == finding.fingerprint
    }
}
