//! Rosters through the screen, by keys: columns assigned by hand, villages joined, the imports that were made.

use huifang::i18n::Language;
use huifang::tui::keys::{Chord, Key};

use crate::driver::Driver;
use crate::entries::{entry, record};
use crate::world::{World, roster};

const ODD: &str = "户编号,住在,当家的,类别,手机\n\
                   995100000000000101,石桥村,王小明,脱贫不稳定户,13800138001\n\
                   995100000000000102,石桥,李桂兰,边缘易致贫户,13800138002\n";

fn driver(files: &[(&str, &str)]) -> (Driver, Vec<String>) {
    let mut world = World::new();
    world.set_me("张敏");
    let paths = files.iter().map(|(name, content)| world.file(name, content).to_str().unwrap().to_owned()).collect();
    (Driver::chinese(world), paths)
}

#[test]
fn a_heading_that_nobody_knows_is_assigned_in_the_screen_and_the_next_file_needs_no_key() {
    let (mut app, files) = driver(&[("odd.csv", ODD), ("next.csv", ODD)]);
    app.type_text("i").paste(&files[0]).key(Key::Enter).shows(&["缺少必需的列", "按 Ctrl-E 手工指定"]);
    app.ctrl('e').shows(&["表头", "读作", "住在", "不读", "王小明"]);
    app.key(Key::Down).key(Key::Enter).shows(&["“住在”是", "按表头自动判断"]).type_text("xingzhengcun").key(Key::Enter);
    app.shows(&["行政村（手工）"]);
    app.key(Key::Down).key(Key::Enter).type_text("户主姓名").key(Key::Enter).shows(&["户主姓名（手工）"]);
    app.key(Key::Esc).shows(&["2 新增", "还没有改动任何内容", "手工指定的列"]);
    app.ctrl('x').ctrl('u').paste(&files[1]).key(Key::Enter).shows(&["2 新增"]);
    // Let go, the heading says nothing again.
    app.type_text("e")
        .key(Key::Down)
        .key(Key::Enter)
        .key(Key::Home)
        .key(Key::Enter)
        .key(Key::Esc)
        .shows(&["缺少必需的列"]);
}

#[test]
fn villages_are_joined_and_parted_by_one_key_before_anything_is_written() {
    let spelt = "户编号,行政村,户主姓名,类别\n1000000001,石桥村,王小明,脱贫不稳定户\n1000000002,石桥村,马春花,边缘易致贫户\n\
                 1000000003,石桥,李桂兰,边缘易致贫户\n";
    let (mut app, files) = driver(&[("spelt.csv", spelt)]);
    app.type_text("i").paste(&files[0]).key(Key::Enter).shows(&[
        "按 v 合并",
        "可能是同一个村",
        "“石桥”和“石桥村”，1 户",
    ]);
    app.type_text("v").shows(&["按 v 改回", "“石桥”并入“石桥村”"]).type_text("v").shows(&["按 v 合并"]);
    app.key(Key::Tab).shows(&["按 v 改回"]).key(Key::Enter).shows(&["已导入：新增 3 户"]);
    let rows = app.ledger().due_list().unwrap().rows;
    assert!(rows.iter().all(|row| row.village == "石桥村"));
}

#[test]
fn letters_on_a_plan_never_change_the_path() {
    let (mut app, files) = driver(&[("odd.csv", &ODD.replace("住在", "行政村").replace("当家的", "户主"))]);
    app.type_text("i").paste(&files[0]).key(Key::Enter).shows(&["2 新增"]);
    app.type_text("abc中文").paste("xyz").key(Key::Backspace).shows(&["2 新增"]).key(Key::Esc);
    app.shows(&["odd.csv"]).key(Key::Enter).shows(&["2 新增"]);
}

