//! From a telephone call to what came of it: the ledger of clues, by its commands.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

use crate::cli::huifang;
use crate::world::roster;

struct Home(tempfile::TempDir);

impl Home {
    fn new(policy: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        assert!(home.run(&["import", roster("roster-village.xlsx").to_str().unwrap()]).status.success());
        assert!(home.run(&["policy", "use", policy]).status.success());
        home
    }

    fn run(&self, arguments: &[&str]) -> Output {
        huifang(self.0.path(), arguments)
    }

    fn done(&self, arguments: &[&str]) -> String {
        let out = self.run(arguments);
        assert_eq!(out.status.code(), Some(0), "{arguments:?}: {out:?}");
        String::from_utf8_lossy(&out.stderr).into_owned()
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let out = self.run(arguments);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}: {out:?}");
        String::from_utf8_lossy(&out.stderr).into_owned()
    }

    fn clues(&self) -> Vec<Value> {
        serde_json::from_slice(&self.run(&["clues", "--json"]).stdout).unwrap()
    }
}

const CALL: [&str; 10] =
    ["clues", "add", "--name", "赵某", "--village", "石桥村", "--group", "二组", "--what", "父亲住院"];

/// The first of the trials: a villager telephones on Friday, of a household that is not on file; the deadline is shown at
/// once: 20 working days in Lingshou, 15 days in Yingkou.
#[test]
fn a_call_of_friday_is_a_clue_with_its_deadline_as_the_plan_says() {
    for (policy, by, left) in [("lingshou", "2026-12-18", 26), ("liaoning", "2026-12-05", 13)] {
        let home = Home::new(policy);
        let said = home.done(&[&CALL[..], &["--on", "2026-11-20", "--by", "邻居老王"]].concat());
        assert!(said.contains("Clue 1 kept") && said.contains(by), "{said}");
        let clue = &home.clues()[0];
        assert_eq!((clue["decide_by"].as_str(), clue["days_left"].as_i64()), (Some(by), Some(left)), "{clue}");
        assert_eq!((clue["state"].as_str(), clue["household_id"].is_null()), (Some("open"), true));
    }
    let home = Home::new("hunan");
    assert!(home.done(&CALL).contains("the plan names no day"), "nothing is counted where nothing is named");
}

#[test]
fn a_clue_is_given_checked_closed_and_told_back_each_in_its_turn() {
    let home = Home::new("liaoning");
    home.done(&[&CALL[..], &["--on", "2026-11-16", "--by", "邻居老王", "--risk", "illness"]].concat());
    let close = ["clues", "close", "1", "--outcome", "not_qualifying"];
    assert!(home.refused(&close).contains("was not checked"));
    home.done(&["clues", "assign", "1", "李卫国"]);
    assert!(home.refused(&["clues", "check", "1", "--on", "2026-11-15"]).contains("before the clue was received"));
    home.done(&["clues", "check", "1", "--on", "2026-11-18"]);
    assert!(home.refused(&close).contains("told why"), "nobody is turned away without a word");
    let said = home.done(&[&close[..], &["--why", "有稳定工资", "--explained-by", "李卫国"]].concat());
    assert!(said.contains("was not told back"), "{said}");
    home.done(&["clues", "tell", "1"]);
    let clue = &home.clues()[0];
    assert_eq!(clue["state"], "closed");
    assert_eq!((&clue["result"]["why"], &clue["told_back_on"]), (&"有稳定工资".into(), &"2026-11-22".into()));
    assert!(clue["decide_by"].is_null(), "what is closed has no deadline");
    assert!(home.refused(&["clues", "assign", "1", "张敏"]).contains("is closed"));
    home.done(&["clues", "reopen", "1", "--why", "又住院"]);
    assert_eq!(home.clues()[0]["state"], "checked");
    assert!(home.refused(&["clues", "check", "7"]).contains("There is no clue 7"));
    assert_eq!(home.run(&["check"]).status.code(), Some(0), "rows follow from revisions");
}

