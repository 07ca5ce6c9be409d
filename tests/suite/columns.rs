//! Columns that a person assigns, and villages that a person joins: remembered for the files to come.

use std::path::Path;

use huifang::exchange::Reading;
use huifang::exchange::roster::{Column, RosterFaultKind as Kind, TableSeen};
use huifang::ledger::{HeadingIs, ImportError, ImportPlan, Spellings};
use serde_json::Value;

use crate::cli::huifang;
use crate::world::World;

const ODD: &str = "编码,住在,当家的,类别,手机,包联同志\n\
                   995100000000000101,石桥村,王小明,脱贫不稳定户,13800138001,张敏\n\
                   995100000000000102,石桥村,李桂兰,边缘易致贫户,13800138002,何静\n";

fn plan(world: &World, name: &str, content: &str) -> Result<ImportPlan, ImportError> {
    world.ledger.plan_import(&world.file(name, content), Reading::Here, &mut |_, _| true)
}

fn seen(refused: Result<ImportPlan, ImportError>) -> TableSeen {
    match refused {
        Err(ImportError::Refused(why)) => why.seen().cloned().unwrap(),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn headings_that_nobody_knows_are_assigned_by_hand_and_remembered_for_the_next_file() {
    let mut world = World::new();
    let table = seen(plan(&world, "odd.csv", ODD));
    assert_eq!((table.row, table.columns[2].sample.as_str()), (1, "王小明"));
    let is = |world: &mut World, heading: &str, field: Column| {
        world.ledger.assign_column(&table.headings(), heading, HeadingIs::Field(field)).unwrap();
    };
    for (heading, field) in [("住在", Column::Village), ("当家的", Column::HeadName), ("包联同志", Column::Contact)]
    {
        is(&mut world, heading, field);
    }
    is(&mut world, "编码", Column::Code);
    let first = plan(&world, "odd.csv", ODD).unwrap();
    assert_eq!((first.outcome.new, first.outcome.columns_by_hand.len()), (2, 4));
    world.ledger.apply_import(&first, false, &mut |_, _| true).unwrap();
    let file = world.ledger.show_by_code("995100000000000102").unwrap().unwrap();
    assert_eq!((&*file.row.name, file.row.contact.as_str()), ("李桂兰", "何静"));
    let next = plan(&world, "next.csv", &ODD.replace("何静", "李卫国")).unwrap();
    assert_eq!((next.outcome.new, next.outcome.changed.len()), (0, 1));
    // The same word among other headings is nobody's business.
    let other = "户编号,行政村,户主姓名,类别,住在\n995100000000000101,石桥村,王小明,脱贫不稳定户,三组\n";
    assert!(plan(&world, "other.csv", other).unwrap().outcome.columns_by_hand.is_empty());
    world.ledger.assign_column(&table.headings(), "当家的", HeadingIs::AsItSays).unwrap();
    assert_eq!(plan(&world, "odd.csv", ODD).unwrap().outcome.unknown_columns, ["当家的"]);
    assert_eq!(seen(plan(&World::new(), "odd.csv", ODD)).headings(), table.headings());
}

#[test]
fn a_heading_can_be_said_to_be_nothing_and_one_of_two_alike_is_told_apart() {
    let mut world = World::new();
    let content = "户编号,行政村,户主姓名,监测类别,联系电话,联系电话,帮扶联系人\n\
                   995100000000000101,石桥村,王小明,脱贫不稳定户,12345,13800138002,张敏\n";
    let table = plan(&world, "two.csv", content).unwrap().tables()[0].clone();
    assert_eq!(table.headings()[5], "联系电话 #2");
    world.ledger.assign_column(&table.headings(), "联系电话", HeadingIs::Nothing).unwrap();
    world.ledger.assign_column(&table.headings(), "帮扶联系人", HeadingIs::Nothing).unwrap();
    let plan = plan(&world, "two.csv", content).unwrap();
    assert!(plan.outcome.problems.is_empty(), "{:?}", plan.outcome.problems);
    world.ledger.apply_import(&plan, false, &mut |_, _| true).unwrap();
    let row = world.ledger.show_by_code("995100000000000101").unwrap().unwrap().row;
    assert_eq!((&*row.phone, row.contact.as_str()), ("13800138002", ""));
}

fn json(home: &Path, arguments: &[&str], code: i32) -> Value {
    let output = huifang(home, arguments);
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {output:?}"))
}

#[test]
fn a_command_assigns_columns_and_the_next_file_needs_no_word() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("odd.csv");
    std::fs::write(&file, ODD).unwrap();
    let file = file.to_str().unwrap();
    let columns =
        ["--column", "编码=code", "--column", "住在=village", "--column", "当家的=head_name", "--column", "手机="];
    let bare = ["import", file, "--json"];
    assert_eq!(huifang(home.path(), &bare).status.code(), Some(2));
    let wrong = huifang(home.path(), &[&bare[..], &columns, &["--column", "没有的=phone"]].concat());
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("没有的"), "{wrong:?}");
    assert!(!home.path().join("data").exists(), "nothing was made");
    let no_field = huifang(home.path(), &["import", file, "--column", "编码=nothing"]);
    assert_eq!(no_field.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&no_field.stderr).contains("head_name"));
    let said = json(home.path(), &[&bare[..], &columns].concat(), 0);
    assert_eq!((&said["new"], said["columns_by_hand"].as_array().unwrap().len()), (&Value::from(2), 4));
    assert_eq!(said["columns_by_hand"][3], serde_json::json!({ "heading": "手机", "field": null }));
    let again = json(home.path(), &bare, 0);
    assert_eq!((&again["unchanged"], &again["columns_by_hand"]), (&Value::from(2), &said["columns_by_hand"]));
}

