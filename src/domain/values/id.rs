//! Ids that say what they are of, so that the id of a visit is never taken for that of a household.
//! Random, and in order of their making.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// An id that nothing has.
            pub fn fresh() -> Self {
                Self(Uuid::now_v7())
            }

            /// The id of a made-up thing, the same for the same number.
            pub const fn made_up(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }
        }

        impl Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+ };
}

ids! {
    HouseholdId,
    MemberId,
    ContactId,
    StatusChangeId,
    VisitId,
    IncomeId,
    ProblemId,
    MeasureId,
    AttestationId,
    FallReasonsId,
    WaterReportId,
    VillagePopulationId,
    CheckedFindingId,
    ClueId,
    ProcedureId,
    GroupMarkId,
    DraftId,
    /// Of any of the things that have a history.
    EntityId,
    /// Of one recorded state of such a thing.
    RevisionId,
}

macro_rules! entities {
    ($($name:ident),+ $(,)?) => { $(
        impl From<$name> for EntityId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }
    )+ };
}

entities!(HouseholdId, MemberId, ContactId, StatusChangeId, VisitId, IncomeId, ProblemId, MeasureId);
entities!(AttestationId, FallReasonsId, WaterReportId, VillagePopulationId, CheckedFindingId, ClueId, ProcedureId);
entities!(GroupMarkId);
