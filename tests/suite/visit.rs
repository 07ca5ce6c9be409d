//! Logging a visit by keys: the screen and the database.

use huifang::domain::checks::{Check, CheckAnswer};
use huifang::domain::income::{IncomeItem, net};
use huifang::domain::visit::{SignatureKind, VisitMode, VisitOutcome};
use huifang::ledger::HouseholdFile;
use huifang::tui::keys::{Chord, Key};
use huifang::tui::news::{Msg, News};

use crate::driver::Driver;
use crate::world::{World, roster};

const CODE: &str = "995117020007740010";
const NAME: &str = "解美英";

fn village() -> Driver {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    world.set_me("张敏");
    Driver::chinese(world)
}

fn at_form() -> Driver {
    let mut app = village();
    app.type_text("/").type_text(NAME).key(Key::F(2));
    app
}

fn file(app: &Driver) -> HouseholdFile {
    app.ledger().show_by_code(CODE).unwrap().unwrap()
}

/// Mode, purpose, head met; visitors and month are as they are, and the wage has the focus.
fn met_at_home(app: &mut Driver) -> &mut Driver {
    app.type_text("111")
}

#[test]
fn an_ordinary_visit_is_saved_and_the_household_moves_down_the_list() {
    let mut app = at_form();
    app.shows(&["走访 解美英", "走访日期         2026-11-22", "张敏"]);
    met_at_home(&mut app);
    app.type_text("3,200.5\n480\n100\n0\n１２０\n");
    app.shows(&["3,700.50"]);
    app.ctrl('k').type_text("111").type_text("01").ctrl('k').type_text("1112");
    app.ctrl('k').type_text("0").ctrl('k').type_text("3").ctrl('k').ctrl('k').type_text("1").ctrl('s');
    app.shows(&["已保存 解美英 的走访", "下次不晚于 2026-12-31", "已移到“以后”"]);
    assert!(app.selected_line().contains(NAME) && app.selected_line().contains("12-31"));

    let file = file(&app);
    let visit = file.visits.last().unwrap();
    assert_eq!((visit.mode, visit.outcome), (Some(VisitMode::Home), VisitOutcome::Met));
    assert_eq!(visit.visitors, ["张敏"]);
    assert_eq!(visit.met.as_ref().map(|met| &*met.name), Some(NAME));
    assert_eq!(visit.findings.answer(Check::Education), CheckAnswer::Secured, "follows from the child at school");
    assert_eq!(visit.findings.answer(Check::Water), CheckAnswer::Secured);
    assert_eq!(visit.findings.signature.as_ref().map(|it| it.kind), Some(SignatureKind::Signed));
    assert_eq!(file.incomes.len(), 1);
    assert_eq!(file.incomes[0].amounts[&IncomeItem::Wage].fen(), 320_050);
    assert_eq!(net(&file.incomes[0].amounts).map(huifang::domain::money::Money::fen), Some(370_050));
    assert!(file.drafts.is_empty(), "the draft went with the save");
    assert_eq!(file.row.due_on.map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
}

#[test]
fn nothing_is_answered_for_the_person() {
    let mut app = at_form();
    app.ctrl('s').shows(&["请选择走访方式", "还没有保存"]);
    assert_eq!(file(&app).visits.len(), 1, "only the roster's visit");
    met_at_home(&mut app).ctrl('s');
    let file = file(&app);
    let visit = file.visits.last().unwrap();
    assert!(Check::ALL.iter().all(|check| visit.findings.answer(*check) == CheckAnswer::NotChecked));
    assert!(file.incomes.is_empty() && visit.findings.signature.is_none());
}

#[test]
fn at_risk_needs_a_note_and_the_focus_goes_there() {
    let mut app = at_form();
    met_at_home(&mut app).ctrl('k').type_text("2");
    app.key(Key::Enter).type_text("1").ctrl('s').shows(&["有风险或未保障，请说明情况"]);
    app.type_text("口粮不够").ctrl('s').shows(&["已保存"]);
    let file = file(&app);
    let finding = &file.visits.last().unwrap().findings.checks[&Check::Food];
    assert_eq!((finding.answer, finding.note.as_str()), (CheckAnswer::AtRisk, "口粮不够"));
}

#[test]
fn a_date_in_the_future_is_refused_and_keeps_the_focus() {
    let mut app = at_form();
    met_at_home(&mut app);
    for _ in 0..6 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("２０２６１１２３").ctrl('s').shows(&["日期在今天之后"]);
    app.key(Key::Backspace).type_text("2").ctrl('s').shows(&["已保存"]);
}

#[test]
fn a_visit_with_nobody_met_is_kept_and_never_counted() {
    let mut app = at_form();
    app.type_text("110").shows_not("不愁吃").shows(&["备注"]);
    app.ctrl('s').shows(&["已保存"]);
    let file = file(&app);
    assert_eq!(file.visits.last().unwrap().outcome, VisitOutcome::NobodyMet);
    assert_eq!(file.row.due_on.map(|day| day.to_string()).as_deref(), Some("2026-10-31"), "still overdue");
}

#[test]
fn a_phone_call_is_kept_and_not_counted_by_the_default_policy() {
    let mut app = at_form();
    app.type_text("311").ctrl('s').shows(&["已保存", "逾期"]);
    assert!(app.selected_line().contains("22天"));
}

#[test]
fn a_draft_outlives_the_program_and_is_resumed_at_the_same_field() {
    let mut app = at_form();
    met_at_home(&mut app).type_text("32");
    let before = app.screen();
    let mut app = app.reopen();
    assert_eq!(file(&app).drafts.len(), 1, "kept before the frame that shows it");
    app.set_me("张敏").type_text("/").type_text(NAME);
    assert!(app.selected_line().contains("✎解美英"), "marked in the list");
    app.key(Key::F(2)).shows(&["接着填"]);
    let field = |screen: &str| screen.lines().find(|line| line.starts_with('▌')).unwrap().to_owned();
    assert_eq!(field(&app.screen()), field(&before));
    app.type_text("00").shows(&["工资性收入           3200"]);
}

#[test]
fn esc_keeps_the_draft_and_ctrl_r_discards_it_after_asking() {
    let mut app = at_form();
    app.type_text("3").key(Key::Esc).shows(&["草稿已保留"]);
    app.key(Key::F(2)).shows(&["接着填", "电话"]);
    app.ctrl('r').shows(&["丢弃这份草稿"]).key(Key::Enter).shows(&["走访 解美英"]);
    assert_eq!(file(&app).drafts.len(), 1, "keeping is what Enter does");
    app.ctrl('r').key(Key::Down).key(Key::Enter).shows(&["草稿已丢弃", "尚未填写"]);
    assert!(file(&app).drafts.is_empty());
}

#[test]
fn looking_at_a_form_leaves_no_draft() {
    let mut app = at_form();
    app.key(Key::Tab).key(Key::Tab).key(Key::Esc);
    assert!(file(&app).drafts.is_empty());
}

#[test]
fn last_time_stands_beside_and_an_amount_is_taken_by_a_key() {
    let mut app = at_form();
    app.key(Key::Up);
    for _ in 0..10 {
        app.key(Key::Backspace);
    }
    app.type_text("2026-10-15\n");
    met_at_home(&mut app);
    app.key(Key::Up)
        .ctrl('u')
        .type_text("2026-10\n")
        .type_text("3000\n0\n0\n0\n0\n")
        .ctrl('k')
        .type_text("1")
        .ctrl('s');
    app.shows(&["已保存"]).key(Key::F(2));
    app.shows(&["上次核查 2026-10-15 入户走访", "3,000.00"]);
    met_at_home(&mut app).ctrl('y').shows(&["工资性收入           3000.00"]);
    app.key(Key::Up);
    for _ in 0..7 {
        app.key(Key::Backspace);
    }
    app.type_text("3500").shows(&["3,000.00  +500.00"]);
}

#[test]
fn problems_and_sources_bring_their_next_line() {
    let mut app = at_form();
    met_at_home(&mut app);
    for _ in 0..7 {
        app.key(Key::Enter);
    }
    app.type_text("1").type_text("2000\n广东十一个月\n1").shows(&["收入来源", "务工", "广东十一个月"]);
    app.ctrl('k')
        .ctrl('k')
        .ctrl('k')
        .ctrl('k')
        .ctrl('k')
        .type_text("慢病证过期\n4")
        .type_text("镇卫生院\n2026-12-15\n1");
    app.shows(&["慢病证过期", "镇卫生院"]).ctrl('s').shows(&["已保存"]);
    let file = file(&app);
    assert_eq!(file.incomes[0].sources[0].detail, "广东十一个月");
    let problem = &file.problems[0];
    assert_eq!(
        (problem.what.as_str(), problem.check, problem.unit.as_str()),
        ("慢病证过期", Some(Check::Medical), "镇卫生院")
    );
    assert_eq!(problem.deadline.map(|day| day.to_string()).as_deref(), Some("2026-12-15"));
}

#[test]
fn the_whole_form_can_be_filled_with_an_input_method_on() {
    let mut app = village();
    app.ctrl('f').paste(NAME).ctrl('n').shows(&["走访 解美英"]);
    app.type_text("１１１３２００。５").shows(&["3200.5"]);
    app.ctrl('k').type_text("２口粮不够，").ctrl('s').shows(&["已保存"]);
    let file = file(&app);
    assert_eq!(file.visits.last().unwrap().findings.checks[&Check::Food].note, "口粮不够，");
    assert_eq!(file.incomes[0].amounts[&IncomeItem::Wage].fen(), 320_050);
}

#[test]
fn who_i_am_is_asked_once_before_the_first_save() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let mut app = Driver::chinese(world);
    app.type_text("/").type_text(NAME).key(Key::F(2)).type_text("111").ctrl('s').shows(&["我是谁"]);
    app.type_text("张敏").key(Key::Enter).shows(&["已保存"]);
    assert_eq!(file(&app).visits.last().unwrap().visitors, ["张敏"]);
    app.key(Key::F(2)).shows(&["走访人           张敏"]);
}

