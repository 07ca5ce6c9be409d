//! Rosters as a village and the national system hand them over, and what an importer must arrive at.

use huifang::domain::facts::MemberFact;
use huifang::exchange::Reading;
use huifang::exchange::refusal::FileRefused;
use huifang::exchange::roster::{RosterFaultKind as Kind, Severity};
use huifang::ledger::{FieldChange, ImportError, ImportOutcome};
use serde_json::{Value, json};

use crate::world::{World, roster};

/// Imports a roster and compares every household with what is expected of it.
fn arrives_at_what_is_expected(file: &str, expected: &str) {
    let mut world = World::new();
    let outcome = world.import(&roster(file)).unwrap();
    let mut expected: Vec<Value> = serde_json::from_slice(&std::fs::read(roster(expected)).unwrap()).unwrap();
    assert_eq!(outcome.new, expected.len());
    assert_eq!(outcome.count(Severity::Error), 0);
    let rows = world.ledger.due_list().unwrap().rows;
    let mut found: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "code": row.code, "name": row.name, "village": row.village, "contact": row.contact,
                "class": row.class, "since": row.since.on, "last_visit_on": row.last_counted.map(|(on, _)| on),
            })
        })
        .collect();
    let by_code = |value: &Value| value["code"].as_str().unwrap().to_owned();
    expected.sort_by_key(by_code);
    found.sort_by_key(by_code);
    assert_eq!(found, expected);

    let again = world.import(&roster(file)).unwrap();
    assert_eq!((again.new, again.changed.len(), again.unchanged), (0, 0, expected.len()), "the same file twice");
    assert!(again.conflicts.is_empty() && again.absent.is_empty());
}

#[test]
fn the_village_roster_arrives_as_expected() {
    arrives_at_what_is_expected("roster-village.xlsx", "village-xlsx.expected.json");
}

#[test]
fn the_member_roster_in_gb18030_arrives_as_expected() {
    arrives_at_what_is_expected("members-gb18030.csv", "members-gb18030.expected.json");
}

const HEAD: &str =
    "户编号,户主姓名,行政村,监测对象类别,识别监测时间,风险是否已消除,风险消除时间,联系电话,帮扶联系人,上次走访日期\n";

/// One household a row, by the columns of [`HEAD`].
fn roster_of(rows: &[&str]) -> String {
    HEAD.to_owned() + &rows.join("\n") + "\n"
}

fn due(world: &World, code: &str) -> (String, Option<String>, String) {
    let file = world.ledger.show_by_code(code).unwrap().unwrap();
    let due = file.row.due_on.map(|due| due.to_string());
    (file.row.class.code().to_owned(), due, file.row.since.to_string())
}

fn kinds(outcome: &ImportOutcome) -> Vec<(u32, Kind)> {
    outcome.problems.iter().map(|problem| (problem.row, problem.kind)).collect()
}

/// The problems of a file that is planned and not imported.
fn planned(world: &World, content: &str) -> ImportOutcome {
    let file = world.file("planned.csv", content);
    world.ledger.plan_import(&file, Reading::Here, &mut |_, _| true).unwrap().outcome
}

