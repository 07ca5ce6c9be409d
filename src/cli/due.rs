//! `huifang due`: all active households by due date, then code.

use clap::ArgMatches;

use crate::domain::alert::AlertKind;
use crate::domain::due_row::DueRow;
use crate::domain::revisit::RevisitState;
use crate::exit::{Exit, tell};
use crate::ledger::Ledger;
use crate::text::{fit, pad, pad_left};

use crate::report::hand_out::hand_out_text;
use crate::report::store_error_words;
use crate::session::Session;

use super::chosen::is_of;
use super::json::DueJson;
use super::report::{print, print_json, refuse};

/// Prints who is due.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let today = ledger.today();
    // What cannot be kept now is computed all the same, and kept by the next who can.
    let _ = ledger.renew_alerts();
    let mut rows = match ledger.due_list() {
        Ok(list) => list.rows,
        Err(error) => return refuse(&store_error_words(&session.words, &error)),
    };
    rows.retain(|row| {
        is_of(row, arguments) && (!arguments.get_flag("overdue") || row.state(today) == RevisitState::Overdue)
    });
    if rows.is_empty() && ["village", "group", "contact"].iter().any(|id| arguments.contains_id(id)) {
        tell(&session.words.t("cli-due-nobody"));
    }
    if let Err(error) = ledger.fill_in_alerts(&mut rows) {
        return refuse(&store_error_words(&session.words, &error));
    }
    if arguments.get_flag("text") {
        let to_visit = |row: &&DueRow| matches!(row.state(today), RevisitState::Overdue | RevisitState::Due);
        let rows: Vec<&DueRow> = rows.iter().filter(to_visit).collect();
        return print(&session.words, &hand_out_text(&session.words, &rows, today));
    }
    if arguments.get_flag("json") {
        let alerts = |row: &DueRow| row.alerts_on(today).unwrap_or_default().to_vec();
        print_json(&session.words, &rows.iter().map(|row| DueJson::of(row, alerts(row), today)).collect::<Vec<_>>())
    } else {
        print(&session.words, &table(session, ledger, &rows))
    }
}

fn table(session: &Session, ledger: &Ledger, rows: &[DueRow]) -> String {
    let words = &session.words;
    let heads = DUE_HEADS.map(|key| words.t(key));
    let mut lines = if rows.is_empty() { Vec::new() } else { vec![line(&heads)] };
    for row in rows {
        let state = match row.state(ledger.today()) {
            RevisitState::Overdue => words.with("days", &[("days", &row.days_overdue(ledger.today()).to_string())]),
            state => words.of(state),
        };
        lines.push(line(&[
            row.due_on.map_or_else(|| words.t("none"), |due| due.to_string()),
            state,
            row.code.clone(),
            row.name.clone().into(),
            format!("{} {}", row.village, row.group),
            words.of(row.class),
            row.last_counted.map_or_else(|| words.t("never-visited"), |(on, _)| on.to_string()),
            row.contact.clone(),
            row.alerts_on(ledger.today()).map_or(0, <[AlertKind]>::len).to_string(),
        ]));
    }
    lines.concat()
}

const DUE_HEADS: [&str; 9] = [
    "column-due",
    "column-late",
    "household-code",
    "column-name",
    "column-place",
    "household-class",
    "household-last-visit",
    "column-contact",
    "column-alerts",
];

/// A line of the table; what is too long ends in `~`.
fn line(texts: &[String; 9]) -> String {
    let [due, state, code, name, place, class, last, contact, alerts] = texts;
    let cells = [
        pad(due, 10, "~"),
        pad_left(&fit(state, 10, "~"), 10, ""),
        pad(code, 20, "~"),
        pad(name, 12, "~"),
        pad(place, 18, "~"),
        pad(class, 21, "~"),
        pad(last, 10, "~"),
        pad(contact, 10, "~"),
        alerts.clone(),
    ];
    format!("{}\n", cells.join("  ").trim_end())
}
