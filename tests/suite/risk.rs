//! Status, measures, attestations and alerts: by keys on the screen, by the commands, by what is on file.

use huifang::domain::alert::AlertKind;
use huifang::domain::assessment::{Condition, ConditionState, LookHarder};
use huifang::domain::attestation::AttestedMatter;
use huifang::domain::category_proposed::contradicting_category;
use huifang::domain::checks::CheckAnswer;
use huifang::domain::class::HouseholdClass;
use huifang::domain::evidence::Evidence;
use huifang::domain::facts::MemberFact;
use huifang::domain::label::{HouseholdLabel, RiskType};
use huifang::domain::measure::{MeasureAnswer, MeasureKind};
use huifang::domain::money::Amount;
use huifang::domain::spending::SpendingKind;
use huifang::domain::status::{EliminationWay, LeavingReason, StatusKind};
use huifang::domain::status_entry::StatusFault;
use huifang::tui::keys::Key;

use crate::cases::{secured, village_known};
use crate::driver::Driver;
use crate::entries::{entry, for_household, is_refused_for};
use crate::families::{self, file, village};
use crate::world::{World, day};
use huifang::domain::policy_followed::{PolicyAnswer, PolicyFollowed};

/// Opens the risk of a household.
fn at_risk(app: &mut Driver, name: &str) {
    app.go_to(name).key(Key::BackTab);
}

#[test]
fn a_mark_that_buys_time_is_asked_about_and_kept_with_its_reason() {
    let mut app = village();
    at_risk(&mut app, "王小明");
    app.shows(&["风险消除条件", "2024-03-01 识别纳入"]).type_text("c").shows(&["变更状态 王小明"]).type_text("1");
    app.shows(&["消除方式"]).type_text("1").at_field("原因").type_text("务工稳定，收入达标").ctrl('s');
    app.shows(&["走访应不晚于 2024-04-30", "标注消除不应用来拖延走访", "不明 5 项", "仍要标注"]).key(Key::Enter);
    assert_eq!(file(&app, "A1").row.class, HouseholdClass::Unresolved, "the answer that keeps things is first");
    app.ctrl('s').key(Key::Down).key(Key::Enter).shows(&["已保存", "2026-11-22 风险消除 帮扶消除 务工稳定，收入达标"]);
    let file = file(&app, "A1");
    assert_eq!((file.row.class, file.row.due_on), (HouseholdClass::Eliminated, Some(day("2027-05-22"))));
    let mark = file.history.last().unwrap();
    assert_eq!((mark.way, mark.note.as_str()), (Some(EliminationWay::Helped), "务工稳定，收入达标"));
    app.shows(&["标注消除时走访已逾期", "回头看"]);
}

#[test]
fn the_next_roster_does_not_undo_a_change_made_by_hand() {
    let roster = "户编号,户主姓名,行政村,监测对象类别,识别监测时间,风险是否已消除,家庭人口数\n\
                  B1,何梅,石桥村,边缘户,2024-01-01,否,2\n";
    let mut world = World::new();
    world.import_csv(roster).unwrap();
    world.visit("B1", entry("2026-11-02"));
    world.status("B1", StatusKind::Eliminated, "2026-11-10");
    let again = world.import_csv(roster).unwrap();
    assert_eq!((again.unchanged, again.changed.len(), again.conflicts.len()), (1, 0, 0));
    assert_eq!(world.shown("B1").row.class, HouseholdClass::Eliminated);
    // The roster catches up: nothing is left to tell.
    let caught_up = roster.replace(",否,", ",是,");
    let outcome = world.import_csv(&caught_up).unwrap();
    assert!(outcome.conflicts.is_empty());
    assert_eq!(world.shown("B1").row.since.on, day("2026-11-10"));
    world.status("B1", StatusKind::RolledBack, "2026-11-20");
    world.import_csv(&caught_up).unwrap();
    assert_eq!(world.shown("B1").row.class, HouseholdClass::Unresolved);
}

