//! Every door to a status is the same verb with the same questions; what was a mistake is voided with a
//! reason, and what was recorded can be read: who, when, why, from what to what.

use huifang::domain::alert::AlertKind;
use huifang::domain::attestation::AttestedMatter;
use huifang::domain::checks::WaterLevel;
use huifang::domain::class::HouseholdClass;
use huifang::domain::entry::Reason;
use huifang::domain::facts::HouseholdFact;
use huifang::domain::fall_reason::FallReason;
use huifang::domain::status::StatusKind;
use huifang::domain::water_report::WaterReportEntry;
use huifang::ledger::{Entity, HistoryOf, Refused, VoidFault};
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::entries::{because, entry, is_refused_for};
use crate::families::{self, file, village};
use crate::world::{World, day};
use huifang::domain::village::Village;

/// Voids the latest statement of a kind.
fn void_of(world: &mut World, code: &str, is_it: impl Fn(&Entity) -> bool) -> Result<(), Refused<VoidFault>> {
    let of = of(world, code);
    void(world, &of, is_it)
}

fn void(world: &mut World, of: &HistoryOf, is_it: impl Fn(&Entity) -> bool) -> Result<(), Refused<VoidFault>> {
    let entries = world.ledger.history(of).unwrap();
    let found = entries.iter().find(|entry| entry.can_be_voided() && is_it(&entry.after)).expect("nothing to void");
    world.ledger.void_statement(found.basis(), &because("记错了"))
}

fn of(world: &World, code: &str) -> HistoryOf {
    HistoryOf::Household(world.shown(code).household.id)
}

fn is_status(kind: StatusKind) -> impl Fn(&Entity) -> bool {
    move |entity| matches!(entity, Entity::StatusChange(change) if change.kind == kind)
}

#[test]
fn a_mark_that_was_a_mistake_is_as_if_it_had_never_been_written() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-05"));
    let before = world.shown("A1");
    world.status("A1", StatusKind::Eliminated, "2026-11-20");
    assert_eq!(world.due_on("A1"), "2027-05-20");
    void_of(&mut world, "A1", is_status(StatusKind::Eliminated)).unwrap();
    let after = world.shown("A1");
    assert_eq!(
        (after.row.class, after.row.since, after.row.due_on),
        (HouseholdClass::Unresolved, before.row.since, before.row.due_on)
    );
    assert_eq!(
        (after.dossier.history, after.dossier.household.facts),
        (before.dossier.history, before.dossier.household.facts)
    );
    assert!(!world.has_alert("A1", AlertKind::MarkWithoutVisit));
    world.ledger.rebuild().unwrap();
    assert_eq!(world.shown("A1").row.class, HouseholdClass::Unresolved);
    let again = world.import_csv(families::ROSTER).unwrap();
    assert_eq!((again.changed.len(), again.conflicts.len()), (0, 0), "the next roster finds nothing odd");
}

#[test]
fn a_void_takes_back_only_what_still_stands() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-05"));
    world.status("A1", StatusKind::Eliminated, "2026-11-01");
    world.edit("A1", "phone", "13812345678");
    world.status("A1", StatusKind::RolledBack, "2026-11-10");
    let early = void_of(&mut world, "A1", is_status(StatusKind::Eliminated));
    assert!(is_refused_for(&early, VoidFault::BuiltUpon), "the later one is voided first: {early:?}");
    void_of(&mut world, "A1", is_status(StatusKind::RolledBack)).unwrap();
    assert_eq!(world.shown("A1").row.class, HouseholdClass::Eliminated);
    void_of(&mut world, "A1", is_status(StatusKind::Eliminated)).unwrap();
    let shown = world.shown("A1");
    assert_eq!((shown.row.class, shown.row.since.to_string().as_str()), (HouseholdClass::Unresolved, "2024-03-01"));
    assert_eq!(shown.household.fact(HouseholdFact::Phone), "13812345678");
    assert_eq!(shown.household.fact(HouseholdFact::RiskEliminated), "no");
}

#[test]
fn a_mark_is_voided_also_where_its_day_was_edited_since() {
    let mut world = families::world();
    world.edit("A1", "risk_eliminated", "");
    world.visit("A1", entry("2026-10-05"));
    world.status("A1", StatusKind::Eliminated, "2026-11-20");
    world.edit("A1", "eliminated_on", "2026-11-18");
    void_of(&mut world, "A1", is_status(StatusKind::Eliminated)).unwrap();
    let shown = world.shown("A1");
    assert_eq!(shown.row.class, HouseholdClass::Unresolved);
    assert_eq!(shown.household.fact(HouseholdFact::EliminatedOn), "");
}

#[test]
fn the_day_of_a_status_recorded_by_hand_is_not_typed_over_in_the_facts() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-05"));
    world.status("A1", StatusKind::Eliminated, "2026-11-20");
    let mut app = Driver::chinese(world);
    app.go_to("王小明").type_text("e").at_field("致贫返贫风险").key(Key::Up);
    assert!(app.focused_line().contains("脱贫时间"), "the day goes with the status: {}", app.screen());
}

