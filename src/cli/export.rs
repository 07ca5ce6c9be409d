//! `huifang export households | income | problems | overview FILE`: flat tables for spreadsheets.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::domain::clean::clean_name;
use crate::domain::due_row::DueRow;
use crate::exchange::table_book::{Table, write_tables};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, ListedProblem, StoreError};
use crate::report::income_tables::income_tables;
use crate::report::problem_table::problem_table;
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
        Some(("problems", arguments)) => {
            let is_wanted = |listed: &&ListedProblem| is_of(&listed.household, arguments);
            let tables = ledger.problems().map(|problems| {
                let wanted: Vec<&ListedProblem> = problems.iter().filter(is_wanted).collect();
                vec![problem_table(words, &wanted, ledger.today())]
            });
            write(session, ledger, arguments, &words.t("problems-title"), tables)
        }
        _ => Exit::Refused,
    }
}

/// Of the village and the contact that are asked for.
fn is_of(row: &DueRow, arguments: &ArgMatches) -> bool {
    let is_wanted = |id, value: &str| arguments.get_one::<String>(id).is_none_or(|wanted| clean_name(wanted) == value);
    is_wanted("village", &row.village) && is_wanted("contact", &row.contact)
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
