//! Nobody else reads it: the passphrase from the first start to the forgotten one, the lock, whole numbers on the
//! screen, and what stands in the log.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use huifang::domain::audited::AuditedKind;
use huifang::ledger::Protection;
use huifang::tui::keys::Key;
use huifang::tui::news::{GuardNews, Msg, News};
use huifang::vault::Secret;
use serde_json::Value;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::families::world;
#[cfg(unix)]
use crate::pty::Pty;
use crate::world::{raw, roster};

pub const PASSPHRASE: &str = "seven willows by 3 rivers";

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn note(home: &Path, name: &str, text: &str) -> String {
    let file = home.join(name);
    fs::write(&file, format!("{text}\n")).unwrap();
    file.display().to_string()
}

/// A home with a village behind a passphrase; the file with it, and the recovery code.
pub fn sealed() -> (tempfile::TempDir, String, String) {
    let home = tempfile::tempdir().unwrap();
    let pass = note(home.path(), "pass", PASSPHRASE);
    let file = roster("members-gb18030.csv");
    let made = huifang(home.path(), &["--passphrase-file", &pass, "import", file.to_str().unwrap()]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let code = said(&made).lines().next().unwrap().split(": ").nth(1).unwrap().to_owned();
    (home, pass, code)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all
}

pub fn log(home: &Path, pass: &str) -> Vec<Value> {
    let out = huifang(home, &["--passphrase-file", pass, "audit-log", "--json"]);
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn no_file_of_the_data_folder_is_a_plain_database_nor_holds_a_name() {
    let (home, pass, _) = sealed();
    let backup = home.path().join("data/b.zip");
    for arguments in [
        &["import", roster("members-gb18030.csv").to_str().unwrap()][..],
        &["backup", backup.to_str().unwrap()],
        &["check"],
    ] {
        let out = huifang(home.path(), &[&["--passphrase-file", &pass], arguments].concat());
        assert_eq!(out.status.code(), Some(0), "{out:?}");
    }
    let all = files(&home.path().join("data"));
    assert!(all.len() >= 4, "{all:?}");
    for file in all {
        let bytes = fs::read(&file).unwrap();
        assert!(!bytes.starts_with(b"SQLite format 3"), "{}", file.display());
        for word in ["林福贵", "上河村", "991075194604247258", PASSPHRASE] {
            let is_there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!is_there, "{word} in {}", file.display());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
        }
    }
}

#[test]
fn a_wrong_passphrase_is_said_at_once_and_after_five_the_next_has_to_wait() {
    let (home, pass, _) = sealed();
    let wrong = note(home.path(), "wrong", "nine willows by 3 rivers");
    for _ in 0..5 {
        let out = huifang(home.path(), &["--passphrase-file", &wrong, "due"]);
        assert_eq!(out.status.code(), Some(2));
        assert!(said(&out).contains("The passphrase is wrong"), "{}", said(&out));
        assert!(out.stdout.is_empty());
    }
    // The right one as well: whoever guesses learns nothing by it.
    let out = huifang(home.path(), &["--passphrase-file", &pass, "due"]);
    assert!(said(&out).contains("Too many wrong passphrases"), "{}", said(&out));
    fs::remove_file(home.path().join("data/huifang.db.key-tries")).unwrap();
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "due"]).status.code(), Some(0));
    let none = huifang(home.path(), &["due"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(said(&none).contains("has a passphrase"), "{}", said(&none));
}

#[test]
fn wrong_tries_stand_in_the_log_once_somebody_came_in() {
    let (home, pass, _) = sealed();
    let wrong = note(home.path(), "wrong", "nine willows by 3 rivers");
    huifang(home.path(), &["--passphrase-file", &wrong, "due"]);
    let log = log(home.path(), &pass);
    let kinds: Vec<&str> = log.iter().map(|row| row["what"].as_str().unwrap()).collect();
    assert_eq!(&kinds[..2], ["opened", "opening_failed"]);
}

#[test]
fn a_passphrase_is_changed_without_touching_the_database_and_forgotten_without_losing_it() {
    let (home, pass, code) = sealed();
    let database = home.path().join("data/huifang.db");
    let new = note(home.path(), "new", "eleven herons at noon");
    let short = note(home.path(), "short", "1234567");
    let change = |with: &[&str]| huifang(home.path(), &[with, &["--new-passphrase-file", &new]].concat());
    let out =
        huifang(home.path(), &["--passphrase-file", &pass, "passphrase", "change", "--new-passphrase-file", &short]);
    assert_eq!(out.status.code(), Some(2), "too short");
    let pages = |at: &Path| fs::read(at).unwrap()[..4096].to_vec();
    let before = pages(&database);
    assert_eq!(change(&["--passphrase-file", &pass, "passphrase", "change"]).status.code(), Some(0));
    assert_eq!(pages(&database)[..16], before[..16], "the same key, the same salt");
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "due"]).status.code(), Some(2));
    assert_eq!(huifang(home.path(), &["--passphrase-file", &new, "due"]).status.code(), Some(0));
    // Forgotten: the paper opens it.
    let paper = note(home.path(), "paper", &code.to_lowercase());
    let again = note(home.path(), "again", PASSPHRASE);
    let out = huifang(
        home.path(),
        &["passphrase", "change", "--recovery-code-file", &paper, "--new-passphrase-file", &again],
    );
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(huifang(home.path(), &["--passphrase-file", &again, "due"]).status.code(), Some(0));
    assert!(log(home.path(), &again).iter().any(|row| row["what"] == "passphrase_changed"));
}

