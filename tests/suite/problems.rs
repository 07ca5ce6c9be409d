//! The ledger of problems: narrowed, marked, several closed at once, told back, opened again, exported.

use huifang::domain::problem::{Problem, ProblemState};
use huifang::domain::visit_entry::VisitFault;
use huifang::ledger::{Ledger, ProblemChange, StoreError};
use huifang::tui::keys::{Chord, Key};
use serde_json::Value;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::entries::{because, correct, entry, is_refused_for, record, void};
use crate::families;
use crate::world::{World, day};

/// Three households, each with a problem of a visit; one of them with two.
fn world() -> World {
    let mut world = families::world();
    world.set_me("张敏");
    for (code, whats) in [("A1", &["慢病证办理", "房屋漏雨"][..]), ("A2", &["水管改造"]), ("A3", &["控辍保学"])]
    {
        let found = whats.iter().fold(entry("2026-11-20"), |entry, what| entry.problem(what));
        record(&mut world.ledger, code, found);
    }
    world
}

fn problems(ledger: &Ledger) -> Vec<Problem> {
    ledger.problems().unwrap().into_iter().map(|listed| listed.problem).collect()
}

fn of(ledger: &Ledger, what: &str) -> Problem {
    problems(ledger).into_iter().find(|problem| problem.what == what).unwrap()
}

fn opened(world: World) -> Driver {
    let mut ledger = Driver::chinese(world);
    ledger.type_text("x").shows(&["问题台账 · 4 个 · 3 户", "未解决 4", "已销号 0"]);
    ledger
}

#[test]
fn several_are_closed_at_once_with_what_was_done_and_opened_again_at_once() {
    let mut ledger = opened(world());
    ledger.type_text("a").shows(&["已选 4 个"]).type_text("  ").shows(&["已选 2 个"]);
    ledger.type_text("c").shows(&["销号", "把这 2 个问题销号（今天 2026-11-22）"]);
    ledger.paste("已由村委会办结").key(Key::Enter);
    ledger.shows(&["已销号 2 个问题", "未解决 2", "已销号 2", "2 个 · 1 户"]);
    let closed: Vec<Problem> =
        problems(ledger.ledger()).into_iter().filter(|it| it.state == ProblemState::Closed).collect();
    assert_eq!(closed.len(), 2);
    for problem in &closed {
        let closing = problem.closing.as_ref().unwrap();
        assert_eq!((closing.on, closing.visit_id, closing.done.as_str()), (day("2026-11-22"), None, "已由村委会办结"));
    }
    ledger.key(Key::Tab).shows(&["已由村委会办结"]).type_text("a").key(Key::Delete).shows(&["撤销销号"]);
    ledger.paste("办理结果不属实").key(Key::Enter).shows(&["已撤销 2 个问题的销号", "未解决 4", "还没有销号的问题"]);
    assert!(problems(ledger.ledger()).iter().all(|it| it.is_open() && it.closing.is_none()));
}

#[test]
fn nothing_is_closed_without_what_was_done() {
    let mut ledger = opened(world());
    ledger.type_text("c").key(Key::Enter).shows(&["请先填写"]).key(Key::Esc).shows(&["未解决 4"]);
    assert!(problems(ledger.ledger()).iter().all(Problem::is_open));
}

#[test]
fn where_one_was_changed_meanwhile_none_is_closed() {
    let mut world = world();
    let seen = problems(&world.ledger);
    let closed = ProblemChange::Close { done: because("已解决") };
    world.ledger.change_problems(&seen[..1], &closed).unwrap();
    assert!(matches!(world.ledger.change_problems(&seen, &closed), Err(StoreError::ChangedMeanwhile)));
    assert_eq!(problems(&world.ledger).iter().filter(|problem| problem.is_open()).count(), 3);
}

#[test]
fn the_day_of_telling_back_is_put_down_and_taken_away_by_one_key() {
    let mut ledger = opened(world());
    ledger.type_text("t").shows(&["已记下今天反馈了 1 个问题"]);
    let told = |ledger: &Driver| problems(ledger.ledger()).iter().filter_map(|it| it.told_back_on).collect::<Vec<_>>();
    assert_eq!(told(&ledger), [day("2026-11-22")]);
    ledger.press(Chord::ctrl(Key::Char('d'))).shows(&["已取消 1 个问题的反馈日期"]);
    assert_eq!(told(&ledger), []);
}

