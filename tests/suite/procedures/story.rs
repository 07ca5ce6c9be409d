//! The same with the keys of the interface: a call becomes a clue, the clue a procedure, the procedure a status.

use huifang::clock::Clock;
use huifang::domain::class::HouseholdClass;
use huifang::domain::clue::{ClueSource, OfWhom};
use huifang::domain::clue_entry::ClueEntry;
use huifang::domain::label::HouseholdLabel;
use huifang::domain::policy::{ProcedureKind, StepKind};
use huifang::domain::visit::VisitPurpose;
use huifang::ledger::{BeginAsked, BeginOf, IfMissing, Ledger};
use huifang::tui::keys::Key;

use super::status::pass;
use crate::driver::Driver;
use crate::entries::{entry, record, void};
use crate::families::world;
use crate::world::{World, day};

fn under(policy: &str) -> World {
    let mut world = world();
    world.ledger.use_shipped_policy(policy, &mut |_, _| true).unwrap();
    world
}

/// Under ten keys beside what is said: t, Tab, a, a step after each of three answers, Ctrl-S.
#[test]
fn a_call_about_a_household_that_is_not_on_file_is_a_clue_with_its_deadline_at_once() {
    let mut app = Driver::chinese(under("lingshou"));
    app.type_text("ot").shows(&["线索和认定", "没有进行中的程序"]).key(Key::Tab).shows(&["还没有线索"]);
    app.type_text("a").shows(&["登记线索"]).type_text("赵某\n石桥村\n二组\n父亲住院").ctrl('s');
    app.shows(&["线索 1", "赵某", "石桥村 二组", "父亲住院", "还有"]);
    let clue = &app.ledger().clues().unwrap()[0];
    assert_eq!((clue.number, &*clue.clue.of.name, clue.clue.what.as_str()), (1, "赵某", "父亲住院"));
    // Twenty working days after Sunday 22 November.
    assert_eq!(clue.decide_by.unwrap().on.to_string(), "2026-12-18");
}

#[test]
fn a_clue_leads_to_a_procedure_and_the_procedure_to_a_status_on_the_day_of_the_decision() {
    let mut app = Driver::chinese(under("liaoning"));
    app.type_text("ot").key(Key::Tab).type_text("a").type_text("赵某\n石桥村\n二组\n父亲住院").ctrl('s');
    app.key(Key::Enter).shows(&["线索 赵某", "怎么办"]).type_text("3").shows(&["拟定类别", "家庭人口"]);
    app.type_text("2").type_text("3").ctrl('s');
    // The page of the procedure, on the step that waits.
    app.shows(&["1 识别 赵某", "入户核实", "村级公示", "部门比对", "制定计划", "15 天"]);
    app.key(Key::Enter).shows(&["办理", "入户核实", "参加人 1"]).ctrl('s').shows(&["入户核实  2026-11-22  已办"]);
    // The notice of this plan has no days: somebody says how long it hangs.
    app.key(Key::Enter).shows(&["公示到"]).ctrl('s').shows(&["方案没有规定公示天数"]);
    app.at_field("公示到").type_text("11-25\n").ctrl('s').shows(&["村级公示到 2026-11-25"]);
    app.key(Key::Enter).shows(&["有无异议"]).ctrl('s').shows(&["请按数字选一项"]);
    let listed = &app.ledger().procedures().unwrap()[0];
    assert_eq!(listed.procedure.steps.len(), 2, "a notice that hangs is not closed");
    assert_eq!(app.ledger().clues().unwrap()[0].clue.household_id, Some(listed.row.id));
    assert_eq!(listed.row.population, Some(3));
}

