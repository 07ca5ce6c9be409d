//! `huifang audit-log`: who opened, failed to, exported, looked at whole numbers, corrected, changed the policy.

use std::fmt::Write;

use clap::ArgMatches;
use serde_json::json;

use crate::clock::local_minute;
use crate::exit::Exit;
use crate::i18n::Words;
use crate::ledger::{AuditRow, Ledger};
use crate::report::store_error_words;
use crate::session::Session;
use crate::text::pad;

use super::report::{print, print_json, refuse};

pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let rows = match ledger.audit_log() {
        Ok(rows) => rows,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    if arguments.get_flag("json") { print_json(words, &as_json(&rows)) } else { print(words, &as_text(words, &rows)) }
}

fn as_json(rows: &[AuditRow]) -> Vec<serde_json::Value> {
    let row = |row: &AuditRow| {
        json!({
            "number": row.number,
            "at": row.at,
            "author": row.author,
            "device": row.device,
            "what": row.what.code(),
            "about": row.about,
            "reason": row.reason,
        })
    };
    rows.iter().map(row).collect()
}

fn as_text(words: &Words, rows: &[AuditRow]) -> String {
    let mut rows: Vec<&AuditRow> = rows.iter().collect();
    // What failed before somebody came in was put on file after it.
    rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.number)));
    let mut out = String::new();
    for row in rows {
        let what = pad(&words.of(row.what), 20, "");
        let (at, author) = (local_minute(row.at), pad(&row.author, 10, ""));
        let reason = row.reason.as_deref().unwrap_or_default();
        let about = match row.about.as_str() {
            "command" => words.t("audited-command"),
            "interface" => words.t("audited-interface"),
            other => other.to_owned(),
        };
        let _ = writeln!(out, "{at}  {author}  {what}  {about} {reason}");
    }
    out
}
