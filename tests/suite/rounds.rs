//! The plans' dated rounds: days left, how many households are reached, who is open; on the screen and as JSON.

use huifang::domain::policy::Policy;
use huifang::domain::visit::{VisitMode, VisitPurpose};
use huifang::ledger::RoundNow;
use huifang::tui::keys::Key;
use serde_json::Value;

use crate::cases::village_by;
use crate::cli::huifang;
use crate::driver::Driver;
use crate::entries::{Entry, entry};
use crate::world::World;

fn by_phone(on: &str) -> Entry {
    let mut entry = entry(on);
    entry.0.mode = Some(VisitMode::Phone);
    entry
}

fn round(world: &World, id: &str) -> Vec<(String, i64, usize, Vec<String>)> {
    let told = |now: &RoundNow| {
        let open = now.open.iter().map(|row| row.code.clone()).collect();
        (now.span.last.to_string(), now.days_left, now.done, open)
    };
    world.ledger.rounds().unwrap().iter().filter(|now| now.round.id == id).map(told).collect()
}

#[test]
fn every_plan_that_has_rounds_states_them_in_both_languages() {
    for (id, rounds) in [
        ("default", 0),
        ("suining", 2),
        ("lingshou", 3),
        ("hunan", 5),
        ("liaoning", 7),
        ("guizhou", 4),
        ("xiangyin", 4),
        ("funan", 0),
        ("jingxi-2014", 5),
        ("boluo", 5),
    ] {
        let policy = Policy::shipped(id).unwrap().unwrap();
        assert_eq!(policy.rounds.len(), rounds, "{id}");
        assert!(policy.rounds.iter().all(|round| round.wording.values().filter(|text| !text.is_empty()).count() == 2));
    }
}

#[test]
fn lingshous_monthly_income_is_done_when_the_five_amounts_of_the_month_are_recorded() {
    let mut world = village_by("lingshou");
    let open = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let before = round(&world, "month_income");
    assert_eq!(before, [("2026-11-30".to_owned(), 8, 0, open(&["A1", "A2", "A3"]))], "in October nobody was on file");
    world.month("A2", "2026-11", &[500, 0, 0, 0, 0]);
    assert_eq!(round(&world, "month_income").last().unwrap().3, open(&["A1", "A3"]));
    assert_eq!(round(&world, "monthly_report")[0].0, "2026-12-20");
}

#[test]
fn guizhous_person_answerable_visits_each_month_and_a_sweep_is_a_visit_for_a_sweep() {
    let mut world = village_by("guizhou");
    world.visit("A1", entry("2026-11-05"));
    world.visit("A2", by_phone("2026-11-06"));
    assert_eq!(round(&world, "visits").last().unwrap(), &("2026-11-30".to_owned(), 8, 1, vec!["A2".to_owned()]));
    let swept = |world: &World| round(world, "sweep").last().unwrap().2;
    assert_eq!(swept(&world), 0);
    world.visit("A5", entry("2026-10-01").purpose(VisitPurpose::Sweep, &["张敏"]));
    world.visit("A4", entry("2026-09-30").purpose(VisitPurpose::Sweep, &["张敏"]));
    assert_eq!(swept(&world), 1, "a general household is swept too; September is another quarter");
}