#[test]
fn a_stop_that_was_a_mistake_and_the_only_status() {
    let mut world = families::world();
    world.status("A4", StatusKind::Inactive, "2026-11-02");
    assert!(!world.shown("A4").row.active);
    void_of(&mut world, "A4", is_status(StatusKind::Inactive)).unwrap();
    assert!(world.shown("A4").row.active);
    let entries = world.ledger.history(&of(&world, "A4")).unwrap();
    let first =
        entries.iter().find(|it| matches!(&it.after, Entity::StatusChange(it) if it.kind == StatusKind::Stable));
    let first = first.unwrap();
    assert!(!first.can_be_voided(), "it is not offered");
    let refused = world.ledger.void_statement(first.basis(), &because("记错了"));
    assert!(is_refused_for(&refused, VoidFault::FirstStatus), "{refused:?}");
    assert_eq!(world.shown("A4").row.class, HouseholdClass::Stable, "nothing was changed");
}

#[test]
fn a_status_of_a_roster_is_voided_too_and_the_same_roster_does_not_bring_it_back() {
    let mut world = families::world();
    let marked = families::ROSTER.replace("2024-03-01,否,,张敏\nA2", "2024-03-01,是,2026-11-01,张敏\nA2");
    let marked = marked.replace(
        "A1,石桥村,王小明,户主,1980-02-01,2,,脱贫不稳定户,2024-03-01,否,",
        "A1,石桥村,王小明,户主,1980-02-01,2,,脱贫不稳定户,2024-03-01,是,2026-11-01",
    );
    world.import_csv(&marked).unwrap();
    assert_eq!(world.shown("A1").row.class, HouseholdClass::Eliminated);
    void_of(&mut world, "A1", is_status(StatusKind::Eliminated)).unwrap();
    assert_eq!(world.shown("A1").row.class, HouseholdClass::Unresolved);
    world.import_csv(&marked).unwrap();
    assert_eq!(world.shown("A1").row.class, HouseholdClass::Unresolved);
}

#[test]
fn attestations_reasons_populations_and_reports_are_voided_with_a_reason() {
    let mut world = families::world();
    world.attest("A1", AttestedMatter::Labour, true, "2026-11-01");
    world.attest("A1", AttestedMatter::Labour, false, "2026-11-02");
    void_of(&mut world, "A1", |it| matches!(it, Entity::Attestation(_))).unwrap();
    assert_eq!(world.shown("A1").attestations.len(), 1);
    assert!(world.shown("A1").attestations[0].holds, "the one before it holds again");
    world.fall("A1", "2026-10", &[FallReason::Solar], "");
    void_of(&mut world, "A1", |it| matches!(it, Entity::FallReasons(_))).unwrap();
    assert!(world.shown("A1").fall_reasons.is_empty());
    world.fall("A1", "2026-10", &[FallReason::Other], "");
    assert_eq!(world.shown("A1").fall_reasons.len(), 1, "stated anew");

    let village = Village { township: String::new(), name: "石桥村".into() };
    world.registered(&village, 900);
    let registered = |world: &World| {
        let places = world.ledger.risk_by_place().unwrap();
        places.iter().find_map(|place| place.share.registered)
    };
    // A correction that is voided puts back what it corrected, however often.
    for _ in 0..2 {
        world.registered(&village, 9_000);
        void(&mut world, &HistoryOf::Village(village.clone()), |it| matches!(it, Entity::VillagePopulation(_)))
            .unwrap();
        assert_eq!(registered(&world), Some(900));
    }
    let report = WaterReportEntry {
        village: village.clone(),
        tested_on: day("2026-01-01"),
        level: WaterLevel::NotMet,
        note: String::new(),
    };
    world.ledger.keep_water_report(&report, None).unwrap();
    let of_village = HistoryOf::Village(village.clone());
    void(&mut world, &of_village, |it| matches!(it, Entity::VillagePopulation(_))).unwrap();
    void(&mut world, &of_village, |it| matches!(it, Entity::WaterReport(_))).unwrap();
    assert!(world.ledger.water_reports(&village).unwrap().is_empty());
    assert!(world.ledger.risk_by_place().unwrap().iter().all(|place| place.share.registered.is_none()));
    world.registered(&village, 800);
    world.ledger.rebuild().unwrap();
    let places = world.ledger.risk_by_place().unwrap();
    assert!(places.iter().any(|place| place.share.registered == Some(800)), "stated anew, and rebuilt");
}

