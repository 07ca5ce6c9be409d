//! What is known of a household and its members besides who they are: from a roster, by hand, and out again.

use huifang::domain::condition::{LabourCapacity, SchoolStage};
use huifang::domain::facts::{HouseholdFact, MemberFact};
use huifang::domain::watched_day::WatchedDay;
use huifang::tui::keys::Key;

use crate::cli::huifang;
use crate::families::{file, village};
use crate::world::{World, day};

const ROSTER: &str = "\
户编号,行政村,姓名,与户主关系,出生日期,家庭人口数,监测对象类别,健康状况,劳动技能,在校生状况,特困供养,残疾类别,残疾等级,致残时间,\
大病,大病确诊时间,是否慢性病,是否低保,享受低保时间,整户低保,整户低保起始时间,易地搬迁安置点,危房改造项目
B1,石桥村,王大山,户主,1960-02-01,3,边缘易致贫户,残疾,弱劳动力或半劳动力,,否,肢体,二级,2019-05,无,,是,是,2024-03,是,2026-04,幸福里,2019 年危改
B1,石桥村,李兰,配偶,1962-05-06,3,边缘易致贫户,健康,普通劳动力,,,无,,,尿毒症,2026-01-15,否,否,,是,2026-04,幸福里,2019 年危改
B1,石桥村,王小,之孙,2010-03-01,3,边缘易致贫户,,,普通高中一年级,,,,,,,,/,,是,2026-04,幸福里,2019 年危改
B2,石桥村,陈大有,户主,1979-01-01,1,边缘易致贫户,,,,,也许,九级,,,,,不清楚,,否,,,
";

fn world() -> World {
    let mut world = World::new();
    world.import_csv(ROSTER).unwrap();
    world
}

#[test]
fn a_roster_brings_what_it_says_of_each_and_leaves_open_what_it_does_not_say() {
    let world = world();
    let of = world.ledger.show_by_code("B1").unwrap().unwrap();
    let [head, wife, grandson] = &of.members[..] else { panic!("three members") };
    assert_eq!(
        (head.is_disabled(), head.disability_grade(), head.is_severely_disabled()),
        (Some(true), Some(2), Some(true))
    );
    assert_eq!((head.is_severely_ill(), head.is_chronically_ill()), (Some(false), Some(true)));
    assert_eq!((wife.is_severely_ill(), wife.fact(MemberFact::SevereIllness)), (Some(true), "尿毒症"));
    assert_eq!(wife.fact(MemberFact::SevereIllnessSince), "2026-01-15");
    assert_eq!(
        [head, wife, grandson].map(huifang::domain::household::Member::has_minimum_allowance),
        [Some(true), Some(false), None]
    );
    assert_eq!(head.labour_capacity(), Some(LabourCapacity::Weak));
    assert_eq!(grandson.school_stage(&WatchedDay::new(day("2026-11-22"))), Some(SchoolStage::SeniorHigh));
    assert_eq!(grandson.is_disabled(), None, "a blank says nothing");
    let fact = |fact| of.household.fact(fact);
    assert_eq!((fact(HouseholdFact::MinimumAllowance), fact(HouseholdFact::MinimumAllowanceSince)), ("yes", "2026-04"));
    assert_eq!((fact(HouseholdFact::RelocatedTo), fact(HouseholdFact::DwellingScheme)), ("幸福里", "2019 年危改"));
}

#[test]
fn what_a_cell_means_is_not_guessed() {
    let mut world = World::new();
    let outcome = world.import_csv(ROSTER).unwrap();
    let told: Vec<_> = outcome.problems.iter().map(|it| (it.row, it.column.as_str(), it.value.as_str())).collect();
    assert!(told.contains(&(5, "残疾等级", "九级")), "{told:?}");
    let of = world.ledger.show_by_code("B2").unwrap().unwrap();
    assert_eq!(of.members[0].fact(MemberFact::MinimumAllowance), "", "不清楚 is no answer");
}

