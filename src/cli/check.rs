//! `huifang check`: whether the database is what was written.

use std::fmt::Write;

use clap::ArgMatches;
use serde_json::json;

use crate::domain::audited::AuditedKind;
use crate::exit::{Exit, tell};
use crate::ledger::{Counted, DatabaseFault, IfMissing, Ledger};
use crate::report::passphrase::database_fault_words;
use crate::report::store_error_words;
use crate::session::Session;

use super::report::{print, print_json, refuse};

pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    if arguments.get_flag("accept") {
        return accept(session, ledger);
    }
    let (faults, counted) = match ledger.check() {
        Ok(found) => found,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let printed = if arguments.get_flag("json") {
        print_json(words, &as_json(&faults, &counted))
    } else {
        print(words, &as_text(session, &faults, &counted))
    };
    if printed == Exit::Done && !faults.is_empty() { Exit::WithProblems } else { printed }
}

fn as_json(faults: &[DatabaseFault], counted: &Counted) -> serde_json::Value {
    let faults: Vec<_> = faults
        .iter()
        .map(|fault| {
            let (table, count) = match fault {
                DatabaseFault::Rows { table, count } => (Some(*table), Some(*count)),
                DatabaseFault::Lacking(lacking) => (None, Some(lacking.records)),
                _ => (None, None),
            };
            let revision = if let DatabaseFault::Link(seq) = fault { Some(*seq) } else { None };
            json!({ "code": fault.code(), "table": table, "count": count, "revision": revision })
        })
        .collect();
    json!({
        "sound": faults.is_empty(),
        "faults": faults,
        "households": counted.households,
        "visits": counted.visits,
        "revisions": counted.revisions,
        "newest_hash": counted.newest_hash,
    })
}

fn as_text(session: &Session, faults: &[DatabaseFault], counted: &Counted) -> String {
    let words = &session.words;
    let [households, visits, revisions] =
        [counted.households, counted.visits, counted.revisions].map(|count| count.to_string());
    let args = [("households", households.as_str()), ("visits", &visits), ("revisions", &revisions)];
    let mut out = words.with(if faults.is_empty() { "check-sound" } else { "check-faults" }, &args);
    out.push('\n');
    for fault in faults {
        let _ = writeln!(out, "  {}", database_fault_words(words, fault));
    }
    out
}

/// What is there holds from now on, whatever this computer knew.
fn accept(session: &Session, ledger: &Ledger) -> Exit {
    let words = &session.words;
    let Some(lacking) = ledger.lacking() else { return refuse(&words.t("check-nothing-to-accept")) };
    let records = lacking.records.to_string();
    let key = ledger.key();
    let accepted = ledger.take_as_it_is().and_then(|()| session.open(IfMissing::Refuse, key.as_ref()));
    match accepted {
        Ok(mut ledger) => {
            ledger.log_if_possible(AuditedKind::TakenAsItIs, &records, None);
            tell(&words.t("check-accepted"));
            Exit::Done
        }
        Err(error) => refuse(&store_error_words(words, &error)),
    }
}
