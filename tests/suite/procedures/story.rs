//! The same with the keys of the interface: a call becomes a clue, the clue a procedure, the procedure a status.

use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::families::world;
use crate::world::World;

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
    app.key(Key::Enter).shows(&["公示到"]).ctrl('s').shows(&["公示天数少于方案规定"]);
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