#[test]
fn a_roster_that_lags_behind_does_not_undo_a_roll_back() {
    let mut world = families::world();
    world.visit("A1", entry("2026-11-02"));
    world.status("A1", StatusKind::Eliminated, "2026-11-10");
    world.status("A1", StatusKind::RolledBack, "2026-11-20");
    let lagging = families::ROSTER.replace("脱贫不稳定户,2024-03-01,否,,", "脱贫不稳定户,2024-03-01,是,2026-11-10,");
    let outcome = world.import_csv(&lagging).unwrap();
    assert_eq!(outcome.conflicts.len(), 1, "it is listed, and the hand's word stands");
    assert_eq!(world.shown("A1").row.class, HouseholdClass::Unresolved);
    let later = lagging.replace("是,2026-11-10,", "是,2026-11-21,");
    let outcome = world.import_csv(&later).unwrap();
    assert_eq!(outcome.conflicts.len(), 1, "changed in the file and by hand: told again, for a person to decide");
}

#[test]
fn one_that_left_and_came_back_stands_in_the_list_once() {
    let mut app = village();
    at_risk(&mut app, "王小明");
    app.type_text("c").type_text("41").at_field("原因").type_text("随子女进城").ctrl('s');
    app.shows(&["走访应不晚于"]).type_text("y").shows(&["停止管理 整户迁出"]);
    for _ in 0..3 {
        app.key(Key::Esc);
    }
    app.type_text("4").shows(&["全部 4"]);
    at_risk(&mut app, "王小明");
    app.type_text("c").type_text("1").at_field("原因").type_text("又回来了").ctrl('s').shows(&["恢复管理"]);
    for _ in 0..3 {
        app.key(Key::Esc);
    }
    app.type_text("4").shows(&["全部 5"]).ctrl('f').type_text("王小明").shows(&["找到 1"]);
}

#[test]
fn a_household_leaves_the_list_with_its_reason_and_comes_back() {
    let mut world = families::world();
    world.status("A1", StatusKind::Inactive, "2026-10-01");
    let left = world.shown("A1");
    assert_eq!((left.row.active, left.row.due_on), (false, None));
    assert_eq!(left.history.last().unwrap().leaving, Some(LeavingReason::MovedAway));
    assert!(world.alerts("A1").is_empty(), "nobody is asked about one that left");
    let again = world.try_status("A1", StatusKind::Eliminated, "2026-11-01");
    assert!(is_refused_for(&again, StatusFault::NotPossible), "{again:?}");
    world.status("A1", StatusKind::Active, "2026-11-05");
    let back = world.shown("A1").row;
    assert_eq!(
        (back.class, back.since.on, back.due_on),
        (HouseholdClass::Unresolved, day("2026-11-05"), Some(day("2026-12-31")))
    );
}

#[test]
fn a_new_category_changes_the_rule_and_not_the_clock() {
    let mut world = families::world();
    world.use_policy("funan");
    world.status("A2", StatusKind::Category, "2026-11-01");
    let row = world.shown("A2").row;
    assert_eq!((row.category().map(HouseholdLabel::code), row.since.on), (Some("sudden_hardship"), day("2024-03-01")));
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let mut world = families::world();
    let before = world.shown("A1").history.len();
    let back = world.try_status("A1", StatusKind::RolledBack, "2026-11-01");
    assert!(is_refused_for(&back, StatusFault::NotPossible), "{back:?}");
    let late = world.try_status("A1", StatusKind::Eliminated, "2026-11-23");
    assert!(is_refused_for(&late, StatusFault::InFuture), "{late:?}");
    let early = world.try_status("A1", StatusKind::Eliminated, "2024-02-29");
    assert!(is_refused_for(&early, StatusFault::BeforeLastChange(day("2024-03-01"))), "{early:?}");
    assert_eq!(world.shown("A1").history.len(), before);
    // Where nobody stated since when, the status before began no later than it ends.
    world.status("A5", StatusKind::Identified, "2026-08-01");
    let file = world.shown("A5");
    assert_eq!((file.row.class, file.row.since.on), (HouseholdClass::Unresolved, day("2026-08-01")));
}

