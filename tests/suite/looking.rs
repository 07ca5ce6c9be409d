//! A database that cannot be written is looked at all the same, and says why; an interrupted write is
//! rolled back; nothing is called saved that could not be found again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use huifang::clock::Clock;
use huifang::ledger::{IfMissing, Ledger};
use huifang::tui::keys::Key;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::families::village;
use crate::mounts::Disk;
use crate::pty::Pty;
use crate::store::content;
use crate::world::{World, day, raw, roster, skipped};

fn open(path: &Path) -> Ledger {
    Ledger::open(path, IfMissing::Refuse, Clock::fixed(Some(day("2026-11-22"))), "d").unwrap()
}

/// A closed database of 47 households at a place.
fn imported(home: &Path, place: &Path) {
    let file = roster("members-gb18030.csv");
    let output = huifang(home, &["--db", place.to_str().unwrap(), "import", file.to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
}

fn households(home: &Path, place: &Path) -> Option<usize> {
    let output = huifang(home, &["--db", place.to_str().unwrap(), "due", "--json"]);
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    Some(rows.as_array()?.len())
}

/// The files of a database whose write was interrupted in the old way of writing: pages of the new state
/// in the file, those of the old one in the journal.
fn interrupted(folder: &Path) -> (PathBuf, Vec<String>) {
    let source = folder.join("source.db");
    imported(folder, &source);
    let before = content(&source);
    let conn = raw(&source).unwrap();
    conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).unwrap();
    let whole = fs::read(&source).unwrap();
    conn.execute_batch(
        "PRAGMA cache_size = 5; BEGIN IMMEDIATE;
         UPDATE households SET facts = json_set(facts, '$.name', 'torn' || hex(zeroblob(2000)));",
    )
    .unwrap();
    let copy = folder.join("huifang.db");
    fs::copy(&source, &copy).unwrap();
    fs::copy(folder.join("source.db-journal"), folder.join("huifang.db-journal")).unwrap();
    assert_ne!(fs::read(&copy).unwrap(), whole, "the new state must have reached the file");
    (copy, before)
}

#[test]
fn an_interrupted_write_is_rolled_back_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = interrupted(folder.path());
    assert_eq!(households(folder.path(), &path), Some(47));
    assert_eq!(content(&path), before);
}

#[test]
fn where_it_cannot_be_rolled_back_the_state_before_it_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = interrupted(folder.path());
    let Some(disk) = Disk::of(8192) else { return skipped("no right to mount a disk here") };
    for ending in ["", "-journal"] {
        let name = format!("huifang.db{ending}");
        fs::copy(folder.path().join(&name), disk.path().join(name)).unwrap();
    }
    disk.only_read();
    let output = huifang(folder.path(), &["--db", disk.path().join("huifang.db").to_str().unwrap(), "due"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("王") && !said.contains("torn"), "{said}");
    drop(path);
}

/// What the person sees on a disk that takes nothing: the list, the reason at the top, and a form that
/// keeps what is typed and says that it is not saved.
fn is_looked_at(home: &Path, place: &Path, why: &str) {
    let mut pty = Pty::start(home, &["--as", "张敏", "--db", place.to_str().unwrap()]);
    pty.shows("F1 帮助");
    assert!(pty.text().contains("全部 47"), "{}", pty.text());
    assert!(pty.text().lines().next().unwrap_or_default().contains(why), "{}", pty.text());
    pty.try_send("\x0e");
    pty.shows("走访方式");
    pty.try_send("110");
    pty.shows("入户走访");
    pty.try_send("\x13");
    pty.shows("没有保存");
    assert!(pty.text().contains("入户走访"), "{}", pty.text());
    pty.try_send("\x11");
    pty.shows("填的内容没有保存成功");
    pty.try_send("\x1b[B\r");
    pty.drain();
    assert!(pty.is_restored());
}

#[test]
fn on_a_disk_that_can_only_be_read_or_is_full_looking_works_and_the_reason_stands_at_the_top() {
    let home = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::of(4096) else { return skipped("no right to mount a disk here") };
    let place = disk.path().join("huifang.db");
    imported(home.path(), &place);
    disk.only_read();
    assert_eq!(households(home.path(), &place), Some(47));
    is_looked_at(home.path(), &place, "数据库不能写入");
    disk.write_again();
    let filler = disk.path().join("filler");
    let mut room = 4 << 20;
    // The last free page, too.
    while room > 0 {
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&filler).unwrap();
        if std::io::Write::write_all(&mut file, &vec![0; room]).is_err() {
            room /= 2;
        }
    }
    assert_eq!(households(home.path(), &place), Some(47));
    is_looked_at(home.path(), &place, "磁盘已满");
    fs::remove_file(&filler).unwrap();
    let output = huifang(home.path(), &["--db", place.to_str().unwrap(), "policy", "use", "suining"]);
    assert!(output.status.success(), "with room again it is written: {output:?}");
}

