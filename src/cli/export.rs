//! `huifang export households | income FILE`: flat tables for spreadsheets.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::exchange::table_book::{Table, write_tables};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, StoreError};
use crate::report::income_tables::income_tables;
use crate::report::roster_table::roster_table;
use crate::report::{not_written_words, policy, store_error_words};
use crate::session::Session;

use super::report::refuse;
use super::target::target;

/// Writes a table to a file.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    match arguments.subcommand() {
        Some(("households", arguments)) => {
            let tables = ledger.roster().map(|listed| vec![roster_table(words, &listed, ledger.today())]);
            write(session, ledger, arguments, &words.t("roster-title"), tables)
        }
        Some(("income", arguments)) => {
            let title = policy::title(words, ledger.policy());
            let tables = ledger.income_table().map(|table| income_tables(words, &table, &title, ledger.today()));
            write(session, ledger, arguments, &words.t("income-title-months"), tables)
        }
        _ => Exit::Refused,
    }
}

fn write(
    session: &Session,
    ledger: &Ledger,
    arguments: &ArgMatches,
    title: &str,
    tables: Result<Vec<Table>, StoreError>,
) -> Exit {
    let words = &session.words;
    let tables = match tables {
        Ok(tables) => tables,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let if_there = match target(session, ledger, &path, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    match write_tables(&path, title, &tables, if_there) {
        Ok(()) => {
            let count = tables.first().map_or(0, |table| table.rows.len()).to_string();
            let file = path.display().to_string();
            tell(&words.with("export-written", &[("count", &count), ("file", &file)]));
            Exit::Done
        }
        Err(error) => refuse(&not_written_words(words, &error)),
    }
}
