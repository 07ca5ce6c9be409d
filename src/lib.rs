//! huifang
pub mod domain;
pub mod exchange;
pub mod store;
