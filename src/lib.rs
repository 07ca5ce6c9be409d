//! huifang (回访, "revisit") as a library: the map of the house.
//!
//! | part | what lives there |
//! |---|---|
//! | [`domain`] | the vocabulary and the rules, pure |
//! | [`store`] | the database: tables and revisions, no rules |
//! | [`exchange`] | spreadsheets and CSV in, printed sheets out |
//! | [`ledger`] | what people do, a verb a file; the only caller of the store |
//! | [`cli`], [`tui`], [`plain`] | the faces: commands, screens, the screens line by line |
//! | [`session`], [`exit`] | what holds for one run; how it ends |
//! | [`i18n`], [`report`] | the words; the sentences, pages and sheets about what happened |
//! | [`text`] | laying out text by columns |
//! | [`clock`], [`paths`], [`config`] | the day, the places, the choices |
//! | [`files`] | writing a file whole, for this person alone; reading one that is small |
//! | [`process`], [`log`] | how it ends and leaves no core file; what went wrong, without personal data |
//!
//! Imports point one way, and no file imports itself by others; `tests/suite/architecture.rs` holds it:
//!
//! ```text
//! main → plain → {tui, cli} → report → ledger → {store, exchange} → domain
//!                     └─ session, exit      i18n, text → domain
//! ```
//!
//! The domain's rooms stand on one another: `values household income visit revisit policy standing risk due`.

pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod exit;
pub mod files;
pub mod i18n;
pub mod ledger;
pub mod log;
pub mod paths;
pub mod plain;
pub mod process;
pub mod report;
pub mod session;
pub mod store;
pub mod text;
pub mod tui;
pub mod vault;
