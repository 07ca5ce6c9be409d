//! `huifang audit`: what on file does not agree, by kind.

use std::fmt::Write;

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::audit_finding::AuditKind;
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{Ledger, ListedFinding};
use crate::report::audit::{of_words, subject_words};
use crate::report::store_error_words;
use crate::session::Session;

use super::report::{print, print_json, progress_bar, refuse, shown_on};

/// How many of a kind are printed where not all are asked for.
const FIRST: usize = 5;

/// Prints the findings.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let bar = progress_bar(&words.t("audit-reading"));
    let found = ledger.audit_telling(&mut shown_on(&bar));
    bar.finish_and_clear();
    let findings = match found {
        Ok(findings) => findings.unwrap_or_default(),
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    if arguments.get_flag("json") {
        return print_json(words, &findings.iter().map(FindingJson::of).collect::<Vec<_>>());
    }
    let (checked, open): (Vec<_>, Vec<_>) = findings.into_iter().partition(|listed| listed.checked.is_some());
    if !checked.is_empty() {
        tell(&words.with("audit-checked-left-out", &[("count", &checked.len().to_string())]));
    }
    if open.is_empty() {
        tell(&words.t("audit-none"));
        return Exit::Done;
    }
    let most = if arguments.get_flag("all") { usize::MAX } else { FIRST };
    let mut out = String::new();
    for of_kind in open.chunk_by(|a, b| a.finding.kind == b.finding.kind) {
        write_kind(&mut out, words, of_kind, most);
    }
    print(words, &out)
}

fn write_kind(out: &mut String, words: &Words, findings: &[ListedFinding], most: usize) {
    let kind = findings[0].finding.kind;
    let _ = writeln!(out, "{}  {}", words.of(kind), findings.len());
    let _ = writeln!(out, "  {}", words.with("audit-why", &[("why", &words.about(kind, "why"))]));
    let _ = writeln!(out, "  {}", words.with("audit-mend", &[("mend", &words.about(kind, "mend"))]));
    for listed in findings.iter().take(most) {
        let line = format!("{}  {}", of_words(words, listed), subject_words(words, listed));
        let _ = writeln!(out, "    {}", line.trim());
    }
    if findings.len() > most {
        let more = (findings.len() - most).to_string();
        let _ = writeln!(out, "    {}", words.with("audit-more", &[("count", &more)]));
    }
    out.push('\n');
}

#[derive(Serialize)]
struct FindingJson<'a> {
    kind: AuditKind,
    code: Option<&'a str>,
    name: Option<&'a str>,
    village: Option<&'a str>,
    contact: Option<&'a str>,
    subject: &'a str,
    count: Option<usize>,
    /// The codes of the households, where they are several.
    codes: Vec<&'a str>,
    /// Why it is right as it is, where somebody looked at it.
    checked: Option<&'a str>,
}

impl<'a> FindingJson<'a> {
    fn of(listed: &'a ListedFinding) -> Self {
        let row = listed.household.as_ref();
        Self {
            kind: listed.finding.kind,
            code: row.map(|row| row.code.as_str()),
            name: row.map(|row| &*row.name),
            village: row.map(|row| row.village.as_str()),
            contact: row.map(|row| row.contact.as_str()).filter(|contact| !contact.is_empty()),
            subject: &listed.finding.subject,
            count: listed.finding.count,
            codes: listed.several.iter().map(|row| row.code.as_str()).collect(),
            checked: listed.checked.as_ref().map(|checked| checked.why.as_str()),
        }
    }
}
