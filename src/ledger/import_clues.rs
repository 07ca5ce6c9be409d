//! A department's list of clues comes in: rows of households on file are joined to them, the others are kept by name and
//! place; a row that came before is left out. All of it in one transaction.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::clue::{Clue, ClueSource, OfWhom};
use crate::domain::clue_entry::{ClueEntry, ClueFault};
use crate::domain::due_row::DueRow;
use crate::domain::id::{ClueId, HouseholdId};
use crate::exchange::clue_list::ClueRow;
use crate::store::StoreError;

use super::Ledger;
use super::clues::attach;

/// From whom a list came, and when it was handed over 交办.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClueListFrom {
    pub department: String,
    pub on: NaiveDate,
}

/// A row that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClueRowRefused {
    pub sheet: String,
    pub number: u32,
    pub faults: Vec<ClueFault>,
}

/// What came of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClueListOutcome {
    pub kept: usize,
    /// Of those, of households on file.
    pub on_file: usize,
    /// Of those, joined to an open clue of the same household.
    pub joined: usize,
    /// The same clue came before.
    pub known: usize,
    pub refused: Vec<ClueRowRefused>,
}

impl Ledger {
    /// Keeps the rows of a list; with `only_planned` says what would be kept.
    pub fn import_clues(
        &mut self,
        rows: &[ClueRow],
        from: &ClueListFrom,
        only_planned: bool,
    ) -> Result<ClueListOutcome, StoreError> {
        let (today, on_file) = (self.today(), OnFile::of(self)?);
        let mut all = self.store.reader().list_clues()?;
        let (mut outcome, mut fresh) = (ClueListOutcome::default(), Vec::new());
        for row in rows {
            let household = on_file.find(row);
            let entry = entry_of(row, from, household);
            let mut faults = entry.faults(today);
            // A code or a number of somebody else is a slip, and nobody's clue.
            let is_another = household.is_some_and(|known| !row.name.is_empty() && known.name != row.name);
            faults.extend(is_another.then_some(ClueFault::OtherHousehold));
            if !faults.is_empty() {
                outcome.refused.push(ClueRowRefused { sheet: row.sheet.clone(), number: row.number, faults });
                continue;
            }
            let clue = entry.clue(ClueId::fresh(), &all);
            if all.iter().any(|known| is_the_same(known, &clue)) {
                outcome.known += 1;
                continue;
            }
            outcome.kept += 1;
            outcome.on_file += usize::from(household.is_some());
            outcome.joined += usize::from(clue.joined_to.is_some());
            all.push(clue.clone());
            fresh.push(clue);
        }
        if !only_planned && !fresh.is_empty() {
            self.write(|writer, _| {
                fresh.into_iter().try_for_each(|clue| {
                    let clue = attach(writer, clue, today)?;
                    writer.put(clue, None)
                })
            })?;
        }
        Ok(outcome)
    }
}

/// It says the same of the same household, and came from the same place.
fn is_the_same(known: &Clue, clue: &Clue) -> bool {
    let says_it = known.is_of_same(clue) && known.what == clue.what && known.channel == clue.channel;
    // A department warns of the same each month: what was closed since is a new clue.
    !known.voided && says_it && (known.is_open() || known.received_on == clue.received_on)
}

fn entry_of(row: &ClueRow, from: &ClueListFrom, household: Option<&DueRow>) -> ClueEntry {
    let of = household.map_or_else(
        || OfWhom {
            name: row.name.clone(),
            village: row.village.clone(),
            group: row.group.clone(),
            phone: row.phone.clone(),
        },
        |known| OfWhom {
            name: known.name.clone(),
            village: known.village.clone(),
            group: known.group.clone(),
            phone: row.phone.clone(),
        },
    );
    ClueEntry {
        household_id: household.map(|known| known.id),
        of,
        received_on: from.on,
        source: ClueSource::Department,
        channel: from.department.clone(),
        reported_by: "".into(),
        what: row.what.clone(),
        risks: Vec::new(),
    }
}

/// The households by what a list names them with.
struct OnFile {
    rows: HashMap<HouseholdId, DueRow>,
    by_code: HashMap<String, HouseholdId>,
    by_id: HashMap<String, HouseholdId>,
    /// None: several of that name in that village.
    by_name: HashMap<(String, String), Option<HouseholdId>>,
}

impl OnFile {
    fn of(ledger: &Ledger) -> Result<Self, StoreError> {
        let list = ledger.due_list()?;
        let mut on_file =
            Self { rows: HashMap::new(), by_code: HashMap::new(), by_id: HashMap::new(), by_name: HashMap::new() };
        for row in list.rows {
            on_file.by_code.insert(row.code.clone(), row.id);
            if !row.id_number.is_empty() {
                on_file.by_id.insert(row.id_number.to_string(), row.id);
            }
            let named = on_file.by_name.entry((row.name.to_string(), row.village.clone()));
            named.and_modify(|known| *known = None).or_insert(Some(row.id));
            on_file.rows.insert(row.id, row);
        }
        Ok(on_file)
    }

    /// By its code, by the number of its head, by a name that only one has in the village.
    fn find(&self, row: &ClueRow) -> Option<&DueRow> {
        let by_code = self.by_code.get(&row.code);
        let by_id = || self.by_id.get(&row.id_number.to_uppercase());
        let by_name = || self.by_name.get(&(row.name.to_string(), row.village.clone())).and_then(Option::as_ref);
        let of_group = |id: &&HouseholdId| {
            let group = self.rows.get(*id).map_or("", |known| known.group.as_str());
            group.is_empty() || row.group.is_empty() || group == row.group
        };
        self.rows.get(by_code.or_else(by_id).or_else(|| by_name().filter(of_group))?)
    }
}
