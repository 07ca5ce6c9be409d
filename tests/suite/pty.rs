//! The real binary on a real pseudo-terminal: the whole story, and the terminal given back.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use serde_json::Value;

use crate::cli::huifang;
use crate::world::roster;

/// How long a text may take to appear before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends a signal by the shell, which is there where no `kill` is installed.
pub fn kill(pid: &str, signal: &str) {
    let sent = std::process::Command::new("sh").args(["-c", &format!("kill -{signal} {pid}")]).status().unwrap();
    assert!(sent.success());
}

/// A program on a terminal of its own.
pub struct Pty {
    pub child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// What stood on the program's own screen when it left it.
    left: Option<String>,
    /// All that it wrote.
    pub raw: Vec<u8>,
    /// How wide a line is drawn.
    pub columns_of_a_line: u16,
    master: Box<dyn MasterPty + Send>,
}

impl Pty {
    pub fn start(home: &Path, arguments: &[&str]) -> Self {
        Self::start_under(&[], home, arguments)
    }

    /// Starts the program under another one, which is named with its own arguments.
    pub fn start_under(wrapper: &[&str], home: &Path, arguments: &[&str]) -> Self {
        let size = PtySize { rows: 30, cols: 110, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut line: Vec<&str> = wrapper.to_vec();
        line.push(env!("CARGO_BIN_EXE_huifang"));
        let mut command = CommandBuilder::new(line[0]);
        command.args(&line[1..]);
        command.args(["--today", "2026-11-22", "--lang", "zh-CN"]);
        command.args(arguments);
        command.env("HUIFANG_HOME", home);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            writer,
            output,
            screen: vt100::Parser::new(30, 110, 0),
            left: None,
            raw: Vec::new(),
            columns_of_a_line: 1,
            master: pair.master,
        }
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// What the program drew last: once it has left its screen, the terminal itself echoes keys.
    pub fn last_drawn(&self) -> String {
        self.left.clone().unwrap_or_else(|| self.text())
    }

    fn take(&mut self, bytes: &[u8]) {
        const LEAVE: &[u8] = b"\x1b[?1049l";
        const ASK: &[u8] = b"\x1b[6n";
        self.raw.extend(bytes);
        let leaves = bytes.windows(LEAVE.len()).position(|window| window == LEAVE);
        let (drawn, rest) = bytes.split_at(leaves.unwrap_or(bytes.len()));
        self.screen.process(drawn);
        if bytes.windows(ASK.len()).any(|window| window == ASK) {
            // As a terminal does that draws lines so wide.
            let answer = format!("\x1b[1;{}R", 1 + 5 * self.columns_of_a_line);
            // A program that is gone asks nothing more.
            let _ = self.writer.write_all(answer.as_bytes()).and_then(|()| self.writer.flush());
        }
        if leaves.is_some() {
            self.left.get_or_insert(self.screen.screen().contents());
        }
        self.screen.process(rest);
    }

    /// Reads until the screen is as wanted; never sleeps.
    fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(self.screen.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(gone) => panic!("waited in vain for {what} ({gone}):\n{}", self.text()),
            }
        }
        self
    }

    /// Reads until one of these texts stands on the screen, or the program is gone; tells which.
    pub fn first_of(&mut self, texts: &[&str]) -> Option<usize> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let seen = self.text();
            if let Some(found) = texts.iter().position(|text| seen.contains(text)) {
                return Some(found);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {texts:?}:\n{seen}");
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => return None,
            }
        }
    }

    /// Reads until a text is gone from the screen.
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.until(&format!("{text} to go"), |screen| !screen.contents().contains(text))
    }

    /// What the screen shows from now on was drawn from now on.
    pub fn forget_screen(&mut self) {
        let (rows, columns) = self.screen.screen().size();
        self.screen = vt100::Parser::new(rows, columns, 0);
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        if columns < 1000 && rows < 1000 {
            self.screen = vt100::Parser::new(rows, columns, 0);
        }
    }

    /// The terminal hands on every key as it is, and echoes none.
    pub fn is_raw(&self) -> bool {
        const ECHO_AND_LINES: u32 = 0o12;
        self.master.get_termios().is_some_and(|it| it.local_flags.bits() & ECHO_AND_LINES == 0)
    }

    /// Reads all that the program wrote until it was gone.
    pub fn drain(&mut self) {
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
    }

    /// Sends keys to a program that may be gone.
    pub fn try_send(&mut self, keys: &str) -> bool {
        self.writer.write_all(keys.as_bytes()).and_then(|()| self.writer.flush()).is_ok()
    }

    /// Closes the terminal under the program. Whoever reads it is woken first, and lets it go.
    pub fn hang_up(self) {
        let Self { mut writer, output, .. } = self;
        drop(output);
        writer.write_all(b"\x0c").and_then(|()| writer.flush()).unwrap();
    }

    /// The terminal was given back.
    pub fn is_restored(&self) -> bool {
        let screen = self.screen.screen();
        is_given_back(screen)
    }

    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contents().contains(text))
    }

    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).and_then(|()| self.writer.flush()).unwrap();
    }

    /// The program has ended and given the terminal back.
    pub fn restored(&mut self) -> &mut Self {
        self.until("the terminal given back", is_given_back)
    }
}