#[test]
fn what_is_not_a_steps_turn_is_refused_in_the_form_and_what_was_typed_stays() {
    let mut app = Driver::chinese(under("hunan"));
    app.go_to("王小明").type_text("t").shows(&["开始认定程序"]).type_text("1").ctrl('s');
    app.shows(&["1 风险消除 王小明", "提出名单", "不符合"]);
    app.key(Key::Enter).ctrl('s').shows(&["有一项消除条件不符合"]);
    app.key(Key::Esc).key(Key::Down).key(Key::Enter).shows(&["还没轮到这一步", "1 风险消除 王小明"]);
    app.type_text("e").type_text("5").shows(&["怎么办"]).ctrl('s').shows(&["农户撤回 2026-11-22"]);
    app.key(Key::Esc).key(Key::Esc).type_text("t").shows(&["开始认定程序"]);
}

#[test]
fn a_verdict_of_a_new_risk_offers_its_clue_dated_on_the_visit() {
    let mut app = Driver::chinese(under("lingshou"));
    app.met_at_home("韦成").at_field("风险研判").type_text("3").ctrl('s').shows(&["建议回退", "登记成线索"]);
    app.type_text("y").shows(&["已登记"]);
    let listed = &app.ledger().clues().unwrap()[0];
    let household = listed.clue.household_id.unwrap();
    assert_eq!((&*listed.clue.of.name, listed.day_zero.to_string().as_str()), ("韦成", "2026-11-22"));
    // While it is open it is not offered again.
    app.met_at_home("韦成").at_field("风险研判").type_text("3").ctrl('s').shows_not("登记成线索");
    assert_eq!(app.ledger().clues().unwrap().len(), 1, "{household}");
}

#[test]
fn what_is_asked_is_answered_with_no_and_nothing_is_made() {
    let mut app = Driver::chinese(under("lingshou"));
    app.met_at_home("韦成").at_field("风险研判").type_text("3").ctrl('s').shows(&["登记成线索"]).key(Key::Esc);
    app.shows_not("登记成线索");
    assert!(app.ledger().clues().unwrap().is_empty());
}

/// Seen to fail: a verification visit left the clue *given to somebody*, and a hand had to check it once more.
#[test]
fn a_verification_visit_checks_the_clues_of_its_household_and_a_voided_one_does_not() {
    let mut world = under("liaoning");
    let file = |world: &World, code: &str| world.ledger.show_by_code(code).unwrap().unwrap();
    let clue = |received_on: &str| ClueEntry {
        household_id: Some(file(&world, "A1").household.id),
        of: OfWhom { name: "".into(), village: String::new(), group: String::new(), phone: "".into() },
        received_on: day(received_on),
        source: ClueSource::Cadre,
        channel: String::new(),
        reported_by: "".into(),
        what: "住院".to_owned(),
        risks: Vec::new(),
    };
    let (first, late) = (clue("2026-11-10"), clue("2026-11-21"));
    let checked = |world: &World| world.ledger.clues().unwrap().iter().map(|it| it.clue.checked_on).collect::<Vec<_>>();
    world.ledger.keep_clue(&first).unwrap();
    let verification = |on: &str| entry(on).purpose(VisitPurpose::Verification, &["张敏", "李卫国"]);
    record(&mut world.ledger, "A1", entry("2026-11-12"));
    record(&mut world.ledger, "A1", verification("2026-11-09"));
    assert_eq!(checked(&world), [None], "a routine visit, and one before the clue");
    let visit = record(&mut world.ledger, "A1", verification("2026-11-20"));
    assert_eq!(checked(&world), [Some(day("2026-11-20"))]);
    world.ledger.keep_clue(&late).unwrap();
    assert_eq!(checked(&world), [Some(day("2026-11-20")), None], "it was received after that visit");
    void(&mut world.ledger, "A1", visit).unwrap();
    assert_eq!(checked(&world), [None, None]);
    record(&mut world.ledger, "A1", verification("2026-11-22"));
    assert_eq!(checked(&world), [Some(day("2026-11-22")); 2]);
}