#[test]
fn yingkous_days_come_again_each_year() {
    let mut world = village_by("liaoning");
    let days = |world: &World| {
        let rounds = world.ledger.rounds().unwrap();
        rounds.iter().map(|now| (now.round.id.clone(), now.span.last.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(days(&world).first().unwrap(), &("warnings".to_owned(), "2027-04-25".to_owned()));
    world.turn_to("2027-05-20");
    let now = days(&world);
    assert_eq!(now[0], ("applications".to_owned(), "2027-05-25".to_owned()));
    assert_eq!(now[1], ("sweep".to_owned(), "2027-05-27".to_owned()));
    assert_eq!(round(&world, "sweep")[0].3.len(), 4);
    world.turn_to("2027-05-28");
    assert_eq!(days(&world)[0], ("sweep".to_owned(), "2027-05-27".to_owned()), "over, and nobody was swept");
}

#[test]
fn xiangyins_survey_is_done_when_every_month_since_october_is_recorded() {
    let mut world = crate::cases::village_known("xiangyin", "2025-09-10");
    world.turn_to("2026-07-01");
    world.months("A4", "2026-05", 8, 500);
    assert_eq!(round(&world, "survey")[0].2, 0, "June is missing");
    world.turn_to("2026-07-02");
    world.month("A4", "2026-06", &[500, 0, 0, 0, 0]);
    assert_eq!(round(&world, "survey")[0].2, 1);
}

#[test]
fn the_cards_lead_to_the_list_of_those_who_are_open_and_equal_the_json() {
    let mut world = village_by("guizhou");
    world.visit("A1", entry("2026-11-05"));
    let database = world.database();
    let database = database.to_str().unwrap();
    let said = huifang(world.folder.path(), &["--db", database, "rounds", "--json"]);
    let said: Vec<Value> = serde_json::from_slice(&said.stdout).unwrap();
    let visits = said.iter().rfind(|it| it["round"] == "visits").unwrap();
    assert_eq!(
        (&visits["asked"], &visits["done"], &visits["open"]),
        (&2.into(), &1.into(), &serde_json::json!(["A2"]))
    );
    let mut screen = Driver::chinese(world);
    screen.type_text("or").shows(&[
        "阶段性工作",
        "帮扶责任人每月走访",
        "还有 8 天，2026-11-30 截止",
        "1/2 户（未消除风险的）",
    ]);
    let at = said.iter().rposition(|it| it["round"] == "visits").unwrap();
    for _ in 0..at {
        screen.key(Key::Down);
    }
    screen.key(Key::Enter).shows(&["未完成：帮扶责任人每月走访", "陈大有"]).shows_not("韦成");
}

#[test]
fn a_plan_without_rounds_says_so() {
    let mut screen = Driver::chinese(village_by("funan"));
    screen.type_text("or").shows(&["所用的政策里没有写有期限的阶段性工作"]);
}

#[test]
fn a_faulty_round_of_a_policy_file_is_named_with_its_line() {
    use huifang::domain::policy::read_plan;
    let plan = |rounds: &str| {
        format!(
            "id = \"x\"\ntitle = {{ zh-CN = \"x\", en = \"x\" }}\nplace = {{ zh-CN = \"x\", en = \"x\" }}\n{rounds}"
        )
    };
    let whole = "[[rounds]]\nid = \"a\"\nevery = \"month\"\ncounts = \"visit\"\nhouseholds = \"all\"\nzh-CN = \"x\"\nen = \"x\"\n";
    assert_eq!(read_plan(&plan(whole)).unwrap().rounds.len(), 1);
    for (from, to) in [
        ("\"month\"", "\"week\""),
        ("\"visit\"", "\"dance\""),
        ("\"all\"", "\"everybody\""),
        ("every = \"month\"", "begins = \"13-01\"\nends = \"02-01\""),
        ("every = \"month\"", "begins = \"01-01\""),
        ("en = \"x\"", ""),
        ("id = \"a\"", ""),
        ("id = \"a\"", "id = \"a\"\ncolour = 1"),
    ] {
        let faults = read_plan(&plan(&whole.replacen(from, to, 1))).unwrap_err();
        assert!(faults.iter().all(|fault| fault.line >= 4), "{to}: {faults:?}");
    }
    assert!(read_plan(&plan(&whole.repeat(2))).is_err(), "one name, two rounds");
}

#[test]
fn a_round_that_is_over_asks_only_those_that_were_of_it_then() {
    let mut world = crate::cases::village_known("lingshou", "2026-09-10");
    let over = |world: &World| {
        let rounds = round(world, "month_income");
        (rounds[0].1, rounds[0].3.clone())
    };
    assert_eq!(over(&world), (-22, vec!["A1".to_owned(), "A2".to_owned(), "A3".to_owned()]));
    for code in ["A1", "A2", "A3"] {
        world.month(code, "2026-10", &[500, 0, 0, 0, 0]);
    }
    assert_eq!(round(&world, "month_income").len(), 1, "what is over and done is not shown");
}

#[test]
fn a_round_that_has_not_begun_counts_nobody_and_a_festival_asks_for_a_visit_of_solicitude() {
    let mut world = village_by("boluo");
    assert_eq!((round(&world, "spring_festival")[0].2, round(&world, "spring_festival")[0].3.len()), (0, 0));
    let mut screen = Driver::chinese(village_by("boluo"));
    screen.type_text("or").shows(&["春节慰问（本程序的理解）", "2027-01-23 开始，2027-02-06 截止"]);
    world.turn_to("2027-02-01");
    world.visit("A1", entry("2027-01-30"));
    assert_eq!(round(&world, "spring_festival")[0].2, 0, "a routine visit is none");
    world.visit("A1", entry("2027-01-31").purpose(VisitPurpose::Festival, &["张敏"]));
    assert_eq!(round(&world, "spring_festival")[0].2, 1);
}