#[test]
fn what_goes_out_comes_in_again_and_changes_nothing() {
    let world = world();
    let home = world.folder.path();
    let database = world.database().display().to_string();
    let out = home.join("out.csv").display().to_string();
    let options = ["--db", &database];
    let run = |arguments: &[&str]| huifang(home, &[&options[..], arguments].concat());
    let exported = run(&["export", "households", "--full", "--reason", "试", &out]);
    assert_eq!(exported.status.code(), Some(0), "{exported:?}");
    let text = std::fs::read_to_string(&out).unwrap();
    for heading in ["残疾类别", "残疾等级", "大病", "低保", "整户低保", "易地搬迁安置点"] {
        assert!(text.contains(heading), "{heading}");
    }
    assert!(!text.contains(",none,"), "words, not codes");
    let again = run(&["import", &out, "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!((&json["changed"], &json["unchanged"]), (&0.into(), &2.into()), "{json}");
    assert_eq!(json["unknown_columns"], serde_json::json!([]));
}

#[test]
fn a_list_that_knows_nothing_of_it_goes_out_as_before() {
    let app = village();
    let out = app.folder().join("out.csv");
    let database = app.database().display().to_string();
    let made = huifang(app.folder(), &["--db", &database, "export", "households", &out.display().to_string()]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let text = std::fs::read_to_string(out).unwrap();
    assert!(!text.contains("残疾") && !text.contains("低保") && text.contains("特困供养"), "{text}");
}

#[test]
fn a_person_is_asked_further_only_of_what_was_ticked() {
    let mut app = village();
    app.go_to("王小明").type_text("e").shows(&["修改 王小明 的资料"]).shows_not("残疾等级");
    app.at_field("其他情况").type_text("1").shows(&["残疾等级"]).shows_not("大病确诊时间");
    app.key(Key::Tab).type_text("肢体").key(Key::Tab).type_text("2").type_text("2019-05");
    app.ctrl('s').shows(&["已保存"]);
    let member = &file(&app, "A1").members[0];
    assert_eq!((member.fact(MemberFact::Disability), member.disability_grade()), ("肢体", Some(2)));
    assert_eq!(member.fact(MemberFact::DisabilitySince), "2019-05");
    assert_eq!(member.is_severely_ill(), None, "what was not ticked is not denied");
    app.shows(&["残疾 肢体 2 级（2019-05 起）"]);
}

#[test]
fn a_zero_denies_all_of_it_and_a_tick_takes_the_denial_back() {
    let mut app = village();
    app.go_to("王小明").type_text("e").at_field("其他情况").type_text("0").ctrl('s').shows(&["已保存"]);
    let conditions = |app: &crate::driver::Driver| {
        let member = &file(app, "A1").members[0];
        [member.is_disabled(), member.is_severely_ill(), member.is_chronically_ill(), member.has_minimum_allowance()]
    };
    assert_eq!(conditions(&app), [Some(false); 4]);
    app.type_text("e").at_field("其他情况").type_text("2").ctrl('s').shows(&["已保存"]);
    assert_eq!(conditions(&app), [Some(false), Some(true), Some(false), Some(false)]);
}

#[test]
fn the_household_as_a_whole_is_asked_after_its_members() {
    let mut app = village();
    app.go_to("陈大有").type_text("e").shows(&["修改 陈大有 的资料"]);
    for _ in 0..6 {
        app.ctrl('k');
    }
    app.shows(&["家庭情况"]).back_at("其他情况");
    let household = |app: &crate::driver::Driver, fact| file(app, "A2").household.fact(fact).to_owned();
    app.type_text("13").shows(&["整户低保起始"]);
    app.key(Key::Tab).type_text("2026-04").key(Key::Tab).type_text("幸福里").ctrl('s').shows(&["已保存"]);
    assert_eq!(household(&app, HouseholdFact::MinimumAllowance), "yes");
    assert_eq!(household(&app, HouseholdFact::MinimumAllowanceSince), "2026-04");
    assert_eq!(household(&app, HouseholdFact::RelocatedTo), "幸福里");
    app.shows(&["整户低保", "是"]);
}

/// Seen to fail: a tick was dropped, 无大病 became an illness of that name, and 肢体二级 kept no grade.
#[test]
fn a_yes_and_a_no_are_read_in_every_way_that_offices_write_them() {
    let mut world = World::new();
    let roster = "户编号,行政村,姓名,与户主关系,家庭人口数,户类型,残疾类别,残疾等级,大病,慢性病,低保,危房改造,劳动能力\n\
         D1,石桥村,赵六,户主,1,一般农户,√,Ⅱ级,√,☑,A类,否,无\n\
         D2,石桥村,钱七,户主,1,一般农户,非残疾人,,无大病,未患,未享受,是,部分丧失劳动力\n\
         D3,石桥村,孙八,户主,1,一般农户,肢体残疾（2级）,,×,0,低保户,2019年,\n\
         D4,石桥村,李九,户主,1,一般农户,是□否☑,,否（已治愈）,n,非低保,,\n";
    let outcome = world.import_csv(roster).unwrap();
    assert!(outcome.problems.is_empty(), "{:?}", outcome.problems);
    let of = |code: &str| world.ledger.show_by_code(code).unwrap().unwrap();
    let conditions = |code: &str| {
        let member = &of(code).members[0];
        [member.is_disabled(), member.is_severely_ill(), member.is_chronically_ill(), member.has_minimum_allowance()]
    };
    let (yes, no) = (Some(true), Some(false));
    for (code, expected) in [("D1", [yes; 4]), ("D2", [no; 4]), ("D3", [yes, no, no, yes]), ("D4", [no; 4])] {
        assert_eq!(conditions(code), expected, "{code}");
    }
    let grades = ["D1", "D2", "D3"].map(|code| of(code).members[0].disability_grade());
    assert_eq!(grades, [Some(2), None, Some(2)]);
    let scheme = ["D1", "D2", "D3"].map(|code| of(code).household.fact(HouseholdFact::DwellingScheme).to_owned());
    assert_eq!(scheme, ["no", "yes", "2019年"]);
    let labour = ["D1", "D2"].map(|code| of(code).members[0].labour_capacity());
    assert_eq!(labour, [Some(LabourCapacity::None), Some(LabourCapacity::Weak)]);
}

/// Seen to fail: the application went as soon as anything else of the household was edited, and so did a grade without a
/// kind; what was blank became a yes where only its day stood.
#[test]
fn what_is_not_touched_in_the_form_stays_on_file() {
    let mut world = World::new();
    world.set_me("张敏");
    let roster = "户编号,行政村,姓名,与户主关系,家庭人口数,户类型,整户低保,整户低保起始时间,低保申请时间,残疾类别,残疾等级,致残时间,大病,\
         大病确诊时间,低保,享受低保时间,特困供养,特困认定时间\n\
         F1,石桥村,赵六,户主,1,一般农户,否,2019-03,2025-12,,二级,2019,否,2018-01,否,2019-03,否,2016-01\n\
         F2,石桥村,钱七,户主,1,一般农户,,2019-03,,无,一级,2018-01,,2020,,2019-03,,\n\
         F3,石桥村,孙八,户主,1,一般农户,否,,,否,一级,2018-01,否,2018-01,否,2019-03,否,\n";
    world.import_csv(roster).unwrap();
    let mut app = crate::driver::Driver::chinese(world);
    for (code, name) in [("F1", "赵六"), ("F2", "钱七"), ("F3", "孙八")] {
        let before = file(&app, code);
        app.go_to(name).type_text("e").at_field("村民小组").type_text("三组").ctrl('s').shows(&["已保存"]);
        let after = file(&app, code);
        for fact in HouseholdFact::ALL.iter().filter(|fact| **fact != HouseholdFact::Group) {
            assert_eq!(after.household.fact(*fact), before.household.fact(*fact), "{code} {fact:?}");
        }
        for fact in MemberFact::ALL {
            assert_eq!(after.members[0].fact(*fact), before.members[0].fact(*fact), "{code} {fact:?}");
        }
        app.key(Key::Esc);
    }
    // One thing that is ticked says nothing of the others.
    for (code, name) in [("F1", "赵六"), ("F2", "钱七"), ("F3", "孙八")] {
        let before = file(&app, code);
        app.go_to(name).type_text("e").at_field("其他情况").type_text("3").ctrl('s').shows(&["已保存"]);
        let after = file(&app, code);
        assert_eq!(after.members[0].is_chronically_ill(), Some(true), "{code}");
        for fact in MemberFact::ALL.iter().filter(|fact| **fact != MemberFact::ChronicIllness) {
            assert_eq!(after.members[0].fact(*fact), before.members[0].fact(*fact), "{code} {fact:?}");
        }
        app.key(Key::Esc);
    }
}
