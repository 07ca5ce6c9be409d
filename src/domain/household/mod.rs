//! A household 户 and its members 家庭成员.

mod canonical;
pub mod class;
pub mod condition;
pub mod facts;
pub mod household_entry;
pub mod label;
pub mod population;
pub mod same_member;
pub mod status;
pub mod status_entry;
pub mod village;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::id::{HouseholdId, MemberId};
use crate::domain::resident_id::birth_date;
use crate::domain::rough_date::RoughDate;

/// The code 户编号 by which every roster knows a household.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HouseholdCode(String);

impl HouseholdCode {
    /// ASCII digits, letters and dashes in upper case, 1 to 40 of them; else none.
    pub fn parse(text: &str) -> Option<Self> {
        let code = clean_text(&fold_width(text)).replace(' ', "").to_uppercase();
        let well_formed = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && (1..=40).contains(&code.len());
        well_formed.then_some(Self(code))
    }

    /// A code of our own for a household whose list has none: it gives way to the real one.
    pub fn provisional(number: u32) -> Self {
        Self(format!("{PROVISIONAL}{number:04}"))
    }

    pub fn is_provisional(&self) -> bool {
        let number = self.0.strip_prefix(PROVISIONAL);
        number.is_some_and(|number| number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What codes of our own begin with.
pub const PROVISIONAL: &str = "H-";

/// One household. Its class, its revisit clock and its last visit are derived, not held here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    pub id: HouseholdId,
    pub code: HouseholdCode,
    pub facts: Facts<HouseholdFact>,
    /// What the last roster brought: a later one is compared with this. `None`: added by hand.
    pub roster: Option<Facts<HouseholdFact>>,
    /// The day it came on file.
    pub on_file_since: NaiveDate,
    /// The day on which its 家庭人口数 was stated by a roster or a hand; none of households kept before
    /// this was written down.
    #[serde(default)]
    pub counted_on: Option<NaiveDate>,
}

impl Household {
    /// The day on which the number of people was stated when facts follow on others: the day that it had,
    /// unless the number is another now, or none any more.
    pub fn counted_on_after(before: Option<&Self>, facts: &Facts<HouseholdFact>, day: NaiveDate) -> Option<NaiveDate> {
        let number = facts.get(HouseholdFact::Population);
        match before.filter(|before| before.facts.get(HouseholdFact::Population) == number) {
            Some(before) => before.counted_on,
            None => Some(day),
        }
    }

    pub fn fact(&self, fact: HouseholdFact) -> &str {
        self.facts.get(fact).unwrap_or_default()
    }

    pub fn date(&self, fact: HouseholdFact) -> Option<RoughDate> {
        self.facts.get(fact).and_then(|text| RoughDate::parse(text).ok())
    }
}

/// The relation code of the head of a household 户主.
pub const HEAD: &str = "head";

/// One member of a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub id: MemberId,
    pub household_id: HouseholdId,
    /// 人编号, where the roster has it.
    pub code: Option<String>,
    /// The place in the household's list, from 0.
    pub place: u32,
    pub facts: Facts<MemberFact>,
    pub roster: Option<Facts<MemberFact>>,
    /// Taken off the household by hand.
    pub removed: bool,
}

impl Member {
    pub fn fact(&self, fact: MemberFact) -> &str {
        self.facts.get(fact).unwrap_or_default()
    }

    /// The birth date that is stated, else the one in the ID number.
    pub fn born_on(&self) -> Option<NaiveDate> {
        let stated = RoughDate::parse(self.fact(MemberFact::BornOn)).ok().map(|date| date.on);
        stated.or_else(|| birth_date(self.fact(MemberFact::IdNumber)))
    }

    /// Completed years on a day.
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.born_on()?)
    }

    pub fn is_head(&self) -> bool {
        self.fact(MemberFact::Relation) == HEAD
    }
}
