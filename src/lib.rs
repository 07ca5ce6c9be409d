//! huifang
pub mod domain;
