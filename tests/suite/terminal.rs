//! Life on a real terminal: every key, every signal, bursts, sizes, and a terminal that goes; and what is
//! left of a program that fails.

use std::time::{Duration, Instant};

use huifang::tui::command::Command;
use huifang::tui::keys::{BINDINGS, Chord, Context, Key};
use serde_json::Value;

use crate::cli::huifang;
use crate::pty::{Pty, kill};
use crate::world::{raw, roster, skipped};

fn imported() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let file = roster("members-gb18030.csv");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    home
}

/// What a terminal sends for a key; none for one that most cannot send.
fn bytes(chord: Chord) -> Option<String> {
    let plain = match chord.key {
        Key::Char(c) if chord.ctrl && c.is_ascii_lowercase() => char::from(c as u8 & 0x1f).to_string(),
        Key::Char(_) if chord.ctrl => return None,
        Key::Char(c) => c.to_string(),
        Key::F(number @ 1..=4) => format!("\x1bO{}", ["P", "Q", "R", "S"][usize::from(number) - 1]),
        Key::F(number) => format!("\x1b[{}~", [15, 17, 18, 19, 20, 21][usize::from(number) - 5]),
        Key::Enter => "\r".into(),
        Key::Esc => "\x1b".into(),
        Key::Tab => "\t".into(),
        Key::BackTab => "\x1b[Z".into(),
        Key::Backspace => "\x7f".into(),
        Key::Delete => "\x1b[3~".into(),
        Key::Insert => "\x1b[2~".into(),
        Key::PageDown if chord.ctrl => "\x1b[6;5~".into(),
        Key::PageUp => "\x1b[5~".into(),
        Key::PageDown => "\x1b[6~".into(),
        Key::Up => "\x1b[A".into(),
        Key::Down => "\x1b[B".into(),
        Key::Right => "\x1b[C".into(),
        Key::Left => "\x1b[D".into(),
        Key::Home => "\x1b[H".into(),
        Key::End => "\x1b[F".into(),
        Key::ShiftUp => "\x1b[1;2A".into(),
        Key::ShiftDown => "\x1b[1;2B".into(),
        Key::ShiftRight => "\x1b[1;2C".into(),
        Key::ShiftLeft => "\x1b[1;2D".into(),
    };
    Some(plain)
}

/// The keys that lead from the list to each place where keys are pressed.
fn way_to(context: Context) -> &'static str {
    match context {
        // The gate stands before all of them.
        Context::Everywhere | Context::Households | Context::Welcome | Context::Gate => "",
        Context::Typing => "/",
        Context::Household => "\r",
        Context::Visits => "\r\t",
        Context::Income => "\r\t\t",
        Context::Measures => "\r\t\t\t",
        Context::Risk => "\r\t\t\t\t",
        Context::Overview => "o",
        Context::Problems => "x",
        Context::Rounds => "or",
        Context::Groups => "oz",
        // Without one, what would be done about it is done about nothing.
        Context::Procedures | Context::Procedure => "ot",
        Context::NarrowingProcedures => "ot/",
        Context::Audit => "od",
        Context::NarrowingFindings => "od/",
        Context::Narrowing => "x/",
        Context::Places => "v",
        Context::History => "\rh",
        Context::Settings => "p",
        Context::Form => "\x0e",
        // What works is over before a key comes.
        Context::Import | Context::Working | Context::ImportPlan | Context::Columns => "i",
        Context::Imports => "i\x0f",
        Context::OpenedImport => "i\x0f\r",
        Context::Reading => "w",
        Context::Choosing => "f",
        Context::Calendar => "\x0e\x1b[A\x1b[A\x1b[A\x1b[A\x04",
    }
}