#[test]
fn a_value_changed_in_the_file_is_taken_and_a_blank_erases_nothing() {
    let mut world = World::new();
    world.import_csv(&roster_of(&["A1,王小明,石桥村,边缘户,2025-01-05,否,,13812345678,张敏,"])).unwrap();
    let outcome = world.import_csv(&roster_of(&["A1,王小明,上河村,边缘户,2025-01-05,否,,,李卫国,"])).unwrap();
    let changes: Vec<String> = outcome.changed[0]
        .fields
        .iter()
        .map(|change| match change {
            FieldChange::Household(it) => format!("{} {:?} {}", it.fact.code(), it.old.as_deref(), &*it.new),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(changes, ["village Some(\"石桥村\") 上河村", "contact Some(\"张敏\") 李卫国"]);
    let file = world.ledger.show_by_code("A1").unwrap().unwrap();
    assert_eq!(file.row.phone, "13812345678");
}

#[test]
fn changed_in_the_file_and_by_hand_is_a_conflict_and_the_local_value_stays() {
    let mut world = World::new();
    world.import_csv(&roster_of(&["A1,王小明,石桥村,边缘户,2025-01-05,否,,13812345678,张敏,"])).unwrap();
    world.edit("A1", "phone", "13900000000");
    let outcome = world.import_csv(&roster_of(&["A1,王小明,石桥村,边缘户,2025-01-05,否,,13777777777,张敏,"])).unwrap();
    assert_eq!((outcome.changed.len(), outcome.conflicts.len()), (0, 1));
    assert_eq!(world.ledger.show_by_code("A1").unwrap().unwrap().row.phone, "13900000000");
    let again = world.import_csv(&roster_of(&["A1,王小明,石桥村,边缘户,2025-01-05,否,,13777777777,张敏,"])).unwrap();
    assert!(again.conflicts.is_empty(), "the same file says nothing new");
}

#[test]
fn a_household_that_is_not_in_the_file_is_listed_and_left_alone() {
    let mut world = World::new();
    world
        .import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,否,,,,", "A2,乙,石桥村,边缘户,2025-01-05,否,,,,"]))
        .unwrap();
    let outcome = world.import_csv(&roster_of(&["A2,乙,石桥村,边缘户,2025-01-05,否,,,,"])).unwrap();
    assert_eq!(outcome.absent.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["A1"]);
    assert_eq!(world.ledger.due_list().unwrap().rows.len(), 2);
}

#[test]
fn without_a_date_the_clock_runs_from_the_first_import_and_a_later_one_does_not_move_it() {
    let mut world = World::on("2026-09-10");
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,,否,,,,"])).unwrap();
    assert_eq!(outcome.since_defaulted, 1);
    world.turn_to("2026-11-22");
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,脱贫监测户,,否,,,,"])).unwrap();
    assert_eq!(outcome.since_defaulted, 0);
    assert_eq!(due(&world, "A1"), ("unresolved".into(), Some("2026-10-31".into()), "2026-09-10".into()));
}

#[test]
fn a_new_class_begins_a_new_stretch_and_a_roll_back_needs_a_new_identification() {
    let mut world = World::on("2026-06-15");
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,否,,,,2026-05-30"])).unwrap();
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,是,2026-06-10,,,2026-05-30"])).unwrap();
    assert!(outcome.problems.is_empty());
    assert_eq!(due(&world, "A1"), ("eliminated".into(), Some("2026-12-10".into()), "2026-06-10".into()));
    world.turn_to("2026-08-20");
    // As before the elimination: an old list was taken by mistake.
    let old = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,否,,,,2026-05-30"])).unwrap();
    assert_eq!((old.conflicts.len(), old.changed.len()), (1, 0));
    assert_eq!(due(&world, "A1"), ("eliminated".into(), Some("2026-12-10".into()), "2026-06-10".into()));
    let again = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-08-05,否,,,,2026-05-30"])).unwrap();
    assert!(again.conflicts.is_empty());
    assert_eq!(due(&world, "A1"), ("unresolved".into(), Some("2026-09-30".into()), "2026-08-05".into()));
}

#[test]
fn a_mark_that_buys_time_is_a_warning() {
    let mut world = World::on("2026-06-15");
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,否,,,,2026-03-30"])).unwrap();
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,是,2026-06-10,,,2026-03-30"])).unwrap();
    assert_eq!(kinds(&outcome), [(2, Kind::MarkBuysTime)]);
}

#[test]
fn a_mark_that_comes_with_the_first_roster_is_a_warning_where_its_visit_was_late() {
    let mut world = World::new();
    let late = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2024-03-15,是,2026-11-20,,,2026-03-01"])).unwrap();
    assert_eq!(kinds(&late), [(2, Kind::MarkBuysTime)]);
    for row in
        ["A2,乙,石桥村,边缘户,2024-03-15,是,2026-11-20,,,2026-10-01", "A3,丙,石桥村,边缘户,2024-03-15,是,2026-11-20,,,"]
    {
        assert!(world.import_csv(&roster_of(&[row])).unwrap().problems.is_empty(), "{row}");
    }
}

#[test]
fn a_day_that_nobody_stated_does_not_outrank_the_rosters_visit() {
    let mut world = World::new();
    let rows = [
        "A1,甲,石桥村,边缘户,,否,,,,2026-09-28",
        "A2,乙,石桥村,脱贫户,,,,,,2025-10-01",
        "A3,丙,石桥村,边缘户,,是,,,,2026-02-01",
        "A4,丁,石桥村,边缘户,,否,,,,",
    ];
    world.import_csv(&roster_of(&rows)).unwrap();
    let due_on = |code: &str| due(&world, code).1.unwrap();
    assert_eq!(["A1", "A2", "A3", "A4"].map(due_on), ["2026-10-31", "2026-10-01", "2026-08-01", "2026-12-31"]);
}

#[test]
fn a_corrected_date_of_the_present_class_is_taken() {
    let mut world = World::new();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-10-05,否,,,,"])).unwrap();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-09-05,否,,,,"])).unwrap();
    assert_eq!(due(&world, "A1"), ("unresolved".into(), Some("2026-10-31".into()), "2026-09-05".into()));
}