#[test]
fn a_column_assigned_by_hand_stands_for_its_field_alone() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("two.csv");
    std::fs::write(
        &file,
        "户编号,行政村,户主姓名,户类型,类别,三类身份\n9951000001,石桥村,王,脱贫户,脱贫户,突发严重困难户\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let said = json(home.path(), &["import", file, "--column", "三类身份=category", "--json"], 0);
    assert_eq!(said["unknown_columns"], serde_json::json!(["类别"]));
    assert_eq!(json(home.path(), &["due", "--json"], 0)[0]["class"], "unresolved");
    let auto = json(home.path(), &["import", file, "--column", "三类身份=auto", "--dry-run", "--json"], 0);
    assert_eq!(auto["columns_by_hand"], serde_json::json!([]));
    assert_eq!(
        json(home.path(), &["import", file, "--dry-run", "--json"], 0)["columns_by_hand"][0]["field"],
        "category"
    );
    json(home.path(), &["import", file, "--column", "三类身份=auto", "--json"], 0);
    assert_eq!(
        json(home.path(), &["import", file, "--dry-run", "--json"], 0)["columns_by_hand"],
        serde_json::json!([])
    );
}

const SPELT: &str = "户编号,行政村,户主姓名,监测类别\n\
                     995100000000000101,石桥村,王小明,脱贫不稳定户\n995100000000000102,石桥村,李桂兰,边缘易致贫户\n\
                     995100000000000103,石桥,韦成,边缘易致贫户\n995100000000000104,青石镇石桥村,赵成贵,边缘易致贫户\n\
                     995100000000000105,石桥村委会,陈大有,边缘易致贫户\n995100000000000106,上河村,马春花,边缘易致贫户\n";

fn villages(world: &World) -> Vec<String> {
    let mut villages: Vec<String> =
        world.ledger.due_list().unwrap().rows.iter().map(|row| row.village.clone()).collect();
    villages.sort();
    villages.dedup();
    villages
}

#[test]
fn spellings_of_one_village_are_offered_joined_remembered_and_parted_again() {
    let mut world = World::new();
    let offered = plan(&world, "spelt.csv", SPELT).unwrap();
    let doubts = offered.outcome.problems.iter().filter(|problem| problem.kind == Kind::VillageSpelling);
    assert_eq!((doubts.count(), offered.outcome.villages_offered.len()), (3, 3));
    let joined = world.ledger.plan_again(offered, Spellings::Join, &mut |_, _| true).unwrap();
    assert!(joined.outcome.problems.is_empty() && joined.outcome.villages_offered.is_empty());
    assert_eq!(joined.outcome.villages_joined.iter().map(|it| it.households).collect::<Vec<_>>(), [1, 1, 1]);
    world.ledger.apply_import(&joined, false, &mut |_, _| true).unwrap();
    assert_eq!(villages(&world), ["上河村", "石桥村"]);
    let again = plan(&world, "spelt.csv", SPELT).unwrap();
    assert_eq!((again.outcome.unchanged, again.outcome.problems.len()), (6, 0), "it is remembered");
    let apart = world.ledger.plan_again(again, Spellings::Apart, &mut |_, _| true).unwrap();
    assert_eq!(apart.outcome.changed.len(), 3);
    world.ledger.apply_import(&apart, false, &mut |_, _| true).unwrap();
    assert_eq!(villages(&world).len(), 5);
}

