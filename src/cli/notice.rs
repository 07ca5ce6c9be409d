//! `huifang notice KIND FILE`: a public notice of households, refused where it would show a person's number.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::notice::{NoticeEntry, NoticeKind};
use crate::exit::{Exit, tell};
use crate::ledger::{HouseholdFile, Ledger};
use crate::report::notice::{notice_refused_words, write_notice};
use crate::session::Session;

use super::report::refuse;
use super::show::find_household;
use super::target::target;

/// Writes a notice.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let text = |id: &str| arguments.get_one::<String>(id).cloned().unwrap_or_default();
    let day = |id: &str| arguments.get_one::<NaiveDate>(id).copied();
    let entry = NoticeEntry {
        // The command line takes no other.
        kind: NoticeKind::from_code(&text("kind")).unwrap_or(NoticeKind::FirstList),
        unit: text("unit"),
        phone: text("phone"),
        place: text("place"),
        from: day("from").unwrap_or(ledger.today()),
        until: day("until"),
    };
    let mut households: Vec<HouseholdFile> = Vec::new();
    for code in arguments.get_many::<String>("code").into_iter().flatten() {
        match find_household(session, ledger, code) {
            Ok(file) if households.iter().any(|known| known.household.id == file.household.id) => {}
            Ok(file) => households.push(file),
            Err(exit) => return exit,
        }
    }
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let if_there = match target(session, ledger, &path, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    match write_notice(&path, words, ledger, (&entry, &households), if_there) {
        Ok(rows) => {
            let (count, file) = (rows.to_string(), path.display().to_string());
            tell(&words.with("export-written", &[("count", &count), ("file", &file)]));
            Exit::Done
        }
        Err(refused) => refuse(&notice_refused_words(words, &refused)),
    }
}
