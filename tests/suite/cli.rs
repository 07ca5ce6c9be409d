//! The commands by their JSON and exit codes, with the real binary.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::world::{World, roster};

/// Runs the program in a home of its own, on the fixed day.
pub fn huifang(home: &Path, arguments: &[&str]) -> Output {
    huifang_on("2026-11-22", home, arguments)
}

pub fn huifang_on(today: &str, home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", today, "--lang", "en"])
        .args(arguments)
        .env("HUIFANG_HOME", home)
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {output:?}"))
}

fn imported() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let file = roster("members-gb18030.csv");
    let output = huifang(home.path(), &["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(json(&output)["new"], 47);
    home
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn due_gives_what_the_contract_says_in_its_order() {
    let home = imported();
    let due = json(&huifang(home.path(), &["due", "--json"]));
    let rows = due.as_array().unwrap();
    assert_eq!(rows.len(), 47);
    let mut expected = vec![
        "code",
        "name",
        "village",
        "group",
        "contact",
        "category",
        "class",
        "since",
        "last_visit_on",
        "due_on",
        "state",
        "days_overdue",
        "alerts",
    ];
    expected.sort_unstable();
    assert_eq!(keys(&rows[0]), expected);
    let order: Vec<_> = rows.iter().map(|row| (row["due_on"].as_str(), row["code"].as_str())).collect();
    assert!(order.is_sorted());
    let first = &rows[0];
    assert_eq!((first["state"].as_str(), first["days_overdue"].as_i64()), (Some("overdue"), Some(879)));
    assert_eq!(first["last_visit_on"], Value::Null, "absent is null, not left out");
}

#[test]
fn due_narrows_by_state_village_and_contact() {
    let home = imported();
    let count = |arguments: &[&str]| json(&huifang(home.path(), arguments)).as_array().unwrap().len();
    assert_eq!(count(&["due", "--overdue", "--json"]), 20);
    let (village, contact) =
        (count(&["due", "--village", "石桥村", "--json"]), count(&["due", "--contact", "张敏", "--json"]));
    assert!(village > 0 && village < 47 && contact == 12);
}

#[test]
fn show_gives_one_household_with_everything() {
    let home = imported();
    let show = json(&huifang(home.path(), &["show", "995183064343380001", "--json"]));
    let lists = ["alerts", "attestations", "drafts", "fall_reasons", "groups", "household", "incomes"];
    assert_eq!(keys(&show), [&lists[..], &["measures", "members", "problems", "status_changes", "visits"]].concat());
    assert_eq!(show["members"].as_array().unwrap().len(), 7);
    assert_eq!(show["visits"][0]["mode"], "unknown");
    assert_eq!(show["household"]["last_visit_on"], "2026-07-10");
}

#[test]
fn the_import_report_has_its_counts_and_lists() {
    let home = imported();
    let again = json(&huifang(
        home.path(),
        &["import", roster("roster-village.xlsx").to_str().unwrap(), "--dry-run", "--json"],
    ));
    assert_eq!(
        keys(&again),
        [
            "absent",
            "applied",
            "changed",
            "columns_by_hand",
            "conflicts",
            "imported_before",
            "new",
            "problems",
            "sheets",
            "since_defaulted",
            "skipped",
            "unchanged",
            "undated",
            "unknown_columns",
            "villages_joined",
            "villages_offered"
        ]
    );
    assert_eq!((again["new"].as_u64(), again["absent"].as_array().map(Vec::len)), (Some(47), Some(47)));
    assert_eq!(again["unknown_columns"], serde_json::json!(["序号", "备注"]));
    assert_eq!(
        json(&huifang(home.path(), &["due", "--json"])).as_array().unwrap().len(),
        47,
        "a dry run changes nothing"
    );
}

#[test]
fn exit_codes_tell_done_with_problems_and_refused_apart() {
    let world = World::new();
    let home = world.folder.path().join("home");
    let bad = world.file("bad.csv", "户编号,户主姓名,行政村,户类型\nA1,甲,石桥村,脱贫户\nA2,,石桥村,脱贫户\n");
    let bad = bad.to_str().unwrap();
    let refused = huifang(&home, &["import", bad, "--json"]);
    assert_eq!(refused.status.code(), Some(2));
    let problem = &json(&refused)["problems"][0];
    assert_eq!(
        (problem["row"].as_u64(), problem["code"].as_str(), problem["severity"].as_str()),
        (Some(3), Some("no_name"), Some("error"))
    );
    assert_eq!(keys(problem), ["code", "column", "message", "row", "severity", "sheet", "value"]);
    let good = huifang(&home, &["import", bad, "--good-rows", "--json"]);
    assert_eq!((good.status.code(), json(&good)["new"].as_u64()), (Some(1), Some(1)));
    assert_eq!(huifang(&home, &["due"]).status.code(), Some(0), "being overdue is no problem");
    assert_eq!(huifang(&home, &["show", "nobody"]).status.code(), Some(2));
    assert_eq!(huifang(&home, &["due", "--no-such-option"]).status.code(), Some(2));
    assert_eq!(huifang(&home, &["--today", "2026-02-30", "due"]).status.code(), Some(2));
}

#[test]
fn commands_that_read_create_nothing_where_there_is_no_database() {
    let home = tempfile::tempdir().unwrap();
    for arguments in [&["due"][..], &["show", "A1"], &["import", "/no/such/file.xlsx"]] {
        let output = huifang(home.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{arguments:?}");
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn without_a_terminal_the_interface_says_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    for arguments in [&[][..], &["demo"]] {
        let output = huifang(home.path(), arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("needs a terminal"));
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_closed_pipe_is_quiet() {
    let home = imported();
    let mut child = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "due", "--json"])
        .env("HUIFANG_HOME", home.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who reads one byte and goes.
    child.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn numbers_of_persons_are_masked_where_people_read_them() {
    let home = imported();
    let shown = String::from_utf8(huifang(home.path(), &["show", "995183064343380001"]).stdout).unwrap();
    assert!(shown.contains("992***********5093") && !shown.contains("992409194306085093"));
    assert!(shown.contains("138****4952") && !shown.contains("13809574952"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_large_workbook_that_is_no_roster_takes_less_than_300_mb() {
    let world = World::new();
    let file = crate::xlsx_import::bomb(&world);
    let peak = peak_of(&file, world.folder.path());
    assert!(peak < 300 << 10, "{peak} KiB");
}

/// The peak memory of an import, in KiB, read from the process while it ends.
#[cfg(target_os = "linux")]
fn peak_of(file: &Path, home: &Path) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["import", file.to_str().unwrap()])
        .env("HUIFANG_HOME", home)
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let now = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = now.and_then(|text| text.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(peak).max(peak);
        std::thread::park_timeout(std::time::Duration::from_millis(5));
    }
    assert_eq!(child.wait().unwrap().code(), Some(2));
    peak
}

#[test]
fn help_is_in_the_language_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let help = |lang: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_huifang"))
            .args(["--lang", lang, "--help"])
            .env("HUIFANG_HOME", home.path())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(help("zh-CN").contains("导入花名册") && help("en").contains("Import a roster"));
}

#[test]
fn the_list_for_people_names_its_columns_and_says_the_class_as_the_household_does() {
    let home = imported();
    let text = |arguments: &[&str]| String::from_utf8(huifang(home.path(), arguments).stdout).unwrap();
    let due = text(&["due"]);
    let mut lines = due.lines();
    let heads = lines.next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(heads, "Due Late Household code Head Village Class Last visit Contact Alerts");
    let first = lines.next().unwrap();
    let code = first.split_whitespace().find(|word| word.len() == 18).unwrap();
    let shown = text(&["show", code]);
    let class = "Stably out of poverty";
    assert!(first.contains(class) && shown.contains(class), "{first}\n{shown}");
    assert_eq!(text(&["due", "--village", "没有这个村"]), "");
}

#[test]
fn a_refused_import_leaves_no_new_database() {
    let world = World::new();
    let home = world.folder.path().join("home");
    let bad = world.file("bad.csv", "户编号,户主姓名,行政村,户类型\nA2,,石桥村,脱贫户\n");
    assert_eq!(huifang(&home, &["import", bad.to_str().unwrap()]).status.code(), Some(2));
    assert_eq!(huifang(&home, &["import", bad.to_str().unwrap(), "--dry-run"]).status.code(), Some(2));
    assert!(!home.exists());
}
