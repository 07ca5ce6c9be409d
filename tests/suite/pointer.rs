//! The mouse chooses what keys choose, and reaches nothing that is not seen.

use huifang::i18n::Language;
use huifang::tui::app::Flow;
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::families::{self, last_visit, village};

#[test]
fn a_click_chooses_a_household_and_another_on_it_opens_it() {
    let mut app = village();
    app.type_text("4").click("韦成");
    assert!(app.selected_line().contains("韦成"), "{}", app.screen());
    app.click("▌09-10").shows(&["韦成 · 上河村", "概况"]);
}

#[test]
fn the_wheel_moves_the_choice_by_a_line_and_stops_at_the_ends() {
    let mut app = village();
    app.type_text("4");
    let first = app.selected_line();
    app.wheel(1);
    assert_ne!(app.selected_line(), first);
    app.wheel(-5);
    assert_eq!(app.selected_line(), first);
}

#[test]
fn tabs_are_shown_by_a_click_in_every_place_that_has_them() {
    let mut app = village();
    app.click("全部").shows(&["罗春"]).click("逾期").shows_not("罗春");
    app.click("▌24-04-30").click("收入").shows(&["月份"]).click("概况").shows(&["家庭成员"]);
    app.key(Key::Esc).type_text("p").click("语言、配色").shows(&["高对比"]);
}

#[test]
fn a_form_is_filled_in_and_saved_by_clicks_alone_but_for_its_amounts() {
    let mut app = village();
    app.go_to("王小明").click("F2 走访").shows(&["走访 王小明"]);
    app.click("走访方式").click("1入户").click("走访目的").click("1日常走访").click("见到谁").click("1户主");
    app.click("工资性收入").type_text("3200").click("不愁吃").click("1已保障").shows(&["不愁吃 ✓已保障"]);
    app.click("保存");
    let visit = last_visit(&app, "A1");
    assert_eq!(visit.mode.map(huifang::domain::visit::VisitMode::code), Some("home"));
    assert_eq!(families::file(&app, "A1").incomes[0].amounts.len(), 1);
}

#[test]
fn a_day_is_chosen_in_the_calendar_by_a_click() {
    let mut app = village();
    app.met_at_home("王小明").back_at("走访日期").key(Key::F(8)).shows(&["2026 年 11 月"]).click(" 16 ").click(" 16 ");
    app.shows(&["走访日期 2026-11-16 周一"]);
}

#[test]
fn under_a_window_nothing_is_reached() {
    let mut app = village();
    app.type_text("4");
    let line = app.screen().lines().position(|line| line.contains("罗春")).unwrap();
    let before = app.selected_line();
    app.key(Key::F(1)).click_at(4, u16::try_from(line).unwrap()).key(Key::Esc);
    assert_eq!(app.selected_line(), before);
}

#[test]
fn what_is_asked_is_answered_by_a_click_on_the_answer_and_another() {
    let mut app = village();
    app.met_at_home("王小明").click("重填").click("丢弃草稿").shows(&["▌丢弃草稿"]);
    assert_eq!(families::file(&app, "A1").drafts.len(), 1, "one click has chosen, and done nothing");
    app.click("丢弃草稿").shows_not("户主 王小明");
    assert!(families::file(&app, "A1").drafts.is_empty());
}

#[test]
fn the_footer_is_clicked_like_a_row_of_buttons() {
    let mut app = village();
    app.click("帮助").key(Key::End).shows(&["滚轮"]).key(Key::Esc).click("退出");
    assert_eq!(app.flow, Flow::Quit);
}

#[test]
fn in_a_window_too_small_to_show_anything_a_click_does_nothing() {
    let mut app = village();
    app.type_text("4").resize(40, 10).click_at(5, 5).wheel(3).resize(100, 30);
    assert_eq!(app.flow, Flow::Go);
    app.shows(&["全部"]);
}

#[test]
fn a_double_click_on_an_answer_answers_one_question() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").click("1已保障").click("1✓已保障");
    app.shows(&["▌不愁吃 ✓已保障", "不愁穿 –"]);
}

#[test]
fn what_is_clicked_stays_under_the_pointer_so_that_a_second_click_opens_it() {
    let mut world = crate::world::World::new();
    world.ledger.fill_with_demo().unwrap();
    let mut app = Driver::new(world, Language::ZhCn, (60, 16));
    app.type_text("4").key(Key::Home);
    let chosen = app.screen().lines().nth(12).unwrap().to_owned();
    let name = chosen.split_whitespace().nth(2).unwrap().trim_start_matches(['!', '✎']).to_owned();
    app.click_at(20, 12);
    assert_eq!(app.screen().lines().nth(12).unwrap().trim_start_matches('▌'), chosen.trim_start());
    app.click_at(20, 12).shows(&[&name, "概况"]);
}

#[test]
fn the_wheel_does_not_run_past_an_answer() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('r').wheel(-2).shows(&["▌不，返回"]);
    app.wheel(5).shows(&["▌丢弃草稿"]);
}

#[test]
fn a_marked_choice_still_shows_what_there_is_to_choose() {
    let mut app = village();
    app.go_to("王小明").key(Key::F(2)).ctrl('s').shows(&["请选择走访方式", "1入户走访"]);
    app.click("1入户走访").shows_not("请选择走访方式：");
}

#[test]
fn the_welcome_is_clicked_as_well() {
    let mut app = Driver::chinese(crate::world::World::new());
    app.click("手工新增一户").shows(&["新增一户", "户主姓名"]);
}
