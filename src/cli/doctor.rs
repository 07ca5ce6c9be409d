//! `huifang doctor`: what somebody who helps has to know, made for pasting. Nothing of persons stands in it, and no name
//! of a folder that somebody chose.

use std::env;
use std::fmt::Write;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ArgMatches;
use serde_json::{Map, Value};

use crate::clock::local_second;
use crate::exit::Exit;
use crate::files::{free_space, sidecar};
use crate::i18n::Words;
use crate::ledger::{Ground, IfMissing, Ledger, StoreError, backups_of, library_versions};
use crate::log;
use crate::session::Session;
use crate::text::pad;
use crate::vault::{FileKey, Lock};

use super::COMMIT;
use super::report::{print, print_json};

/// So many lines of the log are told.
const LAST_LINES: usize = 12;

/// Values of the environment that tell of a terminal or a language, and of nobody.
const KNOWN: &str = "xterm xterm-256color xterm-kitty screen screen-256color tmux tmux-256color linux vt100 vt220 rxvt \
     rxvt-unicode-256color alacritty foot dumb ansi cygwin vscode Apple_Terminal iTerm.app WezTerm ghostty truecolor \
     24bit C POSIX C.UTF-8 zh_CN.UTF-8 zh_CN.utf8 zh_CN.GB18030 zh_CN.GBK en_US.UTF-8 en_US.utf8 en_GB.UTF-8 1";

/// What is known, by the key of its words.
type Found = Vec<(&'static str, String)>;

pub(super) fn run(session: &Session, arguments: &ArgMatches) -> Exit {
    let (mut found, mut is_well) = (Vec::new(), true);
    of_program(session, &mut found);
    of_system(&mut found);
    of_places(session, &mut found);
    of_database(session, &mut found, &mut is_well);
    let lines = last_lines(&session.folders.data);
    let printed = if arguments.get_flag("json") {
        print_json(&session.words, &as_json(&found, is_well, &lines))
    } else {
        print(&session.words, &as_text(&session.words, &found, &lines))
    };
    if printed == Exit::Done && !is_well { Exit::WithProblems } else { printed }
}

fn of_program(session: &Session, found: &mut Found) {
    let (sqlite, cipher) = library_versions();
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    found
        .push(("doctor-program", format!("{} {COMMIT} {build} {}", env!("CARGO_PKG_VERSION"), env!("HUIFANG_TARGET"))));
    found.push(("doctor-sqlite", sqlite.to_owned()));
    found.push(("doctor-cipher", cipher.unwrap_or_else(|| "-".to_owned())));
    found.push(("doctor-language", session.words.language().code().to_owned()));
}

fn of_system(found: &mut Found) {
    let name = fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=").map(str::to_owned))?;
        Some(line.trim_matches('\u{22}').to_owned())
    });
    let system = name.as_deref().unwrap_or(env::consts::OS);
    found.push(("doctor-system", format!("{system} {}{}", env::consts::ARCH, kernel())));
    let is_set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let known = ["TERM", "TERM_PROGRAM", "COLORTERM", "LANG", "LC_ALL", "NO_COLOR", "WT_SESSION"];
    // What stands there says something of the terminal; what could be anything is only said to be set.
    let said = known.iter().filter_map(|name| {
        let value = is_set(name)?;
        Some(if KNOWN.split_whitespace().any(|known| known == value) {
            format!("{name}={value}")
        } else {
            format!("{name}=…")
        })
    });
    let mut terminal: Vec<String> = said.collect();
    let size = ratatui::crossterm::terminal::size().ok().filter(|_| io::stdout().is_terminal());
    terminal.extend(size.map(|(columns, lines)| format!("{columns}×{lines}")));
    for (name, is_one) in [
        ("stdin", io::stdin().is_terminal()),
        ("stdout", io::stdout().is_terminal()),
        ("stderr", io::stderr().is_terminal()),
    ] {
        terminal.push(format!("{name}={}", if is_one { "tty" } else { "no tty" }));
    }
    found.push(("doctor-terminal", terminal.join(" ")));
}

#[cfg(unix)]
fn kernel() -> String {
    let kernel = rustix::system::uname();
    format!(", {} {}", kernel.sysname().to_string_lossy(), kernel.release().to_string_lossy())
}

#[cfg(not(unix))]
fn kernel() -> String {
    String::new()
}

fn of_places(session: &Session, found: &mut Found) {
    let folders = &session.folders;
    let how = |path: &Path| {
        let is_there = if path.exists() { "" } else { " -" };
        format!("{}{}{is_there}", shown(path), rights(path))
    };
    found.push(("doctor-data", how(&folders.data)));
    found.push(("doctor-config", how(&folders.config_file())));
    let ground = match Ground::of(&session.database) {
        Ground::Own => "own disk",
        Ground::Network => "network disk",
        Ground::Stick => "FAT disk",
    };
    let free = free_space(&session.database).map_or_else(|| "?".to_owned(), |bytes| (bytes >> 20).to_string());
    found.push(("doctor-disk", format!("{ground}, {free} MiB")));
    found.push(("doctor-clock", local_second(session.clock.now())));
}

