//! `huifang due`: all active households by due date, then code.

use std::fmt::Write;

use clap::ArgMatches;

use crate::domain::alert::Alert;
use crate::domain::clean::clean_name;
use crate::domain::due_row::DueRow;
use crate::domain::revisit::RevisitState;
use crate::i18n::Words;
use crate::ledger::Ledger;
use crate::text::{pad, pad_left};

use crate::report::store_error_words;

use super::json::DueJson;
use super::report::{Exit, print, print_json, refuse, tell};
use super::session::Session;

pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let mut rows = match ledger.due_list() {
        Ok(list) => list.rows,
        Err(error) => return refuse(&store_error_words(&session.words, &error)),
    };
    let today = ledger.today();
    let wanted = |id| arguments.get_one::<String>(id).map(|text| clean_name(text));
    let (village, contact) = (wanted("village"), wanted("contact"));
    rows.retain(|row| {
        (!arguments.get_flag("overdue") || row.state(today) == RevisitState::Overdue)
            && village.as_ref().is_none_or(|village| row.village == *village)
            && contact.as_ref().is_none_or(|contact| row.contact == *contact)
    });
    if rows.is_empty() && (village.is_some() || contact.is_some()) {
        tell(&session.words.t("cli-due-nobody"));
    }
    let alerts = match ledger.all_alerts() {
        Ok(alerts) => alerts,
        Err(error) => return refuse(&store_error_words(&session.words, &error)),
    };
    let alerts_of = |row: &DueRow| alerts.get(&row.id).map(Vec::as_slice).unwrap_or_default();
    if arguments.get_flag("json") {
        print_json(&session.words, &rows.iter().map(|row| DueJson::of(row, alerts_of(row), today)).collect::<Vec<_>>())
    } else {
        print(&session.words, &table(session, ledger, &rows, &alerts_of))
    }
}

/// How many alerts a household has; nothing where it has none.
fn alert_count(words: &Words, count: usize) -> String {
    if count == 0 { String::new() } else { words.with("due-alerts", &[("count", &count.to_string())]) }
}

fn table<'a>(
    session: &Session,
    ledger: &Ledger,
    rows: &[DueRow],
    alerts_of: &impl Fn(&DueRow) -> &'a [Alert],
) -> String {
    let words = &session.words;
    let mut out = String::new();
    for row in rows {
        let state = match row.state(ledger.today()) {
            RevisitState::Overdue => words.with("days", &[("days", &row.days_overdue(ledger.today()).to_string())]),
            state => words.of(state),
        };
        let due = row.due_on.map_or_else(|| words.t("none"), |due| due.to_string());
        let last = row.last_counted.map_or_else(|| words.t("never-visited"), |(on, _)| on.to_string());
        let columns = [
            pad(&due, 10, ""),
            pad_left(&state, 10, "~"),
            pad(&row.code, 20, "~"),
            pad(&row.name, 12, "~"),
            pad(&format!("{} {}", row.village, row.group), 18, "~"),
            pad(&words.short(row.class), 12, "~"),
            pad(&last, 10, ""),
            pad(&row.contact, 10, "~"),
            alert_count(words, alerts_of(row).len()),
        ];
        let _ = writeln!(out, "{}", columns.join("  ").trim_end());
    }
    out
}
