//! What rosters call a household, and the risks they name.

use crate::domain::codes::coded;

coded! {
    /// What a roster calls a household, in 监测对象类别 or 户类型.
    HouseholdLabel {
        /// 脱贫不稳定户; 脱贫监测户 in older plans
        OutOfPovertyUnstable = "out_of_poverty_unstable",
        /// 边缘易致贫户; 边缘户 in older plans
        Edge = "edge",
        /// 突发严重困难户
        SuddenHardship = "sudden_hardship",
        /// 监测对象, without saying which
        Monitored = "monitored",
        /// 脱贫户
        OutOfPoverty = "out_of_poverty",
        /// 稳定脱贫户
        StablyOutOfPoverty = "stably_out_of_poverty",
        /// 一般农户
        General = "general",
    }
}

impl HouseholdLabel {
    /// The label names a monitored category.
    pub const fn is_monitored_category(self) -> bool {
        matches!(self, Self::OutOfPovertyUnstable | Self::Edge | Self::SuddenHardship)
    }
}

coded! {
    /// Risk of falling (back) into poverty 致贫返贫风险.
    RiskType {
        Illness = "illness",
        Disability = "disability",
        Schooling = "schooling",
        NaturalDisaster = "natural_disaster",
        Accident = "accident",
        FailedProject = "failed_project",
        UnstableWork = "unstable_work",
        LackOfLabour = "lack_of_labour",
        Other = "other",
    }
}
