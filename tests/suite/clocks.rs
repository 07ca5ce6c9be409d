//! A clock that cannot be right is said, at the start and before a save; the day turns under an open form.
//!
//! Each was seen to fail: with no doubt of a clock that is behind or far ahead, with a visit never far ahead, with a form
//! that is not told of the new day.

use chrono::{DateTime, Utc};
use huifang::clock::Clock;
use huifang::ledger::{IfMissing, Ledger};
use huifang::tui::keys::Key;
use huifang::tui::news::{Msg, News};

use crate::driver::Driver;
use crate::entries::{correct, entry};
use crate::families::{last_visit, village};
use crate::world::{World, day};

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}T04:00:00Z").parse().unwrap()
}

/// The database of a village, opened when the clock shows a day.
fn opened(folder: tempfile::TempDir, on: &str) -> Driver {
    let path = folder.path().join("huifang.db");
    let ledger = Ledger::open(&path, IfMissing::Refuse, Clock::at(at(on)), "d").unwrap();
    let mut app = Driver::chinese(World { folder, ledger });
    app.set_me("张敏").check_clock();
    app
}

/// Opened on that day, with a visit recorded then.
fn used_on(on: &str) -> tempfile::TempDir {
    let app = village();
    let folder = app.into_folder();
    let mut app = opened(folder, on);
    app.go_to("王小明").key(Key::F(2)).type_text("110").ctrl('s').shows(&["已保存"]);
    app.into_folder()
}

#[test]
fn a_clock_before_the_newest_record_is_said_at_the_start_and_asked_about_once_before_a_save() {
    let mut app = opened(used_on("2036-11-22"), "2027-01-05");
    app.shows(&["时钟早于已有的记录", "2036-11-22"]);
    // Not answered, it is doubted again.
    let mut app = opened(app.into_folder(), "2027-01-05");
    app.shows(&["时钟早于已有的记录", "2036-11-22"]);
    app.go_to("陈大有").key(Key::F(2)).type_text("110").ctrl('s').shows(&["时钟确实没错吗"]);
    app.key(Key::Enter).shows(&["走访方式"]).ctrl('s').shows(&["时钟确实没错吗"]);
    app.key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    app.go_to("陈大有").key(Key::F(2)).type_text("310").ctrl('s').shows_not("时钟");
}

#[test]
fn a_command_says_on_stderr_that_the_clock_stands_before_the_newest_record() {
    let folder = used_on("2036-11-22");
    let database = folder.path().join("huifang.db");
    let run = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_huifang"));
        command.args(["--lang", "zh-CN", "--db", database.to_str().unwrap()]).args(more).arg("due");
        let output = command.env("HUIFANG_HOME", folder.path()).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run(&[]).contains("电脑时钟早于已有的记录（2036-11-22"));
    assert_eq!(run(&["--today", "2026-11-22"]), "", "where the day is told there is nothing to doubt");
}

#[test]
fn a_clock_far_after_the_last_start_is_asked_about_and_an_ordinary_one_is_not() {
    opened(used_on("2030-01-10"), "2030-06-30").shows_not("上次使用");
    let mut app = opened(used_on("2030-01-10"), "2031-01-10");
    app.shows(&["上次使用是 2030-01-10"]);
    let mut app = opened(app.into_folder(), "2031-01-10");
    app.shows(&["上次使用是 2030-01-10"]);
    app.go_to("陈大有").key(Key::F(2)).type_text("110").ctrl('s').shows(&["时钟对吗"]);
    app.key(Key::Down).key(Key::Enter).shows(&["库里最近一次走访是 2030-01-10"]);
    app.key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    let folder = app.into_folder();
    opened(folder, "2031-01-11").shows_not("上次使用").shows_not("时钟");
}

#[test]
fn a_visit_half_a_year_after_every_other_is_asked_about() {
    let mut app = opened(used_on("2036-12-01"), "2037-05-20");
    app.go_to("陈大有").key(Key::F(2)).type_text("110").ctrl('s').shows(&["已保存"]);
    let mut app = opened(used_on("2036-12-01"), "2036-12-02");
    let mut ledger = app.ledger().reopen().unwrap();
    let visit = crate::families::file(&app, "A1").visits[0].id;
    correct(&mut ledger, "A1", visit, entry("2036-03-01")).unwrap();
    app.go_to("陈大有").key(Key::F(2)).type_text("110").ctrl('s').shows(&["库里最近一次走访是 2036-03-01"]);
    app.key(Key::Enter).shows(&["走访方式"]).ctrl('s').key(Key::Down).key(Key::Enter).shows(&["已保存"]);
}

#[test]
fn a_form_open_over_midnight_does_not_call_yesterday_today() {
    let mut app = village();
    app.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["2026-11-22 周日 今天"]).type_text("110");
    app.tell(Msg::News(News::TurnedTo(day("2026-11-23")))).shows(&["2026-11-22 周日"]).shows_not("周日 今天");
    app.ctrl('s').shows(&["已保存"]);
    assert_eq!(last_visit(&app, "A1").visited_on, day("2026-11-22"));
    app.go_to("陈大有").key(Key::F(2)).type_text("110");
    for _ in 0..5 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("昨天").shows(&["2026-11-22"]);
    app.tell(Msg::News(News::TurnedTo(day("2026-11-24")))).shows(&["2026-11-22 周日"]);
}