fn of_database(session: &Session, found: &mut Found, is_well: &mut bool) {
    let path = &session.database;
    let size = |ending: &str| fs::metadata(sidecar(path, ending)).map_or(0, |it| it.len() >> 10);
    let place = if *path == session.folders.database() { shown(path) } else { "another place".to_owned() };
    found.push(("doctor-database", format!("{place}, {} KiB + {} KiB", size(""), size("-wal"))));
    let lock = match session.lock() {
        Ok(Lock::Plain) => "plain".to_owned(),
        Ok(Lock::Open) if session.is_missing() => "missing".to_owned(),
        Ok(Lock::Open) => "no key file".to_owned(),
        Ok(Lock::Sealed(_)) => "passphrase".to_owned(),
        Err(error) => format!("key file: {}", error.code()),
    };
    found.push(("doctor-lock", lock));
    let backups = backups_of(path);
    let newest = backups.first().and_then(|it| Some(it.file_name()?.to_string_lossy().chars().take(10).collect()));
    found.push(("doctor-backups", format!("{}, {}", backups.len(), newest.unwrap_or_else(|| "-".to_owned()))));
    if session.is_missing() {
        if !backups.is_empty() {
            *is_well = false;
            found.push(("doctor-opened", "gone".to_owned()));
        }
        return;
    }
    let opened = key(session).and_then(|key| session.open(IfMissing::Refuse, key.as_ref()));
    match opened {
        Ok(ledger) => of_open(&ledger, found, is_well),
        Err(StoreError::Locked(_)) => found.push(("doctor-opened", "locked".to_owned())),
        Err(error) => {
            *is_well = false;
            found.push(("doctor-opened", error.code().to_owned()));
        }
    }
}

/// The key, as far as it was given: nobody is asked.
fn key(session: &Session) -> Result<Option<FileKey>, StoreError> {
    match session.lock()? {
        Lock::Sealed(_) if session.passphrase.is_none() => Err(StoreError::Locked(session.database.clone())),
        _ => super::unlock::key(session, IfMissing::Refuse),
    }
}

fn of_open(ledger: &Ledger, found: &mut Found, is_well: &mut bool) {
    let mut state = vec![format!("form {}", ledger.form().unwrap_or_default())];
    if let Some(why) = ledger.look_only() {
        *is_well = false;
        state.push(format!("look only: {}", why.code()));
    }
    if let Some(lacking) = ledger.lacking() {
        *is_well = false;
        state.push(format!("lacking {}", lacking.records));
    }
    if ledger.clock_doubt().is_ok_and(|doubt| doubt.is_some()) {
        *is_well = false;
        state.push("clock doubtful".to_owned());
    }
    found.push(("doctor-opened", state.join(", ")));
    match ledger.count() {
        Ok(counted) => found
            .push(("doctor-counted", format!("{} / {} / {}", counted.households, counted.visits, counted.revisions))),
        Err(error) => {
            *is_well = false;
            found.push(("doctor-counted", error.code().to_owned()));
        }
    }
    found.push(("doctor-policy", ledger.policy().id.clone()));
}

/// A place as it may be told: what lies in the home folder without its name, and no other.
fn shown(path: &Path) -> String {
    if env::var_os("HUIFANG_HOME").is_some() {
        return "HUIFANG_HOME".to_owned();
    }
    let home = directories::UserDirs::new();
    let inside = home.as_ref().and_then(|home| path.strip_prefix(home.home_dir()).ok());
    // The usual folders of each system; any other was named by somebody.
    let usual =
        [".local/share/huifang", ".config/huifang", "Library/Application Support/huifang", "AppData/Roaming/huifang"];
    let inside = inside.filter(|rest| usual.iter().any(|usual| rest.starts_with(usual)));
    inside.map_or_else(|| "another place".to_owned(), |rest| format!("~/{}", rest.display()))
}

#[cfg(unix)]
fn rights(path: &Path) -> String {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).map_or_else(|_| String::new(), |it| format!(" {:o}", it.permissions().mode() & 0o7777))
}

#[cfg(not(unix))]
fn rights(_path: &Path) -> String {
    String::new()
}

fn last_lines(data: &Path) -> Vec<String> {
    let text = fs::read_to_string(log::place(data)).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LAST_LINES)..].iter().map(|line| (*line).to_owned()).collect()
}

fn as_json(found: &Found, is_well: bool, lines: &[String]) -> Value {
    let mut all: Map<String, Value> = Map::new();
    all.insert("well".into(), is_well.into());
    for (key, value) in found {
        all.insert(key.trim_start_matches("doctor-").to_owned(), value.clone().into());
    }
    all.insert("log".into(), lines.into());
    Value::Object(all)
}

/// What stands for a value in words, where there are any; in JSON it is the value itself.
fn shown_value(words: &Words, key: &str, value: &str) -> String {
    let told = match (key, value) {
        ("doctor-lock", "no key file") => "doctor-no-key-file",
        ("doctor-lock", "passphrase") => "doctor-passphrase",
        ("doctor-lock", "missing") => "doctor-missing",
        ("doctor-opened", "locked") => "doctor-locked",
        ("doctor-opened", "gone" | "no_key" | "other_key" | "key_file" | "damaged") => "doctor-not-opened",
        _ => return value.to_owned(),
    };
    words.with(told, &[("code", value)])
}

fn as_text(words: &Words, found: &Found, lines: &[String]) -> String {
    let mut out = String::new();
    for (key, value) in found {
        let value = shown_value(words, key, value);
        // A text takes everything.
        let _ = writeln!(out, "{}  {value}", pad(&words.t(key), 18, ""));
    }
    if !lines.is_empty() {
        let _ = writeln!(out, "{}", words.t("doctor-log"));
    }
    for line in lines {
        let _ = writeln!(out, "  {line}");
    }
    let _ = writeln!(out, "{}", words.t("doctor-more"));
    out
}
