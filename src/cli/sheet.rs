//! `huifang sheet CODE FILE.xlsx`: the printable ledger sheets of a household's visits.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::revisit::end_of_week;
use crate::exchange::visit_sheet::{SheetPage, write_sheets};
use crate::exchange::written::{FileNotWritten, IfThere, Outlet, WriteFault, kind_of};
use crate::exit::{Exit, tell};
use crate::ledger::Ledger;
use crate::report::visit_sheet::{Numbers, blank_pages, sheet_pages};
use crate::report::{not_written_words, store_error_words};
use crate::session::Session;

use super::chosen::is_of;
use super::out::GoingOut;
use super::report::refuse;
use super::show::find_household;
use super::target::target;

/// Prints the sheet of a visit, or blank ones.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let blank = arguments.get_flag("blank");
    let (code, path) = match named(arguments) {
        (Some(code), Some(file)) => (Some(code), file),
        (Some(file), None) if blank && is_xlsx(Path::new(&file)) => (None, PathBuf::from(file)),
        _ => return refuse(&words.t(if blank { "sheet-no-file" } else { "sheet-code-and-file" })),
    };
    let going = match GoingOut::of(words, arguments, &path) {
        Ok(going) => going,
        Err(sentence) => return refuse(&sentence),
    };
    if kind_of(&path, Outlet { if_there: IfThere::Keep, seal: going.seal.as_ref() }) != "xlsx" {
        return refuse(&not_written_words(words, &FileNotWritten::new(&path, WriteFault::NotXlsx)));
    }
    let numbers = going.numbers;
    let pages = match code {
        Some(_) if blank && CHOOSERS.iter().any(|id| arguments.contains_id(id)) => {
            return refuse(&words.t("sheet-one-or-some"));
        }
        Some(code) if blank => blank_page(session, ledger, &code, numbers),
        Some(code) => of_visits(session, ledger, &code, arguments, numbers),
        None => blanks(session, ledger, arguments, numbers),
    };
    let pages = match pages {
        Ok(pages) => pages,
        Err(exit) => return exit,
    };
    let if_there = match target(session, ledger, &path, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    let outlet = Outlet { if_there, seal: going.seal.as_ref() };
    if let Err(error) = write_sheets(&path, &words.t("sheet-title"), &pages, outlet) {
        return refuse(&not_written_words(words, &error));
    }
    if let Err(sentence) = going.log(words, ledger, "sheet", &path) {
        return refuse(&sentence);
    }
    let count = pages.len().to_string();
    tell(&words.with("sheet-written", &[("count", &count), ("file", &path.display().to_string())]));
    Exit::Done
}

/// What chooses among the households that are due.
const CHOOSERS: [&str; 4] = ["until", "village", "group", "contact"];

fn is_xlsx(path: &Path) -> bool {
    let is = |path: &Path, ending: &str| path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending));
    is(path, "xlsx") || is(path, "age") && path.file_stem().is_some_and(|stem| is(Path::new(stem), "xlsx"))
}

/// What was named, in its order.
fn named(arguments: &ArgMatches) -> (Option<String>, Option<PathBuf>) {
    (arguments.get_one::<String>("code").cloned(), arguments.get_one::<PathBuf>("file").cloned())
}

/// The pages of a household's visits.
fn of_visits(
    session: &Session,
    ledger: &Ledger,
    code: &str,
    arguments: &ArgMatches,
    numbers: Numbers,
) -> Result<Vec<SheetPage>, Exit> {
    let words = &session.words;
    let file = find_household(session, ledger, code)?;
    let day = |id: &str| arguments.get_one::<NaiveDate>(id).copied();
    let states = ledger.visits_to_print(&file, day("from"), day("to"));
    let states = states.map_err(|error| refuse(&store_error_words(words, &error)))?;
    if states.is_empty() {
        let is_narrowed = arguments.contains_id("from") || arguments.contains_id("to");
        return Err(refuse(&words.t(if is_narrowed { "sheet-no-visits" } else { "sheet-never-visited" })));
    }
    Ok(sheet_pages(words, &file, &states, numbers))
}

/// The blank page of one household.
fn blank_page(session: &Session, ledger: &Ledger, code: &str, numbers: Numbers) -> Result<Vec<SheetPage>, Exit> {
    let file = find_household(session, ledger, code)?;
    Ok(blank_pages(&session.words, &[file], ledger.today(), numbers))
}

/// Blank pages of the households due by a day, overdue ones too.
fn blanks(
    session: &Session,
    ledger: &Ledger,
    arguments: &ArgMatches,
    numbers: Numbers,
) -> Result<Vec<SheetPage>, Exit> {
    let words = &session.words;
    let until = arguments.get_one::<NaiveDate>("until").copied().unwrap_or_else(|| end_of_week(ledger.today()));
    let files = ledger.due_by(until, |row| is_of(row, arguments));
    let files = files.map_err(|error| refuse(&store_error_words(words, &error)))?;
    if files.is_empty() {
        return Err(refuse(&words.with("sheet-blank-none", &[("until", &until.to_string())])));
    }
    Ok(blank_pages(words, &files, ledger.today(), numbers))
}
