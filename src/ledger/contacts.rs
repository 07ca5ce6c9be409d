//! Who answers for households: what is known of a contact.

use crate::domain::contact::{Contact, ContactEntry, ContactFault};
use crate::domain::id::{ContactId, RevisionId};
use crate::domain::phone::clean_phone;
use crate::store::{DraftKey, StoreError};

use super::keep::refuse_if_changed;
use super::{Ledger, Refused};

impl Ledger {
    /// Every contact with what is known of each, in the order in which they came on file.
    pub fn contacts_in_full(&self) -> Result<Vec<Contact>, StoreError> {
        self.store.reader().list_contacts_in_full()
    }

    /// A phone, as its digits, is on file as that of a household or of a contact.
    pub fn is_phone_of_a_person(&self, digits: &str) -> Result<bool, StoreError> {
        let is_it = |phone: &str| phone.split(['/', '、', ',', '，', ';', '；']).any(|one| clean_phone(one) == digits);
        let rows = self.due_list()?;
        let of_household = rows.rows.iter().chain(&rows.inactive).any(|row| is_it(&row.phone));
        Ok(of_household || self.contacts_in_full()?.iter().any(|contact| is_it(&contact.phone)))
    }

    /// A contact, and the revision that was seen.
    pub fn show_contact(&self, id: ContactId) -> Result<(Contact, Option<RevisionId>), StoreError> {
        let contact = self.store.reader().find_contact(id)?.ok_or(StoreError::ChangedMeanwhile)?;
        Ok((contact, self.store.reader().head_revision(id)?))
    }

    /// Keeps a contact's unit, post and phone.
    pub fn keep_contact(
        &mut self,
        entry: &ContactEntry,
        draft: Option<&DraftKey>,
    ) -> Result<Contact, Refused<ContactFault>> {
        Refused::if_any(entry.faults())?;
        self.keep(draft, |writer, _| {
            refuse_if_changed(writer, entry.contact)?;
            let before = writer.reader().find_contact(entry.contact.id)?.ok_or(StoreError::ChangedMeanwhile)?;
            let after = entry.contact(&before);
            if after != before {
                writer.put(after.clone(), None)?;
            }
            Ok(after)
        })
    }
}