#[test]
fn a_rosters_visit_is_made_once_and_a_future_one_never() {
    let mut world = World::new();
    let visits = |world: &World| world.ledger.show_by_code("A1").unwrap().unwrap().visits.len();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-08-05,否,,,,2026-10-08"])).unwrap();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-08-05,否,,,,2026年10月8日"])).unwrap();
    assert_eq!(visits(&world), 1);
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-08-05,否,,,,2026-11-23"])).unwrap();
    assert_eq!((visits(&world), kinds(&outcome)), (1, vec![(2, Kind::DateInFuture)]));
}

#[test]
fn an_error_row_refuses_the_file_and_good_rows_brings_in_the_rest() {
    let mut world = World::new();
    let content = roster_of(&["A1,甲,石桥村,边缘户,2026-08-05,否,,,,", "A2,,石桥村,边缘户,2026-08-05,否,,,,"]);
    assert!(matches!(world.import_csv(&content), Err(ImportError::RowsWithErrors)));
    assert!(world.ledger.is_empty().unwrap());
    let file = world.file("roster.csv", &content);
    let plan = world.ledger.plan_import(&file, Reading::Here, &mut |_, _| true).unwrap();
    let outcome = world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap();
    assert_eq!((outcome.new, kinds(&outcome)), (1, vec![(3, Kind::NoName)]));
}

