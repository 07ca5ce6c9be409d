//! Slips of the hand: what is typed and not meant never becomes data without a word.

use huifang::domain::checks::{Check, CheckAnswer};
use huifang::domain::facts::HouseholdFact;
use huifang::domain::income::IncomeItem;
use huifang::domain::problem::ProblemState;
use huifang::tui::keys::{Chord, Key};

use crate::driver::Driver;
use crate::families::{file, last_visit, village};

#[test]
fn a_key_that_is_no_choice_is_said_and_does_not_move() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃");
    for wrong in ["7", "k", "好"] {
        app.type_text(wrong).shows(&["按列出的数字或字母选"]);
        assert!(app.focused_line().contains("不愁吃"), "{wrong}: {}", app.screen());
    }
    app.paste("已保障").shows(&["按列出的数字或字母选"]).type_text("1");
    assert!(app.focused_line().contains("不愁穿"));
}

#[test]
fn a_letter_that_is_no_key_says_where_the_keys_are() {
    let mut app = village();
    app.type_text("Z").shows(&["没有“Z”键"]).go_to("王小明").type_text("Z").shows(&["没有“Z”键"]);
}

#[test]
fn a_doubled_save_opens_nothing() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.ctrl('s').shows(&["找到 1 户"]).shows_not("设置");
    app.ctrl('u').ctrl('r').shows_not("只看我的").shows_not("导入");
}

#[test]
fn what_the_program_filled_in_is_replaced_by_typing_over_it() {
    let mut app = village();
    app.met_at_home("王小明").back_at("走访日期").type_text("1120").shows(&["1120  = 2026-11-20"]);
    app.at_field("走访人").type_text("、韦海").shows(&["张敏、韦海"]).ctrl('s').shows(&["已保存"]);
    let visit = last_visit(&app, "A1");
    assert_eq!((visit.visited_on.to_string().as_str(), visit.visitors.len()), ("2026-11-20", 2));
    app.go_to("王小明").type_text("e").shows(&["修改 王小明 的资料", "尚未改动"]).at_field("家庭人口数");
    app.type_text("3").ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app, "A1").row.population, Some(3));
}

#[test]
fn short_days_are_understood_in_every_form() {
    let mut app = village();
    app.go_to("王小明").type_text("e").at_field("识别监测时间").type_text("昨天").shows(&["= 2026-11-21"]);
    app.ctrl('u').type_text("0315").shows(&["= 2026-03-15"]).ctrl('u').type_text("2024.3").shows(&["= 2024-03"]);
    app.ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app, "A1").household.fact(HouseholdFact::IdentifiedOn), "2024-03");
}

#[test]
fn one_is_yes_or_good_wherever_it_is_asked() {
    let mut app = village();
    app.met_at_home("王小明").at_field("谁未参保").shows(&["1全部参保"]).type_text("1").shows(&["基本医疗 ✓已保障"]);
    app.at_field("大额刚性支出").type_text("1").at_field("└ 是否解决").shows(&["1是"]);
    app.at_field("发现的问题")
        .type_text("路灯坏了")
        .at_field("└ 是否解决")
        .shows(&["1现场解决", "2未解决"])
        .type_text("1");
    app.ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app, "A1").problems[0].state, ProblemState::SolvedOnTheSpot);
}

#[test]
fn a_problem_made_from_a_check_follows_its_note_until_it_is_changed_by_hand() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").type_text("2").type_text("缺米\n1");
    app.key(Key::BackTab).key(Key::BackTab).shows(&["▌└ 情况说明"]).key(Key::End).type_text("缺油\n");
    app.key(Key::Esc).go_to("王小明").key(Key::F(2)).at_field("发现的问题").shows(&["发现的问题           缺米缺油"]);
    app.back_at("不愁吃").key(Key::Tab).key(Key::End).type_text("缺盐\n").at_field("发现的问题");
    app.shows(&["发现的问题           缺米缺油缺盐"]).key(Key::End).type_text("（村里）").key(Key::Tab);
    app.back_at("发现的问题")
        .back_at("不愁吃")
        .key(Key::Tab)
        .key(Key::End)
        .type_text("缺面\n")
        .ctrl('s')
        .shows(&["已保存"]);
    let file = file(&app, "A1");
    assert_eq!(file.problems.len(), 1);
    assert_eq!(file.problems[0].what, "缺米缺油缺盐（村里）", "changed by hand: it stays");
    assert_eq!(last_visit(&app, "A1").findings.checks[&Check::Food].note, "缺米缺油缺盐缺面");
}

