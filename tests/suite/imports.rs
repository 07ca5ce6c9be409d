//! The imports that were made, kept with all they said; and taking one back.

use std::collections::BTreeMap;
use std::path::Path;

use huifang::domain::facts::HouseholdFact as F;
use huifang::ledger::{KeptFor, UndoRefused};
use proptest::prelude::*;
use serde_json::Value;

use crate::cli::huifang;
use crate::entries::{entry, record};
use crate::world::{World, day, raw, roster};

/// Every table but the revisions, the imports themselves, and the alerts that are computed again, row by row,
/// read by other code than the program's.
fn tables(database: &Path) -> BTreeMap<String, Vec<String>> {
    let conn = raw(database).unwrap();
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('revisions', 'imports', 'household_alerts')";
    let names: Vec<String> =
        conn.prepare(names).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let rows = |name: &String| -> Vec<String> {
        let mut statement = conn.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_count();
        let text = |row: &rusqlite::Row<'_>| {
            let cells: Vec<String> =
                (0..columns).map(|at| format!("{:?}", row.get::<_, rusqlite::types::Value>(at).unwrap())).collect();
            Ok(cells.join("|"))
        };
        let mut rows: Vec<String> = statement.query_map([], text).unwrap().collect::<Result<_, _>>().unwrap();
        rows.sort();
        rows
    };
    names.iter().map(|name| (name.clone(), rows(name))).collect()
}

const HEAD: &str = "户编号,行政村,村民小组,户主姓名,证件号码,家庭人口数,监测对象类别,纳入时间,风险是否已消除,\
                    风险消除时间,帮扶联系人,最近走访日期\n";
const FIRST: &str = "995100000000000101,石桥村,三组,王小明,995101197102030110,4,脱贫不稳定户,2024-03-15,否,,张敏,2026-10-20\n\
                     995100000000000102,石桥村,一组,李桂兰,995101195504120224,3,边缘易致贫户,2023-05-10,否,,张敏,\n";
/// The class, the head, the number of people and the contact change; one comes, with a visit.
const SECOND: &str = "995100000000000101,石桥村,三组,王大明,995101197102030110,5,脱贫不稳定户,2024-03-15,是,2026-11-01,李卫国,2026-11-10\n\
                      995100000000000102,石桥村,一组,李桂兰,995101195504120224,3,边缘易致贫户,2023-05-10,否,,张敏,\n\
                      995100000000000103,上河村,五组,韦成,995101198001300411,2,突发严重困难户,,否,,何静,2026-09-01\n";

fn import(world: &mut World, rows: &str) {
    world.import_csv(&format!("{HEAD}{rows}")).unwrap();
}

fn undo(world: &mut World, number: i64) -> Result<(usize, usize), UndoRefused> {
    let done = world.ledger.undo_import(number, false, &mut |_, _| true)?;
    assert!(done.applied);
    Ok((done.withdrawn, done.restored))
}

#[test]
fn an_import_taken_back_leaves_everything_as_it_was_and_the_file_can_come_again() {
    let mut world = World::new();
    let empty = tables(&world.database());
    import(&mut world, FIRST);
    let first = tables(&world.database());
    import(&mut world, SECOND);
    let second = tables(&world.database());
    assert_eq!(undo(&mut world, 2).unwrap(), (1, 1));
    assert_eq!(tables(&world.database()), first);
    assert!(matches!(undo(&mut world, 2), Err(UndoRefused::AlreadyUndone)));
    // What is computed from the revisions alone is the same.
    world.ledger.rebuild().unwrap();
    assert_eq!(tables(&world.database()), first);
    import(&mut world, SECOND);
    let counts = |tables: &BTreeMap<String, Vec<String>>| tables.values().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(counts(&tables(&world.database())), counts(&second));
    assert_eq!(undo(&mut world, 3).unwrap(), (1, 1));
    assert_eq!(undo(&mut world, 1).unwrap(), (2, 0), "the ones between were taken back");
    assert_eq!(tables(&world.database()), empty);
    world.ledger.rebuild().unwrap();
    assert_eq!(tables(&world.database()), empty);
}

