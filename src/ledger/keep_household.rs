//! Adding a household by hand, and editing what a roster brings.

use crate::domain::class::derive_class;
use crate::domain::due_row::DueRow;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::{Household, HouseholdCode, Member};
use crate::domain::id::{HouseholdId, MemberId, RevisionId};
use crate::store::{DraftKey, StoreError, Writer};

use super::alerts::{row_after, write};
use super::settle_class::settle_class;
use super::standing::renew_standing;
use super::{Ledger, ensure_contact};

/// One member as a hand states them; without an id, a new one.
#[derive(Debug, Clone)]
pub struct MemberEntry {
    pub id: Option<MemberId>,
    pub facts: Facts<MemberFact>,
}

/// A household as a hand states it.
#[derive(Debug, Clone)]
pub struct HouseholdEntry {
    /// The household that is edited, and the revision that the editing started from; none: a new one.
    pub editing: Option<(HouseholdId, Option<RevisionId>)>,
    pub code: HouseholdCode,
    pub facts: Facts<HouseholdFact>,
    /// All members, in their order; one who is on file and not here is taken off.
    pub members: Vec<MemberEntry>,
}

/// Why a household was not kept. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum HouseholdRefused {
    #[error("name_missing")]
    NameMissing,
    #[error("village_missing")]
    VillageMissing,
    #[error("class_unknown")]
    ClassUnknown,
    #[error("code_taken")]
    CodeTaken,
    /// Another class: a change of status has its own verb, with its day, its reason and its questions.
    #[error("status_by_its_verb")]
    StatusByItsVerb,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Keeps a household and removes the draft it came from. Gives its row as it stands now.
    pub fn keep_household(
        &mut self,
        entry: &HouseholdEntry,
        draft: Option<&DraftKey>,
    ) -> Result<DueRow, HouseholdRefused> {
        for (fact, refused) in [
            (HouseholdFact::Name, HouseholdRefused::NameMissing),
            (HouseholdFact::Village, HouseholdRefused::VillageMissing),
        ] {
            if entry.facts.get(fact).is_none() {
                return Err(refused);
            }
        }
        derive_class(&entry.facts).map_err(|_| HouseholdRefused::ClassUnknown)?;
        let (stamp, today) = (self.stamp(), self.today());
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let before = match entry.editing {
                Some((id, started_from)) => Some(unchanged_since(writer, id, started_from)?),
                None => None,
            };
            let taken = writer.reader().find_household_by_code(entry.code.as_str())?;
            if taken.is_some_and(|other| Some(other.id) != before.as_ref().map(|before| before.id)) {
                return Err(HouseholdRefused::CodeTaken);
            }
            let after = Household {
                id: before.as_ref().map_or_else(HouseholdId::fresh, |before| before.id),
                code: entry.code.clone(),
                facts: entry.facts.clone(),
                roster: before.as_ref().and_then(|before| before.roster.clone()),
                on_file_since: before.as_ref().map_or(today, |before| before.on_file_since),
                counted_on: Household::counted_on_after(before.as_ref(), &entry.facts, today),
            };
            let history = writer.reader().list_status_changes(after.id)?;
            let settled = settle_class(&self.policy, before.as_ref(), &after, &history, today);
            let class = derive_class(&after.facts).ok();
            if before.as_ref().is_some_and(|before| derive_class(&before.facts).ok() != class) {
                return Err(HouseholdRefused::StatusByItsVerb);
            }
            let mut known = writer.reader().list_contacts()?;
            ensure_contact(writer, &mut known, after.fact(HouseholdFact::Contact))?;
            let household_id = after.id;
            if before.as_ref() != Some(&after) {
                writer.put(after, None)?;
            }
            for change in settled {
                writer.put(change, None)?;
            }
            write_members(writer, household_id, &entry.members)?;
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            renew_standing(writer, &self.policy, household_id)?;
            Ok(row_after(writer, &self.policy, household_id)?)
        })
    }
}

/// The household as it is, if nobody else changed it since.
pub(super) fn unchanged_since(
    writer: &Writer<'_>,
    id: HouseholdId,
    started_from: Option<RevisionId>,
) -> Result<Household, StoreError> {
    if writer.reader().head_revision_of_household(id)? != started_from {
        return Err(StoreError::ChangedMeanwhile);
    }
    writer.reader().get_household(id)
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
