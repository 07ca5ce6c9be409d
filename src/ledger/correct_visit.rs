//! Correcting a saved visit, and voiding one: never overwritten, each a new revision with its reason;
//! everything that hangs on the visit follows in the same transaction.

use crate::domain::due_row::DueRow;
use crate::domain::facts::HouseholdFact;
use crate::domain::id::{IncomeId, ProblemId};
use crate::domain::problem::{Problem, ProblemState};
use crate::domain::visit::Visit;
use crate::domain::visit_entry::{Correction, VisitEntry, VisitFault};
use crate::store::{COUNTED_ON_A_VISIT, DraftKey, Entity, StoreError, VISIT_FORM, Writer};

use super::clues::settle_checks;
use super::keep::refuse_if_changed;
use super::record_visit::{
    close_problems, count_people, ensure_visitors, income_of, problem_of, refuse_faults, refuse_unknown_that_day,
    visit_of,
};
use super::{Ledger, Refused};

impl Ledger {
    /// Puts an entry in place of what a visit said before. Gives the household's row as it stands now.
    pub fn correct_visit(
        &mut self,
        correction: &Correction,
        entry: &VisitEntry,
        draft: Option<&DraftKey>,
    ) -> Result<DueRow, Refused<VisitFault>> {
        let (today, reason) = (self.today(), correction.reason.as_str());
        self.keep_and_renew(draft, |writer, policy| {
            refuse_faults(writer, entry, policy, today)?;
            let before = standing_visit(writer, correction)?;
            if !before.stands_as_entered() || before.household_id != entry.household_id {
                return Err(Refused::Changed);
            }
            if before.visited_on != entry.visited_on {
                refuse_unknown_that_day(writer, entry, Some(before.id))?;
            }
            let mut after = Visit { id: before.id, ..visit_of(entry, before.entered_at) };
            let grew = entry.findings.population_change.unwrap_or(0);
            after.findings.population = recount(writer, &before, grew)?;
            ensure_visitors(writer, &after)?;
            writer.correct(after.clone(), reason)?;
            correct_income(writer, &after, entry, reason)?;
            correct_problems(writer, &after, entry, reason)?;
            settle_checks(writer, after.household_id, before.is_verification().then_some(before.visited_on))?;
            Ok(after.household_id)
        })
    }

    /// Voids a visit: it counts no more, its income is let go, the problems that it closed are open
    /// again and those it opened are void. Refused where one of those was dealt with since.
    pub fn void_visit(&mut self, correction: &Correction) -> Result<DueRow, Refused<VisitFault>> {
        let reason = correction.reason.as_str();
        self.keep_and_renew(None, |writer, _| {
            let before = standing_visit(writer, correction)?;
            recount(writer, &before, 0)?;
            let gone = before.is_verification().then_some(before.visited_on);
            let after = Visit { voided: true, ..before };
            writer.correct(after.clone(), reason)?;
            writer.set_drafts_aside(&DraftKey {
                form: VISIT_FORM.to_owned(),
                household_id: Some(after.household_id),
                visit_id: Some(after.id),
            })?;
            void_income(writer, &after, reason)?;
            for problem in writer.reader().list_problems(after.household_id)? {
                if problem.visit_id == after.id {
                    void_problem(writer, problem, reason)?;
                } else if problem.is_closed_by(after.id) {
                    writer.put(problem.reopened(), Some(reason))?;
                }
            }
            settle_checks(writer, after.household_id, gone)?;
            Ok(after.household_id)
        })
    }
}

/// The visit as it was seen; refused where it is void, or was changed since.
fn standing_visit(writer: &Writer<'_>, correction: &Correction) -> Result<Visit, StoreError> {
    let found = writer.reader().find_visit(correction.visit.id)?;
    let standing = found.filter(|visit| !visit.voided).ok_or(StoreError::ChangedMeanwhile)?;
    refuse_if_changed(writer, correction.visit)?;
    Ok(standing)
}

