//! `huifang check`: whether the database is what was written.

use std::fmt::Write;

use clap::ArgMatches;
use serde_json::json;

use crate::domain::audited::AuditedKind;
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{Counted, DatabaseFault, IfMissing, Ledger, StoreError};
use crate::report::passphrase::database_fault_words;
use crate::report::store_error_words;
use crate::session::Session;

use super::report::{print, print_json, refuse, refuse_to_open, say_if_clock_is_behind, say_what_is_known};
use super::unlock;

pub(super) fn run(session: &Session, arguments: &ArgMatches) -> Exit {
    match unlock::open(session, IfMissing::Refuse) {
        Ok(mut ledger) => look_over(session, &mut ledger, arguments),
        Err(error) => {
            if arguments.get_flag("json") {
                not_opened(&session.words, &error);
            }
            refuse_to_open(session, &error)
        }
    }
}

fn look_over(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    say_if_clock_is_behind(words, ledger);
    say_what_is_known(words, ledger);
    ledger.log_opening(super::COMMAND);
    if arguments.get_flag("accept") {
        return accept(session, ledger);
    }
    let (faults, counted) = match ledger.check() {
        Ok(found) => found,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let printed = if arguments.get_flag("json") {
        print_json(words, &as_json(&faults, counted.as_ref()))
    } else {
        print(words, &as_text(session, &faults, counted.as_ref()))
    };
    if printed == Exit::Done && !faults.is_empty() { Exit::WithProblems } else { printed }
}

/// The same where the database could not even be opened: what is known is why.
fn not_opened(words: &Words, error: &StoreError) -> Exit {
    let fault = json!({
        "code": error.code(), "table": null, "count": null, "revision": null, "pages": [], "tables": [],
    });
    print_json(
        words,
        &json!({
            "sound": false,
            "faults": [fault],
            "households": null,
            "visits": null,
            "revisions": null,
            "newest_hash": null,
        }),
    )
}

fn as_json(faults: &[DatabaseFault], counted: Option<&Counted>) -> serde_json::Value {
    let faults: Vec<_> = faults
        .iter()
        .map(|fault| {
            let (table, count) = match fault {
                DatabaseFault::Rows { table, count } => (Some(*table), Some(*count)),
                DatabaseFault::Lacking(lacking) => (None, Some(lacking.records)),
                _ => (None, None),
            };
            let (pages, tables): (&[i64], &[String]) = match fault {
                DatabaseFault::Pages { pages, tables } => (pages, tables),
                DatabaseFault::Structure { tables } => (&[], tables),
                _ => (&[], &[]),
            };
            let revision = if let DatabaseFault::Link(seq) = fault { Some(*seq) } else { None };
            let code = fault.code();
            json!({ "code": code, "table": table, "count": count, "revision": revision, "pages": pages, "tables": tables })
        })
        .collect();
    json!({
        "sound": faults.is_empty(),
        "faults": faults,
        "households": counted.map(|it| it.households),
        "visits": counted.map(|it| it.visits),
        "revisions": counted.map(|it| it.revisions),
        "newest_hash": counted.and_then(|it| it.newest_hash.as_ref()),
    })
}

fn as_text(session: &Session, faults: &[DatabaseFault], counted: Option<&Counted>) -> String {
    let words = &session.words;
    let mut out = match counted {
        Some(counted) => {
            let [households, visits, revisions] =
                [counted.households, counted.visits, counted.revisions].map(|count| count.to_string());
            let args = [("households", households.as_str()), ("visits", &visits), ("revisions", &revisions)];
            words.with(if faults.is_empty() { "check-sound" } else { "check-faults" }, &args)
        }
        None => words.t("check-not-counted"),
    };
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
