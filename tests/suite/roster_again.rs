//! Rosters again and again: out and in, without codes, with codes that count rows, with new codes for old
//! families, an old file by mistake.

use std::collections::BTreeMap;
use std::path::Path;

use huifang::domain::facts::HouseholdFact as F;
use huifang::exchange::roster::RosterFaultKind as Kind;
use huifang::ledger::{ImportError, ImportOutcome};

use crate::cli::huifang;
use crate::world::{World, roster};

/// Every household's facts, and its members', by code.
fn facts(world: &World) -> BTreeMap<String, String> {
    let listed = world.ledger.roster(|_| true, &mut |_, _| true).unwrap();
    let told = listed.iter().map(|it| {
        let members: Vec<_> = it.members.iter().map(|member| (&member.code, &member.facts)).collect();
        let told = serde_json::json!([it.household.facts, members, it.last_visit_on]);
        (it.household.code.as_str().to_owned(), told.to_string())
    });
    told.collect()
}

/// Writes the roster of a world with the real command.
fn exported(world: &World, name: &str) -> std::path::PathBuf {
    let out = world.folder.path().join(name);
    let db = world.database();
    let output = huifang(
        world.folder.path(),
        &[
            "--db",
            db.to_str().unwrap(),
            "export",
            "households",
            out.to_str().unwrap(),
            "--full",
            "--reason",
            "a way back",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    out
}

fn comes_back_equal(mut world: World, what: &str) {
    for name in ["out.xlsx", "out.csv"] {
        let out = exported(&world, name);
        let mut empty = World::new();
        empty.import(&out).unwrap();
        assert_eq!(facts(&empty), facts(&world), "{what} {name}");
        let again = world.import(&out).unwrap();
        assert_eq!((again.new, again.changed.len(), again.absent.len()), (0, 0, 0), "{what} {name}: {again:?}");
        assert!(again.conflicts.is_empty(), "{what} {name}");
    }
}

#[test]
fn what_goes_out_comes_in_again_the_same() {
    for name in ["members-gb18030.csv", "roster-village.xlsx"] {
        let mut world = World::new();
        world.import(&roster(name)).unwrap();
        comes_back_equal(world, name);
    }
    let mut files: Vec<_> = std::fs::read_dir(roster("offices")).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let mut compared = 0;
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending != "json")) {
        let mut world = World::new();
        let plan = world.ledger.plan_import(file, huifang::exchange::Reading::Here, &mut |_, _| true);
        let Ok(plan) = plan else { continue };
        if world.ledger.apply_import(&plan, true, &mut |_, _| true).is_ok() {
            compared += 1;
            comes_back_equal(world, &file.display().to_string());
        }
    }
    assert!(compared > 80, "{compared}");
}

#[test]
fn codes_and_ids_in_csv_are_text_to_a_spreadsheet_program() {
    let mut world = World::new();
    world.import(&roster("offices/A01 对照.xlsx")).unwrap();
    let csv = std::fs::read_to_string(exported(&world, "out.csv")).unwrap();
    assert!(csv.contains("\"=\"\"995100000000000101\"\"\""), "{csv}");
    assert!(csv.contains("\"=\"\"13800138001\"\"\""));
}

const HEAD: &str = "序号,村,组,户主姓名,身份证号,家庭人口,监测类别,纳入时间,是否消除风险\n";

fn import(world: &mut World, content: &str) -> ImportOutcome {
    world.import_csv(content).unwrap()
}

