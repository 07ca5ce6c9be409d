//! When something goes wrong: what `doctor` tells, what stands in the log, what no file and no terminal spoils.

use std::fs;

use serde_json::Value;

use crate::cli::huifang;
#[cfg(unix)]
use crate::pty::Pty;
use crate::world::roster;

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    home
}

#[test]
fn doctor_tells_versions_places_and_health_and_nothing_of_persons() {
    let home = home();
    let out = huifang(home.path(), &["doctor", "--json", "--as", "张敏"]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    let found: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(found["well"], true);
    assert!(found["program"].as_str().unwrap().starts_with(env!("CARGO_PKG_VERSION")));
    assert!(found["counted"].as_str().unwrap().starts_with("47 /"), "{found}");
    assert!(found["cipher"].as_str().unwrap().starts_with('4'));
    let text = huifang(home.path(), &["doctor", "--as", "张敏"]);
    let said = String::from_utf8(text.stdout).unwrap() + &found.to_string();
    for told in ["张敏", "王国", "龙塘", home.path().to_str().unwrap(), "991075194604247258"] {
        assert!(!said.contains(told), "{told}: {said}");
    }
    let named = std::process::Command::new(env!("CARGO_BIN_EXE_huifang"))
        .arg("doctor")
        .env("HUIFANG_HOME", home.path())
        .env("TERM_PROGRAM", "Chen's terminal")
        .output()
        .unwrap();
    let said = String::from_utf8(named.stdout).unwrap();
    assert!(
        said.contains("TERM_PROGRAM=…") && !said.contains("Chen"),
        "what somebody chose is only said to be: {said}"
    );
    let missing = tempfile::tempdir().unwrap();
    let out = huifang(missing.path(), &["doctor"]);
    assert_eq!(out.status.code(), Some(0), "before the first import as well");
    assert_eq!(fs::read_dir(missing.path()).unwrap().count(), 0, "and makes nothing");
}

#[test]
fn doctor_says_that_a_database_cannot_be_opened_and_ends_with_1() {
    let home = home();
    let database = home.path().join("data/huifang.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[..4096].fill(7);
    fs::write(&database, bytes).unwrap();
    let out = huifang(home.path(), &["doctor", "--json"]);
    assert_eq!(out.status.code(), Some(1), "{out:?}");
    assert_eq!(serde_json::from_slice::<Value>(&out.stdout).unwrap()["well"], false);
}

#[test]
fn the_log_knows_every_command_by_its_name() {
    use huifang::i18n::{Language, Words};
    let command = huifang::cli::command(&Words::new(Language::En));
    let commands = command.get_subcommands().map(clap::Command::get_name);
    for known in commands.filter(|name| *name != "help") {
        let matches = command.clone().ignore_errors(true).get_matches_from(["huifang", known]);
        if matches.subcommand_name() == Some(known) {
            assert_eq!(huifang::cli::command_name(&matches), known);
        }
    }
}

#[cfg(unix)]
#[test]
fn what_was_refused_and_where_it_failed_stands_in_the_log_and_nothing_of_persons() {
    let home = home();
    let log = || fs::read_to_string(home.path().join("data/huifang.log")).unwrap();
    huifang(home.path(), &["--db", "/nowhere/王国.db", "due"]);
    assert!(log().contains("not_opened why=missing") && log().contains("end exit=2"), "{}", log());
    let mut pty = Pty::start_under(&["env", "HUIFANG_REHEARSE_PANIC=redraw"], home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x0c").restored();
    pty.drain();
    assert!(log().contains("panic at=src/tui/panics.rs:") && log().contains("end exit=101"), "{}", log());
    assert!(!log().contains("王国") && !log().contains("张敏"));
    assert!(!log().contains("frame micros="), "only where it is asked for");
    let mut pty = Pty::start(home.path(), &["--debug", "--as", "张敏"]);
    pty.shows("F1 帮助").send("\x11").restored();
    pty.drain();
    assert!(log().contains("frame micros="));
}

#[cfg(unix)]
#[test]
fn a_terminal_that_draws_lines_two_columns_wide_gets_plain_characters_and_is_told() {
    let home = home();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.columns_of_a_line = 2;
    pty.shows("F1 帮助").shows("两列宽");
    assert!(!pty.text().contains(['─', '│', '▌', '█']), "{}", pty.text());
    pty.send("\x11").restored();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x11").restored();
    assert!(pty.last_drawn().contains('─') || pty.last_drawn().contains('│'), "{}", pty.last_drawn());
}

#[test]
fn a_result_goes_to_a_file_that_every_program_reads() {
    let home = home();
    let file = home.path().join("due.txt");
    let out = huifang(home.path(), &["due", "--out", file.to_str().unwrap()]);
    assert!(out.status.success() && out.stdout.is_empty(), "{out:?}");
    let text = fs::read(&file).unwrap();
    assert!(text.starts_with(b"\xef\xbb\xbf") && String::from_utf8(text).unwrap().contains("王国"));
    let json = home.path().join("due.json");
    assert!(huifang(home.path(), &["due", "--json", "--out", json.to_str().unwrap()]).status.success());
    let bytes = fs::read(&json).unwrap();
    assert!(bytes.is_ascii());
    assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap()[0]["name"], "王国");
    let database = home.path().join("data/huifang.db");
    let before = fs::read(&database).unwrap();
    for taken in ["data/huifang.db", "data/huifang.db-wal", "data/huifang.db.key", "due.json"] {
        let taken = home.path().join(taken);
        let refused = huifang(home.path(), &["due", "--out", taken.to_str().unwrap()]);
        assert_eq!(refused.status.code(), Some(2), "{taken:?}: {refused:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("nothing was written"), "{refused:?}");
    }
    assert_eq!(fs::read(&database).unwrap(), before);
    let refused = huifang(home.path(), &["due", "--out", "/nowhere/at/all.txt"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
}

#[test]
fn what_the_parser_says_is_in_the_persons_language_and_says_that_nothing_was_done() {
    let home = tempfile::tempdir().unwrap();
    let run = |lang: &str, arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_huifang"));
        command.env("HUIFANG_HOME", home.path()).args(["--lang", lang]).args(arguments).output().unwrap()
    };
    let said = |lang: &str, arguments: &[&str]| {
        let out = run(lang, arguments);
        assert_eq!(out.status.code(), Some(2), "{out:?}");
        assert!(out.stdout.is_empty(), "{out:?}");
        String::from_utf8(out.stderr).unwrap()
    };
    let lines: [(&[&str], &str, &str); 12] = [
        (&["due", "--foo"], "“--foo”", "什么也没有执行"),
        (&["dew"], "是不是想写：demo", "什么也没有执行"),
        (&["overview", "--by", "x"], "village、contact、class", "什么也没有执行"),
        (&["overview", "--by"], "--by <HOW> 后面要有一个值", "什么也没有执行"),
        (&["due", "--today", "3"], "YYYY-MM-DD", "什么也没有执行"),
        (&["due", "--text", "--json"], "去掉其中一个", "什么也没有执行"),
        (&["import"], "缺少：<FILE>", "什么也没有执行"),
        (&["import", "a.csv", "b.csv"], "“b.csv”是多出来的", "什么也没有执行"),
        (&["due", "--json", "--json"], "--json 写了两次", "什么也没有执行"),
        (&["due", "--json=1"], "不带“1”", "什么也没有执行"),
        (&["groups", "mark"], "--why <TEXT>、<CODE>、<GROUP>", "什么也没有执行"),
        (&["policy", "lst"], "写法：huifang policy [OPTIONS] <COMMAND>", "什么也没有执行"),
    ];
    for (arguments, named, nothing) in lines {
        let chinese = said("zh-CN", arguments);
        assert!(chinese.contains(named) && chinese.contains(nothing), "{chinese}");
        assert!(!chinese.contains("error:") && !chinese.contains("Usage:"), "{chinese}");
        let english = said("en", arguments);
        assert!(english.contains("Nothing was done"), "{english}");
    }
    let shown = [
        &["policy", "use", "--help"][..],
        &["--help"],
        &["help", "help"],
        &["groups", "help", "help"],
        &["help", "policy"],
    ];
    for arguments in shown {
        let help = String::from_utf8(run("zh-CN", arguments).stdout).unwrap();
        assert!(help.contains("用法：huifang") && help.contains("显示"), "{help}");
        for frame in ["Usage", "Options:", "Arguments", "Commands", "Print", "possible values"] {
            assert!(!help.contains(frame), "{frame} in {help}");
        }
    }
}
