//! `huifang export income FILE`: flat tables for spreadsheets.

use clap::ArgMatches;

use crate::exchange::table_book::write_tables;
use crate::ledger::Ledger;
use crate::report::income_tables::income_tables;
use crate::report::{not_written_words, policy, store_error_words};

use super::report::{Exit, refuse, tell};
use super::session::Session;
use super::target::target;

pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    match arguments.subcommand() {
        Some(("income", arguments)) => income(session, ledger, arguments),
        _ => Exit::Refused,
    }
}

fn income(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let (path, if_there) = match target(session, ledger, arguments) {
        Ok(target) => target,
        Err(exit) => return exit,
    };
    let table = match ledger.income_table() {
        Ok(table) => table,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let tables = income_tables(words, &table, &policy::title(words, ledger.policy()), ledger.today());
    match write_tables(&path, &words.t("income-title-months"), &tables, if_there) {
        Ok(()) => {
            let count = tables.first().map_or(0, |months| months.rows.len()).to_string();
            let file = path.display().to_string();
            tell(&words.with("export-written", &[("count", &count), ("file", &file)]));
            Exit::Done
        }
        Err(error) => refuse(&not_written_words(words, &error)),
    }
}