/// Counts the household's people anew where a visit says now that so many came or went. What a roster
/// or a hand stated since is left alone. Gives the number as it was after the visit.
fn recount(writer: &mut Writer<'_>, before: &Visit, grew: i32) -> Result<Option<u32>, Refused<VisitFault>> {
    let by = grew - before.findings.population_change.unwrap_or(0);
    let Some(counted) = before.findings.population else { return Ok(None) };
    if by != 0 && !was_stated_since(writer, before)? {
        count_people(writer, before.household_id, by)?;
    }
    Ok(Some(counted.saturating_add_signed(by)))
}

/// Whether the number of people was stated after the visit by anything but a visit.
fn was_stated_since(writer: &Writer<'_>, visit: &Visit) -> Result<bool, StoreError> {
    let recorded = writer.reader().first_revision_seq(visit.id)?;
    let mut known = String::new();
    for revision in writer.reader().list_revisions(visit.household_id)? {
        let Some(Entity::Household(household)) = revision.entity else { continue };
        let stated = household.fact(HouseholdFact::Population).to_owned();
        let by_a_visit = revision.reason.as_deref() == Some(COUNTED_ON_A_VISIT);
        if revision.seq > recorded && stated != known && !by_a_visit {
            return Ok(true);
        }
        known = stated;
    }
    Ok(false)
}

fn void_income(writer: &mut Writer<'_>, visit: &Visit, reason: &str) -> Result<(), Refused<VisitFault>> {
    if let Some(mut income) = writer.reader().find_income_of_visit(visit.id)?.filter(|income| !income.voided) {
        income.voided = true;
        writer.put(income, Some(reason))?;
    }
    Ok(())
}

fn void_problem(writer: &mut Writer<'_>, mut problem: Problem, reason: &str) -> Result<(), Refused<VisitFault>> {
    if problem.is_touched_since_found() {
        return Err(Refused::of(VisitFault::ProblemTouched));
    }
    problem.voided = true;
    Ok(writer.put(problem, Some(reason))?)
}

/// The month's record keeps its place in the order of recording: a later one still holds.
fn correct_income(
    writer: &mut Writer<'_>,
    visit: &Visit,
    entry: &VisitEntry,
    reason: &str,
) -> Result<(), Refused<VisitFault>> {
    let before = writer.reader().find_income_of_visit(visit.id)?;
    let Some(stated) = &entry.income else { return void_income(writer, visit, reason) };
    let after = income_of(before.as_ref().map_or_else(IncomeId::fresh, |before| before.id), visit, stated);
    if before.as_ref() != Some(&after) {
        writer.put(after, Some(reason))?;
    }
    Ok(())
}

fn correct_problems(
    writer: &mut Writer<'_>,
    visit: &Visit,
    entry: &VisitEntry,
    reason: &str,
) -> Result<(), Refused<VisitFault>> {
    let on_file = writer.reader().list_problems(visit.household_id)?;
    for problem in on_file.iter().filter(|problem| problem.visit_id == visit.id) {
        if !entry.problems.iter().any(|stated| stated.id == Some(problem.id)) {
            void_problem(writer, problem.clone(), reason)?;
        }
    }
    for stated in &entry.problems {
        let before = on_file.iter().find(|problem| stated.id == Some(problem.id));
        let mut after = problem_of(before.map_or_else(ProblemId::fresh, |before| before.id), visit, stated);
        after.told_back_on = before.and_then(|before| before.told_back_on);
        if let Some(before) = before.filter(|before| before.is_closed_elsewhere()) {
            after.state = ProblemState::Closed;
            after.closing.clone_from(&before.closing);
        }
        if before != Some(&after) {
            writer.put(after, Some(reason))?;
        }
    }
    for problem in on_file.iter().filter(|problem| problem.is_closed_by(visit.id)) {
        let closing = entry.closings.iter().find(|closing| closing.problem_id == problem.id);
        let same = closing.is_some_and(|now| {
            problem.closing.as_ref().is_some_and(|was| was.done == now.done && was.on == visit.visited_on)
        });
        if !same {
            writer.put(problem.clone().reopened(), Some(reason))?;
        }
    }
    Ok(close_problems(writer, visit, entry, Some(reason))?)
}
