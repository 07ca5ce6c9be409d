//! The command line: one file a command; each parses, calls the ledger and prints. Results go to
//! stdout, words for people to stderr.

mod answers_json;
mod assess;
mod audit;
mod chosen;
mod command;
mod due;
mod export;
mod import;
mod import_json;
mod imports;
mod json;
mod known;
mod notice;
mod overview;
mod period_report;
mod policy;
mod report;
mod risk_json;
mod rounds;
mod sheet;
mod show;
mod target;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::contact::ContactName;
use crate::exit::Exit;
use crate::i18n::{Language, Words};
use crate::ledger::{IfMissing, Ledger};
use crate::paths::Folders;
use crate::report::codes::{codes, codes_table};
use crate::report::store_error_words;
use crate::session::Session;

use report::print_json;

pub use command::command;
pub use report::print;

/// What the person asked for.
pub enum Asked {
    /// The interface, on the database of the session or on made-up households.
    Interface {
        demo: bool,
    },
    /// The list of the interface's keys.
    Keys,
    Done(Exit),
}

/// A run with the options that stand before every command.
pub fn session(words: Words, folders: Folders, config: Config, options: &ArgMatches) -> Session {
    let database = options.get_one::<PathBuf>("db").cloned().or_else(|| config.database.clone());
    let named = options.get_one::<String>("as").or(config.me.as_ref());
    Session {
        database: database.unwrap_or_else(|| folders.database()),
        clock: Clock::fixed(options.get_one("today").copied()),
        author: named.and_then(|name| ContactName::parse(name)),
        ascii: options.get_flag("ascii") || config.glyphs.as_deref() == Some("ascii"),
        words,
        folders,
        config,
    }
}

/// Parses the arguments after the language is known; runs a command, or says that the interface is
/// wanted.
pub fn run(session: &Session, matches: &ArgMatches) -> Asked {
    match matches.subcommand() {
        None => Asked::Interface { demo: false },
        Some(("demo", _)) => Asked::Interface { demo: true },
        Some(("import", arguments)) => Asked::Done(import::run(session, arguments)),
        Some(("imports", arguments)) => {
            Asked::Done(on_existing(session, |ledger| imports::run(session, ledger, arguments)))
        }
        Some(("due", arguments)) => Asked::Done(on_existing(session, |ledger| due::run(session, ledger, arguments))),
        Some(("show", arguments)) => Asked::Done(on_existing(session, |ledger| show::run(session, ledger, arguments))),
        Some(("sheet", arguments)) => {
            Asked::Done(on_existing(session, |ledger| sheet::run(session, ledger, arguments)))
        }
        Some(("policy", arguments)) => {
            Asked::Done(on_existing(session, |ledger| policy::run(session, ledger, arguments)))
        }
        Some(("overview", arguments)) => {
            Asked::Done(on_existing(session, |ledger| overview::run(session, ledger, arguments)))
        }
        Some(("report", arguments)) => {
            Asked::Done(on_existing(session, |ledger| period_report::run(session, ledger, arguments)))
        }
        Some(("notice", arguments)) => {
            Asked::Done(on_existing(session, |ledger| notice::run(session, ledger, arguments)))
        }
        Some(("rounds", arguments)) => {
            Asked::Done(on_existing(session, |ledger| rounds::run(session, ledger, arguments)))
        }
        Some(("audit", arguments)) => {
            Asked::Done(on_existing(session, |ledger| audit::run(session, ledger, arguments)))
        }
        Some(("assess", arguments)) => {
            Asked::Done(on_existing(session, |ledger| assess::run(session, ledger, arguments)))
        }
        Some(("export", arguments)) => {
            Asked::Done(on_existing(session, |ledger| export::run(session, ledger, arguments)))
        }
        Some(("keys", _)) => Asked::Keys,
        Some(("codes", arguments)) if arguments.get_flag("json") => Asked::Done(print_json(&session.words, &codes())),
        Some(("codes", _)) => Asked::Done(print(&session.words, &codes_table())),
        Some(_) => Asked::Done(Exit::Refused),
    }
}

/// Help and versions go to stdout; what cannot be understood goes to stderr, cleaned, since it quotes
/// the arguments.
pub fn say_usage(said: &clap::Error) -> Exit {
    if said.use_stderr() {
        return report::refuse(said.render().to_string().trim_end());
    }
    if said.print().is_ok() { Exit::Done } else { Exit::Refused }
}

/// Runs a command that creates no database.
fn on_existing(session: &Session, work: impl FnOnce(&mut Ledger) -> Exit) -> Exit {
    match session.open(IfMissing::Refuse) {
        Ok(mut ledger) => {
            report::say_if_clock_is_behind(&session.words, &ledger);
            work(&mut ledger)
        }
        Err(error) => report::refuse(&store_error_words(&session.words, &error)),
    }
}

/// The language that `--lang` names, looked for before the rest is parsed, so that the help itself is
/// in it.
pub fn asked_language(arguments: &[OsString]) -> Option<String> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            return arguments.next().map(str::to_owned);
        }
        if let Some(language) = argument.strip_prefix("--lang=") {
            return Some(language.to_owned());
        }
    }
    None
}

/// The languages that `--lang` takes.
pub fn language_codes() -> Vec<&'static str> {
    Language::ALL.iter().map(|language| language.code()).collect()
}
