//! The real binary under fire: killed at random moments while keys stream in, and with a disk that
//! fails. Whatever happens, what was acknowledged is there, and nothing is there that was not tried:
//! acknowledged ⊆ present ⊆ attempted. `HUIFANG_KILL_ROUNDS` and `HUIFANG_FAULT_STEP` say how hard;
//! `HUIFANG_FIRE_SEED` repeats a run. Seen to fail: with every fifth commit forgotten, both found what was lost.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::cli::huifang;
use crate::pty::{Pty, kill};
use crate::store::content;
use crate::world::{number, raw, roster, skipped};

const ENTER_YES: &str = "\x1b[B\r";

/// A home with a village in it.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    home
}

fn database(home: &Path) -> PathBuf {
    home.join("data").join("huifang.db")
}

/// What was tried, what was said to be saved, and what is in the database. Each visit carries a note
/// that no other has.
#[derive(Debug, Default)]
struct Record {
    attempted: BTreeSet<String>,
    acknowledged: BTreeSet<String>,
}

impl Record {
    /// What speaks against the database, if anything does.
    fn fault(&self, present: &BTreeSet<String>) -> Option<String> {
        let lost: Vec<_> = self.acknowledged.difference(present).collect();
        let invented: Vec<_> = present.difference(&self.attempted).collect();
        (!lost.is_empty() || !invented.is_empty()).then(|| format!("lost {lost:?}, invented {invented:?}"))
    }
}

/// The tokens of all visits that were entered: the note, or that on food.
fn present(home: &Path) -> BTreeSet<String> {
    let conn = raw(database(home)).unwrap();
    let mut statement = conn
        .prepare(
            "SELECT coalesce(nullif(v.note, ''), c.note, '') FROM visits v
             LEFT JOIN visit_checks c ON c.visit_id = v.id AND c.subject = 'food' WHERE origin = 'entered'",
        )
        .unwrap();
    let notes = statement.query_map([], |row| row.get(0)).unwrap();
    notes.collect::<Result<_, _>>().unwrap()
}

fn drafts(home: &Path) -> Vec<String> {
    let conn = raw(database(home)).unwrap();
    let mut statement = conn.prepare("SELECT body FROM drafts").unwrap();
    let bodies = statement.query_map([], |row| row.get(0)).unwrap();
    bodies.collect::<Result<_, _>>().unwrap()
}

/// Visits on which somebody was met that are there without the income or the problem that came with
/// them, or the other way round.
fn torn_visits(home: &Path) -> i64 {
    let conn = raw(database(home)).unwrap();
    conn.query_row(
        "SELECT count(*) FROM visits v WHERE origin = 'entered' AND outcome = 'met'
           AND ((SELECT count(*) FROM incomes i WHERE i.visit_id = v.id) <> 1
             OR (SELECT count(*) FROM problems p WHERE p.visit_id = v.id) <> 1)",
        [],
        |row| row.get(0),
    )
    .unwrap()
}

fn is_whole(home: &Path) -> bool {
    let conn = raw(database(home)).unwrap();
    let said: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    let broken: i64 = conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    said == "ok" && broken == 0
}

/// A small generator: the same seed gives the same run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// Keys of a visit with its token. On every other one nobody was met; on the rest the month's income is
/// given, and food is at risk, which is listed as a problem.
fn type_visit(pty: &mut Pty, visit: u64, token: &str) {
    let is_full = visit.is_multiple_of(2);
    pty.try_send(if is_full { "1113200\r0\r0\r0\r0\r\x0b2" } else { "110" });
    for c in token.chars() {
        pty.try_send(c.encode_utf8(&mut [0; 4]));
    }
    if is_full {
        pty.try_send("\r1");
    }
}

