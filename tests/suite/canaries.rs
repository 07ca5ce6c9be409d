//! A hundred names and ID numbers are planted, everything is run, and none of them is found in any byte that was
//! written outside the vault: no file, no temporary file, no log, no error, no title, no argument.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::pty::Pty;
use crate::world::skipped;

const PASSPHRASE: &str = "seven willows by 3 rivers";

/// A name that is nowhere else, and an ID number with a right check digit.
fn canary(number: usize) -> (String, String) {
    const WEIGHTS: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = format!("99410019{:02}0101{number:03}", 50 + number % 40);
    let sum: usize = digits.chars().zip(WEIGHTS).map(|(digit, weight)| (digit as usize - 48) * weight).sum();
    let han: String =
        number.to_string().chars().map(|c| "零壹贰叁肆伍陆柒捌玖".chars().nth(c as usize - 48).unwrap()).collect();
    (format!("鸢{han}"), format!("{digits}{}", ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11]))
}

fn planted(home: &Path) -> PathBuf {
    let mut csv =
        "户编号,行政村,姓名,证件号码,与户主关系,联系电话,家庭人口数,户类型,监测对象类别,识别监测时间,帮扶联系人\n"
            .to_owned();
    for number in 0..100 {
        let (name, id) = canary(number);
        // Each tenth is refused: what is said of it goes to the person and nowhere else.
        let population = if number % 10 == 9 { "many" } else { "1" };
        let _ = writeln!(
            csv,
            "K{number},上河村,{name},{id},户主,138{number:08},{population},,脱贫不稳定户,2024-03-01,张敏"
        );
    }
    let file = home.join("roster.csv");
    fs::write(&file, csv).unwrap();
    file
}

/// Runs a command and gives what it wrote to anything but its standard output, as the system saw it.
fn traced(home: &Path, arguments: &[&str]) -> (Output, Vec<u8>) {
    let log = home.join("strace.log");
    let output = Command::new("strace")
        .args(["-f", "-qq", "-xx", "-s", "1000000", "-e", "trace=write,pwrite64,writev,sendto,execve", "-o"])
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", "en", "--as", "张敏", "--passphrase-file"])
        .arg(home.join("pass"))
        .args(arguments)
        .env("HUIFANG_HOME", home.join("home"))
        .env("TMPDIR", home.join("tmp"))
        .output()
        .unwrap();
    let text = fs::read_to_string(&log).unwrap();
    fs::remove_file(&log).unwrap();
    // What the person reads, and the cells that the reader of a roster hands on.
    let kept = text.lines().filter(|line| !line.contains("write(1, ") && !line.contains("execve("));
    (output, kept.flat_map(bytes_of).collect())
}

/// The bytes in a line of the trace.
fn bytes_of(line: &str) -> Vec<u8> {
    let quoted = line.split('"').skip(1).step_by(2);
    let byte = |part: &str| u8::from_str_radix(part.get(..2)?, 16).ok();
    quoted.flat_map(|text| text.split("\\x").skip(1).filter_map(byte).collect::<Vec<u8>>()).collect()
}

fn is_free_of_canaries(what: &str, bytes: &[u8]) {
    for number in 0..100 {
        let (name, id) = canary(number);
        let phone = format!("138{number:08}");
        for word in [&name, &id, &phone] {
            let is_there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!is_there, "canary {number} in {what}");
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all
}

/// Seen to fail: without the passphrase's cipher (a plain file, as the last lines make one) the same search finds them.
#[test]
fn no_canary_is_in_any_byte_written_outside_the_vault() {
    if Command::new("strace").arg("-V").output().is_err() {
        return skipped("no strace here to see every byte that is written");
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    for name in ["tmp", "out"] {
        fs::create_dir(home.join(name)).unwrap();
    }
    fs::write(home.join("pass"), PASSPHRASE).unwrap();
    let roster = planted(home).display().to_string();
    let out = |name: &str| home.join("out").join(name).display().to_string();
    let commands: [&[&str]; 13] = [
        &["import", &roster],
        &["import", &roster, "--good-rows"],
        &["due"],
        &["show", "K1"],
        &["overview"],
        &["assess"],
        &["audit"],
        &["check"],
        &["backup", &out("b.zip")],
        &["export", "overview", &out("overview.csv")],
        &["report", "month", "2026-11", &out("report.xlsx")],
        &["show", "no such code"],
        &["restore", &out("b.zip")],
    ];
    for arguments in commands {
        let (output, written) = traced(home, arguments);
        is_free_of_canaries(&format!("what {arguments:?} wrote"), &written);
        is_free_of_canaries(&format!("what {arguments:?} said on stderr"), &output.stderr);
    }
    visited_in_the_interface(home);
    let left = [files(&home.join("home")), files(&home.join("tmp"))].concat();
    assert!(left.len() > 5, "{left:?}");
    for file in left {
        is_free_of_canaries(&file.display().to_string(), &fs::read(&file).unwrap());
    }
    let plain = fs::read(&roster).unwrap();
    assert!(std::panic::catch_unwind(|| is_free_of_canaries("the roster", &plain)).is_err(), "the search sees nothing");
}

/// A visit is typed, the screen locked, and the program killed.
fn visited_in_the_interface(home: &Path) {
    let pass = home.join("pass").display().to_string();
    let mut pty = Pty::start(&home.join("home"), &["--as", "张敏", "--passphrase-file", &pass]);
    pty.shows("鸢").send("\x0e").shows("走访方式").send("110").send(&canary(3).0).shows("草稿已存");
    pty.send("\x1b[1;2A").shows("已锁屏").hides("鸢");
    crate::pty::kill(&pty.child.process_id().unwrap().to_string(), "ABRT");
    pty.child.wait().unwrap();
}

/// Whatever holds a person can stand in an error or a panic by accident, and shows nothing of them there.
#[test]
fn what_is_held_of_a_person_does_not_show_itself() {
    let home = tempfile::tempdir().unwrap();
    let mut world = crate::world::World::new();
    let csv = fs::read_to_string(planted(home.path())).unwrap();
    let csv: String = csv.lines().filter(|line| !line.contains("many")).map(|line| format!("{line}\n")).collect();
    world.import_csv(&csv).unwrap();
    let mut held = format!("{:?}", world.ledger.due_list().unwrap());
    for row in world.ledger.due_list().unwrap().rows {
        let _ = write!(held, "{:?}", world.ledger.show(row.id).unwrap());
    }
    assert!(held.len() > 10_000);
    for number in (0..100).filter(|number| number % 10 != 9) {
        let (name, id) = canary(number);
        assert!(!held.contains(&name) && !held.contains(&id) && !held.contains(&format!("138{number:08}")));
    }
}