#[test]
fn an_earlier_day_of_telling_back_stays_whatever_is_marked() {
    let mut world = world();
    let told = of(&world.ledger, "水管改造");
    world.turn_to("2026-11-21");
    world.set_me("张敏");
    world.ledger.change_problems(&[told], &ProblemChange::ToldBack).unwrap();
    world.turn_to("2026-11-22");
    world.set_me("张敏");
    let mut ledger = opened(world);
    ledger.type_text("at").shows(&["已记下今天反馈了 3 个问题", "已选 4 个"]);
    ledger.type_text("t").shows(&["已取消 3 个问题的反馈日期"]);
    assert_eq!(of(ledger.ledger(), "水管改造").told_back_on, Some(day("2026-11-21")));
}

#[test]
fn what_is_marked_stays_marked_and_counted_when_the_list_is_narrowed() {
    let mut ledger = opened(world());
    ledger.type_text("  ").shows(&["已选 2 个"]).ctrl('f').paste("水管").shows(&["已选 2 个", "筛选 水管"]);
    ledger.key(Key::Esc).shows(&["已选 2 个", "未解决 4"]).type_text("c").shows(&["把这 2 个问题销号"]);
}

#[test]
fn the_list_is_narrowed_by_household_village_check_and_pinyin() {
    for (typed, households) in
        [("慢病", 1), ("mbz", 1), ("房屋漏雨", 1), ("石桥村", 2), ("医疗 上河", 1), ("没有这样的", 0)]
    {
        let mut ledger = opened(world());
        ledger.ctrl('f').paste(typed).shows(&[&format!("筛选 {typed}"), &format!("个 · {households} 户")]);
        assert_eq!(ledger.screen().contains("没有找到"), households == 0, "{typed}");
        ledger.key(Key::Esc).shows(&["未解决 4"]);
    }
}

#[test]
fn enter_opens_the_household_and_esc_comes_back_to_the_problem() {
    let mut ledger = opened(world());
    ledger.key(Key::Down);
    let line = ledger.selected_line();
    ledger.key(Key::Enter).shows(&["概况", "收入"]).key(Key::Esc);
    assert_eq!(ledger.selected_line(), line);
}

#[test]
fn a_visit_whose_problem_was_closed_in_the_ledger_is_not_voided_and_keeps_the_closing_when_corrected() {
    let mut world = world();
    let found_by = of(&world.ledger, "水管改造").visit_id;
    let change = |ledger: &mut Ledger, change: ProblemChange| {
        let seen = of(ledger, "水管改造");
        ledger.change_problems(&[seen], &change).unwrap();
    };
    change(&mut world.ledger, ProblemChange::ToldBack);
    change(&mut world.ledger, ProblemChange::Close { done: because("换了水管") });
    assert!(is_refused_for(&void(&mut world.ledger, "A2", found_by), VisitFault::ProblemTouched));
    let mut stated = entry("2026-11-20").problem("水管改造");
    stated.0.problems[0].id = Some(of(&world.ledger, "水管改造").id);
    correct(&mut world.ledger, "A2", found_by, stated).unwrap();
    let after = of(&world.ledger, "水管改造");
    assert_eq!((after.told_back_on, after.state), (Some(day("2026-11-22")), ProblemState::Closed));
    world.ledger.rebuild().unwrap();
    assert_eq!(of(&world.ledger, "水管改造"), after, "the revisions say the same");
}

#[test]
fn the_export_has_every_problem_of_the_households_that_are_asked_for() {
    let world = world();
    let database = world.database();
    let run = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["--db", database.to_str().unwrap()].iter().chain(arguments).copied().collect();
        huifang(world.folder.path(), &arguments)
    };
    for (village, wanted) in [(None, 4), (Some("石桥村"), 3)] {
        let file = world.folder.path().join(format!("{wanted}.csv"));
        let mut arguments = vec!["export", "problems", file.to_str().unwrap()];
        arguments.extend(village.iter().flat_map(|village| ["--village", village]));
        assert_eq!(run(&arguments).status.code(), Some(0));
        let text = std::fs::read_to_string(&file).unwrap();
        let shown: Value = serde_json::from_slice(&run(&["show", "A1", "--json"]).stdout).unwrap();
        assert_eq!(text.lines().count(), wanted + 1, "{text}");
        for problem in shown["problems"].as_array().unwrap() {
            assert!(text.contains(problem["what"].as_str().unwrap()), "{problem}");
        }
    }
}