#[test]
fn a_second_call_is_joined_to_the_first_and_buys_no_time() {
    let home = Home::new("liaoning");
    home.done(&[&CALL[..], &["--on", "2026-11-10"]].concat());
    let said =
        home.done(&[&CALL[..], &["--on", "2026-11-20", "--source", "department", "--channel", "医保局"]].concat());
    assert!(said.contains("the two are joined"), "{said}");
    let by: Vec<String> = home.clues().iter().map(|clue| clue["decide_by"].as_str().unwrap().to_owned()).collect();
    assert_eq!(by, ["2026-11-25", "2026-11-25"]);
}

#[test]
fn a_household_on_file_is_named_by_its_code_and_its_history_tells_of_the_clue() {
    let home = Home::new("liaoning");
    let due: Value = serde_json::from_slice(&home.run(&["due", "--json"]).stdout).unwrap();
    let (code, name) = (due[0]["code"].as_str().unwrap(), due[0]["name"].as_str().unwrap());
    home.done(&["clues", "add", "--household", code, "--what", "大病"]);
    let clue = &home.clues()[0];
    assert_eq!((clue["name"].as_str(), clue["household_id"].is_string()), (Some(name), true));
    assert!(home.refused(&["clues", "add", "--household", "nobody", "--what", "大病"]).contains("nobody"));
    let blank = home.refused(&["clues", "add", "--what", "大病"]);
    assert!(blank.contains("--name") && blank.contains("--village"), "{blank}");
}

