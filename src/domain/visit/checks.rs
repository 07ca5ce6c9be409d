//! The six checks of a visit: two no-worries 两不愁, three guarantees 三保障, drinking water 饮水安全.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;

coded! {
    /// What is checked.
    Check {
        /// 不愁吃
        Food = "food",
        /// 不愁穿
        Clothing = "clothing",
        /// 义务教育
        Education = "education",
        /// 基本医疗
        Medical = "medical",
        /// 住房安全
        Housing = "housing",
        /// 饮水安全
        Water = "water",
    }
}

coded! {
    /// What was found. *Not checked* is the start of every answer, and is never *secured*.
    CheckAnswer {
        /// 已保障
        Secured = "secured",
        /// 有风险
        AtRisk = "at_risk",
        /// 未保障
        NotSecured = "not_secured",
        /// 未核查
        NotChecked = "not_checked",
        /// 不涉及: no child of 6 to 15; education only
        NotApplicable = "not_applicable",
    }
}

impl CheckAnswer {
    /// Worse than another answer, both being looked at. Where nothing applies nothing is wrong.
    pub fn is_worse_than(self, other: Self) -> bool {
        let rank = |answer| match answer {
            Self::Secured | Self::NotApplicable => Some(2),
            Self::AtRisk => Some(1),
            Self::NotSecured => Some(0),
            Self::NotChecked => None,
        };
        matches!((rank(self), rank(other)), (Some(here), Some(there)) if here < there)
    }

    /// A risk or a lack says nothing without its reason.
    pub const fn needs_note(self) -> bool {
        matches!(self, Self::AtRisk | Self::NotSecured)
    }
}

coded! {
    /// The grade of a dwelling 房屋安全等级.
    HousingGrade { A = "a", B = "b", C = "c", D = "d", NotGraded = "not_graded" }
}

impl HousingGrade {
    /// C or D.
    pub const fn is_unsafe(self) -> bool {
        matches!(self, Self::C | Self::D)
    }
}

coded! {
    /// The four indicators of drinking water, after T/CHES 18-2018.
    WaterIndicator {
        /// 水量
        Quantity = "quantity",
        /// 水质
        Quality = "quality",
        /// 用水方便程度
        Convenience = "convenience",
        /// 供水保证率
        Reliability = "reliability",
    }
}

coded! {
    /// How an indicator stands.
    WaterLevel {
        /// 达标
        Met = "met",
        /// 基本达标
        MostlyMet = "mostly_met",
        /// 不达标
        NotMet = "not_met",
        /// 未核查
        NotChecked = "not_checked",
    }
}

impl WaterLevel {
    /// What the indicator by itself would mean for the household.
    pub const fn answer(self) -> CheckAnswer {
        match self {
            Self::Met | Self::MostlyMet => CheckAnswer::Secured,
            Self::NotMet => CheckAnswer::NotSecured,
            Self::NotChecked => CheckAnswer::NotChecked,
        }
    }
}

coded! {
    /// Where the water comes from.
    WaterSource {
        Tap = "tap",
        DeepWell = "deep_well",
        ShallowWell = "shallow_well",
        Spring = "spring",
        Cistern = "cistern",
        RiverOrPond = "river_or_pond",
        Other = "other",
    }
}

/// The answer that the dwelling gives: of grade C or D and the only one, it is *not secured*.
pub fn housing_answer(grade: Option<HousingGrade>, is_only: bool) -> Option<CheckAnswer> {
    (is_only && grade.is_some_and(HousingGrade::is_unsafe)).then_some(CheckAnswer::NotSecured)
}

/// The answer that the four indicators give: any 不达标 is *not secured*; all 达标 or 基本达标 is
/// *secured*; else *not checked*. An indicator that is absent was not checked.
pub fn water_answer(levels: &BTreeMap<WaterIndicator, WaterLevel>) -> CheckAnswer {
    let level = |indicator| levels.get(indicator).copied().unwrap_or(WaterLevel::NotChecked);
    let mut all = WaterIndicator::ALL.iter().map(level);
    if all.clone().any(|level| level == WaterLevel::NotMet) {
        CheckAnswer::NotSecured
    } else if all.all(|level| level != WaterLevel::NotChecked) {
        CheckAnswer::Secured
    } else {
        CheckAnswer::NotChecked
    }
}

/// One check with its answer and, where there is something to say, why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub answer: CheckAnswer,
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn water_follows_from_its_indicators() {
        use WaterLevel::{Met, MostlyMet, NotChecked, NotMet};
        for (levels, answer) in [
            ([Met, Met, Met, Met], CheckAnswer::Secured),
            ([Met, MostlyMet, MostlyMet, Met], CheckAnswer::Secured),
            ([Met, Met, Met, NotChecked], CheckAnswer::NotChecked),
            ([NotChecked, NotMet, NotChecked, Met], CheckAnswer::NotSecured),
        ] {
            let levels = WaterIndicator::ALL.iter().copied().zip(levels).collect();
            assert_eq!(water_answer(&levels), answer, "{levels:?}");
        }
        assert_eq!(water_answer(&BTreeMap::new()), CheckAnswer::NotChecked);
    }
}