#[test]
fn a_household_with_something_recorded_since_is_named_and_keeps_what_the_import_said() {
    let mut world = World::new();
    import(&mut world, FIRST);
    import(&mut world, SECOND);
    world.edit("995100000000000101", "phone", "13900139000");
    let before = tables(&world.database());
    let Err(UndoRefused::RecordedSince(plan)) = undo(&mut world, 2) else { panic!("it is refused") };
    let kept: Vec<_> = plan.kept.iter().map(|kept| (kept.code.as_str(), kept.because.clone())).collect();
    assert_eq!(kept, [("995100000000000101", [KeptFor::Household].into())]);
    assert_eq!(tables(&world.database()), before, "nothing was changed");
    let done = world.ledger.undo_import(2, true, &mut |_, _| true).unwrap();
    assert_eq!((done.withdrawn, done.restored, done.kept.len()), (1, 0, 1));
    let stays = world.ledger.show_by_code("995100000000000101").unwrap().unwrap();
    assert_eq!(stays.row.name, "王大明");
    assert!(world.ledger.show_by_code("995100000000000103").unwrap().is_none());
    assert_eq!(
        world.ledger.contacts().unwrap().iter().map(|name| name.as_str().to_owned()).collect::<Vec<_>>(),
        ["张敏", "李卫国"]
    );
    let Err(UndoRefused::RecordedSince(plan)) = undo(&mut world, 1) else { panic!("it is refused") };
    assert_eq!(plan.kept.len(), 1, "only the one that was left stands against the import before it");
}

#[test]
fn a_visit_since_stays_where_the_household_was_here_before_and_keeps_one_that_the_import_brought() {
    let mut world = World::new();
    import(&mut world, FIRST);
    import(&mut world, SECOND);
    for code in ["995100000000000101", "995100000000000103"] {
        record(&mut world.ledger, code, entry("2026-11-20").wage("2026-11", 1000));
    }
    let done = world.ledger.undo_import(2, true, &mut |_, _| true).unwrap();
    let kept: Vec<_> = done.kept.iter().map(|kept| kept.code.as_str()).collect();
    assert_eq!((done.restored, kept), (1, vec!["995100000000000103"]));
    let file = world.ledger.show_by_code("995100000000000101").unwrap().unwrap();
    assert_eq!((&*file.row.name, file.household.facts.get(F::Population)), ("王小明", Some("4")));
    assert!(file.visits.iter().any(|visit| visit.visited_on == day("2026-11-20")) && file.incomes.len() == 1);
    assert_eq!(file.row.last_counted.map(|(on, _)| on), Some(day("2026-11-20")));
}

#[test]
fn a_later_import_is_named_and_what_was_left_for_it_can_be_taken_back_after_it() {
    let mut world = World::new();
    import(&mut world, FIRST);
    import(&mut world, SECOND);
    let Err(UndoRefused::RecordedSince(plan)) = undo(&mut world, 1) else { panic!("it is refused") };
    assert_eq!(plan.kept[0].because, [KeptFor::LaterImport].into());
    assert_eq!(plan.kept[0].later_imports, [2].into());
    let first = world.ledger.undo_import(1, true, &mut |_, _| true).unwrap();
    assert_eq!((first.withdrawn, first.kept.len()), (1, 1));
    assert_eq!(undo(&mut world, 2).unwrap(), (1, 1));
    assert_eq!(undo(&mut world, 1).unwrap(), (1, 0), "the one that was left");
    assert!(world.ledger.is_empty().unwrap());
    assert!(matches!(undo(&mut world, 1), Err(UndoRefused::AlreadyUndone)));
}

#[test]
fn a_draft_on_a_household_that_would_go_is_not_lost_with_it() {
    let mut world = World::new();
    import(&mut world, FIRST);
    let file = world.ledger.show_by_code("995100000000000102").unwrap().unwrap();
    let key = huifang::ledger::DraftKey { form: "visit".into(), household_id: Some(file.row.id), visit_id: None };
    world.ledger.save_draft(&key, "{}").unwrap();
    let Err(UndoRefused::RecordedSince(plan)) = undo(&mut world, 1) else { panic!("it is refused") };
    assert_eq!(plan.kept[0].because, [KeptFor::Draft].into());
}

#[test]
fn a_code_that_another_family_has_by_now_is_not_taken_back() {
    let mut world = World::new();
    let without = "村,组,户主姓名,身份证号,监测类别\n";
    world.import_csv(&format!("{without}石桥村,三组,王小明,995101197102030110,脱贫不稳定户\n")).unwrap();
    // The code arrives, and the number of our own goes to the next family.
    import(&mut world, "995100000000000101,石桥村,三组,王小明,995101197102030110,4,脱贫不稳定户,,,,,\n");
    world.import_csv(&format!("{without}上河村,五组,韦成,995101198001300411,脱贫户\n")).unwrap();
    assert!(world.ledger.show_by_code("H-0001").unwrap().is_some_and(|file| file.row.name == "韦成"));
    let Err(UndoRefused::RecordedSince(plan)) = undo(&mut world, 2) else { panic!("it is refused") };
    assert_eq!(plan.kept[0].because, [KeptFor::CodeTaken].into());
    assert_eq!(undo(&mut world, 3).unwrap(), (1, 0));
    assert_eq!(undo(&mut world, 2).unwrap(), (0, 1), "now it is free");
    assert!(world.ledger.show_by_code("H-0001").unwrap().is_some_and(|file| file.row.name == "王小明"));
}