/// Logs visits one after the other until the program is gone.
fn log_visits(pty: &mut Pty, record: &mut Record, round: u64) {
    for visit in 0.. {
        let token = format!("r{round}v{visit}end");
        // A draft that a killed round left is thrown away first: it was looked at already. It opens where it was left, which
        // may be far below the first questions.
        if !pty.try_send("\x0e") || pty.first_of(&["走访方式", "接着填"]).is_none() {
            return;
        }
        pty.try_send("\x12");
        if pty.first_of(&["丢弃这份草稿"]).is_none() {
            return;
        }
        pty.try_send(ENTER_YES);
        if pty.first_of(&["草稿已丢弃"]).is_none() {
            return;
        }
        type_visit(pty, visit, &token);
        record.attempted.insert(token.clone());
        pty.try_send("\x13");
        // The household may have been visited today already: then that is asked, and said yes to.
        match pty.first_of(&["已保存", "再登记一次"]) {
            Some(1) => {
                pty.try_send(ENTER_YES);
                if pty.first_of(&["已保存"]).is_none() {
                    return;
                }
            }
            Some(_) => {}
            None => return,
        }
        record.acknowledged.insert(token);
        pty.try_send("\x1b[B");
    }
}

/// The token as far as it stands on the screen.
fn shown_token(pty: &Pty, round: u64) -> Option<String> {
    let text = pty.last_drawn();
    let start = format!("r{round}v");
    let note = text.lines().find(|line| line.contains(&start))?;
    let rest: String = note.split_once(&start)?.1.chars().take_while(char::is_ascii_alphanumeric).collect();
    Some(start + &rest)
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    let rounds = number("HUIFANG_KILL_ROUNDS", 12);
    let seed = number("HUIFANG_FIRE_SEED", 20_261_122);
    let mut dice = Dice(seed);
    let home = home();
    let mut record = Record::default();
    for round in 0..rounds {
        let signal = ["KILL", "TERM", "HUP"][usize::try_from(dice.roll(3)).unwrap()];
        let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
        pty.shows("F1 帮助");
        let pid = pty.child.process_id().unwrap();
        let wait = Duration::from_micros(dice.roll(600_000));
        let killer = std::thread::spawn(move || {
            std::thread::sleep(wait);
            kill(&pid.to_string(), signal);
        });
        log_visits(&mut pty, &mut record, round);
        killer.join().unwrap();
        pty.drain();
        pty.child.wait().unwrap();

        let about = format!("seed {seed}, round {round}, {signal} after {wait:?}");
        assert!(signal == "KILL" || pty.is_restored(), "{about}: the terminal was not given back");
        assert_eq!(record.fault(&present(home.path())), None, "{about}");
        assert!(is_whole(home.path()) && torn_visits(home.path()) == 0, "{about}");
        if let Some(shown) = shown_token(&pty, round) {
            let kept = drafts(home.path()).iter().any(|body| body.contains(&shown))
                || present(home.path()).iter().any(|note| note.starts_with(&shown));
            assert!(kept, "{about}: {shown} was on the screen and is nowhere");
        }
    }
    assert!(record.acknowledged.len() as u64 >= rounds / 2, "{} visits in {rounds} rounds", record.acknowledged.len());
    let conn = raw(database(home.path())).unwrap();
    let full: i64 = conn.query_row("SELECT count(*) FROM incomes", [], |row| row.get(0)).unwrap();
    assert!(full > 0, "no visit with an income was ever saved");
    rebuilt_is_equal(home.path());
}

/// The current tables are what the revisions say.
fn rebuilt_is_equal(home: &Path) {
    let path = database(home);
    let clock = huifang::clock::Clock::fixed(Some(crate::world::day("2026-11-22")));
    let mut ledger =
        huifang::ledger::Ledger::open(&path, huifang::ledger::IfMissing::Refuse, clock, "test-device").unwrap();
    let before = content(&path);
    ledger.rebuild().unwrap();
    assert!(content(&path) == before);
}

