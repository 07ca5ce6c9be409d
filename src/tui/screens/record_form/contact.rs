//! A contact's unit, post and phone.

use crate::domain::contact::{Contact, ContactEntry};
use crate::domain::id::{ContactId, RevisionId};
use crate::i18n::Words;
use crate::tui::form::kit::REVISION;
use crate::tui::form::{Field, Kind};

use super::{RecordForm, field};

pub(super) fn fields(words: &Words, contact: &Contact, revision: Option<RevisionId>) -> Vec<Field> {
    let revision = revision.map(|revision| revision.to_string()).unwrap_or_default();
    vec![
        field(words, "unit", "contact-unit", Kind::Text).with_value(&contact.unit),
        field(words, "post", "contact-post", Kind::Text).with_value(&contact.post),
        field(words, "phone", "contact-phone", Kind::Text).with_value(&contact.phone),
        field(words, REVISION, "contact-unit", Kind::Text).with_value(&revision).hidden(),
    ]
}

pub(super) fn read(screen: &mut RecordForm, words: &Words, id: ContactId) -> Option<ContactEntry> {
    let text = |key: &str| screen.form.value(key).to_owned();
    let entry =
        ContactEntry { contact: screen.basis(id), unit: text("unit"), post: text("post"), phone: text("phone") };
    screen.form.mark_faults(words, &entry.faults());
    (!screen.form.has_faults()).then_some(entry)
}
