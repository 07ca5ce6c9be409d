//! One household of a roster against what is on file.

use chrono::{DateTime, NaiveDate};

use crate::domain::class::derive_class;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact, Merge, merge_roster, renewed_roster};
use crate::domain::household::{Household, Member};
use crate::domain::id::{HouseholdId, MemberId, StatusChangeId, VisitId};
use crate::domain::mark_bought_time::mark_bought_time;
use crate::domain::policy::Policy;
use crate::domain::same_member::{StatedMember, match_members};
use crate::domain::standing::stretches_of;
use crate::domain::status::{StatusChange, StatusKind};
use crate::domain::visit::{Findings, Visit, VisitMode, VisitOrigin, VisitOutcome, check_past_day};
use crate::exchange::roster::{RosterFault, RosterFaultKind, RosterHousehold, RosterMember};
use crate::store::{Reader, StoreError};

use super::identify::Identified;
use super::outcome::FieldChange;
use crate::domain::settle_class::{Restated, STATUS_FACTS, defaulted_since, stated_on};

/// What importing one household would write.
pub(super) struct Comparison {
    pub(super) household: Household,
    pub(super) is_new: bool,
    /// The household's own row has something new, be it only what the last roster brought.
    pub(super) household_differs: bool,
    /// Members that are new or differ.
    pub(super) members: Vec<Member>,
    pub(super) status_changes: Vec<StatusChange>,
    pub(super) visit: Option<Visit>,
    pub(super) changes: Vec<FieldChange>,
    pub(super) conflicts: Vec<FieldChange>,
    pub(super) since_defaulted: bool,
    pub(super) warnings: Vec<RosterFault>,
}

pub(super) fn compare(
    reader: Reader<'_>,
    policy: &Policy,
    file: &RosterHousehold,
    identified: Identified,
    today: NaiveDate,
) -> Result<Comparison, StoreError> {
    let Identified { on_file, code, problem: doubt } = identified;
    let nothing = Facts::default();
    let local = on_file.as_ref().map_or(&nothing, |it| &it.facts);
    let last_roster = on_file.as_ref().and_then(|it| it.roster.as_ref()).unwrap_or(&nothing);
    let mut merge = merge_roster(local, last_roster, &file.facts);
    let mut renewed = renewed_roster(last_roster, &file.facts);
    if let Some(on_file) = &on_file {
        let kept = keep_status_on_file(policy, &mut merge, on_file, &reader.list_status_changes(on_file.id)?);
        // What two files say of a status is told again with every file, for as long as it differs.
        for fact in kept {
            // What stood there is canonical.
            let _ = renewed.set(fact, last_roster.get(fact).unwrap_or_default());
        }
    }
    let household = Household {
        id: on_file.as_ref().map_or_else(HouseholdId::fresh, |it| it.id),
        code,
        counted_on: Household::counted_on_after(on_file.as_ref(), &merge.merged, today),
        facts: merge.merged,
        roster: Some(renewed),
        on_file_since: on_file.as_ref().map_or(today, |it| it.on_file_since),
    };
    let history = reader.list_status_changes(household.id)?;
    let restated = Restated { before: on_file.as_ref(), after: &household, history: &history };
    let status_changes = restated.settle(policy, today, StatusChangeId::fresh());
    let visit = roster_visit(reader, household.id, file, today)?;
    let warning = match status_changes.last() {
        Some(change) => mark_buys_time(reader, policy, restated, (change, visit.as_ref()), file)?,
        None => None,
    };
    let mut comparison = Comparison {
        is_new: on_file.is_none(),
        household_differs: on_file.as_ref() != Some(&household),
        members: Vec::new(),
        since_defaulted: status_changes.last().is_some_and(defaulted_since),
        visit,
        status_changes,
        changes: merge.changes.into_iter().map(FieldChange::Household).collect(),
        conflicts: merge.conflicts.into_iter().map(FieldChange::Household).collect(),
        household,
        warnings: doubt.into_iter().chain(warning).collect(),
    };
    if let Some(visit) = &comparison.visit {
        let standing = reader.list_visits(comparison.household.id)?;
        let old = standing.iter().filter(|visit| !visit.voided).map(|visit| visit.visited_on).max();
        comparison.changes.push(FieldChange::LastVisit { old, new: visit.visited_on });
    }
    comparison.changes.extend(class_change(&history, &comparison.status_changes));
    if let Some(members) = &file.members {
        compare_members(reader, members, &mut comparison)?;
    }
    Ok(comparison)
}

/// Another class than the one that stood.
fn class_change(history: &[StatusChange], changes: &[StatusChange]) -> Option<FieldChange> {
    let old = history.iter().rev().find_map(|change| change.kind.class())?;
    let new = changes.last()?.kind.class()?;
    (old != new).then_some(FieldChange::Class { old, new })
}