#[test]
fn each_fault_of_a_row_is_told_with_its_place() {
    let world = World::new();
    let outcome = planned(
        &world,
        &roster_of(&[
            ",甲,石桥村,边缘户,2026-08-05,否,,,,",
            "A2,乙,,边缘户,2026-08-05,否,,,,",
            "A3,丙,石桥村,五保户,2026-08-05,否,,,,",
            "A4,丁,石桥村,边缘户,2026-08-05,否,,12345,,",
            "A4,戊,石桥村,边缘户,2026-08-05,否,,,,",
            "A6,己,石桥村,边缘户,2026-08-05,是,,,,",
            "A7,庚,石桥村,边缘户,2026-08-05,,2026-10-01,,,",
            "A8,辛,石桥村,边缘户,去年,否,,,,",
            "合计：7 户,,,,,,,,,",
        ]),
    );
    let found: Vec<_> =
        outcome.problems.iter().map(|it| (it.row, it.kind, it.column.as_str(), it.value.as_str())).collect();
    for expected in [
        (2, Kind::NoCode, "户编号", ""),
        (3, Kind::NoVillage, "行政村", ""),
        (4, Kind::ClassUnknown, "监测对象类别", "五保户"),
        (5, Kind::PhoneDigits, "联系电话", "12345"),
        (6, Kind::DuplicateCode, "户编号", "A4"),
        (7, Kind::EliminatedUndated, "风险消除时间", ""),
        (8, Kind::EliminatedByDate, "风险消除时间", "2026-10-01"),
        (9, Kind::ValueIgnored, "识别监测时间", "去年"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:#?}");
    }
    assert!(found.iter().all(|problem| problem.0 != 10), "a total is no household");
}

#[test]
fn members_are_gathered_matched_and_counted() {
    let mut world = World::new();
    let head = "户编号,人编号,姓名,与户主关系,证件号码,性别,家庭人口数,行政村,户类型\n";
    let first = format!("{head}B1,B101,王大,户主,11010519491231002X,男,2,石桥村,脱贫户\n,B102,李二,配偶,,女,,,\n");
    let outcome = world.import_csv(&first).unwrap();
    assert_eq!((outcome.new, outcome.problems.len()), (1, 0), "no date is only counted: {:?}", outcome.problems);
    assert_eq!(outcome.since_defaulted, 1);
    let second =
        format!("{head}B1,B101,王大,户主,,男,3,石桥村,脱贫户\n,B102,李二妹,配偶,,女,,,\n,B103,王三,之子,,男,,,\n");
    let outcome = world.import_csv(&second).unwrap();
    let fields = &outcome.changed[0].fields;
    assert!(fields.iter().any(
        |field| matches!(field, FieldChange::Member(name, it) if name == "李二妹" && it.old.as_deref() == Some("李二"))
    ));
    assert!(fields.iter().any(|field| matches!(field, FieldChange::MemberAdded(name) if name == "王三")));
    let file = world.ledger.show_by_code("B1").unwrap().unwrap();
    assert_eq!(
        file.members
            .iter()
            .map(|it| format!("{} {}", it.fact(MemberFact::Name), it.fact(MemberFact::Relation)))
            .collect::<Vec<_>>(),
        ["王大 head", "李二妹 配偶", "王三 之子"]
    );
}

#[test]
fn two_heads_and_a_population_unlike_the_members_are_told() {
    let world = World::new();
    let head = "户编号,姓名,与户主关系,家庭人口数,行政村,户类型\n";
    let outcome = planned(&world, &format!("{head}B1,王大,户主,3,石桥村,脱贫户\nB1,李二,户主,3,石桥村,脱贫户\n"));
    assert_eq!(kinds(&outcome), [(2, Kind::PopulationDiffers), (3, Kind::TwoHeads)]);
}

#[test]
fn a_file_that_is_no_roster_is_refused_whole() {
    let world = World::new();
    for (name, content, refused) in [
        ("a.xlsx", &b"<html><p>Please log in"[..], "file_is_html"),
        ("b.csv", b"", "file_empty"),
        ("c.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "file_is_old_excel"),
        ("d.csv", "日期,金额,备注\n1,2,3\n".as_bytes(), "no_header"),
        ("e.csv", "户编号,户主姓名,联系电话\nA1,甲,1\n".as_bytes(), "column_missing"),
        ("f.pdf", b"%PDF-1.4 ...", "not_a_spreadsheet"),
        ("g.xlsx", b"PK\x03\x04broken", "file_damaged"),
    ] {
        let file = world.file(name, content);
        match world.ledger.plan_import(&file, Reading::Here, &mut |_, _| true) {
            Err(ImportError::Refused(why)) => {
                assert_eq!(why.code(), refused, "{name}");
                if let FileRefused::ColumnMissing { missing, seen } = why {
                    assert_eq!((missing, seen.headings().len()), (vec!["village", "category"], 3));
                }
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn rows_after_one_that_is_left_out_do_not_join_the_household_above() {
    let world = World::new();
    let content = "户编号,行政村,户类型,姓名,与户主关系\nH1,石桥村,一般农户,王一,户主\n,,,王小,之子\n\
                   H#2,石桥村,一般农户,李二,户主\n,,,李小,之子\n,石桥村,一般农户,赵三,户主\n,,,赵小,之女\n";
    let file = world.file("planned.csv", content);
    let plan = world.ledger.plan_import(&file, Reading::Here, &mut |_, _| true).unwrap();
    let rows: Vec<u32> = plan.outcome.problems.iter().map(|problem| problem.row).collect();
    assert_eq!(rows, [4, 5, 6, 7]);
    let mut world = world;
    world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap();
    assert_eq!(world.ledger.show_by_code("H1").unwrap().unwrap().members.len(), 2);
}

#[test]
fn a_member_taken_off_by_hand_stays_off_until_the_file_says_something_new() {
    let head = "户编号,人编号,姓名,与户主关系,行政村,户类型\n";
    let first = format!("{head}S1,P1,王大,户主,石桥村,脱贫户\nS1,P2,李二,配偶,石桥村,脱贫户\n");
    let mut world = World::new();
    world.import_csv(&first).unwrap();
    world.edit_keeping("S1", "group", "一组", |_| false);
    let members = |world: &World| world.ledger.show_by_code("S1").unwrap().unwrap().members.len();
    assert_eq!(members(&world), 0);
    let again = world.import_csv(&first).unwrap();
    assert_eq!((again.changed.len(), again.conflicts.len(), members(&world)), (0, 0, 0));
    let new = world.import_csv(&first.replace("李二", "李二妹")).unwrap();
    assert_eq!((new.changed.len(), new.conflicts.len(), members(&world)), (0, 1, 0));
}

#[test]
fn members_match_by_code_before_any_matches_by_name() {
    let head = "户编号,人编号,姓名,与户主关系,行政村,户类型\n";
    let mut world = World::new();
    world.import_csv(&format!("{head}S1,P0,王大,户主,石桥村,脱贫户\nS1,P1,王小,之子,石桥村,脱贫户\n")).unwrap();
    let before = world.ledger.show_by_code("S1").unwrap().unwrap().members[1].id;
    world
        .import_csv(&format!(
            "{head}S1,P0,王大,户主,石桥村,脱贫户\nS1,P9,王小,之子,石桥村,脱贫户\nS1,P1,王长,之子,石桥村,脱贫户\n"
        ))
        .unwrap();
    let members = world.ledger.show_by_code("S1").unwrap().unwrap().dossier.members;
    let same = members.iter().find(|member| member.id == before).unwrap();
    assert_eq!((same.code.as_deref(), same.fact(MemberFact::Name)), (Some("P1"), "王长"));
}

#[test]
fn an_elimination_before_a_day_that_nobody_stated_keeps_its_date() {
    let mut world = World::on("2026-11-22");
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,,否,,,,"])).unwrap();
    world.turn_to("2026-12-22");
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,,是,2026-10-15,,,"])).unwrap();
    assert_eq!(outcome.since_defaulted, 0);
    assert_eq!(due(&world, "A1"), ("eliminated".into(), Some("2027-04-15".into()), "2026-10-15".into()));
}

#[test]
fn a_corrected_date_never_turns_the_history_round() {
    let mut world = World::new();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2024-03,否,,,,"])).unwrap();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2024-03,是,2025-06,,,"])).unwrap();
    for _ in 0..2 {
        world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2024-03,是,2024-02,,,"])).unwrap();
        assert_eq!(due(&world, "A1"), ("eliminated".into(), Some("2025-12-01".into()), "2025-06".into()));
    }
}

#[test]
fn a_value_erased_by_hand_is_a_local_change() {
    let mut world = World::new();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,否,,13812345678,,"])).unwrap();
    world.edit("A1", "phone", "");
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2025-01-05,否,,13777777777,,"])).unwrap();
    assert_eq!((outcome.changed.len(), outcome.conflicts.len()), (0, 1));
}

#[test]
fn a_visit_in_the_same_row_as_the_mark_is_seen() {
    let mut world = World::new();
    world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-01-05,否,,,,"])).unwrap();
    let outcome = world.import_csv(&roster_of(&["A1,甲,石桥村,边缘户,2026-01-05,是,2026-11-20,,,2026-11-10"])).unwrap();
    assert!(outcome.problems.is_empty(), "{:?}", outcome.problems);
}

#[test]
fn what_long_numbers_and_misspelt_categories_turn_into_is_an_error() {
    let world = World::new();
    let head = "户编号,户主姓名,证件号码,行政村,监测对象类别,户类型,上次走访日期\n";
    let rows =
        "A1,甲,4.52724E+17,石桥村,边缘户,,\nA2,乙,,石桥村,边缘易至贫户,脱贫户,\nA3,丙,,石桥村,,脱贫户,1999-12-31\n";
    let outcome = planned(&world, &format!("{head}{rows}"));
    for expected in [(2, Kind::IdAsNumber), (3, Kind::ClassUnknown), (4, Kind::ValueIgnored)] {
        assert!(kinds(&outcome).contains(&expected), "{expected:?} is not in {:?}", kinds(&outcome));
    }
}

#[test]
fn totals_and_foot_lines_are_no_households_wherever_they_stand() {
    let world = World::new();
    let rows = roster_of(&[
        "A1,甲,石桥村,边缘户,2025-01-05,否,,,,",
        "合计,1,,,,,,,,",
        "共1户3人,,,,,,,,,",
        "单位负责人：张,,,,,,,,,",
    ]);
    let outcome = planned(&world, &rows.replace("合计,1,", "合计,,"));
    assert_eq!((outcome.new, outcome.problems.len()), (1, 0), "{:?}", outcome.problems);
}