#[test]
fn a_clue_is_corrected_where_it_stands_and_only_with_a_reason() {
    let mut app = Driver::chinese(under("liaoning"));
    app.type_text("ot").key(Key::Tab).type_text("a").type_text("赵某\n石桥村\n二组\n父亲住院").ctrl('s');
    app.key(Key::Enter).shows(&["更正登记"]).type_text("7").shows(&["赵某", "起算日"]).ctrl('s').shows(&["这一项要填"]);
    app.at_field("原因").type_text("听错了").back_at("村民组").type_text("东头").ctrl('s').shows(&["石桥村 东头"]);
    assert_eq!(app.ledger().clues().unwrap()[0].clue.of.group, "东头");
    app.key(Key::Enter).type_text("8").at_field("原因").type_text("重复").ctrl('s').shows(&["还没有线索"]);
}

/// Nothing is typed twice: what the step asks for on paper is filled in, and the notice takes kind, category and days from
/// the procedure that it hangs for.
#[test]
fn the_papers_of_a_step_are_a_key_away_and_its_notice_takes_what_the_procedure_knows() {
    let mut app = Driver::chinese(under("guizhou"));
    app.type_text("ot").key(Key::Tab).type_text("a").type_text("赵某\n石桥村\n二组\n父亲住院").ctrl('s');
    app.key(Key::Enter).type_text("3").type_text("2").type_text("3").ctrl('s').shows(&["1 识别 赵某"]);
    let course: Vec<String> = {
        let listed = &app.ledger().procedures().unwrap()[0];
        listed.procedure.course.iter().map(|rule| rule.step.code().to_owned()).collect()
    };
    let go_to = |app: &mut Driver, step: &str| {
        app.key(Key::Home);
        for _ in 0..course.iter().position(|it| it == step).unwrap() {
            app.key(Key::Down);
        }
    };
    go_to(&mut app, "verification");
    app.type_text("p").shows(&["已写好", ".xlsx"]);
    go_to(&mut app, "township_notice");
    app.type_text("p").shows(&["公示", "种类                 监测对象乡镇审核名单公示"]).key(Key::Esc);
    go_to(&mut app, "village_notice");
    app.type_text("p")
        .shows(&["公示", "种类                 监测对象初选名单公示"])
        .at_field("公示单位")
        .type_text("石桥村村委会");
    app.key(Key::Tab).type_text("0771-2345678").key(Key::Tab).type_text("公开栏").ctrl('s').shows(&["已写"]);
    let written = std::fs::read_dir(app.folder()).unwrap().map(|entry| entry.unwrap().path());
    let notice = written.into_iter().find(|path| path.to_string_lossy().contains("初选名单")).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(notice).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let all: Vec<String> = range.rows().flat_map(|row| row.iter().map(ToString::to_string)).collect();
    assert!(all.contains(&"边缘易致贫户".to_owned()), "proposed, and not on file yet: {all:?}");
    let days = app.ledger().procedures().unwrap()[0].procedure.rule(StepKind::VillageNotice).unwrap().days.unwrap();
    let until = day("2026-11-22") + chrono::Days::new(days.into());
    assert!(all.iter().any(|text| text.contains(&format!("{}日", until.format("%-d")))), "{until}: {all:?}");
}

/// An identification of the general household of the village, begun on a day, its steps before one done on the next.
fn begun(world: &mut World, code: &str, on: &str, until: StepKind) {
    let asked = BeginAsked {
        of: BeginOf::Household(world.shown(code).household.id),
        kind: Some(ProcedureKind::Identification),
        category: Some(HouseholdLabel::Edge),
        risks: Vec::new(),
        assigned_to: None,
        on: day(on),
    };
    let mut procedure = world.ledger.begin_procedure(&asked).unwrap();
    while let Some(step) = procedure.waiting().filter(|step| *step != until) {
        procedure = world.ledger.act_on_procedure(&procedure, &pass(step, on)).unwrap();
    }
}

/// The same program on another day.
fn on_another_day(app: Driver, today: &str) -> Driver {
    let folder = app.into_folder();
    let clock = Clock::fixed(Some(day(today)));
    let ledger = Ledger::open(&folder.path().join("huifang.db"), IfMissing::Refuse, clock, "test-device").unwrap();
    let mut world = World { folder, ledger };
    world.set_me("张敏");
    Driver::chinese(world)
}

