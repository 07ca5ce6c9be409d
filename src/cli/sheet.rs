//! `huifang sheet CODE FILE.xlsx`: the printable ledger sheets of a household's visits.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::revisit::end_of_week;
use crate::exchange::visit_sheet::{SheetPage, write_sheets};
use crate::exchange::written::{FileNotWritten, WriteFault};
use crate::ledger::Ledger;
use crate::report::visit_sheet::{Numbers, blank_pages, sheet_pages};
use crate::report::{not_written_words, store_error_words};

use super::report::{Exit, refuse, tell};
use super::session::Session;
use super::show::find_household;
use super::target::target;

pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("xlsx")) {
        return refuse(&not_written_words(words, &FileNotWritten::new(&path, WriteFault::NotXlsx)));
    }
    let numbers = if arguments.get_flag("full") { Numbers::Full } else { Numbers::Masked };
    let pages = if arguments.get_flag("blank") {
        blank(session, ledger, arguments, numbers)
    } else {
        of_visits(session, ledger, arguments, numbers)
    };
    let pages = match pages {
        Ok(pages) => pages,
        Err(exit) => return exit,
    };
    let (path, if_there) = match target(session, ledger, arguments) {
        Ok(target) => target,
        Err(exit) => return exit,
    };
    match write_sheets(&path, &words.t("sheet-title"), &pages, if_there) {
        Ok(()) => {
            let count = pages.len().to_string();
            tell(&words.with("sheet-written", &[("count", &count), ("file", &path.display().to_string())]));
            Exit::Done
        }
        Err(error) => refuse(&not_written_words(words, &error)),
    }
}

/// The pages of a household's visits.
fn of_visits(
    session: &Session,
    ledger: &Ledger,
    arguments: &ArgMatches,
    numbers: Numbers,
) -> Result<Vec<SheetPage>, Exit> {
    let words = &session.words;
    let file = find_household(session, ledger, arguments)?;
    let day = |id: &str| arguments.get_one::<NaiveDate>(id).copied();
    let states = ledger.visits_to_print(&file, day("from"), day("to"));
    let states = states.map_err(|error| refuse(&store_error_words(words, &error)))?;
    if states.is_empty() {
        return Err(refuse(&words.t("sheet-no-visits")));
    }
    Ok(sheet_pages(words, &file, &states, numbers))
}

/// Blank pages: of one household, else of those due by a day, overdue ones too.
fn blank(session: &Session, ledger: &Ledger, arguments: &ArgMatches, numbers: Numbers) -> Result<Vec<SheetPage>, Exit> {
    let words = &session.words;
    if arguments.get_one::<String>("code").is_some() {
        let file = find_household(session, ledger, arguments)?;
        return Ok(blank_pages(words, &[file], ledger.today(), numbers));
    }
    let until = arguments.get_one::<NaiveDate>("until").copied().unwrap_or_else(|| end_of_week(ledger.today()));
    let only = |id: &str| arguments.get_one::<String>(id).map(String::as_str);
    let files = ledger.due_by(until, only("village"), only("contact"));
    let files = files.map_err(|error| refuse(&store_error_words(words, &error)))?;
    if files.is_empty() {
        return Err(refuse(&words.with("sheet-blank-none", &[("until", &until.to_string())])));
    }
    Ok(blank_pages(words, &files, ledger.today(), numbers))
}
