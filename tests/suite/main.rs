//! Stories across modules, through the public faces. One binary, so that it is linked once.

#![expect(clippy::unwrap_used, reason = "in a test a wrong turn may panic")]
mod appearance;
mod architecture;
mod audit;
#[cfg(target_os = "linux")]
mod backups;
#[cfg(target_os = "linux")]
mod beside;
#[cfg(target_os = "linux")]
mod canaries;
mod cases;
mod circumstances;
mod cli;
mod clocks;
mod clues;
mod columns;
mod damage;
mod demo;
mod doors;
mod doubtful_rosters;
mod drafts;
mod evidence;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(unix)]
mod finding;
#[cfg(unix)]
mod fire;
#[cfg(target_os = "linux")]
mod full_disks;
#[cfg(target_os = "linux")]
mod going_out;
mod groups;
mod helping;
mod history;
mod home;
mod hostile;
mod households;
mod import_screen;
mod imports;
mod income;
mod locales;
#[cfg(target_os = "linux")]
mod looking;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod migration;
#[cfg(target_os = "linux")]
mod mounts;
mod notices;
mod numbers;
mod offices;
mod older_forms;
mod outlets;
mod outputs;
mod overview;
mod passphrases;
mod pictures;
mod plain;
mod pointer;
mod policies;
mod policy;
mod problems;
mod procedures;
#[cfg(unix)]
mod pty;
mod random_keys;
mod readme;
mod reports;
mod risk;
mod roster_again;
mod roster_import;
mod rounds;
mod several;
mod sheets;
mod slips;
mod snapshots;
mod store;
#[cfg(target_os = "linux")]
mod storms;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
mod told;
mod typing;
mod vault;
mod views;
mod visit;
mod visit_in_full;
mod xlsx_import;

use support::{driver, entries, families, world};
