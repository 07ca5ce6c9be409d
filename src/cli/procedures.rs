//! `huifang procedures`: the ledger of procedures; one is begun, taken step by step, refused, withdrawn. A procedure is
//! named by its number, which it keeps.

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::domain::clue_entry::ClueRefusal;
use crate::domain::contact::ContactName;
use crate::domain::id::{ClueId, HouseholdId};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::policy::{MeetingKind, ProcedureKind, StepKind};
use crate::domain::procedure::act::{ProcedureAct, StepEntry};
use crate::domain::procedure::{FoundBy, GroundAnswer, Objection, PaperKept, ProcedureEnd, StepPerson};
use crate::exit::{Exit, tell};
use crate::i18n::Words;
use crate::ledger::{BeginAsked, BeginOf, Ledger, ListedProcedure, ProcedureNotChanged, Refused, StoreError};
use crate::report::procedures::{procedure_text, procedures_text, state_words, term_words};
use crate::report::store_error_words;
use crate::session::Session;

use super::procedure_command::{paper, person};
use super::procedure_json::{detail_json, listed_json};
use super::procedure_paper;
use super::report::{print, print_json, refuse};
use super::show::find_household;

pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let done = match arguments.subcommand() {
        None => list(session, ledger, arguments),
        Some(("begin", arguments)) => begin(session, ledger, arguments),
        Some(("show", arguments)) => show(session, ledger, arguments),
        Some(("paper", arguments)) => find(&session.words, ledger, number_of(arguments))
            .and_then(|listed| procedure_paper::run(session, ledger, &listed, arguments)),
        Some((what, arguments)) => act(session, ledger, what, arguments),
    };
    done.unwrap_or_else(|sentence| refuse(&sentence))
}

fn list(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let mut listed = ledger.procedures().map_err(|error| store_error_words(words, &error))?;
    listed.retain(|it| !arguments.get_flag("running") || it.procedure.is_running());
    let (today, holidays) = (ledger.today(), ledger.policy().holidays());
    if arguments.get_flag("json") {
        let all: Vec<_> = listed.iter().map(|it| listed_json(it, today, holidays)).collect();
        return Ok(print_json(words, &all));
    }
    if listed.is_empty() {
        tell(&words.t("procedure-none"));
        return Ok(Exit::Done);
    }
    Ok(print(words, &procedures_text(words, &listed, today, holidays)))
}

fn find(words: &Words, ledger: &Ledger, number: usize) -> Result<ListedProcedure, String> {
    let listed = ledger.procedures().map_err(|error| store_error_words(words, &error))?;
    let unknown = || words.with("procedure-unknown", &[("number", &number.to_string())]);
    listed.into_iter().find(|it| it.number == number).ok_or_else(unknown)
}

fn show(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let it = find(words, ledger, number_of(arguments))?;
    let (today, holidays) = (ledger.today(), ledger.policy().holidays());
    if arguments.get_flag("json") {
        let readiness = ledger.readiness(&it.procedure).map_err(|error| store_error_words(words, &error))?;
        return Ok(print_json(words, &detail_json(&it, readiness.as_ref(), today, holidays)));
    }
    Ok(print(words, &procedure_text(words, &it, today, holidays)))
}

fn number_of(arguments: &ArgMatches) -> usize {
    arguments.get_one::<usize>("number").copied().unwrap_or(0)
}

fn text(arguments: &ArgMatches, id: &str) -> String {
    arguments.try_get_one::<String>(id).ok().flatten().cloned().unwrap_or_default()
}

fn day(ledger: &Ledger, arguments: &ArgMatches) -> NaiveDate {
    arguments.try_get_one("on").ok().flatten().copied().unwrap_or(ledger.today())
}

/// Tells how a procedure stands after something was done about it.
fn say(words: &Words, ledger: &Ledger, number: usize) -> Result<Exit, String> {
    let it = find(words, ledger, number)?;
    let (today, holidays) = (ledger.today(), ledger.policy().holidays());
    let state = state_words(words, &it.procedure, today, holidays);
    tell(&words.with("procedure-changed", &[("number", &number.to_string()), ("state", &state)]));
    let term = term_words(words, &it.procedure, today, holidays);
    if !term.is_empty() {
        tell(&term);
    }
    Ok(Exit::Done)
}

fn begin(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let of = match arguments.get_one::<usize>("clue") {
        Some(number) => {
            BeginOf::Clue { id: open_clue(words, ledger, *number)?, persons: arguments.get_one("persons").copied() }
        }
        None => BeginOf::Household(
            household_named(session, ledger, arguments)?.ok_or_else(|| words.t("procedure-of-whom"))?,
        ),
    };
    let risks = arguments.get_many::<String>("risk").unwrap_or_default();
    let asked = BeginAsked {
        of,
        kind: ProcedureKind::from_code(&text(arguments, "kind")),
        category: HouseholdLabel::from_code(&text(arguments, "category")),
        risks: risks.filter_map(|code| RiskType::from_code(code)).collect(),
        assigned_to: ContactName::parse(&text(arguments, "to")),
        on: day(ledger, arguments),
    };
    let begun = ledger.begin_procedure(&asked).map_err(|refused| refused_words(words, refused))?;
    let listed = ledger.procedures().map_err(|error| store_error_words(words, &error))?;
    let number = listed.iter().find(|it| it.procedure.id == begun.id).map_or(0, |it| it.number);
    say(words, ledger, number)
}