/// The third of the trials: posted on the 3rd for seven days a notice hangs to the 10th; on the 10th it is not closed, on
/// the 11th it asks for objections.
#[test]
fn a_notice_is_posted_and_closed_by_keys_and_not_a_day_too_early() {
    let mut world = under("hunan");
    world.turn_to("2026-11-03");
    world.set_me("张敏");
    begun(&mut world, "A5", "2026-11-02", StepKind::VillageNotice);
    let mut app = Driver::chinese(world);
    app.type_text("ot").key(Key::Enter).shows(&["1 识别 罗春"]).key(Key::Enter);
    app.at_field("贴在哪里").type_text("村委会").ctrl('s').shows(&["村级公示到 2026-11-10"]);
    let mut app = on_another_day(app, "2026-11-10");
    app.type_text("ot").key(Key::Enter).key(Key::Enter).ctrl('s').shows(&["请按数字选一项"]);
    app.type_text("2").ctrl('s').shows(&["公示期还没有满"]);
    // What was said is still there on the next day, with the day on which it was said.
    let mut app = on_another_day(app, "2026-11-11");
    app.type_text("ot").key(Key::Enter).key(Key::Enter).shows(&["没有"]).back_at("日期").ctrl('u').type_text("11-11\n");
    app.ctrl('s').shows(&["村级公示", "已办"]);
    let done = app.ledger().procedures().unwrap()[0].procedure.done(StepKind::VillageNotice).unwrap().clone();
    assert_eq!((done.on, done.closed_on), (day("2026-11-03"), Some(day("2026-11-11"))));
}

/// The ninth: another policy changes the steps of what is begun after it, not of what runs.
#[test]
fn a_switch_of_the_policy_by_keys_leaves_what_runs_as_it_began() {
    let mut world = under("lingshou");
    world.set_me("张敏");
    begun(&mut world, "A5", "2026-11-20", StepKind::VillageReview);
    let mut app = Driver::chinese(world);
    app.type_text("p").key(Key::Tab).shows(&["湖南某县"]);
    while !app.selected_line().contains("湖南某县") {
        app.key(Key::Down);
    }
    app.key(Key::Enter).key(Key::Down).key(Key::Enter).shows(&["已按新的规定全部重算"]);
    app.key(Key::Esc).type_text("ot").key(Key::Enter).shows(&["1 识别 罗春", "乡镇公示"]);
    app.key(Key::Esc).key(Key::Esc).key(Key::Esc).go_to("黄素").type_text("t").shows(&["开始认定程序"]);
    app.type_text("1").ctrl('s').shows(&["2 识别 黄素", "村级公示"]);
    app.shows_not("乡镇公示");
}

/// The second of the trials: a verification by one person is refused, by two it is taken; one ground that holds stops the
/// review (the meeting that lets the household in: `lingshou.rs`).
#[test]
fn two_verify_and_a_ground_that_holds_stops_the_review_by_keys() {
    let mut world = under("hunan");
    world.set_me("张敏");
    begun(&mut world, "A5", "2026-11-20", StepKind::Verification);
    let mut app = Driver::chinese(world);
    app.type_text("ot").key(Key::Enter).key(Key::Enter).shows(&["办理 入户核实"]);
    app.at_field("参加人 1").ctrl('u').type_text("张敏\n21").ctrl('s').shows(&["人数不够方案规定的"]);
    app.key(Key::Tab)
        .key(Key::Tab)
        .key(Key::Tab)
        .type_text("何静\n41")
        .ctrl('s')
        .shows(&["入户核实  2026-11-22  已办"]);
    let mut world = under("lingshou");
    world.set_me("张敏");
    begun(&mut world, "A5", "2026-11-20", StepKind::VillageReview);
    let mut app = Driver::chinese(world);
    app.type_text("ot").key(Key::Enter).key(Key::End).shows(&["1 识别 罗春"]).key(Key::Enter).shows(&["情形"]);
    app.type_text("1").ctrl('s').shows(&["× 有 高价择校"]);
    app.key(Key::Home);
    while !app.selected_line().contains("村级评议") {
        app.key(Key::Down);
    }
    app.key(Key::Enter).at_field("备注").type_text("其余未查").ctrl('s').shows(&["有排除情形，什么也没有改动"]);
}

