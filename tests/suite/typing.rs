//! What is typed into the fields of a visit and what is understood by it: amounts, days, notes.

use huifang::domain::income::IncomeItem;
use huifang::tui::keys::{Chord, Key};

use crate::families::{file, last_visit, village};
use crate::world::day;

#[test]
fn an_amount_may_be_a_sum_and_shows_what_it_comes_to() {
    let mut app = village();
    app.met_at_home("王小明").type_text("150*22+600").shows(&["150*22+600 = 3,900.00"]);
    app.key(Key::Enter).type_text("１．２万").shows(&["1.2万 = 12,000.00"]).key(Key::Enter);
    app.type_text("600/2").ctrl('s').shows(&["不能用除法"]);
    app.ctrl('u').type_text("300").ctrl('s').shows(&["已保存"]);
    let amounts = &file(&app, "A1").incomes[0].amounts;
    assert_eq!(amounts[&IncomeItem::Wage].fen(), 390_000);
    assert_eq!(amounts[&IncomeItem::BusinessGross].fen(), 1_200_000);
}

#[test]
fn a_comma_that_parts_no_thousands_is_refused_and_what_is_understood_stands_there_at_any_width() {
    for size in [(60, 16), (120, 40)] {
        let mut app = village();
        app.resize(size.0, size.1);
        app.met_at_home("王小明").type_text("300，50").shows(&["看不懂"]).ctrl('s').shows(&["逗号只能隔开千位"]);
        app.ctrl('u').type_text("3，200").shows(&["= 3,200.00"]).key(Key::Enter);
        app.type_text("￥1千2").shows(&["= 1,200.00"]).ctrl('s').shows(&["已保存"]);
        let amounts = &file(&app, "A1").incomes[0].amounts;
        assert_eq!(amounts[&IncomeItem::Wage].fen(), 320_000);
        assert_eq!(amounts[&IncomeItem::BusinessGross].fen(), 120_000);
    }
}

#[test]
fn a_shortened_day_shows_what_was_understood() {
    let mut app = village();
    app.met_at_home("王小明").key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up);
    for (typed, understood) in [
        ("1120", "= 2026-11-20 周五"),
        ("20", "= 2026-11-20 周五"),
        ("昨天", "= 2026-11-21 周六"),
        ("-3", "= 2026-11-19 周四"),
        ("周一", "= 2026-11-16 周一"),
        ("yesterday", "= 2026-11-21 周六"),
        ("2026-11-22", "周日 今天"),
        ("１１２０", "= 2026-11-20 周五"),
    ] {
        app.ctrl('u').type_text(typed).shows(&[understood]);
    }
    app.ctrl('s').shows(&["已保存"]);
    assert_eq!(last_visit(&app, "A1").visited_on, day("2026-11-20"));
}

#[test]
fn the_calendar_marks_visits_and_gives_its_day_to_the_field() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::F(2)).key(Key::Up).key(Key::F(8));
    app.shows(&["2026 年 11 月", "一 二 三 四 五 六 日", "22✓", "✓ 走访过"]);
    app.key(Key::PageUp).shows(&["2026 年 10 月"]).key(Key::PageDown).key(Key::Up).key(Key::Left).key(Key::Enter);
    app.shows(&["2026-11-14 周六"]);
    app.at_field("走访方式").ctrl('d').shows(&["这一项不是日期"]);
}

#[test]
fn a_note_has_lines_and_takes_back_what_was_typed() {
    let mut app = village();
    app.met_at_home("王小明").at_field("备注").type_text("家里整齐。\n老人精神好").paste("\r\n贴进来的");
    app.shows(&["备注 家里整齐。", "老人精神好", "贴进来的"]);
    app.ctrl('z')
        .shows_not("贴进来的")
        .ctrl('z')
        .shows_not("老人")
        .press(Chord::ctrl(Key::Char('7')))
        .shows(&["老人精神好"]);
    app.key(Key::Up).type_text("很").key(Key::Tab).ctrl('s').shows(&["已保存"]);
    assert_eq!(last_visit(&app, "A1").note, "家里整齐。很\n老人精神好");
}

#[test]
fn a_long_note_is_wrapped_and_no_line_begins_with_a_comma() {
    let mut app = village();
    app.resize(60, 24).met_at_home("王小明").at_field("备注");
    app.type_text("慢病证过期，已经联系村医，下周一起去办理，路费自己出。");
    let screen = app.screen();
    let lines: Vec<&str> =
        screen.lines().filter(|line| line.starts_with('▌')).map(|line| line.trim_start_matches('▌')).collect();
    assert!(lines.len() >= 3, "{screen}");
    assert!(lines.iter().all(|line| !line.trim_start().starts_with(['，', '。'])), "{screen}");
}

#[test]
fn what_cannot_be_read_says_so_at_once_and_a_cleared_field_bears_no_mark() {
    let mut app = village();
    app.met_at_home("王小明").type_text("600/2").shows(&["= 看不懂"]).ctrl('s').shows(&["×工资性收入"]).ctrl('u');
    app.shows_not("×工资性收入").type_text("1100").shows_not("看不懂");
    app.key(Key::Up).ctrl('u').type_text("10").ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app, "A1").incomes[0].month.to_string(), "2026-10");
}

#[test]
fn home_and_end_go_to_the_ends_of_the_drawn_line() {
    let mut app = village();
    app.met_at_home("王小明").at_field("备注").type_text("一二\n三四").key(Key::Home).type_text("零").key(Key::End);
    app.type_text("五").key(Key::Up).key(Key::Home).type_text("前").key(Key::Tab).ctrl('s').shows(&["已保存"]);
    assert_eq!(last_visit(&app, "A1").note, "前一二\n零三四五");
}