#[test]
fn a_list_without_codes_comes_in_again_and_takes_the_codes_that_arrive_later() {
    let mut world = World::new();
    let rows = "1,石桥村,三组,王小明,995101197102030110,4,脱贫不稳定户,2024-03-15,否\n\
                2,石桥村,一组,李桂兰,,3,边缘易致贫户,2023-05-10,否\n";
    assert_eq!(import(&mut world, &format!("{HEAD}{rows}")).new, 2);
    let codes: Vec<String> = facts(&world).into_keys().collect();
    assert_eq!(codes, ["H-0001", "H-0002"]);
    let again = import(&mut world, &format!("{HEAD}{}", rows.replace(",4,", ",5,")));
    assert_eq!((again.new, again.changed.len(), again.unchanged, again.absent.len()), (0, 1, 1, 0));
    let coded = "户编号,村,组,户主姓名,身份证号,监测类别\n995100000000000101,石桥村,三组,王小明,995101197102030110,脱贫不稳定户\n\
                 995100000000000102,石桥村,一组,李桂兰,995101195504120224,边缘易致贫户\n";
    let with_codes = import(&mut world, coded);
    assert_eq!((with_codes.new, with_codes.absent.len()), (0, 0));
    let codes: Vec<String> = facts(&world).into_keys().collect();
    assert_eq!(codes, ["995100000000000101", "995100000000000102"]);
}

#[test]
fn two_villages_that_count_one_two_three_never_overwrite_each_other() {
    let mut world = World::new();
    let head = "户编号,行政村,村民小组,户主姓名,证件号码,户类型\n";
    import(
        &mut world,
        &format!(
            "{head}1,石桥村,一组,王小明,995101197102030110,脱贫户\n2,石桥村,一组,李桂兰,995101195504120224,脱贫户\n"
        ),
    );
    let second = import(
        &mut world,
        &format!(
            "{head}1,上河村,五组,韦成,995101198001300411,脱贫户\n2,上河村,六组,赵成贵,995101196311110614,脱贫户\n"
        ),
    );
    assert_eq!((second.new, second.changed.len()), (2, 0));
    let names: Vec<String> = world
        .ledger
        .roster(|_| true, &mut |_, _| true)
        .unwrap()
        .iter()
        .map(|it| it.household.facts.get(F::Name).unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 4);
}

#[test]
fn a_code_that_stands_for_another_family_is_refused_and_names_both() {
    let mut world = World::new();
    let head = "户编号,行政村,户主姓名,证件号码,户类型\n";
    import(&mut world, &format!("{head}995100000000000101,石桥村,王小明,995101197102030110,脱贫户\n"));
    let other = world.file("other.csv", format!("{head}995100000000000101,上河村,韦成,995101198001300411,脱贫户\n"));
    let plan = world.ledger.plan_import(&other, huifang::exchange::Reading::Here, &mut |_, _| true).unwrap();
    let problem = &plan.outcome.problems[0];
    assert_eq!((problem.kind, problem.value.as_str()), (Kind::OtherHousehold, "995100000000000101 王小明"));
    assert!(matches!(world.ledger.apply_import(&plan, false, &mut |_, _| true), Err(ImportError::RowsWithErrors)));
    let before = facts(&world);
    assert!(world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap().applied);
    assert_eq!(facts(&world), before);
}

#[test]
fn a_list_under_new_codes_names_the_old_ones() {
    let mut world = World::new();
    let head = "户编号,行政村,户主姓名,证件号码,户类型\n";
    import(&mut world, &format!("{head}995100000000000101,石桥村,王小明,995101197102030110,脱贫户\n"));
    let renamed = import(&mut world, &format!("{head}995100000000000901,石桥村,王小明,995101197102030110,脱贫户\n"));
    assert_eq!((renamed.new, renamed.absent.len()), (1, 1));
    assert_eq!((renamed.problems[0].kind, renamed.problems[0].value.as_str()), (Kind::IdTwice, "995100000000000101"));
}

