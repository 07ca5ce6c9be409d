//! What was typed and not saved: it opens again, whatever happened meanwhile, and blocks nothing.

use huifang::domain::checks::Check;
use huifang::ledger::Ledger;
use huifang::tui::keys::Key;

use crate::entries::{correct, entry};
use crate::families::{file, last_visit, village};
use crate::world::{World, day};

#[test]
fn the_drafts_of_a_new_visit_and_of_a_correction_do_not_meet() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::F(2)).type_text("3").key(Key::Esc).key(Key::Esc);
    app.go_to("王小明").key(Key::Tab).type_text("e").shows(&["入户走访"]).type_text("记错").key(Key::Esc);
    app.shows(&["更正的草稿已保留", "✎"]);
    assert_eq!(file(&app, "A1").drafts.len(), 2);
    app.type_text("e").shows(&["接着填", "更正原因 记错", "入户走访"]).key(Key::Esc);
    app.key(Key::F(2)).shows(&["接着填", "电话"]).shows_not("记错");
}

#[test]
fn a_damaged_draft_is_set_aside_and_never_blocks_the_form() {
    let mut app = village();
    let id = file(&app, "A1").household.id;
    let key = huifang::ledger::DraftKey { form: "visit".into(), household_id: Some(id), visit_id: None };
    for mode in ["1", "3"] {
        app.ledger().save_draft(&key, "{\"version\":1,\"focus\":\"mode\",\"valu").unwrap();
        app.go_to("王小明").key(Key::F(2)).shows(&["草稿读不懂，已另外存好", "走访方式"]);
        app.type_text(mode).type_text("11").ctrl('s');
        if mode == "3" {
            app.shows(&["已经有一次走访"]).key(Key::Down).key(Key::Enter);
        }
        app.shows(&["已保存"]);
    }
    let drafts = file(&app, "A1").drafts;
    assert_eq!(drafts.len(), 2, "kept, both");
    assert!(drafts.iter().all(|draft| draft.body.contains("valu") && draft.key.form.starts_with("visit.aside.")));
}

#[test]
fn a_draft_of_an_older_version_still_opens() {
    let mut app = village();
    let id = file(&app, "A1").household.id;
    let key = huifang::ledger::DraftKey { form: "visit".into(), household_id: Some(id), visit_id: None };
    // As 0.1.0 wrote it before notes had lines and checks had members; `weather` is gone since.
    let old = "{\"version\":1,\"focus\":\"check.food.note\",\"values\":{\"date\":\"20261121\",\"mode\":\"home\",\
        \"purpose\":\"routine\",\"met\":\"head\",\"visitors\":\"张敏\",\"month\":\"2026-11\",\"amount.wage\":\"3200\",\
        \"check.food\":\"at_risk\",\"check.food.note\":\"口粮\",\"note\":\"一行\",\"weather\":\"晴\",\
        \"problem.0.what\":\"缺粮\",\"problem.1.what\":\"缺水\"}}";
    app.ledger().save_draft(&key, old).unwrap();
    app.resize(120, 70).go_to("王小明").key(Key::F(2)).shows(&["接着填", "3200", "└ 情况说明 口粮", "缺水"]);
    app.type_text("不够").ctrl('s').shows(&["已保存"]);
    let visit = last_visit(&app, "A1");
    assert_eq!((visit.visited_on, &*visit.note), (day("2026-11-21"), "一行"));
    assert_eq!(visit.findings.checks[&Check::Food].note, "口粮不够");
    assert_eq!(file(&app, "A1").problems.len(), 2);
}

#[test]
fn a_draft_left_on_another_day_still_means_the_days_it_meant() {
    let mut app = village();
    app.met_at_home("王小明").key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up);
    app.ctrl('u').type_text("昨天").key(Key::Esc).shows(&["草稿已保留"]);
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    let database = app.database();
    drop(world.ledger);
    world = World {
        folder: app.into_folder(),
        ledger: Ledger::open(
            &database,
            huifang::ledger::IfMissing::Refuse,
            huifang::clock::Clock::fixed(Some(day("2026-11-24"))),
            "test-device",
        )
        .unwrap(),
    };
    let mut app = crate::driver::Driver::chinese(world);
    app.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["接着填", "2026-11-21 周六"]);
}

#[test]
fn what_one_person_typed_is_not_gone_on_with_by_another_in_the_same_window() {
    let mut app = village();
    app.met_at_home("王小明").at_field("备注").type_text("张敏写的").key(Key::Esc).shows(&["草稿已保留"]);
    app.set_me("李强").go_to("王小明").key(Key::F(2)).shows(&["张敏"]).shows_not("张敏写的");
    app.at_field("备注").type_text("李强写的").key(Key::Esc);
    app.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["接着填", "张敏写的"]).shows_not("李强写的");
    app.key(Key::Esc).set_me("李强").go_to("王小明").key(Key::F(2)).shows(&["接着填", "李强写的"]);
}

#[test]
fn lines_after_an_empty_one_are_resumed_too() {
    let mut app = village();
    app.resize(120, 70).met_at_home("王小明").at_field("发现的问题").type_text("漏雨\n");
    app.key(Key::Tab).key(Key::Tab).key(Key::Tab).key(Key::Tab).type_text("缺水").key(Key::Up).key(Key::Up);
    app.key(Key::Up).key(Key::Up).key(Key::Up).ctrl('u').shows(&["缺水"]).shows_not("漏雨").key(Key::Esc);
    app.go_to("王小明").key(Key::F(2)).shows(&["接着填", "缺水"]);
}

#[test]
fn an_answer_given_against_what_follows_is_still_there_when_the_draft_is_resumed() {
    let mut app = village();
    app.met_at_home("王小明").at_field("谁未参保").type_text("3\n").at_field("基本医疗").type_text("2正在补缴\n");
    app.key(Key::Esc).go_to("王小明").key(Key::F(2)).shows(&["!有风险", "正在补缴"]);
    let mut app = village();
    app.met_at_home("王小明").at_field("谁未参保").type_text("1").shows(&["基本医疗 ✓已保障"]);
    app.key(Key::Up).key(Key::Up).shows(&["▌谁未参保"]).key(Key::Backspace).shows(&["基本医疗 –"]);
}

#[test]
fn a_draft_of_a_correction_that_was_overtaken_is_not_saved_over_the_newer_one() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::Tab).type_text("e").type_text("记错").key(Key::Esc).shows(&["更正的草稿已保留"]);
    let visit = file(&app, "A1").visits[0].id;
    let mut ledger = app.ledger().reopen().unwrap();
    correct(&mut ledger, "A1", visit, entry("2026-11-02")).unwrap();
    app.type_text("e").shows(&["这次走访已被更正过"]).ctrl('s').shows(&["不能直接保存"]);
    assert_eq!(file(&app, "A1").visits[0].visited_on, day("2026-11-02"));
    app.ctrl('r').key(Key::Down).key(Key::Enter).shows(&["草稿已丢弃", "2026-11-02"]).type_text("核对").ctrl('s');
    app.shows(&["已更正"]);
}