#[test]
fn taking_back_can_be_stopped_and_then_nothing_was_changed() {
    let mut world = World::new();
    import(&mut world, FIRST);
    let before = tables(&world.database());
    let stopped = world.ledger.undo_import(1, false, &mut |_, _| false);
    assert!(matches!(stopped, Err(UndoRefused::Cancelled)));
    assert_eq!(tables(&world.database()), before);
    assert!(matches!(world.ledger.plan_undo(7), Err(UndoRefused::NoSuchImport)));
}

fn row(code: u32) -> impl Strategy<Value = String> {
    let class = prop::sample::select(vec![
        "脱贫不稳定户,2024-03-15,否,",
        "脱贫不稳定户,2024-03-15,是,2026-05-06",
        "边缘易致贫户,2023-05-10,否,",
        "突发严重困难户,,是,2026-08",
        "脱贫户,,,",
    ]);
    let visit = prop::sample::select(vec!["", "2026-09-01", "2026-10-20", "2026-11-10"]);
    let (name, contact) =
        (prop::sample::select(vec!["王小明", "李桂兰"]), prop::sample::select(vec!["", "张敏", "何静"]));
    (class, visit, name, contact, 1_u32..9).prop_map(move |(class, visit, name, contact, people)| {
        format!("99510000000000010{code},石桥村,三组,{name},,{people},{class},{contact},{visit}\n")
    })
}

fn some_rows() -> impl Strategy<Value = String> {
    let rows: Vec<_> = (0..5).map(|code| prop::option::of(row(code))).collect();
    rows.prop_map(|rows| rows.into_iter().flatten().collect()).prop_filter("some row", |rows: &String| !rows.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_imported_each_state_comes_back_in_turn(files in prop::collection::vec(some_rows(), 1..5)) {
        let mut world = World::new();
        let mut states = vec![tables(&world.database())];
        for rows in &files {
            import(&mut world, rows);
            states.push(tables(&world.database()));
        }
        for number in (1..=files.len()).rev() {
            prop_assert_eq!(&tables(&world.database()), &states[number]);
            undo(&mut world, i64::try_from(number).unwrap()).unwrap();
        }
        prop_assert_eq!(&tables(&world.database()), &states[0]);
        world.ledger.rebuild().unwrap();
        prop_assert_eq!(&tables(&world.database()), &states[0]);
    }
}

fn json(home: &Path, arguments: &[&str], code: i32) -> Value {
    let output = huifang(home, arguments);
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {output:?}"))
}

#[test]
fn every_import_is_listed_with_all_that_it_said_and_can_be_taken_back_by_a_command() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("offices/A08 合计在序号列.xlsx");
    let said = json(home.path(), &["--as", "张敏", "import", file.to_str().unwrap(), "--json"], 0);
    assert_eq!(json(home.path(), &["due", "--json"], 0).as_array().unwrap().len(), 6);
    let again = json(home.path(), &["import", file.to_str().unwrap(), "--dry-run", "--json"], 0);
    assert_eq!((&said["imported_before"], &again["imported_before"]), (&Value::Null, &Value::from(1)));
    let list = json(home.path(), &["imports", "list", "--json"], 0);
    let first = &list[0];
    assert_eq!((&first["number"], &first["author"]), (&Value::from(1), &Value::from("张敏")));
    assert_eq!((&first["file"], &first["skipped"]), (&Value::from("A08 合计在序号列.xlsx"), &Value::from(1)));
    assert_eq!(first["fingerprint"].as_str().unwrap().len(), 64);
    let shown = json(home.path(), &["imports", "show", "1", "--json"], 0);
    assert_eq!((&shown["import"], &shown["said"]), (first, &said));
    let text = huifang(home.path(), &["imports", "show", "1"]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("Passed over sheet"), "{text:?}");
    assert_eq!(huifang(home.path(), &["imports", "undo", "1"]).status.code(), Some(2), "nobody said yes");
    let plan = json(home.path(), &["imports", "undo", "1", "--dry-run", "--json"], 0);
    assert_eq!((&plan["withdrawn"], &plan["applied"]), (&Value::from(6), &Value::from(false)));
    let done = json(home.path(), &["imports", "undo", "1", "--yes", "--json"], 0);
    assert_eq!(
        (&done["withdrawn"], &done["applied"], &done["kept"]),
        (&Value::from(6), &Value::from(true), &Value::from(Vec::<Value>::new()))
    );
    assert_eq!(json(home.path(), &["due", "--json"], 0), Value::from(Vec::<Value>::new()));
    assert!(json(home.path(), &["imports", "list", "--json"], 0)[0]["undone_at"].is_string());
    assert_eq!(huifang(home.path(), &["imports", "undo", "1", "--yes"]).status.code(), Some(2));
    assert_eq!(huifang(home.path(), &["imports", "show", "9"]).status.code(), Some(2));
}