/// The fourth: once it is approved the household is identified and in the due list, its plan is due ten days after it is
/// entered into the system, and what is missing is said.
#[test]
fn what_is_approved_is_identified_due_and_shows_what_is_missing() {
    let mut world = under("liaoning");
    world.set_me("张敏");
    begun(&mut world, "A5", "2026-11-20", StepKind::Decision);
    let mut app = Driver::chinese(world);
    app.type_text("ot").key(Key::Enter).key(Key::Enter).shows(&["办理 县级认定"]);
    app.at_field("备注").type_text("同意").ctrl('s').shows(&["已认定 2026-11-22", "制定计划，2026-12-02 截止"]);
    let listed = app.ledger().procedures().unwrap().remove(0);
    assert_eq!(listed.row.class, HouseholdClass::Unresolved);
    assert!(listed.row.due_on.is_some(), "it is visited from now on");
    app.key(Key::Enter).shows(&["办理 录入系统"]).ctrl('s').shows(&["制定计划"]);
    let listed = app.ledger().procedures().unwrap().remove(0);
    let due = listed.procedure.step_due(StepKind::Plan, app.ledger().policy().holidays());
    assert_eq!(due, Some(day("2026-12-02")));
    assert!(!listed.procedure.missing_papers().is_empty());
    app.shows(&["材料"]);
}

/// Seen to fail: of a household on file the hidden name was read as none, and every correction was refused.
#[test]
fn a_clue_of_a_household_on_file_is_corrected_by_keys_and_keeps_its_name() {
    let mut world = under("liaoning");
    world.set_me("张敏");
    let entry = ClueEntry {
        household_id: Some(world.shown("A1").household.id),
        of: OfWhom { name: "".into(), village: String::new(), group: String::new(), phone: "".into() },
        received_on: day("2026-11-10"),
        source: ClueSource::Cadre,
        channel: String::new(),
        reported_by: "".into(),
        what: "住院\n费用大".to_owned(),
        risks: Vec::new(),
    };
    world.ledger.keep_clue(&entry).unwrap();
    let mut app = Driver::chinese(world);
    app.type_text("ot").key(Key::Tab).key(Key::Enter).type_text("7").at_field("起算日").ctrl('u').type_text("11-12\n");
    app.at_field("原因").type_text("记错了").ctrl('s').shows(&["王小明"]);
    let clue = app.ledger().clues().unwrap().remove(0).clue;
    assert_eq!((&*clue.of.name, clue.received_on), ("王小明", day("2026-11-12")));
    assert_eq!(clue.what, "住院\n费用大", "what was not touched keeps its lines");
}

/// Seen to fail: the form judged a notice by the plan in use, not by the one that its procedure began with.
#[test]
fn the_form_of_a_notice_asks_for_the_days_of_the_procedures_own_plan() {
    let mut world = under("lingshou");
    world.set_me("张敏");
    begun(&mut world, "A5", "2026-11-16", StepKind::VillageNotice);
    world.use_policy("hunan");
    let mut app = Driver::chinese(world);
    app.type_text("ot").key(Key::Enter).type_text("p").shows(&["公示"]).at_field("公示单位").type_text("石桥村村委会");
    // Lingshou's five days, not Hunan's seven.
    app.key(Key::Tab).type_text("0771-2345678").key(Key::Tab).type_text("公开栏");
    app.at_field("最后一天").type_text("11-27\n").ctrl('s').shows(&["已写"]);
}