#[test]
fn without_permission_each_case_has_its_own_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let place = home.path().join("huifang.db");
    imported(home.path(), &place);
    let program = home.path().join("program");
    fs::copy(env!("CARGO_BIN_EXE_huifang"), &program).unwrap();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(home.path(), 0o755);
    mode(&program, 0o755);
    let as_nobody = || {
        Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(&program)
            .args(["--today", "2026-11-22", "--lang", "en", "--db", place.to_str().unwrap(), "due", "--json"])
            .env("HUIFANG_HOME", "/nonexistent")
            .output()
    };
    match as_nobody() {
        Ok(output) if output.status.code() == Some(2) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(said.contains("may not read"), "{said}");
        }
        other => return skipped(&format!("no way to be somebody else here: {other:?}")),
    }
    mode(&place, 0o644);
    let output = as_nobody().unwrap();
    assert_eq!(output.status.code(), Some(0), "what may be read is looked at: {output:?}");
    assert!(output.stdout.starts_with(b"["));
}

#[test]
fn a_lock_of_another_program_delays_no_key_and_loses_nothing() {
    let mut app = village();
    app.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["走访方式"]);
    let other = raw(app.database()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    for key in ['1', '1', '0'] {
        let began = Instant::now();
        app.key(Key::Char(key));
        assert!(began.elapsed() < Duration::from_millis(250), "a key waited {:?}", began.elapsed());
    }
    app.shows(&["数据库被别的程序占用", "没有存下"]);
    let began = Instant::now();
    app.ctrl('s').shows(&["没有保存"]);
    assert!(began.elapsed() < Duration::from_millis(500));
    other.execute_batch("COMMIT").unwrap();
    app.tell_nothing().shows(&["草稿已存", "没有保存"]).shows_not("占用").shows_not("没有存下");
    app.ctrl('s').shows(&["已保存"]);
}

