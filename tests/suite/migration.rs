//! A database of an older form is brought up whole or stays as it was, whatever interrupts it, and the
//! next start goes on from there. Killed, failed and starved of room at every step that touches the disk.
//!
//! Seen to fail: with a commit after each step, a kill and a small disk left a form between the old and the new.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use huifang::clock::Clock;
use huifang::ledger::{IfMissing, Ledger};

use crate::cli::huifang;
use crate::mounts::Disk;
use crate::older_forms::OLDER_FORMS;
use crate::store::content;
use crate::world::{day, number, raw, skipped};

/// What the program makes of an older form where nothing interrupts it.
fn brought_up(make: fn(&Path)) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    make(&path);
    drop(Ledger::open(&path, IfMissing::Refuse, Clock::fixed(Some(day("2026-11-22"))), "d").unwrap());
    content(&path)
}

fn version(path: &Path) -> i64 {
    raw(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

fn due(home: &Path, path: &Path) -> Output {
    huifang(home, &["--db", path.to_str().unwrap(), "due", "--json"])
}

/// The next start opens it, and finds what an undisturbed start would have made; a whole copy of the old
/// form lies beside it, and nothing that was begun and not finished.
fn next_start_goes_on(home: &Path, path: &Path, old: i64, expected: &[String], what: &str) {
    let next = due(home, path);
    assert_eq!(next.status.code(), Some(0), "{what}: {next:?}");
    assert_eq!(content(path), expected, "{what}");
    let folder = path.parent().unwrap();
    let names = || fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(!names().any(|name| name.contains("part")), "{what}: {:?}", names().collect::<Vec<_>>());
    let copies: Vec<PathBuf> =
        names().map(|name| folder.join(name)).filter(|it| it.extension().is_some_and(|it| it == "bak")).collect();
    assert_eq!(copies.len(), 1, "{what}: one copy, however often it was tried");
    assert_eq!(version(&copies[0]), old, "{what}");
}

/// Runs the program with a fault at the `nth` of some calls; true once there is no such call any more.
fn faulty_start(home: &Path, path: &Path, calls: &str, fault: &str, nth: usize) -> bool {
    let log = home.join("strace.log");
    let inject = format!("inject={calls}:{fault}:when={nth}");
    let started = Command::new("strace")
        .args(["-f", "-qq", "-o", log.to_str().unwrap(), "-e", &format!("trace={calls}"), "-e", &inject])
        .arg(env!("CARGO_BIN_EXE_huifang"))
        .args(["--today", "2026-11-22", "--lang", "en", "--db", path.to_str().unwrap(), "due", "--json"])
        .env("HUIFANG_HOME", home)
        .output()
        .unwrap();
    let log = fs::read_to_string(log).unwrap();
    let was_met = log.contains("(INJECTED)") || log.contains("killed by SIGKILL");
    if fault.contains("error") && was_met && started.status.code() != Some(0) {
        let said = String::from_utf8_lossy(&started.stderr);
        assert!(started.status.code() == Some(2) && said.lines().count() == 1, "{calls} {fault} {nth}: {started:?}");
    }
    !was_met
}

#[test]
fn a_database_is_brought_up_whole_or_stays_whatever_interrupts_it() {
    if Command::new("strace").arg("-V").output().is_err() {
        return skipped("no strace here to interrupt a migration with");
    }
    let step = usize::try_from(number("HUIFANG_FAULT_STEP", 7)).unwrap();
    let touching = "pwrite64,write,fsync,fdatasync,ftruncate,?rename,?renameat2,?link,?unlink,?unlinkat";
    let version_now = OLDER_FORMS.iter().map(|form| form.0).max().unwrap() + 1;
    for (old, make) in OLDER_FORMS {
        let expected = brought_up(make);
        let faults = [
            (touching, "signal=KILL"),
            ("pwrite64,ftruncate", "error=EIO"),
            ("pwrite64,ftruncate", "error=ENOSPC"),
            ("fsync,fdatasync", "error=EIO"),
            ("fsync,fdatasync", "error=ENOSPC"),
        ];
        for (turn, (calls, fault)) in faults.into_iter().enumerate() {
            let mut tried = 0;
            let by = if calls.starts_with("fsync") { 1 } else { step };
            for nth in (1 + turn % by..).step_by(by) {
                let home = tempfile::tempdir().unwrap();
                let path = home.path().join("huifang.db");
                make(&path);
                let is_past = faulty_start(home.path(), &path, calls, fault, nth);
                let what = format!("form {old}, {calls} {fault} {nth}");
                assert!([old, version_now].contains(&version(&path)), "{what}: neither old nor new");
                next_start_goes_on(home.path(), &path, old, &expected, &what);
                tried += 1;
                if is_past {
                    break;
                }
            }
            assert!(tried > 2, "form {old}, {calls} {fault}: nothing was interrupted");
        }
    }
}

#[test]
fn a_disk_of_any_size_holds_the_old_form_or_the_new_one() {
    let step = number("HUIFANG_FAULT_STEP", 7);
    for (old, make) in OLDER_FORMS {
        let expected = brought_up(make);
        let home = tempfile::tempdir().unwrap();
        let before = home.path().join("before.db");
        make(&before);
        let mut room = fs::metadata(&before).unwrap().len() / 1024;
        let mut fitted = false;
        while !fitted {
            let Some(disk) = Disk::of(room) else { return skipped("no right to mount a disk of a given size here") };
            let path = disk.path().join("huifang.db");
            if fs::copy(&before, &path).is_ok() {
                let first = due(home.path(), &path);
                let what = format!("form {old} on {room} kB");
                // To look at it takes room as well.
                disk.resize(room + 4096);
                fitted = first.status.code() == Some(0) && version(&path) != old;
                next_start_goes_on(home.path(), &path, old, &expected, &what);
            }
            room += 4 * step;
        }
    }
}

#[test]
fn of_programs_that_start_at_once_none_is_refused() {
    for (old, make) in OLDER_FORMS {
        let expected = brought_up(make);
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("huifang.db");
        make(&path);
        std::thread::scope(|scope| {
            let starts: Vec<_> = (0..6).map(|_| scope.spawn(|| due(home.path(), &path))).collect();
            for start in starts {
                let output = start.join().unwrap();
                assert_eq!(output.status.code(), Some(0), "form {old}: {output:?}");
            }
        });
        next_start_goes_on(home.path(), &path, old, &expected, &format!("form {old}, six at once"));
    }
}

#[test]
fn what_an_interrupted_try_of_an_older_program_left_is_recognised() {
    let (old, make) = OLDER_FORMS[0];
    let expected = brought_up(make);
    let whole = tempfile::tempdir().unwrap();
    make(&whole.path().join("a.db"));
    let whole = fs::read(whole.path().join("a.db")).unwrap();
    for torn in [&[][..], b"SQLite format 3\0", &whole[..whole.len() / 2]] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("huifang.db");
        make(&path);
        fs::write(home.path().join("huifang.v1.bak"), torn).unwrap();
        next_start_goes_on(home.path(), &path, old, &expected, &format!("{} bytes left", torn.len()));
    }
}

#[test]
fn a_file_of_somebody_else_under_that_name_is_not_replaced() {
    let (old, make) = OLDER_FORMS[0];
    for own in [
        &b"notes of mine"[..],
        b"age-encryption.org/v1",
        b"SQLite format 3\0 of another program, with its own name there, and more",
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("huifang.db");
        make(&path);
        let taken = home.path().join("huifang.v1.bak");
        fs::write(&taken, [own, &[7; 80]].concat()).unwrap();
        assert_eq!(due(home.path(), &path).status.code(), Some(0));
        assert_eq!(fs::read(&taken).unwrap(), [own, &[7; 80]].concat());
        assert_eq!(version(&home.path().join("huifang.v1-2.bak")), old);
    }
}

#[test]
fn a_copy_of_another_state_is_not_replaced() {
    let (old, make) = OLDER_FORMS[0];
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("huifang.db");
    make(&path);
    let copy = home.path().join("huifang.v1.bak");
    make(&copy);
    raw(&copy).unwrap().execute("INSERT INTO settings VALUES ('mine', 'yes')", []).unwrap();
    let before = fs::read(&copy).unwrap();
    assert_eq!(due(home.path(), &path).status.code(), Some(0));
    assert_eq!(fs::read(&copy).unwrap(), before);
    assert_eq!(version(&home.path().join("huifang.v1-2.bak")), old);
}
