//! The policy of a database: listed, shown, switched by the commands; chosen, read and overridden in the
//! settings.

use std::path::Path;

use huifang::domain::policy::{Origin, Purpose, Setting};
use huifang::domain::revisit::RevisitRule;
use huifang::tui::keys::Key;
use serde_json::Value;

use crate::cases::village_by;
use crate::cli::{huifang, huifang_on};
use crate::driver::Driver;
use crate::entries::entry;
use crate::families;
use crate::world::World;

fn json(home: &Path, arguments: &[&str]) -> Value {
    json_on(crate::world::TODAY, home, arguments)
}

fn json_on(today: &str, home: &Path, arguments: &[&str]) -> Value {
    let output = huifang_on(today, home, arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A home with the village of known families in it.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let roster = home.path().join("roster.csv");
    std::fs::write(&roster, families::ROSTER).unwrap();
    assert_eq!(huifang(home.path(), &["import", roster.to_str().unwrap()]).status.code(), Some(0));
    home
}

#[test]
fn the_commands_list_show_and_switch() {
    let home = home();
    let listed = json(home.path(), &["policy", "list", "--json"]);
    let ids: Vec<_> = listed.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 10);
    assert_eq!(listed[0]["in_use"], true);
    assert_eq!(huifang(home.path(), &["policy", "use", "boluo"]).status.code(), Some(0));
    let due = json(home.path(), &["due", "--json"]);
    let of = |code: &str| due.as_array().unwrap().iter().find(|row| row["code"] == code).unwrap()["due_on"].clone();
    assert_eq!(of("A1"), "2024-08-31", "everything is computed anew: the third of the year after March 2024");
    let shown = json(home.path(), &["policy", "show", "--json"]);
    assert_eq!(shown["id"], "boluo");
    let setting =
        |key: &str| shown["settings"].as_array().unwrap().iter().find(|it| it["setting"] == key).unwrap().clone();
    assert_eq!(setting("cadence_unresolved")["value"]["months"], 4);
    assert_eq!(
        (&setting("cadence_unresolved")["origin"], &setting("verifiers")["origin"]),
        (&"reading".into(), &"default".into())
    );
    let jingxi = json(home.path(), &["policy", "show", "jingxi-2014", "--json"]);
    let line = jingxi["settings"].as_array().unwrap().iter().find(|it| it["setting"] == "inclusion_line").unwrap();
    assert_eq!((&line["value"]["by_year"]["2013"], &line["origin"]), (&2736.into(), &"plan".into()));
    assert_eq!(json(home.path(), &["policy", "show", "hunan", "--json"])["id"], "hunan");
    assert_eq!(huifang(home.path(), &["policy", "show", "nowhere"]).status.code(), Some(2));
}

#[test]
fn a_policy_file_is_taken_or_refused_by_line() {
    let home = home();
    let file = home.path().join("ours.toml");
    let head = "id = \"ours\"\ntitle = { zh-CN = \"本县\", en = \"Our county\" }\nplace = { zh-CN = \"本县\", en = \"Here\" }\n";
    let line = |value: &str| format!("{head}\n[inclusion_line]\nvalue = {value}\nzh-CN = \"线\"\nen = \"line\"\n");
    std::fs::write(&file, line("{ 2024 = 7000, 2026 = 8000 }")).unwrap();
    let refused = huifang(home.path(), &["policy", "use", file.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2));
    assert!(said.contains("Line 6") && said.contains("2025"), "{said}");
    std::fs::write(&file, format!("{}\n[colour]\nvalue = 1\n", line("-3"))).unwrap();
    let said =
        String::from_utf8_lossy(&huifang(home.path(), &["policy", "use", file.to_str().unwrap()]).stderr).into_owned();
    assert!(said.contains("Line 6") && said.contains("1–1000000") && said.contains("colour"), "{said}");
    assert_eq!(json(home.path(), &["policy", "show", "--json"])["id"], "default", "nothing was switched");
    std::fs::write(&file, line("{ 2025 = 7700, 2026 = 8000 }")).unwrap();
    assert_eq!(huifang(home.path(), &["policy", "use", file.to_str().unwrap()]).status.code(), Some(0));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(json(home.path(), &["policy", "show", "--json"])["id"], "ours", "it lies in the database from then on");
    assert_eq!(json(home.path(), &["policy", "list", "--json"]).as_array().unwrap().len(), 11);
}