#[test]
fn every_key_of_every_screen_leaves_the_program_alive() {
    const HOME_SAID: &str = "按 Ctrl-Q";
    let everywhere: Vec<Chord> =
        BINDINGS.iter().filter(|it| it.context == Context::Everywhere).flat_map(|it| it.chords).copied().collect();
    let (mut pressed, mut ends) = (0, Vec::new());
    for binding in BINDINGS.iter().filter(|binding| matches!(binding.command, Command::Quit | Command::Suspend)) {
        ends.extend(binding.chords.iter().filter(|chord| chord.ctrl || matches!(chord.key, Key::F(_))));
    }
    let of_blank_sheets = BINDINGS.iter().filter(|binding| binding.command == Command::BlankSheets);
    let writes_sheets: Vec<String> =
        of_blank_sheets.flat_map(|binding| binding.chords).filter_map(|chord| bytes(*chord)).collect();
    for context in Context::ALL.iter().filter(|context| **context != Context::Gate) {
        let home = if *context == Context::Welcome { tempfile::tempdir().unwrap() } else { imported() };
        let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
        if *context == Context::Welcome {
            pty.shows("新建数据库").send("不设口令\r");
        }
        pty.shows("F1 帮助");
        let own = BINDINGS.iter().filter(|binding| binding.context == *context && binding.command != Command::Quit);
        let chords: Vec<Chord> = own.flat_map(|binding| binding.chords).copied().chain(everywhere.clone()).collect();
        for keys in chords.iter().filter(|chord| !ends.contains(chord)).filter_map(|chord| bytes(*chord)) {
            pty.send("\x0c").send(way_to(*context)).hides(HOME_SAID);
            if matches!(context, Context::ImportPlan | Context::Columns) {
                pty.shows("花名册文件").send(roster("members-gb18030.csv").to_str().unwrap()).shows("gb18030.csv");
                pty.send("\r").shows("还没有改动任何内容");
            }
            if *context == Context::Columns {
                pty.send("\x05").shows("第一格");
            }
            pty.send(&keys);
            if *context == Context::ImportPlan && matches!(keys.as_str(), "\r" | "\x13") {
                // It would be stopped else.
                pty.shows("已导入");
            }
            if *context == Context::Households && writes_sheets.contains(&keys) {
                // What it says when it is done would come over what the next key says.
                pty.shows("已写好");
            }
            pty.send(&"\x18".repeat(8)).shows(HOME_SAID);
            pressed += 1;
        }
        pty.send("\x11").restored();
        assert!(pty.child.wait().unwrap().success(), "{context:?}");
    }
    assert!(pressed > 250, "{pressed}");
}

#[test]
fn redrawing_by_key_by_palette_and_after_who_am_i_goes_on_and_loses_no_letter() {
    let home = imported();
    let mut pty = Pty::start(home.path(), &[]);
    pty.shows("F1 帮助").send("\x0c\x0c\x0c").send("u").shows("第一次保存前").send("\x1b[B\r").hides("第一次保存前");
    pty.send(":").shows("命令（可输入").send("chonghua\r").shows("F1 帮助");
    pty.send("\x0e").shows("走访方式").send("110\x1b[B\x1b[B\x1b[B\x1b[B\x1b[B");
    pty.send("\x0c321\x0c5").shows("3215");
    pty.send("\x11").restored();
    assert!(pty.child.wait().unwrap().success());
}

/// The drafts of the household that is due first.
fn drafts(home: &std::path::Path) -> Value {
    let due: Value = serde_json::from_slice(&huifang(home, &["due", "--json"]).stdout).unwrap();
    let code = due[0]["code"].as_str().unwrap();
    let shown: Value = serde_json::from_slice(&huifang(home, &["show", code, "--json"]).stdout).unwrap();
    shown["drafts"].clone()
}

#[test]
fn every_signal_that_ends_a_program_gives_the_terminal_back_and_leaves_the_draft() {
    for signal in ["QUIT", "USR1", "USR2", "ABRT", "ALRM"] {
        let home = imported();
        let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
        pty.shows("逾期").send("\x0e").shows("走访方式").send("3").shows("草稿已存");
        kill(&pty.child.process_id().unwrap().to_string(), signal);
        pty.restored();
        assert!(!pty.child.wait().unwrap().success(), "{signal}");
        assert_eq!(drafts(home.path())[0]["form"], "visit", "{signal}");
    }
}

fn is_stopped(pid: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('T'))
}

fn within_ten_seconds(what: &str, wanted: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while !wanted() {
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        std::thread::yield_now();
    }
}

