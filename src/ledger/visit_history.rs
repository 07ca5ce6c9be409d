//! A visit as it was recorded first and as it was corrected since: each state with who, when and why.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::id::{RevisionId, VisitId};
use crate::domain::income::MonthIncome;
use crate::domain::problem::Problem;
use crate::domain::visit::Visit;
use crate::store::{Entity, Revision, StoreError};

use super::{HouseholdFile, Ledger};

/// One recorded state of a visit, with the income and the problems that it brought.
#[derive(Debug, Clone)]
pub struct VisitState {
    /// The revision of the visit itself.
    pub revision: RevisionId,
    pub author: String,
    pub recorded_at: DateTime<Utc>,
    /// None for the first.
    pub reason: Option<String>,
    pub visit: Visit,
    pub income: Option<MonthIncome>,
    /// The problems that it found.
    pub problems: Vec<Problem>,
    /// The problems of earlier visits that it closed.
    pub closed: Vec<Problem>,
}

impl VisitState {
    /// The end of the revision's id: what a printed sheet and a screen name it by. The beginning is the
    /// time, which all of a day share.
    pub fn short_id(&self) -> String {
        let id = self.revision.to_string().replace('-', "");
        id.chars().skip(id.len() - 8).collect()
    }
}

impl VisitState {
    /// A problem's next state, in the place of the one before.
    fn take_problem(&mut self, problem: Problem) {
        let is_own = problem.visit_id == self.visit.id;
        let (list, belongs) = if is_own {
            (&mut self.problems, !problem.voided)
        } else {
            (&mut self.closed, problem.is_closed_by(self.visit.id) && !problem.voided)
        };
        match list.iter().position(|known| known.id == problem.id) {
            Some(place) if belongs => list[place] = problem,
            Some(place) => drop(list.remove(place)),
            None if belongs => list.push(problem),
            None => {}
        }
    }
}

impl Ledger {
    /// The states of a visit, oldest first.
    pub fn visit_history(&self, visit_id: VisitId) -> Result<Vec<VisitState>, StoreError> {
        Ok(states(self.store.reader().list_visit_revisions(visit_id)?))
    }
}

impl Ledger {
    /// The visits of a household with something to print, as they stand, oldest first: those that were
    /// entered and are not void, between two days.
    pub fn visits_to_print(
        &self,
        file: &HouseholdFile,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Vec<VisitState>, StoreError> {
        let wanted = |visit: &&Visit| {
            let in_range =
                from.is_none_or(|from| visit.visited_on >= from) && to.is_none_or(|to| visit.visited_on <= to);
            visit.stands_as_entered() && in_range
        };
        let mut states = Vec::new();
        for visit in file.visits.iter().filter(wanted) {
            states.extend(self.visit_history(visit.id)?.pop());
        }
        Ok(states)
    }
}

/// A state begins with each revision of the visit; what is recorded after it, until the next, is part
/// of it.
fn states(revisions: Vec<Revision>) -> Vec<VisitState> {
    let mut states: Vec<VisitState> = Vec::new();
    for Revision { id, author, recorded_at, reason, entity, .. } in revisions {
        match (entity, states.last_mut()) {
            (Some(Entity::Visit(visit)), last) => {
                let (income, problems, closed) = last
                    .map(|last| (last.income.clone(), last.problems.clone(), last.closed.clone()))
                    .unwrap_or_default();
                let visit = *visit;
                states.push(VisitState { revision: id, author, recorded_at, reason, visit, income, problems, closed });
            }
            (Some(Entity::MonthIncome(income)), Some(last)) => {
                last.income = Some(income).filter(|income| !income.voided);
            }
            (Some(Entity::Problem(problem)), Some(last)) => last.take_problem(problem),
            _ => {}
        }
    }
    states
}
