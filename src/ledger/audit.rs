//! The audit of all households of the list.

use std::collections::HashMap;

use crate::domain::audit::{Audit, AuditFinding, Audited};
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::store::StoreError;

use super::Ledger;

/// What was found, and the household that it is of.
#[derive(Debug, Clone)]
pub struct ListedFinding {
    pub finding: AuditFinding,
    /// None: it is of several.
    pub household: Option<DueRow>,
}

impl Ledger {
    /// By kind, then by township, village and code.
    pub fn audit(&self) -> Result<Vec<ListedFinding>, StoreError> {
        let _view = self.store.view()?;
        self.audit_in_view()
    }

    /// The same, where one state is seen already.
    pub(super) fn audit_in_view(&self) -> Result<Vec<ListedFinding>, StoreError> {
        let (reader, today) = (self.store.reader(), self.today());
        let mut rows = reader.list_due_rows(None)?;
        rows.sort_by(|a, b| (&a.township, &a.village, &a.code).cmp(&(&b.township, &b.village, &b.code)));
        let households = reader.list_households_as_they_are()?;
        let (members, visits) = (reader.list_all_members()?, reader.list_audited_visits()?);
        let below = Money::from_fen(self.policy.warnings().wage_below_yuan * 100);
        let wages = reader.list_odd_wages(below, Month::of(today))?;
        let mut audit = Audit::new(&self.policy, today);
        for row in &rows {
            let Some(household) = households.get(&row.id) else { continue };
            audit.look_at(Audited {
                household,
                members: members.get(&row.id).map(Vec::as_slice).unwrap_or_default(),
                visits: visits.get(&row.id).map(Vec::as_slice).unwrap_or_default(),
                wages: wages.get(&row.id).map(Vec::as_slice).unwrap_or_default(),
            });
        }
        let rows: HashMap<HouseholdId, DueRow> = rows.into_iter().map(|row| (row.id, row)).collect();
        let listed = audit.finish().into_iter().map(|finding| ListedFinding {
            household: finding.household_id.and_then(|id| rows.get(&id).cloned()),
            finding,
        });
        Ok(listed.collect())
    }
}