#[test]
fn an_import_is_looked_at_and_taken_back_in_the_screen() {
    let (mut app, files) = driver(&[("odd.csv", &ODD.replace("住在", "行政村").replace("当家的", "户主"))]);
    app.type_text("i")
        .press(Chord::ctrl(Key::PageUp))
        .shows(&["导入记录", "还没有导入过"])
        .key(Key::Esc)
        .paste(&files[0])
        .key(Key::Enter);
    app.key(Key::Enter).shows(&["已导入：新增 2 户"]);
    app.type_text("i").press(Chord::ctrl(Key::PageUp)).shows(&["导入记录", "张敏", "odd.csv"]).key(Key::Enter);
    app.shows(&["第 1 次导入", "没有时间，从今天算起", "995100000000000102 李桂兰 石桥"]);
    app.type_text("u").shows(&["撤销第 1 次导入", "2 户撤掉"]).key(Key::Enter).shows(&["第 1 次导入"]);
    assert_eq!(app.ledger().due_list().unwrap().rows.len(), 2, "keeping is the first answer");
    app.key(Key::Delete).key(Key::Down).key(Key::Enter).shows(&["已撤销第 1 次导入", "【已撤销】"]);
    assert!(app.ledger().is_empty().unwrap());
    app.type_text("u").shows(&["已经撤销过"]);
    app.ctrl('x').ctrl('x').shows(&["欢迎使用回访"]);
}

#[test]
fn what_was_recorded_since_is_named_before_the_others_are_taken_back() {
    let mut world = World::new();
    world.set_me("张敏");
    world.import(&roster("roster-village.xlsx")).unwrap();
    let code = world.ledger.due_list().unwrap().rows[0].code.clone();
    record(&mut world.ledger, &code, entry("2026-11-20"));
    let mut app = Driver::new(world, Language::En, (80, 24));
    app.type_text("I").type_text("u").shows(&["46 households go", "1 stay, since", "Press u again"]);
    app.shows(&["Households that would stay", &code, "recorded since: a visit"])
        .key(Key::Esc)
        .shows(&["roster-village.xlsx"]);
    app.type_text("u")
        .type_text("u")
        .shows(&["take the others back"])
        .key(Key::Down)
        .key(Key::Enter)
        .shows(&["was taken back: 46 households go"]);
    assert_eq!(app.ledger().due_list().unwrap().rows.len(), 1);
}

#[test]
fn a_long_plan_scrolls_to_its_end_and_back_by_any_step() {
    let rows: String = (0..3000).map(|at| format!("{},石桥村,户主{at},脱贫不稳定户\n", 1_000_000_000 + at)).collect();
    let content = format!("户编号,行政村,户主姓名,类别\n{rows}");
    let (mut app, files) = driver(&[("long.csv", &content)]);
    app.type_text("i").paste(&files[0]).key(Key::Enter).shows(&["3000 新增"]);
    app.key(Key::End).shows(&["1000002999 户主2999"]).key(Key::Up).key(Key::PageUp).shows_not("户主2999");
    app.key(Key::PageDown).key(Key::PageDown).shows(&["1000002999 户主2999"]).key(Key::Home).shows(&["3000 新增"]);
    app.press(Chord::letter(' ')).shows_not("3000 新增");
}

#[test]
fn a_file_that_would_turn_much_over_is_asked_about_in_the_screen_too() {
    let rows: String = (0..5).map(|at| format!("100000000{at},石桥村,户主{at},脱贫不稳定户,张敏\n")).collect();
    let content = format!("户编号,行政村,户主姓名,类别,帮扶联系人\n{rows}");
    let (mut app, files) = driver(&[("now.csv", &content), ("old.csv", &content.replace("张敏", "何静"))]);
    app.type_text("i").paste(&files[0]).key(Key::Enter).key(Key::Enter).shows(&["已导入：新增 5 户"]);
    app.type_text("i").paste(&files[1]).key(Key::Enter).key(Key::Enter).shows(&["有 5 户的户主、联系人或类别会变"]);
    app.key(Key::Enter).shows(&["还没有改动任何内容"]);
    assert_eq!(app.ledger().due_list().unwrap().rows[0].contact, "张敏", "no is the first answer");
    app.key(Key::Enter).key(Key::Down).key(Key::Enter).shows(&["已导入", "有变化 5 户"]);
}

#[test]
fn a_folder_that_is_named_lists_its_spreadsheets() {
    let (mut app, files) = driver(&[("odd.csv", ODD), ("notes.txt", "no roster")]);
    let folder = std::path::Path::new(&files[0]).parent().unwrap().to_str().unwrap().to_owned();
    app.type_text("i").paste(&folder).key(Key::Enter).shows(&["找到的表格", "odd.csv"]).shows_not("notes.txt");
    app.key(Key::Down).key(Key::Enter).shows(&["缺少必需的列"]);
}