#[test]
fn the_oracle_sees_a_visit_that_was_lost() {
    let home = home();
    let files = ["huifang.db", "huifang.db-wal", "huifang.db-shm"].map(|name| home.path().join("data").join(name));
    let before: Vec<Option<Vec<u8>>> = files.iter().map(|file| std::fs::read(file).ok()).collect();
    let mut record = Record::default();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x0e").shows("走访方式").send("110lost").send("\x13").shows("已保存");
    record.attempted.insert("lost".into());
    record.acknowledged.insert("lost".into());
    kill(&pty.child.process_id().unwrap().to_string(), "KILL");
    pty.child.wait().unwrap();
    assert_eq!(record.fault(&present(home.path())), None);
    // The planted fault: the disk forgets what it was told to keep.
    for (file, bytes) in files.iter().zip(before) {
        let _ = std::fs::remove_file(file);
        if let Some(bytes) = bytes {
            std::fs::write(file, bytes).unwrap();
        }
    }
    assert!(record.fault(&present(home.path())).is_some_and(|fault| fault.contains("lost")));
    record.acknowledged.clear();
    assert_eq!(record.fault(&BTreeSet::from(["other".to_owned()])).map(|it| it.contains("other")), Some(true));
}

/// One session with a disk that fails at the `nth` call, once or from then on. Tells whether a failure
/// was said.
fn session_on_a_failing_disk(
    home: &Path,
    record: &mut Record,
    call: &str,
    error: &str,
    when: &str,
    token: &str,
) -> bool {
    let inject = format!("inject={call}:error={error}:when={when}");
    let log = home.join("strace.log");
    let wrapper = ["strace", "-f", "-qq", "-o", log.to_str().unwrap(), "-e", &format!("trace={call}"), "-e", &inject];
    let mut pty = Pty::start_under(&wrapper, home, &["--as", "张敏"]);
    record.attempted.insert(token.to_owned());
    let failed = "没有保存";
    if pty.first_of(&["F1 帮助"]).is_none() {
        // It did not open: one sentence said why.
        assert!(!pty.text().trim().is_empty(), "{call} {error} {when}: silent");
        return true;
    }
    pty.try_send("\x0e");
    if pty.first_of(&["走访方式", failed]) == Some(1) {
        pty.try_send("\x11\x11");
        pty.drain();
        return true;
    }
    pty.try_send("110");
    pty.try_send(token);
    pty.shows(token);
    let mut was_said = pty.text().contains(failed);
    pty.try_send("\x13");
    let mut answer = pty.first_of(&["已保存", "再登记一次", failed]);
    if answer == Some(1) {
        pty.try_send(ENTER_YES);
        answer = pty.first_of(&["已保存", failed]).map(|at| if at == 1 { 2 } else { 0 });
    }
    match answer {
        Some(0) => {
            record.acknowledged.insert(token.to_owned());
        }
        Some(_) => {
            was_said = true;
            assert!(pty.text().contains(token), "{call} {error} {when}: the form lost its text:\n{}", pty.text());
        }
        None => panic!("{call} {error} {when}: the program is gone:\n{}", pty.text()),
    }
    // While what was typed is not kept, leaving is asked about.
    pty.try_send("\x11");
    pty.try_send(ENTER_YES);
    pty.drain();
    pty.child.wait().unwrap();
    assert!(pty.is_restored(), "{call} {error} {when}");
    was_said
}

#[test]
fn a_failing_disk_is_said_and_loses_nothing_acknowledged() {
    if Command::new("strace").arg("-V").output().is_err() {
        return skipped("no strace here to make the disk fail");
    }
    let step = usize::try_from(number("HUIFANG_FAULT_STEP", 7)).unwrap();
    let mut said = 0;
    for (turn, (call, error)) in
        [("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), ("fsync,fdatasync", "EIO"), ("fsync,fdatasync", "ENOSPC")]
            .into_iter()
            .enumerate()
    {
        let home = home();
        let mut record = Record::default();
        let last = if call == "pwrite64" { 60 } else { 14 };
        for nth in (1 + turn % step..=last).step_by(step) {
            for when in [format!("{nth}"), format!("{nth}+")] {
                let token = format!("t{turn}n{}end", when.replace('+', "on"));
                said += u32::from(session_on_a_failing_disk(home.path(), &mut record, call, error, &when, &token));
                assert_eq!(record.fault(&present(home.path())), None, "{call} {error} {when}");
                assert!(is_whole(home.path()), "{call} {error} {when}");
                let conn = raw(database(home.path())).unwrap();
                conn.execute("DELETE FROM drafts", []).unwrap();
            }
        }
        rebuilt_is_equal(home.path());
    }
    assert!(said > 0, "no failure was ever seen");
}