#[test]
fn a_statement_that_somebody_changed_meanwhile_is_not_voided() {
    let mut world = families::world();
    world.attest("A1", AttestedMatter::Labour, true, "2026-11-01");
    let entries = world.ledger.history(&of(&world, "A1")).unwrap();
    let seen = entries[0].clone();
    world.ledger.void_statement(seen.basis(), &because("记错了")).unwrap();
    assert!(world.ledger.void_statement(seen.basis(), &because("记错了")).is_err());
    assert_eq!(Reason::parse(" "), None, "there is no void without a reason");
}

#[test]
fn what_was_recorded_is_read_and_voided_on_its_screen() {
    let mut world = families::world();
    world.month("A1", "2026-09", &[3000, 0, 0, 0, 0]);
    world.month("A1", "2026-09", &[3200, 0, 0, 0, 0]);
    world.edit("A1", "phone", "13812345678");
    world.measure("A1", "2026-03-01", None);
    world.status("A1", StatusKind::Eliminated, "2026-11-20");
    let mut app = Driver::chinese(world);
    app.go_to("王小明").type_text("h").shows(&[
        "王小明 的变更记录",
        "张敏 登记 状态变更 风险消除 2026-11-20",
        "原因：乡镇研判会议",
        "登记 帮扶措施 产业 养鸡",
        "修改 资料",
        "联系电话：– → 138****5678",
        "修改 月收入 2026-09",
        "工资性收入：3,000.00 → 3,200.00",
    ]);
    app.type_text("d").shows(&["为什么作废", "就当没有写过"]).type_text("报错了户").key(Key::Enter);
    app.shows(&["已作废", "作废 状态变更 风险消除 2026-11-20", "原因：报错了户"]);
    assert_eq!(file(&app, "A1").row.class, HouseholdClass::Unresolved);
    app.type_text("d").shows(&["不能在这里作废"]).key(Key::Esc).shows(&["未消除风险监测户"]);
    app.key(Key::Esc).key(Key::Esc).key(Key::Esc).type_text("v").type_text("h");
    app.shows(&["还没有变更记录"]);
}

#[test]
fn a_month_taken_back_says_what_will_hold_and_that_holds() {
    let mut world = families::world();
    world.visit("A1", entry("2026-11-02").wage("2026-10", 3_000));
    world.month("A1", "2026-10", &[5_000, 0, 0, 0, 0]);
    world.month("A1", "2026-09", &[1_000, 0, 0, 0, 0]);
    let mut app = Driver::chinese(world);
    app.go_to("王小明").key(Key::Tab).key(Key::Tab).key(Key::Home);
    app.back_to_month("2026-10")
        .type_text("d")
        .shows(&["撤回后这个月按", "纯收入 3,000.00"])
        .type_text("重复")
        .key(Key::Enter);
    let held = file(&app, "A1").incomes.iter().find(|it| it.month.to_string() == "2026-10").unwrap().clone();
    assert!(held.visit_id.is_some());
    app.back_to_month("2026-09").type_text("d").shows(&["这个月就没有登记"]).type_text("重复").key(Key::Enter);
    assert!(file(&app, "A1").incomes.iter().all(|it| it.month.to_string() != "2026-09"));
}

#[test]
fn the_facts_form_is_no_door_to_a_status() {
    let mut app = village();
    app.go_to("王小明").type_text("e").shows(&["风险研判页按 c 改"]);
    app.at_field("识别监测时间").type_text("20240401").ctrl('s');
    app.shows(&["起始日期会从 2024-03-01 改为 2024-04-01"]).type_text("n");
    assert_eq!(file(&app, "A1").row.since.to_string(), "2024-03-01");
    app.ctrl('s').type_text("y").shows(&["已保存"]);
    assert_eq!(file(&app, "A1").row.since.to_string(), "2024-04-01");
}

#[test]
fn stopping_asks_what_a_mark_asks() {
    let mut world = families::world();
    world.visit("A1", entry("2026-08-05").problem("路灯坏了"));
    let mut app = Driver::chinese(world);
    app.go_to("王小明");
    for _ in 0..4 {
        app.key(Key::Tab);
    }
    app.type_text("c").type_text("4").type_text("1").at_field("原因").type_text("搬到县城").ctrl('s');
    app.shows(&["走访应不晚于 2026-09-30", "还有 1 个问题没有销号"]).type_text("n");
    assert!(file(&app, "A1").row.active);
    app.ctrl('s').type_text("y").shows(&["已保存"]);
    assert!(!file(&app, "A1").row.active);
}

#[test]
fn what_goes_with_a_void_visit_says_why_as_well() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-05").wage("2026-10", 800).problem("屋顶漏雨"));
    let visit_id = world.shown("A1").visits.last().unwrap().id;
    crate::entries::void(&mut world.ledger, "A1", visit_id).unwrap();
    let entries = world.ledger.history(&of(&world, "A1")).unwrap();
    let is_void_month = |entity: &Entity| matches!(entity, Entity::MonthIncome(income) if income.voided);
    let month = entries.iter().find(|entry| is_void_month(&entry.after)).unwrap();
    assert_eq!(month.reason.as_deref(), Some("核对"));
}
