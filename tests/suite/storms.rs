//! Bytes of any kind through a real terminal, names that hold orders to it, and eight programs at one database.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::cli::huifang;
use crate::families::world;
use crate::pty::Pty;
use crate::world::{number, roster};

struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// Every escape sequence in what was written; a broken one as it stands.
fn escapes(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == 0x1b) {
        let start = at + next;
        let rest = &bytes[start + 1..];
        let length = match rest.first() {
            Some(b'[') => rest.iter().skip(1).position(|byte| (0x40..=0x7e).contains(byte)).map(|end| end + 2),
            Some(_) => Some(1),
            None => None,
        };
        let Some(length) = length else { break };
        found.push(String::from_utf8_lossy(&rest[..length]).into_owned());
        at = start + 1 + length;
    }
    found
}

/// What our own drawing needs: places, colours, clearing, and the modes that are set and given back.
fn is_our_own(escape: &str) -> bool {
    let Some(sequence) = escape.strip_prefix('[') else { return false };
    let modes = ["?1049", "?2004", "?1000", "?1006", "?25"];
    match sequence.split_at(sequence.len() - 1) {
        (numbers, "H" | "m" | "J" | "K" | "A" | "B" | "C" | "D") => {
            numbers.chars().all(|c| c.is_ascii_digit() || c == ';' || c == ':')
        }
        (mode, "h" | "l") => modes.contains(&mode),
        _ => false,
    }
}

#[test]
fn hostile_text_through_every_inlet_reaches_no_terminal_as_an_order() {
    let home = tempfile::tempdir().unwrap();
    let evil = "王\u{1b}]0;evil\u{7}\u{202e}小\u{200b}明\u{1b}[2J\u{9b}31m";
    let import = |name: &str| {
        let csv = format!("户编号,行政村,户主姓名,家庭人口数,户类型,帮扶联系人\nA1,石桥村,{name},2,脱贫户,张敏\n");
        let file = home.path().join("r.csv");
        fs::write(&file, csv).unwrap();
        huifang(home.path(), &["import", file.to_str().unwrap()])
    };
    // A file with orders in it is no table of text.
    let refused = import(evil);
    assert_eq!((refused.status.code(), refused.stderr.contains(&0x1b)), (Some(2), false));
    assert_eq!(import("王\u{202e}小\u{200b}明").status.code(), Some(0));
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\r").send("\t\t\t\t").send("\x18").send("/").send(evil);
    // Ten megabytes at once, and as a paste.
    let large = format!("{evil}{}", "长文".repeat(100_000));
    pty.send("\x1b[200~").send(&large.repeat(16)).send("\x1b[201~");
    pty.send("\x18\x18").send("\x0e").shows("走访方式").send("110").send("\x1b[200~").send(&large).send("\x1b[201~");
    pty.send("\x0c").shows("草稿已存").send("\x11");
    pty.drain();
    pty.child.wait().unwrap();
    // The one question that the program asks of the terminal, before anything else.
    let asks = pty.raw.windows(4).position(|window| window == b"\x1b[6n").unwrap();
    let raw = [&pty.raw[..asks], &pty.raw[asks + 4..]].concat();
    let strange: Vec<String> = escapes(&raw).into_iter().filter(|escape| !is_our_own(escape)).collect();
    assert_eq!(strange, Vec::<String>::new());
    assert!(!String::from_utf8_lossy(&pty.raw).contains(['\u{202e}', '\u{200b}', '\u{9b}', '\u{7}']));
    // Seen to fail: an order of somebody else's is told from our own.
    assert!(!is_our_own(&escapes(b"\x1b]0;evil\x07")[0]) && !is_our_own(&escapes(b"\x1b[5n")[0]));
}

