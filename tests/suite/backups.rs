//! Nothing is lost: backups by hand and by themselves, and putting one back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use huifang::ledger::{BackupBefore, backups_of};

use crate::cli::huifang;
use crate::families::world;
use crate::pty::Pty;
use crate::store::content;
use crate::world::roster;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    let database = home.path().join("data/huifang.db");
    (home, database)
}

fn change(home: &Path) {
    let more = roster("members-gb18030.csv");
    assert!(huifang(home, &["import", more.to_str().unwrap(), "--yes"]).status.success());
}

#[test]
fn a_backup_brings_back_what_was_and_keeps_what_is_there() {
    let (home, database) = home();
    let backup = home.path().join("usb.zip").display().to_string();
    let was = content(&database);
    assert_eq!(huifang(home.path(), &["backup", &backup]).status.code(), Some(0));
    let taken = huifang(home.path(), &["backup", &backup]);
    assert_eq!(taken.status.code(), Some(2), "nothing is replaced unless told so: {taken:?}");
    change(home.path());
    let is = content(&database);
    assert_ne!(is, was);
    let out = huifang(home.path(), &["restore", &backup]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(content(&database), was);
    let kept = home.path().join("data/huifang.db.replaced-1");
    assert!(said(&out).contains("huifang.db.replaced-1"), "{}", said(&out));
    assert_eq!(content(&kept), is);
    // What was known of the one before is not held against it.
    assert_eq!(huifang(home.path(), &["check"]).status.code(), Some(0));
    change(home.path());
}

/// An old log beside a database that another one took the place of would be read into it.
#[test]
fn a_restore_never_meets_the_log_of_the_database_before() {
    let (home, database) = home();
    let backup = home.path().join("usb.zip").display().to_string();
    assert_eq!(huifang(home.path(), &["backup", &backup]).status.code(), Some(0));
    let was = content(&database);
    // The log of a program that was killed.
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x0e").shows("走访方式").send("1").shows("草稿已存");
    crate::pty::kill(&pty.child.process_id().unwrap().to_string(), "KILL");
    pty.child.wait().unwrap();
    assert!(fs::metadata(home.path().join("data/huifang.db-wal")).unwrap().len() > 0);
    assert_eq!(huifang(home.path(), &["restore", &backup]).status.code(), Some(0));
    assert_eq!(content(&database), was);
    assert_eq!(huifang(home.path(), &["check"]).status.code(), Some(0));
}

#[test]
fn a_restore_while_it_is_open_elsewhere_is_refused() {
    let (home, database) = home();
    let backup = home.path().join("usb.zip").display().to_string();
    assert_eq!(huifang(home.path(), &["backup", &backup]).status.code(), Some(0));
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助");
    let out = huifang(home.path(), &["restore", &backup]);
    assert_eq!(out.status.code(), Some(2), "{out:?}");
    assert!(said(&out).contains("open in another window"), "{}", said(&out));
    pty.send("\x11").restored();
    assert!(!database.with_extension("db.replaced-1").exists());
    assert_eq!(huifang(home.path(), &["restore", &backup]).status.code(), Some(0));
}

#[test]
fn what_is_no_backup_or_a_damaged_one_changes_nothing() {
    let (home, database) = home();
    let backup = home.path().join("usb.zip");
    assert_eq!(huifang(home.path(), &["backup", backup.to_str().unwrap()]).status.code(), Some(0));
    let was = content(&database);
    let whole = fs::read(&backup).unwrap();
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let cut = &whole[..whole.len() / 3];
    for (name, bytes) in [("flipped.zip", &flipped[..]), ("cut.zip", cut), ("text.zip", b"no backup"), ("empty", b"")] {
        let file = home.path().join(name);
        fs::write(&file, bytes).unwrap();
        let out = huifang(home.path(), &["restore", file.to_str().unwrap()]);
        assert_eq!(out.status.code(), Some(2), "{name}: {out:?}");
        assert_eq!(content(&database), was, "{name}");
    }
}

#[test]
fn backups_are_made_by_themselves_before_an_import_and_once_a_day_and_the_last_fourteen_kept() {
    let (home, database) = home();
    assert_eq!(backups_of(&database).len(), 0, "of an empty database there is none");
    change(home.path());
    let made = backups_of(&database);
    assert_eq!(made.len(), 1);
    assert!(made[0].to_string_lossy().contains("before-import"), "{made:?}");
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("F1 帮助").send("\x11").restored();
    assert_eq!(backups_of(&database).len(), 1, "one of today is enough");
    let mut world = world();
    for _ in 0..16 {
        world.ledger.back_up_by_itself(BackupBefore::Nothing).unwrap();
    }
    assert_eq!(backups_of(&world.database()).len(), 14);
    assert_eq!(world.ledger.back_up_daily().unwrap(), None);
    let newest = backups_of(&world.database()).remove(0);
    assert_eq!(huifang::ledger::newest_good_backup(&world.database()), Some(newest.clone()));
    // A damaged one is not called good.
    fs::write(&newest, b"PK").unwrap();
    let good = huifang::ledger::newest_good_backup(&world.database()).unwrap();
    assert_ne!(good, newest);
    world.ledger.back_up(&world.folder.path().join("x.zip"), huifang::files::IfThere::Keep, None).unwrap();
}

#[test]
fn a_damaged_database_offers_the_newest_good_backup() {
    let (home, database) = home();
    change(home.path());
    let good = backups_of(&database).remove(0);
    let mut bytes = fs::read(&database).unwrap();
    let length = bytes.len();
    bytes.truncate(length / 4096 / 2 * 4096);
    fs::write(&database, &bytes).unwrap();
    let out = huifang(home.path(), &["due"]);
    assert_eq!(out.status.code(), Some(2), "{out:?}");
    assert!(said(&out).contains(&good.display().to_string()), "{}", said(&out));
    assert_eq!(huifang(home.path(), &["restore", good.to_str().unwrap()]).status.code(), Some(0));
    assert_eq!(huifang(home.path(), &["due"]).status.code(), Some(0));
}