#[test]
fn a_form_that_could_not_be_kept_is_not_left_without_a_question() {
    for leave in [Key::Esc, Key::F(10)] {
        let mut app = village();
        app.met_at_home("王小明").shows(&["草稿已存"]);
        let other = raw(app.database()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        app.at_field("备注").type_text("锁着的时候写的").shows(&["之后的没有存下"]);
        app.key(leave).shows(&["填的内容没有保存成功"]).key(Key::Enter).shows(&["锁着的时候写的"]);
        if leave == Key::Esc {
            app.key(leave).key(Key::Down).key(Key::Enter).shows(&["已经丢失"]).shows_not("草稿已保留");
            continue;
        }
        app.key(leave).shows(&["填的内容没有保存成功"]).key(Key::Down).key(Key::Enter);
        assert_eq!(app.flow, huifang::tui::app::Flow::Quit);
    }
    let mut app = village();
    app.met_at_home("王小明").key(Key::Esc).shows(&["草稿已保留"]);
    for words in ["返回", "退出"] {
        let mut app = village();
        app.met_at_home("王小明");
        let other = raw(app.database()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        app.at_field("备注").type_text("锁着的时候写的").ctrl('p').type_text(words).key(Key::Enter);
        app.shows(&["填的内容没有保存成功"]).key(Key::Enter).shows(&["锁着的时候写的"]);
        assert_eq!(app.flow, huifang::tui::app::Flow::Go);
    }
}

#[test]
fn a_window_too_small_takes_no_key_that_nobody_could_see_the_effect_of() {
    let mut app = village();
    app.met_at_home("王小明").resize(40, 10).ctrl('s').key(Key::Esc).type_text("n1").paste("看不见");
    app.resize(120, 40).shows(&["走访 王小明"]).shows_not("看不见").shows_not("已保存");
    assert!(crate::families::file(&app, "A1").visits.is_empty());
}

#[test]
fn a_database_that_was_moved_replaced_or_deleted_is_noticed_before_saved_is_said() {
    for what in ["moved", "deleted", "replaced", "emptied"] {
        let mut app = village();
        app.met_at_home("王小明");
        let place = app.database();
        let away = place.with_extension("away");
        fs::rename(&place, &away).unwrap();
        match what {
            "deleted" => fs::remove_file(&away).unwrap(),
            "emptied" => {
                fs::rename(&away, &place).unwrap();
                fs::OpenOptions::new().write(true).open(&place).unwrap().set_len(0).unwrap();
            }
            "replaced" => drop(fs::copy(&away, &place).unwrap()),
            _ => {}
        }
        app.ctrl('s').shows(&["没有保存", "数据库已不在"]).shows_not("已保存").shows(&["入户走访"]);
        if what == "moved" {
            fs::rename(&away, &place).unwrap();
            app.ctrl('s').shows(&["已保存"]);
            assert_eq!(open(&place).show_by_code("A1").unwrap().unwrap().visits.len(), 1);
        }
    }
}

/// As somebody restores a backup by hand: the file keeps its identity, and the log of the old one lies
/// beside it.
#[test]
fn a_backup_copied_over_the_open_database_is_noticed_and_stays_whole() {
    for is_written_before in [true, false] {
        let home = tempfile::tempdir().unwrap();
        let (place, backup) = (home.path().join("huifang.db"), home.path().join("backup.db"));
        imported(home.path(), &place);
        assert!(Command::new("cp").args([&place, &backup]).status().unwrap().success());
        let since = huifang(home.path(), &["--db", place.to_str().unwrap(), "policy", "use", "suining"]);
        assert!(since.status.success(), "{since:?}");
        let mut pty = Pty::start(home.path(), &["--as", "张敏", "--db", place.to_str().unwrap()]);
        pty.shows("F1 帮助");
        if is_written_before {
            // All three answers are there, and kept: nothing is written while it is copied.
            pty.send("\x0e").shows("走访方式").send("110").shows("未遇").shows("草稿已存");
        }
        assert!(Command::new("cp").args([&backup, &place]).status().unwrap().success());
        if is_written_before {
            pty.send("\x13").shows("数据库已不在").send("\x11").shows("填的内容没有保存成功").send("\x1b[B\r");
        } else {
            pty.send("\x11");
        }
        pty.restored();
        assert!(pty.child.wait().unwrap().success());
        let conn = raw(&place).unwrap();
        let said: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(said, "ok");
        assert_eq!(content(&place), content(&backup), "written before: {is_written_before}");
    }
}

#[test]
fn a_name_that_is_no_utf_8_and_a_link_that_leads_nowhere() {
    use std::os::unix::ffi::OsStrExt;
    let home = tempfile::tempdir().unwrap();
    let odd = home.path().join(std::ffi::OsStr::from_bytes(b"v\xff\xfe.db"));
    let run = |arguments: &[&std::ffi::OsStr]| {
        Command::new(env!("CARGO_BIN_EXE_huifang"))
            .args(["--today", "2026-11-22", "--lang", "en", "--db"])
            .args(arguments)
            .env("HUIFANG_HOME", home.path())
            .output()
            .unwrap()
    };
    let file = roster("members-gb18030.csv");
    assert!(run(&[odd.as_os_str(), "import".as_ref(), file.as_os_str()]).status.success());
    assert!(run(&[odd.as_os_str(), "due".as_ref()]).status.success());
    let link = home.path().join("link.db");
    std::os::unix::fs::symlink(home.path().join("nowhere.db"), &link).unwrap();
    let refused = run(&[link.as_os_str(), "import".as_ref(), file.as_os_str()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("leads to no file"), "{refused:?}");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && !home.path().join("nowhere.db").exists());
}

#[test]
fn starts_that_race_make_one_database_and_clear_what_killed_ones_left() {
    let home = tempfile::tempdir().unwrap();
    let place = home.path().join("huifang.db");
    fs::write(home.path().join(".huifang.db.huifang-part-deadbeef"), "of a killed start").unwrap();
    let file = roster("members-gb18030.csv");
    let at = home.path();
    std::thread::scope(|scope| {
        let arguments = ["--db", place.to_str().unwrap(), "import", file.to_str().unwrap()];
        let starts: Vec<_> = (0..6).map(|_| scope.spawn(move || huifang(at, &arguments))).collect();
        for start in starts {
            let output = start.join().unwrap();
            assert_eq!(output.status.code(), Some(0), "{output:?}");
        }
    });
    assert_eq!(households(home.path(), &place), Some(47));
    let names: Vec<_> = fs::read_dir(home.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("part")), "{names:?}");
}

#[test]
fn two_windows_on_one_household_keep_a_draft_each() {
    let mut first = village();
    first.set_me("张敏").go_to("王小明").key(Key::F(2)).type_text("110").at_field("备注").type_text("第一个窗口");
    let beside = || {
        let ledger = open(&first.database());
        World { folder: tempfile::tempdir().unwrap(), ledger }
    };
    let mut second = Driver::chinese(beside());
    second.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["另有一份草稿在别处"]).shows_not("第一个窗口");
    second.type_text("310").at_field("备注").type_text("第二个窗口");
    first.type_text("还在").ctrl('s').shows(&["已保存"]);
    second.ctrl('s').shows(&["已经有一次走访"]).key(Key::Esc);
    second.shows(&["第二个窗口"]).key(Key::Esc);
    second.go_to("王小明").key(Key::F(2)).shows(&["接着填", "第二个窗口"]);
    let another = open(&first.database());
    drop(second);
    let mut third = Driver::chinese(World { folder: tempfile::tempdir().unwrap(), ledger: another });
    third.set_me("李卫国").go_to("王小明").key(Key::F(2)).shows(&["另有一份草稿在别处", "张敏"]);
    third.key(Key::Esc);
    third.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["接着填", "第二个窗口"]);
}
