//! The interface line by line: the same verbs, drafts and questions, through a pipe.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::cli::huifang;
use crate::world::roster;

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    home
}

/// What the program says to these lines.
fn say(home: &Path, language: &str, lines: &[&str]) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", language, "--as", "张敏", "--plain"])
        .env("HUIFANG_HOME", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let typed = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "{out:?}");
    String::from_utf8(out.stdout).unwrap()
}

fn show(home: &Path, code: &str) -> Value {
    serde_json::from_slice(&huifang(home, &["show", code, "--json"]).stdout).unwrap()
}

/// The codes of those that are overdue or due, in their order.
fn due(home: &Path) -> Vec<String> {
    let due: Value = serde_json::from_slice(&huifang(home, &["due", "--json"]).stdout).unwrap();
    due.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_visit_is_logged_one_question_a_line_and_says_what_the_screen_says() {
    for (language, verbs, saved) in [
        ("en", ["list", "visit 1", "/save"], "next by 2026-12-31"),
        ("zh-CN", ["列表", "走访 1", "/保存"], "2026-12-31"),
    ] {
        let home = home();
        let code = due(home.path())[0].clone();
        let [list, visit, save] = verbs;
        // Day, mode, purpose, met, by whom, of which month; then the amounts.
        let typed =
            [list, visit, "", "1", "", "1", "", "", "150*22", "０", "0", "0", "0", "", "", save, "quit", "list"];
        let said = say(home.path(), language, &typed);
        assert!(said.contains("1. 王国") && said.contains("813"), "{said}");
        assert!(said.contains("3,300.00"), "what was understood is said: {said}");
        assert!(said.contains(saved), "{said}");
        let shown = show(home.path(), &code);
        let visits = shown["visits"].as_array().unwrap();
        let of_today: Vec<&Value> = visits.iter().filter(|visit| visit["visited_on"] == "2026-11-22").collect();
        assert_eq!(of_today.len(), 1, "{said}");
        assert_eq!(of_today[0]["mode"], "home");
        assert_eq!(shown["drafts"].as_array().unwrap().len(), 0);
        let income = shown["incomes"].as_array().unwrap().iter().find(|it| it["month"] == "2026-11").unwrap();
        assert_eq!((&income["wage_fen"], &income["net_fen"]), (&330_000.into(), &330_000.into()), "{income}");
    }
}

#[test]
fn what_was_typed_when_the_line_broke_is_a_draft_and_the_screen_goes_on_from_it() {
    let home = home();
    let code = due(home.path())[0].clone();
    say(home.path(), "en", &["visit 1", "", "phone", ""]);
    let draft = &show(home.path(), &code)["drafts"][0];
    assert_eq!(draft["form"], "visit");
    let said = say(home.path(), "en", &["visit 1", "/all", "/leave", "visit 王国", "/discard", "y", "list"]);
    assert!(said.contains("Going on with the draft") && said.contains("Mode: phone"), "{said}");
    assert_eq!(show(home.path(), &code)["drafts"].as_array().unwrap().len(), 0, "{said}");
}

#[test]
fn what_is_no_answer_changes_nothing_and_what_is_in_the_way_of_a_save_is_said() {
    let home = home();
    let said = say(
        home.path(),
        "en",
        &["visit 1", "", "7", "/nothing", "/save", "1", "/back", "/back", "/last", "/leave", "visit 99", "x y z"],
    );
    assert!(said.contains("none of the answers"), "{said}");
    assert!(said.contains("/discard"), "an unknown order is answered with those there are: {said}");
    assert!(said.contains("to be mended"), "{said}");
    assert!(said.contains("No single household is named by “99”"), "{said}");
    assert!(said.contains("0 found"), "anything else is searched for: {said}");
}

#[test]
fn what_cannot_be_read_or_kept_is_said_and_what_stood_there_stays() {
    let home = home();
    let code = due(home.path())[0].clone();
    let long = "长".repeat(5001);
    let to_wages = ["visit 1", "", "1", "", "1", "", ""];
    let said = say(home.path(), "en", &[&to_wages[..], &["abc", "120", "/back", &long, "/all", "/leave"]].concat());
    assert!(said.contains("unreadable") && said.contains("too long"), "{said}");
    assert!(said.contains("Wages: 120"), "asked again, and kept where it does not fit: {said}");
    let mut child = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", "en", "--as", "张敏", "--plain"])
        .env("HUIFANG_HOME", home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let bytes =
        [b"visit 1\n/discard\ny\nvisit 1\n\n".as_slice(), b"\xce\xde\n", &vec![b'x'; 70_000], b"\n1\n"].concat();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(said.contains("no UTF-8 text") && said.contains("That is too long"), "{said}");
    assert_eq!(show(home.path(), &code)["drafts"].as_array().unwrap().len(), 1, "{said}");
}

#[test]
fn who_types_there_is_not_an_order_and_is_one_of_those_that_are_read_out() {
    let home = home();
    let mut child = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", "en", "--plain"])
        .env("HUIFANG_HOME", home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let typed = "visit 1\n\n1\n\n1\n\n\n/save\n/leave\n/save\n李卫国\n";
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(said.contains("Known: ") && said.contains("Saved the visit"), "{said}");
    let config = std::fs::read_to_string(home.path().join("config/config.toml")).unwrap();
    assert!(config.contains("李卫国") && !config.contains("/leave"), "{config}");
}

#[test]
fn a_household_is_shown_and_found_by_whatever_is_remembered() {
    let home = home();
    for named in ["1", "王国", "wangguo"] {
        let said = say(home.path(), "zh-CN", &["列表", &format!("查看 {named}")]);
        assert!(said.contains("户编号") && said.contains("龙塘村"), "{named}: {said}");
    }
}
