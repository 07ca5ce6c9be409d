//! The plan's key groups over all households: who is in which, and whom a sweep has reached; what somebody says of one
//! where nothing on file shows it; the monthly ledger of a village.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::clue::{Clue, ClueResult};
use crate::domain::due_row::DueRow;
use crate::domain::group_mark::{GroupMark, GroupMarkEntry, GroupMarkFault};
use crate::domain::group_person::{persons_of, since_of};
use crate::domain::id::{GroupMarkId, HouseholdId};
use crate::domain::key_group::{GroupFound, GroupWanting};
use crate::domain::month::Month;
use crate::domain::policy::{GroupUse, KeyGroup, RoundCounts};
use crate::domain::rough_date::RoughDate;
use crate::domain::verdict::Verdict;
use crate::domain::visit::{VisitMode, VisitOrigin, VisitOutcome};
use crate::store::{DraftKey, StoreError};

use super::dossier::read_dossier;
use super::{Ledger, Refused};

/// A household of a group, or perhaps.
#[derive(Debug, Clone)]
pub struct GroupHousehold {
    pub row: Arc<DueRow>,
    pub found: GroupFound,
    /// Where it is not known: the first that is missing.
    pub wanting: Option<GroupWanting>,
    /// The last day since the sweep began on which somebody was met at home.
    pub visited_on: Option<NaiveDate>,
}

/// A group, and who is in it; in the order of the due list.
#[derive(Debug, Clone)]
pub struct GroupNow {
    pub group: KeyGroup,
    pub households: Vec<GroupHousehold>,
}

/// All groups of the plan, in its order.
#[derive(Debug, Clone)]
pub struct GroupsNow {
    /// The day on which the sweep began that visits are counted from: that of the plan's round, else of the year.
    pub since: NaiveDate,
    pub groups: Vec<GroupNow>,
}

/// A line of the monthly ledger: a household of one of its groups.
#[derive(Debug, Clone)]
pub struct GroupLine {
    pub group: KeyGroup,
    pub row: Arc<DueRow>,
    pub found: GroupFound,
    /// Whom it is about, where it is about persons.
    pub persons: Vec<String>,
    /// Since when, as it is on file.
    pub since: Option<String>,
    /// The day on which somebody said so, where nothing on file does.
    pub marked_on: Option<NaiveDate>,
    /// The month's last visit on which somebody was met: the day, by whom, the verdict, the note.
    pub visit: Option<(NaiveDate, Vec<String>, Option<Verdict>, String)>,
    /// Why its last clue was closed without monitoring, where it was.
    pub why_not: Option<ClueResult>,
}

impl Ledger {
    /// Who is in which group today.
    pub fn key_groups(&self) -> Result<GroupsNow, StoreError> {
        let _view = self.store.view()?;
        let today = self.today();
        let since = self.sweep_began();
        let mut met: HashMap<HouseholdId, NaiveDate> = HashMap::new();
        for (household_id, visits) in self.store.reader().list_visits_since(since)? {
            let at_home = visits.iter().filter(|visit| {
                let is_home = visit.mode == Some(VisitMode::Home) || visit.origin == VisitOrigin::Roster;
                visit.outcome == VisitOutcome::Met && is_home
            });
            met.extend(at_home.map(|visit| visit.visited_on).max().map(|on| (household_id, on)));
        }
        let mut rows = self.store.reader().list_due_rows(None)?;
        self.fill_in_alerts(&mut rows)?;
        // A household stands in several groups.
        let rows: Vec<Arc<DueRow>> = rows.into_iter().map(Arc::new).collect();
        let of = |group: &KeyGroup| {
            let of_row = |row: &Arc<DueRow>| {
                let standing = row.groups_on(today)?.iter().find(|it| it.group == group.id)?;
                Some(GroupHousehold {
                    row: Arc::clone(row),
                    found: standing.found,
                    wanting: standing.wanting,
                    visited_on: met.get(&row.id).copied(),
                })
            };
            GroupNow { group: group.clone(), households: rows.iter().filter_map(of_row).collect() }
        };
        Ok(GroupsNow { since, groups: self.policy.groups.iter().map(of).collect() })
    }