#[test]
fn what_was_passed_over_and_not_read_is_listed() {
    let home = tempfile::tempdir().unwrap();
    let said = |name: &str| {
        let file = roster("offices").join(name);
        let output = huifang(home.path(), &["import", file.to_str().unwrap(), "--dry-run", "--json"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    let totals = said("A08 合计在序号列.xlsx");
    assert_eq!(
        (totals["skipped"][0]["row"].as_u64(), totals["skipped"][0]["reason"].as_str()),
        (Some(8), Some("total"))
    );
    let sheets = said("A30 先汇总后明细.xlsx");
    assert_eq!(
        (sheets["sheets"][0]["name"].as_str(), sheets["sheets"][0]["read"].as_bool()),
        (Some("汇总"), Some(false))
    );
    assert_eq!(sheets["sheets"][1]["read"], true);
    let hidden = said("A07 隐藏旧表.xlsx");
    let hidden: Vec<_> = hidden["sheets"].as_array().unwrap().iter().filter(|sheet| sheet["hidden"] == true).collect();
    assert_eq!((hidden.len(), hidden[0]["read"].as_bool()), (1, Some(false)));
    let file = roster("offices/A30 先汇总后明细.xlsx");
    let text = huifang(home.path(), &["import", file.to_str().unwrap(), "--dry-run"]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("Not read: sheet \"汇总\" with 5 rows"), "{text:?}");
    let _: &Path = home.path();
}

#[test]
fn a_file_that_would_turn_much_over_asks_for_a_yes() {
    let home = tempfile::tempdir().unwrap();
    let run = |more: &[&str]| huifang(home.path(), &[&["import"], more].concat());
    let good = roster("roster-village.xlsx");
    assert_eq!(run(&[good.to_str().unwrap()]).status.code(), Some(0));
    let world = World::new();
    let csv = {
        let mut copy = World::new();
        copy.import(&good).unwrap();
        std::fs::read_to_string(exported(&copy, "out.csv")).unwrap().replace("张敏", "何静")
    };
    let other = world.file("other.csv", csv);
    let other = other.to_str().unwrap();
    let refused = run(&[other]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--yes"), "{refused:?}");
    assert_eq!(run(&[other, "--dry-run"]).status.code(), Some(0));
    let taken = run(&[other, "--yes", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&taken.stdout).unwrap();
    assert_eq!((taken.status.code(), json["applied"].as_bool()), (Some(0), Some(true)));
    assert_eq!(run(&[other]).status.code(), Some(0), "nothing changes any more");
}

#[test]
fn a_list_of_contacts_after_the_roster_changes_the_contact_and_nothing_else() {
    let mut world = World::new();
    let head = "户编号,行政村,村民小组,户主姓名,证件号码,监测对象类别,纳入时间,联系电话\n";
    let rows = "995100000000000101,石桥村,三组,王小明,995101197102030110,脱贫不稳定户,2024-03-15,13800138001\n\
                995100000000000102,石桥村,一组,李桂兰,995101195504120224,边缘易致贫户,2023-05-10,\n";
    import(&mut world, &format!("{head}{rows}"));
    let before = facts(&world);
    let contacts = "序号,户编号,户主姓名,帮扶联系人,单位,联系电话\n\
                    1,995100000000000101,王小明,张敏,镇政府,13900139001\n2,995100000000000102,李桂兰,何静,镇政府,13900139002\n";
    let outcome = import(&mut world, contacts);
    assert_eq!((outcome.new, outcome.changed.len(), outcome.problems.len()), (0, 2, 0), "{outcome:?}");
    let changed: Vec<String> = facts(&world).into_values().collect();
    for (before, after) in before.values().zip(&changed) {
        let without = after.replace("\"contact\":\"张敏\"", "").replace("\"contact\":\"何静\"", "");
        assert_eq!(without.replace([',', ' ', '{'], ""), before.replace([',', ' ', '{'], ""));
    }
    // By the ID number as well; a household that is not on file says too little of itself.
    let by_id = "户主姓名,户主身份证号,帮扶联系人\n王小明,995101197102030110,李卫国\n韦成,995101198001300411,何静\n";
    let file = world.file("by_id.csv", by_id);
    let plan = world.ledger.plan_import(&file, huifang::exchange::Reading::Here, &mut |_, _| true).unwrap();
    assert_eq!((plan.outcome.changed.len(), plan.outcome.problems[0].kind), (1, Kind::NoVillage));
    assert!(matches!(world.ledger.apply_import(&plan, false, &mut |_, _| true), Err(ImportError::RowsWithErrors)));
    assert_eq!(world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap().changed.len(), 1);
}

#[test]
fn a_list_of_contacts_by_itself_is_refused_and_creates_nothing() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("contacts.csv");
    std::fs::write(&file, "户编号,户主姓名,帮扶联系人\n995100000000000101,王小明,张敏\n").unwrap();
    let refused = huifang(home.path(), &["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(refused.status.code(), Some(2));
    let json: serde_json::Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert_eq!(json["problems"][0]["code"], "column_missing");
    assert!(!home.path().join("data").exists(), "nothing was made");
}

#[test]
fn a_second_table_without_the_columns_is_named_with_its_rows() {
    let mut world = World::new();
    let content = "户编号,行政村,户主姓名,监测对象类别\n995100000000000101,石桥村,王小明,脱贫不稳定户\n\n\
                   户编号,户主姓名,帮扶联系人\n995100000000000101,王小明,张敏\n";
    let outcome = import(&mut world, content);
    assert_eq!((outcome.new, outcome.problems.len()), (1, 0), "{outcome:?}");
    let skipped = &outcome.skipped[0];
    assert_eq!(
        (skipped.row, skipped.reason.code(), skipped.text.as_str()),
        (4, "other_table", "户编号 户主姓名 帮扶联系人 (1)")
    );
}

#[test]
fn an_old_file_by_mistake_takes_no_status_back_and_its_import_can_be_undone() {
    let mut world = World::new();
    let head = "户编号,行政村,户主姓名,监测对象类别,识别时间,风险是否已消除,风险消除时间,家庭人口数\n";
    let old = format!("{head}995100000000000101,石桥村,王小明,脱贫不稳定户,2024-03-15,否,,4\n");
    import(&mut world, &old);
    import(&mut world, &old.replace("否,,4", "是,2026-10-20,5"));
    let before = facts(&world);
    let mistaken = import(&mut world, &old);
    let conflicts: Vec<_> = mistaken.conflicts.iter().map(|it| it.fields.len()).collect();
    assert_eq!(conflicts, [1], "{mistaken:?}");
    let file = world.ledger.show_by_code("995100000000000101").unwrap().unwrap();
    assert_eq!(file.row.class.code(), "eliminated", "it was not turned back to a monthly visit");
    assert_eq!(world.ledger.undo_import(3, false, &mut |_, _| true).unwrap().restored, 1);
    assert_eq!(facts(&world), before);
}

#[test]
fn two_heads_of_one_name_are_two_families_in_plan_and_file_and_stay_so_the_next_month() {
    let head = "村,组,户主姓名,家庭人口数,帮扶联系人,联系电话,监测类别\n";
    let rows = "石桥村,三组,王某,3,张敏,13800138001,脱贫不稳定户\n石桥村,三组,王某,6,李卫国,13800138002,边缘易致贫户\n\
                石桥村,三组,李桂兰,2,张敏,13800138003,边缘易致贫户\n";
    let mut world = World::new();
    let file = world.file("names.csv", format!("{head}{rows}"));
    let plan = world.ledger.plan_import(&file, huifang::exchange::Reading::Here, &mut |_, _| true).unwrap();
    let done = world.ledger.apply_import(&plan, false, &mut |_, _| true).unwrap();
    assert_eq!((plan.outcome.new, done.new, done.changed.len()), (3, 3, 0));
    let named = done.problems.iter().filter(|problem| problem.kind == Kind::Namesakes).count();
    assert_eq!((named, done.problems.len()), (2, 2), "{:?}", done.problems);
    let before = facts(&world);
    assert_eq!(before.len(), 3);
    let swapped: Vec<&str> = rows.lines().rev().collect();
    let again = import(&mut world, &format!("{head}{}\n", swapped.join("\n")));
    assert_eq!((again.new, again.changed.len(), again.absent.len()), (0, 0, 0), "{again:?}");
    assert_eq!(facts(&world), before);
}

#[test]
fn one_row_twice_or_one_id_number_twice_is_named_and_neither_is_taken() {
    let head = "村,组,户主姓名,身份证号,监测类别\n";
    for rows in [
        "石桥村,三组,王小明,995101197102030110,脱贫不稳定户\n石桥村,三组,王小民,995101197102030110,边缘易致贫户\n",
        "石桥村,三组,王小明,,脱贫不稳定户\n石桥村,三组,王小明,,脱贫不稳定户\n",
    ] {
        let mut world = World::new();
        let file = world.file("twice.csv", format!("{head}{rows}石桥村,一组,李桂兰,,边缘易致贫户\n"));
        let plan = world.ledger.plan_import(&file, huifang::exchange::Reading::Here, &mut |_, _| true).unwrap();
        assert!(plan.outcome.problems.iter().any(|it| (it.kind, it.row) == (Kind::DuplicateCode, 3)), "{rows}");
        let done = world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap();
        assert_eq!((plan.outcome.new, done.new), (1, 1));
    }
}

#[test]
fn a_new_class_is_weighty_whatever_fact_it_follows_from() {
    let mut world = World::new();
    let head = "户编号,村,户主姓名,户类型,监测类别,最近走访日期\n";
    import(&mut world, &format!("{head}995100000000000101,石桥村,王小明,脱贫户,,2026-03-01\n"));
    let outcome =
        import(&mut world, &format!("{head}995100000000000101,石桥村,王小明,脱贫户,突发严重困难户,2026-11-05\n"));
    assert!(outcome.changed[0].is_weighty() && outcome.is_upheaval());
    let words = huifang::i18n::Words::new(huifang::i18n::Language::En);
    let told: Vec<String> =
        outcome.changed[0].fields.iter().map(|field| huifang::report::change_words(&words, field)).collect();
    assert!(told.iter().any(|text| text.contains("2026-03-01 → 2026-11-05")), "{told:?}");
    assert!(told.iter().any(|text| text.contains("stable") || text.contains("Stabl")), "{told:?}");
}

#[test]
fn a_signature_line_with_a_phone_is_no_household() {
    let mut world = World::new();
    let content = "序号,村,户主姓名,身份证号,监测类别,联系电话\n1,石桥村,王小明,995101197102030110,脱贫不稳定户,13800138001\n\
                   负责人签字：,,王主任,填表人：,孙丽,13700000000\n";
    let outcome = import(&mut world, content);
    assert_eq!((outcome.new, outcome.problems.len(), outcome.skipped.len()), (1, 0, 1), "{outcome:?}");
}

#[test]
fn a_list_of_members_without_codes_begins_a_household_with_each_head() {
    let mut world = World::new();
    let head = "村,组,姓名,与户主关系,身份证号,监测类别\n";
    let rows = "石桥村,三组,王小明,户主,995101197102030110,脱贫不稳定户\n石桥村,三组,王小花,之女,,脱贫不稳定户\n\
                石桥村,三组,李桂兰,户主,995101195504120224,边缘易致贫户\n石桥村,三组,李强,之子,,边缘易致贫户\n";
    let outcome = import(&mut world, &format!("{head}{rows}"));
    assert_eq!((outcome.new, outcome.problems.len()), (2, 0), "{outcome:?}");
    let members: Vec<usize> =
        world.ledger.roster(|_| true, &mut |_, _| true).unwrap().iter().map(|it| it.members.len()).collect();
    assert_eq!(members, [2, 2]);
    let again = import(&mut world, &format!("{head}{rows}"));
    assert_eq!((again.new, again.unchanged), (0, 2), "{again:?}");
}

#[test]
fn new_codes_for_old_families_are_named_without_id_numbers_too() {
    let mut world = World::new();
    let head = "户编号,村,组,户主姓名,监测类别\n";
    import(&mut world, &format!("{head}995100000000000101,石桥村,三组,王小明,脱贫不稳定户\n"));
    let again = import(&mut world, &format!("{head}995100000000000901,石桥村,三组,王小明,脱贫不稳定户\n"));
    assert_eq!((again.problems[0].kind, again.problems[0].value.as_str()), (Kind::OtherCode, "995100000000000101"));
}