#[test]
fn a_database_without_a_passphrase_or_a_cipher_gets_one_and_holds_the_same() {
    for plain in [false, true] {
        let home = tempfile::tempdir().unwrap();
        let file = roster("members-gb18030.csv");
        let made = huifang(home.path(), &["import", file.to_str().unwrap()]);
        assert!(said(&made).contains("no passphrase"), "{}", said(&made));
        let database = home.path().join("data/huifang.db");
        if plain {
            decrypt(&database);
            assert!(fs::read(&database).unwrap().starts_with(b"SQLite format 3"));
        }
        let before = huifang(home.path(), &["due", "--json"]).stdout;
        let pass = note(home.path(), "pass", PASSPHRASE);
        let out = huifang(home.path(), &["passphrase", "set", "--new-passphrase-file", &pass]);
        assert_eq!(out.status.code(), Some(0), "{out:?}");
        assert!(!fs::read(&database).unwrap().starts_with(b"SQLite format 3"));
        assert_eq!(huifang(home.path(), &["due"]).status.code(), Some(2));
        assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "due", "--json"]).stdout, before);
        assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "check"]).status.code(), Some(0));
        let twice =
            huifang(home.path(), &["--passphrase-file", &pass, "passphrase", "set", "--new-passphrase-file", &pass]);
        assert_eq!(twice.status.code(), Some(2));
    }
}

/// As a program that could not encrypt would have made it.
pub fn decrypt(database: &Path) {
    let plain = database.with_extension("plain");
    let conn = raw(database).unwrap();
    conn.execute("ATTACH ?1 AS plain KEY ''", [plain.to_str().unwrap()]).unwrap();
    conn.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(())).unwrap();
    for pragma in ["user_version", "application_id"] {
        let value: i64 = conn.pragma_query_value(None, pragma, |row| row.get(0)).unwrap();
        conn.pragma_update(Some("plain"), pragma, value).unwrap();
    }
    drop(conn);
    fs::rename(plain, database).unwrap();
}

#[test]
fn without_its_key_file_a_database_says_so_and_a_backup_brings_it_back() {
    let (home, pass, _) = sealed();
    let backup = home.path().join("b.zip").display().to_string();
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "backup", &backup]).status.code(), Some(0));
    fs::remove_file(home.path().join("data/huifang.db.key")).unwrap();
    let out = huifang(home.path(), &["--passphrase-file", &pass, "due"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("key file"), "{}", said(&out));
    let out = huifang(home.path(), &["--passphrase-file", &pass, "restore", &backup]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "due"]).status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn the_first_start_asks_for_a_passphrase_and_shows_the_code_once() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("新建数据库").send("1234567\r").shows("太短").send("12345678").shows("弱");
    pty.send("\x15七棵老柳树和三条大河\r").shows("再输入一次").send("别的\r").shows("两次输入的不一样");
    pty.send("七棵老柳树和三条大河\r").shows("再输入一次").send("七棵老柳树和三条大河\r").shows("恢复码");
    pty.send("\r").shows("欢迎使用回访").hides("没有口令").send("\x11").restored();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("请输入口令").send("七棵老柳树\r").shows("口令不对").send("七棵老柳树和三条大河\r").shows("欢迎使用回访");
    pty.send("\x11").restored();
    assert!(!fs::read(home.path().join("data/huifang.db")).unwrap().starts_with(b"SQLite"));
}

#[cfg(unix)]
#[test]
fn without_a_passphrase_the_screen_says_so() {
    let home = tempfile::tempdir().unwrap();
    let file = roster("roster-village.xlsx");
    assert!(huifang(home.path(), &["import", file.to_str().unwrap()]).status.success());
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("没有口令").send("L").shows("锁不了屏").send("\x11").restored();
}

fn locked() -> Driver {
    let mut world = world();
    world.ledger.set_passphrase(&Secret::typed(PASSPHRASE), &mut |_, _| true).unwrap();
    assert_eq!(world.ledger.protection(), Protection::Passphrase);
    let mut app = Driver::chinese(world);
    app.met_at_home("王小明").type_text("1234");
    app.key(Key::ShiftUp).shows(&["已锁屏"]);
    app
}

