//! The ledger of clues 线索台账: kept, given to somebody, checked, told back, closed; open ones of one household joined.

use chrono::NaiveDate;

use crate::domain::clue::{Clue, ListedClue, ledger_of};
use crate::domain::clue_entry::{ClueChange, ClueEntry, ClueFault, ClueRefusal};
use crate::domain::due_row::DueRow;
use crate::domain::id::{ClueId, HouseholdId};
use crate::domain::procedure::Procedure;
use crate::store::{Reader, StoreError, Writer};

use super::begin_procedure::{in_procedure, named_so};
use super::{Ledger, Refused};

/// Why nothing was done about a clue.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ClueNotChanged {
    #[error("{}", .0.code())]
    Refused(ClueRefusal),
    /// There is none of that id.
    #[error("unknown")]
    Unknown,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Every clue that is not void: the open ones first, by the day by which they are to be decided.
    pub fn clues(&self) -> Result<Vec<ListedClue>, StoreError> {
        Ok(ledger_of(&self.policy, &self.store.reader().list_clues()?))
    }

    /// One clue as it stands in the ledger.
    pub fn clue(&self, id: ClueId) -> Result<ListedClue, StoreError> {
        self.clues()?.into_iter().find(|listed| listed.clue.id == id).ok_or(StoreError::ChangedMeanwhile)
    }

    /// A clue of the household is open.
    pub fn has_open_clue(&self, household_id: HouseholdId) -> Result<bool, StoreError> {
        Ok(self.store.reader().clues_of(household_id)?.iter().any(Clue::is_open))
    }

    /// Keeps a new clue. Of a household on file its name and place are taken from there.
    pub fn keep_clue(&mut self, entry: &ClueEntry) -> Result<Clue, Refused<ClueFault>> {
        let row = entry.household_id.map(|id| self.due_row(id)).transpose()?;
        let entry = row.map_or_else(|| entry.clone(), |row| of_household(entry, &row));
        Refused::if_any(entry.faults(self.today()))?;
        let today = self.today();
        self.write(|writer, _| {
            let mut clue = entry.clue(ClueId::fresh(), &writer.reader().list_clues()?);
            if clue.household_id.is_none() {
                clue.household_id = named_so(writer.reader(), &clue)?;
            }
            let clue = attach(writer, clue, today)?;
            writer.put(clue.clone(), None)?;
            Ok(clue)
        })
    }

    /// Does something about a clue; refused where it is not any more as it was seen.
    pub fn change_clue(&mut self, seen: &Clue, change: &ClueChange) -> Result<Clue, ClueNotChanged> {
        let today = self.today();
        self.write(|writer, _| {
            let now = writer.reader().find_clue(seen.id)?.ok_or(ClueNotChanged::Unknown)?;
            if now != *seen {
                return Err(StoreError::ChangedMeanwhile.into());
            }
            if change.needs_no_procedure() && is_held(writer.reader(), &now)? {
                return Err(ClueNotChanged::Refused(ClueRefusal::InProcedure));
            }
            let after = change.of(&now, today).map_err(ClueNotChanged::Refused)?;
            writer.put(after.clone(), change.reason())?;
            Ok(after)
        })
    }
}

/// A clue of a household whose procedure is under way is in it from the start; where it is the earlier one, its day is
/// day 0. One that was looked into before it was entered is checked.
pub(super) fn attach(writer: &mut Writer<'_>, clue: Clue, today: NaiveDate) -> Result<Clue, StoreError> {
    let Some(household_id) = clue.household_id else { return Ok(clue) };
    let all = writer.reader().procedures_of(household_id)?;
    let Some(mut running) = all.into_iter().find(Procedure::is_undecided) else {
        let checked_on = clue.verified_on(&writer.reader().list_visits(household_id)?);
        return Ok(Clue { checked_on, ..clue });
    };
    running.clues.push(clue.id);
    running.day_zero = running.day_zero.min(clue.received_on);
    writer.put(running, None)?;
    Ok(in_procedure(&clue, household_id, today))
}

/// After a visit was recorded, corrected or voided: its household's open clues are checked by the verification visits that
/// stand. `gone` is the day of one that was such a visit.
pub(super) fn settle_checks(
    writer: &mut Writer<'_>,
    household_id: HouseholdId,
    gone: Option<NaiveDate>,
) -> Result<(), StoreError> {
    let visits = writer.reader().list_visits(household_id)?;
    for clue in writer.reader().clues_of(household_id)?.into_iter().filter(Clue::is_open) {
        let known = clue.checked_on.filter(|on| gone != Some(*on));
        let checked_on = known.or_else(|| clue.verified_on(&visits));
        if checked_on != clue.checked_on {
            writer.put(Clue { checked_on, ..clue }, None)?;
        }
    }
    Ok(())
}

/// A procedure that runs holds it.
fn is_held(reader: Reader<'_>, clue: &Clue) -> Result<bool, StoreError> {
    let Some(household_id) = clue.household_id else { return Ok(false) };
    let all = reader.procedures_of(household_id)?;
    Ok(all.iter().any(|procedure| procedure.is_undecided() && procedure.clues.contains(&clue.id)))
}

fn of_household(entry: &ClueEntry, row: &DueRow) -> ClueEntry {
    let mut entry = entry.clone();
    entry.of.name.clone_from(&row.name);
    entry.of.village.clone_from(&row.village);
    entry.of.group.clone_from(&row.group);
    if entry.of.phone.is_empty() {
        entry.of.phone.clone_from(&row.phone);
    }
    entry
}
