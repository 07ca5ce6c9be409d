//! `huifang policy list | show | use`: the policy of the database.

use std::fmt::Write;
use std::path::Path;

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::codes::Coded;
use crate::domain::policy::{Origin, Policy, SHIPPED, Setting, Value, Wording};
use crate::exit::{Exit, tell};
use crate::files::{is_taken, read_small};
use crate::ledger::{Ledger, PolicyRefused};
use crate::report::policy::{policy_problem_words, title, value_words, wording};
use crate::report::store_error_words;
use crate::session::Session;
use crate::text::{pad, width};

use super::report::{print, print_json, refuse};

/// A plan's values take a tenth of this.
const MOST_BYTES: u64 = 64 << 10;
/// How many of a file's problems are listed: whoever mends these comes again.
const MOST_PROBLEMS: usize = 50;

/// Lists, shows or switches the policy.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    match arguments.subcommand() {
        Some(("list", arguments)) => list(session, ledger, arguments),
        Some(("show", arguments)) => show(session, ledger, arguments),
        Some(("use", arguments)) => switch(session, ledger, arguments),
        _ => Exit::Refused,
    }
}

fn name(arguments: &ArgMatches) -> &str {
    arguments.get_one::<String>("name").map_or("", String::as_str)
}

#[derive(Serialize)]
struct ListedJson {
    id: String,
    title: Wording,
    place: Wording,
    in_use: bool,
}

fn list(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let in_use = |policy: &Policy| policy.id == ledger.policy().id && policy.of_file == ledger.policy().of_file;
    let policies = ledger.policies();
    if arguments.get_flag("json") {
        let listed = policies.into_iter().map(|policy| ListedJson {
            in_use: in_use(&policy),
            id: policy.id,
            title: policy.title,
            place: policy.place,
        });
        return print_json(&session.words, &listed.collect::<Vec<_>>());
    }
    let mut out = String::new();
    let room = policies.iter().map(|policy| width(&title(words, policy))).max().unwrap_or(0);
    for policy in &policies {
        let mark = if in_use(policy) { words.t("policy-in-use") } else { String::new() };
        let line = [pad(&policy.id, 14, ""), pad(&title(words, policy), room, ""), mark].join("  ");
        let _ = writeln!(out, "{}", line.trim_end());
    }
    print(&session.words, &out)
}

#[derive(Serialize)]
struct PolicyJson {
    id: String,
    title: Wording,
    place: Wording,
    settings: Vec<SettingJson>,
}

#[derive(Serialize)]
struct SettingJson {
    setting: Setting,
    value: serde_json::Value,
    origin: Origin,
    wording: Wording,
}

impl PolicyJson {
    fn of(policy: &Policy) -> Self {
        let settings = policy.settings().map(|(setting, stated, origin)| SettingJson {
            setting,
            value: json_of(&stated.value),
            origin,
            wording: stated.wording.clone(),
        });
        Self {
            id: policy.id.clone(),
            title: policy.title.clone(),
            place: policy.place.clone(),
            settings: settings.collect(),
        }
    }
}

/// A value by its codes and numbers.
fn json_of(value: &Value) -> serde_json::Value {
    fn codes<T: Coded>(values: &[T]) -> serde_json::Value {
        values.iter().map(|value| value.stable_code()).collect::<Vec<_>>().into()
    }
    match value {
        Value::Line(line) => serde_json::json!({ "every_year": line.every_year, "by_year": line.by_year }),
        Value::Formula(it) => it.code().into(),
        Value::Window(it) => it.code().into(),
        Value::NoLabour(it) => it.code().into(),
        Value::MemberRule(it) => it.code().into(),
        Value::Cadence(rule) => serde_json::json!(rule),
        Value::Modes(modes) => codes(modes),
        Value::Reasons(reasons) => codes(reasons),
        Value::Sources(sources) => codes(sources),
        Value::Targets(targets) => serde_json::json!(targets),
        Value::Holidays(years) => {
            let years = years.iter().map(|(year, table)| (year.to_string(), table.to_text().into()));
            serde_json::Value::Object(years.collect())
        }
        Value::Count(count) => (*count).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Days(term) => serde_json::json!({ "days": term.days, "kind": term.kind.code() }),
        Value::DayTerms(terms) => terms
            .iter()
            .map(|term| serde_json::json!({ "days": term.days, "kind": term.kind.code() }))
            .collect::<Vec<_>>()
            .into(),
    }
}

fn show(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let name = name(arguments);
    let named = Policy::shipped(name).and_then(Result::ok);
    let policy = match named {
        _ if name.is_empty() || name == ledger.policy().id => ledger.policy(),
        Some(ref policy) => policy,
        None => return unknown(session, name),
    };
    if arguments.get_flag("json") {
        print_json(&session.words, &PolicyJson::of(policy))
    } else {
        print(&session.words, &page(session, policy))
    }
}

fn page(session: &Session, policy: &Policy) -> String {
    let words = &session.words;
    let mut out = format!("{}\n", title(words, policy));
    let _ = writeln!(out, "{}  {}", words.t("policy-place"), wording(words, &policy.place));
    let room = policy.settings().map(|(setting, ..)| width(&words.of(setting))).max().unwrap_or(0);
    for (setting, stated, origin) in policy.settings() {
        let value = value_words(words, setting, &stated.value);
        let _ = writeln!(out, "\n{}  {value}", pad(&words.of(setting), room, ""));
        let from = wording(words, &stated.wording);
        let origin = words.of(origin);
        let _ =
            writeln!(out, "  {}", if from.is_empty() { origin } else { format!("{origin}{}{from}", words.t("colon")) });
    }
    out
}

/// A name of a shipped policy first; else a file.
fn switch(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let (words, name) = (&session.words, name(arguments));
    let used = if Policy::shipped_text(name).is_some() {
        ledger.use_shipped_policy(name, &mut |_, _| true)
    } else if is_taken(Path::new(name)) {
        let Ok(text) = read_small(Path::new(name), MOST_BYTES) else {
            return refuse(&words.with("policy-file-unreadable", &[("file", name)]));
        };
        ledger.use_policy_text(text.trim_start_matches('\u{feff}'), &mut |_, _| true)
    } else {
        Err(PolicyRefused::Unknown)
    };
    match used {
        Ok(()) => {
            tell(&words.with("policy-used", &[("title", &title(words, ledger.policy()))]));
            Exit::Done
        }
        Err(PolicyRefused::Unknown | PolicyRefused::Cancelled) => unknown(session, name),
        Err(PolicyRefused::Store(error)) => refuse(&store_error_words(words, &error)),
        Err(PolicyRefused::Problems(problems)) => {
            let count = problems.len().to_string();
            tell(&words.with("policy-refused", &[("file", name), ("count", &count)]));
            for problem in problems.iter().take(MOST_PROBLEMS) {
                tell(&policy_problem_words(words, problem));
            }
            if let Some(more) = problems.len().checked_sub(MOST_PROBLEMS).filter(|more| *more > 0) {
                tell(&words.with("policy-more-problems", &[("count", &more.to_string())]));
            }
            Exit::Refused
        }
    }
}

fn unknown(session: &Session, name: &str) -> Exit {
    let names: Vec<&str> = SHIPPED.iter().map(|(id, _)| *id).collect();
    let names = names.join(&session.words.t("list-comma"));
    refuse(&session.words.with("policy-unknown", &[("name", name), ("names", &names)]))
}
