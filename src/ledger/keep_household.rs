//! Adding a household by hand, and editing what a roster brings.

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::entry::Basis;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::{Household, Member};
use crate::domain::household_entry::{HouseholdEntry, HouseholdFault, MemberEntry};
use crate::domain::id::{HouseholdId, MemberId, StatusChangeId};
use crate::domain::policy::Policy;
use crate::domain::settle_class::Restated;
use crate::store::{DraftKey, StoreError, Writer};

use super::{Ledger, Refused, ensure_contact};

impl Ledger {
    /// Keeps a household. Gives its row as it stands now.
    pub fn keep_household(
        &mut self,
        entry: &HouseholdEntry,
        draft: Option<&DraftKey>,
    ) -> Result<DueRow, Refused<HouseholdFault>> {
        let today = self.today();
        self.keep_and_renew(draft, |writer, policy| {
            let before = entry.editing.map(|basis| unchanged_since(writer, basis)).transpose()?;
            write_household(writer, policy, entry, before.as_ref(), today)
        })
    }
}

/// Writes a household as it was entered, with the status that follows from it. Gives its id.
pub(super) fn write_household(
    writer: &mut Writer<'_>,
    policy: &Policy,
    entry: &HouseholdEntry,
    before: Option<&Household>,
    today: NaiveDate,
) -> Result<HouseholdId, Refused<HouseholdFault>> {
    Refused::if_any(entry.faults(before))?;
    refuse_a_taken_code(writer, entry)?;
    let after = household_of(entry, before, today);
    let history = writer.reader().list_status_changes(after.id)?;
    let restated = Restated { before, after: &after, history: &history };
    let settled = restated.settle(policy, today, StatusChangeId::fresh());
    ensure_contact(writer, after.fact(HouseholdFact::Contact))?;
    let household_id = after.id;
    if before != Some(&after) {
        writer.put(after, None)?;
    }
    for change in settled {
        writer.put(change, None)?;
    }
    write_members(writer, household_id, &entry.members)?;
    Ok(household_id)
}

fn refuse_a_taken_code(writer: &Writer<'_>, entry: &HouseholdEntry) -> Result<(), Refused<HouseholdFault>> {
    let holder = writer.reader().find_household_by_code(entry.code.as_str())?;
    let is_another = holder.is_some_and(|holder| Some(holder.id) != entry.editing.map(|basis| basis.id));
    if is_another { Err(Refused::of(HouseholdFault::CodeTaken)) } else { Ok(()) }
}

fn household_of(entry: &HouseholdEntry, before: Option<&Household>, today: NaiveDate) -> Household {
    Household {
        id: before.map_or_else(HouseholdId::fresh, |before| before.id),
        code: entry.code.clone(),
        facts: entry.facts.clone(),
        roster: before.and_then(|before| before.roster.clone()),
        on_file_since: before.map_or(today, |before| before.on_file_since),
        counted_on: Household::counted_on_after(before, &entry.facts, today),
    }
}

/// The household as it is, if nobody else changed it since.
pub(super) fn unchanged_since(writer: &Writer<'_>, basis: Basis<HouseholdId>) -> Result<Household, StoreError> {
    if writer.reader().head_revision_of_household(basis.id)? != basis.revision {
        return Err(StoreError::ChangedMeanwhile);
    }
    writer.reader().get_household(basis.id)
}

fn write_members(
    writer: &mut Writer<'_>,
    household_id: HouseholdId,
    entries: &[MemberEntry],
) -> Result<(), StoreError> {
    let on_file = writer.reader().list_members(household_id)?;
    for member in &on_file {
        if !entries.iter().any(|entry| entry.id == Some(member.id)) {
            writer.put(Member { removed: true, ..member.clone() }, None)?;
        }
    }
    for (place, entry) in (0..).zip(entries) {
        let before = on_file.iter().find(|member| Some(member.id) == entry.id);
        let after = Member {
            id: before.map_or_else(MemberId::fresh, |before| before.id),
            household_id,
            code: before.and_then(|before| before.code.clone()),
            place,
            facts: entry.facts.clone(),
            roster: before.and_then(|before| before.roster.clone()),
            removed: false,
        };
        if before != Some(&after) {
            writer.put(after, None)?;
        }
    }
    Ok(())
}