#[test]
fn any_bytes_leave_the_program_alive_and_the_terminal_given_back() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    let count = number("HUIFANG_RANDOM_BYTES", 4000);
    let mut dice = Dice(0x51_7cc1);
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助");
    for _ in 0..count / 100 {
        // What ends the program or hands the terminal back is left out.
        let bytes: Vec<u8> = (0..100)
            .map(|_| u8::try_from(dice.below(256)).unwrap())
            .filter(|byte| ![0x03, 0x11, 0x1a, 0x1c].contains(byte))
            .collect();
        pty.send_bytes(&bytes);
    }
    pty.send("\x1b[201~\x0c").send(&"\x18".repeat(12));
    for _ in 0..20 {
        pty.send("\x11\x1b[B\r");
        if pty.child.try_wait().unwrap().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    pty.drain();
    assert!(pty.is_restored());
    assert!(pty.child.wait().unwrap().success());
    assert_eq!(huifang(home.path(), &["check"]).status.code(), Some(0));
}

/// Seen to fail: with every third commit forgotten.
#[test]
fn eight_programs_write_to_one_database_and_nothing_acknowledged_is_lost() {
    let home = tempfile::tempdir().unwrap();
    let first = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", first.to_str().unwrap()]).status.success());
    let rosters: Vec<std::path::PathBuf> = (0..8)
        .map(|program| {
            let rows: String =
                (0..5).map(|row| format!("P{program}R{row},上河村,户{program}{row},2,脱贫户,张敏\n")).collect();
            let file = home.path().join(format!("{program}.csv"));
            fs::write(&file, format!("户编号,行政村,户主姓名,家庭人口数,户类型,帮扶联系人\n{rows}")).unwrap();
            file
        })
        .collect();
    let start = |file: &std::path::PathBuf| {
        Command::new(env!("CARGO_BIN_EXE_huifang"))
            .args(["--today", "2026-11-22", "--lang", "en", "import", "--yes"])
            .arg(file)
            .env("HUIFANG_HOME", home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let programs: Vec<_> = rosters.iter().map(start).collect();
    let ended: Vec<_> = programs.into_iter().map(|program| program.wait_with_output().unwrap()).collect();
    let due = huifang(home.path(), &["due", "--json"]);
    let due: Value = serde_json::from_slice(&due.stdout).unwrap();
    let codes: Vec<&str> = due.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    for (program, output) in ended.iter().enumerate() {
        let here = codes.iter().filter(|code| code.starts_with(&format!("P{program}R"))).count();
        let said = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => assert_eq!(here, 5, "program {program}"),
            // One that had to wait too long said so, and changed nothing.
            Some(2) => assert!(here == 0 && said.contains("Nothing was saved"), "program {program}: {said}"),
            other => panic!("program {program}: {other:?} {said}"),
        }
    }
    assert!(ended.iter().any(|output| output.status.success()));
    assert_eq!(huifang(home.path(), &["check"]).status.code(), Some(0));
}

/// In a file that is not encrypted, where it could be read. Seen to fail: with `secure_delete` off it was found.
#[test]
fn a_discarded_draft_leaves_nothing_readable_in_the_file() {
    let world = world();
    let path = world.database();
    let key = huifang::ledger::DraftKey { form: "visit".into(), household_id: None, visit_id: None };
    let secret = "此人患有某病且欠债";
    let folder = {
        world.ledger.fold_log();
        let crate::world::World { folder, ledger } = world;
        drop(ledger);
        folder
    };
    crate::vault::decrypt(&path);
    let clock = huifang::clock::Clock::fixed(Some(crate::world::day("2026-11-22")));
    let mut ledger =
        huifang::ledger::Ledger::open(&path, huifang::ledger::IfMissing::Refuse, clock, "test-device").unwrap();
    let readable = || {
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend(fs::read(huifang::files::sidecar(&path, "-wal")).unwrap_or_default());
        bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
    };
    ledger.save_draft(&key, &format!("\"{secret}\"")).unwrap();
    assert!(readable(), "a draft is durable, so it must be there");
    ledger.discard_draft(&key).unwrap();
    ledger.fold_log();
    assert!(!readable());
    drop(folder);
}
