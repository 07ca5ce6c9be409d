//! Why a household's income fell 减收原因, as the household and the contact see it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::clean::clean_text;
use crate::domain::codes::coded;
use crate::domain::id::{FallReasonsId, HouseholdId};
use crate::domain::month::Month;

coded! {
    /// The ten reasons of a county's plan; a policy names those that it knows.
    FallReason {
        /// 经营减收
        Business = "business",
        /// 产业收益分配减少
        ProjectShares = "project_shares",
        /// 光伏收益减少
        Solar = "solar",
        /// 务工减少
        MigrantWork = "migrant_work",
        /// 公益性岗位或帮扶车间收入减少
        PublicPostOrWorkshop = "public_post_or_workshop",
        /// 低保取消
        AllowanceEnded = "allowance_ended",
        /// 政策性补贴减少或取消
        Subsidies = "subsidies",
        /// 自然灾害
        NaturalDisaster = "natural_disaster",
        /// 帮扶工作不到位
        HelpFellShort = "help_fell_short",
        Other = "other",
    }
}

/// The reasons that were stated for one window; several are possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FallReasons {
    pub id: FallReasonsId,
    pub household_id: HouseholdId,
    /// The last month of the window that they explain.
    pub window_end: Month,
    pub reasons: Vec<FallReason>,
    pub note: String,
    pub stated_on: NaiveDate,
    /// It was recorded by mistake.
    #[serde(default)]
    pub voided: bool,
}

/// The reasons as they were entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FallEntry {
    pub household_id: HouseholdId,
    pub window_end: Month,
    pub reasons: Vec<FallReason>,
    pub note: String,
}

coded! {
    /// Why they cannot be kept as they were entered.
    FallFault {
        ReasonsMissing = "reasons_missing",
    }
}

impl FallEntry {
    /// Everything that keeps the entry from being kept.
    pub fn faults(&self) -> Vec<FallFault> {
        self.reasons.is_empty().then_some(FallFault::ReasonsMissing).into_iter().collect()
    }

    /// What the entry states, its note cleaned.
    pub fn fall_reasons(&self, id: FallReasonsId, stated_on: NaiveDate) -> FallReasons {
        FallReasons {
            id,
            household_id: self.household_id,
            window_end: self.window_end,
            reasons: self.reasons.clone(),
            note: clean_text(&self.note),
            stated_on,
            voided: false,
        }
    }
}
