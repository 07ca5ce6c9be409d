//! `huifang sheet CODE FILE.xlsx`: the printable ledger sheets of a household's visits.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::exchange::visit_sheet::write_sheets;
use crate::exchange::written::{FileNotWritten, WriteFault};
use crate::ledger::Ledger;
use crate::report::visit_sheet::{Numbers, sheet_pages};
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
    let file = match find_household(session, ledger, arguments) {
        Ok(file) => file,
        Err(exit) => return exit,
    };
    let day = |id: &str| arguments.get_one::<NaiveDate>(id).copied();
    let states = match ledger.visits_to_print(&file, day("from"), day("to")) {
        Ok(states) => states,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    if states.is_empty() {
        return refuse(&words.t("sheet-no-visits"));
    }
    let (path, if_there) = match target(session, ledger, arguments) {
        Ok(target) => target,
        Err(exit) => return exit,
    };
    let numbers = if arguments.get_flag("full") { Numbers::Full } else { Numbers::Masked };
    let pages = sheet_pages(words, &file, &states, numbers);
    match write_sheets(&path, &words.t("sheet-title"), &pages, if_there) {
        Ok(()) => {
            let count = pages.len().to_string();
            tell(&words.with("sheet-written", &[("count", &count), ("file", &path.display().to_string())]));
            Exit::Done
        }
        Err(error) => refuse(&not_written_words(words, &error)),
    }
}
