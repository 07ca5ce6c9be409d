//! `huifang export … FILE`: flat tables for spreadsheets, and the lists that are handed out.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::due_row::DueRow;
use crate::domain::month::Month;
use crate::domain::overview::OverviewBy;
use crate::domain::revisit::RevisitState;
use crate::exchange::table_book::{Table, write_tables};
use crate::exchange::written::Outlet;
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{Ledger, ListedProblem, Progress, StoreError};
use crate::report::clues::clue_table;
use crate::report::groups::ledger_table;
use crate::report::hand_out::hand_out_tables;
use crate::report::income_tables::income_tables;
use crate::report::overview::overview_table;
use crate::report::problem_table::problem_table;
use crate::report::procedures::procedure_table;
use crate::report::roster_table::roster_table;
use crate::report::visit_sheet::Numbers;
use crate::report::visit_table::visit_table;
use crate::report::{not_written_words, policy, store_error_words};
use crate::session::Session;

use super::chosen::is_of;
use super::out::GoingOut;
use super::report::{progress_bar, refuse, shown_on};
use super::target::target;

/// Writes a table to a file. Whether it can be written there is known before anything is read.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let Some((what, arguments)) = arguments.subcommand() else { return Exit::Refused };
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let month = arguments.try_get_one::<Month>("month").ok().flatten();
    if month.is_some_and(|month| *month > Month::of(ledger.today())) {
        return refuse(&words.t("group-month-ahead"));
    }
    let if_there = match target(session, ledger, &path, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    let going = match GoingOut::of(words, arguments, &path) {
        Ok(going) => going,
        Err(sentence) => return refuse(&sentence),
    };
    let bar = progress_bar(&words.t("export-working"));
    let made = tables_of(session, ledger, (what, arguments), going.numbers, &mut shown_on(&bar));
    bar.finish_and_clear();
    match made {
        Ok((_, tables)) if tables.is_empty() => refuse(&words.t("handout-nobody")),
        Ok((_, tables)) if is_of_nobody(&tables, arguments) => refuse(&words.t("cli-due-nobody")),
        Ok((title, tables)) => {
            let outlet = Outlet { if_there, seal: going.seal.as_ref() };
            if let Err(error) = write_tables(&path, &title, &tables, outlet) {
                return refuse(&not_written_words(words, &error));
            }
            match going.log(words, ledger, what, &path) {
                Ok(()) => say_written(words, &path, &tables),
                Err(sentence) => refuse(&sentence),
            }
        }
        Err(error) => refuse(&store_error_words(words, &error)),
    }
}

/// Some were chosen, and there is none.
fn is_of_nobody(tables: &[Table], arguments: &ArgMatches) -> bool {
    let is_chosen = |id| arguments.try_contains_id(id).unwrap_or(false);
    let is_empty = tables.iter().all(|table| table.rows.len() <= table.sums.len());
    is_empty && ["village", "group", "contact"].into_iter().any(is_chosen)
}

/// The tables of a command with their title; none where a list has nobody on it.
fn tables_of(
    session: &Session,
    ledger: &Ledger,
    (what, arguments): (&str, &ArgMatches),
    numbers: Numbers,
    progress: Progress<'_>,
) -> Result<(String, Vec<Table>), StoreError> {
    let (words, today) = (&session.words, ledger.today());
    let is_wanted = |row: &DueRow| is_of(row, arguments);
    Ok(match what {
        "households" => {
            (words.t("roster-title"), vec![roster_table(words, &ledger.roster(is_wanted, progress)?, today, numbers)])
        }
        "income" => {
            let title = policy::title(words, ledger.policy());
            let table = ledger.income_table(is_wanted, progress)?;
            (words.t("income-title-months"), income_tables(words, &table, &title, today))
        }
        "due" => {
            let list = ledger.due_list()?;
            let is_due = |row: &&DueRow| is_wanted(row) && is_to_be_visited(row, arguments, today);
            let rows: Vec<&DueRow> = list.rows.iter().filter(is_due).collect();
            (words.t("handout-file"), hand_out_tables(words, &rows, today, numbers))
        }
        "overview" => {
            let by = arguments.get_one::<String>("by").and_then(|code| OverviewBy::from_code(code));
            let by = by.unwrap_or(OverviewBy::Village);
            (words.t("overview-title"), vec![overview_table(words, &ledger.overview()?, by)])
        }
        "visits" => {
            let day = |id: &str| arguments.get_one::<NaiveDate>(id).copied();
            let (from, to) = (day("from").unwrap_or(NaiveDate::MIN), day("to").unwrap_or(NaiveDate::MAX));
            let visited = ledger.visits_between(from..=to, is_wanted, progress)?;
            (words.t("visits-title"), vec![visit_table(words, &visited, today)])
        }
        "procedures" => {
            let table = procedure_table(words, &ledger.procedures()?, today, ledger.policy().holidays());
            (words.t("procedure-title"), vec![table])
        }
        "groups" => {
            let month = arguments.get_one::<Month>("month").copied().unwrap_or_else(|| Month::of(today));
            let mut lines = ledger.group_ledger(month)?;
            lines.retain(|line| is_wanted(&line.row));
            (words.t("group-sheet"), vec![ledger_table(words, &lines, month, today)])
        }
        "clues" => (words.t("clue-title"), vec![clue_table(words, &ledger.clues()?, today)]),
        // The command line takes no other.
        _ => {
            let problems = ledger.problems()?;
            let wanted: Vec<&ListedProblem> = problems.iter().filter(|listed| is_wanted(&listed.household)).collect();
            (words.t("problems-title"), vec![problem_table(words, &wanted, today)])
        }
    })
}

/// Overdue, or due now as well, or any.
fn is_to_be_visited(row: &DueRow, arguments: &ArgMatches, today: NaiveDate) -> bool {
    let state = row.state(today);
    let is_due = !arguments.get_flag("overdue") && state == RevisitState::Due;
    arguments.get_flag("all") || is_due || state == RevisitState::Overdue
}

fn say_written(words: &Words, path: &Path, tables: &[Table]) -> Exit {
    // Tables of the same columns are one list in parts.
    let first = tables.first().map(|table| table.headings.clone()).unwrap_or_default();
    let parts = tables.iter().filter(|table| table.headings == first);
    let count = parts.map(|table| table.rows.len()).sum::<usize>().to_string();
    tell(&words.with("export-written", &[("count", &count), ("file", &path.display().to_string())]));
    Exit::Done
}
