//! huifang
pub mod clock;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod ledger;
pub mod paths;
pub mod store;
