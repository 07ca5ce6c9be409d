//! `huifang clues`: the ledger of clues; one is added, given to somebody, checked, told back, closed, opened again. A clue
//! is named by its number, which it keeps.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use crate::domain::clue::{Clue, ClueOutcome, ClueResult, ClueSource, ClueState, ListedClue, OfWhom, days_left};
use crate::domain::clue_entry::{ClueChange, ClueEntry, ClueFault};
use crate::domain::contact::ContactName;
use crate::domain::entry::Reason;
use crate::domain::label::RiskType;
use crate::exit::{Exit, tell};
use crate::ledger::{ClueNotChanged, Ledger, Refused, StoreError};
use crate::report::clues::{clues_text, deadline_words};
use crate::report::store_error_words;
use crate::session::Session;

use super::clue_import;
use super::report::{print, print_json, refuse};
use super::show::find_household;

pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let done = match arguments.subcommand() {
        None => return list(session, ledger, arguments),
        Some(("add", arguments)) => add(session, ledger, arguments),
        Some(("import", arguments)) => clue_import::run(session, ledger, arguments),
        Some((what, arguments)) => change(session, ledger, what, arguments),
    };
    match done {
        Ok(exit) => exit,
        Err(sentence) => refuse(&sentence),
    }
}

fn list(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let mut clues = match ledger.clues() {
        Ok(clues) => clues,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    clues.retain(|listed| !arguments.get_flag("open") || listed.clue.is_open());
    let today = ledger.today();
    if arguments.get_flag("json") {
        return print_json(words, &clues.iter().map(|listed| ClueJson::of(listed, today)).collect::<Vec<_>>());
    }
    if clues.is_empty() {
        tell(&words.t("clue-none"));
        return Exit::Done;
    }
    print(words, &clues_text(words, &clues, today))
}

/// A clue as programs read it. Who reported it is left out.
#[derive(Serialize)]
struct ClueJson<'a> {
    number: usize,
    household_id: Option<String>,
    name: &'a str,
    village: &'a str,
    group: &'a str,
    received_on: NaiveDate,
    day_zero: NaiveDate,
    source: &'static str,
    channel: &'a str,
    what: &'a str,
    risks: Vec<&'static str>,
    state: &'static str,
    assigned_to: Option<&'a str>,
    checked_on: Option<NaiveDate>,
    result: Option<ResultJson<'a>>,
    told_back_on: Option<NaiveDate>,
    joined: bool,
    decide_by: Option<NaiveDate>,
    days_left: Option<i64>,
    without_holidays: Option<bool>,
}

#[derive(Serialize)]
struct ResultJson<'a> {
    outcome: &'static str,
    on: NaiveDate,
    why: &'a str,
    explained_by: &'a str,
}

impl<'a> ClueJson<'a> {
    fn of(listed: &'a ListedClue, today: NaiveDate) -> Self {
        let ListedClue { number, clue, day_zero, decide_by: end } = listed;
        Self {
            number: *number,
            household_id: clue.household_id.map(|id| id.to_string()),
            name: &clue.of.name,
            village: &clue.of.village,
            group: &clue.of.group,
            received_on: clue.received_on,
            day_zero: *day_zero,
            source: clue.source.code(),
            channel: &clue.channel,
            what: &clue.what,
            risks: clue.risks.iter().map(|risk| risk.code()).collect(),
            state: clue.state().code(),
            assigned_to: clue.assigned_to.as_ref().map(ContactName::as_str),
            checked_on: clue.checked_on,
            result: clue.result.as_ref().map(|ClueResult { outcome, on, why, explained_by }| ResultJson {
                outcome: outcome.code(),
                on: *on,
                why,
                explained_by,
            }),
            told_back_on: clue.told_back_on,
            joined: clue.joined_to.is_some(),
            decide_by: end.map(|end| end.on),
            days_left: end.map(|end| days_left(end, today)),
            without_holidays: end.map(|end| end.without_holidays),
        }
    }
}

fn text(arguments: &ArgMatches, id: &str) -> String {
    arguments.get_one::<String>(id).cloned().unwrap_or_default()
}

