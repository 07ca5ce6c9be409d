//! `huifang rounds`: the plan's dated rounds, with the days left and who is open.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use crate::domain::policy::{RoundCounts, RoundScope};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, RoundNow};
use crate::report::rounds::{rounds_text, what_words};
use crate::report::store_error_words;
use crate::session::Session;

use super::report::{print, print_json, refuse};

/// Prints the rounds.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let rounds = match ledger.rounds() {
        Ok(rounds) => rounds,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    if arguments.get_flag("json") {
        let json: Vec<RoundJson<'_>> = rounds.iter().map(|now| RoundJson::of(now, what_words(words, now))).collect();
        return print_json(words, &json);
    }
    if rounds.is_empty() {
        tell(&words.t("rounds-none"));
        return Exit::Done;
    }
    print(words, &rounds_text(words, &rounds))
}

#[derive(Serialize)]
struct RoundJson<'a> {
    round: &'a str,
    what: String,
    first: NaiveDate,
    last: NaiveDate,
    days_left: i64,
    counts: RoundCounts,
    households: RoundScope,
    /// The plan's words do not state it as it stands.
    reading: bool,
    asked: usize,
    done: usize,
    /// The codes of the households that it has not reached.
    open: Vec<&'a str>,
}

impl<'a> RoundJson<'a> {
    fn of(now: &'a RoundNow, what: String) -> Self {
        Self {
            round: &now.round.id,
            what,
            first: now.span.first,
            last: now.span.last,
            days_left: now.days_left,
            counts: now.round.counts,
            households: now.round.scope,
            reading: now.round.is_reading,
            asked: now.asked(),
            done: now.done,
            open: now.open.iter().map(|row| row.code.as_str()).collect(),
        }
    }
}