#[test]
fn the_timeline_opens_each_visit_to_its_answers() {
    let mut app = at_form();
    met_at_home(&mut app).ctrl('k').type_text("1").ctrl('s').resize(80, 24);
    app.key(Key::Enter).shows(&["概况", "走访 2", "走访覆盖"]).key(Key::Tab);
    app.shows(&["2026-11-22 入户", "2026-09-22 花名册"]).key(Key::Enter).shows(&[
        "走访 2026-11-22",
        "不愁吃",
        "已保障",
    ]);
    app.key(Key::Esc).key(Key::Down).key(Key::Enter).shows(&["花名册带入"]);
}

#[test]
fn a_paste_types_and_never_saves() {
    let mut app = at_form();
    met_at_home(&mut app).ctrl('k').type_text("2").paste("断粮\n\u{13}\u{1b}[31m第二行");
    app.shows(&["断粮 [31m第二行"]).press(Chord::plain(Key::Esc));
    assert_eq!(file(&app).visits.len(), 1);
}

#[test]
fn keys_that_arrive_together_with_the_leaving_are_kept_too() {
    let mut app = at_form();
    app.batch(&[Chord::letter('1'), Chord::ctrl(Key::Char('x'))]).shows(&["草稿已保留"]);
    assert!(file(&app).drafts[0].body.contains("home"));
    let mut app = at_form();
    app.batch(&[Chord::letter('1'), Chord::ctrl(Key::Char('q'))]);
    assert_eq!((app.flow, file(&app).drafts.len()), (huifang::tui::app::Flow::Quit, 1));
}

