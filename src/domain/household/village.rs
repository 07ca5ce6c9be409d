//! A village 行政村.

use serde::{Deserialize, Serialize};

use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;

/// Which village: two townships may each have one of the same name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Village {
    pub township: String,
    pub name: String,
}

impl Village {
    pub fn of(household: &Household) -> Self {
        Self {
            township: household.fact(HouseholdFact::Township).to_owned(),
            name: household.fact(HouseholdFact::Village).to_owned(),
        }
    }
}
