//! Changing a household's status by hand.

use crate::domain::due_row::DueRow;
use crate::domain::household::Household;
use crate::domain::id::StatusChangeId;
use crate::domain::standing::stretches_of;
use crate::domain::status_entry::{StatusEntry, StatusFault};
use crate::store::DraftKey;

use super::keep_household::unchanged_since;
use super::{Ledger, Refused};

impl Ledger {
    /// Records a change of status. Gives the household's row as it stands now.
    pub fn change_status(
        &mut self,
        entry: &StatusEntry,
        draft: Option<&DraftKey>,
    ) -> Result<DueRow, Refused<StatusFault>> {
        let (today, reason) = (self.today(), Some(entry.reason.as_str()));
        self.keep_and_renew(draft, |writer, policy| {
            let before = unchanged_since(writer, entry.household)?;
            let history = writer.reader().list_status_changes(before.id)?;
            let stands = stretches_of(policy, &before, &history).last().copied();
            Refused::if_any(entry.faults(stands, &history, today))?;
            let facts = entry.facts_after(&before.facts);
            if facts != before.facts {
                writer.put(Household { facts, ..before.clone() }, reason)?;
            }
            if let Some(moved) = entry.moved(&history) {
                writer.put(moved, reason)?;
            }
            writer.put(entry.change(StatusChangeId::fresh()), reason)?;
            Ok(before.id)
        })
    }
}