#[test]
fn a_list_read_before_a_save_does_not_put_the_old_state_back() {
    let mut app = at_form();
    let before = Box::new(app.ledger().due_list().unwrap());
    met_at_home(&mut app).ctrl('s').key(Key::Esc).shows(&["逾期 19"]);
    app.tell(Msg::News(News::ListLoaded(before, 0))).shows(&["逾期 19"]);
}

#[test]
fn a_visitor_with_a_latin_name_is_one_person() {
    let mut app = village();
    app.set_me("Zhang Min").type_text("/").type_text(NAME).key(Key::F(2));
    met_at_home(&mut app).ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app).visits.last().unwrap().visitors, ["Zhang Min"]);
}

#[test]
fn a_half_filled_month_is_not_last_time() {
    let mut app = at_form();
    met_at_home(&mut app);
    app.key(Key::Up).ctrl('u').type_text("2026-10\n3000").ctrl('s').shows(&["已保存"]).key(Key::F(2));
    app.shows_not("3,000.00");
}

#[test]
fn answers_that_nobody_met_would_drop_are_asked_about() {
    let mut app = at_form();
    met_at_home(&mut app).type_text("900").key(Key::Up).key(Key::Up).key(Key::Up).type_text("0");
    app.ctrl('s').shows(&["已填的 1 项不会保存"]).key(Key::Enter).shows(&["走访 解美英"]);
    assert_eq!(file(&app).drafts.len(), 1, "keeping is what Enter does");
    app.key(Key::Up).key(Key::Up).type_text("1").shows(&["900"]);
    app.key(Key::Up)
        .key(Key::Up)
        .key(Key::Up)
        .type_text("0")
        .ctrl('s')
        .key(Key::Down)
        .key(Key::Enter)
        .shows(&["已保存"]);
    assert!(file(&app).incomes.is_empty());
}

#[test]
fn a_visit_that_moves_nothing_says_so() {
    let mut app = at_form();
    app.type_text("110").ctrl('s').shows(&["应访日期不变（2026-10-31）"]).shows_not("已移到");
}

#[test]
fn a_field_is_cleared_by_a_key() {
    let mut app = at_form();
    app.key(Key::Up).ctrl('u').type_text("20261120\n").type_text("111").ctrl('s').shows(&["已保存"]);
    assert_eq!(file(&app).visits.last().unwrap().visited_on.to_string(), "2026-11-20");
}

#[test]
fn everything_that_is_missing_is_marked_at_once() {
    let mut app = at_form();
    app.key(Key::Up).ctrl('u').type_text("改天").ctrl('s');
    app.shows(&["×走访日期", "×走访方式", "×见到谁"]);
}

#[test]
fn the_income_of_a_back_dated_visit_is_that_of_its_month() {
    let mut app = crate::families::village();
    app.met_at_home("王小明");
    for _ in 0..6 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("2026-10-15").shows(&["收入月份 2026-10"]).at_field("收入月份").ctrl('u');
    app.type_text("2026-09\n").key(Key::Up).key(Key::Up).shows(&["2026-09"]);
    for _ in 0..4 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("2026-10-16").shows(&["收入月份 2026-09"]);
}
