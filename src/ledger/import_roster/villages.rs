//! One village in several spellings: 石桥, 石桥村, 石桥村委会, 青石镇石桥村. Named, offered to be joined,
//! and what was joined is remembered.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::facts::HouseholdFact as F;
use crate::exchange::roster::{RosterFault, RosterFaultKind as Kind, RosterHousehold, village_stem};
use crate::store::{Reader, StoreError, Writer};

/// What to do with the spellings of a village.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spellings {
    /// Those joined before are; others are named, and offered to be joined.
    #[default]
    AsBefore,
    /// All are joined, in files to come too.
    Join,
    /// None of this file are, nor in files to come.
    Apart,
}

/// A spelling, and the one that it is another of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct VillageSpelling {
    /// Empty where nothing says it.
    pub township: String,
    pub spelt: String,
    pub kept: String,
    /// How many households of the file are spelt so.
    #[serde(default)]
    pub households: usize,
}

/// The setting that remembers what was joined.
const JOINED: &str = "villages_joined";

/// The spellings that are taken for others.
#[derive(Debug, Clone, Default)]
pub(super) struct Villages {
    joined: Vec<VillageSpelling>,
    /// Those of this file that are not joined.
    offered: Vec<VillageSpelling>,
    /// Those of this file that were joined before, and are not any more.
    parted: Vec<VillageSpelling>,
    /// What is joined is not what is remembered.
    is_new: bool,
}

impl Villages {
    pub(super) fn of(
        reader: Reader<'_>,
        households: &[RosterHousehold],
        spellings: Spellings,
    ) -> Result<Self, StoreError> {
        let remembered = reader.find_setting(JOINED)?;
        let joined: Vec<VillageSpelling> =
            remembered.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let on_file = reader.list_villages()?;
        let joined = joined.into_iter().filter(|it| is_certain(it, &on_file)).collect();
        let mut villages = Self { joined, ..Self::default() };
        if spellings == Spellings::Apart {
            let used = villages.used(households);
            let is_used = |it: &VillageSpelling| {
                used.iter().any(|used| (&used.township, &used.spelt) == (&it.township, &it.spelt))
            };
            villages.joined.retain(|it| !is_used(it));
            villages.is_new = !used.is_empty();
            villages.parted = used;
        }
        let found = several_spellings(reader, households, &villages)?;
        if spellings == Spellings::Join {
            villages.is_new = !found.is_empty();
            villages.join(found);
        } else {
            villages.offered = found;
        }
        Ok(villages)
    }

    /// What was joined before to a name that is now joined itself goes with it.
    fn join(&mut self, found: Vec<VillageSpelling>) {
        for spelling in &found {
            for before in self.joined.iter_mut().filter(|it| it.kept == spelling.spelt) {
                before.kept.clone_from(&spelling.kept);
            }
        }
        self.joined.extend(found);
        self.joined.retain(|it| it.spelt != it.kept);
    }

    /// What the village of a row is called besides: as it is spelt where it is joined, as it was joined to
    /// where it is not any more.
    pub(super) fn other_spelling<'v>(&'v self, household: &'v RosterHousehold) -> Option<&'v str> {
        let is_joined = find(&self.joined, household).is_some();
        let spelt = household.facts.get(F::Village).filter(|_| is_joined);
        spelt.or_else(|| find(&self.parted, household).map(|it| it.kept.as_str()))
    }

    pub(super) fn offered(&self) -> &[VillageSpelling] {
        &self.offered
    }

    /// A household under the village's one name.
    pub(super) fn joined<'h>(&self, household: &'h RosterHousehold) -> Cow<'h, RosterHousehold> {
        let Some(spelling) = find(&self.joined, household) else { return Cow::Borrowed(household) };
        let mut household = household.clone();
        // What stands on file under this name is canonical.
        let _ = household.facts.set(F::Village, &spelling.kept);
        Cow::Owned(household)
    }

    /// Which spelling of the file was taken for which.
    pub(super) fn used(&self, households: &[RosterHousehold]) -> Vec<VillageSpelling> {
        let mut used: BTreeMap<VillageSpelling, usize> = BTreeMap::new();
        for household in households {
            if let Some(spelling) = find(&self.joined, household) {
                *used.entry(VillageSpelling { households: 0, ..spelling.clone() }).or_default() += 1;
            }
        }
        used.into_iter().map(|(spelling, households)| VillageSpelling { households, ..spelling }).collect()
    }

    /// The doubt of a household whose village is spelt otherwise.
    pub(super) fn doubt(&self, household: &RosterHousehold) -> Option<RosterFault> {
        let spelling = find(&self.offered, household)?;
        Some(RosterFault {
            sheet: household.sheet.clone(),
            row: household.row,
            column: household.headings.of(F::Village).to_owned(),
            value: spelling.spelt.clone(),
            kind: Kind::VillageSpelling,
        })
    }

    /// Remembers what was joined just now for the files to come.
    pub(super) fn remember(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        if self.is_new {
            let joined: Vec<_> = self.joined.iter().map(|it| VillageSpelling { households: 0, ..it.clone() }).collect();
            writer.set_setting(JOINED, &serde_json::to_string(&joined)?)?;
        }
        Ok(())
    }
}