#[test]
fn a_measure_is_kept_changed_reviewed_by_a_visit_and_taken_back() {
    let mut app = village();
    app.go_to("王小明").key(Key::BackTab).key(Key::BackTab).shows(&["还没有帮扶措施"]);
    app.type_text("a").shows(&["新增帮扶措施", "1产业"]).type_text("1养鸡 50 只\n5000\n镇农业站\n").ctrl('u');
    app.type_text("2026-03-01\n2026-12-31")
        .ctrl('s')
        .shows(&["已保存", "产业 养鸡 50 只 5,000.00 镇农业站 2026-03-01 起"]);
    let measure = file(&app, "A1").measures[0].clone();
    assert_eq!((measure.kind, measure.funds.map(Amount::fen)), (MeasureKind::Industry, Some(500_000)));
    app.key(Key::Enter).at_field("成效").type_text("每月增收三百元").ctrl('s').shows(&["成效：每月增收三百元"]);
    app.met_at_home("王小明").at_field("产业 养鸡").type_text("12\n").ctrl('s').shows(&["已保存"]);
    let visit = file(&app, "A1").visits[0].clone();
    assert_eq!(visit.findings.measures[0].answers, [MeasureAnswer::Delivered, MeasureAnswer::Effective]);
    app.go_to("王小明").key(Key::BackTab).key(Key::BackTab);
    app.shows(&["2026-11-22 走访：已落实、有成效"]).type_text("d").shows(&["为什么撤回“养鸡 50 只”"]);
    app.type_text("登错了户").key(Key::Enter).shows(&["还没有帮扶措施"]);
    assert!(file(&app, "A1").measures.is_empty());
    assert_eq!(file(&app, "A1").visits[0].findings.measures.len(), 1, "what the visit said stays with it");
}

#[test]
fn a_correction_that_changes_nothing_keeps_what_was_said_of_measures() {
    let mut app = village();
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    world.measure("A1", "2026-03-01", Some("2026-11-01"));
    world.measure("A1", "2026-04-01", None);
    app.met_at_home("王小明").at_field("产业 养鸡").type_text("0").ctrl('s').shows(&["已保存"]);
    let before = file(&app, "A1").visits[0].findings.measures.clone();
    assert_eq!((before.len(), before[0].answers.as_slice()), (1, &[MeasureAnswer::NotDelivered][..]));
    app.go_to("王小明").key(Key::Tab).type_text("e").type_text("核对").ctrl('s').shows(&["已更正"]);
    assert_eq!(file(&app, "A1").visits[0].findings.measures, before);
    assert_eq!(
        world.state("A1", Condition::MeasuresInForce),
        ConditionState::NotMet,
        "the one that runs is not delivered"
    );
}

#[test]
fn an_attestation_takes_a_note_and_shows_in_the_checklist() {
    let mut app = village();
    at_risk(&mut app, "王小明");
    app.shows(&["大额刚性支出已彻底解决：还没有人证明"]).type_text("a").type_text("11").ctrl('s').shows(&["请写说明"]);
    app.at_field("说明").type_text("手术费已报销，借款还清").ctrl('s');
    app.shows(&["大额刚性支出已彻底解决：是（2026-11-22 证明：手术费已报销，借款还清）"]);
}

#[test]
fn each_alert_stands_and_falls_with_what_it_rests_on() {
    let mut world = families::world();
    world.visit("A1", secured("2026-10-10"));
    world.visit("A1", entry("2026-11-10").food(CheckAnswer::AtRisk));
    assert!(world.has_alert("A1", AlertKind::CheckWorse) && !world.has_alert("A1", AlertKind::CheckNotSecured));
    world.visit("A1", entry("2026-11-12").food(CheckAnswer::NotSecured));
    assert!(world.has_alert("A1", AlertKind::CheckNotSecured));
    world.visit("A1", entry("2026-11-14").food(CheckAnswer::Secured));
    assert!(!world.has_alert("A1", AlertKind::CheckWorse) && !world.has_alert("A1", AlertKind::CheckNotSecured));

    world.visit("A1", entry("2026-11-15").spent(SpendingKind::Medical, None));
    assert!(world.has_alert("A1", AlertKind::SpendingUnsolved), "not asked is not solved");
    world.attest("A1", AttestedMatter::SpendingSolved, true, "2026-11-16");
    assert!(!world.has_alert("A1", AlertKind::SpendingUnsolved));

    assert!(!world.has_alert("A1", AlertKind::MeasureGap), "on the day of the import none could be recorded");
    let known = village_known("default", "2026-08-21");
    assert!(known.has_alert("A1", AlertKind::MeasureGap), "three months on file, and none");
    world.measure("A1", "2026-02-01", Some("2026-08-22"));
    assert!(!world.has_alert("A1", AlertKind::MeasureGap), "three months since it ended, to the day");
    world.turn_to("2026-11-23");
    assert!(world.has_alert("A1", AlertKind::MeasureGap));

    assert!(!world.has_alert("A1", AlertKind::IncomeMissing), "nobody was asked before the import");
    world.months("A1", "2025-12", 1, 1_100);
    assert!(world.has_alert("A1", AlertKind::IncomeMissing), "ten months since the first record");
    world.months("A1", "2026-10", 12, 1_100);
    assert!(!world.has_alert("A1", AlertKind::IncomeMissing));
    world.months("A1", "2025-10", 12, 1_375);
    assert!(world.has_alert("A1", AlertKind::IncomeFallen), "a fifth exactly");
    world.month("A1", "2026-10", &[1_101, 0, 0, 0, 0]);
    assert!(!world.has_alert("A1", AlertKind::IncomeFallen));
}

