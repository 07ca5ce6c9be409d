//! `huifang export … FILE`: flat tables for spreadsheets, and the lists that are handed out.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::due_row::DueRow;
use crate::domain::overview::OverviewBy;
use crate::domain::revisit::RevisitState;
use crate::exchange::table_book::{Table, write_tables};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, ListedProblem, StoreError};
use crate::report::hand_out::hand_out_tables;
use crate::report::income_tables::income_tables;
use crate::report::overview::overview_table;
use crate::report::problem_table::problem_table;
use crate::report::roster_table::roster_table;
use crate::report::visit_sheet::Numbers;
use crate::report::visit_table::visit_table;
use crate::report::{not_written_words, policy, store_error_words};
use crate::session::Session;

use super::chosen::is_of;
use super::report::{progress_bar, refuse, shown_on};
use super::target::target;

/// Writes a table to a file.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let (words, today) = (&session.words, ledger.today());
    match arguments.subcommand() {
        Some(("households", arguments)) => {
            let bar = progress_bar(&words.t("export-working"));
            let listed = ledger.roster(|row| is_of(row, arguments), &mut shown_on(&bar));
            bar.finish_and_clear();
            let tables = listed.map(|listed| vec![roster_table(words, &listed, ledger.today())]);
            write(session, ledger, arguments, &words.t("roster-title"), tables)
        }
        Some(("income", arguments)) => {
            let title = policy::title(words, ledger.policy());
            let bar = progress_bar(&words.t("export-working"));
            let table = ledger.income_table(|row| is_of(row, arguments), &mut shown_on(&bar));
            bar.finish_and_clear();
            let tables = table.map(|table| income_tables(words, &table, &title, ledger.today()));
            write(session, ledger, arguments, &words.t("income-title-months"), tables)
        }
        Some(("due", arguments)) => {
            let numbers = if arguments.get_flag("full") { Numbers::Full } else { Numbers::Masked };
            let tables = ledger.due_list().map(|list| {
                let is_wanted = |row: &&DueRow| is_of(row, arguments) && is_to_be_visited(row, arguments, today);
                let rows: Vec<&DueRow> = list.rows.iter().filter(is_wanted).collect();
                hand_out_tables(words, &rows, today, numbers)
            });
            match tables {
                Ok(tables) if tables.is_empty() => refuse(&words.t("handout-nobody")),
                tables => write(session, ledger, arguments, &words.t("handout-file"), tables),
            }
        }
        Some(("overview", arguments)) => {
            let by = arguments.get_one::<String>("by").and_then(|code| OverviewBy::from_code(code));
            let by = by.unwrap_or(OverviewBy::Village);
            let tables = ledger.overview().map(|overview| vec![overview_table(words, &overview, by)]);
            write(session, ledger, arguments, &words.t("overview-title"), tables)
        }
        Some(("visits", arguments)) => {
            let day = |id: &str| arguments.get_one::<NaiveDate>(id).copied();
            let (from, to) = (day("from").unwrap_or(NaiveDate::MIN), day("to").unwrap_or(NaiveDate::MAX));
            let bar = progress_bar(&words.t("export-working"));
            let visited = ledger.visits_between(from..=to, |row| is_of(row, arguments), &mut shown_on(&bar));
            bar.finish_and_clear();
            let tables = visited.map(|visited| vec![visit_table(words, &visited, today)]);
            write(session, ledger, arguments, &words.t("visits-title"), tables)
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

/// Overdue, or due now as well, or any.
fn is_to_be_visited(row: &DueRow, arguments: &ArgMatches, today: NaiveDate) -> bool {
    let state = row.state(today);
    let is_due = !arguments.get_flag("overdue") && state == RevisitState::Due;
    arguments.get_flag("all") || is_due || state == RevisitState::Overdue
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
            // Tables of the same columns are one list in parts.
            let first = tables.first().map(|table| table.headings.clone()).unwrap_or_default();
            let parts = tables.iter().filter(|table| table.headings == first);
            let count = parts.map(|table| table.rows.len()).sum::<usize>().to_string();
            let file = path.display().to_string();
            tell(&words.with("export-written", &[("count", &count), ("file", &file)]));
            Exit::Done
        }
        Err(error) => refuse(&not_written_words(words, &error)),
    }
}
