//! The audit of all households of the list.

use std::collections::HashMap;

use crate::domain::alert::AlertKind;
use crate::domain::audit::{Audit, Audited};
use crate::domain::audit_finding::AuditFinding;
use crate::domain::category_proposed::contradicting_category;
use crate::domain::checked_finding::CheckedFinding;
use crate::domain::class::{HouseholdClass, monitored_category};
use crate::domain::due_row::DueRow;
use crate::domain::entry::Reason;
use crate::domain::id::{CheckedFindingId, HouseholdId};
use crate::domain::label::HouseholdLabel;
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::policy::Purpose;
use crate::store::StoreError;

use super::Ledger;
use super::dossier::read_dossier;

/// What was found, and the household that it is of.
#[derive(Debug, Clone)]
pub struct ListedFinding {
    pub finding: AuditFinding,
    /// None: it is of several.
    pub household: Option<DueRow>,
    /// Those, where they are several.
    pub several: Vec<DueRow>,
    /// Somebody looked at it, and it is right as it is.
    pub checked: Option<CheckedFinding>,
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
        for (household_id, on_file, proposed) in self.contradicting_categories(&rows)? {
            audit.contradicts(household_id, on_file, proposed);
        }
        let checked = reader.list_checked_findings()?;
        let rows: HashMap<HouseholdId, DueRow> = rows.into_iter().map(|row| (row.id, row)).collect();
        let listed = audit.finish().into_iter().map(|finding| ListedFinding {
            household: finding.household_id.and_then(|id| rows.get(&id).cloned()),
            several: finding.households.iter().filter_map(|id| rows.get(id).cloned()).collect(),
            checked: checked.iter().rfind(|checked| checked.is_of(&finding)).cloned(),
            finding,
        });
        Ok(listed.collect())
    }

    /// The households whose category is another than the one that follows from the register and the line.
    fn contradicting_categories(&self, rows: &[DueRow]) -> Result<Vec<Contradiction>, StoreError> {
        let (reader, today) = (self.store.reader(), self.today());
        let window = self.policy.window().complete(today);
        // Of a year that is not complete nothing is said.
        let mut complete = reader.list_recorded_months(window.first())?;
        complete.retain(|_, months| window.months().all(|month| months.contains(&month)));
        let is_one_line = self.policy.line(Purpose::LookBack, window.year())
            == self.policy.line(Purpose::Inclusion, window.year())
            && self.policy.formula(Purpose::LookBack) == self.policy.formula(Purpose::Inclusion);
        let may_contradict = |row: &&DueRow| {
            let of_alerts = row.alerts_on(today).is_none_or(|alerts| alerts.iter().any(|it| HARDSHIP.contains(it)));
            let by_another_line = row.class == HouseholdClass::Eliminated && !is_one_line;
            row.category().is_some() && complete.contains_key(&row.id) && (of_alerts || by_another_line)
        };
        let mut found = Vec::new();
        for row in rows.iter().filter(may_contradict) {
            let dossier = read_dossier(reader, reader.get_household(row.id)?)?;
            let on_file = monitored_category(&dossier.household.facts);
            let proposed = contradicting_category(&dossier.case(&self.policy, today));
            found.extend(on_file.zip(proposed).map(|(on_file, proposed)| (row.id, on_file, proposed)));
        }
        Ok(found)
    }

    /// Somebody looked at findings: they are right as they are, and why; all of them or none.
    pub fn check_findings(&mut self, findings: &[AuditFinding], why: &Reason) -> Result<(), StoreError> {
        let checked_on = self.today();
        self.write(|writer, _| {
            for finding in findings {
                let (kind, subject) = (finding.kind, finding.subject.clone());
                let (id, household_id) = (CheckedFindingId::fresh(), finding.household_id);
                let why = why.as_str().to_owned();
                writer.put(CheckedFinding { id, household_id, kind, subject, why, checked_on, voided: false }, None)?;
            }
            Ok(())
        })
    }

    /// A finding is to be looked at again.
    pub fn uncheck_finding(&mut self, checked: &CheckedFinding) -> Result<(), StoreError> {
        self.write(|writer, _| writer.put(CheckedFinding { voided: true, ..checked.clone() }, None))
    }
}

/// A household, its category on file, and the one that follows.
type Contradiction = (HouseholdId, HouseholdLabel, HouseholdLabel);

/// Without one of these nothing contradicts the category of a household.
const HARDSHIP: [AlertKind; 3] = [AlertKind::UnderLine, AlertKind::SpendingUnsolved, AlertKind::IncomeFallen];
