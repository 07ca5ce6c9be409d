//! Screens say what is so: where one is after saving, what does not count and why, what runs and what is
//! over, and of which day a number is.

use huifang::domain::facts::MemberFact;
use huifang::domain::visit::{VisitMode, VisitOutcome};
use huifang::i18n::Language;
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::entries::entry;
use crate::families::{self, file, village};

fn phone(on: &str) -> crate::entries::Entry {
    let mut made = entry(on);
    made.0.mode = Some(VisitMode::Phone);
    made
}

#[test]
fn a_visit_that_does_not_count_is_told_in_the_row_the_preview_and_the_why() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-05"));
    world.visit("A1", phone("2026-11-20"));
    let mut nobody = entry("2026-11-21");
    (nobody.0.mode, nobody.0.outcome, nobody.0.met) = (None, VisitOutcome::NobodyMet, None);
    world.visit("A2", nobody);
    let mut app = Driver::chinese(world);
    app.resize(140, 40).type_text("4").shows(&["11-20 电话未计", "11-21 未遇未计"]);
    app.ctrl('f').type_text("王小明").shows(&["2026-11-20 的电话不计入"]).key(Key::F(6));
    app.shows(&["起算日       2026-10-05", "2026-11-20 的电话不计入"]).key(Key::Esc).key(Key::Esc);
    app.ctrl('f').type_text("陈大有").shows(&["2026-11-21 走访未遇到人，不计入"]);
}

#[test]
fn a_later_visit_that_counts_ends_it() {
    let mut world = families::world();
    world.visit("A1", phone("2026-11-10"));
    world.visit("A1", entry("2026-11-12"));
    assert_eq!(world.shown("A1").row.last_try, None);
    let counted = world.shown("A1").visits.last().unwrap().id;
    crate::entries::void(&mut world.ledger, "A1", counted).unwrap();
    assert_eq!(world.shown("A1").row.last_try.map(|(on, _)| on.to_string()).as_deref(), Some("2026-11-10"));
}

#[test]
fn after_a_visit_one_is_in_the_list_on_the_next_household() {
    let mut app = village();
    app.type_text("1").key(Key::Home);
    let first = app.selected_line();
    app.key(Key::Down);
    let second = app.selected_line();
    app.key(Key::Up).key(Key::F(2)).type_text("111").ctrl('s').shows(&["已保存", "已移到“以后”", "逾期"]);
    let name = |line: &str| line.split_whitespace().nth(2).unwrap().to_owned();
    assert_eq!(name(&app.selected_line()), name(&second), "{first}");
}

#[test]
fn after_facts_one_is_in_the_household() {
    let mut app = village();
    app.go_to("王小明").type_text("e").at_field("家庭人口数").type_text("5").ctrl('s').shows(&[
        "已保存",
        "概况",
        "5 口人",
    ]);
}

#[test]
fn the_running_month_has_its_own_mark_and_legend() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-05"));
    let mut app = Driver::chinese(world);
    app.go_to("王小明").shows(&["~ 本月尚未访", "2026        ×  ×  ×  ×  ×  ×  ×  ×  ×  ✓  ~"]);
}

#[test]
fn a_number_of_people_says_of_which_day_and_a_month_just_entered_is_seen() {
    let mut world = families::world();
    world.month("A1", "2026-11", &[3200, 0, 0, 0, 0]);
    let mut app = Driver::chinese(world);
    app.resize(160, 40).ctrl('f').type_text("王小明").shows(&["近 12 个月收入（2025-11 至 2026-10）", "本月 3,200.00"]);
    app.key(Key::Enter).key(Key::Tab).key(Key::Tab).shows(&["2 口人（2026-10-31）", "纯收入合计 –"]);
}

#[test]
fn what_was_due_in_the_past_is_not_called_next() {
    let mut app = village();
    app.met_at_home("王小明").back_at("走访日期").type_text("2026-06-05").ctrl('s');
    app.shows(&["应访 2026-07-31，已逾期 114 天"]).shows_not("下次");
}

#[test]
fn one_person_is_one_person() {
    let mut world = families::world();
    world.set_me("Zhang Min");
    let mut app = Driver::new(world, huifang::i18n::Language::En, (140, 40));
    app.type_text("4").ctrl('f').type_text("韦成").shows(&["1 person"]).shows_not("1 persons");
}

#[test]
fn relations_are_said_in_english_and_kept_as_the_file_has_them() {
    let world = families::world();
    let mut app = Driver::new(world, Language::En, (120, 40));
    app.go_to("陈大有").shows(&["spouse", "son"]);
    app.type_text("e").shows(&["配偶"]).ctrl('s');
    let members = file(&app, "A2").dossier.members;
    assert!(members.iter().any(|member| member.fact(MemberFact::Relation) == "之子"));
}

#[test]
fn no_answer_of_a_visit_is_cut_off_in_the_smallest_window() {
    for (language, last) in [(Language::En, "Wat"), (Language::ZhCn, "水")] {
        let mut world = families::world();
        world.visit("A1", entry("2026-10-05").food(huifang::domain::checks::CheckAnswer::Secured));
        let mut app = Driver::new(world, language, (60, 16));
        app.go_to("王小明").key(Key::Tab);
        let line = app.selected_line();
        assert!(line.contains(last), "{line}");
    }
}