fn is_given_back(screen: &vt100::Screen) -> bool {
    let mouse = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
    mouse && !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
}

#[test]
fn the_whole_story_of_a_visit() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("新建数据库").send("不设口令\r").shows("欢迎使用回访").send("i").shows("导入花名册");
    pty.send(&format!("\x1b[200~{}\x1b[201~", file.display()))
        .shows("roster-village.xlsx")
        .send("\r")
        .shows("还没有改动任何内容");
    pty.send("\x13").shows("已导入：新增 47 户");
    pty.send("/").send("guodg").shows("郭德贵").shows("找到 1 户");
    pty.send("\x0e").shows("走访 郭德贵").send("111").send("3200\r").shows("3200");
    pty.send("\x13").shows("已保存 郭德贵 的走访");
    pty.send("\x11").restored();
    assert!(pty.child.wait().unwrap().success());

    let shown = huifang(home.path(), &["show", "995134239433630002", "--json"]);
    let shown: Value = serde_json::from_slice(&shown.stdout).unwrap();
    let visit = shown["visits"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((visit["visited_on"].as_str(), visit["mode"].as_str()), (Some("2026-11-22"), Some("home")));
    assert_eq!(visit["visitors"], serde_json::json!(["张敏"]));
    assert_eq!(shown["incomes"][0]["wage_fen"], 320_000);
    assert_eq!(shown["household"]["due_on"], "2026-12-31");
}

#[test]
#[cfg(unix)]
fn a_signal_restores_the_terminal_and_leaves_the_draft() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    for signal in ["TERM", "HUP", "INT"] {
        let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
        pty.shows("逾期").send("\x0e").shows("走访方式").send("3").shows("草稿已存");
        let pid = pty.child.process_id().unwrap().to_string();
        kill(&pid, signal);
        pty.restored();
        assert!(!pty.child.wait().unwrap().success(), "{signal}");
    }
    let due: Value = serde_json::from_slice(&huifang(home.path(), &["due", "--json"]).stdout).unwrap();
    let code = due[0]["code"].as_str().unwrap();
    let shown: Value = serde_json::from_slice(&huifang(home.path(), &["show", code, "--json"]).stdout).unwrap();
    assert_eq!(shown["drafts"][0]["form"], "visit");
}

#[test]
fn the_mouse_stays_the_terminals_where_that_was_chosen() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("config")).unwrap();
    for (choice, mode) in [("false", vt100::MouseProtocolMode::None), ("true", vt100::MouseProtocolMode::PressRelease)]
    {
        std::fs::write(home.path().join("config/config.toml"), format!("mouse = {choice}\n")).unwrap();
        let mut pty = Pty::start(home.path(), &["demo"]);
        pty.shows("石桥村");
        assert_eq!(pty.screen.screen().mouse_protocol_mode(), mode);
        pty.send("\x11").restored();
    }
}

#[test]
fn the_wheel_and_a_click_choose_and_with_shift_the_mouse_is_the_terminals() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    let row = |line: usize| {
        move |screen: &vt100::Screen| screen.contents().lines().nth(line).is_some_and(|line| line.starts_with('▌'))
    };
    // Lines and columns of the terminal count from 1.
    pty.shows("逾期").send("\x1b[<0;10;8M\x1b[<0;10;8m").until("the click to choose", row(7));
    pty.send("\x1b[<65;10;8M").until("the wheel to go down", row(8));
    pty.send("\x1b[<4;10;6M\x1b[<64;10;8M").until("the wheel to go up, and a click with Shift to do nothing", row(7));
    pty.send("\x1b[<0;10;8M\x1b[<0;10;8m").shows("概况").send("\x11").restored();
    assert!(pty.child.wait().unwrap().success());
}

/// However it ends: what a killed one could not remove, the next one does.
#[test]
fn the_demo_opens_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let temporary = tempfile::tempdir().unwrap();
    let in_there = format!("TMPDIR={}", temporary.path().display());
    let left = || std::fs::read_dir(temporary.path()).unwrap().count();
    for end in ["key", "TERM", "KILL", "key"] {
        let mut pty = Pty::start_under(&["env", &in_there], home.path(), &["demo"]);
        pty.shows("石桥村");
        match end {
            "key" => {
                pty.send("\x11").restored();
                assert!(pty.child.wait().unwrap().success());
            }
            signal => {
                kill(&pty.child.process_id().unwrap().to_string(), signal);
                assert!(!pty.child.wait().unwrap().success());
            }
        }
        assert_eq!(left() > 0, end == "KILL", "{end}");
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}
