//! The audit of all households of the list.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::alert::AlertKind;
use crate::domain::audit::{Audit, Audited};
use crate::domain::audit_finding::AuditFinding;
use crate::domain::category_proposed::{category_below_the_line, contradicting_category};
use crate::domain::checked_finding::CheckedFinding;
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::entry::Reason;
use crate::domain::household::Household;
use crate::domain::id::{CheckedFindingId, HouseholdId};
use crate::domain::label::HouseholdLabel;
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::policy::{Purpose, Setting};
use crate::domain::procedure::is_possible_for;
use crate::domain::window::WINDOW_MONTHS;
use crate::store::StoreError;

use super::dossier::read_dossier;
use super::{Ledger, Progress};

/// What was found, and the household that it is of.
#[derive(Debug, Clone)]
pub struct ListedFinding {
    pub finding: AuditFinding,
    /// None: it is of several.
    pub household: Option<Arc<DueRow>>,
    /// Those, where they are several.
    pub several: Vec<Arc<DueRow>>,
    /// Somebody looked at it, and it is right as it is.
    pub checked: Option<CheckedFinding>,
}

/// It is told how far it is after so many households.
const TOLD_EACH: usize = 64;

impl Ledger {
    /// By kind, then by township, village and code.
    pub fn audit(&self) -> Result<Vec<ListedFinding>, StoreError> {
        Ok(self.audit_telling(&mut |_, _| true)?.unwrap_or_default())
    }

    /// The same, telling how far it is; none when it was stopped.
    pub fn audit_telling(&self, progress: Progress<'_>) -> Result<Option<Vec<ListedFinding>>, StoreError> {
        let _view = self.store.view()?;
        self.audit_in_view(progress)
    }

    /// The same, where one state is seen already.
    pub(super) fn audit_in_view(&self, progress: Progress<'_>) -> Result<Option<Vec<ListedFinding>>, StoreError> {
        let (reader, today) = (self.store.reader(), self.today());
        let mut rows = reader.list_due_rows(None)?;
        // Reading takes about as long as looking: three parts of four.
        let total = rows.len() * 4;
        let mut goes_on = |part: usize| progress(part * total / 4, total);
        rows.sort_by(|a, b| (&a.township, &a.village, &a.code).cmp(&(&b.township, &b.village, &b.code)));
        let households = reader.list_households_as_they_are()?;
        if !goes_on(1) {
            return Ok(None);
        }
        let members = reader.list_all_members()?;
        if !goes_on(2) {
            return Ok(None);
        }
        let visits = reader.list_audited_visits()?;
        if !goes_on(3) {
            return Ok(None);
        }
        let below = Money::from_fen(self.policy.warnings().wage_below_yuan * 100);
        let wages = reader.list_odd_wages(below, Month::of(today))?;
        let mut audit = Audit::new(&self.policy, today);
        for (done, row) in rows.iter().enumerate() {
            if done % TOLD_EACH == 0 && !progress(total / 4 * 3 + done, total) {
                return Ok(None);
            }
            let Some(household) = households.get(&row.id) else { continue };
            audit.look_at(Audited {
                household,
                members: members.get(&row.id).map(Vec::as_slice).unwrap_or_default(),
                visits: visits.get(&row.id).map(Vec::as_slice).unwrap_or_default(),
                wages: wages.get(&row.id).map(Vec::as_slice).unwrap_or_default(),
            });
        }
        let year = self.policy.window().complete(today).year();
        for (household_id, labels) in self.contradicting_categories(&rows, &households)? {
            audit.contradicts(household_id, labels, year);
        }
        let classes: HashMap<HouseholdId, HouseholdClass> = rows.iter().map(|row| (row.id, row.class)).collect();
        let mut departed: Vec<DueRow> = Vec::new();
        for procedure in reader.list_procedures()?.iter().filter(|procedure| procedure.is_undecided()) {
            // One that is not on the list any more cannot come anywhere.
            let class = classes.get(&procedure.household_id);
            if class.is_none_or(|class| !is_possible_for(procedure.kind, *class)) {
                audit.procedure_contradicts(procedure.household_id, procedure.kind);
                if class.is_none() {
                    departed.push(reader.get_due_row(procedure.household_id)?);
                }
            }
        }
        let mut checked: HashMap<_, CheckedFinding> = HashMap::new();
        for it in reader.list_checked_findings()? {
            checked.insert((it.kind, it.household_id, it.fingerprint.clone()), it);
        }
        let rows = rows.into_iter().chain(departed);
        let rows: HashMap<HouseholdId, Arc<DueRow>> = rows.map(|row| (row.id, Arc::new(row))).collect();
        let listed = audit.finish().into_iter().map(|finding| ListedFinding {
            household: finding.household_id.and_then(|id| rows.get(&id).cloned()),
            several: finding.households.iter().filter_map(|id| rows.get(id).cloned()).collect(),
            checked: checked.get(&(finding.kind, finding.household_id, finding.fingerprint.clone())).cloned(),
            finding,
        });
        Ok(Some(listed.collect()))
    }