#[test]
fn problems_policies_and_marks_are_told_of() {
    let mut world = families::world();
    let mut made = entry("2026-11-01").problem("水管漏水");
    made.0.problems[0].deadline = Some(day("2026-11-21"));
    made.0.findings.policies_due = "雨露计划没有发".into();
    world.visit("A2", made);
    assert!(world.has_alert("A2", AlertKind::ProblemOverdue) && world.has_alert("A2", AlertKind::PolicyNotReceived));
    let open = world.shown("A2").problems[0].id;
    world.visit("A2", entry("2026-11-21").food(CheckAnswer::Secured).closing(open, "已修"));
    assert!(!world.has_alert("A2", AlertKind::ProblemOverdue));
    assert!(world.has_alert("A2", AlertKind::PolicyNotReceived), "nobody said that it is received");
    let followed = |answer| {
        let mut made = entry("2026-11-22");
        made.0.findings.policies_followed = vec![PolicyFollowed { what: "雨露计划没有发".into(), answer }];
        made
    };
    world.visit("A2", followed(PolicyAnswer::StillDue));
    assert!(world.has_alert("A2", AlertKind::PolicyNotReceived));
    world.visit("A2", followed(PolicyAnswer::Received));
    assert!(!world.has_alert("A2", AlertKind::PolicyNotReceived));

    world.visit("A1", entry("2026-10-20"));
    world.status("A1", StatusKind::Eliminated, "2026-11-20");
    assert!(!world.has_alert("A1", AlertKind::MarkWithoutVisit), "its visit was in time");
    world.status("A2", StatusKind::Eliminated, "2026-11-22");
    assert!(!world.has_alert("A2", AlertKind::MarkWithoutVisit));
    world.visit("A2", entry("2026-11-22").food(CheckAnswer::NotSecured));
    assert!(world.has_alert("A2", AlertKind::LookBackFailing));
}

#[test]
fn one_quiet_mark_in_the_list_words_in_the_preview_and_a_filter() {
    let mut app = Driver::chinese(village_known("default", "2026-08-01"));
    app.type_text("4").shows(&["!石桥村"]);
    app.ctrl('f').type_text("王小明").shows(&["! 长期没有帮扶措施", "! 收入缺月"]);
    app.key(Key::Esc).ctrl('t').shows(&["预警", "长期没有帮扶措施"]);
    // After everything and the four classes come the alerts.
    for _ in 0..5 {
        app.key(Key::Down);
    }
    app.type_text(" ");
    app.key(Key::Esc).type_text("4").shows(&["只看", "全部 2"]).shows_not("罗春");
}

#[test]
fn last_time_of_a_measure_stands_beside() {
    let mut world = families::world();
    world.measure("A1", "2026-03-01", None);
    let id = world.shown("A1").measures[0].id;
    let mut made = entry("2026-10-10").food(CheckAnswer::Secured);
    made.0.findings.measures = vec![huifang::domain::measure::MeasureReview {
        measure_id: id,
        measure: MeasureKind::Industry,
        item: "养鸡".into(),
        answers: vec![MeasureAnswer::Effective],
    }];
    let entry = for_household(&world.ledger, "A1", made);
    world.ledger.record_visit(&entry, None).unwrap();
    let mut app = Driver::chinese(world);
    app.met_at_home("王小明").at_field("产业 养鸡").shows(&["有成效", "1已落实", "0未落实"]);
}

