//! `huifang notice KIND FILE`: a public notice of households, refused where it would show a person's number.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::notice::{NoticeEntry, NoticeKind};
use crate::exit::{Exit, tell};
use crate::ledger::{HouseholdFile, Ledger, StoreError};
use crate::report::notice::{notice_refused_words, write_notice};
use crate::report::store_error_words;
use crate::session::Session;

use super::chosen::is_of;
use super::report::refuse;
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
    let chosen = match chosen(ledger, arguments) {
        Ok(chosen) => chosen,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let households = match chosen {
        Chosen::Unknown(code) => return refuse(&words.with("cli-show-unknown", &[("code", &code)])),
        Chosen::These(households) if households.is_empty() => return refuse(&words.t("notice-nobody")),
        Chosen::These(households) => households,
    };
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let if_there = match target(session, ledger, &path, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    match write_notice(&path, words, (&entry, ledger.policy()), &households, if_there) {
        Ok(rows) => {
            let (count, file) = (rows.to_string(), path.display().to_string());
            tell(&words.with("export-written", &[("count", &count), ("file", &file)]));
            Exit::Done
        }
        Err(refused) => refuse(&notice_refused_words(words, &refused)),
    }
}

enum Chosen {
    These(Vec<HouseholdFile>),
    Unknown(String),
}

/// The households that are named, in that order; else those of the place whose risk stands, in the due list's.
fn chosen(ledger: &Ledger, arguments: &ArgMatches) -> Result<Chosen, StoreError> {
    let mut files = Vec::new();
    for code in arguments.get_many::<String>("code").into_iter().flatten() {
        match ledger.show_by_code(code)? {
            Some(file) => files.push(file),
            None => return Ok(Chosen::Unknown(code.clone())),
        }
    }
    if files.is_empty() && ["village", "group", "contact"].iter().any(|id| arguments.contains_id(id)) {
        let is_wanted = |row: &&DueRow| row.class == HouseholdClass::Unresolved && is_of(row, arguments);
        let ids: Vec<HouseholdId> = ledger.due_list()?.rows.iter().filter(is_wanted).map(|row| row.id).collect();
        files = ids.into_iter().map(|id| ledger.show(id)).collect::<Result<_, _>>()?;
    }
    Ok(Chosen::These(files))
}