#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_going_on_takes_it_back() {
    let home = imported();
    let mut pty = Pty::start_under(&["bash", "-mc", SHELL, "shell"], home.path(), &["--as", "张敏"]);
    let shell = pty.child.process_id().unwrap();
    for stop in ["key", "TSTP", "STOP"] {
        pty.shows("F1 帮助");
        let pid = child_of(shell);
        if stop == "key" {
            pty.send("\x1a");
        } else {
            kill(&pid, stop);
        }
        within_ten_seconds("the program stops", || is_stopped(&pid));
        if stop != "STOP" {
            pty.restored();
        }
        pty.forget_screen();
        // A key that the program has not read when it is stopped is the shell's.
        pty.send("\n").shows("F1 帮助").send("w").shows("为何到期 ·").send("\x18").hides("为何到期 ·");
        within_ten_seconds("keys are not echoed into the screen", || pty.is_raw());
    }
    // Not Ctrl-Q: while the program takes the terminal back, the line may still be the shell's, which
    // keeps that key for itself.
    pty.send("\x1b[21~").restored();
    assert!(pty.child.wait().unwrap().success());
}

/// Lets what was stopped go on at the next Enter.
const SHELL: &str = r#""$@"; while [ -n "$(jobs -s)" ]; do read -r _; fg > /dev/null 2>&1; done"#;

