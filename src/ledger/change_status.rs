//! Changing a household's status by hand.

use crate::domain::due_row::DueRow;
use crate::domain::household::Household;
use crate::domain::id::StatusChangeId;
use crate::domain::policy::Policy;
use crate::domain::standing::stretches_of;
use crate::domain::status::StatusChange;
use crate::domain::status_entry::{StatusEntry, StatusFault};
use crate::store::{DraftKey, Writer};

use super::keep_household::unchanged_since;
use super::{Ledger, Refused};

impl Ledger {
    /// Records a change of status. Gives the household's row as it stands now.
    pub fn change_status(
        &mut self,
        entry: &StatusEntry,
        draft: Option<&DraftKey>,
    ) -> Result<DueRow, Refused<StatusFault>> {
        self.keep_and_renew(draft, |writer, policy| {
            write_status(writer, policy, entry)?;
            Ok(entry.household.id)
        })
    }
}

/// Writes a change of status as it was entered. Gives the change.
pub(super) fn write_status(
    writer: &mut Writer<'_>,
    policy: &Policy,
    entry: &StatusEntry,
) -> Result<StatusChange, Refused<StatusFault>> {
    let reason = Some(entry.reason.as_str());
    let before = unchanged_since(writer, entry.household)?;
    let history = writer.reader().list_status_changes(before.id)?;
    let stands = stretches_of(policy, &before, &history).last().copied();
    Refused::if_any(entry.faults(stands, &history, writer.today()))?;
    let facts = entry.facts_after(&before.facts);
    if facts != before.facts {
        writer.put(Household { facts, ..before.clone() }, reason)?;
    }
    if let Some(moved) = entry.moved(&history) {
        writer.put(moved, reason)?;
    }
    let change = entry.change(StatusChangeId::fresh());
    writer.put(change.clone(), reason)?;
    Ok(change)
}