/// A join made where no township was said is not used once villages of that name lie in several.
fn is_certain(spelling: &VillageSpelling, on_file: &[(String, String, usize)]) -> bool {
    let stem = village_stem(&spelling.kept).1;
    let alike = on_file.iter().filter(|(_, village, _)| village_stem(village).1 == stem);
    let townships: BTreeSet<&str> =
        alike.map(|(township, ..)| township.as_str()).filter(|name| !name.is_empty()).collect();
    !spelling.township.is_empty() || townships.len() < 2
}

fn find<'v>(among: &'v [VillageSpelling], household: &RosterHousehold) -> Option<&'v VillageSpelling> {
    let village = household.facts.get(F::Village)?;
    let township = household.facts.get(F::Township).unwrap_or_default();
    among.iter().find(|it| it.spelt == village && it.township == township)
}

/// A village as it stands somewhere, how often there.
struct Standing {
    township: String,
    village: String,
    on_file: usize,
    in_file: usize,
}

/// The spellings of the file that are others of a village's name: of the one on file, else of the one that
/// most households of the file have.
fn several_spellings(
    reader: Reader<'_>,
    households: &[RosterHousehold],
    known: &Villages,
) -> Result<Vec<VillageSpelling>, StoreError> {
    let mut standing: BTreeMap<(String, String), Standing> = BTreeMap::new();
    let mut count = |township: &str, village: &str, on_file: usize, in_file: usize| {
        let place = (township.to_owned(), village.to_owned());
        let (township, village) = place.clone();
        let it = standing.entry(place).or_insert(Standing { township, village, on_file: 0, in_file: 0 });
        it.on_file += on_file;
        it.in_file += in_file;
    };
    for (township, village, households) in reader.list_villages()? {
        count(&township, &village, households, 0);
    }
    for household in households {
        let household = known.joined(household);
        let fact = |fact| household.facts.get(fact).unwrap_or_default();
        count(fact(F::Township), fact(F::Village), 0, 1);
    }
    let mut by_stem: BTreeMap<String, Vec<Standing>> = BTreeMap::new();
    for it in standing.into_values() {
        by_stem.entry(village_stem(&it.village).1).or_default().push(it);
    }
    by_stem.remove("");
    Ok(by_stem.into_values().flat_map(|group| of_one_stem(&group)).collect())
}

/// 石桥村, and neither 石桥 nor 青石镇石桥村 nor 石桥村委会: of several that are as frequent, the village's name.
fn is_plain_name(village: &str) -> (bool, Reverse<usize>) {
    let (township, stem) = village_stem(village);
    (township.is_none() && village != stem, Reverse(village.chars().count()))
}

/// Villages of one name may lie in several townships: then only those of the same one are joined.
fn of_one_stem(group: &[Standing]) -> Vec<VillageSpelling> {
    let township_of = |it: &Standing| {
        if it.township.is_empty() { village_stem(&it.village).0.unwrap_or_default() } else { it.township.clone() }
    };
    let townships: BTreeSet<String> = group.iter().map(township_of).filter(|name| !name.is_empty()).collect();
    let mut found = Vec::new();
    // Where only one is named, those that name none lie there too.
    let each = if townships.len() <= 1 { vec![None] } else { townships.into_iter().map(Some).collect() };
    for township in each {
        let own: Vec<&Standing> =
            group.iter().filter(|it| township.as_ref().is_none_or(|name| township_of(it) == *name)).collect();
        let usual =
            own.iter().max_by_key(|it| (it.on_file, it.in_file, is_plain_name(&it.village), Reverse(&it.village)));
        let Some(kept) = usual.map(|it| it.village.clone()) else { continue };
        found.extend(own.iter().filter(|it| it.in_file > 0 && it.village != kept).map(|it| VillageSpelling {
            township: it.township.clone(),
            spelt: it.village.clone(),
            kept: kept.clone(),
            households: it.in_file,
        }));
    }
    found
}
