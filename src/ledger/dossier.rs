//! Reading what is on file of a household.

use crate::domain::dossier::Dossier;
use crate::domain::household::Household;
use crate::store::{Reader, StoreError};

pub(super) fn read_dossier(reader: Reader<'_>, household: Household) -> Result<Dossier, StoreError> {
    let id = household.id;
    Ok(Dossier {
        history: reader.list_status_changes(id)?,
        visits: reader.list_visits(id)?,
        incomes: reader.list_incomes(id)?,
        problems: reader.list_problems(id)?,
        measures: reader.list_measures(id)?,
        members: reader.list_members(id)?,
        attestations: reader.list_attestations(id)?,
        people: reader.people_history(id)?,
        procedures: reader.procedures_of(id)?,
        clues: reader.clues_of(id)?,
        group_marks: reader.group_marks_of(id)?,
        fall_reasons: reader.list_fall_reasons(id)?,
        household,
    })
}
