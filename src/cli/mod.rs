//! The command line: one file a command; each parses, calls the ledger and prints. Results go to
//! stdout, words for people to stderr.

mod answers_json;
mod assess;
mod audit;
mod audit_log;
mod backup;
mod check;
mod chosen;
mod clue_command;
mod clue_import;
mod clues;
mod command;
mod doctor;
mod due;
mod export;
mod group_command;
mod groups;
mod import;
mod import_json;
mod imports;
mod json;
mod known;
mod notice;
mod out;
mod overview;
mod passphrase;
mod period_report;
mod policy;
mod procedure_command;
mod procedure_json;
mod procedure_paper;
mod procedures;
mod report;
mod restore;
mod risk_json;
mod rounds;
mod salvage;
mod sheet;
mod show;
mod target;
mod unlock;
mod usage;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::contact::ContactName;
use crate::exit::Exit;
use crate::i18n::{Language, Words};
use crate::ledger::{IfMissing, Ledger};
use crate::paths::Folders;
use crate::report::codes::{codes, codes_table};
use crate::session::Session;
use crate::vault::Secret;

use report::print_json;

pub use command::command;
pub use report::{print, refuse_to_open, say_if_nothing_went_out};
pub use unlock::key;

/// The commit that the program was built from; *unknown* where the sources had no history.
pub const COMMIT: &str = env!("HUIFANG_COMMIT");

type OnFolders = fn(&Session, &ArgMatches) -> Exit;
type OnLedger = fn(&Session, &mut Ledger, &ArgMatches) -> Exit;

/// The commands that open a database themselves, or none.
const ON_FOLDERS: [(&str, OnFolders); 7] = [
    ("import", import::run),
    ("passphrase", passphrase::run),
    ("restore", restore::run),
    ("check", check::run),
    ("salvage", salvage::run),
    ("doctor", doctor::run),
    ("codes", codes_of),
];

/// The commands on a database that is there.
const ON_LEDGER: [(&str, OnLedger); 17] = [
    ("backup", backup::run),
    ("audit-log", |session, ledger, arguments| audit_log::run(session, ledger, arguments)),
    ("imports", imports::run),
    ("due", due::run),
    ("show", show::run),
    ("sheet", sheet::run),
    ("policy", policy::run),
    ("overview", overview::run),
    ("report", period_report::run),
    ("notice", |session, ledger, arguments| notice::run(session, ledger, arguments)),
    ("rounds", |session, ledger, arguments| rounds::run(session, ledger, arguments)),
    ("audit", |session, ledger, arguments| audit::run(session, ledger, arguments)),
    ("assess", |session, ledger, arguments| assess::run(session, ledger, arguments)),
    ("export", export::run),
    ("procedures", procedures::run),
    ("groups", groups::run),
    ("clues", clues::run),
];

/// What was asked for, in a word that stands in the source.
pub fn command_name(matches: &ArgMatches) -> &'static str {
    let asked = matches.subcommand_name().unwrap_or("interface");
    let commands = ON_FOLDERS.iter().map(|it| it.0).chain(ON_LEDGER.iter().map(|it| it.0));
    commands.chain(["demo", "keys", "help", "interface"]).find(|name| *name == asked).unwrap_or("other")
}

/// What the person asked for.
pub enum Asked {
    /// The interface, on the database of the session or on made-up households.
    Interface {
        demo: bool,
        /// Line by line.
        plain: bool,
    },
    /// The list of the interface's keys.
    Keys,
    Done(Exit),
}

/// A run with the options that stand before every command; refused, with the sentence, where the file that is to
/// hold the passphrase cannot be read.
pub fn session(words: Words, folders: Folders, config: Config, options: &ArgMatches) -> Result<Session, String> {
    let database = options.get_one::<PathBuf>("db").cloned().or_else(|| config.database.clone());
    let named = options.get_one::<String>("as").or(config.me.as_ref());
    let file = options.get_one::<PathBuf>("passphrase-file");
    let passphrase = file.map(|file| passphrase_of(&words, file)).transpose()?;
    let database = at_its_place(database.unwrap_or_else(|| folders.database()));
    if let Some(file) = options.get_one::<PathBuf>("out") {
        report::send_results_to(&words, file, &database)?;
    }
    Ok(Session {
        database,
        clock: Clock::fixed(options.get_one("today").copied()),
        author: named.and_then(|name| ContactName::parse(name)),
        passphrase,
        ascii: options.get_flag("ascii") || config.glyphs.as_deref() == Some("ascii"),
        words,
        folders,
        config,
    })
}

/// The file itself where the name is a link to it: what lies beside it lies beside the file.
fn at_its_place(database: PathBuf) -> PathBuf {
    let is_link = std::fs::symlink_metadata(&database).is_ok_and(|it| it.is_symlink());
    if is_link { std::fs::canonicalize(&database).unwrap_or(database) } else { database }
}

fn passphrase_of(words: &Words, file: &Path) -> Result<Secret, String> {
    let said = || words.with("passphrase-file-unreadable", &[("file", &file.display().to_string())]);
    Secret::from_file(file).ok().filter(|secret| !secret.is_empty()).ok_or_else(said)
}

/// Parses the arguments after the language is known; runs a command, or says that the interface is
/// wanted.
pub fn run(session: &Session, matches: &ArgMatches) -> Asked {
    let plain = matches.get_flag("plain");
    let Some((name, arguments)) = matches.subcommand() else { return Asked::Interface { demo: false, plain } };
    match name {
        "demo" => return Asked::Interface { demo: true, plain },
        "keys" => return Asked::Keys,
        _ => {}
    }
    if let Some((_, run)) = ON_FOLDERS.iter().find(|it| it.0 == name) {
        return Asked::Done(run(session, arguments));
    }
    let on_ledger = ON_LEDGER.iter().find(|it| it.0 == name);
    Asked::Done(
        on_ledger.map_or(Exit::Refused, |(_, run)| on_existing(session, |ledger| run(session, ledger, arguments))),
    )
}

fn codes_of(session: &Session, arguments: &ArgMatches) -> Exit {
    if arguments.get_flag("json") {
        return print_json(&session.words, &codes());
    }
    print(&session.words, &codes_table())
}

/// Help and versions go to stdout; what cannot be understood goes to stderr, cleaned, since it quotes
/// the arguments.
pub fn say_usage(words: &Words, said: &clap::Error) -> Exit {
    if said.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return report::refuse(said.render().to_string().trim_end());
    }
    if said.use_stderr() {
        return report::refuse(&usage::sentence(words, said));
    }
    if said.print().is_ok() { Exit::Done } else { Exit::Refused }
}

/// Who opened, in the log: a command.
const COMMAND: &str = "command";

/// Runs a command that creates no database.
fn on_existing(session: &Session, work: impl FnOnce(&mut Ledger) -> Exit) -> Exit {
    match unlock::open(session, IfMissing::Refuse) {
        Ok(mut ledger) => {
            report::say_if_clock_is_behind(&session.words, &ledger);
            report::say_what_is_known(&session.words, &ledger);
            ledger.log_opening(COMMAND);
            work(&mut ledger)
        }
        Err(error) => report::refuse_to_open(session, &error),
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
