//! Measures 帮扶措施: what is done for a household, by whom, and with what effect.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::coded;
use super::id::{HouseholdId, MeasureId};
use super::money::Amount;

coded! {
    /// What a measure is about.
    MeasureKind {
        /// 产业
        Industry = "industry",
        /// 就业
        Employment = "employment",
        /// 金融
        Finance = "finance",
        /// 公益性岗位
        PublicPost = "public_post",
        /// 教育
        Education = "education",
        /// 健康
        Health = "health",
        /// 住房
        Housing = "housing",
        /// 饮水
        Water = "water",
        /// 搬迁
        Relocation = "relocation",
        /// 综合保障
        SocialSecurity = "social_security",
        /// 社会帮扶
        SocialHelp = "social_help",
        /// 扶志扶智
        Motivation = "motivation",
    }
}

coded! {
    /// What a visit saw of a measure.
    MeasureAnswer {
        /// 已落实
        Delivered = "delivered",
        /// 有成效
        Effective = "effective",
        /// 不再需要
        NotNeeded = "not_needed",
        /// 未落实: stands alone
        NotDelivered = "not_delivered",
    }
}

/// One measure for one household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub id: MeasureId,
    pub household_id: HouseholdId,
    pub kind: MeasureKind,
    /// 项目
    pub item: String,
    pub funds: Option<Amount>,
    /// 责任单位
    pub unit: String,
    pub from: NaiveDate,
    pub planned_end: Option<NaiveDate>,
    /// The last day on which it ran; none: it still does.
    pub ended_on: Option<NaiveDate>,
    /// 成效
    pub effect: String,
    pub voided: bool,
}

impl Measure {
    /// It runs on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        !self.voided && self.from <= day && self.ended_on.is_none_or(|ended| day <= ended)
    }

    /// It was to end, and nobody wrote down that it did.
    pub fn is_past_its_plan(&self, today: NaiveDate) -> bool {
        self.is_in_force(today) && self.planned_end.is_some_and(|planned| planned < today)
    }
}

/// What one visit saw of one measure, named as it was then; without an answer it was not asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureReview {
    pub measure_id: MeasureId,
    pub measure: MeasureKind,
    pub item: String,
    pub answers: Vec<MeasureAnswer>,
}