    /// The households whose category is another than the one that follows from the register and the line. What the
    /// alerts say already is not read again.
    fn contradicting_categories(
        &self,
        rows: &[DueRow],
        households: &HashMap<HouseholdId, Household>,
    ) -> Result<Vec<Contradiction>, StoreError> {
        let today = self.today();
        let year = self.policy.window().complete(today).year();
        let by = |purpose| (self.policy.line(purpose, year), self.policy.formula(purpose));
        // The alerts of one that is marked are of the line for looking back.
        let is_one_line = by(Purpose::LookBack) == by(Purpose::Inclusion);
        let mut found = Vec::new();
        for row in rows {
            let (Some(on_file), Some(household)) = (row.category(), households.get(&row.id)) else { continue };
            let told = row.alerts_on(today).filter(|_| is_one_line || row.class != HouseholdClass::Eliminated);
            let proposed = match told {
                Some(alerts) if alerts.contains(&AlertKind::UnderLine) => category_below_the_line(household),
                Some(_) if on_file == HouseholdLabel::SuddenHardship => None,
                Some(alerts) if !self.is_hardship(alerts) => None,
                // Not below the line: above it, unless that cannot be told.
                Some(_) if self.is_year_known(row.id)? => Some(HouseholdLabel::SuddenHardship),
                Some(_) => None,
                None => self.contradicting_category(row.id)?,
            };
            found.extend(proposed.filter(|it| *it != on_file).map(|proposed| (row.id, [on_file, proposed])));
        }
        Ok(found)
    }

    fn is_hardship(&self, alerts: &[AlertKind]) -> bool {
        // Where any fall rings, a fall alone is no hardship.
        let falls_far = self.policy.count(Setting::IncomeFallPercent).is_some_and(|percent| percent > 0);
        alerts.contains(&AlertKind::SpendingUnsolved) || falls_far && alerts.contains(&AlertKind::IncomeFallen)
    }

    /// Whether the year's income of a household can be held against the line.
    fn is_year_known(&self, household_id: HouseholdId) -> Result<bool, StoreError> {
        let (reader, window) = (self.store.reader(), self.policy.window().complete(self.today()));
        let recorded = reader.count_recorded_months(household_id, window.first(), window.last)?;
        let people = reader.people_history(household_id)?.on(window.last.last_day()).filter(|people| *people > 0);
        let line = self.policy.line(Purpose::Inclusion, window.year());
        Ok(recorded == WINDOW_MONTHS && people.is_some() && line.is_some())
    }

    /// The same by everything that is on file.
    pub fn contradicting_category(&self, household_id: HouseholdId) -> Result<Option<HouseholdLabel>, StoreError> {
        let reader = self.store.reader();
        let dossier = read_dossier(reader, reader.get_household(household_id)?)?;
        Ok(contradicting_category(&dossier.case(&self.policy, self.today())))
    }

    /// Somebody looked at findings: they are right as they are, and why; all of them or none. Gives what is recorded
    /// of them.
    pub fn check_findings(
        &mut self,
        findings: &[AuditFinding],
        why: &Reason,
    ) -> Result<Vec<CheckedFinding>, StoreError> {
        let checked_on = self.today();
        self.write(|writer, _| {
            let mut known: Vec<CheckedFinding> = writer.reader().list_checked_findings()?;
            for finding in findings {
                if known.iter().any(|checked| checked.is_of(finding)) {
                    continue;
                }
                let checked = CheckedFinding {
                    id: CheckedFindingId::fresh(),
                    household_id: finding.household_id,
                    kind: finding.kind,
                    subject: finding.subject.clone(),
                    fingerprint: finding.fingerprint.clone(),
                    why: why.as_str().to_owned(),
                    checked_on,
                    voided: false,
                };
                writer.put(checked.clone(), None)?;
                known.push(checked);
            }
            Ok(known)
        })
    }

    /// A finding is to be looked at again.
    pub fn uncheck_finding(&mut self, finding: &AuditFinding) -> Result<(), StoreError> {
        self.write(|writer, _| {
            for checked in writer.reader().list_checked_findings()?.into_iter().filter(|it| it.is_of(finding)) {
                writer.put(CheckedFinding { voided: true, ..checked }, None)?;
            }
            Ok(())
        })
    }
}

/// A household, its category on file, and the one that follows.
type Contradiction = (HouseholdId, [HouseholdLabel; 2]);