/// A status that a hand changed stands until the file states a later one, also where the hand came back to
/// what an older file had said; and so does any status where the file goes back to what stood before it: an
/// old list was taken by mistake. What the file says of it is a conflict. Gives the facts that two files
/// say differently, and no hand.
fn keep_status_on_file(
    policy: &Policy,
    merge: &mut Merge<HouseholdFact>,
    on_file: &Household,
    history: &[StatusChange],
) -> Vec<HouseholdFact> {
    let stretches = stretches_of(policy, on_file, history);
    let (Some(last), Some((stands, before))) = (history.last(), stretches.split_last()) else { return Vec::new() };
    let after = Household { facts: merge.merged.clone(), ..on_file.clone() };
    let Ok(class) = derive_class(&after.facts) else { return Vec::new() };
    let is_by_hand = !last.note.is_empty();
    let goes_back = before.iter().any(|stretch| stretch.class == class);
    let stated = stated_on(StatusKind::between(Some(stands.class), class), Some(on_file), &after);
    let is_later = stated.is_some_and(|stated| stated.on > last.on.on);
    if stands.class == class || is_later || !(is_by_hand || goes_back) {
        return Vec::new();
    }
    let mut kept = Vec::new();
    for change in merge.changes.extract_if(.., |change| STATUS_FACTS.contains(&change.fact)) {
        // What stood there is canonical.
        let _ = merge.merged.set(change.fact, change.old.as_deref().unwrap_or_default());
        kept.push(change.fact);
        merge.conflicts.push(change);
    }
    if is_by_hand { Vec::new() } else { kept }
}

/// One who is not in the file is left alone, and so is one taken off by hand, unless the file now says
/// something new of them: that is a conflict.
fn compare_members(reader: Reader<'_>, file: &[RosterMember], comparison: &mut Comparison) -> Result<(), StoreError> {
    let on_file = reader.list_members_ever(comparison.household.id)?;
    let stated: Vec<StatedMember<'_>> =
        file.iter().map(|row| StatedMember { code: row.code.as_deref(), facts: &row.facts }).collect();
    let matches = match_members(&on_file, &stated);
    for ((place, stated), matched) in (0..).zip(file).zip(matches) {
        let matched = matched.map(|at| &on_file[at]);
        let nothing = Facts::default();
        let local = matched.map_or(&nothing, |member| &member.facts);
        let last_roster = matched.and_then(|member| member.roster.as_ref()).unwrap_or(&nothing);
        let merge = merge_roster(local, last_roster, &stated.facts);
        let removed = matched.is_some_and(|member| member.removed);
        let name = stated.facts.get(MemberFact::Name).unwrap_or_default().to_owned();
        let after = Member {
            id: matched.map_or_else(MemberId::fresh, |member| member.id),
            household_id: comparison.household.id,
            code: stated.code.clone().or_else(|| matched.and_then(|member| member.code.clone())),
            place: matched.map_or(place, |member| member.place),
            roster: Some(renewed_roster(last_roster, &stated.facts)),
            facts: if removed { local.clone() } else { merge.merged },
            removed,
        };
        let named = |change| FieldChange::Member(name.clone(), change);
        if matched.is_none() {
            comparison.changes.push(FieldChange::MemberAdded(name));
        } else if removed {
            comparison.conflicts.extend(merge.changes.into_iter().chain(merge.conflicts).map(named));
        } else {
            comparison.changes.extend(merge.changes.into_iter().map(named));
            comparison.conflicts.extend(merge.conflicts.into_iter().map(named));
        }
        if matched != Some(&after) {
            comparison.members.push(after);
        }
    }
    Ok(())
}

/// The visit that the roster knows of, where no visit stands on that day yet; once, even if it was
/// voided since.
fn roster_visit(
    reader: Reader<'_>,
    household_id: HouseholdId,
    file: &RosterHousehold,
    today: NaiveDate,
) -> Result<Option<Visit>, StoreError> {
    let Some(day) = file.last_visit_on.and_then(|date| check_past_day(date.on, today).ok()) else { return Ok(None) };
    let stands = |visit: &Visit| visit.visited_on == day && (!visit.voided || visit.origin == VisitOrigin::Roster);
    if reader.list_visits(household_id)?.iter().any(stands) {
        return Ok(None);
    }
    Ok(Some(Visit {
        id: VisitId::fresh(),
        household_id,
        visited_on: day,
        // Set when it is written.
        entered_at: DateTime::UNIX_EPOCH,
        origin: VisitOrigin::Roster,
        purpose: None,
        mode: Some(VisitMode::Unknown),
        outcome: VisitOutcome::Met,
        visitors: Vec::new(),
        met: None,
        findings: Findings::default(),
        note: String::new().into(),
        voided: false,
    }))
}

/// A mark 风险消除 on a household whose visit was overdue when it was marked.
fn mark_buys_time(
    reader: Reader<'_>,
    policy: &Policy,
    restated: Restated<'_>,
    (change, visit): (&StatusChange, Option<&Visit>),
    file: &RosterHousehold,
) -> Result<Option<RosterFault>, StoreError> {
    if change.kind != StatusKind::Eliminated {
        return Ok(None);
    }
    let before = restated.before.unwrap_or(restated.after);
    let mut visits = reader.list_visits(before.id)?;
    visits.extend(visit.cloned());
    let late = mark_bought_time(policy, before, restated.history, &visits, change.on.on);
    Ok(late.map(|_| RosterFault {
        sheet: file.sheet.clone(),
        row: file.row,
        column: file.headings.of(HouseholdFact::EliminatedOn).to_owned(),
        value: change.on.to_string(),
        kind: RosterFaultKind::MarkBuysTime,
    }))
}
