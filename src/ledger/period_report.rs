//! Everything that the report of a period is made of, household by household.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::audit_finding::AuditKind;
use crate::domain::checks::{Check, CheckAnswer, Finding};
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::fall_reason::FallReason;
use crate::domain::held_income::{HeldIncome, purpose_of};
use crate::domain::income_change::IncomeChange;
use crate::domain::month::Month;
use crate::domain::month_duty::{MonthDuty, Rhythm};
use crate::domain::period::Period;
use crate::domain::policy::Setting;
use crate::domain::problem::Problem;
use crate::domain::status::{StatusChange, StatusKind};
use crate::domain::visit::{DatedVisit, Visit};
use crate::domain::window::Window;
use crate::domain::window_income::WindowIncome;
use crate::store::{Reader, StoreError};

use super::{Ledger, PlaceRisk, Progress};

/// The report of a period, before it is put into words.
#[derive(Debug, Clone)]
pub struct PeriodReport {
    pub period: Period,
    /// The day that it is looked at on: today while the period runs, else the day after its last.
    pub on: NaiveDate,
    /// Its months that have begun.
    pub months: Vec<Month>,
    pub window: Window,
    /// By township, village and code; also those that left the list, for what happened to them.
    pub households: Vec<ReportedHousehold>,
    /// As they stand today.
    pub places: Vec<PlaceRisk>,
    /// What the audit finds today, by kind.
    pub findings: BTreeMap<AuditKind, usize>,
    /// From which percent on an income has fallen; none: the plan names none.
    pub fall_percent: Option<u32>,
    /// From how many fallen households on a township is marked; none: the plan marks none.
    pub fallen_mark: Option<u32>,
}

impl PeriodReport {
    /// The last day that is counted.
    pub fn until(&self) -> NaiveDate {
        self.on.min(self.period.last().last_day())
    }
}

/// One household in the report.
#[derive(Debug, Clone)]
pub struct ReportedHousehold {
    pub row: DueRow,
    /// Its class at the end, where it was on the list then.
    pub class: Option<HouseholdClass>,
    /// The last counted visit by the end.
    pub last_counted_on: Option<NaiveDate>,
    /// By the months that have begun.
    pub duties: Vec<MonthDuty>,
    /// The visits of the period, and whether each counts.
    pub visits: Vec<(DatedVisit, bool)>,
    /// The checks that the last answers by the period's end do not call secured.
    pub not_met: Vec<(Check, Finding, NaiveDate)>,
    /// Found by the period's end.
    pub problems: Vec<Problem>,
    /// Within the period, without what came with the first import.
    pub changes: Vec<StatusChange>,
    pub held: HeldIncome,
    pub change: Option<IncomeChange>,
    /// What was stated of the window, where the income fell.
    pub fall_reasons: Vec<FallReason>,
}

impl ReportedHousehold {
    /// It was on the list at the end.
    pub const fn is_listed(&self) -> bool {
        self.class.is_some()
    }

    /// The income fell against the year before, by the policy's percent.
    pub fn has_fallen(&self, percent: Option<u32>) -> bool {
        self.change.as_ref().zip(percent).is_some_and(|(change, percent)| change.has_fallen_by(percent))
    }

    /// Asked for in the last month that has begun, and not visited.
    pub fn is_open(&self) -> bool {
        self.duties.last().is_some_and(|duty| duty.is_open())
    }
}

impl Ledger {
    /// Reads the report of a period; none when it was stopped.
    pub fn period_report(&self, period: Period, progress: Progress<'_>) -> Result<Option<PeriodReport>, StoreError> {
        // Nothing that is saved meanwhile is half in it.
        let _view = self.store.view()?;
        let reader = self.store.reader();
        let on = period.looked_at_on(self.today());
        let months: Vec<Month> = period.months().filter(|month| month.first_day() <= on).collect();
        let rows = self.rows_ever_by_place()?;
        let mut report = PeriodReport {
            period,
            on,
            window: self.policy.window().complete(on),
            months,
            households: Vec::with_capacity(rows.len()),
            places: self.risk_by_place()?,
            findings: BTreeMap::new(),
            fall_percent: self.policy.count(Setting::IncomeFallPercent),
            fallen_mark: self.policy.count(Setting::FallenHouseholdsMark),
        };
        let total = rows.len();
        for (done, row) in rows.into_iter().enumerate() {
            let household = self.reported(reader, row, &report)?;
            report.households.push(household);
            if !progress(done + 1, total) {
                return Ok(None);
            }
        }
        for listed in self.audit_in_view(&mut |_, _| true)?.unwrap_or_default() {
            if listed.checked.is_some() {
                continue;
            }
            *report.findings.entry(listed.finding.kind).or_default() += 1;
        }
        Ok(Some(report))
    }

    fn reported(
        &self,
        reader: Reader<'_>,
        row: DueRow,
        report: &PeriodReport,
    ) -> Result<ReportedHousehold, StoreError> {
        let end = report.period.last().last_day();
        let history = reader.list_status_changes(row.id)?;
        let mut visits = reader.list_visits(row.id)?;
        visits.retain(|visit| !visit.voided);
        let dated: Vec<DatedVisit> = visits.iter().map(Visit::dated).collect();
        let rhythm = Rhythm::of(&self.policy, &row, &history, &dated);
        let duties = report.months.iter().map(|month| rhythm.duty(*month)).collect();
        let of_period = dated.iter().filter(|visit| report.period.contains(visit.visited_on));
        let incomes = reader.list_incomes(row.id)?;
        let purpose = purpose_of(Some(row.class));
        let people = reader.people_history(row.id)?.on(report.window.last.last_day());
        let held = HeldIncome::of(&self.policy, purpose, WindowIncome::of(report.window, &incomes, people));
        let change = IncomeChange::of(report.window, &incomes, held.formula);
        let stated = reader.list_fall_reasons(row.id)?.into_iter().rfind(|it| it.window_end == report.window.last);
        let mut problems = reader.list_problems(row.id)?;
        problems.retain(|problem| problem.found_on <= end);
        let is_told = |change: &StatusChange| {
            let came_with_the_household = change.defaulted && change.on.on == row.on_file_since;
            report.period.contains(change.on.on) && !came_with_the_household && change.kind != StatusKind::Category
        };
        let changes = history.into_iter().filter(is_told).collect();
        Ok(ReportedHousehold {
            duties,
            visits: of_period.map(|visit| (*visit, rhythm.counts(visit))).collect(),
            class: rhythm.stretch_at(end.min(report.on)).map(|stretch| stretch.class),
            last_counted_on: rhythm.last_counted_by(end),
            not_met: not_met(&visits, end),
            problems,
            changes,
            held,
            change,
            fall_reasons: stated.map(|stated| stated.reasons).unwrap_or_default(),
            row,
        })
    }
}

/// The checks whose last answer by a day is not *secured*, nor *not applicable*.
fn not_met(visits: &[Visit], by: NaiveDate) -> Vec<(Check, Finding, NaiveDate)> {
    let mut last: BTreeMap<Check, (&Finding, NaiveDate)> = BTreeMap::new();
    for visit in visits.iter().filter(|visit| visit.stands_as_entered() && visit.visited_on <= by) {
        for (check, finding) in &visit.findings.checks {
            if finding.answer != CheckAnswer::NotChecked {
                last.insert(*check, (finding, visit.visited_on));
            }
        }
    }
    let wanting = last.into_iter().filter(|(_, (finding, _))| finding.answer.needs_note());
    wanting.map(|(check, (finding, on))| (check, finding.clone(), on)).collect()
}
