//! The home screen: tabs, search, filters, why due, the month's progress.

use huifang::text::pinyin_key;
use huifang::tui::keys::Key;
use huifang::tui::news::{Msg, News};

use crate::driver::Driver;
use crate::world::{World, day, roster};

fn village() -> Driver {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    world.set_me("张敏");
    Driver::chinese(world)
}

#[test]
fn the_overdue_stand_first_with_those_never_visited_told_apart() {
    let mut home = village();
    home.shows(&["逾期 20 无记录1", "到期 2", "以后 25", "全部 47", "2026-11-22 周日"]);
    assert!(home.selected_line().contains("欧阳丽小"), "the longest overdue is selected");
    home.shows(&["2023-06-26 起还没有计入的走访", "本月已访 1/23"]);
}

#[test]
fn tabs_are_reached_by_digits_and_by_tab() {
    let mut home = village();
    home.type_text("2").shows(&["11-30"]);
    home.key(Key::Tab).key(Key::Tab);
    assert!(home.screen().lines().filter(|line| line.contains("组 ")).count() > 30, "all of them");
}

#[test]
fn a_household_is_found_by_whatever_is_remembered() {
    for query in ["oylx", "ouyanglix", "欧阳丽", "995139119813950033", "6312"] {
        let mut home = village();
        home.type_text("/").type_text(query);
        assert!(home.selected_line().contains("欧阳丽小"), "{query}: {}", home.screen());
    }
}

#[test]
fn han_text_typed_on_the_list_opens_the_search_with_it() {
    let mut home = village();
    home.type_text("单").shows(&["搜索 单", "找到"]);
    assert!(home.selected_line().contains("单素"));
    home.key(Key::Esc).shows(&["逾期 20"]);
}

#[test]
fn a_search_with_an_input_method_on_goes_by_chords() {
    let mut home = village();
    home.ctrl('f').paste("吕家湾").shows(&["搜索 吕家湾"]);
    home.type_text("、").shows(&["吕家湾、"]);
}

#[test]
fn the_list_narrows_by_class_village_contact_and_mine() {
    let mut home = village();
    home.type_text("f").shows(&["筛选", "未消除风险监测户"]);
    home.key(Key::Down).key(Key::Enter).key(Key::Esc).shows(&["只看：未消除"]);
    home.key(Key::Esc).type_text("m").shows(&["只看：我联系的"]);
    home.shows(&["全部 12"]);
}

#[test]
fn why_due_names_the_class_the_rule_the_anchor_and_the_sum() {
    let mut home = village();
    home.type_text("/").type_text("解美英").key(Key::F(6));
    home.shows(&["未消除风险监测户", "每自然月至少走访一次", "2026-09-22", "不晚于 2026-10-31", "已逾期 22 天"]);
}

#[test]
fn a_list_open_over_midnight_turns_the_page() {
    let mut home = village();
    home.tell(Msg::News(News::TurnedTo(day("2026-12-01")))).shows(&["2026-12-01 周二", "逾期 22"]);
}

#[test]
fn the_order_can_be_changed() {
    let mut home = village();
    home.type_text("4").type_text("s").type_text("s").shows(&["已按姓名排列"]);
    home.key(Key::Home);
    let first = home.selected_line();
    home.type_text("S").shows(&["倒序：姓名"]).key(Key::End);
    let name = |line: &str| line.split_whitespace().nth(2).unwrap().to_owned();
    assert_eq!(name(&home.selected_line()), name(&first), "the other way round");
    home.key(Key::Home);
    let last = home.selected_line();
    assert!(pinyin_key(&name(&first)) < pinyin_key(&name(&last)), "{first}\n{last}");
}

#[test]
fn a_window_too_small_says_what_to_do() {
    let mut home = village();
    home.resize(50, 10).shows(&["窗口太小", "60 列 16 行"]);
    home.resize(80, 24).shows(&["逾期 20"]);
}

#[test]
fn no_size_of_the_window_breaks_any_screen() {
    let mut home = village();
    for screens in [
        &[][..],
        &[Key::Enter],
        &[Key::Esc, Key::F(2)],
        &[Key::Esc, Key::F(1)],
        &[Key::Esc, Key::F(4)],
        &[Key::Esc, Key::F(9)],
    ] {
        for key in screens {
            home.key(*key);
        }
        for columns in (0..=200).step_by(13) {
            for lines in (0..=100).step_by(9) {
                home.resize(columns, lines);
            }
        }
        home.resize(120, 40);
    }
}

#[test]
fn help_lists_the_keys_of_the_screen_and_the_palette_finds_commands() {
    let mut home = village();
    home.key(Key::F(1)).shows(&["帮助 · 农户名单", "登记走访", "Ctrl-N"]);
    home.key(Key::Esc).ctrl('p').type_text("whdq").shows(&["为何到期"]);
    home.key(Key::Enter).shows(&["为何到期 · 欧阳丽小"]);
}

#[test]
fn an_empty_database_welcomes_with_three_ways_to_begin() {
    let mut home = Driver::chinese(World::new());
    home.shows(&["欢迎使用回访", "导入村里的花名册", "手工新增一户", "先看看"]);
    home.type_text("d").shows(&["逾期", "石桥村", "演示，不保存"]);
}

#[test]
fn with_ascii_nothing_but_ascii_and_wide_characters_is_drawn_and_no_colour_is_set() {
    let mut world = World::new();
    world.ledger.fill_with_demo().unwrap();
    let mut app = Driver::ascii(world);
    for key in [Key::F(6), Key::Esc, Key::Enter, Key::Esc, Key::F(2), Key::Esc, Key::F(1)] {
        app.key(key);
        let screen = app.screen();
        let odd = screen.chars().find(|c| !c.is_ascii() && huifang::text::width(&c.to_string()) != 2);
        assert_eq!(odd, None, "{screen}");
        assert!(app.buffer().content.iter().all(|cell| cell.fg == ratatui::style::Color::Reset));
    }
}
