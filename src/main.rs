//! The program: finds the language, then runs a command or opens the interface. Every error ends here
//! in one sentence and an exit code.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use huifang::cli::{self, Asked};
use huifang::config::{Config, ConfigFault};
use huifang::exchange::apart;
use huifang::exit::{Exit, tell};
use huifang::files::clear_left_throwaways;
use huifang::i18n::{Language, Words};
use huifang::log::{self, Fact};
use huifang::paths::Folders;
use huifang::plain;
use huifang::process;
use huifang::tui;

fn main() -> ExitCode {
    process::leave_no_core();
    process::make_files_private();
    // A panic's own text may hold a name or an ID: only the place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        if let Some(place) = panic.location() {
            log::note("panic", &[("at", Fact::Place(place))]);
        }
        tell(&format!("huifang: internal error at {place}"));
    }));
    let arguments: Vec<OsString> = env::args_os().collect();
    if let Some(served) = apart::serve(&arguments) {
        return served;
    }
    clear_left_throwaways();
    let Some(folders) = Folders::find(env::var_os("HUIFANG_HOME")) else {
        tell("huifang: set HUIFANG_HOME to a folder");
        return Exit::Refused.into();
    };
    let (config, config_problem) = match Config::load(&folders.config_file()) {
        Ok(config) => (config, None),
        Err(problem) => (Config { is_unreadable: true, ..Config::default() }, Some(problem)),
    };
    let asked = cli::asked_language(&arguments);
    let system = sys_locale::get_locale();
    let words = Words::new(Language::choose(asked.as_deref(), config.language.as_deref(), system.as_deref()));
    if let Some(ConfigFault::Unreadable { line }) = config_problem {
        let path = folders.config_file().display().to_string();
        tell(&words.with("Config-unreadable", &[("path", &path), ("line", &line)]));
    }
    let matches = match cli::command(&words).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(said) => return cli::say_usage(&words, &said).into(),
    };
    let session = match cli::session(words, folders, config, &matches) {
        Ok(session) => session,
        Err(sentence) => {
            tell(&sentence);
            return Exit::Refused.into();
        }
    };
    log::begin(&session.folders.data, matches.get_flag("debug"));
    log::note("begin", &[("command", Fact::Word(cli::command_name(&matches))), ("commit", Fact::Word(cli::COMMIT))]);
    let words = Words::new(session.words.language());
    let exit = match cli::run(&session, &matches) {
        Asked::Done(exit) => exit,
        Asked::Interface { demo, plain: true } => plain::run(session, demo),
        Asked::Interface { demo, plain: false } => {
            let exit = tui::run(session, demo) as i32;
            log::note("end", &[("exit", Fact::Number(exit.into()))]);
            process::end(exit);
        }
        Asked::Keys => cli::print(&session.words, &tui::keys::listing(&session.words)),
    };
    cli::say_if_nothing_went_out(&words);
    log::note("end", &[("exit", Fact::Number((exit as i32).into()))]);
    exit.into()
}