#[test]
fn a_problem_listed_by_hand_stays_whatever_the_note_of_its_check_says() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").type_text("2").type_text("缺米\n").at_field("发现的问题");
    app.type_text("缺米\n").at_field("└ 涉及").type_text("1").key(Key::Esc);
    app.go_to("王小明").key(Key::F(2)).at_field("发现的问题").shows(&["发现的问题           缺米"]);
    app.ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app, "A1").problems.len(), 1);
}

#[test]
fn typing_what_the_program_had_filled_in_does_not_make_it_the_programs_again() {
    let mut app = village();
    app.met_at_home("王小明").at_field("工资性收入").type_text("300\n").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明")
        .key(Key::Tab)
        .type_text("e")
        .at_field("工资性收入")
        .type_text("3000\n")
        .back_at("更正原因")
        .type_text("记错了")
        .ctrl('s')
        .shows(&["计入"]);
    let months = file(&app, "A1").dossier.incomes;
    assert_eq!(months.first().unwrap().amounts[&IncomeItem::Wage].money().fen(), 300_000);
}

#[test]
fn a_problem_goes_with_the_check_that_made_it() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").type_text("2").type_text("缺米\n1");
    app.back_at("不愁吃").type_text("1").ctrl('s').shows(&["已保存"]);
    assert!(file(&app, "A1").problems.is_empty(), "the answer was a slip");
    assert_eq!(last_visit(&app, "A1").findings.answer(Check::Food), CheckAnswer::Secured);
}

#[test]
fn after_a_resumed_draft_the_month_still_follows_the_date() {
    let mut app = village();
    app.met_at_home("王小明").key(Key::Esc).go_to("王小明").key(Key::F(2));
    app.back_at("走访日期").type_text("1030\n").shows(&["收入月份             2026-10"]);
}

#[test]
fn a_visitor_who_is_called_like_no_person_is_asked_about() {
    let mut app = village();
    app.met_at_home("王小明").back_at("走访人").type_text("3200").ctrl('s').shows(&["“3200”不像姓名"]).type_text("n");
    assert!(file(&app, "A1").visits.is_empty());
    app.ctrl('s').shows(&["“3200”不像姓名"]).type_text("y").shows(&["已保存"]);
    assert_eq!(last_visit(&app, "A1").visitors, ["3200"]);
}

#[test]
fn y_and_n_answer_a_question() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('r').shows(&["丢弃这份草稿"]).type_text("n").shows(&["草稿已存"]);
    app.ctrl('r').type_text("ｙ").shows(&["草稿已丢弃"]);
}

#[test]
fn chords_that_had_other_meanings_do_nothing_on_a_timeline() {
    let mut world = crate::families::world();
    world.visit("A1", crate::entries::entry("2026-11-02"));
    let mut app = Driver::chinese(world);
    app.go_to("王小明").key(Key::Tab).ctrl('u').ctrl('r').ctrl('s');
    assert!(!file(&app, "A1").visits[0].voided);
    app.shows_not("作废走访").press(Chord::plain(Key::Delete)).shows(&["作废"]);
}

#[test]
fn somebody_else_without_a_name_is_said_at_the_name() {
    let mut app = village();
    app.go_to("王小明").key(Key::F(2)).type_text("119").ctrl('s').shows(&["×见到的人", "请填写见到的人的姓名"]);
    app.shows_not("请选择见到了谁");
}

#[test]
fn a_population_that_cannot_be_is_left_to_be_put_right() {
    let mut app = village();
    app.set_me("张敏");
    app.type_text("ve").type_text("一千").key(Key::Enter).shows(&["户籍人口请填", "一千"]);
    for wrong in ["\u{8}0", "9999999"] {
        app.ctrl('u').type_text(wrong).key(Key::Enter).shows(&["户籍人口请填"]);
    }
    app.ctrl('u').type_text("1,871").key(Key::Enter).shows(&["1871"]);
}

#[test]
fn what_a_small_form_lacks_is_marked_all_at_once() {
    let mut app = village();
    app.go_to("王小明").key(Key::BackTab).type_text("a").ctrl('s');
    app.shows(&["×证明事项", "×是否属实", "×说明"]);
}

#[test]
fn in_a_line_of_a_window_the_caret_goes_where_its_keys_say() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]).go_to("王小明").key(Key::Tab).type_text("d");
    app.type_text("填重复了").key(Key::Left).key(Key::Left).type_text("得").key(Key::Home).type_text("我");
    app.shows(&["我填重得复了"]).key(Key::Delete).key(Key::End).type_text("。").shows(&["我重得复了。"]);
}

#[test]
fn a_window_that_wants_an_answer_says_so_until_there_is_one() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]).go_to("王小明").key(Key::Tab).type_text("d");
    app.shows(&["请先填写"]).key(Key::Enter).shows(&["请先填写"]);
    app.type_text("填重复了").shows(&["Enter 确定"]).shows_not("请先填写");
}
