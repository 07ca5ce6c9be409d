//! `huifang export income FILE`: flat tables for spreadsheets.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::exchange::table_book::write_tables;
use crate::ledger::Ledger;
use crate::report::income_tables::income_tables;
use crate::report::{policy, store_error_words, table_not_written_words};

use super::report::{Exit, refuse, tell};
use super::session::Session;

pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    match arguments.subcommand() {
        Some(("income", arguments)) => income(session, ledger, arguments),
        _ => Exit::Refused,
    }
}

fn income(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let table = match ledger.income_table() {
        Ok(table) => table,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let tables = income_tables(words, &table, &policy::title(words, ledger.policy()), ledger.today());
    match write_tables(&path, &words.t("income-title-months"), &tables) {
        Ok(()) => {
            let count = tables.first().map_or(0, |months| months.rows.len()).to_string();
            let file = path.display().to_string();
            tell(&words.with("export-written", &[("count", &count), ("file", &file)]));
            Exit::Done
        }
        Err(error) => refuse(&table_not_written_words(words, &error)),
    }
}