    /// The first day of the plan's sweep that runs or ran last; of a plan without one, of the year.
    fn sweep_began(&self) -> NaiveDate {
        let today = self.today();
        let sweeps = self.policy.rounds.iter().filter(|round| round.counts == RoundCounts::Sweep);
        let spans = sweeps.flat_map(|round| {
            let (next, before) = round.spans(today);
            [next, before]
        });
        let began = spans.flatten().map(|span| span.first).filter(|first| *first <= today).max();
        began.or_else(|| NaiveDate::from_ymd_opt(today.year(), 1, 1)).unwrap_or(today)
    }

    /// Keeps what somebody says of a household and a group; what was said before stays on file.
    pub fn mark_group(
        &mut self,
        entry: &GroupMarkEntry,
        draft: Option<&DraftKey>,
    ) -> Result<(), Refused<GroupMarkFault>> {
        Refused::if_any(entry.faults(&self.policy.groups))?;
        let mark = GroupMark {
            id: GroupMarkId::fresh(),
            household_id: entry.household_id,
            group_id: entry.group_id.clone(),
            inside: entry.inside,
            marked_on: self.today(),
            why: entry.why.as_str().into(),
            voided: false,
        };
        self.keep(draft, |writer, _| Ok(writer.put(mark, None)?))
    }

    /// The ledger of a month: of the plan's groups that are kept monthly, else of all its groups. What began after the
    /// month is left out.
    pub fn group_ledger(&self, month: Month) -> Result<Vec<GroupLine>, StoreError> {
        let now = self.key_groups()?;
        let is_monthly = |it: &GroupNow| it.group.used == GroupUse::MonthlyLedger;
        let any = now.groups.iter().any(is_monthly);
        let mut lines = Vec::new();
        for of_group in now.groups.into_iter().filter(|it| !any || is_monthly(it)) {
            for household in of_group.households.into_iter().filter(|it| it.found.is_inside()) {
                let line = self.group_line(&of_group.group, household, month)?;
                let since = line.since.as_deref().and_then(|since| RoughDate::parse(since).ok());
                let is_later = since.is_some_and(|since| since.on > month.last_day())
                    || line.marked_on.is_some_and(|on| on > month.last_day());
                if !is_later {
                    lines.push(line);
                }
            }
        }
        Ok(lines)
    }

    fn group_line(
        &self,
        group: &KeyGroup,
        GroupHousehold { row, found, .. }: GroupHousehold,
        month: Month,
    ) -> Result<GroupLine, StoreError> {
        let reader = self.store.reader();
        let dossier = read_dossier(reader, reader.get_household(row.id)?)?;
        let marked_on = dossier.group_marks.iter().rfind(|mark| mark.group_id == group.id).map(|mark| mark.marked_on);
        let of_month = |on: NaiveDate| Month::of(on) == month;
        let visits = dossier.visits.iter().filter(|visit| !visit.voided && of_month(visit.visited_on));
        let visit = visits.filter(|visit| visit.outcome == VisitOutcome::Met).max_by_key(|visit| visit.visited_on);
        let visit = visit.map(|visit| {
            let visitors = visit.visitors.clone();
            (visit.visited_on, visitors, visit.findings.verdict, visit.note.to_string())
        });
        let clues = reader.clues_of(row.id)?;
        let is_closed = |clue: &Clue| clue.result.as_ref().is_some_and(|result| result.on <= month.last_day());
        let last = clues.into_iter().rfind(|clue| !clue.voided && is_closed(clue));
        Ok(GroupLine {
            group: group.clone(),
            found,
            marked_on: marked_on.filter(|_| found == GroupFound::ByHand),
            persons: persons_of(&dossier, group.rule),
            since: since_of(&dossier, group.rule),
            visit,
            why_not: last.and_then(|clue| clue.result),
            row,
        })
    }
}
