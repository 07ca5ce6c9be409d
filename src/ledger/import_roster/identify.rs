//! Which household on file a roster means: by its code; where the list has none, by the head's ID number,
//! else by village, group and name.

use std::collections::HashSet;

use crate::domain::facts::HouseholdFact as F;
use crate::domain::household::{Household, HouseholdCode};
use crate::domain::id::HouseholdId;
use crate::exchange::roster::{RosterFault, RosterFaultKind as Kind, RosterHousehold, Unstated};
use crate::store::{Reader, StoreError};

/// What a household of the file is here.
#[derive(Debug)]
pub(super) struct Identified {
    pub(super) on_file: Option<Household>,
    /// The code from now on.
    pub(super) code: HouseholdCode,
    /// A doubt about it; as an error it keeps the household out.
    pub(super) problem: Option<RosterFault>,
}

/// Remembers whom the rows before meant: two rows are never one household.
#[derive(Debug, Default)]
pub(super) struct Identifier {
    meant: HashSet<HouseholdId>,
    codes: HashSet<String>,
    id_numbers: HashSet<String>,
    other_spelling: Option<String>,
    /// The highest number of a code of our own; none until one is asked for.
    highest: Option<u32>,
}

/// What a row without a code of its own comes to.
enum Found {
    Nobody,
    One(Household),
    /// One of several of the same name, by what else is said.
    OneOfSeveral(Household),
    /// The rows before meant this one already.
    Meant(String),
}

impl Identifier {
    /// `other_spelling`: what else its village is called here.
    pub(super) fn identify(
        &mut self,
        reader: Reader<'_>,
        file: &RosterHousehold,
        other_spelling: Option<&str>,
    ) -> Result<Identified, StoreError> {
        self.other_spelling = other_spelling.map(str::to_owned);
        let mut identified = match &file.code {
            Some(code) => self.by_code(reader, file, code)?,
            None => self.without_a_code(reader, file)?,
        };
        if identified.on_file.is_none() && file.unstated.is_anything() {
            // A list that only adds to what is on file says too little of a household that is not.
            let kind = match file.unstated {
                Unstated { name: true, .. } => Kind::NoName,
                Unstated { village: true, .. } => Kind::NoVillage,
                _ => Kind::ClassUnknown,
            };
            identified.problem = Some(told(file, kind, file.facts.get(F::Name).unwrap_or_default().to_owned()));
        }
        self.meant.extend(identified.on_file.as_ref().map(|household| household.id));
        self.codes.insert(identified.code.as_str().to_owned());
        self.id_numbers.extend(file.facts.get(F::IdNumber).map(str::to_owned));
        Ok(identified)
    }

    /// A household that a row brought is meant by that row alone.
    pub(super) fn is_written(&mut self, household_id: HouseholdId) {
        self.meant.insert(household_id);
    }

    pub(super) fn has_meant(&self, code: &str) -> bool {
        self.codes.contains(code)
    }

    fn without_a_code(&mut self, reader: Reader<'_>, file: &RosterHousehold) -> Result<Identified, StoreError> {
        let (on_file, problem) = match self.by_id_or_name(reader, file, |_| true)? {
            Found::Nobody => (None, None),
            Found::One(household) => (Some(household), None),
            Found::OneOfSeveral(household) => {
                let code = household.code.as_str().to_owned();
                (Some(household), Some(told(file, Kind::Namesakes, code)))
            }
            Found::Meant(code) => (None, Some(told(file, Kind::DuplicateCode, code))),
        };
        let code = if let Some(household) = &on_file {
            household.code.clone()
        } else {
            let highest = self.highest.map_or_else(|| reader.highest_provisional_code(), Ok)?;
            self.highest = Some(highest + 1);
            HouseholdCode::provisional(highest + 1)
        };
        Ok(Identified { on_file, code, problem })
    }

