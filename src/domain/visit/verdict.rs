//! The verdict 研判 of a visit on the household's risk.

use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;

coded! {
    /// How the risk stands after what was seen.
    Verdict {
        /// 已消除
        Eliminated = "eliminated",
        /// 减轻
        Eased = "eased",
        /// 未变
        Unchanged = "unchanged",
        /// 加重
        Worse = "worse",
        /// 新增
        New = "new",
        /// 稳定, of a household whose risk is eliminated
        Steady = "steady",
        /// 不稳定
        Unsteady = "unsteady",
        /// 建议回退
        RollBack = "roll_back",
    }
}

impl Verdict {
    /// The verdicts to choose from for a household of this class.
    pub const fn of_class(class: HouseholdClass) -> &'static [Self] {
        match class {
            HouseholdClass::Eliminated => &[Self::Steady, Self::Unsteady, Self::RollBack],
            HouseholdClass::Unresolved => &[Self::Eliminated, Self::Eased, Self::Unchanged, Self::Worse, Self::New],
            HouseholdClass::Stable | HouseholdClass::General => &[Self::Unchanged, Self::New],
        }
    }
}