#[test]
fn a_missing_database_is_not_made_by_looking_at_policies() {
    let home = tempfile::tempdir().unwrap();
    for arguments in
        [&["policy", "list"][..], &["policy", "use", "hunan"], &["assess"], &["export", "income", "x.xlsx"]]
    {
        assert_eq!(huifang(home.path(), arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert!(!home.path().join("data").exists() && std::fs::read_dir(home.path()).unwrap().count() == 0);
}

#[test]
fn assess_gives_each_condition_with_its_evidence_and_never_a_bare_yes() {
    let home = home();
    huifang(home.path(), &["policy", "use", "hunan"]);
    let assessed = json(home.path(), &["assess", "--json"]);
    let rows = assessed.as_array().unwrap();
    assert_eq!(rows.iter().map(|row| row["code"].as_str().unwrap()).collect::<Vec<_>>(), ["A1", "A2", "A3"]);
    let first = &rows[0];
    let mut keys: Vec<&str> = first.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let expected =
        ["category", "class", "code", "conditions", "contact", "kind", "look_harder", "name", "notices_until"];
    assert_eq!(keys, [&expected[..], &["outcome", "policy", "possible_from", "village"]].concat());
    assert_eq!(
        (&first["policy"], &first["kind"], &rows[2]["kind"]),
        (&"hunan".into(), &"elimination".into(), &"look_back".into())
    );
    for condition in rows.iter().flat_map(|row| row["conditions"].as_array().unwrap()) {
        assert!(!condition["evidence"].as_array().unwrap().is_empty(), "{condition}");
    }
    let floor =
        first["conditions"].as_array().unwrap().iter().find(|it| it["condition"] == "income_not_under_floor").unwrap();
    assert_eq!(
        (&floor["state"], &floor["setting"], &floor["origin"]),
        (&"unknown".into(), &"floor".into(), &"plan".into())
    );
    assert_eq!(floor["evidence"][0]["needed_fen"], 1_000_000);
    let page = huifang(home.path(), &["assess"]);
    assert!(String::from_utf8_lossy(&page.stdout).contains("policy “A county in Hunan"));
}

#[test]
fn alerts_come_with_the_due_list_and_their_evidence_with_the_household() {
    let home = home();
    assert_eq!(json(home.path(), &["due", "--json"])[0]["alerts"], serde_json::json!([]), "on the day of the import");
    let due = json_on("2027-03-01", home.path(), &["due", "--json"]);
    assert_eq!(due[0]["alerts"], serde_json::json!(["measure_gap", "income_missing"]));
    let shown = json_on("2027-03-01", home.path(), &["show", "A1", "--json"]);
    assert_eq!(shown["alerts"][0]["alert"], "measure_gap");
    assert_eq!(shown["alerts"][0]["evidence"][0]["kind"], "no_measure");
    assert_eq!(shown["household"]["alerts"], due[0]["alerts"]);
}

/// Opens the settings from the list.
fn settings() -> Driver {
    let mut world = families::world();
    world.visit("A1", entry("2026-11-02"));
    let mut app = Driver::chinese(world);
    app.type_text("p").shows(&["设置", "纳入参考线", "6,000 元", "方案未定，用通用值"]);
    app
}

#[test]
fn a_policy_is_chosen_after_a_question_and_everything_follows() {
    let mut app = settings();
    app.key(Key::Tab).shows(&["✓ 通用：每月、每半年、每年", "湖南某县"]);
    for _ in 0..9 {
        app.key(Key::Down);
    }
    app.key(Key::Enter).shows(&["换用“博罗某企业"]).key(Key::Enter);
    assert_eq!(app.ledger().policy().id, "default", "the answer that keeps things is first");
    app.key(Key::Enter).key(Key::Down).key(Key::Enter).shows(&["已按新的规定全部重算", "✓ 博罗某企业"]);
    assert_eq!(app.ledger().policy().id, "boluo");
    app.key(Key::Esc).shows(&["博罗某企业"]).go_to("王小明").type_text("w");
    app.shows(&["政策", "博罗某企业：结对帮扶贫困户", "规则出处 本程序的理解", "2027-04-30"]);
}

#[test]
fn this_years_line_is_set_for_this_database_and_taken_back() {
    let mut app = settings();
    app.key(Key::Enter)
        .shows(&["本库自定 纳入参考线", "年份 2026", "每人每年（元）"])
        .type_text("abc")
        .ctrl('s')
        .shows(&["可填 1–1000000"]);
    app.ctrl('u').type_text("8500").ctrl('s').shows(&["已按新的规定全部重算", "2026 年 8,500 元", "本库自定"]);
    let line = |app: &Driver, year| app.ledger().policy().line(Purpose::Inclusion, year).map(|it| it.yuan);
    assert_eq!((line(&app, 2025), line(&app, 2026)), (Some(6_000), Some(8_500)));
    assert!(app.ledger().contacts().is_ok());
    app.type_text("d").shows(&["已按新的规定全部重算", "6,000 元"]);
    assert_eq!(line(&app, 2026), Some(6_000));
    app.type_text("d").shows(&["这一项没有本库自定的值"]);
    app.key(Key::Enter).shows(&["尚未填写"]);
}

#[test]
fn every_setting_can_be_set_in_its_own_form() {
    for (setting, typed, expected) in [
        (Setting::Floor, "5200", "{ 2026 = 5200 }"),
        (Setting::InclusionFormula, "2", "\"reference\""),
        (Setting::IncomeWindow, "3", "\"may-apr\""),
        (Setting::CadenceEdge, "26", "{ rule = \"rolling\", months = 6 }"),
        (Setting::CadenceStable, "36、12", "{ rule = \"rounds\", round_months = [6, 12] }"),
        (Setting::CountedModesEdge, "13", "[\"home\", \"phone\"]"),
        (Setting::MonitoringMonths, "3", "3"),
        (Setting::Consent, "1", "true"),
        (Setting::NoLabour, "1", "\"hold\""),
        (Setting::PlanDays, "10\n2", "{ days = 10, kind = \"working\" }"),
        (Setting::NoticeDays, "5+7\n1", "[{ days = 5, kind = \"calendar\" }, { days = 7, kind = \"calendar\" }]"),
        (Setting::FallReasons, "14", "[\"business\", \"migrant_work\"]"),
        (Setting::UncountedSources, "9", "[\"pension\"]"),
        (Setting::LookBackAbove, "1", "true"),
        (Setting::PublicHolidays, "0101-0103 +0104", "{ 2026 = \"0101-0103 +0104\" }"),
    ] {
        let mut app = settings();
        for _ in 0..Setting::ALL.iter().position(|it| *it == setting).unwrap() {
            app.key(Key::Down);
        }
        app.key(Key::Enter).type_text(typed).ctrl('s').shows(&["已按新的规定全部重算"]);
        let policy = app.ledger().policy();
        assert_eq!(policy.value(setting).unwrap().to_toml(), expected, "{setting:?}");
        assert_eq!(policy.origin(setting), Some(Origin::Override));
    }
}

#[test]
fn a_value_of_this_database_outlives_a_switch_and_the_program() {
    let mut world = families::world();
    let five = huifang::domain::policy::Value::Cadence(RevisitRule::calendar(3).unwrap());
    world.ledger.override_setting(Setting::CadenceUnresolved, Some(five), &mut |_, _| true).unwrap();
    world.visit("A1", entry("2026-11-02"));
    assert_eq!(world.due_on("A1"), "2027-03-31");
    world.use_policy("hunan");
    world.turn_to("2026-11-22");
    assert_eq!((world.due_on("A1"), world.ledger.policy().id.as_str()), ("2027-03-31".to_owned(), "hunan"));
}

#[test]
fn a_switch_that_is_stopped_changes_nothing() {
    let mut world = village_by("default");
    let before = world.due_on("A1");
    let stopped = world.ledger.use_shipped_policy("boluo", &mut |_, _| false);
    assert!(stopped.is_err());
    assert_eq!((world.due_on("A1"), world.ledger.policy().id.as_str()), (before, "default"));
    world.turn_to("2026-11-22");
    assert_eq!(world.ledger.policy().id, "default");
}

#[test]
fn a_save_never_mixes_two_policies() {
    let mut world = families::world();
    let ledger = world.ledger.reopen().unwrap();
    let mut other = World { folder: tempfile::tempdir().unwrap(), ledger };
    other.use_policy("boluo");
    let entry = crate::entries::for_household(&world.ledger, "A1", entry("2026-11-02"));
    assert!(world.ledger.record_visit(&entry, None).is_err(), "its due date would be the old policy's");
    world.ledger.reload_policy().unwrap();
    world.ledger.record_visit(&entry, None).unwrap();
    assert_eq!(world.due_on("A1"), "2027-04-30");
}