#[test]
fn the_spelling_on_file_is_kept_and_villages_of_two_townships_are_two() {
    let mut world = World::new();
    let head = "户编号,乡镇,行政村,户主姓名,监测类别\n";
    let first = format!(
        "{head}995100000000000101,青石镇,石桥村,王小明,脱贫不稳定户\n995100000000000102,红石镇,石桥村,李桂兰,边缘易致贫户\n"
    );
    assert!(world.import_csv(&first).unwrap().problems.is_empty());
    let rows = "995100000000000103,青石镇,石桥,韦成,边缘易致贫户\n995100000000000104,青石镇,石桥,赵成贵,边缘易致贫户\n\
                995100000000000105,红石镇,石桥村,陈大有,边缘易致贫户\n";
    let plan = plan(&world, "next.csv", &format!("{head}{rows}")).unwrap();
    let offered: Vec<_> =
        plan.outcome.villages_offered.iter().map(|it| (it.spelt.as_str(), it.kept.as_str())).collect();
    assert_eq!(offered, [("石桥", "石桥村")], "although the file has it more often");
    let plan = world.ledger.plan_again(plan, Spellings::Join, &mut |_, _| true).unwrap();
    world.ledger.apply_import(&plan, false, &mut |_, _| true).unwrap();
    let places: Vec<_> =
        world.ledger.due_list().unwrap().rows.iter().map(|row| (row.township.clone(), row.village.clone())).collect();
    assert_eq!(places.iter().filter(|place| **place == ("青石镇".into(), "石桥村".into())).count(), 3);
    assert_eq!(places.iter().filter(|place| **place == ("红石镇".into(), "石桥村".into())).count(), 2);
}

#[test]
fn families_without_codes_stay_the_same_when_their_village_is_joined_and_parted() {
    let mut world = World::new();
    let head = "村,组,户主姓名,监测类别\n";
    let rows = "石桥村,一组,王一,边缘易致贫户\n石桥村,一组,王二,边缘易致贫户\n石桥村,一组,王三,边缘易致贫户\n\
                石桥,二组,李一,边缘易致贫户\n石桥,二组,李二,边缘易致贫户\n";
    world.import_csv(&format!("{head}{rows}")).unwrap();
    for (spellings, count) in [(Spellings::Join, 1), (Spellings::Apart, 2), (Spellings::Join, 1)] {
        let again = plan(&world, "again.csv", &format!("{head}{rows}")).unwrap();
        let again = world.ledger.plan_again(again, spellings, &mut |_, _| true).unwrap();
        assert_eq!((again.outcome.new, again.outcome.absent.len()), (0, 0), "{spellings:?}");
        world.ledger.apply_import(&again, false, &mut |_, _| true).unwrap();
        assert_eq!((villages(&world).len(), world.ledger.due_list().unwrap().rows.len()), (count, 5));
    }
}

#[test]
fn what_was_joined_to_a_name_that_is_joined_itself_goes_with_it() {
    let mut world = World::new();
    let row = |code: u32, village: &str| format!("99510000{code:02},{village},户{code},边缘易致贫户\n");
    let file = |rows: &[String]| format!("户编号,行政村,户主姓名,监测类别\n{}", rows.concat());
    let join = |world: &mut World, content: &str| {
        let plan = plan(world, "spelt.csv", content).unwrap();
        let plan = world.ledger.plan_again(plan, Spellings::Join, &mut |_, _| true).unwrap();
        world.ledger.apply_import(&plan, false, &mut |_, _| true).unwrap();
    };
    join(&mut world, &file(&[row(1, "石桥村"), row(2, "石桥村"), row(3, "石桥")]));
    let many: Vec<String> = (10..20).map(|code| row(code, "石桥村委会")).collect();
    world.import_csv(&file(&many)).unwrap();
    join(&mut world, &file(&[row(1, "石桥村"), row(2, "石桥村"), row(3, "石桥")]));
    assert_eq!(villages(&world), ["石桥村委会"]);
}

#[test]
fn the_only_phone_stays_the_households_where_a_title_says_the_village_and_a_person_has_the_last_word() {
    let head = "户编号,户主姓名,监测对象类别,帮扶联系人,联系电话";
    let row = "9951000001,王小明,边缘易致贫户,张敏,075012345678";
    let mut world = World::new();
    let outcome = world
        .import_csv(&format!("石桥村花名册,,,,\n{head}\n{}\n", row.replace("075012345678", "07501234567")))
        .unwrap();
    assert!(outcome.problems.is_empty(), "{:?}", outcome.problems);
    assert_eq!(world.ledger.due_list().unwrap().rows[0].phone, "07501234567");
    let two = format!("{head},行政村,户联系电话\n{},石桥村,13800138001\n", row.replace("075012345678", "13900139001"));
    let table = plan(&world, "two.csv", &two).unwrap().tables()[0].clone();
    assert_eq!(table.columns[4].field, Some(Column::OfContact));
    world.ledger.assign_column(&table.headings(), "联系电话", HeadingIs::Field(Column::Phone)).unwrap();
    world.import_csv(&two).unwrap();
    assert_eq!(world.ledger.due_list().unwrap().rows[0].phone, "13900139001", "as the person said");
}
