//! The kinds of what is kept as evidence: their names in the revisions and the tables they stand in.

use crate::domain::codes::coded;

coded! {
    /// What can have revisions, by the name that it has there.
    EntityKind {
        Contact = "contact",
        Household = "household",
        Member = "member",
        StatusChange = "status_change",
        Visit = "visit",
        MonthIncome = "month_income",
        Problem = "problem",
        WaterReport = "water_report",
        Measure = "measure",
        Attestation = "attestation",
        FallReasons = "fall_reasons",
        VillagePopulation = "village_population",
    }
}

impl EntityKind {
    /// The current table that it stands in.
    pub(super) const fn table(self) -> &'static str {
        match self {
            Self::Contact => "contacts",
            Self::Household => "households",
            Self::Member => "members",
            Self::StatusChange => "status_changes",
            Self::Visit => "visits",
            Self::MonthIncome => "incomes",
            Self::Problem => "problems",
            Self::WaterReport => "water_reports",
            Self::Measure => "measures",
            Self::Attestation => "attestations",
            Self::FallReasons => "fall_reasons",
            Self::VillagePopulation => "village_populations",
        }
    }
}