    fn by_code(
        &self,
        reader: Reader<'_>,
        file: &RosterHousehold,
        code: &HouseholdCode,
    ) -> Result<Identified, StoreError> {
        let found = |on_file, problem| Ok(Identified { on_file, code: code.clone(), problem });
        let twice = |code: &str| Some(told(file, Kind::DuplicateCode, code.to_owned()));
        if let Some(household) = reader.find_household_by_code(code.as_str())? {
            if self.meant.contains(&household.id) {
                return found(Some(household), twice(code.as_str()));
            }
            let stated = [F::Village, F::Name, F::IdNumber].into_iter();
            // Where one side says nothing of the ID number, another village and another head are enough.
            let has_both = |fact| household.facts.get(fact).is_some() && file.facts.get(fact).is_some();
            let mut stated = stated.filter(|fact| match fact {
                F::Village => !file.unstated.village,
                F::IdNumber => has_both(F::IdNumber) || file.unstated.village,
                _ => true,
            });
            let is_other = stated.all(|fact| differs(&household, file, fact));
            let problem = is_other.then(|| {
                let name = household.facts.get(F::Name).unwrap_or_default();
                told(file, Kind::OtherHousehold, format!("{} {name}", code.as_str()))
            });
            return found(Some(household), problem);
        }
        // The code arrives later than the family did.
        match self.by_id_or_name(reader, file, |household| household.code.is_provisional())? {
            Found::One(household) | Found::OneOfSeveral(household) => return found(Some(household), None),
            Found::Nobody | Found::Meant(_) => {}
        }
        let others = same_id(reader, file)?;
        if let Some(other) = others.first() {
            return found(None, Some(told(file, Kind::IdTwice, other.code.as_str().to_owned())));
        }
        // Without ID numbers: the same head in the same village and group, under another code.
        let namesake = self.namesakes(reader, file)?.into_iter().next();
        found(None, namesake.map(|other| told(file, Kind::OtherCode, other.code.as_str().to_owned())))
    }

    /// By the ID number, else by village, group and name; only one that may be meant.
    fn by_id_or_name(
        &self,
        reader: Reader<'_>,
        file: &RosterHousehold,
        may_be: impl Fn(&Household) -> bool,
    ) -> Result<Found, StoreError> {
        let mut same_id = same_id(reader, file)?;
        same_id.retain(&may_be);
        if let Some(meant) = same_id.iter().find(|household| self.meant.contains(&household.id)) {
            return Ok(Found::Meant(meant.code.as_str().to_owned()));
        }
        if let Some(number) = file.facts.get(F::IdNumber).filter(|number| self.id_numbers.contains(*number)) {
            return Ok(Found::Meant(number.to_owned()));
        }
        if same_id.len() == 1 {
            return Ok(same_id.pop().map_or(Found::Nobody, Found::One));
        }
        let mut same_name = self.namesakes(reader, file)?;
        same_name.retain(may_be);
        let alike = |household: &Household| {
            file.facts.iter().filter(|(fact, value)| household.facts.get(*fact) == Some(*value)).count()
        };
        let is_one = same_name.len() == 1;
        // Of equals the first.
        same_name.sort_by_key(|household| std::cmp::Reverse(alike(household)));
        Ok(match same_name.into_iter().next() {
            Some(household) if is_one => Found::One(household),
            Some(household) => Found::OneOfSeveral(household),
            None => Found::Nobody,
        })
    }
}

impl Identifier {
    /// Households of this village, group and head that no row before meant, and that have no other ID number.
    fn namesakes(&self, reader: Reader<'_>, file: &RosterHousehold) -> Result<Vec<Household>, StoreError> {
        let (Some(village), Some(name)) = (file.facts.get(F::Village), file.facts.get(F::Name)) else {
            return Ok(Vec::new());
        };
        let mut same_name = reader.list_households_named(village, name)?;
        if let Some(village) = self.other_spelling.as_deref().filter(|other| *other != village) {
            same_name.extend(reader.list_households_named(village, name)?);
        }
        let same_group = |household: &Household| household.facts.get(F::Group) == file.facts.get(F::Group);
        same_name.retain(|household| {
            let is_free = !self.meant.contains(&household.id);
            is_free && same_group(household) && !differs(household, file, F::IdNumber)
        });
        Ok(same_name)
    }
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

fn told(file: &RosterHousehold, kind: Kind, value: String) -> RosterFault {
    RosterFault { sheet: file.sheet.clone(), row: file.row, column: file.headings.code.clone(), value, kind }
}
