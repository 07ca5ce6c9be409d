//! Which household on file a roster means: by its code; where the list has none, by the head's ID number,
//! else by village, group and name.

use crate::domain::facts::HouseholdFact as F;
use crate::domain::household::{Household, HouseholdCode};
use crate::exchange::roster::{RosterHousehold, RosterProblem, RosterProblemKind as Kind, Unstated};
use crate::store::{Reader, StoreError};

/// What a household of the file is here.
#[derive(Debug)]
pub(super) struct Identified {
    pub(super) on_file: Option<Household>,
    /// The code from now on.
    pub(super) code: HouseholdCode,
    /// A doubt about it; as an error it keeps the household out.
    pub(super) problem: Option<RosterProblem>,
}

pub(super) fn identify(reader: Reader<'_>, file: &RosterHousehold) -> Result<Identified, StoreError> {
    let mut identified = by_what_it_says(reader, file)?;
    if identified.on_file.is_none() && file.unstated.is_anything() {
        // A list that only adds to what is on file says too little of a household that is not.
        let kind = match file.unstated {
            Unstated { name: true, .. } => Kind::NoName,
            Unstated { village: true, .. } => Kind::NoVillage,
            _ => Kind::ClassUnknown,
        };
        identified.problem = Some(told(file, kind, file.facts.get(F::Name).unwrap_or_default().to_owned()));
    }
    Ok(identified)
}

fn by_what_it_says(reader: Reader<'_>, file: &RosterHousehold) -> Result<Identified, StoreError> {
    if let Some(code) = &file.code {
        return by_code(reader, file, code);
    }
    let on_file = without_code(reader, file, |_| true)?;
    let code = match &on_file {
        Some(household) => household.code.clone(),
        None => HouseholdCode::provisional(reader.highest_provisional_code()? + 1),
    };
    Ok(Identified { on_file, code, problem: None })
}

fn by_code(reader: Reader<'_>, file: &RosterHousehold, code: &HouseholdCode) -> Result<Identified, StoreError> {
    let found = |on_file, problem| Ok(Identified { on_file, code: code.clone(), problem });
    if let Some(household) = reader.find_household_by_code(code.as_str())? {
        let stated = [F::Village, F::Name, F::IdNumber].into_iter();
        let mut stated = stated.filter(|fact| *fact != F::Village || !file.unstated.village);
        let is_other = stated.all(|fact| differs(&household, file, fact));
        let problem = is_other.then(|| {
            let name = household.facts.get(F::Name).unwrap_or_default();
            told(file, Kind::OtherHousehold, format!("{} {name}", code.as_str()))
        });
        return found(Some(household), problem);
    }
    // The code arrives later than the family did.
    if let Some(household) = without_code(reader, file, |household| household.code.is_provisional())? {
        return found(Some(household), None);
    }
    let others = same_id(reader, file)?;
    let problem = others.first().map(|other| told(file, Kind::IdTwice, other.code.as_str().to_owned()));
    found(None, problem)
}

/// By the ID number, else by village, group and name; only where that is one household, and one that may be
/// meant.
fn without_code(
    reader: Reader<'_>,
    file: &RosterHousehold,
    may_be: impl Fn(&Household) -> bool,
) -> Result<Option<Household>, StoreError> {
    let mut same_id = same_id(reader, file)?;
    same_id.retain(&may_be);
    if same_id.len() == 1 {
        return Ok(same_id.pop());
    }
    let (Some(village), Some(name)) = (file.facts.get(F::Village), file.facts.get(F::Name)) else { return Ok(None) };
    let mut same_name = reader.list_households_named(village, name)?;
    let same_group = |household: &Household| household.facts.get(F::Group) == file.facts.get(F::Group);
    same_name.retain(|household| same_group(household) && !differs(household, file, F::IdNumber) && may_be(household));
    Ok(if same_name.len() == 1 { same_name.pop() } else { None })
}

fn same_id(reader: Reader<'_>, file: &RosterHousehold) -> Result<Vec<Household>, StoreError> {
    match file.facts.get(F::IdNumber) {
        Some(number) => reader.list_households_of_id(number),
        None => Ok(Vec::new()),
    }
}

/// Both say something, and not the same.
fn differs(household: &Household, file: &RosterHousehold, fact: F) -> bool {
    matches!((household.facts.get(fact), file.facts.get(fact)), (Some(here), Some(there)) if here != there)
}

fn told(file: &RosterHousehold, kind: Kind, value: String) -> RosterProblem {
    RosterProblem { sheet: file.sheet.clone(), row: file.row, column: file.code_heading.clone(), value, kind }
}