fn child_of(shell: u32) -> String {
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
    children.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn where_no_shell_could_let_it_go_on_it_does_not_stop() {
    let home = imported();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    let pid = pty.child.process_id().unwrap().to_string();
    pty.shows("F1 帮助").send("\x1a").shows("没有可以返回的命令行");
    kill(&pid, "TSTP");
    pty.send("w").shows("为何到期 ·").send("\x11").restored();
    assert!(pty.child.wait().unwrap().success());
}

/// In a container the session may be led from outside, by a process that has no number inside.
#[test]
fn a_session_led_from_outside_a_container_ends_nothing() {
    let contained = ["unshare", "--map-root-user", "--pid", "--fork", "sh", "-c", r#""$@"; exit $?"#, "sh"];
    let tried = std::process::Command::new(contained[0]).args(&contained[1..]).arg("true").status();
    if !tried.is_ok_and(|status| status.success()) {
        skipped("this machine makes no process namespace");
        return;
    }
    let home = imported();
    let mut pty = Pty::start_under(&contained, home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x1a").shows("没有可以返回的命令行").send("w").shows("为何到期 ·");
    pty.send("\x11").restored();
    assert!(pty.child.wait().unwrap().success());
}

#[test]
fn more_than_the_reader_takes_at_once_arrives_whole_without_another_key() {
    let home = imported();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("/").send(&"阿".repeat(39)).shows("找到 0 户").send("\x18\x18");
    // 1,500 steps down and as many up, less one: the second row is selected.
    pty.send("\x0e").shows("走访方式").send("110").shows("入户走访");
    let note = "慢病证办理，".repeat(120);
    pty.send(&"\x0b".repeat(12)).shows("备注").send(&format!("{note}完")).shows("完");
    pty.send("\x11").restored();
    let due: Value = serde_json::from_slice(&huifang(home.path(), &["due", "--json"]).stdout).unwrap();
    let conn = raw(home.path().join("data/huifang.db")).unwrap();
    let body: String = conn.query_row("SELECT body FROM drafts", [], |row| row.get(0)).unwrap();
    assert!(body.contains(&format!("{note}完")), "{due} {body}");
}

#[test]
fn any_size_of_the_window_is_drawn_or_asks_for_another() {
    let home = imported();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    // From the first key on, the program also hears of the window.
    pty.shows("F1 帮助").send("\x18").shows("按 Ctrl-Q");
    for (columns, rows) in [(1, 1), (65535, 65535), (1, 65535), (65535, 1), (110, 30)] {
        pty.resize(columns, rows);
    }
    for way in ["", "\r", "o", "\x0e", "?"] {
        pty.shows("F1 帮助").send(way);
        // From 1×1 to 500×200, while the screen is drawn. Seen to fail: with one width that panics.
        for step in 0..60_u16 {
            pty.resize(1 + step * 61 % 500, 1 + step * 37 % 200);
        }
        pty.resize(110, 30);
        pty.send("\x0c\x18\x18\x18").shows("按 Ctrl-Q");
    }
    pty.shows("F1 帮助").send("w").shows("为何到期 ·").send("\x18\x11").restored();
    assert!(pty.child.wait().unwrap().success());
}

#[test]
fn a_window_that_comes_back_to_its_size_is_drawn_whole() {
    let home = imported();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x18").shows("按 Ctrl-Q").forget_screen();
    // It went to another size and back before the program looked.
    kill(&pty.child.process_id().unwrap().to_string(), "WINCH");
    pty.shows("F1 帮助").shows("本月已访").send("\x11").restored();
    assert!(pty.child.wait().unwrap().success());
}

#[test]
fn a_terminal_that_goes_without_a_word_ends_the_program() {
    if std::process::Command::new("setsid").arg("--version").output().is_err() {
        return skipped("no setsid here to part a program from its terminal");
    }
    let home = imported();
    let mut pty = Pty::start_under(&["setsid", "--wait"], home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x0e").shows("走访方式").send("3").shows("草稿已存");
    let lock = |path: &std::path::Path| {
        std::fs::read_dir(path).unwrap().find_map(|entry| {
            let path = entry.unwrap().path();
            path.to_string_lossy().contains(".window-").then_some(path)
        })
    };
    let mark = lock(&home.path().join("data")).unwrap();
    let is_held = || std::fs::OpenOptions::new().write(true).open(&mark).is_ok_and(|it| it.try_lock().is_err());
    assert!(is_held());
    pty.hang_up();
    within_ten_seconds("the program ends", || !is_held());
    assert_eq!(drafts(home.path())[0]["form"], "visit");
}

#[test]
fn a_terminal_that_cannot_place_text_is_told_so() {
    let home = imported();
    let mut pty = Pty::start_under(&["env", "TERM=dumb"], home.path(), &[]);
    pty.drain();
    assert!(pty.text().contains("TERM=dumb") && pty.text().contains("换一个终端"), "{}", pty.text());
    assert_eq!(pty.child.wait().unwrap().exit_code(), 2);
}

#[test]
fn a_panic_on_any_screen_gives_the_terminal_back_and_says_where_it_was() {
    let on_a_start_of_its_own = [Context::Gate, Context::Welcome];
    for context in Context::ALL.iter().filter(|context| !on_a_start_of_its_own.contains(context)) {
        let home = imported();
        let mut pty = Pty::start_under(&["env", "HUIFANG_REHEARSE_PANIC=redraw"], home.path(), &["--as", "张敏"]);
        pty.shows("F1 帮助").send(way_to(*context)).send("\x0c").restored();
        pty.drain();
        assert!(pty.text().contains("程序自身出错"), "{context:?}: {}", pty.text());
        assert_eq!(pty.child.wait().unwrap().exit_code(), 101, "{context:?}");
        assert_eq!(huifang(home.path(), &["check"]).status.code(), Some(0), "{context:?}");
    }
}

#[test]
fn a_panic_anywhere_ends_in_a_kept_draft_a_terminal_and_one_sentence() {
    for point in ["frame", "job"] {
        let home = imported();
        let wrapper = format!("HUIFANG_REHEARSE_PANIC={point}");
        let mut pty = Pty::start_under(&["env", &wrapper], home.path(), &["--as", "张敏"]);
        if point == "frame" {
            pty.shows("F1 帮助").send("\x0e").shows("走访方式").send("3");
        }
        pty.restored();
        pty.drain();
        let text = pty.text();
        assert!(text.contains("程序自身出错") && text.contains("src/tui/panics.rs"), "{point}: {text}");
        assert!(!text.contains("rehearsed") && !text.contains("RUST_BACKTRACE"), "{point}: {text}");
        assert_eq!(pty.child.wait().unwrap().exit_code(), 101, "{point}");
        if point == "frame" {
            assert_eq!(drafts(home.path())[0]["form"], "visit");
        }
    }
}