#[test]
fn the_lock_keeps_the_draft_hides_everything_and_gives_back_the_same_field() {
    let mut app = locked();
    app.shows_not("王小明").shows_not("1234");
    // Nothing gets round it.
    app.key(Key::Esc).ctrl('p').ctrl('s').paste("x").click_at(30, 10).shows(&["已锁屏"]).ctrl('u');
    let drafts = app.ledger().show_by_code("A1").unwrap().unwrap().drafts;
    assert_eq!(drafts.len(), 1, "what was typed is kept");
    app.type_text("wrong passphrase\n").shows(&["口令不对"]).shows_not("王小明");
    app.type_text(PASSPHRASE).key(Key::Enter).shows(&["王小明", "1234"]);
    app.type_text("5").shows(&["12345"]);
}

#[test]
fn whole_numbers_are_shown_when_asked_for_go_by_themselves_and_stand_in_the_log() {
    let mut world = world();
    world.edit("A1", "phone", "13812345678");
    let mut app = Driver::chinese(world);
    app.go_to("王小明").shows(&["138****5678"]).shows_not("13812345678");
    app.type_text("i").shows(&["13812345678", "30 秒"]);
    app.tell(Msg::News(News::OfGuard(GuardNews::HideNumbers))).shows_not("13812345678");
    let log = app.ledger().audit_log().unwrap();
    assert_eq!((log[0].what, log[0].about.as_str()), (AuditedKind::Revealed, "A1"));
}

#[test]
fn a_lost_key_file_comes_back_alone_from_a_backup_and_nothing_newer_is_lost() {
    let (home, pass, _) = sealed();
    let backup = home.path().join("b.zip").display().to_string();
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "backup", &backup]).status.code(), Some(0));
    let more = roster("roster-village.xlsx").display().to_string();
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "import", &more, "--yes"]).status.code(), Some(0));
    let before = huifang(home.path(), &["--passphrase-file", &pass, "due", "--json"]).stdout;
    fs::remove_file(home.path().join("data/huifang.db.key")).unwrap();
    let out = huifang(home.path(), &["--passphrase-file", &pass, "due"]);
    assert!(said(&out).contains("--key-only"), "{}", said(&out));
    let out = huifang(home.path(), &["--passphrase-file", &pass, "restore", "--key-only", &backup]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(huifang(home.path(), &["--passphrase-file", &pass, "due", "--json"]).stdout, before);
}

#[test]
fn a_database_that_is_gone_is_not_made_anew_while_its_backups_are_there() {
    let (home, pass, _) = sealed();
    let more = roster("roster-village.xlsx").display().to_string();
    let import = ["--passphrase-file", &pass, "import", &more, "--yes"];
    assert_eq!(huifang(home.path(), &import).status.code(), Some(0));
    let database = home.path().join("data/huifang.db");
    fs::remove_file(&database).unwrap();
    let out = huifang(home.path(), &import);
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("is gone") && said(&out).contains("backup.zip"), "{}", said(&out));
    assert!(!database.exists());
}

#[test]
fn the_key_file_of_another_database_opens_neither_the_file_nor_the_lock() {
    let mut app = locked();
    let place = huifang::files::sidecar(&app.database(), ".key");
    let (other, other_pass, _) = sealed();
    let theirs = other.path().join("data/huifang.db.key");
    fs::copy(&theirs, &place).unwrap();
    app.type_text(PASSPHRASE).key(Key::Enter).shows(&["已锁屏"]).shows_not("王小明");
    // As a file of its own it is named for what it is.
    let (home, pass, _) = sealed();
    assert_ne!(pass, other_pass);
    fs::copy(&theirs, home.path().join("data/huifang.db.key")).unwrap();
    let out = huifang(home.path(), &["--passphrase-file", &pass, "due"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("not the one of this database"), "{}", said(&out));
}

#[test]
fn a_first_passphrase_leaves_no_readable_backup_behind() {
    let home = tempfile::tempdir().unwrap();
    for name in ["members-gb18030.csv", "roster-village.xlsx"] {
        let file = roster(name).display().to_string();
        assert_eq!(huifang(home.path(), &["import", &file, "--yes"]).status.code(), Some(0));
    }
    let folder = home.path().join("data/huifang.db.backups");
    assert_eq!(files(&folder).len(), 1);
    let pass = note(home.path(), "pass", PASSPHRASE);
    let out = huifang(home.path(), &["passphrase", "set", "--new-passphrase-file", &pass]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    let left = files(&folder);
    assert_eq!(left.len(), 1, "{left:?}");
    let other = tempfile::tempdir().unwrap();
    let out = huifang(other.path(), &["restore", left[0].to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(2), "it needs the passphrase: {out:?}");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_database_is_the_database() {
    let home = tempfile::tempdir().unwrap();
    let (real, link) = (home.path().join("real.db"), home.path().join("link.db"));
    let file = roster("roster-village.xlsx").display().to_string();
    assert!(huifang(home.path(), &["--db", real.to_str().unwrap(), "import", &file]).status.success());
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let pass = note(home.path(), "pass", PASSPHRASE);
    let link = link.display().to_string();
    let out = huifang(home.path(), &["--db", &link, "passphrase", "set", "--new-passphrase-file", &pass]);
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(huifang(home.path(), &["--db", real.to_str().unwrap(), "due"]).status.code(), Some(2));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}
