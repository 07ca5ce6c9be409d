//! How everything is written: in one transaction, with what is said of the households that it changes, and
//! with the end of the draft that it came from.

use crate::domain::due_row::DueRow;
use crate::domain::entry::Basis;
use crate::domain::id::{EntityId, HouseholdId};
use crate::domain::policy::Policy;
use crate::store::{DraftKey, StoreError, Writer};

use super::Ledger;
use super::alerts::{renew_touched, row_after};
use super::standing::renew_standing;

impl Ledger {
    /// The one way to write.
    pub(super) fn write<T, E: From<StoreError>>(
        &mut self,
        change: impl FnOnce(&mut Writer<'_>, &Policy) -> Result<T, E>,
    ) -> Result<T, E> {
        let stamp = self.stamp();
        self.store.write(&stamp, |writer| {
            let changed = change(writer, &self.policy)?;
            renew_touched(writer, &self.policy)?;
            Ok(changed)
        })
    }

    /// Writes what a form was filled in with, and ends its draft.
    pub(super) fn keep<T, E: From<StoreError>>(
        &mut self,
        draft: Option<&DraftKey>,
        change: impl FnOnce(&mut Writer<'_>, &Policy) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write(|writer, policy| {
            let changed = change(writer, policy)?;
            draft.map_or(Ok(()), |draft| writer.delete_draft(draft))?;
            Ok(changed)
        })
    }

    /// The same for what moves the clock of a household, which the change names. Gives its row as it stands now.
    pub(super) fn keep_and_renew<E: From<StoreError>>(
        &mut self,
        draft: Option<&DraftKey>,
        change: impl FnOnce(&mut Writer<'_>, &Policy) -> Result<HouseholdId, E>,
    ) -> Result<DueRow, E> {
        self.write(|writer, policy| {
            let household_id = change(writer, policy)?;
            draft.map_or(Ok(()), |draft| writer.delete_draft(draft))?;
            renew_standing(writer, policy, household_id)?;
            Ok(row_after(writer, policy, household_id)?)
        })
    }
}

/// Refused where the thing is not any more as it was seen.
pub(super) fn refuse_if_changed<I: Into<EntityId>>(writer: &Writer<'_>, basis: Basis<I>) -> Result<(), StoreError> {
    let is_as_seen = writer.reader().head_revision(basis.id)? == basis.revision;
    if is_as_seen { Ok(()) } else { Err(StoreError::ChangedMeanwhile) }
}