#[test]
fn each_risk_needs_a_measure_that_is_meant_for_it() {
    let mut world = families::world();
    world.edit("A1", "risks", "illness,schooling");
    world.measure_of("A1", MeasureKind::Industry, "2026-03-01", None);
    world.review("A1", "2026-11-10");
    let without = |world: &World| -> Vec<RiskType> {
        let evidence = world.result("A1", Condition::MeasuresInForce).evidence;
        let risk = |it: Evidence| if let Evidence::RiskWithoutMeasure { risk } = it { Some(risk) } else { None };
        evidence.into_iter().filter_map(risk).collect()
    };
    assert_eq!(world.state("A1", Condition::MeasuresInForce), ConditionState::NotMet);
    assert_eq!(without(&world), [RiskType::Illness, RiskType::Schooling], "poultry answers neither");
    world.measure_of("A1", MeasureKind::Health, "2026-03-02", None);
    assert_eq!(without(&world), [RiskType::Schooling]);
    world.measure_of("A1", MeasureKind::Education, "2026-03-03", None);
    assert_eq!(world.state("A1", Condition::MeasuresInForce), ConditionState::Unknown, "no visit has seen them");
    assert!(without(&world).is_empty());
}

#[test]
fn a_supported_person_is_looked_at_harder() {
    let mut world = World::new();
    world
        .import_csv(
            "户编号,行政村,姓名,与户主关系,监测对象类别,特困供养\n\
             S1,石桥村,王小明,户主,边缘易致贫户,否\nS1,石桥村,王老五,叔父,边缘易致贫户,分散供养\n\
             S2,石桥村,李四,户主,边缘易致贫户,\n",
        )
        .unwrap();
    assert_eq!(world.assessment("S1").look_harder, [LookHarder::Supported]);
    assert!(world.assessment("S2").look_harder.is_empty());
    assert_eq!(world.shown("S1").members[1].fact(MemberFact::Supported), "dispersed");
}

#[test]
fn a_return_keeps_since_where_the_absence_was_no_longer_than_the_interval() {
    let mut world = families::world();
    world.visit("A1", entry("2026-08-03"));
    world.status("A1", StatusKind::Inactive, "2026-09-01");
    world.status("A1", StatusKind::Active, "2026-10-01");
    assert_eq!(world.shown("A1").row.since.to_string(), "2024-03-01", "one month: the clock runs on");
    assert_eq!(world.due_on("A1"), "2026-09-30");
    let missed = |world: &World| {
        let coverage = world.shown("A1").coverage;
        coverage
            .iter()
            .filter(|it| !it.covered && it.to > day("2026-07-31"))
            .map(|it| it.to.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(missed(&world), ["2026-10-31"], "what ended while it was away was nobody's");
    let mut world = families::world();
    world.visit("A1", entry("2026-08-03"));
    world.status("A1", StatusKind::Inactive, "2026-09-01");
    world.status("A1", StatusKind::Active, "2026-10-02");
    assert_eq!(world.shown("A1").row.since.to_string(), "2026-10-02", "a day longer");
    assert_eq!(world.due_on("A1"), "2026-11-30");
}

#[test]
fn a_category_that_line_and_register_contradict_is_shown() {
    let mut world = families::world();
    world.months("A2", "2026-10", 12, 1_000);
    let of =
        |world: &World| contradicting_category(&world.shown("A2").case(world.ledger.policy(), world.ledger.today()));
    assert_eq!(of(&world), None, "nothing says whether it was registered poor");
    world.edit("A2", "out_of_poverty_on", "2019");
    assert_eq!(of(&world), Some(HouseholdLabel::OutOfPovertyUnstable), "registered, and below: not on the edge");
    let mut app = Driver::chinese(world);
    at_risk(&mut app, "陈大有");
    app.shows(&["按参考线和是否建档立卡应为脱贫不稳定户，档案为边缘易致贫户"]);
    let mut world = families::world();
    world.months("A1", "2026-10", 12, 1_100);
    assert_eq!(contradicting_category(&world.shown("A1").case(world.ledger.policy(), world.ledger.today())), None);
    world.visit("A1", entry("2026-11-02").spent(SpendingKind::Medical, Some(false)));
    let found = contradicting_category(&world.shown("A1").case(world.ledger.policy(), world.ledger.today()));
    assert_eq!(found, Some(HouseholdLabel::SuddenHardship), "above the line, and in hardship by spending");
}