fn add(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let household = match arguments.get_one::<String>("household") {
        Some(code) => match find_household(session, ledger, code) {
            Ok(file) => Some(file.household.id),
            Err(exit) => return Ok(exit),
        },
        None => None,
    };
    let source = arguments.get_one::<String>("source").and_then(|code| ClueSource::from_code(code));
    let risks = arguments.get_many::<String>("risk").unwrap_or_default();
    let entry = ClueEntry {
        household_id: household,
        of: OfWhom {
            name: text(arguments, "name").into(),
            village: text(arguments, "village"),
            group: text(arguments, "group"),
            phone: text(arguments, "phone").into(),
        },
        received_on: arguments.get_one("on").copied().unwrap_or(ledger.today()),
        source: source.unwrap_or(ClueSource::SelfReport),
        channel: text(arguments, "channel"),
        reported_by: text(arguments, "by").into(),
        what: text(arguments, "what"),
        risks: risks.filter_map(|code| RiskType::from_code(code)).collect(),
    };
    let clue = ledger.keep_clue(&entry).map_err(|refused| match refused {
        Refused::Entry(faults) => {
            let is_of_day = faults.iter().all(|fault| *fault == ClueFault::DayImpossible);
            let key = if is_of_day { "clue-not-kept-day" } else { "clue-not-kept" };
            let faults: Vec<String> = faults.iter().map(|fault| words.of(*fault)).collect();
            words.with(key, &[("faults", &faults.join(&words.t("list-semicolon")))])
        }
        Refused::Changed => store_error_words(words, &StoreError::ChangedMeanwhile),
        Refused::Store(error) => store_error_words(words, &error),
    })?;
    let clues = ledger.clues().map_err(|error| store_error_words(words, &error))?;
    let Some(listed) = clues.iter().find(|listed| listed.clue.id == clue.id) else { return Ok(Exit::Done) };
    let (number, deadline) = (listed.number.to_string(), deadline_words(words, listed, ledger.today()));
    tell(&words.with("clue-kept", &[("number", &number), ("deadline", &deadline)]));
    if clue.joined_to.is_some() {
        tell(&words.t("clue-joined"));
    }
    Ok(Exit::Done)
}

/// The clue with what the options say in place of what it said.
fn corrected(clue: &Clue, arguments: &ArgMatches) -> ClueEntry {
    let stated = |id: &str, known: &str| arguments.get_one::<String>(id).cloned().unwrap_or_else(|| known.to_owned());
    let of = OfWhom {
        name: stated("name", &clue.of.name).into(),
        village: stated("village", &clue.of.village),
        group: stated("group", &clue.of.group),
        phone: stated("phone", &clue.of.phone).into(),
    };
    let source = arguments.get_one::<String>("source").and_then(|code| ClueSource::from_code(code));
    ClueEntry {
        household_id: clue.household_id,
        of,
        received_on: arguments.get_one("on").copied().unwrap_or(clue.received_on),
        source: source.unwrap_or(clue.source),
        channel: stated("channel", &clue.channel),
        reported_by: stated("by", &clue.reported_by).into(),
        what: stated("what", &clue.what),
        risks: clue.risks.clone(),
    }
}

fn change(session: &Session, ledger: &mut Ledger, what: &str, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let number = arguments.get_one::<usize>("number").copied().unwrap_or(0);
    let clues = ledger.clues().map_err(|error| store_error_words(words, &error))?;
    let unknown = || words.with("clue-unknown", &[("number", &number.to_string())]);
    let seen = clues.iter().find(|listed| listed.number == number).ok_or_else(unknown)?;
    let on = arguments.try_get_one("on").ok().flatten().copied().unwrap_or(ledger.today());
    let change = match what {
        "assign" => {
            let name = ContactName::parse(&text(arguments, "name")).ok_or_else(|| words.t("clue-no-name"))?;
            ClueChange::Assign(name)
        }
        "check" => ClueChange::Check(on),
        "tell" => ClueChange::TellBack(on),
        "close" => {
            let outcome = ClueOutcome::from_code(&text(arguments, "outcome")).ok_or_else(unknown)?;
            ClueChange::Close {
                outcome,
                on,
                why: text(arguments, "why"),
                explained_by: text(arguments, "explained-by"),
            }
        }
        _ => {
            let why = Reason::parse(&text(arguments, "why")).ok_or_else(|| words.t("clue-no-reason"))?;
            match what {
                "correct" => ClueChange::Correct(Box::new(corrected(&seen.clue, arguments)), why),
                "void" => ClueChange::Void(why),
                _ => ClueChange::Reopen(why),
            }
        }
    };
    match ledger.change_clue(&seen.clue, &change) {
        Ok(after) => {
            let state = if after.voided { words.t("clue-void") } else { words.of(after.state()) };
            tell(&words.with("clue-changed", &[("number", &number.to_string()), ("state", &state)]));
            if after.state() == ClueState::Closed && after.told_back_on.is_none() && !after.reported_by.is_empty() {
                tell(&words.t("clue-tell-back"));
            }
            Ok(Exit::Done)
        }
        Err(ClueNotChanged::Refused(refusal)) => Err(words.of(refusal)),
        Err(ClueNotChanged::Unknown) => Err(unknown()),
        Err(ClueNotChanged::Store(error)) => Err(store_error_words(words, &error)),
    }
}
