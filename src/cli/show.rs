//! `huifang show CODE`: one household with everything.

use std::fmt::Write;

use clap::ArgMatches;

use crate::domain::alert::{Alert, alerts};
use crate::domain::facts::MemberFact;
use crate::domain::household::HouseholdCode;
use crate::domain::mask::mask_id;
use crate::exit::Exit;
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, Ledger};
use crate::text::pad;

use crate::report::evidence::evidence_words;
use crate::report::store_error_words;
use crate::session::Session;

use super::json::ShowJson;
use super::report::{print, print_json, refuse};

/// Prints everything that is on file of a household.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let stated = arguments.get_one::<String>("code").cloned().unwrap_or_default();
    match find_household(session, ledger, &stated) {
        Ok(file) if arguments.get_flag("json") => {
            print_json(&session.words, &ShowJson::of(&file, ledger.policy(), ledger.today()))
        }
        Ok(file) => {
            let alerts = alerts(&file.case(ledger.policy(), ledger.today()));
            print(&session.words, &page(&session.words, &file, &alerts))
        }
        Err(exit) => exit,
    }
}

/// The household that `CODE` names; tells the person where there is none.
pub(super) fn find_household(session: &Session, ledger: &Ledger, stated: &str) -> Result<HouseholdFile, Exit> {
    let code = HouseholdCode::parse(stated).map(|code| code.as_str().to_owned()).unwrap_or_default();
    match ledger.show_by_code(&code) {
        Ok(Some(file)) => Ok(file),
        Ok(None) => Err(refuse(&session.words.with("cli-show-unknown", &[("code", stated)]))),
        Err(error) => Err(refuse(&store_error_words(&session.words, &error))),
    }
}

fn page(words: &Words, file: &HouseholdFile, alerts: &[Alert]) -> String {
    let mut out = String::new();
    let row = &file.row;
    let mut line = |label: String, value: &str| {
        let _ = writeln!(out, "{}  {value}", pad(&label, 18, ""));
    };
    line(words.t("household-code"), &row.code);
    line(words.t("household-class"), &words.of(row.class));
    line(words.t("household-since"), &row.since.to_string());
    line(words.t("household-due"), &row.due_on.map_or_else(|| words.t("none"), |due| due.to_string()));
    let last = row.last_counted.map(|(on, mode)| format!("{on} {}", words.short(mode)));
    line(words.t("household-last-visit"), &last.unwrap_or_else(|| words.t("never-visited")));
    for alert in alerts {
        let evidence: Vec<String> = alert.evidence.iter().map(|it| evidence_words(words, it)).collect();
        let evidence = evidence.join(&words.t("list-semicolon"));
        line(words.t("household-alert"), &format!("{}{}{evidence}", words.of(alert.kind), words.t("colon")));
    }
    for (fact, value) in file.household.facts.iter() {
        line(words.of(fact), &words.household_fact(fact, value));
    }
    for member in &file.members {
        let id = mask_id(member.fact(MemberFact::IdNumber));
        let text =
            format!("{} {} {id}", member.fact(MemberFact::Name), words.relation(member.fact(MemberFact::Relation)));
        line(words.t("household-member"), text.trim_end());
    }
    for visit in &file.visits {
        let by = visit.mode.map(|mode| words.short(mode)).unwrap_or_default();
        let outcome = match (visit.voided, visit.stands_as_entered()) {
            (true, _) => words.t("visit-voided"),
            (false, true) => words.of(visit.outcome),
            // A roster tells of a day and no more.
            (false, false) => String::new(),
        };
        line(words.t("household-visit"), format!("{} {by} {outcome}", visit.visited_on).trim_end());
    }
    for problem in &file.problems {
        line(words.t("household-problem"), &format!("{} {}", words.of(problem.state), problem.what));
    }
    out
}
