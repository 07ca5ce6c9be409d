//! The list narrowed by several values and months, in groups, and saved under a digit.

use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::entries::{entry, record};
use crate::families;

fn list() -> Driver {
    let mut world = families::world();
    world.edit("A4", "village", "下河村");
    world.edit("A3", "contact", "韦海");
    record(&mut world.ledger, "A1", entry("2026-10-20"));
    record(&mut world.ledger, "A2", entry("2026-11-20"));
    let mut list = Driver::chinese(world);
    list.type_text("4");
    list
}

fn households(list: &Driver) -> Vec<&'static str> {
    let screen = list.screen();
    let on_list: String = screen.lines().map(|line| line.split('│').next().unwrap_or_default()).collect();
    ["王小明", "陈大有", "韦成", "黄素", "罗春"].into_iter().filter(|name| on_list.contains(name)).collect()
}

fn choose(list: &mut Driver, names: &[&str]) {
    list.type_text("f");
    for name in names {
        list.paste(name).key(Key::Enter);
        for _ in name.chars() {
            list.key(Key::Backspace);
        }
    }
    list.key(Key::Esc);
}

#[test]
fn several_values_of_one_kind_admit_any_and_kinds_narrow_together() {
    let mut list = list();
    choose(&mut list, &["石桥村", "上河村"]);
    assert_eq!(households(&list), ["王小明", "陈大有", "韦成", "罗春"]);
    choose(&mut list, &["韦海"]);
    assert_eq!(households(&list), ["韦成"]);
    list.shows(&["只看：上河村、石桥村；韦海"]);
}

#[test]
fn months_narrow_by_the_due_date_and_by_the_visits_that_were_made() {
    let mut list = list();
    choose(&mut list, &["2026-11"]);
    assert_eq!(households(&list), ["王小明"], "due by the end of November");
    list.shows(&["只看：应访月份 2026-11"]).key(Key::Esc).type_text("f").paste("2026-10");
    list.shows(&["走访月份 2026-10", "1"]).key(Key::Enter).key(Key::Esc);
    assert_eq!(households(&list), ["王小明"], "visited in October");
}

#[test]
fn a_view_brings_filter_order_and_groups_back_under_its_digit() {
    let mut list = list();
    choose(&mut list, &["石桥村", "下河村"]);
    list.type_text("sy").shows(&["按村分组", "石桥村 2 户", "下河村 1 户"]);
    let seen = households(&list);
    list.type_text("V").shows(&["存为视图", "已存：还没有"]).paste("5 两个村").key(Key::Enter).shows(&["已存好"]);
    list.key(Key::Esc).type_text("s1yyy").shows(&["不分组"]);
    assert_ne!(households(&list), seen);
    list.type_text("5").shows(&["视图 5：两个村", "石桥村 2 户", "下河村 1 户"]);
    assert_eq!(households(&list), seen);
    let mut again = list.reopen();
    again.type_text("9").shows(&["9 号没有存视图"]).type_text("5").shows(&["视图 5：两个村", "下河村 1 户"]);
    again.type_text("V").shows(&["已存：5 两个"]).paste("5").key(Key::Enter).type_text("5").shows(&["5 号没有存视图"]);
}

#[test]
fn the_first_four_digits_are_the_tabs_until_a_view_takes_their_place() {
    let mut list = list();
    choose(&mut list, &["韦海"]);
    list.type_text("V").paste("2 韦海的").key(Key::Enter).key(Key::Esc).type_text("1").key(Key::Char('2'));
    list.shows(&["视图 2：韦海的", "只看：韦海"]);
    assert_eq!(households(&list), ["韦成"]);
}

#[test]
fn in_groups_every_household_is_reached_and_stays_selected() {
    let mut list = list();
    list.type_text("yg");
    let mut seen = Vec::new();
    for _ in 0..5 {
        seen.push(list.selected_line().split_whitespace().nth(2).unwrap_or_default().to_owned());
        list.key(Key::Down);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 5, "{seen:?}");
    list.click("黄素").shows(&["下河村 1 户"]);
    assert!(list.selected_line().contains("黄素"));
    list.type_text("y").shows(&["韦海 1 户", "张敏 4 户"]);
    assert!(list.selected_line().contains("黄素"));
}

#[test]
fn a_view_of_a_newer_program_stays_when_another_is_saved() {
    let mut world = families::world();
    let kept = r#"{"5":{"name":"new","tab":"moon","filter":{"alerts":["not_yet"]}}}"#;
    world.ledger.keep_views(kept).unwrap();
    let mut list = Driver::chinese(world);
    list.type_text("5")
        .shows(&["新版本存的，这里读不了"])
        .type_text("V")
        .paste("6 我的")
        .key(Key::Enter)
        .shows(&["已存好"]);
    let after = list.ledger().views().unwrap().unwrap();
    assert!(after.contains("not_yet") && after.contains("我的"), "{after}");
}

#[test]
fn a_kind_of_thing_finds_all_of_its_kind_in_the_filter() {
    let mut list = list();
    list.type_text("f").paste("走访月份").shows(&["走访月份 2026-10", "走访月份 2026-11"]);
}
