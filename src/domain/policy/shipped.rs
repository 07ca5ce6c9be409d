//! The policies that ship with the program: one for each source document, and the default.

use super::file::{PolicyFile, read_plan};
use super::problem::FaultyValue;

macro_rules! shipped {
    ($($id:literal),+ $(,)?) => {
        /// Their ids and texts; the default first.
        pub const SHIPPED: &[(&str, &str)] =
            &[$(($id, include_str!(concat!("../../../assets/policies/", $id, ".toml")))),+];
    };
}

shipped!("default", "suining", "lingshou", "hunan", "liaoning", "guizhou", "xiangyin", "funan", "jingxi-2014", "boluo",);

/// The file of a policy; none of that name.
pub(super) fn file(id: &str) -> Option<Result<PolicyFile, Vec<FaultyValue>>> {
    super::Policy::shipped_text(id).map(read_plan)
}
