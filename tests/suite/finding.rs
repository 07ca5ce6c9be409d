//! Finding: households by whatever is remembered, commands by any of their names, filters by typing, drafts
//! that were left.

use huifang::i18n::Language;
use huifang::tui::keys::{Chord, Key};

use crate::driver::Driver;
use crate::entries::entry;
use crate::families::{self, village};

#[test]
fn a_member_the_tail_of_an_id_and_a_contact_find_the_household() {
    let mut world = families::world();
    world.edit("A5", "contact", "韦海");
    let mut app = Driver::chinese(world);
    app.ctrl('f').type_text("周芳").shows(&["找到 1 户", "陈大有"]).key(Key::Esc);
    app.ctrl('f').type_text("zhoufang").shows(&["找到 1 户", "陈大有"]).key(Key::Esc);
    app.ctrl('f').type_text("weihai").shows(&["找到 1 户", "罗春"]);
}

#[test]
fn the_palette_finds_every_command_whatever_the_language() {
    let mut app = village();
    for query in ["更正", "gengzheng", "correct"] {
        app.ctrl('p').type_text(query).shows(&["更正"]).key(Key::Esc);
    }
    app.ctrl('p').type_text("correct").key(Key::Enter).shows(&["页使用"]);
    for query in ["历史", "lishi", "revisions"] {
        app.ctrl('p').type_text(query).shows(&["变更记录"]).key(Key::Esc);
    }
    app.ctrl('p').type_text("fengxianyanpan").shows(&["变更状态", "证明事项"]).key(Key::Esc);
    let mut app = Driver::new(families::world(), Language::En, (100, 30));
    app.ctrl('p').type_text("导入").shows(&["Import a roster"]).key(Key::Esc);
    app.ctrl('p').type_text("qqqq").shows(&["Commands, households, villages and contacts"]);
}

#[test]
fn the_palette_goes_to_a_household_a_village_a_contact() {
    let mut app = village();
    app.ctrl('p').type_text("wxm").shows(&["王小明 石桥村", "农户"]).key(Key::Enter).shows(&["王小明", "概况"]);
    app.ctrl('p').type_text("上河").shows(&["上河村"]);
    for _ in 0..4 {
        app.key(Key::Down);
    }
    app.key(Key::Enter).shows(&["只看", "上河村", "全部 3"]);
}

#[test]
fn from_a_form_the_palette_goes_to_no_household() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('p').type_text("陈大有").shows(&["没有找到"]).key(Key::Esc).shows(&["走访方式"]);
}

#[test]
fn the_filter_is_typed_into_and_its_counts_follow_the_other_filters() {
    let mut app = village();
    app.type_text("4").type_text("f").shows(&["石桥村      2", "上河村      3"]);
    app.type_text("shanghe").shows_not("石桥村      2").type_text(" ").shows(&["上河村"]);
    for _ in 0..7 {
        app.key(Key::Backspace);
    }
    app.shows(&["未消除风险监测户      0", "已消除风险监测户      1", "石桥村      2"]);
}

#[test]
fn drafts_are_told_at_the_start_and_are_a_filter() {
    let mut app = village();
    app.met_at_home("王小明").key(Key::Esc);
    let mut app = app.reopen();
    app.shows(&["有 1 份走访草稿没有写完"]);
    app.type_text("4").type_text("f").type_text("草稿").type_text(" ").key(Key::Esc).shows(&[
        "只看：有草稿的户",
        "全部 1",
        "✎王小明",
    ]);
}

#[test]
fn an_order_stays_when_the_list_is_turned_round() {
    let mut world = families::world();
    world.visit("A1", entry("2026-11-02"));
    let mut app = Driver::chinese(world);
    app.type_text("4").press(Chord::ctrl(Key::Left)).shows(&["倒序：应访日期"]).type_text("s").shows(&["已按"]);
}
