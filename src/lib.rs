//! huifang
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod ledger;
pub mod paths;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