/// The clue of a number, which is open.
fn open_clue(words: &Words, ledger: &Ledger, number: usize) -> Result<ClueId, String> {
    let clues = ledger.clues().map_err(|error| store_error_words(words, &error))?;
    let unknown = || words.with("clue-unknown", &[("number", &number.to_string())]);
    let clue = clues.into_iter().find(|listed| listed.number == number).ok_or_else(unknown)?.clue;
    if clue.is_open() { Ok(clue.id) } else { Err(words.of(ClueRefusal::NotAsItStands)) }
}

fn household_named(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Result<Option<HouseholdId>, String> {
    let Some(code) = arguments.get_one::<String>("household") else { return Ok(None) };
    match find_household(session, ledger, code) {
        Ok(file) => Ok(Some(file.household.id)),
        Err(_) => Err(session.words.with("procedure-no-household", &[("code", code)])),
    }
}

fn refused_words<F>(words: &Words, refused: Refused<F>) -> String
where
    F: crate::domain::codes::Coded + std::fmt::Debug,
{
    match refused {
        Refused::Entry(faults) => {
            let faults: Vec<String> = faults.iter().map(|fault| words.of(*fault)).collect();
            words.with("procedure-not-begun", &[("faults", &faults.join(&words.t("list-semicolon")))])
        }
        Refused::Changed => store_error_words(words, &StoreError::ChangedMeanwhile),
        Refused::Store(error) => store_error_words(words, &error),
    }
}

fn act(session: &Session, ledger: &mut Ledger, what: &str, arguments: &ArgMatches) -> Result<Exit, String> {
    let words = &session.words;
    let number = number_of(arguments);
    let seen = find(words, ledger, number)?;
    let act = act_of(words, what, arguments, day(ledger, arguments))?;
    match ledger.act_on_procedure(&seen.procedure, &act) {
        Ok(after) => {
            let is_ground_found = matches!(act, ProcedureAct::Ground { answer: GroundAnswer::Yes, .. });
            if is_ground_found {
                tell(&words.t("procedure-ground-holds"));
            }
            if after.ended.as_ref().is_some_and(|ended| ended.end == ProcedureEnd::Approved)
                && seen.procedure.ended.is_none()
            {
                tell(&words.t("procedure-approved"));
            }
            say(words, ledger, number)
        }
        Err(ProcedureNotChanged::Refused(fault)) => Err(words.of(fault)),
        Err(ProcedureNotChanged::Store(error)) => Err(store_error_words(words, &error)),
    }
}

fn act_of(words: &Words, what: &str, arguments: &ArgMatches, on: NaiveDate) -> Result<ProcedureAct, String> {
    // The command line takes no other codes.
    let step = StepKind::from_code(&text(arguments, "step")).unwrap_or(StepKind::Decision);
    let why = text(arguments, "why").into();
    Ok(match what {
        "pass" => ProcedureAct::Pass(step_entry(words, arguments, step, on)?),
        "post" => {
            ProcedureAct::Post { step, on, until: arguments.get_one("until").copied(), at: text(arguments, "at") }
        }
        "papers" => ProcedureAct::Papers { step, papers: papers_of(words, arguments)? },
        "skip" => ProcedureAct::NotHere { step, on, why },
        "back" => ProcedureAct::SendBack { to: step, on, why },
        "ground" => ProcedureAct::Ground {
            id: text(arguments, "ground"),
            answer: GroundAnswer::from_code(&text(arguments, "answer")).unwrap_or(GroundAnswer::Unknown),
            found_by: FoundBy::from_code(&text(arguments, "found-by")),
            department: text(arguments, "department"),
            on,
            note: text(arguments, "note").into(),
        },
        "meeting" => ProcedureAct::Meeting {
            kind: MeetingKind::from_code(&text(arguments, "kind")).unwrap_or(MeetingKind::Representatives),
            on,
            people: text(arguments, "people"),
            why,
        },
        "refuse" => ProcedureAct::Refuse { on, why, explained_by: text(arguments, "explained-by").into() },
        "withdraw" => ProcedureAct::Withdraw { on, why },
        "green" => ProcedureAct::Green { on, why },
        _ => ProcedureAct::Assign(ContactName::parse(&text(arguments, "name")).ok_or_else(|| words.t("clue-no-name"))?),
    })
}

/// Each paper, and where it lies.
fn papers_of(words: &Words, arguments: &ArgMatches) -> Result<Vec<PaperKept>, String> {
    let all = arguments.get_many::<String>("paper").unwrap_or_default().map(|text| {
        let unreadable = || words.with("procedure-paper-unreadable", &[("value", text)]);
        let (form, place) = paper(text).ok_or_else(unreadable)?;
        Ok(PaperKept { form, place })
    });
    all.collect()
}

fn step_entry(words: &Words, arguments: &ArgMatches, step: StepKind, on: NaiveDate) -> Result<StepEntry, String> {
    let many = |id: &str| arguments.get_many::<String>(id).unwrap_or_default();
    let unreadable = |key: &str, value: &str| words.with(key, &[("value", value)]);
    let people = many("person").map(|text| {
        let (name, role, signed) = person(text).ok_or_else(|| unreadable("procedure-person-unreadable", text))?;
        Ok(StepPerson { name: name.into(), role, signed })
    });
    let objection = arguments.get_one::<String>("objection").map(|what| Objection {
        on,
        what: what.as_str().into(),
        finding: text(arguments, "finding").into(),
        upheld: arguments.get_flag("upheld"),
        by: String::new().into(),
    });
    let none = arguments.get_flag("no-objection").then(Vec::new);
    Ok(StepEntry {
        step,
        on,
        people: people.collect::<Result<_, String>>()?,
        papers: papers_of(words, arguments)?,
        objections: objection.map(|it| vec![it]).or(none),
        note: text(arguments, "note").into(),
    })
}
