//! Changing a household's status by hand: a dated change with its reason, and the facts that a roster
//! states about it, so that the next roster does not undo it.

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::facts::{Facts, HouseholdFact};
use crate::domain::household::Household;
use crate::domain::id::{HouseholdId, RevisionId, StatusChangeId};
use crate::domain::label::HouseholdLabel;
use crate::domain::rough_date::RoughDate;
use crate::domain::standing::stretches_of;
use crate::domain::status::{EliminationWay, LeavingReason, StatusChange, StatusKind, Stretch};
use crate::store::{DraftKey, StoreError};

use super::Ledger;
use super::alerts::{row_after, write};
use super::keep_household::unchanged_since;
use super::standing::renew_standing;

/// A change of status as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEntry {
    pub household_id: HouseholdId,
    /// The revision of the household that the entry started from.
    pub started_from: Option<RevisionId>,
    pub kind: StatusKind,
    pub on: NaiveDate,
    pub way: Option<EliminationWay>,
    pub leaving: Option<LeavingReason>,
    pub category: Option<HouseholdLabel>,
    pub reason: String,
}

/// Why a status was not changed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StatusRefused {
    #[error("reason_missing")]
    ReasonMissing,
    #[error("status_in_future")]
    InFuture,
    /// The household came to its present status on this day.
    #[error("status_before_last_change")]
    BeforeLastChange(NaiveDate),
    /// The way of elimination, the reason for leaving or the category is not said.
    #[error("status_detail_missing")]
    DetailMissing,
    /// The status that it has cannot change in this way.
    #[error("status_not_possible")]
    NotPossible,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The changes that a household can go through from where it stands.
pub fn possible_changes(class: HouseholdClass, active: bool) -> &'static [StatusKind] {
    use StatusKind as K;
    match (active, class) {
        (false, _) => &[K::Active],
        (true, HouseholdClass::Unresolved) => &[K::Eliminated, K::Category, K::Stable, K::Inactive],
        (true, HouseholdClass::Eliminated) => &[K::RolledBack, K::Stable, K::Category, K::Inactive],
        (true, HouseholdClass::Stable) => &[K::Identified, K::General, K::Inactive],
        (true, HouseholdClass::General) => &[K::Identified, K::Stable, K::Inactive],
    }
}

impl Ledger {
    /// Records a change of status and removes the draft it came from.
    pub fn change_status(&mut self, entry: &StatusEntry, draft: Option<&DraftKey>) -> Result<DueRow, StatusRefused> {
        let reason = entry.reason.trim();
        if reason.is_empty() {
            return Err(StatusRefused::ReasonMissing);
        }
        if entry.on > self.today() {
            return Err(StatusRefused::InFuture);
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let before = unchanged_since(writer, entry.household_id, entry.started_from)?;
            let history = writer.reader().list_status_changes(before.id)?;
            let moved = check(entry, &stretches_of(&self.policy, &before, &history), &history)?;
            let facts = facts_after(&before, entry);
            if facts != before.facts {
                writer.put(Household { facts, ..before.clone() }, Some(reason))?;
            }
            let plain =
                StatusChange::plain(StatusChangeId::fresh(), before.id, entry.kind, RoughDate::day(entry.on), false);
            let change = StatusChange {
                way: entry.way,
                leaving: entry.leaving,
                category: entry.category,
                note: reason.to_owned(),
                ..plain
            };
            if let Some(moved) = moved {
                writer.put(moved, Some(reason))?;
            }
            writer.put(change, Some(reason))?;
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            renew_standing(writer, &self.policy, before.id)?;
            Ok(row_after(writer, &self.policy, before.id)?)
        })
    }
}

/// What keeps the change from being recorded. Where nobody stated when the status before began, it began
/// no later than it ends: then that change is given back with the new day.
fn check(
    entry: &StatusEntry,
    stretches: &[Stretch],
    history: &[StatusChange],
) -> Result<Option<StatusChange>, StatusRefused> {
    let stretch = stretches.last().ok_or(StatusRefused::NotPossible)?;
    if !possible_changes(stretch.class, stretch.active).contains(&entry.kind) {
        return Err(StatusRefused::NotPossible);
    }
    let day = RoughDate::day(entry.on);
    let last = history.last().filter(|last| entry.on < last.on.on);
    let before = history.iter().rev().nth(1).map(|before| before.on.on);
    let moved = match last {
        Some(last) if last.defaulted && before.is_none_or(|before| before <= entry.on) => {
            Some(StatusChange { on: day, ..last.clone() })
        }
        Some(last) => return Err(StatusRefused::BeforeLastChange(last.on.on)),
        None => None,
    };
    let is_category = entry.category.is_some_and(HouseholdLabel::is_monitored_category);
    let is_said = match entry.kind {
        StatusKind::Eliminated => entry.way.is_some(),
        StatusKind::Inactive => entry.leaving.is_some(),
        StatusKind::Category | StatusKind::Identified => is_category,
        _ => true,
    };
    if is_said { Ok(moved) } else { Err(StatusRefused::DetailMissing) }
}

/// What a roster would state of the household after the change.
fn facts_after(before: &Household, entry: &StatusEntry) -> Facts<HouseholdFact> {
    use HouseholdFact as F;
    let on = entry.on.to_string();
    let category = entry.category.map_or("", |category| category.code());
    let stated: &[(F, &str)] = match entry.kind {
        StatusKind::Eliminated => &[(F::RiskEliminated, "yes"), (F::EliminatedOn, &on)],
        StatusKind::RolledBack => &[(F::RiskEliminated, "no"), (F::EliminatedOn, "")],
        StatusKind::Identified => {
            &[(F::Category, category), (F::IdentifiedOn, &on), (F::RiskEliminated, "no"), (F::EliminatedOn, "")]
        }
        StatusKind::Category => &[(F::Category, category)],
        StatusKind::Stable => &[(F::Category, ""), (F::HouseholdType, HouseholdLabel::StablyOutOfPoverty.code())],
        StatusKind::General => &[(F::Category, ""), (F::HouseholdType, HouseholdLabel::General.code())],
        StatusKind::Inactive | StatusKind::Active => &[],
    };
    let mut facts = before.facts.clone();
    for (fact, value) in stated {
        // Codes and days are canonical as they are.
        let _ = facts.set(*fact, value);
    }
    facts
}
