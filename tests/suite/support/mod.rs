//! What stories are told with: a world on a fixed day, a driver of the interface, visits as they are entered,
//! a village of known families.

pub mod driver;
pub mod entries;
pub mod families;
pub mod world;