/// Yingkou always visits households that applied themselves, and those with a warning.
#[test]
fn who_applied_and_who_was_warned_of_stand_in_groups_of_their_own_for_a_year() {
    let home = Home::new("liaoning");
    let due: Value = serde_json::from_slice(&home.run(&["due", "--json"]).stdout).unwrap();
    let code = |place: usize| due[place]["code"].as_str().unwrap().to_owned();
    let of = |group: &str| {
        let rows: Value = serde_json::from_slice(&home.run(&["groups", "list", group, "--json"]).stdout).unwrap();
        rows.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let heard = |place: usize, source: &str, on: &str| {
        home.done(&["clues", "add", "--household", &code(place), "--what", "大病", "--source", source, "--on", on]);
    };
    assert!(of("warned").is_empty() && of("self_reported").is_empty());
    heard(0, "department", "2025-11-22");
    heard(1, "department", "2025-11-21");
    heard(2, "big_data", "2026-11-22");
    heard(3, "self_report", "2026-05-01");
    heard(4, "cadre", "2026-05-01");
    let mut warned = of("warned");
    warned.sort();
    let mut expected = [code(0), code(2)];
    expected.sort();
    assert_eq!(warned, expected, "received within twelve months");
    assert_eq!(of("self_reported"), [code(3)]);
    home.done(&["clues", "void", "4", "--why", "记错"]);
    assert!(of("self_reported").is_empty());
}

/// An informer's name on a village's list is a danger.
#[test]
fn who_reported_a_clue_is_in_no_list_no_table_and_no_json() {
    let home = Home::new("lingshou");
    home.done(&[&CALL[..], &["--by", "邻居老王", "--phone", "13812345678"]].concat());
    let table = home.0.path().join("clues.csv");
    home.done(&["export", "clues", table.to_str().unwrap()]);
    let printed = |arguments: &[&str]| String::from_utf8(home.run(arguments).stdout).unwrap();
    let all = [printed(&["clues"]), printed(&["clues", "--json"]), fs::read_to_string(table).unwrap()].concat();
    assert!(all.contains("赵某") && all.contains("父亲住院"), "{all}");
    assert!(!all.contains("老王") && !all.contains("13812345678"), "{all}");
    let zh = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", "zh-CN", "clues"])
        .env("HUIFANG_HOME", home.0.path())
        .output()
        .unwrap();
    let zh = String::from_utf8(zh.stdout).unwrap();
    assert!(zh.contains("待交办") && zh.contains("最迟 2026-12-18 认定"), "{zh}");
}

/// A department hands over a list: rows of households on file are found by code, number or name, the others are kept by
/// name and place; what came before is left out, and what says too little is named with its row.
#[test]
fn a_departments_list_comes_in_once_and_names_what_it_could_not_take() {
    let home = Home::new("lingshou");
    let rows: Vec<Value> = serde_json::from_slice(&home.run(&["due", "--json"]).stdout).unwrap();
    let (name, village) = (rows[0]["name"].as_str().unwrap(), rows[0]["village"].as_str().unwrap());
    let list = home.0.path().join("住建.csv");
    let text = format!(
        "石桥镇危房预警\n序号,户主姓名,行政村,村民小组,预警信息\n1,{name},{village},,住房漏雨\n2,赵某,石桥村,二组,墙体开裂\n3,钱某,,,墙体开裂\n"
    );
    fs::write(&list, text).unwrap();
    let import =
        ["clues", "import", list.to_str().unwrap(), "--department", "住建局 第三批", "--on", "2026-11-02", "--json"];
    let planned = home.run(&[&import[..], &["--dry-run"]].concat());
    assert_eq!((planned.status.code(), home.clues().len()), (Some(1), 0));
    let out = home.run(&import);
    assert_eq!(out.status.code(), Some(1), "{out:?}");
    let outcome: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!((outcome["kept"].as_i64(), outcome["on_file"].as_i64()), (Some(2), Some(1)), "{outcome}");
    assert_eq!(outcome["refused"][0]["row"], 5);
    let clues = home.clues();
    let of = |name: &str| clues.iter().find(|clue| clue["name"] == name).unwrap();
    assert_eq!((of(name)["household_id"].is_string(), of("赵某")["household_id"].is_null()), (true, true));
    assert_eq!(
        (of("赵某")["source"].as_str(), of("赵某")["channel"].as_str()),
        (Some("department"), Some("住建局 第三批"))
    );
    assert_eq!(of("赵某")["day_zero"], "2026-11-02");
    let again: Value = serde_json::from_slice(&home.run(&import).stdout).unwrap();
    assert_eq!((again["kept"].as_i64(), again["known"].as_i64()), (Some(0), Some(2)));
    // What was closed since is a new clue when the department warns of it again; a code of somebody else is a slip.
    home.done(&["clues", "check", "2", "--on", "2026-11-03"]);
    home.done(&["clues", "close", "2", "--outcome", "no_risk", "--on", "2026-11-04"]);
    let other = rows[1]["code"].as_str().unwrap();
    fs::write(
        &list,
        format!("户主姓名,行政村,村民小组,户编号,预警信息\n赵某,石桥村,二组,,墙体开裂\n李四,石桥村,,{other},病\n"),
    )
    .unwrap();
    let later =
        ["clues", "import", list.to_str().unwrap(), "--department", "住建局 第三批", "--on", "2026-11-20", "--json"];
    let outcome: Value = serde_json::from_slice(&home.run(&later).stdout).unwrap();
    assert_eq!(
        (outcome["kept"].as_i64(), &outcome["refused"][0]["faults"]),
        (Some(1), &serde_json::json!(["other_household"]))
    );
    fs::write(&list, "甲,乙\n1,2\n").unwrap();
    assert_eq!(home.run(&import).status.code(), Some(2));
}

#[test]
fn a_clue_that_was_entered_wrongly_is_corrected_with_a_reason_and_its_deadline_follows() {
    let home = Home::new("liaoning");
    home.done(&[&CALL[..], &["--on", "2026-11-20"]].concat());
    let correct = ["clues", "correct", "1", "--name", "赵六", "--on", "2026-11-16"];
    assert_eq!(home.run(&correct).status.code(), Some(2), "without a reason nothing is changed");
    home.done(&[&correct[..], &["--why", "听错了"]].concat());
    let clue = &home.clues()[0];
    assert_eq!((&clue["name"], &clue["received_on"]), (&"赵六".into(), &"2026-11-16".into()));
    assert_eq!(clue["decide_by"], "2026-12-01", "fifteen days from the day on which it was received");
    home.done(&["clues", "check", "1", "--on", "2026-11-18"]);
    let later = home.refused(&["clues", "correct", "1", "--on", "2026-11-19", "--why", "x"]);
    assert!(later.contains("before the clue was received"), "{later}");
    assert!(home.refused(&["clues", "correct", "1", "--what", " ", "--why", "x"]).contains("missing"));
    home.done(&["clues", "void", "1", "--why", "重复"]);
    assert!(home.clues().is_empty());
    assert_eq!(home.run(&["check"]).status.code(), Some(0));
}
